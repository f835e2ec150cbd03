"""The room of standards on a real project: bringing in, looking, comparing versions, a strand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.ui.standards_made import NEW, OLD, align
from workbench.model import Role
from workbench.project import Project
from workbench.ui import show
from workbench.ui.shell import Shell

PACKAGE = {
    "CFDocument": {"identifier": "doc-1", "title": "Weather", "creator": "A state"},
    "CFItems": [
        {"identifier": "w1", "humanCodingScheme": "W.1", "fullStatement": "Watch <b>clouds</b>."},
        {"identifier": "w1", "humanCodingScheme": "W.1", "fullStatement": "Watch <b>clouds</b>."},
    ],
    "CFAssociations": [],
}
TABLE = "code;what students do;grade\nW.1;Watch clouds and say what they bring.;3\nW.2;Measure rain for a month.;4\n"


@pytest.fixture
def shell(project: Project) -> Shell:
    """Enter the room."""
    return show("standards", project)


def send(shell: Shell, name: str, content: bytes, *, piece: int = 40) -> list[dict[str, Any]]:
    """Send a file in pieces, as the page does, and return the answers."""
    answers: list[dict[str, Any]] = []
    shell.editor.send = lambda message, buffers=None: answers.append(message)  # noqa: ARG005  # as a widget's is called
    shell.outline.receive({"select": "add"})
    for at in range(0, len(content), piece):
        wish = {"id": "1", "name": name, "size": len(content), "at": at}
        shell.editor.receive({"upload": wish}, [content[at : at + piece]])
    return answers


def block(shell: Shell, key: str) -> dict[str, Any]:
    """Return a block of the page by its key."""
    return dict(next(one for one in shell.editor.state["blocks"] if one["key"] == key))


def test_a_project_without_standards_says_what_belongs_here(shell: Shell) -> None:
    """And the way to begin."""
    assert block(shell, "sets")["empty"]["add"]["do"] == {"select": "add"}
    assert shell.standards.state["sets"] == []


def test_a_file_is_looked_at_before_it_is_kept(shell: Shell, project: Project) -> None:
    """Sent in pieces, read when whole, told with an account; nothing is in the project yet."""
    content = json.dumps(PACKAGE).encode()
    answers = send(shell, "weather.json", content)

    assert [one["uploaded"]["at"] for one in answers][-1] == len(content)
    assert block(shell, "decision")["line"] == "“Weather” would come in whole."
    fates = [(one["fate"], one["count"], one["reason"]) for one in block(shell, "account")["rows"]]
    assert ("Left out", "1", "exact copies of an earlier standard") in fates
    assert block(shell, "sample")["rows"][0][:2] == ["W.1", "Watch <b>clouds</b>."]
    assert dict(project.sets) == {}

    shell.editor.receive({"keep": True})
    (kept,) = project.sets
    assert shell.editor.state["title"] == "Weather"
    assert shell.standards.state["set"] == kept


def test_who_may_not_bring_in_is_told_that(shell: Shell, project: Project) -> None:
    """Though the refusal is an error of the system by its class, and those are told otherwise."""
    project.role = Role.READER
    shell.editor.receive({"upload": {"id": "1", "name": "rain.json", "size": 1, "at": 0}}, [b"{"])
    assert "bring in standards" in shell.desk.view.forms["intake"]["text"]


def test_what_is_refused_is_told_where_it_was_chosen(shell: Shell) -> None:
    """In the room of bringing in, too."""
    shell.header.receive({"room": "bring"})
    shell.editor.receive({"upload": {"id": "1", "name": "big.xlsx", "size": 2**40, "at": 0, "into": "bring"}}, [b"P"])
    assert "larger than 256 MB" in block(shell, "paste")["message"]["text"]


def test_a_piece_whose_beginning_is_gone_is_asked_for_from_the_start(shell: Shell) -> None:
    """The server was started again while a file was sent."""
    answers: list[dict[str, Any]] = []
    shell.editor.send = lambda message, buffers=None: answers.append(message)  # noqa: ARG005  # as a widget's is called
    shell.editor.receive({"upload": {"id": "1", "name": "weather.json", "size": 90, "at": 40}}, [b"}"])
    assert answers == [{"uploaded": {"id": "1", "at": 0}}]


def test_what_arrived_can_be_sent_away(shell: Shell, project: Project) -> None:
    """The project is as it was, and the form is back."""
    send(shell, "weather.json", json.dumps(PACKAGE).encode())
    shell.editor.receive({"drop": True})

    assert dict(project.sets) == {}
    assert block(shell, "upload")["message"] is None


def test_a_file_that_cannot_be_read_gets_one_sentence(shell: Shell) -> None:
    """Under its own name, beside the form."""
    send(shell, "half.json", b'{"CFDocument": {"identifier"')

    said = block(shell, "upload")["message"]
    assert said["tone"] == "stop"
    assert said["text"].startswith("“half.json” is incomplete")


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(shell: Shell) -> None:
    """With the first piece."""
    shell.outline.receive({"select": "add"})
    shell.editor.receive({"upload": {"id": "1", "name": "big.json", "size": 2**40, "at": 0}}, [b"{"])

    assert "larger than 256 MB" in block(shell, "upload")["message"]["text"]


def test_a_table_of_no_known_form_is_read_by_its_columns_and_remembered(shell: Shell, project: Project) -> None:
    """The proposal is shown, one choice is changed, and the next file is read alike without a question."""
    send(shell, "weather.csv", TABLE.encode())
    fields = {one["name"]: one for one in block(shell, "columns")["fields"]}
    assert [fields[f"0 {place}"]["value"] for place in range(3)] == ["code", "statement", "grades"]
    assert fields["0 1"]["help"] == "Watch clouds and say what they bring."
    assert block(shell, "sample")["rows"][0] == ["W.1", "Watch clouds and say what they bring.", "3"]

    shell.editor.receive({"mapping": {"name": "0 2", "value": "left_out"}})
    assert block(shell, "sample")["columns"] == ["Code", "Statement"]
    shell.editor.receive({"mapping": {"name": "title", "value": "Weather of ours"}})
    shell.editor.receive({"keep": True})
    assert [one.title for one in project.sets.values()] == ["Weather of ours"]

    send(shell, "weather-2027.csv", TABLE.replace("month", "year").encode())
    assert "columns" not in [one["key"] for one in shell.editor.state["blocks"]]
    assert block(shell, "sample")["rows"][1][1] == "Measure rain for a year."


def test_a_table_that_tells_nothing_is_read_as_a_person_says(shell: Shell) -> None:
    """Every column is offered; what is missing is said, and what is chosen is shown at once."""
    send(shell, "odd.csv", b"a,b\n1,rain\n2,=1+1\n")
    assert [one["label"] for one in block(shell, "columns")["fields"]][1:3] == ["a", "b"]
    assert "which column holds the standards" in block(shell, "decision")["text"]

    shell.editor.receive({"mapping": {"name": "0 1", "value": "statement"}})
    assert block(shell, "sample")["rows"] == [["rain"], ["=1+1"]]
    shell.editor.receive({"mapping": {"name": "0 0", "value": "code"}})
    assert block(shell, "sample")["rows"] == [["1", "rain"], ["2", "=1+1"]]


def test_sheets_of_other_columns_have_choices_of_their_own(shell: Shell, tmp_path: Path) -> None:
    """A workbook with two shapes: one changes without the other."""
    book = Workbook()
    for name, head in (("Grade 3", ("Code", "Standard")), ("Skills", ("No.", "What students do"))):
        sheet = book.create_sheet(name)
        sheet.append(head)
        for number in range(1, 4):
            sheet.append((f"{name[0]}.{number}", f"Explain how part {number} of the whole depends on the others."))
    book.remove(book["Sheet"])
    book.save(tmp_path / "two.xlsx")
    send(shell, "two.xlsx", (tmp_path / "two.xlsx").read_bytes(), piece=100_000)

    shell.editor.receive({"mapping": {"name": "1 0", "value": ""}})
    fields = {one["name"]: one["value"] for one in block(shell, "columns")["fields"]}
    assert [fields[name] for name in ("0 0", "0 1", "1 0", "1 1")] == ["code", "statement", "", "statement"]
    assert shell.desk.arrival
    assert shell.desk.arrival.found
    assert [one.code for one in shell.desk.arrival.found.standards if one.code] == ["G.1", "G.2", "G.3"]


def test_the_same_file_again_changes_nothing_and_says_so(shell: Shell, project: Project) -> None:
    """Nobody need remember what is here."""
    for _ in range(2):
        send(shell, "weather.json", json.dumps(PACKAGE).encode())
        shell.editor.receive({"keep": True})

    assert len(project.sets) == 1
    assert shell.header.state["message"]["text"] == "“Weather” was here already; nothing changed."


def test_a_shipped_set_is_added_by_its_name(shell: Shell, project: Project) -> None:
    """And then no longer offered."""
    shell.outline.receive({"select": "add"})
    offered = block(shell, "shipped")["items"]
    shell.editor.receive(next(one["do"] for one in offered if one["id"] == "ngss-hs"))

    assert [one.key for one in project.sets.infos.values()] == ["ngss-hs"]
    shell.outline.receive({"select": "add"})
    assert "ngss-hs" not in [one["id"] for one in block(shell, "shipped")["items"]]


def test_a_set_is_handed_out_with_what_the_format_lacks(shell: Shell, project: Project) -> None:
    """As CASE, a workbook and CSV, named for the set."""
    project.add_set(OLD)
    made = {name: shell.desk.take({"export": {"set": OLD.id, "format": name}}) for name in ("case", "opensalt", "csv")}

    assert [one["file"] for one in made.values() if one] == ["energy.json", "energy.xlsx", "energy.csv"]
    assert json.loads((made["case"] or {})["content"])["CFDocument"]["title"] == "Energy"


@pytest.fixture
def versions(shell: Shell, project: Project) -> Shell:
    """Return the page on which a newer version is compared with the one before it."""
    project.add_set(OLD)
    for subject, standard in (("i1", "e1"), ("i2", "e2"), ("e1", "m1")):
        align(project, subject, standard, identifier=f"{subject} {standard}")
    project.add_set(NEW)
    shell.outline.receive({"select": f"versions {NEW.id}"})
    return shell


def decided(shell: Shell) -> dict[str, tuple[str, str]]:
    """Return where each alignment points now."""
    return {one.id: (one.set_id, one.standard_id) for one in shell.desk.project.framework.alignments.ordered()}


def test_a_newer_version_stands_beside_the_old_with_what_it_changes(versions: Shell) -> None:
    """The outline, the sum in one sentence, and the alignments to decide on with their words."""
    (family,) = versions.outline.state["nodes"][0]["children"]
    assert [one["name"] for one in family["children"]] == ["What the newer version changes", "Version before: 2020"]
    assert block(versions, "summary")["line"] == "2 unchanged, 1 added, 2 removed and 1 reworded."
    items = {one["id"]: one for one in block(versions, "review")["items"]}
    assert set(items) == {"i1 e1", "e1 m1"}
    assert ["ins", "heat and light."] in [list(one) for one in items["i1 e1"]["new"]["parts"]] or any(
        kind == "ins" and "light" in text for kind, text in items["i1 e1"]["new"]["parts"]
    )
    assert items["e1 m1"]["new"] is None


def test_accept_redirect_and_drop_are_carried_out_recorded_and_undone(versions: Shell) -> None:
    """One by one, and what is certainly the same together."""
    versions.editor.receive({"decide_all": True})
    assert decided(versions)["i2 e2"] == (NEW.id, "e2")
    versions.editor.receive({"decide": {"id": "i1 e1", "choice": "accept"}})
    assert versions.header.state["message"]["text"] == "Accepted. 1 alignment left to decide on."
    assert decided(versions)["i1 e1"] == (NEW.id, "e1")

    versions.editor.receive({"look": {"redirect": "e1 m1"}})
    assert (versions.standards.state["verb"], versions.standards.state["set"]) == ("Redirect here", NEW.id)
    versions.standards.receive({"meet": {"subject": "e1", "set": NEW.id, "standard": "e3"}})
    assert decided(versions)["e1 m1"] == (NEW.id, "e3")
    assert versions.desk.view.redirect == ""
    assert [row[1] for row in block(versions, "decisions")["rows"]] == ["Accepted", "Accepted", "Redirected"]
    assert block(versions, "review")["items"] == []

    versions.header.receive({"undo": True})
    assert decided(versions)["e1 m1"] == (OLD.id, "m1")


def test_a_mark_of_priority_goes_with_the_alignment(versions: Shell, project: Project) -> None:
    """Which is said beforehand; one undo takes both back."""
    versions.standards.receive({"prioritize": {"set": OLD.id, "standard": "e1", "value": True}})
    items = {one["id"]: one["reach"] for one in block(versions, "review")["items"]}
    assert "Its mark as priority standard goes with it." in items["i1 e1"]
    assert "mark" not in items["e1 m1"]

    versions.editor.receive({"decide": {"id": "i1 e1", "choice": "accept"}})
    assert [one.set_id for one in project.framework.priority_standards.values()] == [NEW.id]
    versions.header.receive({"undo": True})
    assert [one.set_id for one in project.framework.priority_standards.values()] == [OLD.id]
    assert decided(versions)["i1 e1"] == (OLD.id, "e1")


def test_an_alignment_can_be_dropped(versions: Shell) -> None:
    """It is gone, and the decision is kept."""
    versions.editor.receive({"decide": {"id": "e1 m1", "choice": "drop"}})

    assert "e1 m1" not in decided(versions)
    assert block(versions, "decisions")["rows"][0][1] == "Dropped"


def test_a_strand_is_chosen_and_read_across_the_grades(shell: Shell, project: Project) -> None:
    """With the whole width, and what comes before what."""
    from workbench.standards import load_shipped

    found = load_shipped("ccss-ela-9-12")
    project.add_set(found)
    shell.outline.receive({"select": f"strand {found.id}"})
    first = block(shell, "strands")["items"][0]
    shell.editor.receive(first["do"])

    assert shell.editor.state["columns"] == ["outline", "editor"]
    assert block(shell, "strand")["columns"][1:] == ["Grade 9-10", "Grade 11-12"]


@pytest.mark.parametrize("at", ["", "gone", "set gone", "versions gone", "strand gone x", "add"])
def test_the_room_can_be_drawn_whatever_is_selected(shell: Shell, at: str) -> None:
    """What is no longer there gives way to the list of sets."""
    shell.outline.receive({"select": at})

    assert shell.editor.state["title"] in ("Standards", "Add standards")


def test_what_was_sent_is_not_left_on_the_disk(shell: Shell) -> None:
    """The folder goes with the decision."""
    send(shell, "weather.json", json.dumps(PACKAGE).encode())
    folder = Path(str(shell.desk.folder.name if shell.desk.folder else ""))
    assert [one.name for one in folder.rglob("*.json")] == ["weather.json"]
    shell.editor.receive({"keep": True})

    assert not folder.exists()


def test_looking_for_another_standard_ends_with_the_page(versions: Shell) -> None:
    """Who goes elsewhere no longer redirects; the page that decides has its own set beside it alone."""
    versions.editor.receive({"look": {"redirect": "e1 m1"}})
    assert versions.standards.state["asks"] != ""
    assert [key for key, _ in versions.standards.state["sets"]] == [NEW.id]

    versions.outline.receive({"select": f"set {NEW.id}"})
    assert (versions.standards.state["asks"], versions.standards.state["subject"]) == ("", "")
    versions.standards.receive({"look": {"set": OLD.id}})
    assert versions.standards.state["set"] == OLD.id
    assert versions.editor.state["where"].startswith("A state · 2020")


def test_a_standard_is_marked_as_a_priority_and_unmarked_as_edits_that_can_be_undone(
    shell: Shell, project: Project
) -> None:
    """The tree marks it, the page of its set asks for the reason, the message says what was done."""
    project.add_set(OLD)
    shell.outline.receive({"select": f"set {OLD.id}"})
    assert block(shell, f"{OLD.id} priorities")["empty"]["what"] == "No standard of this set is marked as a priority."

    mark = {"set": OLD.id, "standard": "e2", "value": True}
    shell.standards.receive({"prioritize": mark})
    shell.standards.receive({"prioritize": mark})  # pressed twice before the page was drawn

    assert shell.standards.state["priorities"] == ["e2"]
    (chosen,) = project.framework.priority_standards.values()
    assert (chosen.set_id, chosen.code, chosen.ready) == (OLD.id, "E.2", True)
    message = shell.desk.view.message
    assert message is not None
    assert message["text"].startswith("“E.2” is one of the priority standards now. Say why")
    (card,) = block(shell, f"{OLD.id} priorities")["items"]
    assert (card["code"], card["title"]) == ("E.2", "Explain where energy goes.")
    assert card["says"] == "No performance indicator is aligned to it yet."
    assert [field["label"] for field in card["fields"]] == ["Why it is a priority"]
    assert [one.code for one in project.findings() if one.subject_id == chosen.id] == ["STR019"]

    shell.standards.receive({"prioritize": {**mark, "value": False}})
    assert shell.standards.state["priorities"] == []
    shell.outline.receive({"undo": True})
    assert shell.standards.state["priorities"] == ["e2"]
    shell.outline.receive({"undo": True})
    assert not project.framework.priority_standards


def test_a_finding_of_a_priority_standard_leads_to_the_page_of_its_set(shell: Shell, project: Project) -> None:
    """It has no page of its own."""
    project.add_set(OLD)
    shell.standards.receive({"prioritize": {"set": OLD.id, "standard": "e2", "value": True}})
    (chosen,) = project.framework.priority_standards
    shell.outline.receive({"room": "start"})

    shell.outline.receive({"go": {"id": chosen}})

    assert (shell.desk.view.room, shell.desk.view.at) == ("standards", f"set {OLD.id}")


def test_a_standard_that_is_not_here_is_not_marked(shell: Shell, project: Project) -> None:
    """A sentence says so, and nothing is written."""
    project.add_set(OLD)
    shell.standards.receive({"prioritize": {"set": OLD.id, "standard": "gone", "value": True}})

    message = shell.desk.view.message
    assert message is not None
    assert message["text"] == "This standard is not in the project, so it cannot be marked."
    assert not project.framework.priority_standards
