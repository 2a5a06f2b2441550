"""Prose: its marks, its Markdown, what is refused, where lines join, and where everything stands."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pack_copies import Copy

from kzterm.model.prose import Cite, Inline, ParaRef, Ref, WebLink, Words
from kzterm.pack.prose import parse, parse_plain
from kzterm.pack.prose_markdown import parse_markdown


def _inlines(text: str, lang: str = "en") -> tuple[Inline, ...]:
    parsed = parse(text, "p", lang)
    assert parsed.faults == ()
    assert len(parsed.prose) == 1
    return parsed.prose[0].inlines


def _codes(text: str) -> list[str]:
    return [fault.code for fault in parse(text, "p", "en").faults]


def test_marks() -> None:
    assert _inlines("See [[baku-port]] and [[tokayev|the president]].[^8,essay:1]") == (
        Words("See "),
        Ref("baku-port", None),
        Words(" and "),
        Ref("tokayev", "the president"),
        Words("."),
        Cite((ParaRef("p", 8), ParaRef("essay", 1))),
    )


def test_markdown() -> None:
    assert _inlines("*a **b*** [c](https://x.y/z) <https://q.r>") == (
        Words("a ", emphasis=True),
        Words("b", emphasis=True, strong=True),
        Words(" "),
        WebLink("https://x.y/z", "c"),
        Words(" "),
        WebLink("https://q.r", "https://q.r"),
    )


def test_lists_and_quotations() -> None:
    prose = parse("1. a\n   - b\n   1. c\n2. d\n\n   more\n\n> q\n>\n> - r", "p", "en").prose
    found = [(paragraph.kind, paragraph.marker, paragraph.inlines[0]) for paragraph in prose]
    assert found == [
        ("item", "1.", Words("a")),
        ("item", "•", Words("b")),
        ("item", "1.1.", Words("c")),
        ("item", "2.", Words("d")),
        ("item", "", Words("more")),
        ("quotation", "", Words("q")),
        ("quotation", "•", Words("r")),
    ]


@pytest.mark.parametrize(
    ("text", "lang", "joined"),
    [
        ("one\ntwo", "en", "one two"),
        ("คำ\nคำ", "th", "คำคำ"),
        ("คำ \nคำ", "th", "คำ คำ"),
        ("คำ\n12", "th", "คำ 12"),
        ("อื่น\nๆ", "th", "อื่น ๆ"),
        ("word\nคำ", "en", "word คำ"),
        ("**คำ**\nคำ", "th", "คำคำ"),
        ("[[a|คำ]]\nคำ", "th", "คำคำ"),
        ("[[a|คำ\nคำ]]", "th", "คำคำ"),
        ("[[a]]\nคำ", "th", "aคำ"),
        ("[[a]]\nb", "en", "a b"),
        ("word\n[^1]", "en", "word"),
        ("คำ[^1]\nคำ", "th", "คำ คำ"),
        ("a  \nb", "en", "a b"),
    ],
)
def test_line_breaks(text: str, lang: str, joined: str) -> None:
    words = [
        inline.text if isinstance(inline, Words) else inline.label or inline.target
        for inline in _inlines(text, lang)
        if isinstance(inline, Words | Ref)
    ]
    assert "".join(words) == joined


@pytest.mark.parametrize(
    "text",
    [
        "# heading", "a\n===", "    code", "```\ncode\n```", "a `code` b", "![image](https://x.y)", "<b>html</b>",
        "<div>\nhtml\n</div>", "---", "a | b\n--|--\n1 | 2", "a\\\nb", "~~struck~~", '[a](https://x.y "title")',
        "[a [[b]]](https://x.y)",
    ],
)  # fmt: skip
def test_what_prose_does_not_have(text: str) -> None:
    assert set(_codes(text)) == {"KZ040"}
    assert all(fault.hint for fault in parse(text, "p", "en").faults)


@pytest.mark.parametrize("text", ["[[a", "[[]]", "[[a|]]", "[[a|b", "x [[a]"])
def test_broken_links(text: str) -> None:
    assert _codes(text) == ["KZ041"]


@pytest.mark.parametrize("text", ["[^", "[^]", "[^a]", "[^1-3]", "[^1,]", "[^essay:1,2]", "[^๗]", "[^1,,2]"])
def test_broken_citations(text: str) -> None:
    assert _codes(text) == ["KZ042"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "--version", "https://-x", "data:text/html,x", "ftp://x.y", "x.y",
     "https://x.y/&#x202e;z", "", "HTTPS:x", "mailto:--x@y.z"],
)  # fmt: skip
def test_addresses_that_are_refused(url: str) -> None:
    assert _codes(f"[words]({url})") == ["KZ046"]


@pytest.mark.parametrize(
    "url", ["https://x.y/a_b?c=d&e=f#g", "http://x.y", "mailto:a.b@c.d", "https://th.wikipedia.org/wiki/คำ"]
)
def test_addresses_that_pass(url: str) -> None:
    assert _inlines(f"[words]({url})") == (WebLink(url, "words"),)


def test_entities_and_escapes_are_text() -> None:
    assert _inlines("a &amp; &#27; \\*b\\* \\[[c]]") == (Words("a &amp; &#27; *b* [[c]]"),)


_PIECES = st.sampled_from(
    ["word", " ", "คำ", "\n", "\n\n", "[[a-b]]", "[[a|label]]", "[[a|คำ\nคำ]]", "[^1]", "[^8,essay:2]",
     ".", ",", "(", ")", '"', "'", "12", "1.", "-", "–", "!", "?", ":", "&", "&amp;", "%", "๑", "ๆ", "é", "\u00a0",
     "[", "]", "*", "_", "|", "#", "\u3000", "=", "[^x]", "[[", "[^", "]]", "~", "http://a.b", "+", "\t", "  ",
     "<", ">", "\\", "`", "$", "{", "}", "/", "@", "\u200b"]
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join), st.sampled_from(["en", "th"]))
@example("a\n\nb [[c]]\n[^1]", "en")
def test_plain_prose_is_read_as_markdown_reads_it(text: str, lang: str) -> None:
    plain = parse_plain(text, "p", lang)
    if plain is not None:
        whole = parse_markdown(text, "p", lang)
        assert plain.prose == whole.prose
        assert plain.faults == whole.faults
        assert plain.links == whole.links
        assert plain.cites == whole.cites
        assert plain.starts == whole.starts


@settings(max_examples=500, deadline=1000)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=30).map("".join)))
def test_any_prose_can_be_read(text: str) -> None:
    parsed = parse(text, "p", "th")
    for fault in parsed.faults:
        assert 0 <= fault.offset <= len(text)
    for link in parsed.links:
        assert text[link.offset : link.offset + link.length] == link.target
    for cite in parsed.cites:
        assert str(cite.ref.para) in re.sub(r"(?<!\d)0+(?=\d)", "", text[cite.offset : cite.offset + cite.length])
    assert [len(paragraph.inlines) for paragraph in parsed.prose] == [len(starts) for starts in parsed.starts]
    assert all(0 <= start <= len(text) for starts in parsed.starts for start in starts)


@pytest.mark.parametrize(
    "text",
    [piece * (10_000 // len(piece)) for piece in
     ("[", "[[", "[^", "*a ", "*a* ", "**", "_", "`", "``a`", "<", "<a ", "![", "[a](", "](", "\\", ">", "> ", "- ",
      "1. ", "a\n", "\n", " ", "\t", "[[a|", "[^1]", "- a\n", "~~", "&", "|", "|-\n", "<!--", "[a](<", "(", "*_",
      "a**b", "\n>")],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_no_prose_takes_long(text: str) -> None:
    import time

    start = time.process_time()
    parse(text, "p", "en")
    assert time.process_time() - start < 1


def test_places_in_the_file(tiny: Copy) -> None:
    loaded = tiny.load()
    lines = (tiny.folder / "pier.yaml").read_text("utf-8").split("\n")
    key = ("pier", "body", 1, "en")
    text = loaded.places.text(key)
    assert text is not None
    offset = text.index("the lamp")
    place = loaded.places.at(key, offset, 8)
    assert lines[place.line - 1][place.column - 1 :][: place.length] == "the lamp"
    place = loaded.places.inline(key, 3, 1)
    assert lines[place.line - 1][place.column - 1 :][: place.length] == " came down."
    place = loaded.places.inline(("pier", "body", 0, "th"), 0, 3)
    assert lines[place.line - 1][place.column - 1 :][: place.length] == "[^2]"
    place = loaded.places[("crossings-a-day", "value")]
    assert lines[place.line - 1][place.column - 1 :][: place.length] == "40"
    assert place == loaded.places[("pier", "figures", "crossings-a-day", "value")]
    assert loaded.places[("briefing.yaml", "sources", "letter", "url")].length == len("https://example.org/letter")
    assert ("pier", "nothing") not in loaded.places
    assert set(loaded.places) >= {key, ("crossings-a-day", "value"), ("letter", "url")}
    assert len(loaded.places) == len(list(loaded.places))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("      Runs [[nobody]].[^2]", (13, "nobody")),
        ("      Runs *all* [[nobody]].[^2]", (19, "nobody")),
    ],
)
def test_a_fault_in_a_block_points_at_itself(tiny: Copy, written: str, place: tuple[int, str]) -> None:
    tiny.change("actors.yaml", "      Runs the only ferry.[^2]", written)
    found = next(one for one in tiny.load().diagnostics if one.code == "KZ012")
    column, word = place
    assert found.source_line[found.column - 1 :][: found.length] == word
    assert found.column in (column + 1, column + 1)


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("    en: Runs [[nobody]].[^2]", "nobody"),
        ("    en: 'Runs [[nobody]].[^2]'", "nobody"),
        ('    en: "Runs [[nobody]].[^2]"', "nobody"),
        ('    en: "Runs \\x41 [[nobody]].[^2]"', '"Runs \\x41 [[nobody]].[^2]"'),
        ("    en: >\n      Runs all [[nobody]].[^2]", ">"),
        ("    en: |-\n       \n\n       - Runs\n         all [[nobody]].[^2]", "nobody"),
    ],
)
def test_places_by_style(tiny: Copy, written: str, word: str) -> None:
    tiny.change("actors.yaml", "    en: |\n      Runs the only ferry.[^2]", written)
    found = next(one for one in tiny.load().diagnostics if one.code == "KZ012")
    assert found.source_line[found.column - 1 :][: found.length] == word
