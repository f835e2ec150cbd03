"""Every room of a served project, for every role: open, readable, and offering nothing that would be refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import axe
from tests.browser.committee import Committee, Person, committee_of
from tests.serve.served import Served
from workbench.model import Role
from workbench.ui.rooms import ROOMS

WIDE = """() => [...document.querySelectorAll("html, .wb-shell, .wb-shell *")].filter((one) => {
  const style = getComputedStyle(one);
  const scrolls = one === document.documentElement || ["auto", "scroll"].includes(style.overflowX);
  const free = one.closest(".wb-table-frame, .wb-matrix-frame, textarea"); // a table keeps its two directions
  return scrolls && one.scrollWidth > one.clientWidth + 1 && !free;
}).map((one) => `${one.tagName} ${one.className} by ${one.scrollWidth - one.clientWidth}`)"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(one, part || null);
  const times = `${style.transitionDuration},${style.animationDuration}`.split(",");
  const moves = times.some((time) => parseFloat(time) > 0);
  return moves || style.scrollBehavior === "smooth" ? `${one.tagName} ${one.className} ${part}` : "";
})).filter(Boolean)"""
FILLED = """() => {
  const area = (one) => one.getBoundingClientRect().width * one.getBoundingClientRect().height;
  const main = document.querySelector(".wb-main");
  return [...main.children].reduce((sum, one) => sum + area(one), 0) / area(main);
}"""
"""The share of the room that its columns take."""
COVERED = """() => {
  const inSight = (one) => one.checkVisibility({ checkVisibilityCSS: true });
  const field = document.activeElement.closest(".wb-field");
  const tools = [...field.querySelectorAll(":is(.wb-field-tools button, .wb-past)")].filter(inSight);
  const others = [...document.querySelectorAll(".wb-grid :is(button, textarea, .wb-chip, .wb-mark)")].filter(inSight);
  const over = (one, other) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  };
  const met = (tool) => others.filter((one) => one !== tool && over(tool, one)).map((one) => one.outerHTML);
  return [tools.length, tools.flatMap(met)];
}"""
"""How many tools the field with the focus has, and what in the table lies under them."""
CHANGING = ("Undo", "Redo", "Remove", "Duplicate", "Move up", "Mark ready for review", "Take back to draft")
FIELDS = "input:not([type=search], [type=checkbox]), textarea"


@pytest.fixture
def committee(example: Served, browser: Browser) -> Iterator[Committee]:
    """Seat people before the example project."""
    with committee_of(example, browser) as made:
        yield made


@pytest.mark.parametrize("role", list(Role))
def test_every_room_opens_for_every_role(committee: Committee, role: Role) -> None:
    """One heading, nothing serious for axe, nothing said on the console, nothing asked of anybody else."""
    person = committee.person(f"Opening {role}", role)
    found = []
    for room in ROOMS:
        person.walk_to(room)
        found += [(room, *one) for one in axe.found(person.page, None)]
        assert (room, person.page.get_by_role("heading", level=1).count()) == (room, 1)
    assert found == []


@pytest.mark.parametrize("role", [Role.READER, Role.COMMENTER])
def test_who_may_not_write_finds_nothing_to_write_in(committee: Committee, role: Role) -> None:
    """Fields are for reading and say why; no button changes anything; a commenter can still speak."""
    person = committee.person(f"Looking {role}", role)
    for room in ROOMS:
        person.walk_to(room)
        editor = person.pane("editor")
        assert [one for one in CHANGING if person.button(one).count()] == []
        assert person.page.get_by_role("button", name="+ Add").count() == 0
        assert [one for one in editor.locator(f":is({FIELDS})[data-key]").all() if one.is_editable()] == []
        assert [one for one in editor.locator("select[data-key]").all() if one.is_enabled()] == []
        for box in editor.locator("input[type=checkbox][data-key]").all():
            assert box.get_attribute("aria-disabled") == "true"
    _reads(person, role)
    speaks = role is Role.COMMENTER
    expect(person.pane("findings").get_by_label("Comment", exact=True)).to_have_count(1 if speaks else 0)


def _reads(person: Person, role: Role) -> None:
    """In the accessibility tree a field is read-only and described by the sentence that says why; keys do nothing."""
    person.at("beliefs")
    title = person.pane("editor").locator("textarea[data-key]").first
    expect(title).to_have_accessible_description(re.compile(f"You are here as a {role}"))
    expect(title).to_have_role("textbox")
    before = title.input_value()
    title.focus()
    person.page.keyboard.type("x")
    person.page.keyboard.press("Control+z")
    expect(title).to_have_value(before)
    row = person.pane("outline").get_by_role("treeitem", selected=True)
    row.focus()
    for keys in ("Insert", "Delete", "Alt+ArrowDown"):
        person.page.keyboard.press(keys)
    expect(person.pane("header").locator(".wb-message")).to_be_empty()


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (1280, 2)])
def test_no_room_is_wider_than_its_place(committee: Committee, width: int, zoom: int) -> None:
    """On the narrowest telephone, and at twice the size, nobody scrolls sideways."""
    person = committee.person(f"Narrow {width}", viewport={"width": width // zoom, "height": 640})
    wide = {}
    for room in ROOMS:
        person.walk_to(room)
        wide[room] = person.page.evaluate(WIDE)
    assert {room: over for room, over in wide.items() if over} == {}


def test_the_columns_of_every_room_fill_the_window(committee: Committee) -> None:
    """None ends half way down, a strand's neither."""
    person = committee.person("Wide")
    (strands, *_) = (one.id for one in committee.served.project.standards.infos())
    for room in ROOMS:
        person.walk_to(room)
        assert (room, round(person.page.evaluate(FILLED), 2)) == (room, 1)
    person.at("standards", f"strand {strands}")
    assert round(person.page.evaluate(FILLED), 2) == 1


def test_nothing_moves_for_who_asked_for_that(committee: Committee) -> None:
    """With less motion asked for, no room has a transition, an animation or a gliding scroll."""
    person = committee.person("Still", reduced_motion="reduce")
    for room in ROOMS:
        person.walk_to(room)
        assert (room, person.page.evaluate(MOVING)) == (room, [])


def test_in_a_low_window_everything_can_be_reached(committee: Committee) -> None:
    """At 400 % zoom, and on a telephone held sideways, a field of the middle comes into sight and is written in."""
    person = committee.person("Low", viewport={"width": 320, "height": 256})
    title = person.at("beliefs").pane("editor").locator("textarea[data-key]").last
    before = title.input_value()
    for size in ((320, 256), (844, 390)):
        person.page.set_viewport_size({"width": size[0], "height": size[1]})
        title.scroll_into_view_if_needed()
        expect(title).to_be_in_viewport(ratio=1)
        title.click()
        person.page.keyboard.type("Seen. ")
        expect(title).to_have_value(re.compile("Seen. "))
        title.fill(before)
        person.wait_until_saved()


def test_keys_are_heard_before_anything_has_the_focus(committee: Committee) -> None:
    """On a page that was just opened; the list of keys opens at its beginning."""
    person = committee.person("Keys").at("beliefs")
    person.page.keyboard.press("Control+k")
    expect(person.page.get_by_role("dialog", name="Find anything")).to_be_visible()
    person.page.keyboard.press("Escape")
    expect(person.page.locator("body")).to_be_focused()
    person.page.keyboard.press("?")
    keys = person.page.get_by_role("dialog", name="Keys")
    expect(keys.get_by_role("heading", name="Keys", exact=True)).to_be_focused()
    expect(keys.get_by_role("button", name="Close").first).to_be_in_viewport(ratio=1)
    person.page.keyboard.press("Escape")
    expect(person.page.locator("body")).to_be_focused()
    person.page.keyboard.press("F6")
    expect(person.pane("outline").locator(":focus")).to_have_count(1)


def test_a_facilitator_finds_the_pages_about_people(committee: Committee) -> None:
    """In the list of who is here, as everybody finds the way out; publishing keeps the focus where it was."""
    leader = committee.person("Leading", Role.FACILITATOR).at("publish")
    for name in ("xlsx", "pdf", "html"):
        leader.page.get_by_label(f"framework.{name}").uncheck()
    publish = leader.button("Publish the draft")
    publish.press("Enter")
    expect(publish).to_have_attribute("aria-disabled", "true")
    expect(publish).not_to_have_attribute("aria-disabled", "true")
    expect(publish).to_be_focused()
    leader.pane("header").locator(".wb-here summary").click()
    leader.page.get_by_role("link", name="Invite people").click()
    expect(leader.page).to_have_url(re.compile("/people$"))
    drafter = committee.person("Going")
    drafter.pane("header").locator(".wb-here summary").click()
    expect(drafter.page.get_by_role("link", name="Invite people")).to_have_count(0)
    drafter.button("Leave").click()
    expect(drafter.page).to_have_url(re.compile("/join$"))


def test_the_tools_of_a_field_in_a_table_cover_nothing(committee: Committee) -> None:
    """Neither what one does with the row nor another text."""
    criterion = committee.served.project.framework.criteria.ordered()[0]
    person = committee.person("Writing").at("criteria", criterion.subject_id)
    for width in (1280, 1024, 390):
        person.page.set_viewport_size({"width": width, "height": 900})
        for field in ("element", "descriptors.2"):
            person.box(f"{criterion.id}/{field}").focus()
            assert (width, person.page.evaluate(COVERED)) == (width, [3, []])
