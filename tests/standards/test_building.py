"""Neutral entries become a set: identifiers, parents, associations, and every fault that a table can have."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.standards.table_files import balances, reasons
from workbench.errors import BadFile
from workbench.model import StandardSet
from workbench.standards import Fate, ImportReport
from workbench.standards.building import Entry, build
from workbench.standards.building_links import Link
from workbench.standards.report import Account


def entry(line: int, code: str = "", statement: str = "Says", **more: Any) -> Entry:
    """Return an entry in row ``line``."""
    texts = {name: text for name, text in (("code", code), ("statement", statement)) if text}
    return Entry(where=f"row {line}", texts=texts, **more)


def built(entries: Sequence[Entry], links: Sequence[Link] = ()) -> tuple[StandardSet, ImportReport]:
    """Return what is built, with an account that was told what was read."""
    account = Account()
    account.add(Fate.READ, "rows", count=len(entries))
    account.add(Fate.READ, "associations", count=len(links) + sum(len(one.links) for one in entries))
    read = build({"id": "set", "title": "T"}, entries, account, file="t.csv", links=links)
    return read, account.report(source="t.csv", title="T")


def test_a_parent_is_named_by_identifier_or_code() -> None:
    """Both ways lead to the same tree, and the parent may stand below its child in the file."""
    read, report = built([entry(2, "A.1", parent="A"), entry(3, "A", identifier="top"), entry(4, "A.2", parent="top")])

    assert [(one.code, one.parent_id) for one in read.standards] == [("A", ""), ("A.1", "top"), ("A.2", "top")]
    assert balances(report)


def test_a_circle_is_refused_and_shown() -> None:
    """The codes on the circle are in the sentence."""
    with pytest.raises(BadFile, match="“A” → “B” → “A”"):
        built([entry(2, "A", parent="B"), entry(3, "B", parent="A")])


def test_a_missing_parent_leaves_the_child_at_the_top() -> None:
    """The row and the name that leads nowhere are in the account."""
    read, report = built([entry(2, "A.1", parent="A")])

    assert read.standards[0].parent_id == ""
    (tally,) = report.noted
    assert tally.reason == "standards whose parent is not in the file, put at the top"
    assert tally.examples == ("row 2 names “A”",)


def test_made_identifiers_are_the_same_each_time_and_follow_the_code() -> None:
    """A row above it does not change what a standard is called, nor does another wording under the same code."""
    first, report = built([entry(2, "A"), entry(3, "", "Says B")])
    second, _ = built([entry(2, "", "New"), entry(3, "A", "Says otherwise"), entry(4, "", "Says B")])

    assert [one.id for one in first.standards] == [one.id for one in second.standards[1:]]
    assert reasons(report, Fate.REPAIRED) == {"standards without an identifier, which were given one": 2}


def test_rows_alike_without_identifier_are_all_kept() -> None:
    """Key ideas may head every chapter: each is a standard of its own, in linear time."""
    read, report = built([entry(line, "", "Key ideas") for line in range(2, 1002)])

    assert len({one.id for one in read.standards}) == 1000
    assert balances(report)


def test_a_repeated_row_adds_its_association_alone() -> None:
    """One row for each alignment: one standard, two links; an exact copy is left out."""
    rows = [
        entry(line, "A", identifier="a", links=(Link(where=f"row {line}", type="isRelatedTo", target=target),))
        for line, target in ((2, "X.1"), (3, "X.2"), (4, "X.2"))
    ]

    read, report = built([*rows, entry(5, "A", identifier="a")])

    assert [(one.origin_id, one.destination_id) for one in read.links] == [("a", "X.1"), ("a", "X.2")]
    assert len(read.standards) == 1
    assert reasons(report, Fate.LEFT_OUT) == {
        "rows that repeat an earlier one": 1,
        "associations that repeat an earlier one": 1,
    }
    assert balances(report)


def test_another_row_under_the_same_identifier_is_kept_under_its_own() -> None:
    """The file's identifier stays with the second row, as the CASE importer keeps it."""
    read, report = built([entry(2, "A", identifier="a"), entry(3, "B", identifier="a")])

    assert read.standards[0].id == "a"
    assert read.standards[1].extra["CFItem"] == {"identifier": "a"}
    assert reasons(report, Fate.REPAIRED) == {
        "standards with another's identifier, which were given one of their own": 1
    }
    assert balances(report)


def test_rows_that_say_nothing_are_left_out_with_their_associations() -> None:
    """A row needs a code or a wording to be a standard."""
    nothing = entry(2, "", "", links=(Link(where="row 2", type="precedes", target="X"),))

    read, report = built([nothing, entry(3, "A", "")])

    assert [one.code for one in read.standards] == ["A"]
    assert report.count(Fate.LEFT_OUT) == 2
    assert reasons(report, Fate.NOTED) == {"standards without wording": 1}
    assert balances(report)


def test_siblings_stand_by_number_then_as_in_the_file() -> None:
    """Those without a number come after the others; the number goes out again with the tree's association."""
    read, _ = built([entry(2, "C"), entry(3, "B"), entry(4, "A", sequence=7), entry(5, "Z", sequence=3)])

    assert [one.code for one in read.standards] == ["Z", "A", "C", "B"]
    assert read.standards[0].extra["isChildOf"] == {"sequenceNumber": 3}


def test_associations_make_the_tree_where_rows_do_not() -> None:
    """A second parent is a link; one that agrees with the row lends its identifier; one that lacks an end is out."""
    rows = [entry(2, "A", identifier="a"), entry(3, "B", identifier="b", parent="A"), entry(4, "C", identifier="c")]
    links = [
        Link(where="row 2", type="isChildOf", origin="b", target="a", identifier="l1"),
        Link(where="row 3", type="isChildOf", origin="c", target="a", identifier="l2"),
        Link(where="row 4", type="isChildOf", origin="c", target="b", identifier="l3"),
        Link(where="row 5", type="isChildOf", origin="c", target=""),
        Link(where="row 6", type="isChildOf", origin="a", target="set", identifier="l4"),
    ]

    read, report = built(rows, links)

    parents = [(one.id, one.parent_id, one.extra["isChildOf"]["identifier"]) for one in read.standards]
    assert parents == [("a", "", "l4"), ("b", "a", "l1"), ("c", "a", "l2")]
    assert [(one.id, one.destination_id) for one in read.links] == [("l3", "b")]
    assert report.count(Fate.LEFT_OUT) == 1
    assert balances(report)


def test_two_associations_of_one_identifier_are_both_kept() -> None:
    """The second is given an identifier of its own, and an unknown type is noted."""
    links = [
        Link(where=f"row {n}", type=kind, origin="A", target="X", identifier="l")
        for n, kind in ((2, "precedes"), (3, "resembles"))
    ]

    read, report = built([entry(2, "A")], links)

    assert len({one.id for one in read.links}) == 2
    assert reasons(report, Fate.NOTED) == {
        "associations with an end outside the file, kept as references": 2,
        "associations of a type that CASE does not know": 1,
    }
    assert balances(report)


def test_a_code_of_thousands_of_digits_is_a_code() -> None:
    """Python makes no number of so many digits; the order of siblings does not need one."""
    read, _ = built([entry(2, "9" * 5000), entry(3, "8" * 5000)])

    assert len(read.standards) == 2
