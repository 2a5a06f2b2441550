"""Ways to break the little briefing, each with the code that must come of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One replacement in one file."""

    code: str
    file: str
    old: str
    new: str
    schema: bool = False
    """Whether the JSON Schema finds it too: it does for faults of structure."""

    def __str__(self) -> str:
        new = self.new.strip().partition("\n")[0][-24:]
        return f"{self.code} {self.file} {new or 'nothing'}"


def _structural(code: str, file: str, old: str, new: str) -> Fault:
    return Fault(code, file, old, new, schema=True)


FAULTS = (
    # Ids and what they name.
    Fault("KZ011", "school.yaml", "  our-road:\n", "  malee:\n"),
    Fault("KZ012", "pier.yaml", "[[the-halt|the ferry]]", "[[the-hault|the ferry]]"),
    Fault("KZ012", "pier.yaml", "to: ticket-hall", "to: ticket-hal"),
    Fault("KZ012", "briefing.yaml", "start: pier", "start: peer"),
    Fault("KZ012", "trails.yaml", "- scene: school", "- scene: schol"),
    Fault("KZ012", "briefing.yaml", "trail: short-walk", "trail: long-walk"),
    Fault("KZ013", "school.yaml", "speaker: malee", "speaker: pier"),
    Fault("KZ013", "pier.yaml", "shows: [the-halt]", "shows: [dry-rope]"),
    Fault("KZ013", "school.yaml", "basis: [crossings-a-day, the-halt, our-road]", "basis: [dry-rope]"),
    Fault("KZ013", "terms.yaml", "[[ferry-company|company]]", "[[letter|company]]"),
    Fault("KZ013", "terms.yaml", "[[ferry-company|company]]", "[[short-walk|company]]"),
    Fault("KZ016", "pier.yaml", "compare: [crossings-now]", "compare: [crossings-a-day]"),
    Fault("KZ016", "pier.yaml", "to: ticket-hall", "to: pier"),
    Fault("KZ017", "terms.yaml", "see: [crossings-a-day, pier]", "see: [crossings-a-day, pier, pier]"),
    _structural("KZ014", "pier.yaml", "  dry-rope:", "  Dry_Rope:"),
    _structural("KZ014", "pier.yaml", "  dry-rope:", "  dry--rope:"),
    _structural("KZ014", "briefing.yaml", "id: tiny", "id: Tiny briefing"),
    _structural("KZ015", "pier.yaml", "  dry-rope:", "  it:"),
    # Keys and shapes.
    _structural("KZ020", "pier.yaml", "    hedge: ราว\n", "    hegde: ราว\n"),
    _structural("KZ020", "pier.yaml", "{para: 3, anchor: ไม่มี}", "{para: 3, anchor: ไม่มี, เลย}"),
    _structural("KZ020", "briefing.yaml", "as_of:", "asof: 2021\nas_of:"),
    _structural("KZ021", "pier.yaml", "    comparator: exactly\n", ""),
    _structural("KZ021", "school.yaml", "title: {en: The School, th: โรงเรียน}\n", ""),
    _structural("KZ021", "briefing.yaml", "primary: gazette\n", ""),
    _structural("KZ021", "pier.yaml", "{para: 3, anchor: ไม่มี}", "{para: 3}"),
    _structural("KZ022", "pier.yaml", "actors: [ferry-company]\nthings", "actors: ferry-company\nthings"),
    _structural("KZ022", "school.yaml", "title: {en: The School, th: โรงเรียน}", "title: The School"),
    _structural("KZ022", "briefing.yaml", "start: pier", "start: [pier]"),
    _structural("KZ022", "actors.yaml", "  kind: person", "  kind: {person: 1}"),
    _structural("KZ022", "pier.yaml", "    shows: [the-halt]", "    shows: {the-halt: 1}"),
    _structural("KZ023", "pier.yaml", "    hedge: ราว", "    hedge: ' '"),
    _structural("KZ023", "trails.yaml", "en: The short walk", "en: ''"),
    _structural("KZ023", "school.yaml", "      en: |\n        She says it of the ferry.[^6]", "      en:"),
    _structural("KZ023", "caveats.yaml", "grounds: [visible]", "grounds: []"),
    _structural("KZ023", "ticket-hall.yaml", "by: [ferry-company]", "by: []"),
    _structural("KZ024", "school.yaml", "en: A map of the river hangs upside down.", f"en: {'so far ' * 100}"),
    _structural("KZ025", "school.yaml", "title: {en: The School, th: โรงเรียน}", 'title: {en: "The\\nSchool", th: ก}'),
    _structural("KZ026", "pier.yaml", "comparator: about", "comparator: roughly"),
    _structural("KZ026", "briefing.yaml", "format: 1", "format: 2"),
    _structural("KZ026", "pier.yaml", "  up:\n", "  upstairs:\n"),
    _structural("KZ026", "ticket-hall.yaml", "status: disputed", "status: true"),
    _structural("KZ027", "pier.yaml", "value: 40", "value: 1,000"),
    _structural("KZ027", "pier.yaml", "value: 40", "value: forty"),
    _structural("KZ027", "caveats.yaml", "paras: [1]", "paras: [one]"),
    _structural("KZ027", "pier.yaml", "{para: 3, anchor: ไม่มี}", "{para: -3, anchor: ไม่มี}"),
    _structural("KZ028", "briefing.yaml", "as_of: 2021-06-30", "as_of: June 2021"),
    Fault("KZ028", "pier.yaml", "date: 2021-06~", "date: 2021-13"),
    _structural("KZ029", "briefing.yaml", "url: https://example.org/letter", "url: javascript:alert(1)"),
    _structural("KZ029", "briefing.yaml", "url: https://example.org/letter", "url: example.org"),
    # Languages.
    _structural("KZ030", "school.yaml", "title: {en: The School, th: โรงเรียน}", "title: {en: The School}"),
    Fault("KZ030", "school.yaml", "translation: {en: The ferry is our road}", "translation: {}"),
    Fault("KZ031", "school.yaml", "{en: The ferry is our road}", "{en: The ferry is our road, th: ถนน}"),
    _structural("KZ031", "school.yaml", "title: {en: The School,", "title: {en: The School, de: Die Schule,"),
    _structural("KZ031", "briefing.yaml", "    lang: en", "    lang: English"),
    Fault("KZ032", "school.yaml", "{en: The School, th: โรงเรียน}", "{en: The School, th: โรง\n  เรียน}"),
    # Prose.
    Fault("KZ040", "actors.yaml", "      Runs the only ferry.[^2]", "      # Runs the only ferry"),
    Fault("KZ040", "actors.yaml", "      Runs the only ferry.[^2]", "      Runs `the` ferry"),
    Fault("KZ041", "actors.yaml", "      Runs the only ferry.[^2]", "      Runs [[the ferry."),
    Fault("KZ042", "actors.yaml", "      Runs the only ferry.[^2]", "      Runs the only ferry.[^2-3]"),
    Fault("KZ042", "actors.yaml", "      Runs the only ferry.[^2]", "      Runs the only ferry.[^letter:2,3]"),
    Fault("KZ043", "pier.yaml", "        The ferry stops.\n", "        The ferry stops.[^2]\n"),
    Fault("KZ044", "actors.yaml", "      Runs the only ferry.[^2]", "      Runs the only ferry.[^leter:2]"),
    Fault("KZ045", "actors.yaml", "      Runs the only ferry.[^2]", "      Runs the only ferry.[^10]"),
    Fault("KZ045", "pier.yaml", "{para: 3, anchor: ไม่มี}", "{para: 33, anchor: ไม่มี}"),
    Fault("KZ045", "caveats.yaml", "paras: [1]", "paras: [1, 99]"),
    Fault("KZ046", "actors.yaml", "      Runs the only ferry.[^2]", "      Runs [it](javascript:alert(1))"),
    _structural("KZ047", "school.yaml", "{en: The School, th: โรงเรียน}", "{en: 'The [[school]]', th: โรงเรียน}"),
    # The whole.
    Fault(
        "KZ050",
        "pier.yaml",
        "    unit: {en: crossings a day, th: เที่ยวต่อวัน}\n    of: {en: crossings since",
        "    unit: percent\n    of: {en: crossings since",
    ),
    Fault("KZ051", "briefing.yaml", "    last_paragraph: 9\n", ""),
    Fault("KZ051", "briefing.yaml", "first_paragraph: 0", "first_paragraph: 10"),
    Fault("KZ051", "briefing.yaml", "    url: https://example.org/letter", "    based_on: gazette"),
    Fault("KZ060", "pier.yaml", "    to: school", "    to: ticket-hall"),
    Fault(
        "KZ061", "ticket-hall.yaml", "exits:\n  s:\n    to: pier\n    say: {en: back to the water, th: กลับไปริมน้ำ}\n", ""
    ),
    Fault("KZ062", "pier.yaml", "    compare: [crossings-now]\n", ""),
    # YAML.
    Fault("KZ005", "pier.yaml", "The Pier", "The \u202ePier"),
    Fault("KZ005", "pier.yaml", "{en: The Pier,", '{en: "The \\e]0;Pier",'),
    Fault("KZ005", "pier.yaml", "{en: The Pier,", '{en: "The \\u2066Pier",'),
    Fault("KZ006", "pier.yaml", "look:\n", "look: {\n"),
    Fault("KZ007", "pier.yaml", "{en: The Pier,", "{en: &p The Pier,"),
    Fault("KZ007", "pier.yaml", "{en: The Pier,", "{en: *p ,"),
    Fault("KZ007", "pier.yaml", "{en: The Pier,", "{en: !!str The Pier,"),
    Fault("KZ007", "pier.yaml", "{en: The Pier,", "{<<: x, en: The Pier,"),
    Fault("KZ007", "pier.yaml", "exits:\n", "---\nexits:\n"),
    Fault("KZ007", "pier.yaml", "{en: The Pier,", "{[a]: x, en: The Pier,"),
    Fault("KZ008", "pier.yaml", "{en: The Pier,", "{en: The Pier, en: The Pier,"),
    Fault("KZ009", "pier.yaml", "{en: The Pier,", "{en: " + "[" * 40 + "]" * 40 + ","),
)
