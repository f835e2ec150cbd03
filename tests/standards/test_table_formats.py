"""Each format of tables, in small: what its columns mean, and what becomes of its faults."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.standards.table_files import balances, reasons, write_bytes, write_csv, write_workbook
from workbench.errors import BadFile, NeedsMapping
from workbench.model import Standard
from workbench.standards import Fate, read_standards
from workbench.standards.moodle_csv import COLUMNS
from workbench.standards.opensalt_workbook import ASSOCIATION, DOCUMENT, ITEM

RUBRIC_HEADER = (
    "Type,Identifier,RubricIdentifier,CriterionIdentifier,Title,Description,Category,Weight,Position,Quality,Score,"
    "Feedback,CFItemIdentifier\n"
)


def tree(standards: Sequence[Standard]) -> list[tuple[str, str]]:
    """Return (code or wording, that of the parent) of each standard."""
    names = {one.id: one.code or one.statement for one in standards}
    return [(names[one.id], names.get(one.parent_id, "")) for one in standards]


def opensalt(folder: Path, *, header: Sequence[str] = ITEM) -> Path:
    """Write a workbook of OpenSALT with a custom column and a text that looks like a formula."""
    document = (
        "doc",
        "Owner",
        "Title",
        "2017-09-14 21:32:05",
        "https://x",
        "Publisher",
        "About",
        "Math|Art",
        "en",
        "1",
    )
    status = ("Draft", "43501", "2019-02-05 00:00:00", "CC BY", "May be shared", "Notes")
    items = [
        (*header, "Our column"),
        ("b", "=Second", "T.2", "1.10", "ii", "Short", "k1,k2", "N", "en", "09,10", "Standard", "CC0", "kept"),
        ("c", "First <b>bold</b>", "T.1", "1.9", "", "", "", "", "", "KG", "", ""),
        ("a", "Top", "T", "1"),
    ]
    links = [
        ASSOCIATION,
        ("l1", "", "a", "", "Is Child Of", "", "doc", ""),
        ("l2", "local:c", "c", "T.1", "exact match of", "https://x/9", "9", "X.9", "g", "Group"),
        ("l3", "", "", "T.2", "Precedes", "", "", "T.1"),
    ]
    return write_workbook(
        folder, {"CF Doc": [DOCUMENT, (*document, *status)], "CF Item": items, "CF Association": links}
    )


def test_opensalt_workbook(tmp_path: Path) -> None:
    """The smart level makes the tree, 9 before 10; every cell of the three sheets is somewhere in the set."""
    read, report = read_standards(opensalt(tmp_path))

    assert tree(read.standards) == [("T", ""), ("T.1", "T"), ("T.2", "T")]
    assert (read.id, read.title, read.owner, read.subject, read.licence) == (
        "doc",
        "Title",
        "Owner",
        "Math, Art",
        "CC BY",
    )
    assert read.extra["CFDocument"] == {
        "description": "About",
        "adoptionStatus": "Draft",
        "statusStartDate": "2019-02-05",
        "statusEndDate": "2019-02-05",
        "lastChangeDateTime": "2017-09-14T21:32:05+00:00",
        "subject": ["Math", "Art"],
        "licenseURI": {"title": "CC BY"},
        "extensions": {"licenseText": "May be shared"},
    }
    second = read.by_id["b"]
    assert (second.statement, second.label, second.notes, second.kind) == ("=Second", "Short", "N", "Standard")
    assert second.grades == ("9", "10")
    assert second.extra["CFItem"] == {
        "educationLevel": ["09", "10"],
        "conceptKeywords": ["k1", "k2"],
        "language": "en",
        "listEnumeration": "ii",
        "licenseURI": {"title": "CC0"},
        "extensions": {"Our column": "kept"},
    }
    assert [(one.type, one.origin_id, one.destination_id) for one in read.links] == [
        ("exactMatchOf", "c", "9"),
        ("precedes", "b", "c"),
    ]
    assert read.links[0].extra["CFAssociationGroupingURI"] == {"title": "Group", "identifier": "g"}
    assert balances(report)


def test_opensalt_workbook_with_other_headers(tmp_path: Path) -> None:
    """Where names cannot be read, the places of the columns count."""
    translated = [f"Spalte {place}" for place in range(len(ITEM))]

    read, report = read_standards(opensalt(tmp_path, header=translated))

    assert tree(read.standards) == [("T", ""), ("T.1", "T"), ("T.2", "T")]
    assert read.by_id["b"].extra["CFItem"]["extensions"] == {"Our column": "kept"}
    assert balances(report)


def test_opensalt_csv(tmp_path: Path) -> None:
    """“Is Child Of” holds a code or an identifier; where it is empty the code is cut until it fits."""
    path = write_csv(
        tmp_path,
        [
            ("Identifier", "fullStatement", "Human Coding Scheme", "Is Child Of", "Is Related To", "Exemplar"),
            ("a", "Top", "M", "", "", ""),
            ("b", "By code", "X", "M", "C.1, C.2", "https://x/a,b"),
            ("c", "By identifier", "Y", "b", "", ""),
            ("d", "By cutting", "M.1.2", "", "#N/A", ""),
        ],
    )

    read, report = read_standards(path)

    assert tree(read.standards) == [("M", ""), ("X", "M"), ("Y", "X"), ("M.1.2", "M")]
    assert [(one.type, one.destination_id) for one in read.links] == [
        ("exemplar", "https://x/a,b"),
        ("isRelatedTo", "C.1"),
        ("isRelatedTo", "C.2"),
    ]
    assert reasons(report, Fate.LEFT_OUT) == {
        "associations to something that a spreadsheet program could not work out": 1
    }
    assert balances(report)


def test_columns_of_one_name_are_all_kept(tmp_path: Path) -> None:
    """A name that comes again, or none, or a cell beyond the header: no cell is lost."""
    rows = [
        ("identifier", "fullStatement", "own", "own", "", "Notes", "notes"),
        ("a", "A", "1", "2", "3", "4", "5", "6"),
    ]

    read, _ = read_standards(write_csv(tmp_path, rows))

    extensions = {"own": "1", "own column 4": "2", "column 5": "3", "notes": "5", "column 8": "6"}
    assert read.standards[0].extra["CFItem"] == {"extensions": extensions}
    assert read.standards[0].notes == "4"


@pytest.mark.parametrize("workbook", [False, True])
def test_opencase_template(workbook: bool, tmp_path: Path) -> None:  # noqa: FBT001 - pytest passes it by name
    """Levels make the tree; a skipped level is one level, no level is the one before, "#" lines are left out."""
    rows = [
        ("# Fill in below",),
        ("Depth", "Code", "Full_Statement", "Type", "Short Statement", "Grade", "Subjects", "Comments", "More"),
        ("1", "A", "Top", "Strand", "", "09;10", "Math;Art", "Why", "x"),
        ("3", "A.1", "Skips"),
        ("", "A.2", "Says no level"),
        ("2", "A.3", "Beside"),
        ("1", "B", "Next"),
        ("# The end",),
    ]
    path = (
        write_workbook(tmp_path, {"Help": [["x"]], "Framework Template": rows})
        if workbook
        else write_csv(tmp_path, rows)
    )

    read, report = read_standards(path)

    assert tree(read.standards) == [("A", ""), ("A.1", "A"), ("A.2", "A"), ("A.3", "A"), ("B", "")]
    top = read.standards[0]
    assert (top.kind, top.notes, top.grades) == ("Strand", "Why", ("9", "10"))
    assert top.extra["CFItem"] == {
        "subject": ["Math", "Art"], "extensions": {"More": "x"}, "educationLevel": ["09", "10"],
    }  # fmt: skip
    before = "sheet Framework Template, " if workbook else ""
    repaired = {tally.reason: tally.examples[0] for tally in report.repaired}
    assert repaired["rows that skip a level, hung one level down"] == f"{before}row 4"
    assert repaired["rows whose level is no number, put beside the row before"] == f"{before}row 5: “”"
    assert reasons(report, Fate.LEFT_OUT) == {"lines that begin with “#”, which explain the template": 2}
    assert balances(report)


def test_compeito_csv(tmp_path: Path) -> None:
    """Lines about the set come first; parents by identifier; several ends in one cell."""
    path = write_bytes(
        tmp_path,
        b"#identifier,set-1\n#title,One\n#title,Two\n#subject,Math,Art\n#license,CC0\n#mood,fine\n\n"
        b"Identifier,fullStatement,humanCodingScheme,parentIdentifier,sequenceNumber,isPeerOf,colour\n"
        b"b,Second,S.2,a,20,c|https://x/1,red\nc,First,S.1,a,10,,\na,Top,S,,x,,\nd,Lost,L,nowhere,,,\n",
    )

    read, report = read_standards(path)

    assert tree(read.standards) == [("S", ""), ("S.1", "S"), ("S.2", "S"), ("L", "")]
    assert (read.id, read.title, read.subject, read.licence) == ("set-1", "Two", "Math, Art", "CC0")
    assert read.extra["CFDocument"]["extensions"] == {"mood": "fine"}
    assert [one.destination_id for one in read.links] == ["c", "https://x/1"]
    assert read.by_id["b"].extra["CFItem"] == {"extensions": {"colour": "red"}}
    assert read.by_id["a"].extra["CFItem"] == {"extensions": {"sequenceNumber": "x"}}
    assert {
        "lines about the set that come twice; the last one counts",
        "lines about the set of an unknown kind, kept",
    } < set(reasons(report, Fate.NOTED))
    assert balances(report)


@pytest.mark.parametrize("header", ["", "fullStatement,humanCodingScheme,CFItemType,educationLevel\n"])
def test_indented_csv(header: str, tmp_path: Path) -> None:
    """Two blanks or a tab are one level and no part of the statement."""
    text = "#title,Japanese\n" + header + 'Top,J,Course,"09,10"\n  One,J.1\n\tTwo,J.2\n    Three,J.2.1\nNext,K\n'

    read, report = read_standards(write_bytes(tmp_path, text.encode()))

    assert tree(read.standards) == [("J", ""), ("J.1", "J"), ("J.2", "J"), ("J.2.1", "J.2"), ("K", "")]
    assert read.title == "Japanese"
    assert (read.standards[0].kind, read.standards[0].grades) == ("Course", ("9", "10"))
    assert read.standards[2].statement == "Two"
    assert balances(report)


def test_indented_text_without_any_separator(tmp_path: Path) -> None:
    """A pasted outline with tabs is one, though a tab may separate cells as well."""
    read, report = read_standards(write_bytes(tmp_path, b"Top\n\tOne\n\t\tTwo\n\tThree\n", "outline.txt"))

    assert tree(read.standards) == [("Top", ""), ("One", "Top"), ("Two", "One"), ("Three", "Top")]
    assert balances(report)


def moodle(*rows: str) -> bytes:
    """Return Moodle's CSV with ``rows``."""
    return "\n".join([",".join(COLUMNS), *rows, ""]).encode()


def test_moodle_csv(tmp_path: Path) -> None:
    """Kinds are the framework's words for depths; a comma in an ID number is written %2C in a list of them."""
    content = moodle(
        ',FW,Framework,<p>About</p>,1,"No,Yes",[],,,,,,1,"domain,competency"',
        ',"A,1",Short,<p>Long</p>,1,,,,,,,77,,',
        '"A,1",B,Only short,,,,,,,,"A%2C1,Z",,,',
        "B,,No number,,,,,,,,,,,",
    )

    read, report = read_standards(write_bytes(tmp_path, content))

    assert tree(read.standards) == [("A,1", ""), ("B", "A,1"), ("No number", "B")]
    assert [(one.statement, one.label, one.kind) for one in read.standards[:2]] == [
        ("<p>Long</p>", "Short", "domain"),
        ("Only short", "", "competency"),
    ]
    assert [one.destination_id for one in read.links] == [read.standards[0].id, "Z"]
    assert (read.title, read.extra["CFDocument"]["extensions"]["Scale values"]) == ("Framework", "No,Yes")
    assert (
        reasons(report, Fate.NOTED)["rows that Moodle would pass over with all below them: no ID number or short name"]
        == 1
    )
    assert balances(report)


def test_moodle_csv_without_framework(tmp_path: Path) -> None:
    """Moodle refuses such a file; its competencies come in under the file's name, a circle is refused as ever."""
    read, report = read_standards(write_bytes(tmp_path, moodle(",A,Short"), "mine.csv"))

    assert (read.title, len(read.standards)) == ("mine", 1)
    assert "files without the row of the framework, which Moodle would refuse" in reasons(report, Fate.NOTED)
    with pytest.raises(BadFile, match="“A” → “B” → “A”"):
        read_standards(write_bytes(tmp_path, moodle(",F,F" + "," * 10 + "1,x", "B,A,a", "A,B,b")))


def test_rubric_csv(tmp_path: Path) -> None:
    """Rows hang below the last one of the type above where they name none; what hangs nowhere is left out."""
    rows = (
        "Level,x,,,,lost,,,,,,,\nRubric,,,,Title,About,,,,,,,\ncriterion,c1,,,,Clear,Style,0.5,1,,,,item\n"
        "Level,l1,,,,Best,,,,Top,4.0,Well done,\nLevel,l1,,c1,,Next,,,,Mid,many,,\nScale,,,,,,,,,,,,\n"
    )

    read, report = read_standards(write_bytes(tmp_path, (RUBRIC_HEADER + rows).encode()))

    (rubric,) = read.extra["CFRubrics"]
    (criterion,) = rubric["CFRubricCriteria"]
    first, second = criterion["CFRubricCriterionLevels"]
    assert (rubric["title"], criterion["rubricId"]) == ("Title", rubric["identifier"])
    assert criterion["CFItemURI"] == {"identifier": "item"}
    assert (criterion["weight"], criterion["position"]) == (0.5, 1)
    assert first == {
        "identifier": "l1", "description": "Best", "quality": "Top", "score": 4, "feedback": "Well done",
        "rubricCriterionId": "c1",
    }  # fmt: skip
    assert second["identifier"] != "l1"
    assert second["extensions"] == [{"Score": "many"}]
    assert reasons(report, Fate.LEFT_OUT) == {
        "rows that hang below nothing in the file": 1,
        "rows whose type is neither rubric nor criterion nor level": 1,
    }
    assert balances(report)


@pytest.mark.parametrize("rows", [[("a", "b"), ("1", "2")], [("code", "statement", "grade"), ("A", "B", "9")]])
def test_a_table_of_no_known_form_needs_a_mapping(rows: list[tuple[str, ...]], tmp_path: Path) -> None:
    """The error has a type of its own, so that a mapping can be asked for."""
    with pytest.raises(NeedsMapping, match="Say what each column means"):
        read_standards(write_csv(tmp_path, rows))


def test_a_case_package_is_told_by_its_content(tmp_path: Path) -> None:
    """JSON is JSON, whatever the file is called, with a byte order mark or without."""
    package = b'\xef\xbb\xbf {"CFDocument": {"identifier": "d", "title": "T"}, "CFItems": [], "CFAssociations": []}'

    read, _ = read_standards(write_bytes(tmp_path, package, "package.csv"))

    assert (read.id, read.title) == ("d", "T")


def test_an_empty_file_holds_no_rows(tmp_path: Path) -> None:
    """There is nothing to map in it either."""
    with pytest.raises(BadFile, match="holds no rows"):
        read_standards(write_bytes(tmp_path, b"\n,,\n"))
