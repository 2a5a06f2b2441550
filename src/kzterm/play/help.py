"""The pages about the program and the reader: help, about, me, places, trails."""

from kzterm import __version__
from kzterm.catalogue import N_
from kzterm.config.keys import bound, reader_letters, shown_keys
from kzterm.config.themes import THEMES
from kzterm.pages.blocks import Block, Choice, Choices, Facts, Heading, Link, Page, Para, Run, Runs
from kzterm.pages.dates import show_date
from kzterm.pages.lists import source_facts
from kzterm.play.examples import example
from kzterm.play.help_here import help_here
from kzterm.play.progress import EARLIER
from kzterm.play.turn import Turn

KEYS = (
    (("link.next", "link.previous"), N_("next and previous link; Enter follows it")),
    (("link.peek",), N_("look behind the link without leaving")),
    (
        ("scroll.up", "scroll.down", "page.up", "page.down", "scroll.top", "scroll.bottom"),
        N_("scroll; Space pages down when nothing is typed"),
    ),
    (("go.back", "go.forward"), N_("back and forward; Backspace goes back when nothing is typed")),
    (("trail.previous", "trail.next"), N_("along the trail")),
    (("help",), N_("this help")),
    (("map", "map.left", "map.right"), N_("the map; there the arrow keys walk from scene to scene")),
    (("timeline",), N_("the timeline")),
    (("language",), N_("next language: English, Thai, both")),
    (("search",), N_("search in everything")),
    (("palette",), N_("choose from everything that can be typed")),
    (("copy",), N_("copy the selection, else clear what is typed")),
    (("escape",), N_("let go of a link, a message or what is typed")),
    (("suspend",), N_("back to the shell; `fg` comes back")),
    (("quit",), N_("quit")),
)
"""Rows of the key table by id, as help puts them together, with what they do."""


def help_page(turn: Turn, word: str) -> Page:
    """All verbs and keys, or everything about one verb."""
    from kzterm.play.commands.table import VERBS, similar_verbs, verb_called

    t, lang = turn.t, turn.progress.lang
    if word and (verb := verb_called(word)):
        rows: list[tuple[str, Runs]] = [
            (t("Also"), (Run(", ".join((*verb.aliases, *verb.thai)) or t("none")),)),
        ]
        if shown := example(turn, verb):
            rows.append((t("Example"), (Run(shown, "key", Link(shown, "")),)))
        usage = verb.usage(turn.view.say)
        blocks: tuple[Block, ...] = (Para((Run(usage, "key"),)), Para((Run(t(verb.help)),)), Facts(tuple(rows)))
        return Page(f":help {word}", t("Help: {verb}", verb=verb.called(lang)), blocks)
    intro: list[Block] = []
    if word:
        words = t('There is no verb "{word}".', word=word)
        near = ", ".join(f"`{name}`" for name in similar_verbs(word))
        intro.append(Para((Run(words + (" " + t("Did you mean {names}?", names=near) if near else "")),)))
    intro.append(Para((Run(_keys_in_a_sentence(turn)),)))
    intro.append(
        Para((Run(t("Type the name of anything to open it, a direction or a number to leave by an exit, or a verb.")),))
    )
    rows = [(verb.usage(turn.view.say), (Run(t(verb.help), "text", Link(f"help {verb.name}", "")),)) for verb in VERBS]
    keys = key_facts(turn)
    marks = Facts(
        (
            ("⁷ [7]", (Run(t("the paragraph of the source that the words before it rest on")),)),
            ("≈", (Run(t("a party's claim: it was said, which does not make it true")),)),
            ("◇", (Run(t("a judgement; its card says whose, and how sure the source sounds")),)),
            ('"…"', (Run(t("words that the source prints in quotation marks")),)),
            (t("set in"), (Run(t("scenery: how a room or a thing looks, never a fact")),)),
            ("! [!]", (Run(t("an editor's note; the source itself is never corrected")),)),
        )
    )
    verbs = Facts(tuple(rows))
    body = (*intro, Heading(t("Here")), help_here(turn), Heading(t("Keys")), keys, Heading(t("Verbs")), verbs)
    body = (*body, Heading(t("Marks")), marks)
    return Page(":help" + (f" {word}" if word else ""), t("Help"), body)


def _letters_move(turn: Turn) -> bool:
    """Whether letters go to the page; line by line there is only a prompt."""
    settings = turn.progress.settings
    return settings.keys == "reader" and not settings.screen_reader


def _keys_in_a_sentence(turn: Turn) -> str:
    if _letters_move(turn):
        return turn.t("Letters and keys move you; `:` opens the prompt. `:keys prompt` gives the letters back to it.")
    return turn.t("Whatever prints goes to the prompt; keys that do not print move you.")


def key_facts(turn: Turn) -> Facts:
    """What keys do on the full screen, with the reader's own bindings."""
    table = bound(turn.progress.settings.bindings)
    rows = [(shown_keys(table, *idents), turn.t(words)) for idents, words in KEYS]
    letters = reader_letters(table)
    if _letters_move(turn):
        rows.append((letters, turn.t("the same by letter; `:` opens the prompt")))
    else:
        rows.append((letters, turn.t("the same by letter, after `keys reader`; `:` opens the prompt")))
    return Facts(tuple((names, (Run(words),)) for names, words in rows if names))


def about_page(turn: Turn, _rest: str) -> Page:
    """What this briefing is, how old it is, and what it rests on."""
    t, view, briefing = turn.t, turn.view, turn.briefing
    as_of = t("The picture is as of {date}.", date=show_date(briefing.as_of, view.say))
    blocks: list[Block] = [Para((Run(as_of),)), Heading(t("Source"))]
    blocks.extend(source_facts(view, briefing.sources[briefing.primary]))
    what = t("Facts, claims of parties and judgements are kept apart, and every statement names its paragraph.")
    blocks.append(Para((Run(what),)))
    blocks.append(Para((Run(f"kzterm {__version__}", "dim"),)))
    return Page(":about", view.text(briefing.title), tuple(blocks))


def me_page(turn: Turn, _rest: str) -> Page:
    """Who the reader is, as far as the program knows."""
    t, progress, briefing = turn.t, turn.progress, turn.briefing
    seen = sum(1 for ident in briefing.scenes if ident in progress.seen)
    rows: list[tuple[str, Runs]] = [
        (t("You are"), (Run(t("a reader")),)),
        (t("Scenes seen"), (Run(f"{seen} / {len(briefing.scenes)}", "text", Link("places", "")),)),
        (t("Language"), (Run(t("both") if progress.both else t("English") if progress.lang == "en" else t("Thai")),)),
    ]
    return Page(":me", t("You"), (Facts(tuple(rows)),))


def places_page(turn: Turn, _rest: str) -> Page:
    """Every scene, the ones already seen marked."""
    t, view, briefing = turn.t, turn.view, turn.briefing
    seen = turn.progress.seen
    count = sum(1 for ident in briefing.scenes if ident in seen)
    blocks: list[Block] = [
        Para((Run(t("{count} of {total} scenes seen.", count=count, total=len(briefing.scenes)), "dim"),))
    ]
    for ident in briefing.scenes:
        if ident == turn.scene.id:
            note = t("you are here")
        elif ident not in seen:
            note = t("not yet seen")
        else:
            turns = {EARLIER: t("seen before"), 0: t("where you began")}
            note = turns.get(seen[ident]) or t("seen at turn {turn}", turn=seen[ident])
        blocks.append(Para((view.to(ident), Run(f" · {note}", "dim")), tight=len(blocks) > 1))
    return Page(":places", t("Places"), tuple(blocks))


def trails_page(turn: Turn, _rest: str) -> Page:
    """The guided routes."""
    t, view = turn.t, turn.view
    items = []
    for number, trail in enumerate(turn.briefing.trails.values(), 1):
        items.append(Choice(number, "", (view.to(trail.id), Run(f": {view.text(trail.about)}"))))
    if not items:
        return Page(":trails", t("Trails"), (Para((Run(t("This briefing has no trails.")),)),))
    return Page(":trails", t("Trails"), (Choices(tuple(items)),))


def themes_page(turn: Turn, _rest: str) -> Page:
    """The themes on offer, the one in use marked."""
    t, chosen = turn.t, turn.progress.settings.theme
    blocks: list[Block] = []
    for shade, title in (("dark", t("Dark")), ("light", t("Light"))):
        blocks.append(Heading(title))
        for name in (name for name, found in THEMES.items() if found == shade):
            note = (Run(" · " + t("in use"), "dim"),) if name == chosen else ()
            blocks.append(Para((Run(name, "text", Link(f"theme {name}", "")), *note), tight=True))
    return Page(":themes", t("Themes"), tuple(blocks))
