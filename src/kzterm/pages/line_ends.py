"""Where lines may end in the text of a briefing, and in what the program says."""

from collections.abc import Mapping
from functools import lru_cache

from kzterm.catalogue import BREAKS
from kzterm.model.briefing import Briefing
from kzterm.text.breaks import Breaker, prepared
from kzterm.text.breaks_runs import thai_names


@lru_cache(maxsize=4)
def breaker(briefing: Briefing) -> Breaker:
    """What `lay_out` and `wrap` need: the breaks that were prepared, and the names that are never broken."""
    return Breaker(briefing.breaks, lambda: thai_names(briefing), _interface)


@lru_cache(maxsize=1)
def _interface() -> Mapping[str, str]:
    try:
        return prepared(BREAKS.read_text("utf-8").splitlines())
    except OSError:
        return {}
