"""OpenSALT's workbook: its columns, its tree, its limits; the same twice, and in bounded memory."""

import csv
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.shared import shared_file
from tests.standards.full_set import full_set, uid
from workbench.errors import CannotPublish
from workbench.model import Standard, StandardSet
from workbench.standards import read_case
from workbench.standards.export import export
from workbench.standards.opensalt_out import spelled, write_opensalt
from workbench.standards.reading import read_standards

MANY = """
import sys
from pathlib import Path
from workbench.model import Standard, StandardSet
from workbench.standards.opensalt_out import write_opensalt

def made(count):
    standards = tuple(
        Standard(id=f"id-{n}", code=f"C.{n}", statement=f"Standard number {n} " * 5, kind="Standard", sequence=n,
                 parent_id=f"id-{n - n % 100}" if n % 100 else "")
        for n in range(count)
    )
    return StandardSet(id="set", title="Many", standards=standards)

def peak():
    # ru_maxrss would begin with the memory of the parent.
    lines = open("/proc/self/status", encoding="ascii")
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])

found = made(int(sys.argv[1]))
found.children
before = peak()
content, _ = write_opensalt(found)
Path(sys.argv[2]).write_bytes(content)
print((peak() - before) / 1024)
"""


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    """Return the sheets as rows of cells."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def test_the_columns_are_those_of_opensalt_s_own_export() -> None:
    """The header rows equal those of a workbook that OpenSALT wrote; its document sheet has since grown a column."""
    made = sheets(write_opensalt(full_set())[0])
    theirs = sheets(shared_file("opensalt/ccsso_ela.xlsx").read_bytes())

    for name in ("CF Item", "CF Association"):
        assert [str(one).casefold() for one in made[name][0]] == [str(one).casefold() for one in theirs[name][0]]
    assert [str(one) for one in made["CF Doc"][0]] == [
        "identifier", "creator", "title", "lastChangeDate", "officialSourceURL", "publisher", "description", "subject",
        "language", "version", "adoptionStatus", "statusStartDate", "statusEndDate", "licenseTitle", "licenseText",
        "notes",
    ]  # fmt: skip


def test_the_smart_level_is_the_tree() -> None:
    """Heading, its two children, second heading; a standard without wording bears its short label."""
    rows = sheets(write_opensalt(full_set())[0])["CF Item"][1:]

    assert [(row[3], row[2], row[1]) for row in rows] == [
        ("1", "A", "Algebra"),
        ("1.1", "A.1", "Without wording"),
        ("1.2", "A.2", "=SUM of “two”,\n- and a list"),
        ("2", "B", "Geometry"),
    ]


def test_associations_are_all_but_the_tree() -> None:
    """Types are spelled as OpenSALT does; an end outside the set has no code."""
    rows = sheets(write_opensalt(full_set())[0])["CF Association"][1:]

    assert [(row[3], row[4], row[7], row[9]) for row in rows] == [
        ("A.1", "Precedes", "A.2", "Crosswalk"),
        ("A.2", "Exact Match Of", "", "Crosswalk"),
        ("B", "ext:narrows", "A.2", "Crosswalk"),
        ("", "Is Related To", "A.2", "Crosswalk"),
    ]
    assert spelled("isTranslationOf") == "Is Translation Of"


def test_what_opensalt_does_not_take_is_told_and_written_whole() -> None:
    """A code of 90 characters is in the file, and the account names it."""
    code = "x" * 90
    found = StandardSet(id=uid(1), title="S", standards=(Standard(id=uid(2), code=code, statement="One"),))

    made = export(found, "opensalt", at="2026-11-25")

    assert sheets(made.content)["CF Item"][1][2] == code
    (note,) = made.notes
    assert note.startswith("OpenSALT takes at most 80 characters of “humanCodingScheme” (1 longer): written whole.")
    assert "Shorten them" in note


def test_what_a_cell_cannot_hold_is_told() -> None:
    """A text that is too long ends in its cell, a control character is shown as a mark, line ends become one kind."""
    odd = Standard(id=uid(2), code="A", statement="x" * 40_000, notes="bell \x07\r\nend")

    made = export(StandardSet(id=uid(1), title="S", standards=(odd,)), "opensalt", at="2026-11-25")

    row = sheets(made.content)["CF Item"][1]
    assert (row[1], row[7]) == ("x" * 32_767, "bell \ufffd\nend")
    assert made.notes == (
        "Characters that the file cannot hold (1): shown as \ufffd there.",
        "Texts longer than the 32,767 characters of a cell (1): they end there. Export as CASE to keep them whole.",
        "Texts with line ends of another system (1): a workbook has one kind of line end.",
    )


def test_a_standard_in_a_circle_is_written_at_the_top() -> None:
    """Parents that go round in a circle lead nowhere; nothing is left out."""
    ring = (Standard(id="a", statement="A", parent_id="b"), Standard(id="b", statement="B", parent_id="a"))

    rows = sheets(write_opensalt(StandardSet(id="s", title="S", standards=ring))[0])["CF Item"][1:]

    assert [(row[0], row[3]) for row in rows] == [("a", "1"), ("b", "2")]


def test_a_tree_deeper_than_a_cell_is_refused() -> None:
    """Seventeen thousand levels need more characters than a cell has; CASE can say it."""
    deep = tuple(Standard(id=str(n), statement="S", parent_id=str(n - 1) if n else "") for n in range(17_000))

    with pytest.raises(CannotPublish, match=r"16,\d+ levels deep.*Export it as CASE"):
        write_opensalt(StandardSet(id="s", title="S", standards=deep))


def test_the_same_set_gives_the_same_bytes() -> None:
    """No time of day is in the file."""
    assert write_opensalt(full_set()) == write_opensalt(full_set())


def test_a_real_package_goes_through_the_workbook() -> None:
    """585 standards and the 2,798 associations beside the tree come back with codes, wordings and places."""
    found, _ = read_case(shared_file("case/sb_math_content_spec.json"))

    made = sheets(write_opensalt(found)[0])

    assert len(made["CF Item"]) == 1 + 585
    assert len(made["CF Association"]) == 1 + len(found.links)


def test_a_real_set_comes_back_equal(tmp_path: Path) -> None:
    """OpenSALT's own workbook of 1,189 standards, read, written and read again, is the same in all our fields."""
    first, _ = read_standards(shared_file("opensalt/ccsso_ela.xlsx"))
    (tmp_path / "again.xlsx").write_bytes(write_opensalt(first)[0])

    second, report = read_standards(tmp_path / "again.xlsx")

    assert len(second.standards) == 1189
    assert [replace(one, extra={}) for one in second.standards] == [replace(one, extra={}) for one in first.standards]
    assert [one.extra.get("CFItem") for one in second.standards] == [one.extra.get("CFItem") for one in first.standards]
    assert not report.left_out


@pytest.mark.slow
def test_a_hundred_thousand_standards_take_bounded_memory(tmp_path: Path) -> None:
    """Rows are written as they are made: beside the set itself and the file, little is held (38 MB were seen)."""
    said = subprocess.run(
        [sys.executable, "-c", MANY, "100000", tmp_path / "many.xlsx"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=300,
    ).stdout

    assert float(said) < 100
    book = CalamineWorkbook.from_path(tmp_path / "many.xlsx")
    assert len(book.get_sheet_by_name("CF Item").to_python()) == 100_001


@pytest.mark.slow
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    """Another program reads the same texts from the same cells, and makes pages of them."""
    place = tmp_path / "set.xlsx"
    place.write_bytes(write_opensalt(full_set())[0])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for target in ("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "pdf"):
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", target, "--outdir", tmp_path, place],
            check=True,
            capture_output=True,
            timeout=180,
        )

    assert (tmp_path / "set.pdf").read_bytes().startswith(b"%PDF")
    for name, rows in sheets(place.read_bytes()).items():
        with (tmp_path / f"set-{name}.csv").open(encoding="utf-8", newline="") as file:
            assert list(csv.reader(file)) == rows
