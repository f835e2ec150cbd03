"""The commands as a person types them: what they print, their exit codes, what they say of bad input."""

from __future__ import annotations

import contextlib
import gc
import json
from pathlib import Path

import pytest

from tests.shared import shared_file
from workbench.cli import COMMANDS, main, parser
from workbench.model import Belief, add
from workbench.project import open_project

Said = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the file of a new, blank project."""
    assert main(["new", str(tmp_path / "ours"), "--starter", "blank"]) == 0
    return tmp_path / "ours.workbench"


def with_belief(file: Path) -> None:
    """Add a ready belief that has no practice, which is a warning."""
    with open_project(file, person="Ana") as opened:
        belief = Belief(id=opened.mint(), statement="All belong.", ready=True)
        opened.edit(add(opened.framework, belief))


def test_every_command_has_help() -> None:
    """The parser is made of every module, and each says what it does."""
    assert set(COMMANDS) <= set(parser().format_help().split())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_alone_has_the_help_that_it_has_in_the_whole(name: str, capsys: Said) -> None:
    """What a run builds of the parser does not change what it says."""
    helps = []
    for built in (parser(), parser(only=name)):
        with pytest.raises(SystemExit):
            built.parse_args([name, "--help"])
        helps.append(capsys.readouterr().out)

    assert helps[0] == helps[1]
    assert f"usage: workbench {name}" in helps[0]


@pytest.mark.parametrize("arguments", [["explain", "STR006"], ["explain", "nothing"], ["--version"], ["nonsense"], []])
def test_garbage_is_collected_as_usual_afterwards(arguments: list[str]) -> None:
    """A command that another program runs in itself changes nothing there, however it ends."""
    before = gc.get_threshold()
    with contextlib.suppress(SystemExit):
        main(arguments)

    assert gc.get_threshold() == before


def test_check_puts_right_what_takes_no_judgement(project: Path, capsys: Said) -> None:
    """One edit each, said on stderr and undone like any other; a second run has nothing left to do."""
    with open_project(project) as opened:
        for one in ("b1", "b2"):
            opened.edit(add(opened.framework, Belief(id=one, code="B1", ready=True)))
    assert main(["check", str(project), "--select", "STR016", "--fix", "--person", "Ana Ruiz"]) == 0
    said = capsys.readouterr()
    assert "Give it the code" in said.err
    assert "No findings" in said.out

    assert main(["check", str(project), "--select", "STR016", "--fix"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["undo", str(project), "--person", "Ana Ruiz"]) == 0
    assert main(["check", str(project), "--select", "STR016"]) == 1


def test_check_counts_and_sets_the_exit_code(project: Path, capsys: Said) -> None:
    """A warning fails only where warnings are asked to."""
    assert main(["check", str(project)]) == 0
    with_belief(project)
    assert main(["check", str(project)]) == 0
    assert main(["check", str(project), "--fail-on", "warning"]) == 1
    assert main(["check", str(project), "--fail-on", "warning", "--select", "RUB"]) == 0
    capsys.readouterr()

    assert main(["check", str(project), "--format", "json", "--as-of", "2026-11-23"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["as_of"] == "2026-11-23"
    assert [finding["code"] for finding in answer["findings"]] == ["STR006"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "nowhere.workbench"], "nowhere.workbench"),
        (["check", "{folder}"], "is a folder"),
        (["check", "{text}"], "not a workbench project"),
        (["check", "{project}", "--select", "XYZ"], "There is no rule “XYZ”"),
        (["check", "{project}", "--as-of", "Monday"], "“Monday” is not a date"),
        (["publish", "{project}", "--as-of", "2026-13-01", "--out", "{folder}"], "“2026-13-01” is not a date"),
        (["explain", "STR0"], "There is no rule “STR0”"),
        (["publish", "{project}", "--format", "docx"], "There is no format “docx”"),
        (["standards", "add", "{project}", "nowhere.json"], "nowhere.json"),
        (["standards", "add", "{project}", "{half}"], "line 1"),
        (["new", "{project}"], "exists already"),
        (["new", "{folder}/x", "--starter", "exampel"], "example"),
        (["diff", "{project}", "99"], "99"),
        (["backup", "{project}", "{folder}/no/where"], "There is no folder"),
        (["restore", "{text}", "{folder}/y.workbench"], "not a workbench project"),
        (["demo", "--out", "{text}/demo"], "demo"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    project: Path, tmp_path: Path, capsys: Said, arguments: list[str], says: str
) -> None:
    """What, where and what to do; no traceback; the project as it was."""
    (tmp_path / "text").write_text("not a project", encoding="utf-8")
    (tmp_path / "half.json").write_text('{"CFDocument": {"identifier"', encoding="utf-8")
    before = project.read_bytes()
    names = {
        "project": project,
        "folder": tmp_path,
        "text": tmp_path / "text",
        "half": tmp_path / "half.json",
    }
    capsys.readouterr()

    assert main([argument.format(**names) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("workbench: ")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert project.read_bytes() == before


def test_standards_come_in_once(project: Path, capsys: Said) -> None:
    """A real package is read whole; adding it again changes nothing."""
    source = str(shared_file("case/sb_math_content_spec.json"))
    assert main(["standards", "add", str(project), source]) == 0
    assert "585 standards" in capsys.readouterr().out
    assert main(["standards", "add", str(project), source]) == 0
    assert "Already here" in capsys.readouterr().out

    assert main(["standards", "list", str(project), "--format", "json"]) == 0
    assert [row["standards"] for row in json.loads(capsys.readouterr().out)] == [585]


def test_rubrics_come_in_with_their_standards(project: Path, capsys: Said) -> None:
    """One command reads both of compeito's files, and accounts for both."""
    files = [str(shared_file(f"case/{name}")) for name in ("001_framework.csv", "001r_rubrics.csv")]

    assert main(["standards", "add", str(project), files[0], "--rubrics", files[1]]) == 0

    said = capsys.readouterr().out
    assert "Kept (36): standards." in said
    assert "Kept (28): levels." in said


def test_a_table_of_no_known_form_is_refused(project: Path, capsys: Said) -> None:
    """The way out is named, and the exit code says that nothing was added."""
    assert main(["standards", "add", str(project), str(shared_file("ccss/ccssm-hs.csv"))]) == 2

    assert "Say what each column means" in capsys.readouterr().err


def test_a_wrong_shape_is_named(project: Path, capsys: Said) -> None:
    """A list of documents is no package, and the sentence says so."""
    assert main(["standards", "add", str(project), str(shared_file("case/sb_all_cfdocuments.json"))]) == 2
    assert "14 documents" in capsys.readouterr().err


def test_history_diff_and_undo_speak_of_the_same_change(project: Path, capsys: Said) -> None:
    """A belief that Ana added is in the history, is the difference, and can be taken back by her alone."""
    with_belief(project)
    capsys.readouterr()
    main(["history", str(project), "--format", "json"])
    assert {row["person"] for row in json.loads(capsys.readouterr().out)} == {"Ana", "workbench"}
    main(["diff", str(project), "1"])
    assert "+ belief “All belong.”" in capsys.readouterr().out
    main(["undo", str(project), "--person", "Joe"])
    assert "no change to take back" in capsys.readouterr().out
    main(["undo", str(project), "--person", "Ana"])
    main(["diff", str(project), "1"])
    assert capsys.readouterr().out.endswith("0 things differ.\n")


def test_backup_and_restore_keep_everything(project: Path, tmp_path: Path) -> None:
    """The restored project has the framework and the history of the first."""
    with_belief(project)
    assert main(["backup", str(project), str(tmp_path / "copy")]) == 0
    assert main(["restore", str(tmp_path / "copy"), str(tmp_path / "again.workbench")]) == 0

    with open_project(project) as first, open_project(tmp_path / "again.workbench") as second:
        assert second.framework == first.framework
        assert second.history() == first.history()


def test_a_project_in_a_synchronised_folder_is_made_and_warned_of(tmp_path: Path, capsys: Said) -> None:
    """The warning says what can happen and the way out; elsewhere there is none."""
    shared = tmp_path / "Dropbox"
    shared.mkdir()

    assert main(["new", str(shared / "ours"), "--starter", "blank"]) == 0
    assert "Dropbox" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "ours"), "--starter", "blank"]) == 0
    assert capsys.readouterr().err == ""


def test_standards_are_found_under_their_place(project: Path, capsys: Said) -> None:
    """As text under their headings, as JSON with what is above; a set by its key, and what is no set is told."""
    assert main(["standards", "add", str(project), "ccss-math-hs"]) == 0
    assert main(["standards", "add", str(project), "ngss-hs"]) == 0
    capsys.readouterr()
    search = ["standards", "search", str(project)]

    assert main([*search, "hsa-sse.a", "--set", "ccss-math-hs", "--limit", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Common Core State Standards for Mathematics: high school 2010 > ")
    assert lines[1].split()[0] == "HSA-SSE.A"
    assert lines[2].endswith("standards found, 1 shown.")

    assert main([*search, "hs-ls2-6", "--format", "json", "--grade", "10", "--subject", "science"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["total"], told["more"]) == (1, False)
    assert (told["found"][0]["code"], told["found"][0]["match"]) == ("HS-LS2-6", "code")

    assert main([*search, "zebra"]) == 0
    assert capsys.readouterr().out == "No standards found.\n"
    assert main([*search, "a", "--set", "ccss"]) == 2
    assert "There is no standard set “ccss”" in capsys.readouterr().err
