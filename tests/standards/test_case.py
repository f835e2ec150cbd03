"""CASE packages with every fault that a file can have: nothing is dropped without a word."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.standards.case_files import DOCUMENT, item, link, package, write
from workbench.errors import BadFile, MissingFile
from workbench.standards import Fate, ImportReport, read_case


def reasons(report: ImportReport, fate: Fate) -> dict[str, int]:
    """Return one column of a report by reason."""
    return {tally.reason: tally.count for tally in report.tallies(fate)}


def test_siblings_are_ordered_by_number_then_enumeration_then_code(tmp_path: Path) -> None:
    """Numbers come first; without them "2." stands before "10.", and then the code decides."""
    items = [
        item("e", humanCodingScheme="S.10"),
        item("d", humanCodingScheme="S.9"),
        item("c", listEnumeration="10."),
        item("b", listEnumeration="2."),
        item("a"),
    ]
    links = [link("isChildOf", one["identifier"], "doc") for one in items]
    links[-1]["sequenceNumber"] = 7

    read, _ = read_case(write(tmp_path, package(items, links)))

    assert [one.id for one in read.standards] == ["a", "d", "e", "b", "c"]
    assert [one.sequence for one in read.standards] == [1, 2, 3, 4, 5]


def test_a_second_parent_is_kept_as_a_link(tmp_path: Path) -> None:
    """An item hangs under its first parent; the other one is not forgotten."""
    links = [link("isChildOf", "c", "a"), link("isChildOf", "c", "b"), link("isChildOf", "a", "doc")]

    read, report = read_case(write(tmp_path, package([item("a"), item("b"), item("c")], links)))

    assert read.by_id["c"].parent_id == "a"
    assert [(one.type, one.destination_id) for one in read.links] == [("isChildOf", "b")]
    assert reasons(report, Fate.NOTED) == {
        "further parents of a standard, kept as links beside the tree": 1,
        "standards without a parent, put at the top": 1,
    }


@pytest.mark.parametrize(
    ("ends", "shown"),
    [
        ([("a", "b"), ("b", "c"), ("c", "a")], "“A” → “B” → “C” → “A”"),
        ([("a", "a")], "“A” → “A”"),
        ([("a", "doc"), ("a", "b"), ("b", "a")], "“A” → “B” → “A”"),
    ],
)
def test_a_circle_is_refused_and_shown(ends: list[tuple[str, str]], shown: str, tmp_path: Path) -> None:
    """A tree that goes round has no top: the circle is named by the codes on it."""
    items = [item(one, humanCodingScheme=one.upper()) for one in "abc"]

    with pytest.raises(BadFile, match=shown):
        read_case(write(tmp_path, package(items, [link("isChildOf", *pair) for pair in ends])))


def test_a_deep_tree_is_read(tmp_path: Path) -> None:
    """Ten thousand levels are odd and no reason to fail."""
    depth = 10_000
    items = [item(str(n)) for n in range(depth)]
    links = [link("isChildOf", str(n), str(n - 1) if n else "doc") for n in range(depth)]

    read, _ = read_case(write(tmp_path, package(items[::-1], links)))

    assert [one.id for one in read.standards] == [str(n) for n in range(depth)]


def test_an_item_without_identifier_is_given_the_same_one_each_time(tmp_path: Path) -> None:
    """A made identifier depends on the entry's content alone."""
    nameless = {"fullStatement": "No identifier", "humanCodingScheme": "X.1"}

    first, report = read_case(write(tmp_path, package([nameless], [])))
    second, _ = read_case(write(tmp_path, package([item("a"), nameless], []), "other.json"))

    assert first.standards[0].id in second.by_id
    assert reasons(report, Fate.REPAIRED) == {"entries without an identifier, which were given one": 1}


def test_two_standards_with_one_identifier_are_both_kept(tmp_path: Path) -> None:
    """The second one gets an identifier of its own; what the file said is kept beside it."""
    items = [item("a", humanCodingScheme="1"), item("a", humanCodingScheme="2"), item("a", humanCodingScheme="1")]

    read, report = read_case(write(tmp_path, package(items, [])))

    assert [one.code for one in read.standards] == ["1", "2"]
    assert read.standards[1].extra["CFItem"]["identifier"] == "a"
    assert reasons(report, Fate.LEFT_OUT) == {"exact copies of an earlier standard": 1}
    assert sum(reasons(report, Fate.REPAIRED).values()) == 1


def test_links_are_kept_whatever_their_type_and_ends(tmp_path: Path) -> None:
    """An unknown type, an end elsewhere, a plain address as an end: all kept, all reported."""
    links = [
        link("isTaughtBefore", "a", "b"),
        link("ext:acme.likes", "a", "b"),
        link("exactMatchOf", "a", "elsewhere"),
        {"associationType": "precedes", "originNodeURI": "https://example.org/uri/a", "destinationNodeURI": "b"},
    ]

    read, report = read_case(write(tmp_path, package([item("a"), item("b")], links)))

    assert [(one.type, one.origin_id, one.destination_id) for one in read.links] == [
        ("isTaughtBefore", "a", "b"),
        ("ext:acme.likes", "a", "b"),
        ("exactMatchOf", "a", "elsewhere"),
        ("precedes", "a", "b"),
    ]
    assert reasons(report, Fate.NOTED)["associations of a type that CASE does not know"] == 1
    assert reasons(report, Fate.NOTED)["associations with an end outside the package, kept as references"] == 1
    assert reasons(report, Fate.REPAIRED) == {
        "associations whose ends are written as before CASE 1.0": 1,
        "entries without an identifier, which were given one": 1,
    }


SPELLED = "9fd1b0a2-0c2b-4a0e-8d55-0b7d4bb51d1e"


@pytest.mark.parametrize(
    "spelling", [SPELLED.upper(), f"urn:uuid:{SPELLED}", f"{{{SPELLED}}}", SPELLED.replace("-", ""), f" {SPELLED} "]
)
@pytest.mark.parametrize("turned", [False, True])
def test_an_identifier_is_found_however_it_is_written(spelling: str, turned: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a parameter of the table
    """Capitals, a prefix, braces: the association reaches its item, and both stay as the file has them."""
    own, other = (spelling, SPELLED) if turned else (SPELLED, spelling)
    links = [link("isChildOf", other, "doc"), link("isChildOf", "a", other)]

    read, report = read_case(write(tmp_path, package([item(own), item("a")], links)))

    assert read.by_id["a"].parent_id == own
    assert read.by_id["a"].extra["isChildOf"]["destinationNodeURI"] == {"identifier": other}
    assert reasons(report, Fate.REPAIRED) == {
        "associations that write an identifier in another way than its owner does": 2
    }
    assert reasons(report, Fate.NOTED) == (
        {"identifiers written in another way than CASE's, kept as they are": 1} if turned else {}
    )


def test_identifiers_written_as_numbers_hold_the_tree_together(tmp_path: Path) -> None:
    """A number is read as text at both ends, and stays a number in what is kept of the file."""
    items = [{"identifier": 7, "fullStatement": "Seven"}, {"identifier": 8, "fullStatement": "Eight"}]
    child = {
        "associationType": "isChildOf",
        "originNodeURI": {"identifier": 8},
        "destinationNodeURI": {"identifier": 7},
    }

    read, report = read_case(write(tmp_path, package(items, [child])))

    assert [(one.id, one.parent_id) for one in read.standards] == [("7", ""), ("8", "7")]
    assert read.by_id["7"].extra["CFItem"] == {"identifier": 7}
    assert reasons(report, Fate.REPAIRED)["numbers that are read as text"] == 2


@pytest.mark.parametrize("kind", ["IsChildOf", "Is Child Of", "is_child_of", "ischildof"])
def test_a_type_of_association_is_known_however_it_is_written(kind: str, tmp_path: Path) -> None:
    """The words that editors show on screen end up in files; the tree stands all the same."""
    read, report = read_case(write(tmp_path, package([item("a"), item("b")], [link(kind, "a", "b")])))

    assert read.by_id["a"].parent_id == "b"
    assert read.by_id["a"].extra["isChildOf"]["associationType"] == kind
    assert reasons(report, Fate.REPAIRED) == {"association types written in another way than CASE's": 1}


def test_an_old_grade_is_read_and_kept(tmp_path: Path) -> None:
    """Before CASE 1.0 the field was "educationalLevel" and held a text."""
    read, report = read_case(write(tmp_path, package([item("a", educationalLevel="09,10")], [])))

    assert read.standards[0].grades == ("9", "10")
    assert read.standards[0].extra["CFItem"] == {"educationalLevel": "09,10"}
    assert reasons(report, Fate.REPAIRED) == {"grades written as before CASE 1.0": 1}


def test_null_fields_are_no_faults(tmp_path: Path) -> None:
    """Some systems write every optional field; what is null says nothing and stays as it is."""
    empty = dict.fromkeys(("humanCodingScheme", "educationLevel", "CFItemType", "notes", "subject", "language"))
    child = link("isChildOf", "a", "doc", sequenceNumber=None, notes=None)

    read, report = read_case(write(tmp_path, package([item("a", **empty)], [child], CFRubrics=None)))

    assert read.standards[0].extra["CFItem"] == empty
    assert (reasons(report, Fate.REPAIRED), reasons(report, Fate.NOTED)) == ({}, {})


def test_groupings_rubrics_definitions_and_extensions_are_kept(tmp_path: Path) -> None:
    """What stands beside items and associations is kept whole, and so is what points to it."""
    grouping = {"identifier": "g", "title": "Crosswalk 2024"}
    beside = {
        "CFDefinitions": {"CFAssociationGroupings": [grouping], "CFConcepts": [], "extensions": {"x": 1}},
        "CFRubrics": [{"identifier": "r", "CFRubricCriteria": [{"weight": 5.0, "extensions": {"y": [None]}}]}],
        "extensions": {"z": {"deep": [1, 2.5, "three"]}},
    }
    grouped = link("isRelatedTo", "a", "elsewhere", CFAssociationGroupingURI=grouping, extensions={"w": True})

    read, report = read_case(write(tmp_path, package([item("a", extensions={"v": 0})], [grouped], **beside)))

    assert {name: read.extra[name] for name in beside} == beside
    assert read.links[0].extra["CFAssociationGroupingURI"] == grouping
    assert read.links[0].extra["extensions"] == {"w": True}
    assert read.standards[0].extra["CFItem"] == {"extensions": {"v": 0}}
    assert {tally.reason: tally.count for tally in report.read}["definitions"] == 1
    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)


def test_what_cannot_be_understood_is_left_out_with_its_place(tmp_path: Path) -> None:
    """Entries that are no objects, and associations without an end, are counted with their position."""
    no_end = {"identifier": "x", "associationType": "precedes", "originNodeURI": {"identifier": "a"}}

    _, report = read_case(write(tmp_path, package([item("a"), "oops"], [no_end, None])))

    assert [(tally.reason, tally.examples) for tally in report.left_out] == [
        ("entries that are no objects with fields", ("CFItems[1] is 'oops'", "CFAssociations[1] is None")),
        ("associations that lack their type or one of their ends", ("CFAssociations[0]",)),
    ]


def test_a_field_that_stands_twice_is_reported(tmp_path: Path) -> None:
    """JSON readers keep the last of two equal names and say nothing; we say it."""
    path = write(tmp_path, package([item("a")], []))
    path.write_text(path.read_text().replace('"identifier": "a"', '"identifier": "b", "identifier": "a"'))

    _, report = read_case(path)

    assert [tally.examples for tally in report.repaired] == [("a: identifier",)]


def test_half_a_character_is_replaced_and_reported(tmp_path: Path) -> None:
    """Half a surrogate pair can be read from JSON and written nowhere."""
    read, report = read_case(write(tmp_path, package([item("a", notes="x\ud800y", language="\U0001f600")], [])))

    assert read.standards[0].notes == "x\N{REPLACEMENT CHARACTER}y"
    assert read.standards[0].extra["CFItem"]["language"] == "\U0001f600"
    assert report.count(Fate.REPAIRED) == 1


@pytest.mark.parametrize(
    ("levels", "grades", "kept"),
    [
        (["09", "10"], ("9", "10"), ["09", "10"]),
        (["KG"], ("K",), ["KG"]),
        (["9"], ("9",), None),
        ("09,10", ("9", "10"), "09,10"),
        (["9", 10], (), ["9", 10]),
        ([], (), []),
        (None, (), None),
    ],
)
def test_grades_are_written_as_people_write_them(
    levels: Any, grades: tuple[str, ...], kept: Any, tmp_path: Path
) -> None:
    """The file's own levels stay beside the grades wherever the two differ."""
    read, _ = read_case(write(tmp_path, package([item("a", educationLevel=levels)], [])))

    assert read.standards[0].grades == grades
    assert read.standards[0].extra.get("CFItem", {}).get("educationLevel") == kept


def test_a_byte_order_mark_and_utf_16_are_read(tmp_path: Path) -> None:
    """Windows editors save both."""
    path = write(tmp_path, package([item("a")], []))
    text = path.read_text(encoding="utf-8")

    for encoding in ("utf-8-sig", "utf-16"):
        path.write_text(text, encoding=encoding)
        assert len(read_case(path)[0].standards) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"CFDocument": {"title": "x"},\n "CFItems": [', "is incomplete: its JSON breaks off at line 2, column 14"),
        (b'{"CFDocument": {"title": "x', "is incomplete: its JSON breaks off at line 1, column 26"),
        (b'{"CFDocument": }\n{"a": 1, "b": 2}', "is damaged: its JSON cannot be read at line 1, column 16"),
        (b"", "is no JSON file"),
        (b"code,text\n1,2\n", "is no JSON file"),
        (b'{"CFDocument": {"title": "\xff"}}', "is not written in UTF-8: line 1, byte 27"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"CFDocument": {}, "x": NaN}', "holds a number that cannot be read"),
        (b'{"CFDocument": {}, "x": 1' + b"0" * 5000 + b"}", "holds a number that cannot be read"),
        (b"[1, 2]", "holds a list of 2 entries, no CASE package"),
        (b"7", "holds a single value, no CASE package"),
        (b'{"CFDocument": {}, "x": 1e999}', "holds a number that cannot be read"),
        (b'{"CFItems": [1, 2, 3]}', "holds 3 standards without their document"),
        (b'{"identifier": "x", "CFPackageURI": {}}', "holds a document without its standards"),
        (b'{"CFDocument": {}, "CFItems": {}}', "“CFItems” must be a list"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(content: bytes, sentence: str, tmp_path: Path) -> None:
    """What is wrong, where, and what to do."""
    path = tmp_path / "bad.json"
    path.write_bytes(content)

    with pytest.raises(BadFile, match=sentence) as caught:
        read_case(path)

    assert str(caught.value).startswith("“bad.json” ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Neither is a traceback."""
    with pytest.raises(MissingFile, match="There is no file"):
        read_case(tmp_path / "nowhere.json")
    with pytest.raises(BadFile, match="is a folder"):
        read_case(tmp_path)
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(BadFile, match="is no ordinary file"):
        read_case(tmp_path / "pipe.json")


def test_a_number_without_end_is_refused_in_our_words(tmp_path: Path) -> None:
    """Python's sentence about it speaks of a setting of Python."""
    path = tmp_path / "long.json"
    path.write_text(f'{{"sequenceNumber": {"9" * 5000}}}', encoding="utf-8")

    with pytest.raises(BadFile, match=r"it has too many digits\)\. Export it again\.$"):
        read_case(path)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The size is looked at first, so that memory is not."""
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(257 * 1024 * 1024)

    with pytest.raises(BadFile, match="larger than 256 MB"):
        read_case(path)


def test_the_report_reads_as_sentences(tmp_path: Path) -> None:
    """A facilitator can read it out."""
    _, report = read_case(write(tmp_path, package([item("a"), 3], [])))

    assert report.sentences() == (
        "Read from “package.json”: 2 standards.",
        "Kept (1): standards.",
        "Noted (1): standards without a parent, put at the top. For example: Wording of a.",
        "Left out (1): entries that are no objects with fields. For example: CFItems[1] is 3.",
    )
    assert report.to_json()["left_out"][0]["count"] == 1


scraps = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5)
)
nodes = st.sampled_from(["a", "b", "c", "doc"]).map(lambda one: {"identifier": one}) | scraps
names = st.sampled_from(
    ["identifier", "humanCodingScheme", "fullStatement", "educationLevel", "listEnumeration", "notes", "x"]
)
odd_items = st.dictionaries(names, scraps | st.lists(scraps, max_size=2) | st.sampled_from(["a", "b"]), max_size=5)
odd_links = st.fixed_dictionaries(
    {},
    optional={
        "identifier": st.sampled_from(["1", "2"]) | scraps,
        "associationType": st.sampled_from(["isChildOf", "precedes"]) | scraps,
        "originNodeURI": nodes,
        "destinationNodeURI": nodes,
        "sequenceNumber": scraps,
    },
)


@given(
    st.lists(odd_items | scraps, max_size=6),
    st.lists(odd_links | scraps, max_size=6),
    st.sampled_from([DOCUMENT, {"title": "Nameless"}]),
)
def test_the_account_balances_for_any_entries(
    tmp_path_factory: pytest.TempPathFactory, items: list[Any], links: list[Any], document: dict[str, Any]
) -> None:
    """Whatever the lists hold, it is read or refused for a circle, and each entry is kept or left out."""
    path = write(tmp_path_factory.mktemp("odd"), {"CFDocument": document, "CFItems": items, "CFAssociations": links})
    try:
        read, report = read_case(path)
    except BadFile as error:
        assert "circle" in str(error)  # noqa: PT017  # most examples raise nothing
        return

    assert report.count(Fate.READ) == len(items) + len(links)
    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    assert len({one.id for one in read.standards}) == len(read.standards)
    assert len({one.id for one in read.links}) == len(read.links)
