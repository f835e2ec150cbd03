"""Strands across grades on real sets: rows by number, gaps, prerequisites."""

import json
from collections import Counter

import pytest

from tests.shared import shared_file
from tests.standards import vertical_files as files
from tests.standards.versions_made import link
from workbench.errors import UnknownName
from workbench.model import Standard, StandardSet
from workbench.standards import read_case
from workbench.standards.strands import Strand, places, strands
from workbench.standards.vertical import Vertical, vertical
from workbench.standards.vertical_text import vertical_lines

ELEMENTARY = ["K", "1", "2", "3", "4", "5"]
ENGLISH = [*ELEMENTARY, "6", "7", "8", "9-10", "11-12"]


def grades(found: tuple[Strand, ...]) -> dict[str, list[str]]:
    """Return the labels of grades by strand."""
    return {one.key: [band.label for band in one.bands] for one in found}


def codes(found: Vertical, anchor: str) -> list[list[str]]:
    """Return the codes of one row, by column."""
    return next([[one.code for one in cell] for cell in row.cells] for row in found.rows if row.anchor == anchor)


def test_english_runs_from_kindergarten_to_twelve() -> None:
    """Reading literature, anchor 1, has one standard in each grade; the grades are in order."""
    found = vertical(files.english(), "RL")

    assert list(found.columns) == ENGLISH
    assert codes(found, "1") == [[f"RL.{grade}.1"] for grade in ENGLISH]
    assert found.strand.title == "Reading Standards for Literature"
    assert [row.anchor for row in found.rows] == ["1", "2", "3", "4", "5", "6", "7", "9", "10"]
    assert found.gaps == ()


def test_each_coded_standard_of_english_is_in_the_strand_its_code_begins_with() -> None:
    """Counted by the first part of the codes: nothing is lost, and sub-standards are in."""
    ela = files.english()
    expected = Counter(one.code.split(".")[0] for one in ela.standards if one.code)

    assert {one.key: one.standards for one in strands(ela)} == expected
    assert grades(strands(ela))["RF"] == ELEMENTARY


def test_mathematics_shows_the_gaps_of_a_strand() -> None:
    """Counting is for kindergarten alone, fractions for 3 to 5; high school is one column."""
    math = files.mathematics()
    fractions, counting = vertical(math, "NF"), vertical(math, "CC")

    assert list(fractions.columns) == list(counting.columns) == [*ELEMENTARY, "6", "7", "8", "9-12"]
    assert list(fractions.gaps) == ["K", "1", "2", "6", "7", "8", "9-12"]
    assert list(counting.gaps) == ["1", "2", "3", "4", "5", "6", "7", "8", "9-12"]
    assert codes(fractions, "1") == [[], [], [], ["3.NF.A.1"], ["4.NF.A.1"], ["5.NF.A.1"], [], [], [], []]
    assert sum(one.standards for one in strands(math)) == 317 + 154


def test_all_873_dependencies_join_standards() -> None:
    """Each is in the views of its two strands; those within the strand are told apart."""
    math, edges = files.mathematics(), files.dependencies()
    views = [vertical(math, one.key, ours=edges) for one in strands(math)]
    inside = sum(one.inside for view in views for one in view.prerequisites)
    across = sum(not one.inside for view in views for one in view.prerequisites)

    assert len(edges) == 873
    assert {view.outside for view in views} == {0}
    assert inside + across / 2 == len(set(edges))
    assert all(one.ours for one in views[0].prerequisites)


def test_codes_spelt_otherwise_are_found_in_the_coherence_map() -> None:
    """The edges say HSF.IF.C.7.c, the map says F-IF.C.7c, and gives no grades for it."""
    found = vertical(files.coherence("math"), "F-IF", ours=[("HSF.IF.C.7.c", "HSF.IF.A.1"), ("X.1", "K.CC.A.1")])

    assert [(one.before.code, one.after.code, one.inside) for one in found.prerequisites] == [
        ("F-IF.C.7c", "F-IF.A.1", True)
    ]
    assert found.outside == 1
    assert found.columns[-1] == "no grade told"


def test_the_coherence_map_has_every_coded_standard_in_a_strand() -> None:
    """664 in mathematics and 985 in English, told by codes alone."""
    assert sum(one.standards for one in strands(files.coherence("math"))) == 664
    assert sum(one.standards for one in strands(files.coherence("ela"))) == 985
    assert grades(strands(files.coherence("ela")))["WHST"] == ["6-8", "9-10", "11-12"]


def test_precedes_links_are_prerequisites() -> None:
    """Of 423 in the Smarter Balanced specification 3 have an end outside it, and one says what another says."""
    found, _ = read_case(shared_file("case/sb_math_content_spec.json"))
    views = [vertical(found, one.key) for one in strands(found)]
    ends = {(one.before.id, one.after.id) for view in views for one in view.prerequisites}

    assert {view.outside for view in views} == {3}
    assert not any(one.ours for view in views for one in view.prerequisites)
    assert ends <= {(one.origin_id, one.destination_id) for one in found.links if one.type == "precedes"}
    assert len(ends) == 423 - 3 - 1
    assert grades(strands(found))["M-C1OA"] == ["3", "4", "5"]
    assert {one.key: one.title for one in strands(found)}["M-C1OA"] == "Operations and Algebraic Thinking"


def test_a_set_without_grades_says_so() -> None:
    """England's statements give no codes and no years."""
    england = files.england()

    assert strands(england) == ()
    with pytest.raises(UnknownName, match="has no strands across grades"):
        vertical(england, "Number")


def test_headings_that_recur_make_strands_where_codes_do_not() -> None:
    """Below "Grade 1" and "Grade 2" stands the same heading; what stands above all is no strand."""
    rows = [("root", "", "Our curriculum")]
    for grade in ("1", "2"):
        rows += [(f"g{grade}", "root", f"Grade {grade}"), (f"n{grade}", f"g{grade}", "Number")]
        rows += [(f"c{grade}", f"n{grade}", "Counting"), (f"s{grade}", f"c{grade}", f"Count to {grade}00.")]
    rows += [("o", "g2", "Shapes"), ("s3", "o", "Name shapes.")]
    standards = tuple(Standard(id=one, parent_id=parent, statement=text) for one, parent, text in rows)
    found = StandardSet(id="set", title="Ours", standards=standards, links=(link("precedes", "s1", "s2"),))
    view = vertical(found, "number")

    assert grades(strands(found)) == {"Number": ["1", "2"]}
    assert [(row.anchor, [[one.id for one in cell] for cell in row.cells]) for row in view.rows] == [
        ("Counting", [["s1"], ["s2"]])
    ]
    assert [(one.before.id, one.after.id) for one in view.prerequisites] == [("s1", "s2")]


def test_a_strand_is_chosen_by_key_or_by_part_of_its_title() -> None:
    """What fits several is refused with those to choose from."""
    ela = files.english()

    assert vertical(ela, "literature").strand.key == "RL"
    with pytest.raises(UnknownName, match=r"Several strands fit “reading”\. Choose from: “RF”, “RI”, “RL”"):
        vertical(ela, "reading")
    with pytest.raises(UnknownName, match="There is no strand “Z”"):
        vertical(ela, "Z")


def test_thousands_of_standards_of_many_documents_have_strands() -> None:
    """Every standard is in one place at most, and so are the coded ones of Massachusetts."""
    states = files.states()
    placed = [one.standard.id for one in places(states)]

    assert len(placed) == len(set(placed)) == sum(one.standards for one in strands(states))
    assert grades(strands(states))["OA"] == ELEMENTARY


def test_the_view_is_json_and_lines() -> None:
    """The grid has a dash for a gap; the wording stands below."""
    found = vertical(files.mathematics(), "CC", ours=files.dependencies())
    told = json.loads(json.dumps(found.to_json()))
    lines = list(vertical_lines(found))

    assert told["columns"][:2] == ["K", "1"]
    assert told["rows"][0]["cells"][0][0]["code"] == "K.CC.A.1"
    assert lines[0] == "CC in “Mathematics”: 10 standards."
    assert lines[1] == "No standard of this strand in: 1, 2, 3, 4, 5, 6, 7, 8, 9-12."
    assert lines[4].split() == ["1", "K.CC.A.1", *["–"] * 9]
    assert "  K.CC.A.1 → 1.NBT.A.1 (ours)" in lines
