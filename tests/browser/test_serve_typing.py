"""What one types into a box that is no field of a thing stays as it was typed, whatever happens around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.committee import Committee, committee_of
from tests.browser.lab import wait_until
from tests.serve.served import Served
from workbench.model import Belief, add_many
from workbench.ui.rooms.standards import ADD


@pytest.fixture
def committee(example: Served, browser: Browser) -> Iterator[Committee]:
    """Seat people before the example project."""
    with committee_of(example, browser) as made:
        yield made


def belief_of(committee: Committee) -> str:
    """Return the first belief of the project."""
    return committee.served.project.framework.beliefs.ordered()[0].id


def test_typed_rows_are_what_was_chosen_last(committee: Committee) -> None:
    """First the rows, then what each of them is."""
    ana = committee.person("Ana").at("bring")
    ana.page.get_by_label("Paste the rows here").fill("Everyone is known well.")
    ana.page.get_by_label("What each row is").select_option("belief")
    ana.button("Look at these rows").click()
    expect(ana.pane("editor")).to_contain_text("This adds 1 belief")


def test_a_text_that_is_too_long_keeps_nothing_else_from_being_saved(committee: Committee) -> None:
    """It stays where it was pasted until it is shortened; what is too long for the line is sent once."""
    belief = belief_of(committee)
    ana = committee.person("Ana", absences=True).at("beliefs", belief)
    box = ana.box(f"{belief}/explanation")
    box.fill("a" * 200_001)
    told = "This text has 200,001 characters, and at most 200,000 can be saved in one place. Shorten it."
    expect(ana.pane("editor")).to_contain_text(f"{told} Your text is kept here.")
    ana.box(f"{belief}/title").fill("Saved all the same")
    wait_until(ana.page, lambda: committee.served.project.framework.beliefs[belief].title == "Saved all the same")
    expect(ana.status).to_contain_text("needs your decision")
    box.press("Control+End")
    box.press("Backspace")
    ana.wait_until_saved()
    assert len(committee.served.project.framework.beliefs[belief].explanation) == 200_000
    box.fill("")
    ana.wait_until_saved()
    much = "(box) => { box.value = 'a'.repeat(4300000); box.dispatchEvent(new Event('input', { bubbles: true })); }"
    ana.pane("header").get_by_role("searchbox", include_hidden=True).evaluate(much)
    expect(ana.pane("header").locator(".wb-message")).to_contain_text(
        "Not done: this is more than can be sent at once."
    )
    expect(ana.status).to_contain_text("Saved")


def test_undo_in_a_comment_takes_back_its_words_only(committee: Committee) -> None:
    """And in the search of the outline; what everybody has stays."""
    belief = belief_of(committee)
    ana = committee.person("Ana").at("beliefs", belief)
    ana.box(f"{belief}/title").fill("Saved for everybody")
    ana.wait_until_saved()
    comment = ana.pane("findings").get_by_label("Comment", exact=True)
    for box in (comment, ana.pane("outline").get_by_role("searchbox")):
        box.focus()
        ana.page.keyboard.type("Sav")
        ana.page.keyboard.press("ControlOrMeta+z")
        expect(box).not_to_have_value("Sav")
        expect(ana.box(f"{belief}/title")).to_have_value("Saved for everybody")
        expect(ana.pane("header").locator(".wb-message")).to_be_empty()
    ana.box(f"{belief}/title").focus()
    ana.page.keyboard.press("ControlOrMeta+z")
    expect(ana.pane("header").locator(".wb-message")).to_contain_text("Undone")


def test_the_focus_finds_a_place_where_its_pane_is_gone(committee: Committee) -> None:
    """Back, with the focus in the folded discussion, to the page beside which one talks of nothing."""
    indicator = committee.served.project.framework.indicators.ordered()[0]
    ana = committee.person("Ana").at("alignment")
    heading = ana.page.get_by_role("heading", name="Are we aligned?", level=1)
    expect(heading).to_be_visible()
    ana.pane("outline").get_by_role("searchbox").fill(indicator.title)
    ana.page.locator(f'[role=treeitem][data-id="{indicator.id}"]').click()
    ana.pane("findings").locator("summary", has_text="Discussion and history").focus()
    ana.page.go_back()
    expect(heading).to_be_visible()
    expect(heading).to_be_focused()


def test_a_pane_that_fails_keeps_no_other_from_being_drawn(committee: Committee) -> None:
    """The outline comes first, and breaks; the console says so."""
    breaking = (
        'export default { render: ({ model }) => model.on("change:state", () => { throw new Error("broken"); }) };'
    )
    ana = committee.person("Ana")
    ana.page.route(
        "**/static/panes/outline.js", lambda route: route.fulfill(body=breaking, content_type="text/javascript")
    )
    ana.at("beliefs", belief_of(committee))
    expect(ana.box(f"{belief_of(committee)}/title")).to_be_visible()
    expect(ana.pane("findings").get_by_role("heading", name="Discussion")).to_be_visible()
    assert ana.faults
    assert {"broken" in one for one in ana.faults} == {True}
    ana.faults.clear()


def test_a_reason_half_typed_outlasts_what_others_do(committee: Committee) -> None:
    """Somebody else comes, and writes elsewhere; the reason and the caret stay, and what is left to say is sent."""
    framework = committee.served.project.framework
    indicator = next(one.id for one in framework.indicators.ordered() if framework.alignments_of(one.id))
    ana = committee.person("Ana", absences=True).at("alignment", indicator)
    ana.page.get_by_label("Note what I say; agree later").check()
    ana.button("Fully").first.click()
    why = ana.page.get_by_label("Why (only if you like)").first
    why.focus()
    ana.page.keyboard.type("They argue")
    ben = committee.person("Ben").at("alignment", indicator)
    expect(ana.pane("header").locator(".wb-here summary")).to_have_text("2 here")
    ben.box(f"{framework.alignments_of(indicator)[0].id}/rationale").fill("From Ben.")
    expect(ana.box(f"{framework.alignments_of(indicator)[0].id}/rationale")).to_have_value("From Ben.")
    ana.page.keyboard.type(" from data.")
    expect(why).to_have_value("They argue from data.")
    ana.page.keyboard.press("Tab")
    voices = ana.pane("editor").locator(".wb-voices").first
    expect(voices).to_contain_text("They argue from data.")
    ana.page.reload()
    expect(why).to_have_value("They argue from data.")
    ana.context.set_offline(True)
    expect(ana.status).to_contain_text("Reconnecting")
    why.fill("Said to nobody.")
    why.blur()
    expect(ana.pane("editor")).to_contain_text("Not sent yet: reconnecting, your text is kept here.")
    expect(ana.status).to_contain_text("Not saved yet")
    ana.context.set_offline(False)
    expect(voices).to_contain_text("Said to nobody.")
    ana.wait_until_saved()
    why.fill("Never left.")
    ana.page.reload()
    expect(voices).to_contain_text("Never left.")
    ana.wait_until_saved()


def test_a_title_half_typed_outlasts_what_others_do(committee: Committee) -> None:
    """Of a table that is looked at before it is kept; left empty, the name of the file stands for it."""
    ana = committee.person("Ana").at("standards", ADD)
    rows = b"Code,Statement\nA.1,Count to ten\nA.2,Count to twenty\n"
    ana.page.get_by_label("From a file").set_input_files({"name": "mine.csv", "mimeType": "text/csv", "buffer": rows})
    title = ana.page.get_by_label("Title of the set")
    expect(title).to_have_value("mine")
    title.fill("Our own")
    committee.person("Ben")
    expect(ana.pane("header").locator(".wb-here summary")).to_have_text("2 here")
    expect(title).to_have_value("Our own")
    title.blur()
    expect(ana.pane("editor")).to_contain_text("“Our own” would come in whole.")
    title.fill("")
    title.blur()
    expect(title).to_have_value("mine")
    ana.button("Do not add").click()
    expect(title).to_have_count(0)


def test_why_a_finding_stays_is_kept_until_it_is_recorded(committee: Committee) -> None:
    """Somebody rewords what it is about, one looks at another thing and comes back, the page is loaded anew."""
    project, other = committee.served.project, belief_of(committee)
    belief = Belief(id="lone", code="L", title="Trial", statement="All are known.", ready=True)
    project.edit(add_many(project.framework, [belief]))
    ana, ben = (committee.person(name).at("beliefs", belief.id) for name in ("Ana", "Ben"))
    finding = ana.pane("findings").get_by_role("listitem").filter(has_text="STR006")
    finding.locator("summary", has_text="Leave it as it is").click()
    reason = ana.pane("findings").get_by_label("Why", exact=True)
    until = ana.pane("findings").get_by_label("Until, this day included")
    reason.focus()
    ana.page.keyboard.type("The practices")
    ben.box("lone/title").fill("Reworded")
    expect(finding).to_contain_text("“Reworded”")
    ana.page.keyboard.type(" follow.")
    until.fill("2099-06-30")
    ana.page.locator(f'[role=treeitem][data-id="{other}"]').click()
    expect(ana.box(f"{other}/title")).to_be_visible()
    ana.page.go_back()
    expect(reason).to_be_visible()
    ana.page.reload()
    expect(reason).to_have_value("The practices follow.")
    expect(until).to_have_value("2099-06-30")
    ana.button("Record the decision").click()
    expect(finding).to_contain_text("Left as it is until 2099-06-30")
    expect(finding).to_contain_text("The practices follow.")
    ana.button("Take this decision back").click()
    expect(reason).to_be_hidden()
    finding.locator("summary", has_text="Leave it as it is").click()
    expect(reason).to_have_value("")


def test_a_number_that_cannot_be_read_is_told_at_its_field(committee: Committee) -> None:
    """Once one has left it: while one types, half a range is no fault."""
    district = committee.served.project.framework.district.id
    ana = committee.person("Ana").at("settings", "page numbers")
    box = ana.box(f"{district}/settings.area_competencies")
    box.fill("8-3")
    ana.wait_until_saved()
    expect(box).not_to_have_attribute("aria-invalid", "true")
    ana.page.keyboard.press("Tab")
    ana.page.keyboard.press("Tab")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(re.compile("“8-3” cannot be read"))
    box.fill("3-8")
    expect(box).not_to_have_attribute("aria-invalid", "true")
    box.fill("")
    ana.wait_until_saved()
