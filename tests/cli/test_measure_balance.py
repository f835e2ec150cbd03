"""``workbench measure FILE balance`` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.measures.covered import framework
from workbench.cli import main
from workbench.cli.measure_balance import balance_lines
from workbench.measures.balance import balance
from workbench.project import create_project

Said = pytest.CaptureFixture[str]


def test_each_resource_has_its_balance_with_most_and_least() -> None:
    """What nothing says is not known; what gets nothing is named."""
    found = [*balance_lines(framework(), balance(framework()), {})]

    assert found[0] == (
        "Balance over 3 standards to which priority performance indicators are aligned (Mill River Schools)."
    )
    assert found[2] == "Class time: not known. Nothing that says its minutes reaches a priority standard."
    assert found[6:9] == [
        "Summative assessments: balance 0.66; 0.50 of 2 summative assessments reach them.",
        "    most   50.0%: s1 and s2",
        "    least  nothing: s8",
    ]


def test_what_does_not_say_how_much_is_counted() -> None:
    """It may have any."""
    given = framework(experiences=[{"id": "art", "minutes": 60, "indicators": {"i1": "assessed"}}])

    assert "    Not counted: 2 that do not say how many minutes." in [*balance_lines(given, balance(given), {})]


def test_the_example_is_told_by_its_codes(tmp_path: Path, capsys: Said) -> None:
    """And the JSON has every standard, exactly."""
    file = tmp_path / "example.workbench"
    create_project(file).close()
    capsys.readouterr()

    assert main(["measure", str(file), "balance"]) == 0
    said = capsys.readouterr().out
    assert main(["measure", str(file), "balance", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert said.startswith("Balance over 11 standards that the committee chose as priorities (Maple Hollow")
    assert "    most   21.3%: HSN-Q.A.1" in said
    assert "!" not in said
    assert found["minutes"]["whole"]["exact"] == "210600"
    assert len(found["standards"]) == len(found["credits"]["shares"]) == len(found["assessments"]["amounts"])
    assert found["chosen"] is True
    assert {"set", "id", "code"} == set(found["standards"][0])


def test_a_blank_project_is_told_where_to_begin(tmp_path: Path, capsys: Said) -> None:
    """Without priority there is nothing to balance."""
    create_project(tmp_path / "ours.workbench", starter="blank").close()
    capsys.readouterr()

    assert main(["measure", str(tmp_path / "ours.workbench"), "balance"]) == 0
    assert "There is no priority standard yet" in capsys.readouterr().out
