"""What a map begins with where not everything has room: what matters most, and links to what is left out."""

from map_reading import city, laid, read, star, with_scenes

from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Map, Page
from kzterm.pages.layout import Layout
from kzterm.pages.map import map_page
from kzterm.pages.map_around import PORTS, around, ways_between
from kzterm.pages.view import View


def page_of(briefing: Briefing, centre: str, seen: tuple[str, ...] = ()) -> Page:
    return map_page(View(briefing, "en"), centre, centre, {centre, *seen}, None)


def neighbours(briefing: Briefing, trail: tuple[str, ...] = (), read: tuple[str, ...] = ()) -> tuple[str, ...]:
    return around(briefing, tuple(ways_between(briefing)), "hub", trail, read).beside


def below(layout: Layout) -> str:
    """The text under the drawing."""
    lines = [line.text for line in layout.lines]
    last = max(number for number, text in enumerate(lines) if "┘" in text or "╝" in text)
    return " ".join(" ".join(lines[last + 1 :]).split())


def hub(briefing: Briefing) -> Briefing:
    """A scene with ten neighbours; from the tenth on a way leads home, to where one starts."""
    directions = ("n", "ne", "e", "se", "s", "sw", "w", "nw", "up", "down")
    exits: dict[str, list[tuple[str, str]]] = {"home": [("n", "door-9")]}
    exits["hub"] = [(direction, f"door-{number}") for number, direction in enumerate(directions)]
    exits |= {f"door-{number}": [("in", "hub")] for number in range(10)}
    exits["door-9"].append(("s", "home"))
    return with_scenes(briefing, exits, {})


def test_the_way_home_then_the_trail_then_what_was_read_come_first(briefing: Briefing) -> None:
    many = hub(briefing)
    rest = [f"door-{number}" for number in range(10)]
    assert neighbours(many) == ("door-9", *rest[:9])
    found = neighbours(many, trail=("door-8", "door-3"), read=("door-5", "door-1"))
    assert found == ("door-9", "door-3", "door-8", "door-1", "door-5", "door-0", "door-2", "door-4", "door-6", "door-7")


def test_the_way_home_is_drawn(briefing: Briefing) -> None:
    drawn = read(page_of(hub(briefing), "hub", ("door-8",)), 137)
    assert {"hub", "home", "door-9", "door-8", "door-0"} <= set(drawn.boxes)
    assert "door-7" not in drawn.boxes


def test_a_full_box_keeps_nothing_else_from_being_drawn(briefing: Briefing) -> None:
    """What lies behind the neighbours is drawn although two of them are not."""
    many = hub(briefing)
    exits = {ident: [(way.direction, way.to) for way in scene.exits] for ident, scene in many.scenes.items()}
    for number in range(10):
        exits[f"door-{number}"].append(("out", f"yard-{number}"))
        exits[f"yard-{number}"] = [("in", f"door-{number}")]
    drawn = read(page_of(with_scenes(briefing, exits, {}), "hub"), 400)
    assert len([ident for ident in drawn.boxes if ident.startswith("door")]) == PORTS
    assert len([ident for ident in drawn.boxes if ident.startswith("yard")]) == PORTS


def test_ways_that_are_not_drawn_are_links_under_the_map(briefing: Briefing) -> None:
    page = page_of(star(briefing, 300), "hub")
    layout = laid(page, 97)
    drawn = read(page, 97)
    assert len(drawn.boxes) == 1 + PORTS
    text = below(layout)
    assert text.startswith("Not drawn from here: Ray 8, Ray 9, ")
    assert "Ray 19 and 279 more; `places` lists every scene" in text
    stops = [layout.links[number] for number in layout.stops()]
    assert [link.target for link in stops if not link.boxed] == [f"ray-{number}" for number in range(8, 20)]
    assert {link.target for link in stops if link.boxed} == set(drawn.boxes)


def test_where_the_reader_does_not_stand_is_not_called_here(briefing: Briefing) -> None:
    page = map_page(View(star(briefing, 20), "en"), "ray-3", "hub", {"ray-3"}, None)
    assert below(laid(page, 97)).startswith("Not drawn from hub: Ray 8, ")


def test_nothing_is_said_to_be_missing_where_all_ways_from_here_are_drawn(briefing: Briefing) -> None:
    layout = laid(page_of(city(briefing, 300), "room-8-8"), 97)
    assert below(layout) == ""


def test_the_links_under_a_map_keep_their_numbers(briefing: Briefing) -> None:
    page = page_of(star(briefing, 20), "hub")
    wide, narrow, words = laid(page, 97), laid(page, 40), laid(page, 10)
    assert len(wide.links) == len(narrow.links) == len(words.links) == 20
    assert [link.line for link in wide.links] == [link.line for link in words.links]
    first = [words.links[number].target for number in words.stops()]
    assert first == [*dict.fromkeys(("hub", *(f"ray-{number}" for number in range(19))))]


def test_a_box_knows_the_ways_on_that_are_not_drawn(briefing: Briefing) -> None:
    many = city(briefing, 300)
    page = page_of(many, "room-8-8")
    layout, drawn = laid(page, 97), read(page, 97)
    block = next(block for block in page.blocks if isinstance(block, Map))
    assert any(link.beyond for link in layout.links)
    for link, box in zip(layout.links, block.boxes, strict=True):
        ways = many.scenes[box.link.target].exits
        left = {way.direction for way in ways if way.to not in drawn.boxes} if link.boxed else set()
        assert set(link.beyond) == left
