"""A briefing as one reader sees it: in a language, with names, links and citations made into runs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kzterm.catalogue import N_, Catalogue, catalogue
from kzterm.model.briefing import Briefing, Item, Scene, Trail
from kzterm.model.cards import (
    ARTICLE,
    NOT_ATTRIBUTED,
    Actor,
    Assessment,
    Caveat,
    Citation,
    Claim,
    Event,
    Figure,
    Quote,
    Tension,
    Term,
    Thing,
)
from kzterm.model.prose import Cite, Inline, Paragraph, ParaRef, Prose, Proses, Ref, Texts, WebLink, Words, plain
from kzterm.pages.blocks import Block, Link, Pair, Para, Run, Runs, Style
from kzterm.text.thai import THAI

_STYLES: dict[type, Style] = {Claim: "claim", Assessment: "judgement", Quote: "quote", Caveat: "caveat"}

KINDS: dict[type, str] = {
    Scene: N_("Scene"),
    Trail: N_("Trail"),
    Actor: N_("Actor"),
    Thing: N_("Thing"),
    Quote: N_("Quote"),
    Assessment: N_("Assessment"),
    Claim: N_("Claim"),
    Figure: N_("Figure"),
    Event: N_("Event"),
    Caveat: N_("Caveat"),
    Term: N_("Term"),
    Tension: N_("Comparison"),
}

_COMPARATORS = {
    "exactly": "{number}",
    "more_than": N_("more than {number}"),
    "at_least": N_("at least {number}"),
    "at_most": N_("at most {number}"),
    "about": N_("about {number}"),
}


@dataclass(frozen=True)
class View:
    """How one reader sees the briefing."""

    briefing: Briefing
    lang: str
    """The language of the interface and, unless `both`, of the briefing."""
    both: bool = False
    """Whether every paragraph of a scene is shown in two languages."""

    @property
    def say(self) -> Catalogue:
        """The interface in the reader's language."""
        return catalogue(self.lang)

    @property
    def other_lang(self) -> str | None:
        """The briefing's next language; None when it has only one."""
        return next((lang for lang in self.briefing.languages if lang != self.lang), None)

    def text(self, texts: Texts) -> str:
        """A line in the reader's language."""
        return texts.get(self.lang) or next(iter(texts.values()), "")

    def scenery(self, texts: Texts) -> Para:
        """What a place or a thing looks like: set in like a motto, so that nobody takes it for what the source says."""
        return Para((Run(self.text(texts), "scenery"),), indent=2)

    def prose(self, proses: Proses) -> Prose:
        """Prose in the reader's language."""
        return proses.get(self.lang) or next(iter(proses.values()), ())

    # Names

    def name(self, ident: str) -> str:
        """What a scene, actor or card is called in a link without a label."""
        if ident == ARTICLE:
            return self.say.t("the article")
        if ident == NOT_ATTRIBUTED:
            return self.say.t("not attributed")
        item = self.briefing.find(ident)
        return self.title(item) if item else ident

    def title(self, item: Item) -> str:
        """The item's own name, or the words it consists of."""
        match item:
            case Scene(title=title) | Caveat(title=title) | Tension(title=title):
                return self.text(title)
            case Quote():
                return f'"{self.quoted(item)}"'
            case Assessment(text=text) | Claim(text=text) | Event(text=text):
                return self.words(self.prose(text))
            case Figure():
                return f"{self.number(item)} · {self.text(item.of)}"
            case _:
                return self.text(item.name)

    def other_names(self, card: Actor | Term) -> tuple[str, ...]:
        """What else it is called, in every language, without the name that is its title."""
        names = (*card.name.values(), *(word for words in card.also.values() for word in words))
        return tuple(name for name in dict.fromkeys(names) if name != self.text(card.name))

    def quoted(self, quote: Quote) -> str:
        """The words of a quotation in the reader's language."""
        return quote.original if quote.lang == self.lang else self.text(quote.translation)

    def number(self, figure: Figure) -> str:
        """A figure with comparator and unit: "more than 40 per cent"."""
        whole, dot, rest = figure.value.partition(".")
        digits = f"{int(whole):,}{dot}{rest}"
        if figure.unit == "percent":
            amount = self.say.t("{number} per cent", number=digits)
        else:
            assert not isinstance(figure.unit, str)
            amount = f"{digits} {self.text(figure.unit)}"
        template = _COMPARATORS[figure.comparator]
        if figure.comparator == "exactly":
            return amount
        before, _, after = self.say.t(template, number="\0").partition("\0")
        # Thai parts words from digits by a space, not from words.
        glued = THAI.match(amount) and THAI.search(before[-2:])
        return f"{before.rstrip() if glued else before}{amount}{after}"

    # Links and runs

    def link(self, ident: str) -> Link:
        """A link to anything that has an id."""
        verb = "go" if ident in self.briefing.scenes else "trail" if ident in self.briefing.trails else "examine"
        return Link(f"{verb} {ident}", ident)

    def to(self, ident: str, label: str | None = None) -> Run:
        """A linked run to anything with an id; plain words where nothing has it."""
        words = label if label is not None else self.name(ident)
        if self.briefing.find(ident) is None:
            return Run(words)
        return Run(words, "text", self.link(ident))

    def join(self, runs: Iterable[Run], between: str = ", ") -> Runs:
        """Runs in a row with plain words between them."""
        found: list[Run] = []
        for run in runs:
            if found:
                found.append(Run(between))
            found.append(run)
        return tuple(found)

    def names(self, idents: Iterable[str]) -> Runs:
        """Linked names in a row."""
        return self.join(self.to(ident) for ident in idents)

    def cite_run(self, refs: Iterable[ParaRef]) -> Run:
        """A citation; paragraphs of the primary source go by their bare number."""
        names = [str(ref.para) if ref.source == self.briefing.primary else f"{ref.source}:{ref.para}" for ref in refs]
        return Run(",".join(names), "cite", Link("source " + ",".join(names), "", stop=False))

    def cites(self, citations: Iterable[Citation]) -> Run:
        """The citation of a card."""
        return self.cite_run(dict.fromkeys(citation.ref for citation in citations))

    def inline(self, inline: Inline) -> Run:
        """One inline of prose as a run."""
        match inline:
            case Words(text=text, strong=True):
                return Run(text, "strong")
            case Words(text=text, emphasis=True):
                return Run(text, "emphasis")
            case Words(text=text):
                return Run(text)
            case Ref(target=target, label=label):
                run = self.to(target, label)
                return replace(run, style=_STYLES.get(type(self.briefing.find(target)), "text"))
            case WebLink(url=url):
                return Run(self._shown(inline), "text", Link(f"web {url}", ""))
            case Cite(refs=refs):
                return self.cite_run(refs)

    def paragraph(self, paragraph: Paragraph) -> Runs:
        """One paragraph as runs."""
        return tuple(self.inline(inline) for inline in paragraph.inlines)

    def runs(self, prose: Prose, cites: bool = True) -> Runs:
        """Prose of one paragraph as runs; further paragraphs follow after a space."""
        found: list[Run] = []
        for paragraph in prose:
            if found:
                found.append(Run(" "))
            found.extend(self.paragraph(paragraph))
        return tuple(run for run in found if cites or run.style != "cite")

    def words(self, prose: Prose) -> str:
        """The words of prose as they are shown, without citations; further paragraphs follow after a space."""
        return " ".join("".join(map(self._shown, paragraph.inlines)) for paragraph in prose)

    def _shown(self, inline: Inline) -> str:
        match inline:
            case Words(text=text):
                return text
            case Ref(target=target, label=label):
                return label if label is not None else self.name(target)
            case WebLink(url=url, label=label):
                return label if label == url else f"{label} ({url})"
            case Cite():
                return ""

    def blocks(self, proses: Proses) -> tuple[Block, ...]:
        """Prose as blocks, in one language or both."""
        first = self.prose(proses)
        second = proses.get(self.other_lang or "", ()) if self.both else ()
        if second and len(first) == len(second):
            other = replace(self, lang=self.other_lang or self.lang)
            return tuple(
                Pair(self.paragraph(mine), other.paragraph(theirs), _lead(mine), other.lang)
                for mine, theirs in zip(first, second, strict=True)
            )
        return tuple(
            Para(self.paragraph(paragraph), _lead(paragraph), tight=paragraph.kind == "item" and number > 0)
            for number, paragraph in enumerate((*first, *second))
        )

    def plain(self, proses: Proses) -> str:
        """Prose as a string, for matching and sorting."""
        return plain(self.prose(proses))


def _lead(paragraph: Paragraph) -> str:
    if paragraph.kind == "quotation":
        return "│ "
    return f"{paragraph.marker} " if paragraph.marker else ""
