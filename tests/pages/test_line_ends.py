"""Lines of what the program says end between words, as those of a briefing do."""

from kzterm.catalogue import BREAKS, catalogue
from kzterm.model.briefing import Briefing
from kzterm.pages.line_ends import breaker
from kzterm.text.breaks import RUN, prepared
from kzterm.text.wrap import wrap


def test_a_word_of_the_interface_stays_whole(briefing: Briefing) -> None:
    ends = breaker(briefing)
    for message, words in (
        ("Claims and other voices", ["ข้อกล่าวอ้าง"]),
        ("A transcript is being written already; `script off` ends it.", ["บันทึก", "สนทนา"]),
    ):
        said = catalogue("th").t(message)
        assert said != message
        for width in range(12, 40):
            lines = [said[start:end] for start, end in wrap(said, width, ends(said))]
            for word in words:
                assert said.count(word) == sum(line.count(word) for line in lines), (word, lines)


def test_what_is_prepared_for_a_briefing_comes_first(briefing: Briefing) -> None:
    both = set(prepared(BREAKS.read_text("utf-8").splitlines())) & set(briefing.breaks)
    assert both
    ends = breaker(briefing)
    for run in both:
        marks = briefing.breaks[run].count("|") + briefing.breaks[run].count("¦")
        assert len(ends.inside(run)) == marks


def test_every_run_of_the_interface_is_prepared() -> None:
    known = prepared(BREAKS.read_text("utf-8").splitlines())
    assert all(RUN.fullmatch(run) for run in known)
    for message in ("What is said of them", 'Nothing here speaks of "{words}".', "You are here"):
        assert all(run in known for run in RUN.findall(catalogue("th").t(message)))
