"""What Thai typography asks of a line end: what may not stand there, and what had better not.

Costs are in squared cells, the measure in which `wrap` counts raggedness: a cost of 25 is worth a line that ends five
cells early.
"""

import re

THAI = re.compile("[\u0e01-\u0e5b]")
"""Any Thai character, digits and signs among them."""

NEVER_BEFORE = frozenset(
    "\u0e30\u0e31\u0e32\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e45\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
    "ฯๆ๏๚๛)]}〉》」』】）］｝»›”’…,.;:!?%‰、。，．：；！？⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉≈◇·"
)
"""Characters that no line begins with: dependent vowels and marks, signs of repetition and abbreviation, closing
punctuation, raised citations, the signs that follow a link, and the dot between two words."""

NEVER_AFTER = frozenset("เแโใไ([{〈《「『【（［｛«‹“‘฿$€£¥")
"""Characters that no line ends with: leading vowels, opening punctuation, and signs that lead a number."""

_PLAIN_CITATION = r"\[(?:[\w-]+:)?\d+(?:,(?:[\w-]+:)?\d+)*\]"
PLAIN_CITATION = re.compile(_PLAIN_CITATION)
"""A citation that is not raised: `[7]`, `[23,24]`."""

_CITATION = re.compile(f"{_PLAIN_CITATION}|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_CITED = re.compile(r"(?:\d\]|[⁰¹²³⁴⁵⁶⁷⁸⁹])$")
"""The end of a citation; a list of several may in need go on in the next line."""

_TORN = re.compile(_PLAIN_CITATION + r"|[\"'](?=[\s)\]}”’.,;:!?]|$)")
"""A citation that is not raised, or a straight quotation mark that closes."""

LEANING = frozenset({
    "การ", "ความ", "ไม่", "ที่", "ของ", "และ", "หรือ", "ใน", "จาก", "โดย", "ว่า", "เพื่อ", "กับ", "แก่", "แต่",
    "ซึ่ง", "อัน", "จะ", "เป็น", "คือ", "ให้", "ผู้", "ชาว", "นัก", "ถูก", "แห่ง", "ด้วย", "ยัง", "ก็", "ได้", "มี",
    "ต่อ", "ตาม", "ถึง", "เมื่อ", "ถ้า", "หาก", "เพราะ", "ทั้ง", "ทุก", "บาง", "หลาย", "อีก", "กว่า", "เกือบ",
    "เพียง", "แค่", "ระหว่าง", "ต้อง", "ควร", "อาจ", "เคย", "กำลัง",
})  # fmt: skip
"""Words that lean on the next one; a line rather ends before them."""

_MONTH = (
    "[มกพสตธ]\\.[คย]\\.|มี\\.ค\\.|เม\\.ย\\.|มิ\\.ย\\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|"
    "ตุลาคม|พฤศจิกายน|ธันวาคม"
)
_UNIT = re.compile(
    f"{_MONTH}|ปี|เดือน|วัน|สัปดาห์|ชั่วโมง|นาที|วินาที|น\\.|คน|ราย|ประเทศ|ชาติ|แห่ง|ครั้ง|หน|ข้อ|เรื่อง|ประการ|ฉาก|ใบ|ฉบับ|"
    "ล้าน|แสน|หมื่น|พัน|ร้อย|บาร์เรล|ตัน|กิโล|ก\\.ม\\.|กม\\.|เมตร|เซนติเมตร|มิลลิเมตร|ลิตร|ไมล์|ไร่|องศา|บาท|ดอลลาร์|ยูโร|รูเบิล|"
    "เปอร์เซ็นต์|เปอร์เซนต์|เท่า|เล่ม|ตัว|ลำ|คัน|ชิ้น|คำ|หน้า|km|kg|cm|mm|m\\b|per cent|percent"
)
_BEFORE_NUMBER = re.compile(f"(?:ร้อยละ|[พค]\\.ศ\\.|วันที่|ปี|เดือน|ย่อหน้า(?:ที่)?|ข้อ|มาตรา|เลข|{_MONTH})$")
_NUMBER = re.compile("[0-9๐-๙]")

NUMBER_AND_UNIT = 900
NUMBER = 25
LEANS = 49
ABBREVIATION = 25

IN_NEED = 10_000
"""What it costs to break what should stay whole: more than anything that helps to set a line well."""

WIDEST_WHOLE = 12
"""Cells up to which a name or anything else is never broken. What is wider may be, where words end, but only on a line
that cannot hold it: the narrowest have 20 cells and sometimes an indent."""


def barred(text: str, end: int, start: int) -> bool:
    """Whether a line may not end at `end` with the next one beginning at `start`; between them are spaces only."""
    if _between_citations(text, end, start):
        return False
    return text[end - 1] in NEVER_AFTER or text[start] in NEVER_BEFORE or _TORN.match(text, start) is not None


def cost(text: str, word: str, end: int, start: int) -> int:
    """What it costs to end a line there; `word` is what stands last on it, as far back as the break before."""
    before = text[end - 1]
    if _between_citations(text, end, start):
        return IN_NEED
    if _NUMBER.match(before):
        if _UNIT.match(text, start):
            return NUMBER_AND_UNIT
        return NUMBER if THAI.match(text, start) and start == end else 0
    if _NUMBER.match(text, start) and _BEFORE_NUMBER.search(text, max(end - 12, 0), end):
        return NUMBER_AND_UNIT
    if word in LEANING:
        return LEANS
    return ABBREVIATION if before == "." and len(word) < 5 else 0


def _between_citations(text: str, end: int, start: int) -> bool:
    return end < start and _CITED.search(text, max(end - 2, 0), end) is not None and bool(_CITATION.match(text, start))
