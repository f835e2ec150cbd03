"""What a new version means for alignments and all that rests on them."""

import json
from dataclasses import replace

import pytest

from tests.standards.framework_on_versions import FRAMEWORK, MERGED, NEW, OLD, SPLIT
from tests.standards.versions_made import version_of
from workbench.errors import UnknownName
from workbench.model import Framework, Standard, Table, add_many, apply, set_field
from workbench.standards.compare import compare_sets
from workbench.standards.impact import Impact, impact
from workbench.testing import framework_of

FOUND = impact(FRAMEWORK, compare_sets(OLD, NEW))


def row_told(found: Impact) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Return the rows as (alignment, kinds, proposed standard)."""
    return [(row.alignment.id, row.kinds, row.proposed.id if row.proposed else None) for row in found.rows]


def test_each_alignment_to_the_old_version_is_in_one_group() -> None:
    """Changed, unchanged or unknown; alignments to the new version and to other sets are in none."""
    assert row_told(FOUND) == [("a1", ("reworded",), "s1"), ("a3", ("removed",), None), ("a4", (), "d2")]
    assert [row.alignment.id for row in FOUND.unchanged] == ["a2"]
    assert [one.id for one in FOUND.unknown] == ["a5"]


def test_a_heading_is_touched_by_what_changed_below_it() -> None:
    """A child was removed and one came; the heading itself is still the same."""
    newer = [*NEW.standards, Standard(id="s9", statement="Compose simple shapes.", parent_id="d2")]
    found = impact(FRAMEWORK, compare_sets(OLD, version_of("2024", *newer)))

    assert [(row.alignment.id, row.below) for row in found.rows] == [("a1", 0), ("a3", 0), ("a4", 2)]
    assert not found.rows[2].safe


def test_an_indicator_reaches_what_assesses_it_and_the_pathways_of_those_courses() -> None:
    """A course that only introduces the indicator does not rest on it; an assessment counts once."""
    assert [thing.id for thing in FOUND.rows[0].reaches] == ["i1", "e1", "p1", "t1", "t2"]


def test_a_course_reaches_its_pathways_and_a_pathway_itself_alone() -> None:
    """e2 is in p2; e3 is in none."""
    moved = apply(FRAMEWORK, set_field(FRAMEWORK, "a3", "subject_id", "e2"))
    found = impact(moved, compare_sets(OLD, NEW))

    assert [[thing.id for thing in row.reaches] for row in (*found.rows, *found.unchanged)] == [
        ["i1", "e1", "p1", "t1", "t2"],
        ["e2", "p2"],
        ["p2"],
        ["i2"],
    ]
    assert [thing.id for thing in found.reached] == ["i1", "e1", "e2", "p1", "p2", "t1", "t2"]


def test_an_alignment_to_the_proposed_standard_is_a_twin() -> None:
    """The indicator meets the new version's standard already, so its alignment is not simply taken over."""
    assert FOUND.rows[0].twins == ("a6",)
    assert [row.alignment.id for row in FOUND.safe] == ["a2"]


def test_a_split_standard_proposes_all_its_parts() -> None:
    """The surest first."""
    found = impact(FRAMEWORK, compare_sets(OLD, SPLIT))

    assert [pair.new.id for pair in found.rows[0].pairs] == ["n1", "n2"]
    assert found.rows[0].kinds[0] == "split"


def test_alignments_that_merge_into_one_are_twins_of_each_other() -> None:
    """One subject was aligned to both old standards."""
    both = apply(FRAMEWORK, set_field(FRAMEWORK, "a2", "subject_id", "i1"))
    found = impact(both, compare_sets(OLD, MERGED))

    assert {row.alignment.id: row.twins for row in found.rows} == {"a1": ("a2",), "a2": ("a1",)}


def test_an_alignment_without_a_set_counts_where_the_old_version_has_its_standard() -> None:
    """It came from a file that names no set."""
    bare = apply(FRAMEWORK, [*set_field(FRAMEWORK, "a1", "set_id", ""), *set_field(FRAMEWORK, "a5", "set_id", "")])

    assert [row.alignment.id for row in impact(bare, compare_sets(OLD, NEW)).rows] == ["a3", "a4", "a1"]


def test_a_same_wording_that_is_only_likely_the_same_standard_is_not_safe() -> None:
    """A committee looks at it."""
    anew = [replace(one, id=f"n{one.id}", parent_id="", code="") for one in OLD.standards]
    found = impact(FRAMEWORK, compare_sets(version_of("2010"), version_of("2024", *anew)))

    assert [row.alignment.id for row in found.safe] == []


def test_an_unknown_alignment_is_refused() -> None:
    """An alignment to another set cannot be decided here."""
    with pytest.raises(UnknownName, match="no alignment to the old version"):
        FOUND.rows_of(["a7"])


def test_an_alignment_of_a_competency_from_elsewhere_is_told() -> None:
    """Our rooms align no competency; a file from elsewhere may."""
    found = impact(
        framework_of("""
competencies: [{id: c1, statement: Reasons}]
alignments: [{id: a1, subject_id: c1, set_id: "2010", standard_id: s1}]
"""),
        compare_sets(OLD, NEW),
    )

    assert [thing.id for thing in found.reached] == ["c1"]


def test_the_report_is_json() -> None:
    """Counts, what is reached, and each row."""
    told = json.loads(json.dumps(FOUND.to_json()))

    assert told["counts"] == {
        "touched": 3, "unchanged": 1, "safe": 1, "unknown": 1,
        "indicator": 1, "experience": 2, "pathway": 2, "assessment": 2,
    }  # fmt: skip
    assert [row["alignment"] for row in told["rows"]] == ["a1", "a3", "a4"]
    assert told["rows"][0]["proposed"][0]["reason"] == "The identifier is the same."


def test_a_framework_without_alignments_and_one_of_a_thousand() -> None:
    """Nothing is touched; and a thousand are told one by one."""
    many = framework_of({
        "indicators": [{"id": f"i{place}", "statement": "x"} for place in range(1000)],
        "alignments": [
            {"id": f"a{place}", "subject_id": f"i{place}", "set_id": "2010", "standard_id": "s1"}
            for place in range(1000)
        ],
    })  # fmt: skip

    assert impact(Framework(), compare_sets(OLD, NEW)).rows == ()
    assert len(impact(many, compare_sets(OLD, NEW)).rows) == 1000


def test_an_alignment_whose_subject_is_gone_is_told_all_the_same() -> None:
    """A file from elsewhere may hold one; it reaches nothing."""
    alone = Framework(alignments=Table([FRAMEWORK.alignments["a1"]]))
    found = impact(apply(Framework(), add_many(Framework(), alone.things())), compare_sets(OLD, NEW))

    assert [(row.subject, row.reaches) for row in found.rows] == [(None, ())]
