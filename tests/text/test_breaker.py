"""Where lines may end inside Thai."""

import subprocess
import sys
from collections.abc import Iterable
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from thai_sample import MARKED, SAMPLE

from kzterm.text import breaks_prepare
from kzterm.text.breaks import LIGHT, RUN, Breaker, marked, places, unmarked
from kzterm.text.breaks_light import light_breaks
from kzterm.text.breaks_prepare import NoSegmentersError, Preparer
from kzterm.text.thai import IN_NEED, NEVER_AFTER, NEVER_BEFORE
from kzterm.text.wrap import wrap

VISIT = "ประธานาธิบดีโทคาเยฟไปบากู"


def test_prepared_runs_are_looked_up_wherever_they_stand() -> None:
    breaker = Breaker({"รัสเซียยกเลิกน้ำตาล": "รัสเซีย|ยกเลิก|น้ำตาล"})
    assert breaker("CPC รัสเซียยกเลิกน้ำตาล⁷") == {4 + 7: 0, 4 + 13: 0}


def test_other_runs_are_guessed_but_names_are_never_broken() -> None:
    with_names = Breaker(names=lambda: ["โทคาเยฟ", "บากู"])
    start = VISIT.index("โทคาเยฟ")
    assert not set(with_names(VISIT)) & {*range(start + 1, start + 7), *range(len(VISIT) - 3, len(VISIT))}
    assert set(with_names(VISIT)) <= set(LIGHT(VISIT))


def test_what_was_prepared_without_a_break_is_a_name_in_a_note() -> None:
    breaker = Breaker({"โทคาเยฟ": "โทคาเยฟ"}, names=lambda: pytest.fail("names are prepared as well"))
    start = VISIT.index("โทคาเยฟ")
    assert not set(breaker(VISIT)) & set(range(start + 1, start + 7))


def test_names_of_several_words_stay_on_one_line() -> None:
    breaker = Breaker({"สี จิ้นผิง": "สี จิ้นผิง"})
    text = "เยือนโดยสี จิ้นผิง"
    assert breaker(text)[text.index("จิ้น")] > 0


@given(st.sets(st.integers(1, len(VISIT) - 1)), st.sets(st.integers(1, len(VISIT) - 1)))
def test_signs_come_back_as_offsets(free: set[int], in_need: set[int]) -> None:
    line = marked(VISIT, free, in_need)
    assert unmarked(line) == VISIT
    assert places(line) == {**dict.fromkeys(in_need, IN_NEED), **dict.fromkeys(free, 0)}


def test_the_light_model_is_budoux_with_prices() -> None:
    from budoux import load_default_thai_parser

    parser = load_default_thai_parser()
    for run in RUN.findall(" ".join(SAMPLE)):
        ends = set(accumulate(map(len, parser.parse(run)[:-1])))
        found = {at for at, price in light_breaks(run).items() if price < IN_NEED}
        assert found == {at for at in ends if run[at] not in NEVER_BEFORE and run[at - 1] not in NEVER_AFTER}


def test_few_bad_ends_with_the_light_model() -> None:
    """Wrapped at many widths: at most 60 of 1,000 lines end inside a word."""
    count = bad = 0
    for sentence in MARKED:
        text = sentence.replace("|", "")
        ends = set(accumulate(map(len, sentence.split("|"))))
        for width in range(20, 40):
            found = wrap(text, width, LIGHT(text))
            count += len(found)
            bad += sum(1 for (_, end), (start, _) in pairwise(found) if end == start and end not in ends)
    assert bad * 1000 <= 60 * count


def test_prepared_text_needs_no_segmenter_and_english_nothing() -> None:
    program = (
        "import sys\n"
        "from kzterm.text.breaks import Breaker\n"
        "from kzterm.text.wrap import wrap\n"
        "breaker = Breaker({'รัสเซียยกเลิก': 'รัสเซีย|ยกเลิก'})\n"
        "for text in ('รัสเซียยกเลิก', 'Russia'): wrap(text, 4, breaker(text))\n"
        "assert not {'budoux', 'pythainlp', 'rich'} & set(sys.modules), sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# Preparing


class Segmenters:
    """Words from a table, in place of the real segmenters."""

    def __init__(self, *answers: str) -> None:
        self.answers = answers

    def preparer(self, names: Iterable[str], monkeypatch: pytest.MonkeyPatch) -> Preparer:
        light, *others = ([*answer.split("|")] for answer in self.answers)
        ends = dict.fromkeys(list(accumulate(map(len, light)))[:-1], 0)
        monkeypatch.setattr(breaks_prepare, "light_breaks", lambda run: ends)
        monkeypatch.setattr(breaks_prepare, "segmenters", lambda: [lambda run, words=words: words for words in others])
        return Preparer(names)


def test_a_line_may_end_only_where_all_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    segmenters = Segmenters("รัส|เซีย|ยกเลิก", "รัสเซีย|ยก|เลิก", "รัสเซีย|ยกเลิก")
    assert segmenters.preparer((), monkeypatch).mark("รัสเซียยกเลิก") == "รัสเซีย|ยกเลิก"


def test_never_inside_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    segmenters = Segmenters("โท|คาเยฟ|ไป", "โท|คาเยฟ|ไป", "โท|คาเยฟ|ไป")
    assert segmenters.preparer(["โทคาเยฟ"], monkeypatch).mark("โทคาเยฟไป") == "โทคาเยฟ|ไป"


def test_two_are_enough_beside_a_long_name(monkeypatch: pytest.MonkeyPatch) -> None:
    segmenters = Segmenters("กับโทคาเยฟ|ไป", "กับ|โทคาเยฟ|ไป", "กับ|โทคาเยฟ|ไป")
    assert segmenters.preparer(["โทคาเยฟ"], monkeypatch).mark("กับโทคาเยฟไป") == "กับ|โทคาเยฟ|ไป"


def test_a_wide_name_may_be_broken_in_need(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "องค์การ|สนธิสัญญา|ความมั่นคง|ร่วมกัน"
    name = words.replace("|", "")
    assert Segmenters(words, words, words).preparer([name], monkeypatch).mark(name) == words.replace("|", "¦")


def test_missing_segmenters_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pythainlp", None)
    monkeypatch.setitem(sys.modules, "pythainlp.tokenize", None)
    with pytest.raises(NoSegmentersError, match="pythainlp"):
        Preparer(())
