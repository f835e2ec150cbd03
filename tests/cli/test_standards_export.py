"""Standard sets and the association table as files, by command."""

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.publish.small_district import SET_ID, framework
from tests.shared import shared_file
from tests.standards.full_set import full_set
from workbench.cli import main
from workbench.model import Standard, StandardSet, difference
from workbench.project import open_project
from workbench.standards.reading import read_standards

Said = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the file of a project with the small district, its set, and a full one."""
    assert main(["new", str(tmp_path / "ours"), "--starter", "blank"]) == 0
    with open_project(tmp_path / "ours.workbench", person="Ana") as opened:
        opened.edit(difference(opened.framework, framework()))
        opened.standards.add(
            StandardSet(
                id=SET_ID, title="State science", standards=(Standard(id="one", code="LS1", statement="Cells"),)
            )
        )
        opened.standards.add(full_set())
    return tmp_path / "ours.workbench"


@pytest.mark.parametrize(("name", "suffix"), [("case", "json"), ("opensalt", "xlsx"), ("csv", "csv")])
def test_a_set_goes_out_in_each_format(name: str, suffix: str, project: Path, capsys: Said) -> None:
    """The file is read again with all its standards, and the account names what it lacks."""
    out = project.parent / f"set.{suffix}"
    capsys.readouterr()

    assert main(["standards", "export", str(project), "state-math", "--format", name, "--out", str(out)]) == 0

    said = capsys.readouterr().out
    assert said.startswith(f"Standards of a state: 4 standards in {out}\n")
    assert "key in this project (1)" in said
    assert len(read_standards(out)[0].standards) == 4


def test_a_file_that_is_there_stays_unless_told(project: Path, capsys: Said) -> None:
    """Without --replace the old file is whole; with it, the new one is in its place."""
    out = project.parent / "set.csv"
    out.write_text("mine")
    arguments = ["standards", "export", str(project), "of a state", "--format", "csv", "--out", str(out)]

    assert main(arguments) == 2
    assert "set.csv” is there already. Choose another name, or add --replace" in capsys.readouterr().err
    assert out.read_text() == "mine"
    assert main([*arguments, "--replace"]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf#identifier")


def test_a_name_that_no_set_has_gets_near_ones(project: Path, capsys: Said) -> None:
    """The sentence lists what comes near; nothing is written."""
    out = project.parent / "set.csv"

    assert main(["standards", "export", str(project), "State sciense", "--format", "csv", "--out", str(out)]) == 2

    assert f"Choose from: {SET_ID} (State science)." in capsys.readouterr().err
    assert not out.exists()


def test_a_real_package_goes_out_equal(project: Path) -> None:
    """A CASE package that came in goes out as the same JSON values, by command."""
    source = shared_file("case/opencase_round_trip_baseline.json")
    out = project.parent / "again.json"
    assert main(["standards", "add", str(project), str(source)]) == 0
    theirs = json.loads(source.read_text(encoding="utf-8"))

    identifier = theirs["CFDocument"]["identifier"]
    assert main(["standards", "export", str(project), identifier, "--format", "case", "--out", str(out)]) == 0

    ours = json.loads(out.read_text(encoding="utf-8"))
    assert ours["CFDocument"] == theirs["CFDocument"]
    assert ours["CFRubrics"] == theirs["CFRubrics"]

    def by_id(items: list[dict[str, object]]) -> list[dict[str, object]]:
        return sorted(items, key=lambda one: str(one["identifier"]))

    for name in ("CFItems", "CFAssociations"):
        assert by_id(ours[name]) == by_id(theirs[name])


def test_the_crosswalk_goes_out_with_filters(project: Path, capsys: Said) -> None:
    """The suffix is the format; a set is named as anywhere."""
    out = project.parent / "table.xlsx"
    arguments = ["standards", "crosswalk", str(project), "--out", str(out), "--set", "science", "--kind", "experience"]

    assert main(arguments) == 0

    assert capsys.readouterr().out.endswith(f"{out}\n")
    rows = CalamineWorkbook.from_path(out).get_sheet_by_name("Alignments").to_python()
    assert [row[3] for row in rows[1:]] == ["BIO"]


def test_a_crosswalk_of_another_suffix_is_refused(project: Path, capsys: Said) -> None:
    """The sentence lists the formats there are."""
    assert main(["standards", "crosswalk", str(project), "--out", str(project.parent / "table.pdf")]) == 2

    assert "There is no format “pdf”. Choose from: csv, xlsx." in capsys.readouterr().err
