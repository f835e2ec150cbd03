"""Two people and more at one framework, each before a browser of their own; and lines that break meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.committee import Committee, Person, committee_of
from tests.browser.lab import PATIENCE, wait_until
from tests.serve.served import Served
from workbench.errors import CannotWrite
from workbench.model import Belief, Role, add_many, set_field
from workbench.project import Project
from workbench.serve.room import Room as LiveRoom

WATCH = """(key) => {
  const look = () => {
    const box = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    const writer = box?.closest(".wb-field").querySelector(".wb-writer b")?.textContent || "";
    const now = box ? [box.value, box.readOnly, writer] : ["gone", false, ""];
    const before = window.seen[window.seen.length - 1];
    if (JSON.stringify(now) !== JSON.stringify(before)) window.seen.push(now);
    requestAnimationFrame(look);
  };
  window.seen = [];
  look();
}"""
"""Notes in ``seen`` whatever a field shows, frame by frame: its text, whether it can be written in, who writes."""
NUMBERS = count(1)


@pytest.fixture
def committee(example: Served, browser: Browser) -> Iterator[Committee]:
    """Seat people before the example project."""
    with committee_of(example, browser) as made:
        yield made


@pytest.fixture
def belief(example: Served) -> str:
    """Add a belief to write in, and return its id."""
    number = next(NUMBERS)
    new = Belief(id=f"t{number}", code=f"T{number}", title=f"Trial {number}", statement="Every student is known well.")
    example.project.edit(add_many(example.project.framework, [new]))
    return new.id


def stands(committee: Committee, thing: str, name: str) -> Any:
    """Return what the project holds in a field."""
    return getattr(committee.served.project.framework.get(thing), name)


def pair(committee: Committee, belief: str) -> tuple[Person, Person]:
    """Seat two drafters before the same belief."""
    ben, eve = committee.person("Ben Okafor"), committee.person("Eve Lind")
    return ben.at("beliefs", belief), eve.at("beliefs", belief)


def test_text_grows_before_the_others_eyes(committee: Committee, belief: str) -> None:
    """First it grows under the writer's name, and cannot be written in; then it is saved, and can."""
    ben, eve = pair(committee, belief)
    key = f"{belief}/statement"
    before = stands(committee, belief, "statement")
    eve.page.evaluate(WATCH, key)
    ben.box(key).focus()
    ben.page.keyboard.press("Control+End")
    ben.page.keyboard.type(" By one adult at least.", delay=60)
    ben.wait_until_saved()
    whole = f"{before} By one adult at least."
    expect(eve.box(key)).to_have_value(whole)
    expect(eve.box(key)).to_be_editable()
    seen = eve.page.evaluate("window.seen")
    texts = [text for text, _, _ in seen]
    assert seen[0] == [before, False, ""]
    assert seen[-1] == [whole, False, ""]
    growing = seen[1:-1]
    assert len({text for text, _, _ in growing}) > 2  # it grew, and did not jump
    assert {(closed, writer) for _, closed, writer in growing if writer} == {(True, "Ben Okafor")}
    assert [len(one) for one in texts] == sorted(len(one) for one in texts), texts
    assert stands(committee, belief, "statement") == whole


def test_text_does_not_fall_back_before_it_is_shown(
    committee: Committee, belief: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a page is drawn late, what somebody wrote there and saved stays as it grew."""
    ben, eve = pair(committee, belief)
    key, title = f"{belief}/statement", f"{belief}/title"
    drawn, catch_up = Event(), LiveRoom.catch_up
    committee.ends.callback(drawn.set)
    monkeypatch.setattr(LiveRoom, "catch_up", lambda room: drawn.wait(PATIENCE / 1000) and catch_up(room))
    ben.box(key).press_sequentially(" So.")
    ben.wait_until_saved()
    ben.box(title).fill("No number")
    whole = "Every student is known well. So."
    expect(eve.box(title)).to_have_value("No number")  # told after the statement was said to be saved
    assert eve.box(key).input_value() == whole
    expect(eve.box(key)).not_to_be_editable()
    drawn.set()
    expect(eve.box(key)).to_be_editable()
    assert eve.box(key).input_value() == whole


def test_who_writes_elsewhere_is_not_disturbed(committee: Committee, belief: str) -> None:
    """Caret and half a word stay where they are; both edits of the one thing stay."""
    ben, eve = pair(committee, belief)
    title = eve.box(f"{belief}/title")
    title.fill("Known ll")
    title.press("ArrowLeft")
    title.press("ArrowLeft")
    ben.box(f"{belief}/statement").fill("Nobody is a number here.")
    expect(eve.box(f"{belief}/statement")).to_have_value("Nobody is a number here.")
    ben.wait_until_saved()
    assert title.evaluate("(box) => [document.activeElement === box, box.selectionStart]") == [True, 6]
    eve.page.keyboard.type("we")
    expect(title).to_have_value("Known well")
    expect(ben.box(f"{belief}/title")).to_have_value("Known well")
    wait_until(ben.page, lambda: stands(committee, belief, "title") == "Known well")
    assert stands(committee, belief, "statement") == "Nobody is a number here."


def test_a_caret_stays_at_its_words(committee: Committee, belief: str) -> None:
    """Whatever others change around it, with marked words too, and in lines that end as on Windows."""
    ben = committee.person("Ben Okafor").at("beliefs", belief)
    project = committee.served.project

    def write(name: str, text: str) -> None:
        project.edit(set_field(project.framework, belief, name, text))
        expect(ben.box(f"{belief}/{name}")).to_have_value(text.replace("\r", ""))

    box = ben.box(f"{belief}/statement")
    box.press("Control+End")
    write("statement", "We hold: every student is known well.")
    ben.page.keyboard.type(" By name.")
    ben.wait_until_saved()
    assert stands(committee, belief, "statement") == "We hold: every student is known well. By name."
    write("statement", "Every one\r\nis known\r\nvery well.")
    box.evaluate("(box) => box.setSelectionRange(13, 18, 'backward')")
    write("title", "Another")
    write("statement", "All:\r\nEvery one\r\nis known\r\nvery very well.")
    place = "(box) => [box.selectionStart, box.selectionEnd, box.selectionDirection]"
    assert box.evaluate(place) == [18, 23, "backward"]


def test_a_box_is_not_shut_before_who_stands_in_it(committee: Committee, belief: str) -> None:
    """Somebody begins in it too, who is named; what both write stays. Who comes later waits, and is shown the text."""
    ben = committee.person("Ben Okafor").at("beliefs", belief)
    project, key = committee.served.project, f"{belief}/statement"
    box, tab = ben.box(key), ben.page.locator(".wb-writer")
    project.presence.enter("eve", "eve", "Eve Lind")
    committee.ends.callback(project.presence.leave, "eve")
    box.press("Control+End")
    assert project.presence.write("eve", key, "We ho")
    expect(tab).to_contain_text("Eve Lind")
    ben.page.keyboard.type(" By")
    project.edit(set_field(project.framework, belief, "statement", "We hold: Every student is known well."))
    ben.page.keyboard.type(" name.")
    both = "We hold: Every student is known well. By name."
    expect(box).to_have_value(both)
    ben.wait_until_saved()
    assert stands(committee, belief, "statement") == both
    ben.box(f"{belief}/title").focus()
    project.presence.write("eve", key, "Half a")
    expect(box).to_have_value("Half a")
    box.click()
    ben.page.keyboard.type("not here")
    expect(box).not_to_be_editable()
    project.presence.rest("eve", key)
    expect(box).to_have_value(both)
    expect(box).to_be_editable()


def apart(committee: Committee, belief: str, first: str, second: str) -> tuple[Person, Person]:
    """Let two write into one field at once: the second while their line is down, so that neither sees the other."""
    ben, eve = committee.person("Ben Okafor"), committee.person("Eve Lind", absences=True)
    ben.at("beliefs", belief)
    eve.at("beliefs", belief)
    eve.context.set_offline(True)
    eve.box(f"{belief}/statement").fill(second)
    expect(eve.status).to_contain_text("Not saved yet: reconnecting, your text is kept here")
    ben.box(f"{belief}/statement").fill(first)
    ben.wait_until_saved()
    eve.context.set_offline(False)
    return ben, eve


def test_different_words_of_one_field_merge(committee: Committee, belief: str) -> None:
    """What two change in one text at once is there twice over, when they did not touch the same words."""
    ben, eve = apart(committee, belief, "Every learner is known well.", "Every student is known very well.")
    both = "Every learner is known very well."
    for one in (ben, eve):
        expect(one.box(f"{belief}/statement")).to_have_value(both)
    eve.wait_until_saved()
    assert stands(committee, belief, "statement") == both


def test_the_same_words_are_a_choice(committee: Committee, belief: str) -> None:
    """Three texts and what to do; the other one is told; nothing typed is lost."""
    ben, eve = apart(committee, belief, "Every child is known well.", "Every learner is known well.")
    choice = eve.page.get_by_role("group", name="Two people changed")
    second = committee.second_tab(eve).at("beliefs", belief)
    second.page.wait_for_function("() => performance.now() > 1500")  # longer than windows ask each other
    expect(second.box(f"{belief}/statement")).to_have_value("Every child is known well.")
    second.page.close()
    expect(choice).to_be_visible()
    assert choice.locator("dt").all_text_contents() == ["Before", "Theirs, saved now", "Yours"]
    told = " ".join(choice.locator("dd").all_text_contents())
    assert all(word in told for word in ("student", "child", "learner"))
    expect(eve.status).to_contain_text("Not saved: one text needs your decision")
    expect(ben.pane("findings")).to_contain_text("not saved: somebody else had changed the same words")
    expect(ben.box(f"{belief}/statement")).to_have_value("Every child is known well.")
    eve.walk_to("courses")
    expect(choice).to_have_count(0)
    eve.pane("header").get_by_role("button", name="Go to it").click()
    eve.button("Keep mine").click()
    expect(choice).to_have_count(0)
    expect(eve.pane("header").get_by_role("button", name="Go to it")).to_have_count(0)
    expect(ben.box(f"{belief}/statement")).to_have_value("Every learner is known well.")


def test_both_texts_hold_what_was_typed_since(committee: Committee, belief: str) -> None:
    """One goes on writing while the choice stands there: combining keeps that too."""
    ben, eve = apart(committee, belief, "Every child is known well.", "Every learner is known well.")
    expect(eve.page.get_by_role("group", name="Two people changed")).to_be_visible()
    eve.box(f"{belief}/statement").press("Control+End")
    eve.page.keyboard.type(" Nobody is a number.")
    eve.button("Combine both").click()
    both = "Every child is known well.\nEvery learner is known well. Nobody is a number."
    for one in (ben, eve):
        expect(one.box(f"{belief}/statement")).to_have_value(both)
    eve.wait_until_saved()
    assert stands(committee, belief, "statement") == both


def test_undo_takes_back_ones_own(committee: Committee, belief: str) -> None:
    """What the other wrote meanwhile stays."""
    ben, eve = pair(committee, belief)
    ben.box(f"{belief}/title").fill("From Ben")
    expect(eve.box(f"{belief}/title")).to_have_value("From Ben")
    eve.box(f"{belief}/statement").fill("From Eve.")
    expect(ben.box(f"{belief}/statement")).to_have_value("From Eve.")
    ben.button("Undo").first.click()
    expect(ben.pane("header").locator(".wb-message")).to_contain_text("Undone")
    for one in (ben, eve):
        expect(one.box(f"{belief}/title")).to_have_value(re.compile("^Trial"))
        expect(one.box(f"{belief}/statement")).to_have_value("From Eve.")


def test_it_is_seen_who_is_where(committee: Committee, belief: str) -> None:
    """By name and room, as they walk, come and go; two windows of one person are two."""
    ben, eve = pair(committee, belief)
    here = ben.pane("header").locator(".wb-here")
    expect(here.locator("summary")).to_have_text("2 here")
    here.locator("summary").click()
    items = here.get_by_role("listitem")
    expect(items).to_have_text([re.compile(r"Ben Okafor \(you\)\s*Beliefs"), re.compile(r"Eve Lind\s*Beliefs")])
    eve.walk_to("standards")
    expect(items.nth(1)).to_contain_text("Standards")
    second = committee.second_tab(eve)
    second.at("beliefs", belief)
    expect(items).to_have_count(3)
    second.box(f"{belief}/title").fill("From the second window")
    for one in (ben, eve.at("beliefs", belief)):
        expect(one.box(f"{belief}/title")).to_have_value("From the second window")
    eve.box(f"{belief}/title").fill("From the first again")
    expect(second.box(f"{belief}/title")).to_have_value("From the first again")
    second.page.close()
    expect(items).to_have_count(2)


def test_back_and_links_lead_where_they_say(committee: Committee, belief: str) -> None:
    """The button of the browser goes through rooms and things; an address opens the thing that it names."""
    ben = committee.person("Ben Okafor").at("beliefs", belief)
    other = next(one for one in committee.served.project.framework.beliefs if one != belief)
    ben.page.locator(f'[role=treeitem][data-id="{other}"]').click()
    expect(ben.page).to_have_url(re.compile(f"beliefs\\?at={other}$"))
    ben.walk_to("standards")
    expect(ben.page).to_have_url(re.compile("/rooms/standards"))
    ben.page.go_back()
    expect(ben.box(f"{other}/title")).to_be_visible()
    ben.page.go_back()
    expect(ben.box(f"{belief}/title")).to_be_visible()
    ben.page.go_forward()
    expect(ben.box(f"{other}/title")).to_be_visible()


def test_who_is_put_out_keeps_what_they_typed(committee: Committee, belief: str) -> None:
    """It is still to be read, can be copied with a key, and a sentence says what happened."""
    ben = committee.person("Ben Okafor", absences=True, permissions=["clipboard-read", "clipboard-write"])
    ben.at("beliefs", belief)
    committee.served.project.members.revoke(ben.invitation)
    expect(ben.page.get_by_role("alert")).to_contain_text("Your invitation has ended")
    ben.box(f"{belief}/statement").fill("Nearly lost.")
    expect(ben.box(f"{belief}/statement")).to_have_value("Nearly lost.")
    expect(ben.status).to_contain_text("Not saved")
    copies(ben, "Nearly lost.")


@pytest.mark.parametrize("reloaded", [False, True], ids=["at once", "after a reload"])
def test_a_text_whose_thing_was_removed_is_copied_and_dropped(
    committee: Committee, belief: str, *, reloaded: bool
) -> None:
    """It waits until its writer drops it, and then nothing waits any more, on the next page neither."""
    ben = committee.person("Ben Okafor")
    eve = committee.person("Eve Lind", absences=True, permissions=["clipboard-read", "clipboard-write"])
    ben.at("beliefs", belief)
    eve.at("beliefs", belief)
    eve.context.set_offline(True)
    eve.box(f"{belief}/statement").fill("Written in vain.")
    expect(eve.status).to_contain_text("Not saved yet")
    ben.button("Remove").click()
    expect(ben.pane("header")).to_contain_text("Removed")
    eve.context.set_offline(False)
    expect(eve.status).to_contain_text("Not saved: somebody removed what you wrote in")
    expect(eve.button("Go to it")).to_have_count(0)
    if reloaded:
        eve.page.reload()
        expect(eve.status).to_contain_text("Not saved: somebody removed what you wrote in")
    copies(eve, "Written in vain.")
    eve.button("Drop it").click()
    expect(eve.status).to_contain_text("Saved")
    expect(eve.button("Copy what I typed")).to_have_count(0)
    eve.page.reload()
    expect(eve.status).to_contain_text("Saved")
    expect(eve.button("Copy what I typed")).to_have_count(0)


def test_a_page_goes_while_one_stands_in_a_box_of_it(committee: Committee, belief: str) -> None:
    """As a press does that moves no focus; what comes in its place is drawn whole."""
    ben = committee.person("Ben Okafor").at("beliefs", belief)
    ben.box(f"{belief}/title").fill("Saved before it went")
    expect(ben.node("Saved before it went")).to_be_visible()
    ben.pane("header").get_by_role("button", name="Bring in").evaluate("(button) => button.click()")
    expect(ben.page.get_by_role("heading", level=1)).to_be_focused()
    assert ben.faults == []


def test_a_choice_between_two_texts_ends_when_their_thing_is_removed(committee: Committee, belief: str) -> None:
    """On the way to it one learns that; what one typed oneself can be copied, or dropped."""
    ben, eve = apart(committee, belief, "Ours by Ben.", "Mine by Eve.")
    expect(eve.button("Keep theirs")).to_be_visible()
    ben.button("Remove").click()
    expect(ben.pane("header")).to_contain_text("Removed")
    eve.button("Go to it").click()
    expect(eve.status).to_contain_text("Not saved: somebody removed what you wrote in")
    eve.button("Drop it").click()
    expect(eve.status).to_contain_text("Saved")


def copies(person: Person, text: str) -> None:
    """Copy what was typed by the keyboard alone."""
    button = person.button("Copy what I typed")
    button.focus()
    person.page.keyboard.press("Enter")
    expect(person.pane("header").get_by_text("Copied.")).to_be_visible()
    expect(button).to_be_focused()
    assert text in person.page.evaluate("navigator.clipboard.readText()")


def test_who_becomes_a_reader_while_writing_keeps_the_text(committee: Committee, belief: str) -> None:
    """The role changes at once; a text that comes too late is refused in a sentence, and waits for another change."""
    ben = committee.person("Ben Okafor", absences=True).at("beliefs", belief)
    box = ben.box(f"{belief}/statement")
    ben.context.set_offline(True)
    box.fill("Too late.")
    expect(ben.status).to_contain_text("Not saved yet")
    committee.served.project.members.change_role(ben.invitation, Role.READER)
    ben.context.set_offline(False)
    expect(ben.pane("editor")).to_contain_text("You are here as a reader, so you cannot change the framework.")
    expect(box).not_to_be_editable()
    expect(box).to_have_value("Too late.")
    expect(ben.button("Copy what I typed")).to_be_visible()
    committee.served.project.members.change_role(ben.invitation, Role.DRAFTER)
    ben.wait_until_saved()
    expect(box).to_be_editable()
    box.press("End")
    ben.page.keyboard.type(" Or not.")
    expect(ben.status).to_contain_text("Saving")
    ben.wait_until_saved()
    assert stands(committee, belief, "statement") == "Too late. Or not."


def test_what_cannot_be_saved_for_a_while_is_saved_by_itself(
    committee: Committee, belief: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program holds the file: the page says so at the field, and tries again."""
    ben = committee.person("Ben Okafor").at("beliefs", belief)
    free, edit = Event(), Project.edit

    def held(project: Project, *given: Any, **named: Any) -> Any:
        if not free.is_set():
            raise CannotWrite("It is held by another program.")
        return edit(project, *given, **named)

    monkeypatch.setattr(Project, "edit", held)
    ben.box(f"{belief}/statement").fill("Kept.")
    expect(ben.pane("editor")).to_contain_text("held by another program. Your text is kept here, and is saved")
    expect(ben.status).to_have_text("Not saved yet: your text is kept here and tried again")
    ben.page.keyboard.type(" And this.")
    ben.button("+ Add a belief").click()
    ben.page.keyboard.type("Something new")
    expect(ben.pane("header").locator(".wb-message")).to_contain_text("held by another program")
    ben.page.keyboard.press("Tab")
    stray = ben.page.get_by_label("You typed this for something new that is not there.")
    expect(stray).to_have_value("Something new")
    ben.page.reload()
    expect(stray).to_have_value("Something new")
    free.set()
    ben.wait_until_saved()
    assert stands(committee, belief, "statement") == "Kept. And this."
    expect(ben.pane("editor")).not_to_contain_text("held by another program")
    stray.locator("xpath=../..").get_by_role("button", name="Close").last.click()
    expect(stray).to_have_count(0)


def test_what_is_asked_for_without_a_line_is_said_to_be_not_done(committee: Committee, belief: str) -> None:
    """And nothing that is typed then goes into something that never comes; what is chosen goes back."""
    ben = committee.person("Ben Okafor", absences=True).at("beliefs", belief)
    beliefs = len(committee.served.project.framework.beliefs)
    told = ben.pane("header").locator(".wb-message")
    ben.context.set_offline(True)
    expect(ben.status).to_contain_text("Reconnecting")
    for name in ("+ Add a belief", "Mark ready for review", "Undo"):
        ben.button(name).first.click()
        expect(told).to_contain_text("Not done: the line to the server is down. Try again when it is back.")
        told.get_by_role("button", name="Close").click()
        expect(told).to_be_empty()
    drafts = ben.page.get_by_label("Also check what is still a draft")
    drafts.click()
    expect(told).to_contain_text("Not done")
    expect(drafts).not_to_be_checked()
    ben.context.set_offline(False)
    expect(ben.status).to_contain_text("Saved")
    expect(told).to_contain_text("Not done")
    assert len(committee.served.project.framework.beliefs) == beliefs
    ben.button("+ Add a belief").click()
    ben.page.keyboard.type("It is back.")
    wait_until(ben.page, lambda: "It is back." in [one.statement for one in all_beliefs(committee)])
    expect(told).to_be_empty()


def all_beliefs(committee: Committee) -> tuple[Belief, ...]:
    """Return the beliefs that the project holds."""
    return committee.served.project.framework.beliefs.ordered()


def test_what_is_new_since_ones_last_visit_stands_by_itself(committee: Committee, belief: str) -> None:
    """Who was away for more than an hour finds it on top, also after a reload; who was never here finds a list."""
    eve = committee.person("Eve Lind").at("start")
    expect(eve.page.get_by_role("heading", name="Latest changes")).to_be_visible()
    project = committee.served.project
    eve.page.close()
    eve.context.add_init_script("const now = Date.now; Date.now = () => now() + 2 * 3600 * 1000;")
    project.edit(set_field(project.framework, belief, "title", "Known by name"))
    back = committee.second_tab(eve).at("start")
    for _ in range(2):
        new = back.page.get_by_role("heading", name="Since you were last here").locator(
            "xpath=following-sibling::ul[1]"
        )
        expect(new.get_by_role("listitem")).to_have_count(1)
        expect(new).to_contain_text("Known by name")
        expect(back.page.get_by_role("heading", name="Before that")).to_be_visible()
        back.page.reload()
