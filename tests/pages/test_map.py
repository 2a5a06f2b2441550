"""The map: every exit is a line that can be followed, whatever the width; in words where nothing can be drawn."""

import re
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from map_reading import OPPOSITE, chain, city, expected, laid, read, with_scenes

from kzterm.model.briefing import Briefing, Step, Trail
from kzterm.pages.blocks import Page
from kzterm.pages.layout import Look, lay_out
from kzterm.pages.line_ends import breaker
from kzterm.pages.map import map_page
from kzterm.pages.map_around import PORTS
from kzterm.pages.map_drawing import _arranged
from kzterm.pages.map_fit import filled
from kzterm.pages.map_places import Edge, places
from kzterm.pages.plain_text import render
from kzterm.pages.view import View
from kzterm.play.session import Session
from kzterm.text.cells import cell_width

_DRAWN = re.compile("[─-▟]")


def page_at(briefing: Briefing, scene: str, lang: str = "en") -> Page:
    return map_page(View(briefing, lang), scene, scene, {scene}, None)


@pytest.mark.parametrize("lang", ["en", "th"])
@pytest.mark.parametrize("width", [77, 97, 137])
def test_every_exit_of_the_briefing_is_a_line(briefing: Briefing, lang: str, width: int) -> None:
    page = page_at(briefing, "bazaar", lang)
    drawn = read(page, width)
    assert set(drawn.boxes) == set(briefing.scenes)
    ways = drawn.ways
    assert {(start, end) for start, _, end in ways} == set(expected(page))
    assert ways.total() == sum(len(scene.exits) for scene in briefing.scenes.values())
    assert all(cell_width(line.text) <= width for line in laid(page, width).lines)


def test_lines_leave_in_the_direction_of_the_exit(briefing: Briefing) -> None:
    drawn = read(page_at(briefing, "bazaar"), 97)
    for scene in briefing.scenes.values():
        for way in scene.exits:
            if way.direction in OPPOSITE:
                side = way.direction if way.direction in "ew" else way.direction[0]
                assert drawn.ways[scene.id, side, way.to], (scene.id, way.direction)


def test_most_scenes_lie_where_the_compass_says(briefing: Briefing) -> None:
    boxes = read(page_at(briefing, "bazaar"), 97).boxes
    right = wrong = 0
    for scene in briefing.scenes.values():
        for way in scene.exits:
            (left, top, *_), (to_left, to_top, *_) = boxes[scene.id], boxes[way.to]
            across, down = (to_left > left) - (to_left < left), (to_top > top) - (to_top < top)
            wanted = {"n": (0, -1), "e": (1, 0), "s": (0, 1), "w": (-1, 0), "ne": (1, -1), "se": (1, 1)}
            wanted |= {"sw": (-1, 1), "nw": (-1, -1)}
            if way.direction in wanted:
                right += (across, down) == wanted[way.direction]
                wrong += (across, down) != wanted[way.direction]
    assert wrong == 0, (right, wrong)


def test_the_map_stays_as_it_is_while_one_walks(briefing: Briefing) -> None:
    assert read(page_at(briefing, "bazaar"), 97).boxes == read(page_at(briefing, "lookout"), 97).boxes


def test_marks_tell_where_one_is_has_been_and_is_led(briefing: Briefing) -> None:
    trail = next(trail for trail in briefing.trails.values() if any(step.scene == "bazaar" for step in trail.steps))
    page = map_page(View(briefing, "en"), "bazaar", "bazaar", {"bazaar", "lookout", "umarov"}, trail.id)
    drawn = read(page, 97)
    marks = {name: drawn.rows[top][left + 1] for name, (left, top, _, _) in drawn.boxes.items()}
    assert marks.pop("bazaar") == "●"
    assert marks.pop("lookout") == "✓"
    assert set(marks.values()) == {"○"}
    left, top, right, _ = drawn.boxes["bazaar"]
    stop = 1 + next(n for n, step in enumerate(trail.steps) if step.scene == "bazaar")
    assert f"{stop}. Bazaar" in "".join(drawn.rows[top + 1][left:right])
    legend = "\n".join(line.text for line in laid(page, 97).lines)
    assert "● you are here" in legend and "1. stop on" in legend and "↑ up" in legend


@pytest.mark.parametrize("width", [60, 97, 137])
def test_the_lines_along_the_trail_are_double(briefing: Briefing, width: int) -> None:
    ways = {(scene.id, way.to) for scene in briefing.scenes.values() for way in scene.exits}
    marked: set[tuple[str, str]] = set()
    for trail in briefing.trails.values():
        first = trail.steps[0].scene
        page = map_page(View(briefing, "en"), first, first, {first}, trail.id)
        drawn = read(page, width)
        steps = {pair for pair in pairwise(step.scene for step in trail.steps) if pair in ways}
        steps = {(start, end) for start, end in steps if {start, end} <= set(drawn.boxes)}
        assert {frozenset(pair) for pair in drawn.double} == {frozenset(pair) for pair in steps}
        marked |= steps
    assert marked
    legend = " ".join(line.text for line in laid(page, width).lines if not line.text.startswith(" "))
    assert "═ way to the next stop" in legend
    assert not read(page_at(briefing, "bazaar"), width).double


def test_against_a_way_that_is_one_way_no_trail_leads(briefing: Briefing) -> None:
    one_way = with_scenes(briefing, {"a": [("e", "b")], "b": [("e", "c"), ("w", "d")], "c": [], "d": []}, {})
    steps = tuple(Step(scene=scene, say={"en": ""}) for scene in ("b", "a", "c", "b", "d"))
    led = replace(one_way, trails={"t": Trail(id="t", name={"en": "T"}, about={"en": ""}, steps=steps)})
    assert read(map_page(View(led, "en"), "a", "a", {"a"}, "t"), 97).double == {("b", "d")}


def test_boxes_are_as_high_as_their_titles(briefing: Briefing) -> None:
    """And no line of a title is empty."""
    for width in (60, 77, 97):
        drawn = read(page_at(briefing, "bazaar"), width)
        for left, top, right, bottom in drawn.boxes.values():
            assert all("".join(drawn.rows[row][left + 1 : right]).strip() for row in range(top + 1, bottom))


def test_a_one_way_exit_ends_in_an_arrow(briefing: Briefing) -> None:
    one_way = with_scenes(briefing, {"a": [("e", "b"), ("down", "c")], "b": [], "c": [("up", "a")]}, {})
    drawn = read(page_at(one_way, "a"), 77)
    assert drawn.ways["a", "e", "b"] == 1
    assert not [way for way in drawn.ways if way[0] == "b"]
    text = "\n".join("".join(row) for row in drawn.rows)
    assert "─► B" in text and "↓" in text and "↑" in text


def test_links_keep_their_numbers_at_every_width(briefing: Briefing) -> None:
    page = page_at(briefing, "bazaar")
    wide, narrow, words = laid(page, 97), laid(page, 40), laid(page, 10)
    number = next(n for n, link in enumerate(wide.links) if link.line == "go lookout")
    assert narrow.links[number].line == words.links[number].line == "go lookout"
    assert number in wide.stops()
    assert number not in narrow.stops()
    assert all(narrow.links[stop].target in read(page, 40).boxes for stop in narrow.stops())


# Many scenes


def test_of_300_scenes_those_around_the_reader_are_drawn(briefing: Briefing) -> None:
    many = city(briefing, 300)
    for width in (77, 97):
        page = page_at(many, "room-8-8")
        drawn = read(page, width)
        assert "room-8-8" in drawn.boxes
        assert 16 <= len(drawn.boxes) <= 40
        words = "\n".join(line.text for line in laid(page, width).lines)
        assert f"{300 - len(drawn.boxes)} more lie beyond" in " ".join(words.split())
        assert re.search(r" \+\d+ *│", words), "a box tells how many ways are not drawn"
        assert "+1 in a box: one way on is not drawn." in " ".join(words.split())


def test_of_a_chain_as_much_is_drawn_as_there_is_room_for(briefing: Briefing) -> None:
    page = page_at(chain(briefing, 300), "pier-150")
    drawn = {width: len(read(page, width).boxes) for width in (47, 77, 97, 137, 197)}
    assert list(drawn.values()) == sorted(drawn.values())
    assert drawn[77] >= 6 and drawn[97] >= 8 and drawn[197] >= 14


def test_of_a_city_more_is_drawn_where_there_is_more_room(briefing: Briefing) -> None:
    page = page_at(city(briefing, 300), "room-8-8")
    drawn = {width: len(read(page, width).boxes) for width in (60, 77, 97, 137)}
    assert list(drawn.values()) == sorted(drawn.values())
    assert drawn[60] >= 9 and drawn[137] == 32


# Titles


@pytest.mark.parametrize("trail", [False, True])
@pytest.mark.parametrize("lang", ["en", "th"])
@pytest.mark.parametrize("width", [30, 40, 60, 77, 97, 137])
def test_titles_are_broken_between_words_only(briefing: Briefing, lang: str, width: int, trail: bool) -> None:
    """Between the words that the briefing's prepared breaks know; the number of a stop stands before a word."""
    breaks = breaker(briefing)
    name = next(iter(briefing.trails)) if trail else None
    page = map_page(View(briefing, lang), "bazaar", "bazaar", {"bazaar"}, name)
    layout = lay_out(page.blocks, width, Look(drawings=True, breaks=breaks), room=width)
    found: dict[int, str] = {}
    for line in layout.lines:
        for piece in line.pieces:
            boxed = piece.link is not None and layout.links[piece.link].boxed
            if piece.link is not None and boxed and (words := piece.text.strip("─│║┌┐└┘╔╗╚╝═┴├┬┤╧╟╤╢╨╞╥╡╩╠╦╣↑↓○●✓ ")):
                assert not re.fullmatch(r"[\d,]+\.", words)
                found[piece.link] = f"{found[piece.link]}\n{words}" if piece.link in found else words
    assert len(found) > 1
    for link, shown in found.items():
        title = re.sub(r"^[\d,]+\. | ?\n?\+\d+$", "", shown).split("\n")
        whole = shown_title(briefing, layout.links[link].target, lang)
        at = 0
        for part in title:
            at = whole.index(part, at) + len(part)
            assert at == len(whole) or whole[at] == " " or at in breaks(whole), title


def shown_title(briefing: Briefing, ident: str, lang: str) -> str:
    title = briefing.scenes[ident].title[lang].removeprefix("The ")
    return title[:1].upper() + title[1:]


def test_the_neighbourhood_takes_no_longer_among_300_scenes(briefing: Briefing) -> None:
    """Than among 80, of which it is as large a part as is drawn: what lies beyond costs nothing.

    Processor time, the least of several rounds, which take turns: a busy neighbour slows down both.
    """
    many, few = (Session(city(briefing, scenes), "en") for scenes in (300, 80))

    def took(session: Session, centre: str) -> float:
        for cache in (_arranged, places, filled):
            cache.cache_clear()
        began = time.process_time()
        laid(session.submit(f"map {centre}").page, 97)
        return time.process_time() - began

    rounds = [(took(many, "room-8-8"), took(few, "room-4-4")) for _ in range(8)]
    assert min(one for one, _ in rounds) < 1.6 * min(other for _, other in rounds)


def test_another_scene_may_be_the_centre(session: Session) -> None:
    reply = session.submit("map baku")
    assert reply.page.address == ":map baku-port"
    assert reply.progress.place.scene == "reading-room"
    assert reply.progress.place.focus == "go baku-port"
    assert "baku-port" in read(reply.page, 40).boxes


# In words


def test_words_hold_no_drawing_and_every_scene_has_its_line(briefing: Briefing) -> None:
    many = city(briefing, 300)
    everything = Session(many, "en", "room-8-8").submit("map all").page
    for page, scenes in ((page_at(briefing, "bazaar"), briefing.scenes), (everything, many.scenes)):
        text = render(page, 500, "en")
        assert not _DRAWN.search(text)
        lines = [line for line in text.splitlines() if "(" in line]
        assert len(lines) == len(scenes)
        assert "(you are here)" in lines[0]
    line = next(line for line in render(page_at(briefing, "bazaar"), 500, "en").splitlines() if "Bazaar (you" in line)
    assert line.startswith("The Bazaar (you are here): northeast to The Line Nobody Can See; east to The Hall")


def test_of_300_scenes_the_words_tell_of_those_around_the_reader(briefing: Briefing) -> None:
    many = city(briefing, 300)
    page = page_at(many, "room-8-8")
    _title, counted, *lines, last = filter(None, render(page, 500, "en").splitlines())
    assert counted == "1 of 300 scenes read."
    told = {line.partition(" (")[0] for line in lines}
    drawn = read(page, 137).boxes
    assert told == {many.scenes[ident].title["en"] for ident in drawn}
    assert len(lines) == 32
    assert last.startswith("268 more scenes lie beyond; `map SCENE`")


def test_a_scene_may_be_called_all(briefing: Briefing) -> None:
    session = Session(with_scenes(briefing, {"a": [("e", "all")], "all": []}, {}), "en")
    assert session.submit("map all").progress.place.focus == "go all"


def test_a_map_that_does_not_fit_is_told_in_words(briefing: Briefing) -> None:
    text = "\n".join(line.text for line in laid(page_at(briefing, "bazaar"), 20).lines)
    assert not _DRAWN.search(text)
    assert "northeast to" in " ".join(text.split())


# Any map


@st.composite
def maps(draw: st.DrawFn) -> dict[str, list[tuple[str, str]]]:
    """Scenes with exits that may contradict each other."""
    names = [f"s{number}" for number in range(draw(st.integers(1, 12)))]
    exits: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    used: set[tuple[str, str]] = set()
    directions = [*OPPOSITE, "up", "down", "in", "out"]
    for _ in range(draw(st.integers(0, 18))):
        start, end = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        out, back = draw(st.sampled_from(directions)), draw(st.sampled_from([*directions, ""]))
        if start == end or (start, out) in used or (end, back) in used or (start, out) == (end, back):
            continue
        exits[start].append((out, end))
        used.add((start, out))
        if back:
            exits[end].append((back, start))
            used.add((end, back))
    return exits


CROWDED = {
    "s0": [("n", "s4"), ("ne", "s4"), ("e", "s4"), ("s", "s4")],
    "s1": [("n", "s4"), ("e", "s4"), ("s", "s4")],
    "s2": [("n", "s4")],
    "s3": [("n", "s4")],
    "s4": [
        *(("n", "s2"), ("sw", "s3"), ("e", "s1"), ("s", "s0"), ("w", "s0")),
        *(("ne", "s1"), ("up", "s1"), ("se", "s0"), ("nw", "s0")),
    ],
}
"""A scene with nine ways out to four others."""


@settings(max_examples=60, deadline=None)
@example(exits=CROWDED)
@given(exits=maps())
def test_any_exits_can_be_drawn_and_read_back(briefing: Briefing, exits: dict[str, list[tuple[str, str]]]) -> None:
    beside: dict[str, set[str]] = {name: set() for name in exits}
    for start, ways in exits.items():
        for _, end in ways:
            beside[start].add(end)
            beside[end].add(start)
    assume(all(len(names) <= PORTS for names in beside.values()))
    page = page_at(with_scenes(briefing, exits, {}), "s0")
    drawn = read(page, 400)
    assert set(drawn.boxes) == set(exits)
    assert {(start, end): count for (start, end), count in expected(page).items()} == {
        pair: sum(count for way, count in drawn.ways.items() if (way[0], way[2]) == pair)
        for pair in {(start, end) for start, _, end in drawn.ways}
    }


@settings(max_examples=60, deadline=None)
@given(exits=maps())
def test_no_two_scenes_share_a_cell(exits: dict[str, list[tuple[str, str]]]) -> None:
    edges = tuple(Edge(start, end, out, "") for start, ways in exits.items() for out, end in ways)
    cells = places(tuple(exits), edges)
    assert set(cells) == set(exits)
    assert len(set(cells.values())) == len(cells)
    assert min(column for column, _ in cells.values()) == min(row for _, row in cells.values()) == 0
