"""Verbs for finding: search, what, why and the other questions."""

from kzterm.catalogue import N_
from kzterm.model.cards import Assessment, Claim
from kzterm.play.commands.reading import READER
from kzterm.play.effects import Browse, Copy
from kzterm.play.grammar import Question
from kzterm.play.names import names
from kzterm.play.search import QUESTION_KINDS, search
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import did_you_mean, what_is_here
from kzterm.play.verb import Verb

_THIS_PLACE = frozenset({"this", "this place", "here", "this room", "this scene", "ที่นี่", "ที่นี้"})


def find(turn: Turn, words: str) -> Outcome:
    """Every scene and card that has the words."""
    if not search(turn.briefing, words):
        return turn.tell(turn.t('Nothing here speaks of "{words}".', words=words))
    return turn.open(f":search {words}")


def answer(turn: Turn, asked: Question) -> Outcome:
    """A question in words: by opening what it names, else by searching what can answer it."""
    about = asked.about
    if about.casefold() in READER or about.casefold().endswith("am i"):
        return turn.open(":me")
    if not about and asked.asks == "who":
        return turn.open(":who")
    if not about or about.casefold() in _THIS_PLACE:
        return turn.open(":about") if asked.asks == "what" and not about else turn.open(turn.scene.id)
    found = turn.find(about)
    if asked.asks == "why":
        found = tuple(ident for ident in found if isinstance(turn.briefing.cards.get(ident), Assessment | Claim))
        if len(found) == 1:
            return turn.open(f":why {found[0]}")
    elif asked.asks in ("who", "what", "where") and len(found) == 1:
        return turn.open(found[0])
    elif asked.asks in ("who", "what", "where") and found:
        return turn.which(found)
    near = names(turn.briefing).suggest(about, turn.here()) if asked.asks in ("who", "what", "where") else ()
    if near and not search(turn.briefing, about, whole_only=True):
        return turn.tell(turn.t('I don\'t understand "{words}".', words=about), did_you_mean(turn, near))
    for kinds in (QUESTION_KINDS[asked.asks], ()):
        if search(turn.briefing, about, kinds):
            return turn.open(f":search {asked.asks}: {about}" if kinds else f":search {about}")
    return turn.tell(
        turn.t('Nothing here answers that: no scene or card speaks of "{words}".', words=about), what_is_here(turn)
    )


def peek(turn: Turn, _words: str) -> Outcome:
    """Carried out by the session, which knows what any line would open."""
    return turn.tell()


def web(turn: Turn, words: str) -> Outcome:
    """A web address: shown and copied, never opened unasked."""
    if not words.startswith(("http://", "https://")) or " " in words:
        return turn.tell(turn.t("A web address begins with http:// or https://."))
    lines = (
        turn.t("This leads out of the briefing, to {url}", url=words),
        turn.t("It is copied; `browse {url}` opens it in a browser.", url=words),
    )
    return Outcome(turn.progress, lines, effects=(Copy(words),))


def browse(turn: Turn, words: str) -> Outcome:
    """A web address, in the reader's browser, at the reader's word."""
    if not words.startswith(("http://", "https://")) or " " in words:
        return turn.tell(turn.t("A web address begins with http:// or https://."))
    return Outcome(turn.progress, effects=(Browse(words),))


VERBS = (
    Verb(
        "search",
        ("find", "grep", "/"),
        ("ค้น", "ค้นหา", "หา"),
        "WORDS",
        N_("find words in every scene and card, in both languages"),
        "search oil",
        find,
        "text",
        N_("What do you want to search for?"),
    ),
    Verb(
        "peek",
        ("preview",),
        ("แอบดู", "ชะโงก"),
        "THING",
        N_("its card, over the page that is open"),
        "peek umarov",
        peek,
        "words",
        N_("What do you want to peek at?"),
    ),
    Verb(
        "web",
        ("url",),
        ("เว็บ",),
        "ADDRESS",
        N_("show and copy a web address"),
        "web https://foreignpolicy.com/",
        web,
        "text",
        N_("Which address?"),
    ),
    Verb(
        "browse",
        (),
        ("เบราว์เซอร์",),
        "ADDRESS",
        N_("open a web address in your browser"),
        "browse https://foreignpolicy.com/",
        browse,
        "text",
        N_("Which address?"),
    ),
)
