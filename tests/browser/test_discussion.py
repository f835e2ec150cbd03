"""People talk beside a thing and propose wordings, by the keyboard alone, while somebody else does so elsewhere."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.lab import PATIENCE, Lab, Room, open_room, run_all, wait_until
from workbench.model.discussion import Fate
from workbench.project import Project

expect.set_options(timeout=PATIENCE / 2)


def go_to(room: Room, page: Page, name: str) -> None:
    """Select a thing in the outline by keys: find it, go to its row, Enter."""
    room.pane("outline").get_by_role("searchbox").press("ControlOrMeta+a")
    page.keyboard.type(name)
    room.node(name).last.press("Enter")
    expect(room.pane("editor").locator("h1")).to_have_text(name)


def test_a_comment_that_mentions_somebody_is_kept_until_it_is_sent(lab: Lab, page: Page) -> None:
    """From a text to its comment by keys, a name from the list; the page is loaded anew, and the words are there."""
    with lab.open_project() as joe:
        indicator = joe.framework.indicators.ordered()[0]
        room = open_room(lab, page, "competencies")
        pane = room.pane("findings")
        go_to(room, page, indicator.title)
        room.field("Performance indicator").press("Alt+KeyC")
        box = pane.get_by_label("Comment", exact=True)
        expect(box).to_be_focused()
        expect(pane.get_by_label("About", exact=True)).to_have_value(f"{indicator.id}/statement")

        page.keyboard.type("Is this all, @ki")
        expect(pane.get_by_role("option", name="Joe Kim")).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-expanded", "true")
        assert axe.found(page) == []
        page.keyboard.press("Enter")
        expect(box).to_have_value("Is this all, @Joe Kim ")
        page.reload()
        room = run_all(page)
        go_to(room, page, indicator.title)
        expect(box).to_have_value("Is this all, @Joe Kim ")
        box.press("End")
        page.keyboard.type("?")
        page.keyboard.press("Control+Enter")
        thread = pane.locator(".wb-thread").filter(has_text="Is this all, @Joe Kim ?")
        expect(thread).to_contain_text("Ana Ruiz")
        expect(box).to_have_value("")
        expect(box).to_be_focused()
        expect(room.node(indicator.title).last).to_contain_text("1 being discussed")

        joe.refresh()
        (asked,) = joe.discussion.threads(indicator.id)
        assert asked.mentions == {joe.person_id}


def test_what_somebody_says_is_answered_and_resolved_by_keys(lab: Lab, page: Page) -> None:
    """Joe asks and asks again elsewhere; the answer goes to him, and what became of it, with the reason."""
    with lab.open_project() as joe:
        indicator = joe.framework.indicators.ordered()[2]
        asked = joe.discussion.comment(indicator.id, "Is this all?")
        room = open_room(lab, page, "competencies")
        pane = room.pane("findings")
        go_to(room, page, indicator.title)
        thread = pane.locator(".wb-thread")
        joe.discussion.reply(asked.id, "Nobody there?")
        thread.get_by_role("button", name="Reply to Joe Kim").press("Enter")
        page.keyboard.type("It is.")
        page.keyboard.press("Control+Enter")
        expect(thread).to_contain_text("Nobody there?")
        expect(thread).to_contain_text("It is.")
        expect(thread.get_by_role("button", name="Reply to Joe Kim")).to_be_focused()

        thread.get_by_role("button", name="Resolve what Joe Kim says").press("Enter")
        expect(thread.get_by_label("What became of it")).to_be_focused()
        page.keyboard.press("D")
        page.keyboard.press("Tab")
        page.keyboard.type("It stays short.")
        assert axe.found(page) == []
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(pane.get_by_role("heading", name="Discussion")).to_be_focused()
        expect(pane.get_by_text("Nothing is being discussed here.")).to_be_visible()
        pane.locator("summary", has_text="Show resolved (1)").press("Enter")
        expect(pane.locator(".wb-outcome")).to_contain_text("Declined, by Ana Ruiz")
        expect(pane.locator(".wb-outcome")).to_contain_text("It stays short.")
        assert axe.found(page) == []
        joe.refresh()
        assert joe.discussion.threads(indicator.id)[0].fate is Fate.DECLINED


def test_wordings_are_proposed_and_taken_by_keys(lab: Lab, page: Page) -> None:
    """Alt+P in a text and in a cell of a table; Joe’s proposal is taken by Enter, and undone."""
    with lab.open_project() as joe:
        indicator = joe.framework.indicators.ordered()[1]
        joes = f"{indicator.statement.rstrip('.')} with care."
        joe.discussion.suggest(indicator.id, "statement", joes)
        room = open_room(lab, page, "competencies")
        go_to(room, page, indicator.title)
        editor, text = room.pane("editor"), room.field("Performance indicator")
        card = editor.get_by_role("group", name="Joe Kim proposes another wording")
        expect(card.locator("ins")).to_contain_text("with care")
        text.press("Alt+KeyP")
        expect(editor.get_by_label("Your wording")).to_be_focused()
        expect(editor.get_by_label("Your wording")).to_have_value(indicator.statement)
        page.keyboard.press("Control+End")
        page.keyboard.type(" Explain it.")
        page.keyboard.press("Tab")
        page.keyboard.type("So that one hears why.")
        assert axe.found(page) == []
        page.keyboard.press("Control+Enter")
        expect(text).to_be_focused()
        mine = editor.get_by_role("group", name="Ana Ruiz proposes another wording")
        expect(mine).to_contain_text("So that one hears why.")
        expect(mine.get_by_role("button", name="Withdraw")).to_be_visible()
        wait_until(page, lambda: proposals(joe, indicator.id) == [joes, f"{indicator.statement} Explain it."])

        card.press("Enter")
        expect(text).to_have_value(joes)
        expect(text).to_be_focused()
        expect(card).to_have_count(0)
        page.keyboard.press("Control+z")
        expect(text).to_have_value(indicator.statement)

        room.enter("Scoring criteria")
        go_to(room, page, indicator.title)
        cell = editor.get_by_role("gridcell").first
        cell.press("Alt+KeyP")
        page.keyboard.press("Escape")
        expect(cell.locator("textarea[data-key]")).to_be_focused()
        expect(editor.get_by_label("Your wording")).to_have_count(0)
        page.keyboard.press("Alt+KeyP")
        page.keyboard.press("Control+End")
        page.keyboard.type(" With help.")
        page.keyboard.press("Control+Enter")
        expect(cell.get_by_role("group", name="Ana Ruiz proposes another wording")).to_be_visible()
        assert axe.found(page) == []


def proposals(project: Project, thing: str) -> list[str]:
    """Return the wordings that are proposed for a thing, as another process reads them."""
    project.refresh()
    return [one.suggestion.new for one in project.discussion.proposals(thing)]


def test_one_talks_of_an_alignment_beside_the_standards(lab: Lab, page: Page) -> None:
    """From its rationale by keys: the line under the middle unfolds, and the comment is about these words."""
    with lab.open_project() as joe:
        indicator = next(one for one in joe.framework.indicators.ordered() if joe.framework.alignments_of(one.id))
        room = open_room(lab, page, "alignment")
        pane = room.pane("findings")
        go_to(room, page, indicator.title)
        expect(pane.locator(".wb-folded")).not_to_have_attribute("open", "")
        room.field("Rationale").first.press("Alt+KeyC")
        box = pane.get_by_label("Comment", exact=True)
        expect(box).to_be_focused()
        page.keyboard.type("Is that why?")
        page.keyboard.press("Control+Enter")
        expect(pane.locator("summary").first).to_contain_text("1 open")
        assert axe.found(page) == []
        page.keyboard.press("F6")
        expect(room.pane("standards").locator(":focus")).to_have_count(1)

        # On a telephone the discussion is as long as it is, and nothing lies over its end.
        page.set_viewport_size({"width": 390, "height": 844})
        pane.locator(".wb-history > summary").click()
        expect(pane.locator(".wb-history")).to_have_attribute("open", "")

        joe.refresh()
        alignment = joe.framework.alignments_of(indicator.id)[0]
        assert [one.first.field for one in joe.discussion.threads(alignment.id)] == ["rationale"]
