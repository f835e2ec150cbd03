"""Tables of no known format on the command line: proposed, corrected, read, remembered."""

import json
from pathlib import Path

import pytest

from tests.standards.odd_tables import ODD
from workbench.cli import main
from workbench.project import open_project

Said = pytest.CaptureFixture[str]
MERGED = ODD["strand and domain are merged cells"].text.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the file of a new, blank project."""
    assert main(["new", str(tmp_path / "ours"), "--starter", "blank"]) == 0
    return tmp_path / "ours.workbench"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table with merged headings."""
    path = tmp_path / "standards 2026.csv"
    path.write_text(MERGED, encoding="utf-8")
    return path


def test_map_shows_the_proposal_and_the_first_rows(table: Path, capsys: Said) -> None:
    """Each choice with its reason, the number of standards, and the rows as they would come in."""
    code = main(["standards", "map", str(table)])

    said = capsys.readouterr().out
    assert code == 0
    assert "headings from “Strand”, “Domain” (certain)" in said
    assert "10 standards in 3 levels" in said
    assert "      N.F.1        Adds fractions with the same denominator" in said


def test_map_says_it_as_json(table: Path, capsys: Said) -> None:
    """The JSON holds the mapping, the choices and the preview with its account."""
    assert main(["standards", "map", str(table), "--format", "json", "--rows", "2"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert [row["statement"] for row in told["preview"]["rows"]] == ["Number", "Fractions"]
    assert told["mapping"]["sheets"][0]["code"] == ["Code"]
    assert {choice["meaning"] for choice in told["choices"]} == {"statement", "code", "headings"}


def test_a_table_that_holds_no_standards_is_told(tmp_path: Path, capsys: Said) -> None:
    """A list of links has neither codes nor wording: said, with exit code 1."""
    path = tmp_path / "links.csv"
    path.write_text("TaskID,SkillID\n1,1\n1,2\n2,1\n", encoding="utf-8")

    assert main(["standards", "map", str(path)]) == 1

    assert "no column of it could be told to hold the wording of standards" in capsys.readouterr().out


def test_what_is_read_as_proposed_is_said(project: Path, table: Path, tmp_path: Path, capsys: Said) -> None:
    """Each choice of the proposal is printed; a table without standards is refused and nothing is remembered."""
    links = tmp_path / "links.csv"
    links.write_text("TaskID,SkillID\n1,1\n1,2\n2,1\n", encoding="utf-8")

    assert main(["standards", "add", str(project), str(links), "--as-proposed"]) == 2
    assert "has no table that could be told to hold standards" in capsys.readouterr().err
    assert main(["standards", "add", str(project), str(table), "--as-proposed"]) == 0

    said = capsys.readouterr().out
    assert "Read as proposed: headings from “Strand”, “Domain” (certain)" in said
    assert "Kept (10): standards." in said
    assert main(["standards", "add", str(project), str(links)]) == 2


def test_a_corrected_mapping_is_used_and_remembered(project: Path, table: Path, tmp_path: Path, capsys: Said) -> None:
    """The mapping written, corrected and used once reads next year's file without being named."""
    written = tmp_path / "mapping.json"
    main(["standards", "map", str(table), "--out", str(written)])
    mapping = json.loads(written.read_text(encoding="utf-8"))
    mapping["sheets"][0]["headings"] = [{"text": "Strand"}]
    mapping["sheets"][0]["left_out"] = ["Domain"]
    written.write_text(json.dumps(mapping), encoding="utf-8")
    later = tmp_path / "standards 2027.csv"
    later.write_text("Draft of May,,,\n" + MERGED.replace("N.D.1", "N.D.9"), encoding="utf-8")

    assert main(["standards", "add", str(project), str(later)]) == 2
    assert "its columns are of no form that is known here" in capsys.readouterr().err
    assert main(["standards", "add", str(project), str(table), "--map", str(written)]) == 0
    assert main(["standards", "add", str(project), str(table)]) == 0

    assert "Already here, nothing changed" in capsys.readouterr().out
    with open_project(project) as opened:
        (first,) = opened.sets.values()
        second, _ = opened.standards.read(later)
    assert (first.id, first.title, second.title) == (second.id, "standards 2026", "standards 2027")
    assert len(first.standards) == len(second.standards) == 7
    assert {one.code for one in first.standards} ^ {one.code for one in second.standards} == {"N.D.1", "N.D.9"}
    assert len({one.id for one in first.standards} & {one.id for one in second.standards}) == 6


def test_one_document_of_several(project: Path, tmp_path: Path, capsys: Said) -> None:
    """Of a table with several documents one can be added alone, as the proposal says."""
    path = tmp_path / "all.csv"
    rows = ["Document,Code,Statement"]
    rows += [
        f"{name},{code},Reads and writes what {code} of {name} says" for name in ("Arts", "Music") for code in "XYZ"
    ]
    path.write_text("\n".join(rows), encoding="utf-8")

    assert main(["standards", "add", str(project), str(path), "--as-proposed", "--document", "Music"]) == 0

    assert "Left out (3): rows of other documents." in capsys.readouterr().out
    with open_project(project) as opened:
        assert [(found.title, len(found.standards)) for found in opened.sets.values()] == [("Music", 3)]


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ({}, "is no column mapping"),
        ({"format": "workbench column mapping", "version": 9}, "version 9"),
        ({"format": "workbench column mapping", "version": 1, "sheets": []}, "names no sheet"),
        (
            {
                "format": "workbench column mapping",
                "version": 1,
                "sheets": [{"name": "s", "columns": ["Code", "Text"], "statement": "Wording"}],
            },
            "there is no column “Wording” for “statement”",
        ),
        (
            {
                "format": "workbench column mapping",
                "version": 1,
                "sheets": [{"name": "s", "columns": ["Colour", "Size"], "statement": "Size"}],
            },
            "has the columns that the mapping names",
        ),
    ],
)
def test_a_mapping_that_cannot_be_used_is_told(
    project: Path, table: Path, tmp_path: Path, capsys: Said, mapping: object, says: str
) -> None:
    """One sentence, exit code 2."""
    path = tmp_path / "mapping.json"
    path.write_text(json.dumps(mapping), encoding="utf-8")

    assert main(["standards", "add", str(project), str(table), "--map", str(path)]) == 2

    assert says in capsys.readouterr().err


def test_a_mapping_that_cannot_be_written_is_told(table: Path, tmp_path: Path, capsys: Said) -> None:
    """A folder that is not there: one sentence, exit code 2."""
    assert main(["standards", "map", str(table), "--out", str(tmp_path / "no" / "mapping.json")]) == 2

    assert "mapping.json” cannot be written (No such file or directory)" in capsys.readouterr().err
