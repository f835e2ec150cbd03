"""``workbench standards vertical`` as a person types it."""

import json
from pathlib import Path

import pytest

from tests.shared import shared_file
from tests.standards.vertical_files import mathematics
from workbench.cli import main
from workbench.project import create_project

Said = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a project that holds CCSS mathematics."""
    with create_project(tmp_path / "ours.workbench", starter="blank") as made:
        made.add_set(mathematics())
    return tmp_path / "ours.workbench"


def test_strands_are_listed_and_one_is_shown(file: Path, capsys: Said) -> None:
    """With the district's own prerequisites from a file."""
    assert main(["standards", "vertical", str(file), "math"]) == 0
    assert "OA                  34  K, 1, 2, 3, 4, 5\n" in capsys.readouterr().out
    edges = str(shared_file("ccss/ccssm-dependencies.csv"))
    assert main(["standards", "vertical", str(file), "math", "OA", "--prerequisites", edges]) == 0
    said = capsys.readouterr().out
    assert said.startswith("OA in “Mathematics”: 34 standards.\nNo standard of this strand in: 6, 7, 8, 9-12.\n")
    assert "  K.OA.A.1 → K.OA.A.2 (ours)\n" in said


def test_json_holds_strands_or_rows(file: Path, capsys: Said) -> None:
    """The same values as the room gets."""
    assert main(["standards", "vertical", str(file), "math", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["strands"]) == 31
    assert main(["standards", "vertical", str(file), "math", "oa", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["gaps"] == ["6", "7", "8", "9-12"]


def test_an_unknown_strand_gets_one_sentence(file: Path, capsys: Said) -> None:
    """With those near it."""
    assert main(["standards", "vertical", str(file), "math", "OAX"]) == 2
    assert capsys.readouterr().err == "workbench: There is no strand “OAX”. Choose from: OA.\n"
