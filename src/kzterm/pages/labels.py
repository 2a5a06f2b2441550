"""The words for voices, statuses, directions and kinds, in the reader's language."""

from kzterm.catalogue import N_, Catalogue

_VOICES = {
    "named": N_("by name: the text ties it to its holder"),
    "narrated": N_("as narrated: the article's own voice, not ascribed to anyone"),
    "unnamed": N_("unnamed: the source does not say whose it is"),
    "party": N_("a party's: somebody reported by the source"),
}

_VOICES_SHORT = {
    "named": N_("by name"),
    "narrated": N_("as narrated"),
    "unnamed": N_("holder not named"),
    "party": N_("a party's"),
}

_STATUSES = {
    "asserted": N_("asserted"),
    "alleged": N_("alleged"),
    "denied": N_("a denial"),
    "announced": N_("announced"),
    "disputed": N_("disputed"),
    "open": N_("left open"),
}

_DIRECTIONS = {
    "n": N_("north"),
    "ne": N_("northeast"),
    "e": N_("east"),
    "se": N_("southeast"),
    "s": N_("south"),
    "sw": N_("southwest"),
    "w": N_("west"),
    "nw": N_("northwest"),
    "up": N_("up"),
    "down": N_("down"),
    "in": N_("in"),
    "out": N_("out"),
}

_ACTOR_KINDS = {
    "person": N_("person"),
    "state": N_("state"),
    "bloc": N_("bloc"),
    "group": N_("group"),
    "organisation": N_("organisation"),
    "company": N_("company"),
    "place": N_("place"),
    "infrastructure": N_("infrastructure"),
    "occasion": N_("occasion"),
    "unnamed": N_("not named"),
}

_GROUNDS = {
    "visible": N_("visible in the source itself"),
    "general_knowledge": N_("general knowledge, not in the article"),
    "essay_opening": N_("compared with a stored copy of the opening of the original essay, not in the article"),
    "look_up": N_("looked up, not in the article"),
}


def voice(name: str, say: Catalogue) -> str:
    """A voice with what it means."""
    return say.t(_VOICES[name])


def voice_short(name: str, say: Catalogue) -> str:
    """A voice in two or three words."""
    return say.t(_VOICES_SHORT[name])


def status(name: str, say: Catalogue) -> str:
    """Where a claim stands."""
    return say.t(_STATUSES[name])


def direction(name: str, say: Catalogue) -> str:
    """A direction as a word."""
    return say.t(_DIRECTIONS[name])


def actor_kind(name: str, say: Catalogue) -> str:
    """What sort of actor it is."""
    return say.t(_ACTOR_KINDS[name])


def ground(name: str, say: Catalogue) -> str:
    """What an editor's note rests on."""
    return say.t(_GROUNDS[name])
