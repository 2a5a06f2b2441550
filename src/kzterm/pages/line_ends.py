"""Where lines may end in the text of a briefing."""

from functools import lru_cache

from kzterm.model.briefing import Briefing
from kzterm.text.breaks import Breaker
from kzterm.text.breaks_runs import thai_names


@lru_cache(maxsize=4)
def breaker(briefing: Briefing) -> Breaker:
    """What `lay_out` and `wrap` need: the breaks that were prepared, and the names that are never broken."""
    return Breaker(briefing.breaks, lambda: thai_names(briefing))
