"""Ways to make the little briefing dishonest, each with the code that must come of it, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """One replacement in one file."""

    code: str
    file: str
    old: str
    new: str
    points_at: str
    """What the carets must stand under: the first letters of it are enough."""
    besides: str = ""
    """Another code that truly follows."""

    def __str__(self) -> str:
        new = self.new.strip().partition("\n")[0][-24:]
        return f"{self.code} {self.file} {new or 'nothing'}"


SLIPS = (
    # Citations.
    Slip("KZ101", "pier.yaml", "a day.[^3]\n", "a day.[^3] Nobody minded.\n", "Nobody minded"),
    Slip("KZ101", "pier.yaml", "ต่อวัน[^3]\n", "ต่อวัน[^3] ไม่มีใครว่า\n", "ไม่มีใครว่า"),
    Slip("KZ101", "pier.yaml", "was taken in,[^5]", "was taken in,", "the **rope"),
    Slip(
        "KZ101",
        "actors.yaml",
        "Runs the only ferry.[^2]",
        "Runs the only ferry.[^2] [[malee|She]] knows.",
        "She]] knows",
    ),
    Slip("KZ101", "school.yaml", "She says it of the ferry.[^6]", "She says it. [^6] Of the ferry", "Of the ferry"),
    Slip("KZ101", "tensions.yaml", "The boats were full.[^3]", "[^3] The boats were full.", "The boats were full"),
    Slip("KZ101", "caveats.yaml", "no byline.[^0,1,8,9]", "no byline.[^0,1,8,9]\n\n      Alas.", "Alas"),
    Slip(
        "KZ101", "tensions.yaml", "The gazette does not settle", "By the gazette[^3] none can settle", "none", "KZ102"
    ),
    Slip("KZ102", "pier.yaml", "the lamp went out,[^5]", "the lamp went out,[^letter:1]", "letter:1"),
    Slip("KZ102", "school.yaml", "the ferry.[^6]", "the ferry.[^6,7]", "7]"),
    Slip("KZ102", "pier.yaml", "the ferry]] in June.[^2]", "the ferry]] in June.[^3]", "2]"),
    Slip(
        "KZ103",
        "pier.yaml",
        "in June.[^2] It had made\n      [[crossings-a-day|about 40 crossings]] a day.[^3]",
        "in June.[^3] It had made\n      [[crossings-a-day|about 40 crossings]] a day.[^2]",
        "2] เดิม",
    ),
    Slip(
        "KZ104", "ticket-hall.yaml", "passengers [[boats-were-full|deny it]]", "passengers deny it", "boats-were-full"
    ),
    Slip("KZ104", "pier.yaml", "The [[ferry-company|company]]", "The [[pier|company]]", "pier|"),
    Slip("KZ105", "briefing.yaml", "last_paragraph: 9", "last_paragraph: 10", "10", "KZ151"),
    # Quotation marks.
    Slip("KZ110", "school.yaml", "The ferry will probably return.", "The ferry will “probably return”.", "“probably"),
    Slip("KZ110", "school.yaml", "เรือข้ามฟากน่าจะกลับมา\n", 'เรือข้ามฟาก"น่าจะกลับมา"\n', '"น่าจะ'),
    Slip(
        "KZ110", "school.yaml", "[[it-will-return|the ferry will return]]", '[[it-will-return|"it will"]]', '"it will'
    ),
    Slip("KZ111", "pier.yaml", "        The ferry stops.", "        The «boat» stops.", "«boat»"),
    Slip(
        "KZ111",
        "pier.yaml",
        "shows: [the-halt]",
        "shows: [the-halt]\n  net:\n    name: {en: net, th: แห}\n    "
        "look: {en: '\"Dry\", it says', th: แห้ง}\n    shows: [the-halt]",
        '"Dry"',
    ),
    Slip("KZ111", "ticket-hall.yaml", "|too few people rode]]", '|"too few" rode]]', '"too few'),
    Slip("KZ111", "school.yaml", "> The ferry is our road.", "> The ferry is our river.", "The ferry is our river"),
    Slip(
        "KZ111", "school.yaml", "She calls it [[our-road|a road]]", 'She calls it "[[our-road|a r"oad]]', '"[[our-road'
    ),
    Slip("KZ112", "school.yaml", "speaker: malee", "speaker: not-attributed", "contextual"),
    # Voices and disputes.
    Slip("KZ120", "school.yaml", "holder: malee", "holder: article", "named"),
    Slip("KZ120", "school.yaml", "voice: named", "voice: narrated", "narrated"),
    Slip("KZ120", "school.yaml", "voice: named", "voice: unnamed", "unnamed"),
    Slip("KZ120", "actors.yaml", "kind: company", "kind: unnamed", "by"),
    Slip("KZ121", "ticket-hall.yaml", "    disputed_by: [boats-were-full]\n    cite", "    cite", "disputed"),
    Slip("KZ121", "ticket-hall.yaml", "status: disputed", "status: asserted", "asserted"),
    Slip(
        "KZ122",
        "school.yaml",
        "[[our-road|a road]].[^6]",
        "[[our-road|a road]].[^6] [[too-few-riders|Few]] rode.[^6]",
        "[[too-few-riders",
        "KZ104",
    ),
    # Ways and names.
    Slip("KZ130", "school.yaml", "  down:\n", "  s:\n", "school"),
    Slip(
        "KZ140",
        "actors.yaml",
        "th: มาลี}\n  also: {en: [the teacher], th: [ครู]}",
        "th: มะลี}\n  also: {th: [มาลี]}",
        "มาลีคิด",
    ),
    # Against the source.
    Slip("KZ152", "pier.yaml", "anchor: ราว 40 เที่ยว", "anchor: ราว 41 เที่ยว", "ราว 41"),
    Slip("KZ152", "pier.yaml", "{para: 3, anchor: ไม่มี}", "{para: 5, anchor: ไม่มี}", "ไม่มี"),
    Slip("KZ152", "pier.yaml", "anchor: หยุดเดินเรือ", "anchor: เดือนนี้ … หยุดเดินเรือ", "เดือนนี้"),
    Slip("KZ152", "pier.yaml", "hedge: ราว", "hedge: เกือบ", "เกือบ"),
    Slip("KZ152", "pier.yaml", "printed: เดือนนี้", "printed: เดือนก่อน", "เดือนก่อน"),
    Slip("KZ152", "school.yaml", "original: เรือคือถนนของเรา", "original: เรือคือถนนของเราเอง", "เรือคือถนนของเราเอง"),
    Slip("KZ152", "actors.yaml", "printed: ครูมาลี", "printed: ครูมาลัย", "ครูมาลัย"),
    Slip("KZ152", "terms.yaml", "printed: เที่ยว", "printed: เที่ยวบิน", "เที่ยวบิน"),
    Slip("KZ152", "briefing.yaml", "printed_date: 30 มิ.ย. 2564", "printed_date: 31 มิ.ย. 2564", "31"),
    Slip("KZ152", "caveats.yaml", "one name only, and", 'one name only, "มาลัย", and', '"มาลัย'),
    Slip("KZ153", "school.yaml", "original: เรือคือถนนของเรา", "original: ครูพูดไว้ … เรือคือถนนของเรา", "ครูพูดไว้"),
    Slip(
        "KZ154",
        "school.yaml",
        "cite: {para: 7, anchor: น่าจะกลับมา}",
        "cite: {para: 4, anchor: เต็มทุกลำ}",
        "named",
        "KZ152",
    ),
    Slip(
        "KZ155",
        "pier.yaml",
        "ลง[^5,letter:2]",
        "ลง ซึ่งเคยแขวน อยู่ข้างประตูท่าเรือเก่า ริมน้ำลงมาเก็บไว้[^5,letter:2]",
        "เคยแขวน",
    ),
)
