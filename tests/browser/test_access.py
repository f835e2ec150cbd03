"""The rooms as people with other eyes, hands and screens meet them."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.lab import NOTEBOOKS, PATIENCE, Lab, Room, open_room

expect.set_options(timeout=PATIENCE / 2)
TITLES = {
    "start": "Start",
    "beliefs": "Beliefs and portrait",
    "competencies": "Competencies",
    "criteria": "Scoring criteria",
    "habits": "Habits of work",
    "courses": "Courses and pathways",
    "assessments": "Assessments",
    "standards": "Standards",
    "alignment": "Alignment",
    "publish": "Publish",
    "settings": "Settings",
    "bring": "Bring in",
}
WIDTHS = (1280, 1024, 390)


def enter(room: Room, key: str) -> None:
    """Enter a room and wait until it is there."""
    room.enter(TITLES[key])
    rooms = room.pane("header").get_by_role("navigation", name="Rooms")
    expect(rooms.get_by_role("button", name=TITLES[key])).to_have_attribute("aria-current", "page")
    expect(room.shell.locator(".wb-block:visible").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_room(lab: Lab, page: Page, theme: Literal["light", "dark"]) -> None:
    """Names, roles, order and contrast, in both of JupyterLab's themes."""
    lab.choose_theme(f"JupyterLab {theme.capitalize()}")
    room = open_room(lab, page, "start")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", str(theme == "light").lower())
    found = []
    for key in NOTEBOOKS:
        enter(room, key)
        found += [(key, *one) for one in axe.found(page)]
    assert found == []


def test_no_room_is_wider_than_its_place(lab: Lab, page: Page) -> None:
    """At every width nothing is cut off sideways; a table of figures may scroll, and takes the focus for it."""
    room = open_room(lab, page, "start")
    wide = []
    for key in NOTEBOOKS:
        page.set_viewport_size({"width": 1280, "height": 900})
        enter(room, key)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            over = room.shell.evaluate(
                """shell => [shell, ...shell.querySelectorAll('.wb-pane, .wb-table-frame, .wb-card, .wb-fields')]
                .filter(one => !one.matches('.wb-scroll[tabindex]'))
                .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className)"""
            )
            wide += [(key, width, name) for name in over]
    assert wide == []


def test_below_704_the_grid_is_cards_that_name_their_level(lab: Lab, page: Page) -> None:
    """On a phone each level stands under its name."""
    room = open_room(lab, page, "criteria")
    page.set_viewport_size({"width": 390, "height": 900})
    cell = room.pane("editor").get_by_role("gridcell").first

    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"1 Beginning"'
    places = [one.bounding_box() or {"x": -1, "y": -1} for one in room.pane("editor").get_by_role("gridcell").all()[:2]]
    assert places[0]["x"] == places[1]["x"]
    assert places[0]["y"] < places[1]["y"]
