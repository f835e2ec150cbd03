"""``workbench measure`` as a person types it: the numbers with their words, what is not known, the JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from workbench.cli import main
from workbench.measures.shares import decimal
from workbench.model import Assessment, AssessmentItem, Competency, Indicator, Thing, add
from workbench.model.values import AssessmentPurpose
from workbench.project import Project, create_project, open_project

Said = pytest.CaptureFixture[str]
Run = Callable[..., str]

SUMMATIVE = AssessmentPurpose.SUMMATIVE


def put(project: Project, thing: Thing) -> str:
    """Add a thing with an id of its own, and return the id."""
    project.edit(add(project.framework, thing))
    return thing.id


def reasoning(
    file: Path, items: Sequence[tuple[int | None, int]], purpose: AssessmentPurpose | None = SUMMATIVE
) -> None:
    """Add a competency with three indicators of level 2, and an assessment with items: (level, which indicator)."""
    with open_project(file, person="Ana") as project:
        competency = put(project, Competency(id=project.mint(), code="MA", title="Reason"))
        indicators = [
            put(project, Indicator(id=project.mint(), competency_id=competency, title=f"Part {n}", dok=2))
            for n in range(3)
        ]
        test = Assessment(id=project.mint(), title="Big test", purpose=purpose, indicator_ids=tuple(indicators))
        put(project, test)
        for level, hit in items:
            item = AssessmentItem(id=project.mint(), assessment_id=test.id, dok=level, primary_id=indicators[hit])
            put(project, item)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a blank project."""
    create_project(tmp_path / "ours.workbench", starter="blank").close()
    return tmp_path / "ours.workbench"


@pytest.fixture
def run(file: Path, capsys: Said) -> Run:
    """Return what measures the project and returns what was printed."""

    def measured(*arguments: str) -> str:
        capsys.readouterr()
        assert main(["measure", str(file), *arguments]) == 0
        return capsys.readouterr().out

    return measured


def test_webb_gives_four_numbers_with_their_words(file: Path, run: Run) -> None:
    """A line a competency; where a share has a part and a whole, both."""
    reasoning(file, [(2, 0), (3, 0), (1, 0), (None, 0), (2, 1)])
    said = run("webb").splitlines()

    assert said[2] == "MA Reason"
    assert said[3] == (
        "    hits 5, weak; depth 0.75 (3 of 4), acceptable; range 0.66 (2 of 3), acceptable; balance 0.70, acceptable"
    )
    assert said[4] == "    Without an item: “Part 2”."
    assert said[5].startswith("    Depth leaves out 1 of 5 hits. Give the items")


def test_balance_of_a_single_indicator_says_so(file: Path, run: Run) -> None:
    """It is 1 whatever is asked, and must not look like praise."""
    reasoning(file, [(2, 0), (2, 0)])

    assert "hits 2, not acceptable" in run("webb")
    assert "balance 1.00, acceptable, as only one is hit" in run("webb")


def test_webb_says_what_is_not_known_and_what_to_give(file: Path, run: Run) -> None:
    """An assessment without items leaves the competency open, and no number is printed for it."""
    reasoning(file, [])
    said = run("webb")

    assert "Not known for 1 competency:\n    MA Reason: “Big test” lists no items.\nGive the items" in said
    assert "acceptable" not in said


def test_an_assessment_must_say_what_it_is_for(file: Path, run: Run) -> None:
    """Its items do not count, which is said; with --formative they do."""
    reasoning(file, [(2, 0)], purpose=None)

    assert "1 assessment with items does not say whether formative or summative" in run("webb")
    assert "No item that counts hits one of its performance indicators." in run("webb")
    assert "hits 1, not acceptable" in run("webb", "--formative")
    assert "not say whether" not in run("webb", "--formative")


def test_a_blank_project_is_told_where_to_begin(run: Run) -> None:
    """Neither measure fails for want of things to measure."""
    assert "There is no competency yet. Write one" in run("webb")
    assert run("porter").startswith(
        "Porter’s index is not known (Our district). No performance indicator has a depth of knowledge yet."
    )
    assert json.loads(run("porter", "--format", "json"))["index"] == {"exact": None, "decimal": None}


def test_porter_stands_beside_chance(file: Path, run: Run) -> None:
    """The index, both margins, what chance gives, and the levels on both sides."""
    reasoning(file, [(2, 0), (3, 1)])
    said = run("porter", "--by", "indicator")

    assert said.startswith("Porter’s index (Our district): 0.33, by performance indicator and depth of knowledge.\n")
    assert "    0.66  by performance indicator alone" in said
    assert "    0.50  by depth of knowledge alone" in said
    assert "By chance, with as many points" in said
    assert "    2                 1.00 (3 of 3)          0.50 (1 of 2)\n" in said
    assert "No item asks for 1 of the 3 performance indicators." in said


def test_porter_says_what_is_left_out(file: Path, run: Run) -> None:
    """An item without a level is in neither table."""
    reasoning(file, [(2, 0), (None, 1)])

    assert "Left out: 1 assessment item without a depth of knowledge" in run("porter")


def test_json_is_exact(file: Path, run: Run) -> None:
    """Fractions as text with a decimal beside them; the same bytes each time."""
    reasoning(file, [(2, 0), (3, 0), (1, 0), (None, 0), (2, 1)])
    webb: dict[str, Any] = json.loads(run("webb", "--format", "json"))
    (one,) = webb["competencies"]

    assert webb["bands"]["balance"]["acceptable"] == {"exact": "7/10", "decimal": 0.7}
    assert one["balance"] == {"exact": "7/10", "decimal": 0.7, "band": "acceptable"}
    assert one["range"] == {"exact": "2/3", "decimal": 0.666667, "band": "acceptable"}
    assert (one["hits"], one["hits_with_unknown_depth"], one["assessments_without_items"]) == (5, 1, [])
    porter: dict[str, Any] = json.loads(run("porter", "--format", "json"))
    assert porter["index"] == {"exact": "1/2", "decimal": 0.5}
    assert porter["rows"][0]["intended"] == ["0", "3", "0", "0"]
    assert run("porter", "--format", "json") == run("porter", "--format", "json")


def test_the_example_has_four_competencies_with_items(tmp_path: Path, capsys: Said) -> None:
    """And says of the other seventeen what to give."""
    with create_project(tmp_path / "example.workbench") as made:
        competencies = len(made.framework.competencies)
    assert main(["measure", str(tmp_path / "example.workbench"), "webb"]) == 0
    said = capsys.readouterr().out

    assert said.count("    hits ") - 1 == 4
    assert f"Not known for {competencies - 4} competencies:" in said
    assert "!" not in said


def test_a_number_never_looks_as_if_it_had_reached_the_next_band() -> None:
    """Just below 0.70 is 0.69."""
    assert [decimal(Fraction(part, 1000)) for part in (700, 699, 5, 1000)] == ["0.70", "0.69", "0.00", "1.00"]
