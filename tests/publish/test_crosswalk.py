"""The association table in spreadsheets."""

import csv
import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.measures.test_crosswalk import linked
from tests.publish.small_district import IDS, SET_ID, framework
from workbench.errors import UnknownName
from workbench.measures.crosswalk import crosswalk
from workbench.model import Framework, Table
from workbench.publish.crosswalk import HEADS, crosswalk_bytes


def made(format_name: str, given: Framework | None = None) -> bytes:
    """Return the table of the small district."""
    own = given or framework()
    return crosswalk_bytes(crosswalk(own, {SET_ID: linked()}), own, format_name=format_name)


def with_rationale(text: str) -> Framework:
    """Return the small district with another rationale of its first alignment."""
    given = framework()
    one = replace(given.alignments[IDS["alignment"]], rationale=text)
    return replace(given, alignments=Table([one, given.alignments[IDS["course_alignment"]]]))


def sheet(content: bytes, title: str) -> list[list[object]]:
    """Return a sheet's rows."""
    return [
        list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(title).to_python()
    ]


def test_the_workbook_has_alignments_and_links_apart() -> None:
    """Ours are called by the district's words and under its name."""
    content = made("xlsx")

    heads, first, second = sheet(content, "Alignments")
    assert heads == list(HEADS)
    assert first[:12] == [
        "performance indicator", "Science", "Mill River Schools", "SC.1", "Build", "meets in part", "State science",
        "2", "", "LS1-2", "Systems of a body", "Models of cells",
    ]  # fmt: skip
    assert second[3:6] == ["BIO", "Biology", "meets in full"]
    assert [row[3:6] + row[9:11] for row in sheet(content, "Links between standards")[1:]] == [
        ["LS1-1", "Structure of cells", "precedes", "LS1-2", "Systems of a body"],
        ["LS1-2", "Systems of a body", "exactMatchOf", "", "HS-LS1-2"],
    ]


def test_csv_has_all_rows_in_one_table() -> None:
    """The same columns and rows, for Excel with a byte order mark; what looks like a formula cannot run."""
    content = made("csv", with_rationale("=HYPERLINK(1)"))

    assert content.startswith(b"\xef\xbb\xbf")
    heads, *found = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert heads == list(HEADS)
    assert [row[3] for row in found] == ["SC.1", "BIO", "LS1-1", "LS1-2"]
    assert found[0][11] == "'=HYPERLINK(1)"


def test_a_text_longer_than_a_cell_goes_on_below() -> None:
    """The rest stands in the next row under the same identifiers."""
    text = "a" * 40_000

    found = sheet(made("xlsx", with_rationale(text)), "Alignments")

    own = [row for row in found if row[12] == IDS["indicator"]]
    assert [len(str(row[11])) for row in own] == [32_767, 7_233]


def test_the_same_table_gives_the_same_bytes() -> None:
    """No time of day is in either file."""
    assert made("xlsx") == made("xlsx")
    assert made("csv") == made("csv")


def test_another_format_is_refused_with_those_there_are() -> None:
    """The sentence lists the two."""
    with pytest.raises(UnknownName, match=r"no format “pdf”\. Choose from: csv, xlsx"):
        made("pdf")


@pytest.mark.slow
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    """Another program reads the same texts, a formula's among them."""
    (tmp_path / "table.xlsx").write_bytes(made("xlsx", with_rationale("=1+1")))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    target = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", target, "--outdir", tmp_path, tmp_path / "table.xlsx"],
        check=True,
        capture_output=True,
        timeout=180,
    )

    with (tmp_path / "table-Alignments.csv").open(encoding="utf-8", newline="") as file:
        theirs = list(csv.reader(file))
    assert theirs == sheet((tmp_path / "table.xlsx").read_bytes(), "Alignments")
    assert theirs[1][11] == "=1+1"
