"""The sheet of comments: what a board sees of what people said."""

from dataclasses import replace

from tests.publish.small_district import publication
from tests.publish.test_workbook import opened, rows_of
from workbench.model.discussion import Told
from workbench.publish.workbook import workbook_bytes

AT = "2026-11-26T10:00:00.000+00:00"
SAID = Told(id="c1", sort="comment", about="Belief B1", field="Belief", who="Ana", at=AT, text="=1+1")
DECLINED = replace(
    SAID, sort="proposal", old="Before", gone=True, outcome="declined", reason="Too long.", by="Joe", settled=AT
)


def test_what_was_said_has_a_row_and_a_link_on_the_cover() -> None:
    """Text stays text; who decided, when and why stand beside it."""
    book = opened(workbook_bytes(replace(publication(), discussed=(SAID, DECLINED))))
    first, second = rows_of(book, "Comments and their outcome")

    assert {key: value for key, value in first.items() if value is not None} == {
        "What it is about": "Belief B1",
        "Where": "Belief",
        "Kind": "comment",
        "Who": "Ana",
        "When": "2026-11-26",
        "What was said or proposed": "=1+1",
        "Identifier": "c1",
    }
    assert [second[name] for name in ("What it is about", "In place of", "What became of it", "Why", "Decided by")] == [
        "Belief B1 (removed since)",
        "Before",
        "declined",
        "Too long.",
        "Joe",
    ]
    assert "Comments and their outcome" in [cell.value for cell in book["Cover"]["A"]]


def test_a_framework_nobody_spoke_of_has_no_such_sheet() -> None:
    """An empty sheet would say nothing."""
    assert "Comments and their outcome" not in opened(workbook_bytes(publication())).sheetnames
