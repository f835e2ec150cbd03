"""People before the standards: they bring a file in, find, align by keys, walk a long tree, decide on a version."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.lab import PATIENCE, Lab, Room, open_room, wait_until
from workbench.model import Standard, StandardSet, add
from workbench.model.alignment import Alignment

expect.set_options(timeout=PATIENCE / 2)
LONG = StandardSet(
    id="long",
    title="A long set",
    standards=(
        Standard(id="top", code="L", statement="Everything", sequence=1),
        *(
            Standard(id=f"n{i}", code=f"L.{i}", statement=f"Entry {i}", parent_id="top", sequence=i)
            for i in range(3000)
        ),
    ),
)


def rows(room: Room) -> dict[str, int]:
    """Return the rows of the tree that are in the page, by code, with their place among their siblings."""
    found = (
        room.pane("standards")
        .locator("[role=treeitem][data-id]")
        .evaluate_all("all => all.map(one => [one.querySelector('.wb-code')?.textContent, Number(one.ariaPosInSet)])")
    )
    return dict(found)


def test_a_standard_is_found_and_aligned_by_keys_alone(lab: Lab, page: Page) -> None:
    """From the outline to the search, down to what was found, align, and undo."""
    room = open_room(lab, page, "alignment")
    standards = room.pane("standards")
    room.shell.get_by_label("Find what to align").fill("Listen and respond")
    room.node("Listen and respond").first.click()
    expect(room.pane("editor").locator("h1")).to_have_text("Listen and respond")
    room.node("Listen and respond").first.press("F6")
    page.keyboard.press("F6")
    expect(room.pane("findings").locator("summary").first).to_be_focused()
    page.keyboard.press("F6")
    expect(standards.get_by_role("heading", name="Standards")).to_be_focused()
    standards.get_by_label("Find by code or word").focus()
    page.keyboard.type("evidence")
    hit = standards.locator(".wb-hit").first
    expect(hit).to_contain_text("evidence")
    page.keyboard.press("ArrowDown")
    expect(hit.locator("button").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(hit.get_by_role("button", name="Align")).to_be_focused()
    page.keyboard.press("Enter")
    expect(hit).to_contain_text("✓ Aligned")
    expect(hit.locator("button").first).to_be_focused()
    expect(room.pane("editor").get_by_role("heading", name="Testing ideas with evidence")).to_be_visible()
    assert axe.found(page) == []
    page.keyboard.press("Enter")
    detail = standards.get_by_role("region", name="The standard")
    expect(detail).to_contain_text("✓ Aligned")
    detail.get_by_role("button", name="Show in the tree").press("Enter")
    row = standards.locator("[role=treeitem][aria-selected=true]")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport(ratio=1)
    detail.get_by_role("button", name="Close this standard").press("Enter")
    expect(row.or_(standards.locator("[role=treeitem][tabindex='0']"))).to_be_focused()
    standards.get_by_label("Find by code or word").fill("evidence")
    room.button("Undo").first.click()
    expect(hit.get_by_role("button", name="Align")).to_be_visible()


def test_a_long_tree_is_walked_and_scrolled_without_being_drawn_whole(lab: Lab, page: Page) -> None:
    """Rows come as they come into sight; End goes to the last of three thousand, Ctrl+Enter aligns there."""
    with lab.open_project() as project:
        project.add_set(LONG)
    room = open_room(lab, page, "alignment")
    room.shell.get_by_label("Find what to align").fill("Listen and respond")
    room.node("Listen and respond").first.click()
    standards = room.pane("standards")
    standards.get_by_label("Set").select_option("long")
    top = standards.get_by_role("treeitem").filter(has_text="Everything")
    top.click()
    expect(standards.get_by_role("treeitem").filter(has_text="Entry 0")).to_be_visible()
    assert len(rows(room)) < 60
    top.focus()
    page.keyboard.press("End")
    last = standards.get_by_role("treeitem").filter(has_text="Entry 2999")
    expect(last).to_be_focused()
    assert rows(room)["L.2999"] == 3000

    standards.locator(".wb-shelf").evaluate("box => { box.scrollTop = box.scrollHeight / 2; }")
    expect(standards.locator("[role=treeitem][data-id='n1500']")).to_be_visible()
    assert len(rows(room)) < 60
    page.keyboard.press("Control+Enter")
    expect(room.pane("editor").get_by_role("heading", name="Entry 2999")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(room.pane("editor").get_by_role("heading", name="Entry 2999")).to_have_count(0)


def test_a_file_is_looked_at_then_kept_and_its_newer_version_decided_on(lab: Lab, page: Page, tmp_path: Path) -> None:
    """The whole way of a set: sent, told, added; aligned to; its next version compared, and an alignment accepted."""
    texts = {"R.1": "Watch <b>rivers</b>.", "R.2": "Measure rain."}
    items = [
        {"identifier": f"{code}-id", "fullStatement": text, "humanCodingScheme": code} for code, text in texts.items()
    ]
    package = {"CFDocument": {"identifier": "rivers", "title": "Rivers", "creator": "A state"}, "CFItems": items}
    (tmp_path / "rivers.json").write_text(json.dumps({**package, "CFAssociations": []}))
    room = open_room(lab, page, "standards")
    editor = room.pane("editor")
    room.button("+ Add standards").click()
    editor.get_by_label("From a file").set_input_files(tmp_path / "rivers.json")
    expect(editor.get_by_text("“Rivers” would come in whole.")).to_be_visible()
    expect(editor.get_by_role("cell", name="Watch <b>rivers</b>.")).to_be_visible()
    assert axe.found(page) == []
    room.button("Add to this project").click()
    expect(editor.locator("h1")).to_have_text("Rivers")
    expect(room.pane("standards").get_by_role("treeitem")).to_have_count(2)

    with lab.open_project() as project:
        indicator = next(iter(project.framework.indicators.ordered()))
        found = Alignment(id="river", subject_id=indicator.id, set_id="rivers", standard_id=items[0]["identifier"])
        project.edit(add(project.framework, found))
    items[0]["fullStatement"] = "Watch rivers and lakes."
    (tmp_path / "rivers.json").write_text(json.dumps({**package, "CFAssociations": []}))
    room.button("+ Add standards").click()
    editor.get_by_label("From a file").set_input_files(tmp_path / "rivers.json")
    room.button("Add to this project").click()
    room.button("See what changed").click()
    expect(editor.get_by_text("1 unchanged and 1 reworded.")).to_be_visible()
    expect(editor.locator("ins")).to_contain_text(["and lakes"])
    assert axe.found(page) == []
    editor.get_by_role("button", name="Accept").click()
    expect(editor.get_by_text("No alignment is left to decide on.")).to_be_visible()

    def accepted() -> bool:
        with lab.open_project() as project:
            return project.framework.alignments["river"].set_id != "rivers"

    wait_until(page, accepted)


def test_decisions_follow_each_other_without_losing_the_place(lab: Lab, page: Page) -> None:
    """By keys: accept lands on the next; redirect leads to the right and comes back to what is left."""
    old = StandardSet(
        id="lakes",
        title="Lakes",
        version="1",
        standards=tuple(Standard(id=f"k{n}", code=f"K.{n}", statement=f"Measure lake {n}.") for n in range(4)),
    )
    new = tuple(replace(one, statement=f"{one.statement} Explain it.") for one in old.standards)
    with lab.open_project() as project:
        project.add_set(old)
        found = list(project.framework.indicators.ordered())[:3]
        for place, indicator in enumerate(found):
            met = Alignment(id=f"lake{place}", subject_id=indicator.id, set_id="lakes", standard_id=f"k{place}")
            project.edit(add(project.framework, met))
        project.standards.add(replace(old, version="2", standards=new))
    room = open_room(lab, page, "standards")
    editor = room.pane("editor")
    room.node("Lakes 2").first.click()
    room.button("See what changed").click()
    expect(editor.get_by_role("heading", name="Alignments to decide on: 3")).to_be_visible()
    names = editor.locator(".wb-review h3").all_inner_texts()

    editor.get_by_role("button", name="Accept").first.press("Enter")
    expect(editor.get_by_role("heading", name=names[1])).to_be_focused()
    editor.get_by_role("button", name="Redirect").first.press("Enter")
    expect(room.pane("standards").get_by_role("heading", name="Standards")).to_be_focused()
    expect(room.pane("standards").get_by_text("meets from now on")).to_be_visible()
    assert axe.found(page) == []
    room.pane("standards").get_by_label("Find by code or word").fill("K.3")
    room.pane("standards").get_by_role("button", name="Redirect here").press("Enter")
    expect(editor.get_by_role("heading", name="Alignments to decide on: 1")).to_be_visible()
    expect(editor.get_by_role("heading", name=names[2])).to_be_focused()
    editor.get_by_role("button", name="Drop").press("Enter")
    expect(editor.get_by_text("No alignment is left to decide on.")).to_be_visible()
    expect(editor.locator("h1")).to_be_focused()


def test_a_table_is_told_column_by_column_by_keys(lab: Lab, page: Page, tmp_path: Path) -> None:
    """What the columns mean is chosen without losing the focus, and the sample follows."""
    (tmp_path / "odd.csv").write_text("a,b\n1,rain\n2,snow\n")
    room = open_room(lab, page, "standards")
    editor = room.pane("editor")
    room.button("+ Add standards").click()
    chooser = editor.get_by_label("From a file")
    chooser.focus()
    chooser.set_input_files(tmp_path / "odd.csv")
    expect(editor.get_by_text("cannot be added yet")).to_be_visible()
    expect(editor.locator("h1")).to_be_focused()
    column = editor.get_by_label("b", exact=True)
    column.focus()
    page.keyboard.type("Statement")
    expect(editor.get_by_role("cell", name="snow")).to_be_visible()
    expect(column).to_be_focused()
    assert axe.found(page) == []
    room.button("Do not add").press("Enter")
    expect(editor.locator("h1")).to_be_focused()


def test_a_standard_is_made_a_priority_by_keys_and_a_word_says_so(lab: Lab, page: Page) -> None:
    """The button keeps the focus and says whether it is pressed; the row and the page of the set say it in words."""
    room = open_room(lab, page, "standards")
    room.node("Next Generation Science").click()
    pane = room.pane("standards")
    expect(pane.get_by_role("tree", name="Next Generation Science Standards: high school")).to_be_visible()
    pane.get_by_label("Find by code or word").fill("HS-PS1-6")
    pane.locator(".wb-hit-name").filter(has_text="HS-PS1-6").click()
    button = pane.get_by_role("button", name="Priority: HS-PS1-6", exact=True)
    expect(button).to_have_attribute("aria-pressed", "false")

    button.press("Enter")

    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(pane.locator(".wb-hit-name").filter(has_text="HS-PS1-6")).to_contain_text("Priority")
    reason = (
        room.pane("editor")
        .locator(".wb-card")
        .filter(has_text="HS-PS1-6")
        .get_by_label("Why it is a priority", exact=True)
    )
    reason.fill("Students meet it at work.")
    room.wait_until_saved()
    with lab.open_project() as project:
        kept = {one.code: one.reason for one in project.framework.priority_standards.values()}
    assert kept["HS-PS1-6"] == "Students meet it at work."
    assert axe.found(page) == []

    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()
