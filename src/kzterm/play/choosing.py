"""Answers to "Which one do you mean?": a number, an ordinal, or words that only one of the choices has."""

import re

from kzterm.play.progress import Question
from kzterm.play.spellings import key_of
from kzterm.text.fold import fold

_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_THAI = ("แรก", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_LAST = -1
_ORDINALS = {
    **{word: number for words in (_ENGLISH, _THAI) for number, word in enumerate(words, 1)},
    "last": _LAST,
    "สุดท้าย": _LAST,
}
_LEAD = re.compile(r"^(?:the\s+|number\s+|no\.?\s*|#|ข้อ(?:ที่)?\s*|อัน(?:ที่)?\s*|ที่\s*)+")
_TRAIL = re.compile(r"(?:\s+one|[).:])+$")


def number_of(words: str, count: int) -> int | None:
    """The choice that words count out of `count`, from 1: `2`, `#2`, `second`, อันแรก; None for anything else."""
    folded = _TRAIL.sub("", _LEAD.sub("", fold(words)))
    number = int(folded[:9]) if folded.isdecimal() else _ORDINALS.get(folded)
    return count if number == _LAST else number


def answered(question: Question, words: str) -> str | None:
    """The line that an answer stands for; None when the words are no answer."""
    number = number_of(words, len(question.answers))
    if number is not None and 1 <= number <= len(question.answers):
        return question.answers[number - 1][1]
    key = key_of(words)
    fitting = [line for answer, line in question.answers if key and key in key_of(answer)]
    return fitting[0] if len(fitting) == 1 else None
