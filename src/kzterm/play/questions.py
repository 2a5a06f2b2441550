"""Questions in words, in either language: what they ask for, and about what."""

import re
from dataclasses import dataclass

from kzterm.text.fold import fold


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks for, and about what."""

    asks: str
    """who, what, why, when, where, how, amount, or whether."""
    about: str


_LEAD = re.compile(
    r"^(?:(?:tell|show) me|i (?:want|need|would like) to (?:know|ask)|i wonder|do you know|what do you know"
    r"|what can you (?:say|tell me)|explain|describe|about)\b[\s,]*(?:if|whether|about|me)?\s*",
    re.IGNORECASE,
)
"""What leads up to a question, or stands in its place."""

_AUXILIARY = (
    r"is|are|was|were|did|does|do|has|have|had|will|would|might|may|can|could|should|isn't|aren't|wasn't|weren't|didn't"
    r"|doesn't|don't|hasn't|haven't|won't|wouldn't|can't|couldn't"
)
_AMOUNT = re.compile(
    rf"^how (?:much|many|large|big|long|often)\b\s*(?:of\b|(?:{_AUXILIARY})\b)?\s*(?P<about>.*)$", re.IGNORECASE
)
_ENGLISH = re.compile(
    rf"^(?P<asks>who|whom|whose|what|which|why|when|where|how)"
    rf"(?:'s|\s+(?:{_AUXILIARY}|about|happened(?:\s+to)?|happens(?:\s+to)?|kind\s+of))?\b\s*(?P<about>.*)$",
    re.IGNORECASE,
)
_WHETHER = re.compile(rf"^(?!may\b)(?:{_AUXILIARY})\b\s+(?P<about>\S+\s.*)$", re.IGNORECASE)
_SAME = {"whom": "who", "whose": "who", "which": "what"}

_THAI_LEAD = re.compile(r"^(?:ช่วย)?(?:บอก|อธิบาย|เล่า)(?:ให้ฟัง|มา|หน่อย|เรื่อง|ว่า|ที)*\s*|^(?:อยาก|ต้องการ)(?:รู้|ทราบ)ว่า\s*")
_THAI_ASKS = (
    ("who", ("คือใครกันแน่", "คือใคร", "เป็นใคร", "ใครคือ", "ใครเป็น", "ใคร")),
    ("amount", ("เท่าไหร่", "เท่าไร", "เท่าใด", "กี่", "มากแค่ไหน", "แค่ไหน")),
    ("why", ("ทำไมถึง", "ทำไมจึง", "ทำไม", "เพราะอะไร", "เพราะเหตุใด", "เหตุใด")),
    ("when", ("เมื่อไหร่", "เมื่อไร", "เมื่อใด", "ตอนไหน", "วันไหน", "ปีไหน", "ปีใด")),
    ("where", ("อยู่ที่ไหน", "ที่ไหน", "อยู่ไหน", "ที่ใด")),
    ("how", ("อย่างไร", "ยังไง", "เช่นไร")),
    ("what", ("คืออะไร", "อะไรคือ", "หมายถึงอะไร", "หมายความว่าอะไร", "เกิดอะไรขึ้น", "มีอะไร", "คือไร", "อะไร")),
    ("whether", ("หรือไม่", "หรือเปล่า", "หรือยัง", "ใช่ไหม", "ใช่มั้ย", "ไหม", "มั้ย")),
)
"""The words that ask, longer ones before those they hold; Thai puts them first, last or in between."""


def question(words: str) -> Question | None:
    """The question that words ask, or None. What stays without the question words is what it is about."""
    text = words.strip(" ?")
    rest = _LEAD.sub("", text)
    if match := _AMOUNT.match(rest):
        return Question("amount", match["about"].strip())
    if match := _ENGLISH.match(rest):
        asks = match["asks"].lower()
        return Question(_SAME.get(asks, asks), match["about"].strip())
    if match := _WHETHER.match(rest):
        return Question("whether", match["about"].strip())
    folded = fold(_THAI_LEAD.sub("", text))
    for asks, phrases in _THAI_ASKS:
        for phrase in map(fold, phrases):
            if phrase in folded:
                return Question(asks, folded.replace(phrase, " ", 1).strip())
    if rest != text and rest:
        return Question("what", rest)
    return Question("what", folded) if folded and folded != fold(text) else None
