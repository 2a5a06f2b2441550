"""From YAML text to a tree of nodes, strictly: every scalar stays text, and nothing refers, repeats or converts.

PyYAML's event parser is iterative and safe; its composers recurse and obey aliases, so the tree is built here.
"""

import yaml

from kzterm.pack.diagnostic import quoted
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import Items, Map, Node, Scalar, SourceFile, Style
from kzterm.pack.places import spot
from kzterm.text.clean import FORBIDDEN, name_of

DEEPEST = 32
"""Maps and lists inside each other."""

MOST_NODES = 200_000
"""Values in one file."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ADVICE = (
    ("mapping values are not allowed", 'put text that holds ": " in quotation marks, or indent with care'),
    ("tab", "indent with spaces, not tabs"),
    ("cannot start any token", "put text that begins with this character in quotation marks"),
    ("unexpected end of stream", "a quotation mark, bracket or brace is not closed"),
    ("expected ',' or", 'close the bracket, or put text that holds ", " or ": " in quotation marks'),
    ("node content", "a bracket or brace is not closed, or a value is missing"),
    ("expected key", "check the indentation: keys of one map stand in one column"),
    ("expected <block end>", "check the indentation: keys of one map stand in one column"),
    ("block end", "check the indentation: keys of one map stand in one column"),
    ("expected ':'", "a key needs a colon and a space after it"),
    ("escape", "in double quotation marks a backslash begins an escape; use single ones"),
)


_STYLES: dict[str | None, Style] = {None: "", "": "", "'": "'", '"': '"', "|": "|", ">": ">"}


class _GivenUpError(Exception):
    """The file is given up; what is wrong has been reported."""


class _Composer:
    """Builds one file's tree from its events."""

    def __init__(self, file: SourceFile, findings: Findings) -> None:
        self.file = file
        self.findings = findings
        self.root: Node | None = None
        self.open: list[Map | Items] = []
        self.keys: list[Scalar | None] = []
        """For each open container: the key that waits for its value, if it is a map."""
        self.wants_value: list[bool] = []
        """For each open container: whether a map's next node is a value (its key may have been refused)."""
        self.nodes = 0

    def scalar(self, event: yaml.ScalarEvent) -> None:
        style = _STYLES[event.style]
        node = Scalar(self.file, event.value, style, _start(event), _end(event))
        if style == '"' and (match := FORBIDDEN.search(event.value)):
            message = f"this text holds the character {name_of(match[0])}, which is not allowed"
            self.findings.node("KZ005", node, message, "delete its escape")
            node.text = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", event.value)
        self.put(node)

    def begin(self, node: Map | Items) -> None:
        if len(self.open) >= DEEPEST:
            message = f"more than {DEEPEST} maps and lists stand inside each other"
            self.findings.place("KZ009", spot(self.file, node.line, node.column, 1), message)
            raise _GivenUpError
        self.put(node)
        self.open.append(node)
        self.keys.append(None)
        self.wants_value.append(False)

    def end(self) -> None:
        self.open.pop()
        self.keys.pop()
        self.wants_value.pop()

    def put(self, node: Node) -> None:
        """Give a node its place in the innermost open container."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            message = f"this file holds more than {MOST_NODES} values"
            self.findings.place("KZ009", spot(self.file, node.line, node.column, 1), message, "split it")
            raise _GivenUpError
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
        elif not self.wants_value[-1]:
            self.wants_value[-1] = True
            self.keys[-1] = self.key(parent, node)
        else:
            self.wants_value[-1] = False
            key = self.keys[-1]
            if key is not None:
                parent.pairs[key.text] = (key, node)
                if not isinstance(node, Scalar):
                    node.key = key

    def key(self, parent: Map, node: Node) -> Scalar | None:
        """The node as a key; None, and a finding, when it cannot be one."""
        if not isinstance(node, Scalar):
            self.findings.node("KZ007", node, "a key is plain text, not a map or list", "did you mean quotation marks?")
        elif node.text == "<<" and not node.style:
            self.findings.node("KZ007", node, "merge keys are not used here", "write the values out")
        elif node.text in parent.pairs:
            first = parent.pairs[node.text][0]
            message = f"the key {quoted(node.text)} stands here twice"
            self.findings.node("KZ008", node, message, f"the first is in line {first.line + 1}")
        else:
            return node
        return None

    def refuse(self, event: yaml.NodeEvent, what: str, hint: str) -> None:
        """Report something that briefings do not use, pointing at the word it begins with."""
        line, column = _start(event)
        word = self.file.line(line)[column : column + 80].split(" ", 1)[0]
        message = f"{what} are not used here"
        self.findings.place("KZ007", spot(self.file, line, column, len(word)), message, hint)


def compose(file: SourceFile, findings: Findings) -> Node | None:
    """The tree of a file; None when the file is empty, or at fault in a way that leaves nothing to check."""
    composer = _Composer(file, findings)
    try:
        for event in yaml.parse(file.text, Loader=_LOADER):
            if isinstance(event, yaml.NodeEvent) and not _node(composer, event):
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                composer.end()
            elif isinstance(event, yaml.DocumentStartEvent) and not _document(composer, event):
                break
    except _GivenUpError:
        return None
    except yaml.MarkedYAMLError as error:
        _syntax_error(file, error, findings)
        return None
    except Exception as error:  # PyYAML raises whatever its pieces raise: RecursionError, ValueError, KeyError …
        findings.place("KZ006", spot(file, 0, 0, 1), f"this is not YAML that can be read ({type(error).__name__})")
        return None
    return composer.root


def _node(composer: _Composer, event: yaml.NodeEvent) -> bool:
    """Take in a node; the answer is always False, for there is nothing more to do with it."""
    start = _start(event)
    if isinstance(event, yaml.AliasEvent):
        composer.refuse(event, "aliases", 'write the value out (text that begins with "*" goes in quotation marks)')
        composer.put(Scalar(composer.file, "", "", start, start))
        return False
    if event.anchor is not None:
        composer.refuse(event, "anchors", 'delete it (text that begins with "&" goes in quotation marks)')
    if getattr(event, "tag", None) is not None:
        composer.refuse(event, "tags", 'delete it (text that begins with "!" goes in quotation marks)')
    if isinstance(event, yaml.ScalarEvent):
        composer.scalar(event)
    elif isinstance(event, yaml.MappingStartEvent):
        composer.begin(Map(composer.file, bool(event.flow_style), start))
    elif isinstance(event, yaml.SequenceStartEvent):
        composer.begin(Items(composer.file, bool(event.flow_style), start))
    return False


def _document(composer: _Composer, event: yaml.DocumentStartEvent) -> bool:
    """Whether to go on with a document: the first one only. Directives are refused."""
    line, _ = _start(event)
    if event.version or event.tags:
        message = "directives are not used here"
        hint = 'delete the lines that begin with "%"'
        composer.findings.place("KZ007", spot(composer.file, line, 0), message, hint)
    if composer.root is None:
        return True
    message = "a second document begins here"
    hint = "a file holds one document: delete this line"
    composer.findings.place("KZ007", spot(composer.file, line, 0, 3), message, hint)
    return False


def _syntax_error(file: SourceFile, error: yaml.MarkedYAMLError, findings: Findings) -> None:
    mark = error.problem_mark or error.context_mark
    problem = " ".join(part for part in (error.problem, error.context and f"({error.context})") if part)
    advice = next((advice for clue, advice in _ADVICE if clue in problem), "")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if error.context_mark and error.context_mark.line != line:
        began = f"what is being read there begins in line {error.context_mark.line + 1}"
        advice = f"{advice}; {began}" if advice else began
    findings.place("KZ006", spot(file, line, column, 1), f"this is not YAML: {problem[:200]}", advice)


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column from 0 where an event begins."""
    mark = event.start_mark
    assert mark is not None, "events that come from text have marks"
    return mark.line, mark.column


def _end(event: yaml.Event) -> tuple[int, int]:
    mark = event.end_mark
    assert mark is not None, "events that come from text have marks"
    return mark.line, mark.column
