"""``workbench measure FILE agreement`` as a person types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from workbench.cli import main
from workbench.project import create_project

Said = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str, str]]

ROWS = ("a,Ana,1", "a,Ben,1", "b,Ana,2", "b,Ben,1", "c,Ana,2")


@pytest.fixture
def run(tmp_path: Path, capsys: Said) -> Run:
    """Return what measures a table's text and returns the exit code and what was printed."""
    create_project(tmp_path / "ours.workbench", starter="blank").close()

    def measured(text: str, *arguments: str) -> tuple[int, str, str]:
        table = tmp_path / "ratings.csv"
        table.write_text(text, encoding="utf-8")
        return _measured(capsys, tmp_path, table, *arguments)

    return measured


def _measured(capsys: Said, folder: Path, table: Path, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["measure", str(folder / "ours.workbench"), "agreement", "--ratings", str(table), *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def table(*rows: str, head: str = "item,rater,value") -> str:
    """Return a table as text."""
    return "\n".join([head, *rows, ""])


def test_the_coefficients_stand_with_their_counts(run: Run) -> None:
    """A line each, in the order in which they were invented; what is left out is said."""
    _, said, _ = run(table(*ROWS))
    lines = said.splitlines()

    assert lines[0] == "How far 2 raters agree on 2 items (Our district), scale nominal."
    assert lines[1:5] == [
        "    Percent               0.50 (1 of 2 pairs)",
        "    Cohen’s kappa         0.000",
        "    Fleiss’ kappa         -0.333",
        "    Krippendorff’s alpha  0.000",
    ]
    assert lines[5] == "Left out: 1 item that only one rater rated."
    assert "!" not in said


def test_what_has_no_answer_is_said_in_words(run: Run) -> None:
    """And is no failure."""
    code, said, _ = run(table("a,Ana,1", "a,Ben,1", "a,Cy,1"))

    assert code == 0
    assert "Percent               1.00 (3 of 3 pairs)" in said
    assert "Cohen’s kappa         not known: it is for exactly two raters" in said
    assert "Fleiss’ kappa         not known: everybody gave the same value" in said


def test_the_json_has_the_reasons(run: Run) -> None:
    """Null with a reason, or a number."""
    found = json.loads(run(table(*ROWS), "--scale", "ordinal", "--format", "json")[1])

    assert (found["measure"], found["scale"], found["items_with_one_rating"]) == ("agreement", "ordinal", 1)
    assert found["percent"] == {"exact": "1/2", "decimal": 0.5, "agreeing": 1, "pairs": 2}
    assert found["alpha"] == {"value": 0.0, "unknown": None}
    assert found["values"] == {"1": 3, "2": 1}


def test_columns_may_stand_in_any_order_in_a_workbook(run: Run, tmp_path: Path, capsys: Said) -> None:
    """Numbers of a workbook are numbers."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["Note", "Value", "Rater", "Item"])
    page.append(["x", 1, "Ana", "a"])
    page.append([None, 1.0, "Ben", "a"])
    page.append([None, None, "Cy", "a"])
    book.save(tmp_path / "ratings.xlsx")
    run(table(*ROWS))

    code, said, _ = _measured(capsys, tmp_path, tmp_path / "ratings.xlsx")

    assert code == 0
    assert said.startswith("How far 2 raters agree on 1 item (")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (table("a,1", head="item,value"), "“ratings.csv” has no column “rater”. Its first row must name the columns"),
        ("", "“ratings.csv” has no column “item”."),
        (table(), "“ratings.csv” holds no rating."),
        (table("a,Ana,1", ",Ben,1"), "Row 3 of “ratings.csv” has a value and no item."),
        (table("a,Ana,1", "a,Ana,2"), "“Ana” rated “a” twice."),
    ],
)
def test_a_bad_table_is_one_sentence(run: Run, text: str, expected: str) -> None:
    """What, where, what to do; no traceback."""
    code, _, said = run(text)

    assert code == 2
    assert expected in said
    assert said.count("\n") == 1


def test_an_order_that_is_not_known_is_one_sentence(run: Run) -> None:
    """With the way out."""
    assert "is no number" in run(table("a,Ana,x", "a,Ben,y"), "--scale", "ordinal")[2]


def test_a_missing_table_is_one_sentence(tmp_path: Path, run: Run, capsys: Said) -> None:
    """It is named."""
    run(table(*ROWS))

    assert "nowhere.csv" in _measured(capsys, tmp_path, tmp_path / "nowhere.csv")[2]
