"""CSV: lines about the set, then the richest flat columns that another program reads."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tests.shared import shared_file
from tests.standards.full_set import full_set, uid
from workbench.model import Standard, StandardSet
from workbench.standards.csv_out import LINKS, TEXTS, write_csv
from workbench.standards.export import export
from workbench.standards.reading import read_standards


def rows(content: bytes) -> list[list[str]]:
    """Return the rows of a CSV file, the byte order mark left out."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_lines_about_the_set_come_first() -> None:
    """A line a fact, the subjects in cells of their own, then the header and a row a standard."""
    content, mended = write_csv(full_set())

    assert content.startswith(b"\xef\xbb\xbf#identifier,")
    found = rows(content)
    assert found[1] == ["#title", "Standards of a state"]
    assert ["#subject", "Mathematics", "Numbers | quantities"] in found
    assert found[-5] == [*TEXTS, *LINKS]
    assert not mended.replaced


def test_parents_and_associations_are_named_by_identifier() -> None:
    """Parents have a column, and so has each type of association."""
    *_, header, first, second, third, last = rows(write_csv(full_set())[0])

    row = dict(zip(header, second, strict=True))
    assert (row["parentIdentifier"], row["sequenceNumber"], row["precedes"]) == (uid(10), "1", uid(12))
    assert dict(zip(header, third, strict=True))["exactMatchOf"] == uid(90)
    assert [one[3] for one in (first, last)] == ["", ""]


def test_what_would_run_as_a_formula_stands_behind_an_apostrophe() -> None:
    """The file does no harm in a spreadsheet program, and the account says so."""
    found = StandardSet(id=uid(1), title="S", standards=(Standard(id=uid(2), code="+1", statement="=HYPERLINK(1)"),))

    made = export(found, "csv", at="2026-11-25")

    assert rows(made.content)[-1][1:3] == ["'=HYPERLINK(1)", "'+1"]
    says = "a formula (2): an apostrophe stands before them, which comes off when the file is read here."
    assert made.notes == (f"Texts that a spreadsheet program would run as {says}",)


def test_associations_that_repeat_another_are_told() -> None:
    """A row holds each destination once."""
    found = full_set()
    twice = replace(found, links=(*found.links, replace(found.links[0], id=uid(99))))

    made = export(twice, "csv", at="2026-11-25")

    assert "Associations that repeat another (1): a table that is read here keeps one of each." in made.notes
    assert made.content == export(found, "csv", at="2026-11-25").content


def test_blanks_and_long_texts_are_told() -> None:
    """The file has them whole; what a reader or a spreadsheet program makes of them is said."""
    odd = Standard(id=uid(2), code=" A ", statement="x" * 40_000)

    made = export(StandardSet(id=uid(1), title="S", standards=(odd,)), "csv", at="2026-11-25")

    assert rows(made.content)[-1][1:3] == ["x" * 40_000, " A "]
    blanks, long = made.notes
    assert blanks == "Texts with blanks around them, such as codes (1): a table may lose the blanks."
    assert long.startswith("Texts longer than the 32,767 characters of a cell (1): a spreadsheet program cuts them")


def test_characters_that_no_csv_file_holds_are_counted() -> None:
    """Half a character and a control character are shown as one mark each."""
    found = StandardSet(id=uid(1), title="S", standards=(Standard(id=uid(2), statement="a\ud800b\x07"),))

    made = export(found, "csv", at="2026-11-25")

    assert rows(made.content)[-1][1] == "a\ufffdb\ufffd"
    assert made.notes == ("Characters that the file cannot hold (2): shown as \ufffd there.",)


@pytest.mark.parametrize(
    "name", ["case/001_framework.csv", "case/sb_math_content_spec.json", "opensalt/ccsso_ela.xlsx"]
)
def test_a_real_set_comes_back_equal(name: str, tmp_path: Path) -> None:
    """Whatever it came as, each standard of the set is the same in all our fields after going through CSV."""
    first, _ = read_standards(shared_file(name))
    (tmp_path / "again.csv").write_bytes(write_csv(first)[0])

    second, report = read_standards(tmp_path / "again.csv")

    def known(found: StandardSet) -> list[Standard]:
        return [replace(one, extra={}, statement=one.statement or one.name) for one in found.standards]

    assert known(second) == known(first)
    held = {
        (one.type, one.origin_id, one.destination_id)
        for one in first.links
        if one.origin_id in first.by_id and one.type != "isChildOf"
    }
    assert {(one.type, one.origin_id, one.destination_id) for one in second.links} == held
    assert not report.left_out
