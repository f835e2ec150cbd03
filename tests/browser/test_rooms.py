"""People before the rooms: they write, leave, come back, use the keyboard, meet each other."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.lab import PATIENCE, Lab, open_room, run_all, wait_until
from workbench.model import set_field

expect.set_options(timeout=PATIENCE / 2)


def test_a_belief_is_typed_found_again_and_its_finding_comes_and_goes(lab: Lab, page: Page) -> None:
    """The whole way of a belief: written, reloaded, marked ready, missed its practice, given one."""
    room = open_room(lab, page, "beliefs")
    room.button("+ Add a belief").click()
    expect(room.field("Belief")).to_be_focused()
    page.keyboard.type("Every student can explain how they learn best.")
    room.wait_until_saved()
    expect(room.node("Every student can explain")).to_have_attribute("aria-selected", "true")

    page.reload()
    room = run_all(page)
    room.node("Every student can explain").click()
    expect(room.field("Belief")).to_have_value("Every student can explain how they learn best.")

    room.button("Mark ready for review").click()
    finding = room.pane("findings").get_by_role("listitem").filter(has_text="STR006")
    expect(finding).to_contain_text("practice")
    expect(room.node("Every student can explain")).to_contain_text("1 warning")
    room.button("Add a practice").click()
    expect(room.field("Practice")).to_be_focused()
    page.keyboard.type("Each adviser holds a conference in every term.")
    expect(finding).to_have_count(0)
    room.wait_until_saved()

    with lab.open_project() as project:
        belief = next(
            one for one in project.framework.beliefs.ordered() if one.statement.startswith("Every student can")
        )
        practices = project.framework.practices_of(belief.id)
        assert [one.statement for one in practices] == ["Each adviser holds a conference in every term."]


def test_a_finding_is_put_right_by_its_button_and_undone(lab: Lab, page: Page) -> None:
    """Two beliefs with one code: Enter on the button gives the later the next free one; undo takes it back."""
    with lab.open_project() as project:
        first, second = [one for one in project.framework.beliefs.ordered() if one.title][:2]
        project.edit(set_field(project.framework, second.id, "code", first.code))
    room = open_room(lab, page, "beliefs")
    room.node(second.title).click()
    finding = room.pane("findings").locator(".wb-finding").filter(has_text="STR016")
    button = finding.get_by_role("button", name="Give it the code")
    expect(button).to_be_visible()

    button.press("Enter")

    expect(finding).to_have_count(0)
    room.button("Undo").first.click()
    expect(finding).to_have_count(1)


def test_a_finding_is_left_as_it_is_with_a_reason_and_counts_again_when_taken_back(lab: Lab, page: Page) -> None:
    """A committee member writes why and until when, by keys; the record holds both, and taking back ends it."""
    room = open_room(lab, page, "beliefs")
    room.button("+ Add a belief").click()
    expect(room.field("Belief")).to_be_focused()
    page.keyboard.type("Families are partners in learning.")
    room.wait_until_saved()
    room.button("Mark ready for review").click()
    pane = room.pane("findings")
    finding = pane.get_by_role("listitem").filter(has_text="STR006")

    finding.locator("summary", has_text="Leave it as it is").press("Enter")
    pane.get_by_label("Why", exact=True).fill("The practices follow in spring.")
    pane.get_by_label("Until, this day included").fill("2099-06-30")
    pane.get_by_label("Until, this day included").press("Enter")

    expect(finding).to_contain_text("Left as it is until 2099-06-30")
    expect(finding).to_contain_text("The practices follow in spring.")
    with lab.open_project() as project:
        assert [(one.code, one.until) for one in project.waivers] == [("STR006", "2099-06-30")]

    room.button("Take this decision back").click()
    expect(finding).to_contain_text("Why this matters")
    with lab.open_project() as project:
        assert project.waivers == ()


def test_the_keyboard_alone_reaches_and_moves_everything(lab: Lab, page: Page) -> None:
    """F6 between columns, the tree's keys, Insert, undo: focus is never lost."""
    room = open_room(lab, page, "beliefs")
    room.node("Beliefs").first.press("F6")
    expect(room.pane("editor").locator("h1")).to_be_focused()
    page.keyboard.press("F6")
    expect(room.pane("findings").get_by_role("heading", name="Findings")).to_be_focused()
    page.keyboard.press("F6")
    first = room.pane("outline").locator("[role=treeitem][aria-selected=true]")
    expect(first).to_be_focused()

    page.keyboard.press("End")
    page.keyboard.press("Home")
    expect(room.node("Design questions").first).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(room.node("Design questions").first).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(room.pane("outline").locator(":focus")).to_have_attribute("aria-level", "2")

    last = room.pane("outline").locator("[aria-level='2'][aria-expanded] .wb-name").last.inner_text()
    room.node(last).focus()
    page.keyboard.press("Enter")
    expect(room.pane("editor").locator("h1")).to_have_text(last)
    names = room.pane("outline").locator(".wb-name")
    before = names.all_inner_texts()
    page.keyboard.press("Alt+ArrowUp")
    expect(names).not_to_have_text(before)
    expect(room.node(last)).to_be_focused()
    page.keyboard.press("Control+z")
    expect(names).to_have_text(before)
    expect(room.pane("header")).to_contain_text("Undone")
    page.keyboard.press("?")
    expect(room.shell.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(room.shell.get_by_role("dialog", name="Find anything")).to_be_visible()
    page.keyboard.type("Algebra 2")
    page.keyboard.press("ArrowDown")
    result = room.shell.get_by_role("dialog").get_by_role("button", name="Algebra 2").first
    expect(result).to_be_visible()
    result.press("Enter")
    expect(room.pane("editor").locator("h1")).to_contain_text("Algebra 2")


def test_the_grid_of_criteria_is_walked_and_written_by_keys(lab: Lab, page: Page) -> None:
    """Arrows move between levels, Enter writes, Esc leaves with the text kept, Ctrl+Enter goes to the next level."""
    room = open_room(lab, page, "criteria")
    grid = room.pane("editor").get_by_role("grid")
    cells = grid.get_by_role("gridcell")
    cells.first.focus()
    page.keyboard.press("ArrowRight")
    expect(cells.nth(1)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(cells.nth(2)).to_be_focused()
    page.keyboard.press("Enter")
    text = cells.nth(2).get_by_role("textbox")
    expect(text).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Chooses the words with care.")
    page.keyboard.press("Control+Enter")
    expect(cells.nth(3).get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(cells.nth(3)).to_be_focused()
    room.wait_until_saved()
    assert text.input_value().endswith(" Chooses the words with care.")
    with lab.open_project() as project:
        texts = [one for criterion in project.framework.criteria.ordered() for one in criterion.descriptors.values()]
        assert any(one.endswith(" Chooses the words with care.") for one in texts)


def test_two_people_in_one_field_are_both_heard(lab: Lab, page: Page) -> None:
    """What another process wrote into the same words meanwhile is shown beside mine, and I choose."""
    room = open_room(lab, page, "competencies")
    with lab.open_project() as project:
        thing = next(iter(project.framework.competencies.ordered()))
        room.node(thing.title).first.click()
        expect(room.field("Short name")).to_have_value(thing.title)
        with lab.kernel_held():  # or theirs might be shown before mine is typed
            project.edit(set_field(project.framework, thing.id, "title", "Theirs entirely"))
            room.field("Short name").fill("Mine entirely")
        conflict = room.pane("editor").get_by_role("group", name="Two people changed “Short name”")
        expect(conflict).to_contain_text("Theirs entirely")
        expect(conflict).to_contain_text("Mine entirely")
        expect(room.field("Short name")).to_have_value("Mine entirely")
        conflict.get_by_role("button", name="Keep mine").click()
        expect(conflict).to_have_count(0)
        room.wait_until_saved()
        project.refresh()
        assert project.framework.competencies[thing.id].title == "Mine entirely"


def test_a_text_outlives_its_kernel(lab: Lab, page: Page) -> None:
    """A kernel that restarts under the writer costs nothing: the text waits, and is saved when the room is back."""
    room = open_room(lab, page, "competencies")
    room.node("Reason with algebra").first.click()
    expect(room.field("Short name")).to_have_value("Reason with algebra and quantity")
    (session,) = lab.api("api/sessions")
    lab.api(f"api/kernels/{session['kernel']['id']}/restart", "POST")
    room.field("Grades").fill("10-12")
    expect(room.pane("header")).to_contain_text("Not saved yet: reconnecting, your text is kept here")
    page.reload()
    room = run_all(page)
    room.node("Reason with algebra").first.click()
    expect(room.field("Grades")).to_have_value("10-12")
    # The head may still say "Saved" of the time before; the file itself is what counts.
    wait_until(page, lambda: grades_of(lab, "Reason with alg") == "10-12")


def test_a_push_neither_overwrites_what_is_typed_nor_comes_back_as_an_edit(lab: Lab, page: Page) -> None:
    """While someone writes, another field changes elsewhere: both stay, and only what was typed is written."""
    room = open_room(lab, page, "competencies")
    with lab.open_project() as project:
        thing = project.framework.competencies.ordered()[1]
        room.node(thing.title).first.click()
        expect(room.field("Short name")).to_have_value(thing.title)
        before = project.revision
        project.edit(set_field(project.framework, thing.id, "leverage", "Used in every course."))
        room.field("Endurance: why it lasts beyond a course").fill("It lasts a life long.")
        expect(room.field("Leverage: where else it is used")).to_have_value("Used in every course.")
        expect(room.field("Endurance: why it lasts beyond a course")).to_have_value("It lasts a life long.")
        room.wait_until_saved()
        # An echo of the first push would be sent before this second edit, which waits for its own pause.
        room.field("Endurance: why it lasts beyond a course").fill("It lasts a whole life.")
        expect(room.pane("header").get_by_role("status").first).to_contain_text("Saving")
        room.wait_until_saved()
        project.refresh()
        assert project.revision == before + 3


def test_what_is_typed_is_not_tidied_under_the_caret(lab: Lab, page: Page) -> None:
    """A comma or a point at which the writer pauses stays, though lists and numbers are saved without it."""
    room = open_room(lab, page, "courses")
    for label, parts, kept in (("Grades", ("9,", " 10"), "9, 10"), ("Credits", ("1.", "5"), "1.5")):
        room.field(label).fill("")
        room.field(label).press_sequentially(parts[0])
        room.wait_until_saved()
        room.field(label).press_sequentially(parts[1])
        room.wait_until_saved()
        expect(room.field(label)).to_have_value(kept)


def grades_of(lab: Lab, title: str) -> str:
    """Return the grades of the competency whose title begins so, as another process reads them."""
    with lab.open_project() as project:
        competencies = project.framework.competencies.ordered()
        return next(one.grade_band for one in competencies if one.title.startswith(title))
