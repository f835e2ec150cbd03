"""Coverage as a data frame: the same marks, in an order that can be asked for."""

from __future__ import annotations

from tests.measures.covered import SET, framework, standards
from workbench.measures.coverage import coverage
from workbench.measures.coverage_frame import frame
from workbench.model import Framework


def test_the_frame_holds_the_marks_in_their_order() -> None:
    """A row is found by its set, code and name; a column by its label."""
    found = frame(coverage(framework(), {SET: standards()}, rows="standards"))

    assert list(found.columns) == ["status", "BIO", "Chemistry"]
    assert found.xs("S3", level="code").iloc[0].tolist() == [
        "claimed but not assessed",
        "said to be assessed",
        "",
    ]
    assert [code for _, code, _ in found.index[found["BIO"] >= "developed"]] == ["S1", "S2", "S3", "S7", "S8"]


def test_statuses_can_be_counted() -> None:
    """Also those that do not occur."""
    assert frame(coverage(framework(), rows="indicators"))["status"].value_counts()["not covered"] == 0


def test_two_columns_of_one_label_stay_apart() -> None:
    """One is named status, as the first column is."""
    more = [{"id": "x", "title": "Chemistry"}, {"id": "y", "title": "status"}]
    found = frame(coverage(framework(experiences=more)))

    assert list(found.columns) == ["status", "BIO", "Chemistry", "Chemistry (2)", "status (2)"]


def test_an_empty_matrix_is_an_empty_frame() -> None:
    """Nobody meets an error for having begun."""
    assert frame(coverage(Framework())).shape == (0, 1)
