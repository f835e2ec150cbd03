"""``workbench standards diff`` as a person types it."""

import json
from pathlib import Path

import pytest

from tests.shared import shared_file
from tests.standards.framework_on_versions import FRAMEWORK, NEW, OLD
from workbench.cli import main
from workbench.model import add_many
from workbench.project import create_project

Said = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a project that holds the small framework and both versions."""
    with create_project(tmp_path / "ours.workbench", starter="blank") as made:
        made.edit(add_many(made.framework, FRAMEWORK.things()))
        made.add_set(OLD)
        made.add_set(NEW)
    return tmp_path / "ours.workbench"


def test_the_text_reads_well_on_paper(file: Path, capsys: Said) -> None:
    """The sum first, then what changed with its words marked, then what went."""
    assert main(["standards", "diff", str(file), "2010", "2024"]) == 0
    assert capsys.readouterr().out == (
        "“Counting” 2010 → “Counting” 2024: 1 changed, 0 added, 1 removed, 3 unchanged. Of what changed: 1 reworded.\n"
        "\n"
        "Reworded (1)\n"
        "  CC.1  Count to [-100-]{+120+} by ones and by tens.\n"
        "\n"
        "Removed (1)\n"
        "  G.1 Describe objects using names of shapes.\n"
        "      in “G Geometry”\n"
    )


def test_the_impact_names_everything_touched_and_what_is_proposed(file: Path, capsys: Said) -> None:
    """Alignments, and through them indicator, courses, pathway and assessments, in the district's words."""
    assert main(["standards", "diff", str(file), "counting 2010", "counting 2024", "--impact"]) == 0
    said = capsys.readouterr().out.split("\n\n")
    assert said[3:] == [
        (
            "3 alignments point at standards that changed, or below which something did; 1 stays as it is.\n"
            "1 alignment to standards that the old version does not have."
        ),
        "Touched: performance indicator (1)\n  “Counts”",
        "Touched: learning experiences (2)\n  “Mathematics K”\n  “Woodwork”",
        "Touched: pathways (2)\n  “Graduation”\n  “Other”",
        "Touched: assessments (2)\n  “Number talk”\n  “Counting test”",
        (
            "Alignments to decide on (3)\n"
            "  “Counts”: CC.1 Count to 100 by ones and by tens. (reworded)\n"
            "      proposed: CC.1 Count to 120 by ones and by tens.; certain (1.00): The identifier is the same.\n"
            "      another alignment of the same meets, or would meet, this standard too\n"
            "      rests on it: learning experience “Mathematics K”, pathway “Graduation”, "
            "assessment “Number talk”, assessment “Counting test”\n"
            "  “Woodwork”: G.1 Describe objects using names of shapes. (removed)\n"
            "      nothing takes its place: choose another standard, or drop the alignment\n"
            "  “Other”: G Geometry (itself unchanged)\n"
            "      1 of the standards below it changed, went or came\n"
            "      proposed: G Geometry; certain (1.00): The identifier is the same.\n"
        ),
    ]


def test_json_holds_both(file: Path, capsys: Said) -> None:
    """The difference, and the impact where it was asked for."""
    assert main(["standards", "diff", str(file), "2010", "2024", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["standards", "diff", str(file), "2010", "2024", "--format", "json", "--impact"]) == 0
    with_impact = json.loads(capsys.readouterr().out)

    assert with_impact.pop("impact")["counts"]["touched"] == 3
    assert with_impact == told
    assert told["counts"]["reworded"] == 1


def test_a_file_is_compared_with_a_set_of_the_project(file: Path, capsys: Said) -> None:
    """A real package against the five counting standards: all its 585 are new."""
    source = str(shared_file("case/sb_math_content_spec.json"))
    assert main(["standards", "diff", str(file), "2010", source]) == 0
    assert "0 changed, 585 added, 5 removed, 0 unchanged." in capsys.readouterr().out


def test_an_unknown_name_gets_one_sentence(file: Path, capsys: Said) -> None:
    """With the sets to choose from."""
    assert main(["standards", "diff", str(file), "2010", "Reading"]) == 2
    assert "2010 (Counting 2010), 2024 (Counting 2024)." in capsys.readouterr().err
