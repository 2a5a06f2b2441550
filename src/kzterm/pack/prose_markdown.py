"""Reads prose that uses Markdown, through markdown-it-py. Slow to import: prose.py does so only when it must."""

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kzterm.pack.prose_collect import Collector, Kind, Parsed
from kzterm.pack.prose_marks import CITATION, LINK, Fault

_REFUSED = {
    "heading_open": ("a heading", "a scene's title is its heading: write a paragraph"),
    "code_block": ("indented code", "take the four spaces or the tab before the line away"),
    "fence": ("a block of code", "take the ``` or ~~~ away"),
    "code_inline": ("code", "take the ` away, or write \\` to show it"),
    "hr": ("a rule", "take the line away, or write \\- or \\* to show it"),
    "html_block": ("HTML", "take the tags away, or write \\< to show them"),
    "html_inline": ("HTML", "take the tags away, or write \\< to show them"),
    "table_open": ("a table", "write a list or sentences"),
    "image": ("an image", "link to it: [words](https://…)"),
    "s_open": ("struck-out text", "take the ~~ away"),
}
"""What each refused token is called, and what to do."""

_WORDS_ALONE = "a web link holds words alone"


def parse_markdown(text: str, primary: str, lang: str) -> Parsed:
    """Prose from its text, whatever Markdown it holds; what a briefing does not have becomes a fault."""
    return _Reader(text, Collector(primary, lang)).read()


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["entity", "reference"])
    # Addresses stay as typed and are judged by the collector, which says what is wrong with them.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.inline.ruler.before("text", "kz_mark", _mark)
    parser.inline.ruler.at("newline", _newline)
    return parser


def _mark(state: StateInline, silent: bool) -> bool:
    """`[[target|label]]` and `[^18]`; what begins like one and is broken becomes a token of its own."""
    opening = state.src[state.pos : state.pos + 2]
    if opening not in ("[[", "[^"):
        return False
    match = (LINK if opening == "[[" else CITATION).match(state.src, state.pos, state.posMax)
    if not silent:
        kind = "broken" if match is None else "link" if opening == "[[" else "cite"
        state.push(f"kz_{kind}", "", 0).meta = {"at": state.pos, "match": match, "opening": opening}
    state.pos = match.end() if match else state.pos + 2
    return True


def _newline(state: StateInline, silent: bool) -> bool:
    """A line break; markdown-it's own rule forgets whether a space stood before it."""
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        kept = state.pending.rstrip(" \t")
        spaced = kept != state.pending
        state.pending = kept
        state.push("softbreak", "br", 0).meta = {"spaced": spaced}
    state.pos += 1
    while state.pos < state.posMax and state.src[state.pos] in " \t":
        state.pos += 1
    return True


class _Reader:
    """Walks the tokens of one piece of prose."""

    def __init__(self, text: str, collector: Collector) -> None:
        self.text = text
        self.collector = collector
        self.line_starts = [0]
        for line in text.split("\n"):
            self.line_starts.append(self.line_starts[-1] + len(line) + 1)
        self.quotations = 0
        self.numbers: list[int | None] = []
        """For each open list: the number of its next item, or None for bullets."""
        self.marker = ""

    def read(self) -> Parsed:
        skipping = ""
        for token in _markdown().parse(self.text):
            if skipping:
                skipping = "" if token.type == skipping else skipping
            elif token.type in _REFUSED:
                first = token.map[0] if token.map else 0
                start = self.line_starts[first]
                line = self.text[start : self.line_starts[first + 1] - 1]
                indent = len(line) - len(line.lstrip(" \t"))
                self.refuse(token.type, start + indent, len(line.strip()))
                if token.type.endswith("_open"):
                    skipping = token.type.replace("_open", "_close")
            elif token.type == "inline":
                self.inline(token)
            else:
                self.block(token)
        return self.collector.parsed()

    def block(self, token: Token) -> None:
        match token.type:
            case "blockquote_open":
                self.quotations += 1
            case "blockquote_close":
                self.quotations -= 1
            case "bullet_list_open":
                self.numbers.append(None)
            case "ordered_list_open":
                start = token.attrGet("start")
                self.numbers.append(1 if start is None else int(start))
            case "bullet_list_close" | "ordered_list_close":
                self.numbers.pop()
            case "list_item_open":
                self.marker = self.next_marker()
            case "list_item_close":
                self.marker = ""
            case _:
                pass

    def next_marker(self) -> str:
        number = self.numbers[-1]
        if number is None:
            return "•"
        self.numbers[-1] = number + 1
        outer = [str(outer - 1) for outer in self.numbers[:-1] if outer is not None]
        return ".".join((*outer, str(number))) + "."

    def inline(self, token: Token) -> None:
        content = _Content(token, self.text, self.line_starts)
        self.inlines(token.children or [], content)
        kind: Kind = "quotation" if self.quotations else "item" if self.numbers else "text"
        self.collector.paragraph(kind, self.marker)
        self.marker = ""

    def inlines(self, tokens: Sequence[Token], content: "_Content") -> None:
        emphasis = strong = 0
        url: str | None = None
        label: list[str] = []
        opened = 0
        for previous, token in zip((None, *tokens), tokens, strict=False):
            at = content.find(token)
            if previous and previous.type.startswith("kz_") and token.content.startswith("]("):
                # CommonMark has no links inside links: it takes what was meant as one for plain text.
                self.fault("KZ040", at, 1, _WORDS_ALONE, "put the rest beside the link")
            match token.type:
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "link_open":
                    url, label, opened = str(token.attrGet("href") or ""), [], at
                    if token.attrGet("title"):
                        self.fault("KZ040", at, 1, "a web link has no title here", "take the words in quotes away")
                case "link_close":
                    self.collector.web(url or "", "".join(label), opened)
                    url = None
                case "text" | "text_special" if url is not None:
                    label.append(token.content)
                case "softbreak" | "hardbreak" if url is not None:
                    label.append(" ")
                case kind if url is not None:
                    if kind in _REFUSED or kind.startswith("kz_"):
                        self.fault("KZ040", at, 1, _WORDS_ALONE, "put the rest beside the link")
                case "text" | "text_special":
                    self.collector.words(token.content, at, emphasis > 0, strong > 0)
                case "softbreak":
                    self.collector.line_break(at, token.meta["spaced"])
                case "hardbreak":
                    hint = "take the backslash away, or begin a paragraph with an empty line"
                    self.fault("KZ040", at, 1, "prose has no line breaks of its own", hint)
                case "kz_link":
                    mark = token.meta["match"]
                    self.collector.link(mark["target"], mark["label"], at)
                case "kz_cite":
                    self.collector.citation(token.meta["match"]["body"], at)
                case "kz_broken":
                    self.broken(token.meta["opening"], at)
                case kind if kind in _REFUSED:
                    self.refuse(kind, at, len(token.content) or 1)
                case _:
                    pass

    def broken(self, opening: str, at: int) -> None:
        if opening == "[[":
            self.fault("KZ041", at, 2, "this link is not closed", "write [[id]] or [[id|label]]")
        else:
            self.fault("KZ042", at, 2, "this citation is not closed", "write [^18], [^8,20] or [^essay:1]")

    def refuse(self, kind: str, at: int, length: int) -> None:
        what, hint = _REFUSED[kind]
        self.fault("KZ040", at, length, f"prose cannot hold {what}", hint)

    def fault(self, code: str, at: int, length: int, message: str, hint: str) -> None:
        self.collector.faults.append(Fault(code, at, length, message, hint))


class _Content:
    """The text of one inline token, and where its parts stand in the prose.

    markdown-it tells positions of lines, and our own marks know theirs; other pieces are looked for from where the
    last one ended.
    """

    def __init__(self, token: Token, text: str, line_starts: list[int]) -> None:
        self.content = token.content
        self.cursor = 0
        self.offsets: list[tuple[int, int]] = []
        """For each line: where it begins in the content, and in the prose."""
        first = token.map[0] if token.map else 0
        begin = 0
        for position, line in enumerate(self.content.split("\n"), first):
            number = min(position, len(line_starts) - 2)
            raw = text[line_starts[number] : line_starts[number + 1] - 1]
            within = raw.find(line) if line else -1
            self.offsets.append((begin, line_starts[number] + max(0, within)))
            begin += len(line) + 1

    def find(self, token: Token) -> int:
        """The offset in the prose at which a token stands, as exactly as can be told."""
        if token.type.startswith("kz_"):
            at = token.meta["at"]
            match = token.meta["match"]
            self.cursor = match.end() if match else at + 2
            return self.offset(at)
        piece = {"softbreak": "\n", "hardbreak": "\n"}.get(token.type, token.content) or token.markup
        if token.type == "link_open":
            piece = "<" if token.markup == "autolink" else "["
        at = self.content.find(piece, self.cursor) if piece else -1
        if at < 0:
            at = self.cursor
        elif token.type != "link_open":
            self.cursor = at + len(piece)
        return self.offset(at)

    def offset(self, at: int) -> int:
        begin, place = next(pair for pair in reversed(self.offsets) if pair[0] <= at)
        return place + at - begin
