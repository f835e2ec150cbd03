"""Rows from the clipboard and many things at once, by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.lab import PATIENCE, Lab, Room, open_room, wait_until
from tests.incoming.clipboards import sheets

expect.set_options(timeout=PATIENCE / 2)
ROWS = [
    ["Competency", "Performance indicator", "DOK", "Flavor"],
    ["Mend what is broken", "Find the fault by testing one part at a time.", "3", "sweet"],
    ["", "Explain a repair so that others can repeat it.", "2", ""],
    ["Keep records", "Write <b>down</b> what was done.", "high", ""],
]
PUT = """async ([html, text]) => navigator.clipboard.write([new ClipboardItem({
  'text/html': new Blob([html], {type: 'text/html'}), 'text/plain': new Blob([text], {type: 'text/plain'})})])"""


def put_into_clipboard(lab: Lab, page: Page, html: str, text: str) -> None:
    """Let the clipboard hold what a spreadsheet program writes."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=lab.url)
    page.evaluate(PUT, [html, text])


def tab_to(page: Page, room: Room, name: str) -> None:
    """Press Tab until the control of this name has the focus."""
    wanted = room.pane("editor").get_by_role("combobox", name=name, exact=True).or_(room.button(name))
    for _ in range(60):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to “{name}”")


def test_rows_are_pasted_looked_at_kept_and_taken_back_by_keys(lab: Lab, page: Page) -> None:
    """Into the outline; a column that nobody knows is left out; undo takes all of it back."""
    room = open_room(lab, page, "competencies")
    put_into_clipboard(lab, page, sheets(ROWS), "other words")
    first = room.pane("outline").get_by_role("treeitem").nth(1)
    first.focus()
    page.keyboard.press("Control+V")
    editor = room.pane("editor")
    expect(editor).to_contain_text("This adds 2 competencies and 3 performance indicators.")
    expect(editor).to_contain_text("“high”: a whole number is expected.")
    expect(editor).to_contain_text("Write <b>down</b> what was done.")
    expect(room.button("Keep it")).to_be_disabled()
    assert axe.found(page) == []

    tab_to(page, room, "Flavor")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("Leave it out")
    expect(room.button("Keep it")).to_be_enabled()
    page.keyboard.press("F6")
    expect(editor.locator("h1")).to_be_focused()
    tab_to(page, room, "Keep it")
    page.keyboard.press("Enter")
    expect(room.pane("header")).to_contain_text("Added 2 competencies and 3 performance indicators.")
    with lab.open_project() as project:
        titles = [one.name for one in project.framework.competencies.ordered()]
        assert titles[-2:] == ["Mend what is broken", "Keep records"]

    editor.locator("h1").focus()
    page.keyboard.press("Control+Z")
    wait_until(page, lambda: not _holds(lab, "Mend what is broken"))


def _holds(lab: Lab, name: str) -> bool:
    with lab.open_project() as project:
        return any(one.name == name for one in project.framework.competencies.ordered())


def test_several_are_chosen_by_keys_and_one_field_is_set_for_them(lab: Lab, page: Page) -> None:
    """Space and Shift+arrow choose, Escape chooses none; undo is one step."""
    room = open_room(lab, page, "competencies")
    outline = room.pane("outline")
    rows = outline.get_by_role("treeitem")
    expect(outline.get_by_role("tree")).to_have_attribute("aria-multiselectable", "true")
    rows.nth(1).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowDown")
    expect(outline).to_contain_text("2 competencies chosen")
    expect(outline.locator("[role=treeitem][aria-selected=true]")).to_have_count(2)
    assert axe.found(page) == []
    page.keyboard.press("Escape")
    expect(outline.locator("[role=treeitem][aria-selected=true]")).to_have_count(1)

    rows.nth(1).click()
    expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    rows.nth(3).click(modifiers=["Control"])
    expect(outline).to_contain_text("2 competencies chosen")
    rows.nth(1).click()
    rows.nth(3).click(modifiers=["Shift"])
    expect(outline).to_contain_text("3 competencies chosen")
    assert page.evaluate("String(getSelection())") == ""
    outline.get_by_label("Set for all").select_option("grade_band")
    setting, emptying = outline.get_by_role("button", name="Set it"), outline.get_by_role("button", name="Empty it")
    assert setting.evaluate("one => one.offsetHeight") < 50
    expect(emptying).to_be_visible()
    outline.get_by_label("To", exact=True).fill("11-12")
    page.keyboard.press("Enter")
    expect(room.pane("header")).to_contain_text("Set “Grades” for 3 competencies.")
    with lab.open_project() as project:
        assert sum(one.grade_band == "11-12" for one in project.framework.competencies.values()) == 3
    rows.nth(1).focus()
    page.keyboard.press("Control+Z")
    expect(room.pane("header")).to_contain_text("Undone")


def test_words_are_replaced_after_a_look_at_each_place(lab: Lab, page: Page) -> None:
    """What is unticked stays."""
    room = open_room(lab, page, "bring")
    editor = room.pane("editor")
    editor.get_by_label("Look for").fill("simulation model")
    page.keyboard.press("Enter")
    expect(editor.get_by_text("“simulation model” stands nowhere.")).to_be_visible()
    editor.get_by_label("Look for").fill("evidence")
    editor.get_by_label("Put in its place").fill("proof")
    editor.get_by_label("Whole words only").check()
    page.keyboard.press("Enter")
    box = editor.locator(".wb-hits input").first
    box.wait_for()
    expect(editor.get_by_role("button", name="Replace ")).to_be_enabled()
    before = editor.get_by_role("button", name="Replace ").inner_text()
    box.press("Space")
    expect(box).not_to_be_checked()
    expect(editor.locator(".wb-hits mark").first).to_have_text("evidence", ignore_case=True)
    expect(editor.locator(".wb-hits ins").first).to_have_text("proof", ignore_case=True)
    expect(editor.get_by_role("button", name="Replace ")).to_have_text(f"Replace {int(before.split()[1]) - 1}")
    assert axe.found(page) == []
    editor.locator(".wb-hits input").last.scroll_into_view_if_needed()
    expect(editor.get_by_role("button", name="Replace ")).to_be_in_viewport()
    editor.get_by_role("button", name="Replace ").press("Enter")
    expect(room.pane("header")).to_contain_text("Replaced “evidence” in")
    room.pane("header").get_by_role("button", name="Undo").first.press("Enter")
    expect(room.pane("header")).to_contain_text("Undone")
