"""What a single command means: an answer, a number, a name, a verb, a question, or nothing that is understood."""

import re
from dataclasses import replace

from kzterm.model.briefing import Scene
from kzterm.play import grammar
from kzterm.play.choosing import answered, number_of
from kzterm.play.commands import moving, reading, searching
from kzterm.play.commands.again import again, oops
from kzterm.play.commands.table import PAGES, glued, split, verb_called
from kzterm.play.how_to import how_to
from kzterm.play.names import names
from kzterm.play.progress import NOTHING_PENDING, Pending, Question
from kzterm.play.puzzled import not_understood
from kzterm.play.questions import question
from kzterm.play.search import search
from kzterm.play.turn import Outcome, Turn
from kzterm.play.verb import Verb
from kzterm.text.fold import fold

_END = " !?.,;:"
_IDLE = frozenset({"game", "program", "kzterm", "all", "here", "everything", "again", "it", "now", "around"})
"""What may follow a verb that takes nothing, and means nothing."""
_ON = re.compile(r"^(?:back\s+)?(?:to\s+)?(?:the\s+)?", re.IGNORECASE)
_ENTER = re.compile(r"^(?:enter|go into|into|inside)\s+(?P<where>.+)", re.IGNORECASE)
_MINE = re.compile(r"^(?:(?:at|the|my)\s+)+", re.IGNORECASE)
_FILE = re.compile(r"\S*[./]\S*|\S+ ?\S*\.\w+")


def takes_rest(piece: str) -> bool:
    """Whether a piece begins with a verb that takes the rest of the line as it stands."""
    found = split(piece)
    if found is None:
        return piece.startswith("*")
    verb, rest = found
    return bool(rest) and (verb.takes == "text" or (verb.name == "peek" and takes_rest(rest)))


def begins_command(piece: str) -> bool:
    """Whether what follows a comma or `and` is a command of its own: a direction, or a verb with its noun."""
    if moving.direction_of(piece.split(",", maxsplit=1)[0].strip(_END)):
        return True
    found = split(piece)
    return found is not None and bool(found[0].noun) and bool(found[1])


def whole(turn: Turn, line: str) -> bool:
    """Whether a line is one command however many dots it has: a name, or what a verb has asked for."""
    pending = turn.progress.pending
    verb = verb_called(pending.verb) if pending.verb else None
    if verb is not None and verb.takes == "text":
        return split(line) is None and moving.direction_of(line) is None
    return bool(turn.called(line))


def run(turn: Turn, command: str) -> Outcome:
    """Do one command."""
    words = command if takes_rest(command) else grammar.polite_less(command)
    if not words:
        return turn.tell(turn.t("Type the name of anything you see, or `help`."))
    if words.startswith("*"):
        return turn.tell(turn.t("Comment noted."))
    bare = words.strip(_END)
    if turn.progress.pending.question and (chosen := _chosen(turn, turn.progress.pending.question, bare)):
        return chosen
    if (verb := _waiting(turn, words)) is not None:
        return _perform(turn, verb, words)
    outcome = _number(turn, bare) or _verb_alone(turn, words) or _named(turn, bare) or _verb(turn, words)
    return outcome or _otherwise(turn, bare)


def _waiting(turn: Turn, words: str) -> Verb | None:
    """The verb that has asked for its noun, if the words can be one; None when they are a command of their own."""
    name, bare = turn.progress.pending.verb, words.strip(_END)
    if name is None or moving.direction_of(bare) or verb_called(bare) or fold(bare).isdecimal():
        return None
    return verb_called(name) if split(words) is None or turn.called(bare) else None


def _chosen(turn: Turn, asked: Question, bare: str) -> Outcome | None:
    """What an answer to "Which one?" brings; None when the words are a command of their own."""
    number = number_of(bare, len(asked.answers))
    if number is None and (verb_called(bare.split(" ", 1)[0]) or moving.direction_of(bare)):
        return None
    if line := answered(asked, bare):
        return run(Turn(turn.briefing, turn.now(pending=NOTHING_PENDING)), line)
    if number is None:
        return None
    words = turn.t("There are only {count} to choose from.", count=len(asked.answers))
    return turn.tell(words, pending=replace(turn.progress.pending))


def _number(turn: Turn, bare: str) -> Outcome | None:
    """An exit by its number; a larger number may be a year or stand in a name."""
    if not fold(bare).isdecimal():
        return None
    number = int(fold(bare)[:9])
    outcome = moving.exit_by_number(turn, number)
    if outcome is None and len(bare) > 1:
        outcome = _named(turn, bare) or (searching.find(turn, bare) if search(turn.briefing, bare) else None)
    return outcome or moving.no_such_exit(turn, number)


def _verb_alone(turn: Turn, words: str) -> Outcome | None:
    """A direction, or a verb with nothing after it."""
    bare = words.strip(_END)
    if moving.direction_of(bare):
        return moving.go(turn, bare)
    verb = verb_called(words) or verb_called(bare)
    return _perform(turn, verb, "") if verb else None


def _named(turn: Turn, bare: str) -> Outcome | None:
    """What goes by exactly this name, even if it begins like a verb."""
    found = turn.called(bare)
    if not found or (len(found) > 1 and split(bare) is not None):
        return None
    here = names(turn.briefing).find(bare, turn.here())
    return turn.open(here[0]) if len(here) == 1 else turn.which(here)


def _verb(turn: Turn, words: str) -> Outcome | None:
    """A verb with what follows it; None where that makes no sense."""
    found = split(words)
    if found is None:
        return None
    verb, rest = found
    if verb.name == "who" or (glued(words) and not _makes_sense(turn, verb, rest, words.startswith(verb.thai[0]))):
        return None
    if verb.grammar:
        return None if verb.file and not _is_file(rest) else _perform(turn, verb, rest)
    onward = _ON.sub("", rest).strip(_END)
    if verb.name in ("quit", "back") and _leads(turn, onward):
        return moving.go(turn, onward)
    return _perform(turn, verb, "") if fold(onward) in _IDLE else None


def _leads(turn: Turn, words: str) -> bool:
    return moving.direction_of(words) is not None or bool(names(turn.briefing).called(fold(words), (Scene,)))


def _is_file(words: str) -> bool:
    """Whether words are the name of a file, and not the rest of a sentence."""
    return fold(words) in ("off", "stop", "end", "เลิก", "หยุด") or " " not in words or _FILE.fullmatch(words) is not None


def _makes_sense(turn: Turn, verb: Verb, rest: str, written_out: bool) -> bool:
    """Whether a Thai word that begins like a verb is one, with its noun written close to it.

    `written_out` tells whether the verb is spelt in full: the short หา of ค้นหา begins many other words.
    """
    if verb.takes == "text":
        return verb.name == "search" and bool(rest) and written_out
    if not verb.grammar:
        return False
    if fold(rest).isdecimal() or fold(rest) in reading.READER | reading.ALL:
        return True
    if verb.name == "go":
        return moving.direction_of(rest) is not None or bool(moving.leads_to(turn, rest))
    if verb_called(rest) or (verb.takes == "list" and len(grammar.listed(rest)) > 1):
        return True
    return any(turn.called(rest.removeprefix(lead)) for lead in ("", "เรื่อง", "ของ"))


def _otherwise(turn: Turn, bare: str) -> Outcome:
    """No verb: about the reader, a question, something whose name begins so, several things, or nothing we know."""
    if bare.casefold() in reading.READER:
        return turn.open(":me")
    if turn.unclear(bare):
        return turn.tell(turn.t('Nothing has been spoken of yet that "{word}" could mean.', word=bare))
    if (match := _ENTER.match(bare)) and moving.leads_to(turn, match["where"]):
        return moving.go(turn, match["where"])
    if asked := question(bare):
        return how_to(turn, asked) or searching.answer(turn, asked)
    found = () if "," in bare else turn.find(bare)
    if not found and len(members := grammar.listed(bare)) > 1:
        each = [turn.find(member) for member in members]
        found = tuple(ident for one in each for ident in one) if all(len(one) == 1 for one in each) else ()
    if found:
        return turn.open(found[0]) if len(found) == 1 else turn.which(found)
    if glued(bare) and (parts := split(bare)) and (parts[0].noun or parts[0].name == "go") and parts[0].takes != "text":
        return _perform(turn, *parts)
    return not_understood(turn, bare)


def _perform(turn: Turn, verb: Verb, words: str) -> Outcome:
    if verb.name in ("again", "oops"):
        line = again(turn) if verb.name == "again" else oops(turn, words)
        return run(Turn(turn.briefing, turn.now(pending=NOTHING_PENDING)), line) if line else _nothing(turn, verb)
    if verb.name == "peek" and words:
        return _peek(turn, words)
    if verb.noun and not words:
        return turn.tell(turn.t(verb.noun), pending=Pending(verb=verb.name))
    if verb.name in ("look", "examine") and (page := _page(turn, words)):
        return page
    if verb.takes == "list":
        return _each(turn, verb, words)
    return verb.run(turn, words)


def _page(turn: Turn, words: str) -> Outcome | None:
    """A page that goes by its verb, as in `open the map`, unless something here has exactly that name."""
    verb = verb_called(_MINE.sub("", words.strip(_END)))
    if verb is None or verb.name not in PAGES or set(turn.called(words)) & set(turn.here()):
        return None
    return verb.run(turn, "")


def _peek(turn: Turn, words: str) -> Outcome:
    """What a line or a name would open, shown over what is open."""
    found = split(words)
    if found and found[0].name == "web":
        return turn.tell(turn.t("This leads out of the briefing, to {url}", url=found[1]))
    outcome = run(turn, words)
    if not outcome.show:
        return replace(outcome, progress=turn.now(pending=outcome.progress.pending), quit=False, effects=())
    place = outcome.progress.place
    progress = turn.now(pending=NOTHING_PENDING)
    return Outcome(progress.peeking(place.address, place.address in turn.briefing.cards), peek=place)


def _each(turn: Turn, verb: Verb, words: str) -> Outcome:
    """A verb that is done to every member of a list."""
    members = [words] if turn.find(words) else grammar.listed(words)
    outcome = verb.run(turn, members[0])
    for member in members[1:]:
        after = verb.run(Turn(turn.briefing, outcome.progress), member)
        outcome = replace(after, notice=(*outcome.notice, *after.notice), show=outcome.show or after.show)
    return outcome


def _nothing(turn: Turn, verb: Verb) -> Outcome:
    if verb.name == "again":
        return turn.tell(turn.t("There is nothing to repeat yet."))
    return turn.tell(turn.t("There is nothing to correct. `oops WORD` replaces a word I did not understand."))
