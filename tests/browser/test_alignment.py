"""The page “Are we aligned?”: walked by keys, narrowed, left for the thing, and never in the way of who writes."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.lab import PATIENCE, Lab, open_room

expect.set_options(timeout=PATIENCE / 2)


def test_the_matrix_is_walked_narrowed_and_left_for_the_thing_by_keys(lab: Lab, page: Page) -> None:
    """F6 to the page, arrows between cells and heads, a filter, Enter to a standard in its tree and to a course."""
    room = open_room(lab, page, "alignment")
    overview = room.pane("overview")
    expect(overview.get_by_role("status")).to_contain_text("46 of 214 standards are claimed but not assessed")
    room.node("Are we aligned?").press("F6")
    expect(overview.get_by_role("heading", name="Are we aligned?")).to_be_focused()

    grid = overview.get_by_role("grid")
    grid.locator("[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    expect(grid.locator("[data-cell='0,1']")).to_be_focused()
    expect(overview.locator(".wb-reading")).to_contain_text("CC.1 Communicate with purpose in Mathematics")
    page.keyboard.press("ArrowUp")
    expect(grid.get_by_role("columnheader", name="Mathematics")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.press("Home")
    expect(grid.get_by_role("rowheader").last).to_be_focused()

    overview.get_by_label("Rows", exact=True).select_option("standards")
    overview.get_by_label("Show", exact=True).select_option("claimed but not assessed")
    expect(grid).to_contain_text("46 rows, 46 gaps.")
    grid.locator("[tabindex='0']").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("PageDown")
    expect(grid.locator("[data-cell='0,-1']")).to_be_focused()
    expect(overview.get_by_text("Rows 41 to 46 of 46")).to_be_visible()
    name = grid.locator("[data-cell='0,-1'] b").inner_text()
    page.keyboard.press("Enter")
    row = room.pane("standards").locator("[role=treeitem][aria-selected=true]")
    expect(row).to_be_focused()
    expect(row).to_contain_text(name)

    room.node("Are we aligned?").click()
    overview.get_by_label("Rows", exact=True).select_option("competencies")
    overview.get_by_label("Show", exact=True).select_option("")
    overview.get_by_label("Columns", exact=True).select_option("courses")
    expect(grid).to_have_accessible_name("Coverage of competencies by learning experiences")
    course = grid.get_by_role("columnheader").first
    title = course.get_attribute("title") or "none"
    grid.locator("[data-cell='0,0']").press("Enter")
    expect(room.pane("editor").locator("h1")).to_have_text(title)
    expect(room.pane("editor").locator("h1")).to_be_focused()


def test_a_finding_appears_while_one_writes_and_leaves_the_caret_alone(lab: Lab, page: Page) -> None:
    """A reason is emptied: what the checks say of that comes, and typing goes on in the field."""
    with lab.open_project() as project:
        framework = project.framework
        subject = next(
            framework.indicators[one.subject_id]
            for one in framework.alignments.ordered()
            if one.strength == "partial" and one.subject_id in framework.indicators
        )
    room = open_room(lab, page, "alignment")
    room.shell.get_by_label("Find what to align").fill(subject.code)
    room.node(subject.title).first.click()
    card = room.pane("editor").locator(".wb-card").filter(has=page.locator("option[value=partial]:checked")).first
    reason = card.get_by_role("textbox")
    reason.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    said = room.pane("editor").get_by_role("listitem").filter(has_text="ALN005")
    expect(said).to_contain_text("nothing says which part is met")
    expect(reason).to_be_focused()
    page.keyboard.type("Only with data given.")
    expect(said).to_have_count(0)
    expect(reason).to_have_value("Only with data given.")
    expect(reason).to_be_focused()
