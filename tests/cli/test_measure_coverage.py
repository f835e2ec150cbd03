"""``workbench measure FILE coverage`` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.project import create_project

Said = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the example district."""
    file = tmp_path_factory.mktemp("measured") / "example.workbench"
    create_project(file).close()
    return file


def said(file: Path, capsys: Said, *arguments: str) -> str:
    """Return what is printed."""
    capsys.readouterr()
    assert main(["measure", str(file), "coverage", *arguments]) == 0
    return capsys.readouterr().out


def test_each_set_is_told_by_what_became_of_its_standards(example: Path, capsys: Said) -> None:
    """Counts with words; what is not as it should be is named."""
    text = said(example, capsys, "--set", "local-arts", "--set", "local-social-studies")

    assert text.startswith("Coverage of standards by learning experiences (Maple Hollow Public Schools).\n")
    assert "\n       12  claimed but not assessed: MH-AR.VA.1, " in text
    assert (
        "    claimed but not assessed: it is said to be met or assessed, and no summative assessment scores it." in text
    )
    assert "taught but never assessed" not in text
    assert "!" not in text


def test_competencies_by_pathway_point_at_their_indicators(example: Path, capsys: Said) -> None:
    """The cross-curricular ones have no area."""
    text = said(example, capsys, "--rows", "competencies", "--by", "pathways")

    assert "Without a content area (5)\n" in text
    assert text.endswith("To see them one by one: --rows indicators\n")


def test_the_json_holds_every_cell_with_what_it_comes_through(example: Path, capsys: Said) -> None:
    """Columns by identifier, cells that are not empty, the counts of all statuses."""
    arguments = ("--rows", "indicators", "--department", "english", "--area", "Mathematics", "--format", "json")
    found = json.loads(said(example, capsys, *arguments))

    assert (found["measure"], found["rows"], found["by"]) == ("coverage", "indicators", "courses")
    assert {column["group"] for column in found["columns"]} == {"English"}
    assert {line["group"] for line in found["lines"]} == {"Mathematics"}
    assert sum(found["counts"].values()) == len(found["lines"]) == 17
    assert all(
        cell["mark"] and cell["through"] == [line["id"]] for line in found["lines"] for cell in line["cells"].values()
    )


def test_the_page_is_html(example: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """It can be sent to a file and mailed."""
    assert main(["measure", str(example), "coverage", "--rows", "competencies", "--format", "html"]) == 0

    page = capsysbinary.readouterr().out.decode()
    assert page.startswith("<!doctype html>")
    assert "<svg " in page


def test_a_blank_project_is_told_where_to_begin(tmp_path: Path, capsys: Said) -> None:
    """There is nothing to look for."""
    create_project(tmp_path / "ours.workbench", starter="blank").close()

    assert "There is nothing to look for yet" in said(tmp_path / "ours.workbench", capsys)
