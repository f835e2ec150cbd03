"""People in the rooms of habits, assessments and settings, by keys."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.lab import PATIENCE, Lab, open_room

expect.set_options(timeout=PATIENCE / 2)


def test_an_older_text_of_a_habit_is_brought_back_by_keys(lab: Lab, page: Page) -> None:
    """Tab goes from the field to its history; the older text comes back as an edit that says why."""
    room = open_room(lab, page, "habits")
    text = room.field("What students do")
    before = text.input_value()
    text.fill("Comes prepared.")
    room.wait_until_saved()
    text.press("Tab")
    button = room.pane("editor").get_by_role("button", name="History of What students do")
    expect(button).to_be_focused()
    button.press("Enter")
    past = room.pane("editor").get_by_role("group", name="History of “What students do”")
    expect(past).to_contain_text("Ana Ruiz")
    assert axe.found(page) == []
    past.get_by_role("button", name="Bring back").first.press("Enter")
    expect(text).to_have_value(before)
    expect(past.get_by_role("listitem").first).to_contain_text("Brought back what")
    page.keyboard.press("Escape")
    expect(text).to_be_focused()
    expect(past).to_have_count(0)


def test_what_is_typed_right_after_add_goes_into_the_new_box(lab: Lab, page: Page) -> None:
    """Nobody waits for the box of a new task; the message of what was done moves nothing."""
    room = open_room(lab, page, "assessments")
    title = room.pane("editor").locator("h1").inner_text()
    room.button("Add an assessment item").press("Enter")
    page.keyboard.type("Choose two variables.")
    expect(room.field("Item")).to_have_value("Choose two variables.")
    expect(room.field("Item")).to_be_focused()
    room.wait_until_saved()
    with lab.open_project() as project:
        (item,) = [one for one in project.framework.items.ordered() if one.prompt == "Choose two variables."]
        assert project.framework.assessments[item.assessment_id].title == title

    top = room.pane("editor").locator("h1").evaluate("head => head.getBoundingClientRect().top")
    room.button("Remove: Item 1").or_(room.button("Remove: Assessment item 1")).click()
    expect(room.pane("header")).to_contain_text("Removed “Choose two variables.”")
    assert room.pane("editor").locator("h1").evaluate("head => head.getBoundingClientRect().top") == top


def test_a_rule_is_turned_off_in_the_settings_and_on_again(lab: Lab, page: Page) -> None:
    """What is off is listed with the way back; both are in the project at once."""
    room = open_room(lab, page, "settings")
    room.node("Rules: scoring criteria").click()
    room.button("Turn it off: Indicator without criterion").click()
    expect(room.button("Turn it on again: Indicator without criterion")).to_be_visible()
    assert axe.found(page) == []
    room.node("What you changed").click()
    expect(room.pane("editor")).to_contain_text("Yours: off. Usual: error.")
    with lab.open_project() as project:
        assert project.framework.district.settings["severity.RUB002"] == "off"
    room.button("Back to the usual: Indicator without criterion").click()
    expect(room.pane("editor")).to_contain_text("Everything is as usual.")
