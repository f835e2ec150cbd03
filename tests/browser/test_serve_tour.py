"""The whole way of somebody who drafts, by keys alone, as a screen reader names what they meet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.committee import Committee, Person, committee_of
from tests.serve.served import Served

FIRST = "Weigh evidence from several sources and say which of it carries most weight."
SECOND = "Explain in plain words to a younger student why two sources disagree."
NAMES = ("Beginning", "Developing", "Proficient", "Distinguished")
LEVELS = (
    "Names a source and says what it claims.",
    "Compares what two sources claim and names where they differ.",
    "Weighs evidence from several sources and says which of it carries most weight.",
    "Weighs evidence from sources of unlike kinds and justifies which of it carries most weight for whom.",
)
MOST = 250
"""Presses of Tab after which a control counts as one that keys do not reach."""


@pytest.fixture
def drafter(example: Served, browser: Browser) -> Iterator[Person]:
    """Seat somebody who drafts before the example project, with a mouse that they never touch."""
    with committee_of(example, browser) as made:
        yield seat(made)


def seat(committee: Committee) -> Person:
    """Open the room of competencies."""
    return committee.person("Dee Ortiz").at("competencies")


def tab_to(person: Person, target: Locator, key: str = "Tab") -> None:
    """Press Tab until a control has the focus."""
    expect(target).to_be_attached()
    for _ in range(MOST):
        if target.evaluate("(one) => one === document.activeElement"):
            return
        person.page.keyboard.press(key)
    raise AssertionError(f"keys do not lead to {target}")


def press(person: Person, *keys: str) -> None:
    """Press keys."""
    for key in keys:
        person.page.keyboard.press(key)


def enter_room(person: Person, title: str) -> None:
    """Go to another room by its button."""
    tab_to(person, person.pane("header").get_by_role("button", name=title, exact=True), "Shift+Tab")
    press(person, "Enter")
    expect(person.pane("header").get_by_role("button", name=title, exact=True)).to_have_attribute(
        "aria-current", "page"
    )


def pick(person: Person, tree: str, letters: str) -> Locator:
    """Find a row of the outline by its words, go down to it and select it."""
    search = person.pane("outline").get_by_role("searchbox")
    tab_to(person, search)
    press(person, "Control+a")
    person.page.keyboard.type(letters)
    row = person.pane("outline").get_by_role("tree", name=tree).get_by_role("treeitem", name=letters)
    expect(row).to_have_count(1)
    tab_to(person, person.pane("outline").locator("[role=treeitem][tabindex='0']"))
    while not row.evaluate("(one) => one === document.activeElement"):
        press(person, "ArrowDown")
    press(person, "Enter")
    expect(row).to_have_attribute("aria-selected", "true")
    return row


def focused(person: Person) -> Locator:
    """Return what has the focus."""
    return person.page.locator(":focus")


def test_the_whole_way_by_keys(drafter: Person) -> None:
    """From a new competency to a comment, and back by one step."""
    _write_competency(drafter)
    _describe_levels(drafter)
    _align(drafter)
    _settle(drafter)
    _speak_and_undo(drafter)


def test_panes_hear_each_other(drafter: Person) -> None:
    """F6 goes from column to column, and the keys of the whole room work wherever one is."""
    tab_to(drafter, drafter.button("+ Add a competency"))
    press(drafter, "F6")
    expect(focused(drafter)).to_have_role("heading")
    press(drafter, "Control+k")
    expect(drafter.page.get_by_role("dialog", name="Find anything")).to_be_visible()
    drafter.page.keyboard.type("solve problems")
    expect(drafter.page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    press(drafter, "ArrowDown", "Enter")
    expect(drafter.page.get_by_role("heading", level=1)).to_contain_text("Solve problems")


def _write_competency(person: Person) -> None:
    tab_to(person, person.button("+ Add a competency"))
    press(person, "Enter")
    person.page.keyboard.type("Judge sources")
    expect(focused(person)).to_have_role("textbox")
    expect(focused(person)).to_have_value("Judge sources")
    person.wait_until_saved()
    for text in (FIRST, SECOND):
        tab_to(person, person.button("+ Add a performance indicator"))
        press(person, "Enter")
        person.page.keyboard.type(text)
        expect(focused(person)).to_have_accessible_name("Performance indicator")
        expect(focused(person)).to_have_value(text)
        person.wait_until_saved()


def _describe_levels(person: Person) -> None:
    enter_room(person, "Scoring criteria")
    pick(person, "Scoring criteria", FIRST[:30])
    tab_to(person, person.button("Describe the first element"))
    press(person, "Enter")
    person.page.keyboard.type("Weighing")
    expect(focused(person)).to_have_accessible_name("Element")
    person.wait_until_saved()
    tab_to(person, person.page.locator("td[tabindex='0']"))
    expect(focused(person)).to_have_role("gridcell")
    for place, text in enumerate(LEVELS):
        press(person, *(["ArrowRight"] if place else []), "Enter")
        expect(focused(person)).to_have_accessible_name(f"{place + 1} {NAMES[place]}: Weighing")
        person.page.keyboard.type(text)
        press(person, "Escape")
        expect(focused(person)).to_have_role("gridcell")
    person.wait_until_saved()


def _align(person: Person) -> None:
    enter_room(person, "Alignment")
    pick(person, "Alignment", FIRST[:30])
    sets = person.pane("standards").get_by_role("combobox", name="Set")
    tab_to(person, sets)
    press(person, "ArrowDown")
    expect(sets.locator("option:checked")).to_contain_text("English Language Arts")
    search = person.pane("standards").get_by_role("searchbox", name="Find by code or word")
    tab_to(person, search)
    person.page.keyboard.type("evidence")
    expect(person.page.locator(".wb-hit").first).to_be_visible()
    press(person, "ArrowDown", "Tab")
    align = focused(person)
    expect(align).to_have_role("button")
    name = (align.get_attribute("aria-label") or "").removeprefix("Align: ")
    press(person, "Enter")
    expect(person.pane("editor")).to_contain_text(name)
    person.wait_until_saved()


def _settle(person: Person) -> None:
    enter_room(person, "Competencies")
    pick(person, "Competencies", SECOND[:30])
    findings = person.pane("findings")
    tab_to(person, findings.get_by_role("checkbox", name="Also check what is still a draft"))
    press(person, "Space")
    found = findings.get_by_role("listitem").filter(has_text="DOK001")
    expect(found).to_be_visible()
    tab_to(person, person.field("Depth of knowledge (1 to 4)"), "Shift+Tab")
    person.page.keyboard.type("3")
    tab_to(person, person.field("Bloom level"))
    person.page.keyboard.type("Apply")
    person.wait_until_saved()
    expect(found).to_have_count(0)


def _speak_and_undo(person: Person) -> None:
    box = person.pane("findings").get_by_role("combobox", name="Comment")
    tab_to(person, box)
    person.page.keyboard.type("Is this too much for grade 9?")
    press(person, "Control+Enter")
    talk = person.pane("findings").get_by_role("region", name="Discussion")
    expect(talk.get_by_role("listitem").filter(has_text="Is this too much for grade 9?").first).to_be_visible()
    tab_to(person, person.pane("header").get_by_role("button", name="Undo", exact=True).first, "Shift+Tab")
    press(person, "Enter")
    told = person.pane("header").locator(".wb-message")
    expect(told).to_have_role("status")
    expect(told).to_contain_text("Undone: changed “Bloom level”")
    expect(person.field("Bloom level")).to_have_value("")
