"""The editorial rules, KZ1xx: what keeps a sound briefing honest. Opening a briefing does not run them.

Every rule is a function of an `Edition`: it reads the briefing and reports to the edition's findings. `ALL` holds them.
"""

from kzterm.pack.rules.citations import citations_agree, statements_are_cited
from kzterm.pack.rules.copies import nothing_is_copied
from kzterm.pack.rules.coverage import paragraphs_are_cited
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.links import links_agree
from kzterm.pack.rules.proof import words_are_in_the_source
from kzterm.pack.rules.quotations import marks_are_quotations, paraphrase_has_no_marks
from kzterm.pack.rules.spellings import names_are_spelt_alike
from kzterm.pack.rules.voices import disputes_are_shown, speakers_fit, statuses_fit, voices_fit
from kzterm.pack.rules.ways import ways_lead_back

ALL = (
    statements_are_cited,
    citations_agree,
    links_agree,
    paragraphs_are_cited,
    paraphrase_has_no_marks,
    marks_are_quotations,
    speakers_fit,
    voices_fit,
    statuses_fit,
    disputes_are_shown,
    ways_lead_back,
    names_are_spelt_alike,
    words_are_in_the_source,
    nothing_is_copied,
)

__all__ = ["ALL", "Edition"]
