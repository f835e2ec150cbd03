"""What each column of a table means, changed by a person."""

from __future__ import annotations

import pytest

from workbench.errors import BadEdit
from workbench.standards.mapping import ColumnMapping, Heading, SheetMapping
from workbench.ui.column_choices import choice_fields, with_choice

SHEET = SheetMapping(
    name="One",
    columns=("area", "topic", "code", "text", "above"),
    headings=(Heading(text="area"),),
    code=("code",),
    statement="text",
)


def changed(*choices: tuple[int | str, str]) -> SheetMapping:
    """Return the sheet after columns were given meanings."""
    mapping = ColumnMapping(sheets=(SHEET,))
    for part, meaning in choices:
        mapping = with_choice(mapping, f"0 {part}", meaning)
    return mapping.sheets[0]


def test_headings_stand_in_the_order_of_their_columns() -> None:
    """Whichever is chosen first."""
    assert changed((0, ""), (1, "headings"), (0, "headings")).headings == (Heading(text="area"), Heading(text="topic"))


def test_a_meaning_that_one_column_has_moves_to_the_column_chosen_last() -> None:
    """What had it before is kept beside the standard."""
    sheet = changed((1, "statement"))

    assert (sheet.statement, sheet.beside) == ("topic", ("text", "above"))


def test_a_column_that_names_the_entry_above_asks_by_what() -> None:
    """By code, until a person says otherwise; the question is gone with the column."""
    assert changed((4, "parent")).parent_by == "code"
    assert changed((4, "parent"), ("parent_by", "identifier")).parent_by == "identifier"
    assert changed((4, "parent"), (4, "notes")).parent_by == ""


def test_sheets_of_the_same_columns_are_read_alike_and_others_by_themselves() -> None:
    """One choice changes both; every sheet can be reached."""
    other = SheetMapping(name="Three", columns=("text",), statement="text")
    twin = SheetMapping(name="Two", columns=SHEET.columns, statement="text")
    mapping = ColumnMapping(sheets=(SHEET, twin, other))

    found = with_choice(with_choice(mapping, "0 4", "notes"), "1 0", "label")

    assert [one.notes for one in found.sheets] == [("above",), ("above",), ()]
    assert [one.label for one in found.sheets] == ["", "", "text"]
    groups = {one["group"] for one in choice_fields(mapping, {}, title="T")[1:]}
    assert groups == {"“One” and “Two”", "“Three”"}


@pytest.mark.parametrize(("name", "value"), [("0 9", "code"), ("3 0", "code"), ("0 x", "code"), ("0 0", "marks")])
def test_a_choice_that_does_not_exist_is_refused(name: str, value: str) -> None:
    """A page that is older than the table cannot break it."""
    with pytest.raises(BadEdit):
        with_choice(ColumnMapping(sheets=(SHEET,)), name, value)
