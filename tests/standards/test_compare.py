"""What changed between two versions of a set: each kind of change, alone and together, and what tells it."""

import json
from dataclasses import replace

import pytest

from tests.shared import shared_file
from tests.standards.versions_made import COUNTING, link, version_of
from workbench.model import Standard
from workbench.standards import read_case
from workbench.standards.case_names import legal_id
from workbench.standards.compare import compare_sets
from workbench.standards.set_change import Certainty, Kind, SetDifference

OLD = version_of("2010")


def with_one(**changes: object) -> SetDifference:
    """Return the difference to a version in which the standard CC.1 differs in ``changes``."""
    newer = [replace(one, **changes) if one.id == "s1" else one for one in COUNTING]  # type: ignore[arg-type]
    return compare_sets(OLD, version_of("2024", *newer))


def told(found: SetDifference) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the changed pairs as (old id, new id, kinds)."""
    return [(pair.old.id, pair.new.id, pair.kinds) for pair in found.changed]


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({}, ()),
        ({"statement": "Count to 120 by ones and by tens."}, ("reworded",)),
        ({"statement": "Count to 100 by\n ones and by tens."}, ()),
        ({"parent_id": "d2"}, ("moved",)),
        ({"parent_id": ""}, ("moved",)),
        ({"code": "CC.A.1"}, ("recoded",)),
        ({"grades": ("1",)}, ("regraded",)),
        ({"notes": "Up to 120 from grade 1."}, ("other details",)),
        (
            {"statement": "Count to 120.", "parent_id": "d2", "code": "G.9", "grades": ("1", "2")},
            ("reworded", "moved", "recoded", "regraded"),
        ),
    ],
)
def test_each_change_is_named_alone_and_with_others(changes: dict[str, object], kinds: tuple[str, ...]) -> None:
    """The identifier tells that it is the same standard, whatever else changed."""
    found = with_one(**changes)

    assert told(found) == ([("s1", "s1", kinds)] if kinds else [])
    assert found.counts["unchanged"] == 5 - bool(kinds)
    assert (found.added, found.removed) == ((), ())


def test_a_reworded_standard_shows_its_words_and_a_moved_one_its_places() -> None:
    """Both as a person reads them."""
    pair = with_one(statement="Count to 120 by ones and by tens.", parent_id="d2").changed[0]

    assert pair.words == [
        ["same", "Count to "],
        ["del", "100"],
        ["ins", "120"],
        ["same", " by ones and by tens."],
    ]
    assert (pair.old_place, pair.new_place) == ("CC Counting and Cardinality", "G Geometry")


def test_children_of_a_renamed_parent_did_not_move() -> None:
    """A parent keeps its children when its name changes."""
    newer = [replace(one, statement="Counting") if one.id == "d1" else one for one in COUNTING]

    assert told(compare_sets(OLD, version_of("2024", *newer))) == [("d1", "d1", ("reworded",))]


def test_added_and_removed_are_those_without_a_counterpart() -> None:
    """Each with its place."""
    newer = (*COUNTING[:4], Standard(id="s9", statement="Compose simple shapes.", parent_id="d2"))
    found = compare_sets(OLD, version_of("2024", *newer))

    assert [(one.kind, one.standard.id, one.place) for one in (*found.removed, *found.added)] == [
        (Kind.REMOVED, "s3", "G Geometry"),
        (Kind.ADDED, "s9", "G Geometry"),
    ]
    assert found.pairs[-1].old.id == "s2"


def new_ids(**changes: object) -> tuple[Standard, ...]:
    """Return the standards under identifiers of their own, CC.1 with ``changes``."""
    standards = [replace(one, id=f"n-{one.id}", parent_id=one.parent_id and f"n-{one.parent_id}") for one in COUNTING]
    return tuple(replace(one, **changes) if one.id == "n-s1" else one for one in standards)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "certainty", "says"),
    [
        ({"id": "S1"}, Certainty.CERTAIN, "identifier is the same, written in other letters"),
        ({}, Certainty.CERTAIN, "Code and wording are the same"),
        ({"code": "CCSS.Math.Content.CC.1"}, Certainty.CERTAIN, "Code and wording are the same"),
        ({"code": "CC.7"}, Certainty.CERTAIN, "wording is the same, at the same place"),
        ({"code": "", "parent_id": ""}, Certainty.LIKELY, "no other standard has it"),
        ({"statement": "Count to 120 by ones and by tens."}, Certainty.CERTAIN, "code is the same, and the wording"),
        ({"statement": ""}, Certainty.LIKELY, "one of the versions gives no wording"),
        ({"code": "X.1", "aliases": ("CC.1",), "statement": "Count to 120 by ones and by tens."}, Certainty.CERTAIN,
         "knows it by the other's code"),
        ({"code": "", "statement": "Count to 120 by ones and by tens."}, Certainty.LIKELY, "below the same parent"),
        ({"statement": "Count to 100 by ones and by tens. Use bills and coins of the country, which children sort, "
          "name and trade for each other in a shop that they set up in their own room, with prices on every shelf, a "
          "till, receipts written neatly, and one shopkeeper for each day of the week."},
         Certainty.LIKELY, "one wording is part of the other"),
        ({"code": "K.X.1"}, Certainty.CERTAIN, "at the same place"),
        ({"statement": "Tell left from right."}, Certainty.POSSIBLE, "may stand for another"),
    ],
)  # fmt: skip
def test_without_identifiers_code_and_wording_tell(changes: dict[str, object], certainty: Certainty, says: str) -> None:
    """Each way of telling has its certainty and its reason."""
    found = compare_sets(OLD, version_of("2024", *new_ids(**changes)))
    match = next(pair.match for pair in found.pairs if pair.old.id == "s1")

    assert match.certainty is certainty
    assert says in match.reason
    assert 0 < match.score <= 1
    assert (found.added, found.removed) == ((), ())


def test_an_identifier_in_the_spelling_of_case_is_the_same() -> None:
    """A set that went out as CASE and came back keeps its standards, though their identifiers had to be respelt."""
    spelt = [
        replace(one, id=legal_id(one.id), parent_id=legal_id(one.parent_id) if one.parent_id else "")
        for one in COUNTING
    ]
    found = compare_sets(OLD, version_of("2024", *[replace(one, code="", statement="") for one in spelt]))

    assert (found.added, found.removed) == ((), ())
    assert {pair.match.reason for pair in found.pairs} == {
        "The identifier is the same, in the spelling that CASE asks for."
    }


def test_a_renumbered_standard_is_followed_by_its_wording() -> None:
    """A code that now stands before another's wording does not mislead."""
    newer = (
        *COUNTING[:2],
        Standard(id="n1", code="CC.1", statement="Compare two groups of objects.", parent_id="d1", grades=("K",)),
        replace(COUNTING[2], id="n2", code="CC.2"),
        replace(COUNTING[3], id="n3", code="CC.3"),
        COUNTING[4],
    )
    found = compare_sets(OLD, version_of("2024", *newer))

    assert told(found) == [("s1", "n2", ("recoded",)), ("s2", "n3", ("recoded",))]
    assert [one.standard.id for one in found.added] == ["n1"]


def test_an_old_code_before_a_new_standard_matches_nothing_where_identifiers_lasted() -> None:
    """Four of five standards kept their identifiers, so the fifth is gone and its code was given anew."""
    newer = [replace(one, id="n1", statement="Tell left from right.") if one.id == "s1" else one for one in COUNTING]
    found = compare_sets(OLD, version_of("2024", *newer))

    assert told(found) == []
    assert [one.standard.id for one in (*found.removed, *found.added)] == ["s1", "n1"]


def test_equal_wordings_that_nothing_tells_apart_are_left_unmatched() -> None:
    """A guess between two is no match."""
    twins = [Standard(id=f"a{place}", statement="Read with fluency and joy.") for place in (1, 2)]
    newer = [replace(one, id=f"b{one.id}") for one in twins]
    found = compare_sets(version_of("1", *twins), version_of("2", *newer))

    assert found.pairs == ()
    assert (len(found.removed), len(found.added)) == (2, 2)


@pytest.mark.parametrize("links_in", ["old", "new"])
@pytest.mark.parametrize(
    ("kind", "ends"),
    [("replacedBy", [("s1", "a"), ("s1", "b")]), ("exactMatchOf", [("a", "s1"), ("b", "s1")])],
)
def test_a_split_is_what_links_of_either_version_say(links_in: str, kind: str, ends: list[tuple[str, str]]) -> None:
    """One old standard became two; CASE says in which direction a link is read."""
    links = tuple(link(kind, *pair) for pair in ends)
    parts = (
        Standard(id="a", code="CC.1a", statement="Count by ones.", parent_id="d1", grades=("K",)),
        Standard(id="b", code="CC.1b", statement="Skip-count on a chart.", parent_id="d1", grades=("K",)),
    )
    old = version_of("2010", links=links if links_in == "old" else ())
    new = version_of("2024", *COUNTING[:2], *parts, *COUNTING[3:], links=links if links_in == "new" else ())
    found = compare_sets(old, new)

    assert told(found) == [("s1", one, ("split", "reworded", "recoded")) for one in ("a", "b")]
    assert {pair.match.certainty for pair in found.changed} == {Certainty.CERTAIN}
    assert (found.added, found.removed, found.counts["split"]) == ((), (), 1)


def test_merged_standards_name_the_one_they_became() -> None:
    """Two old standards are one now; they are counted once."""
    one = Standard(id="m", code="CC.12", statement="Count and write numbers.", parent_id="d1", grades=("K",))
    links = (link("replacedBy", "s1", "m"), link("replacedBy", "s2", "m"))
    found = compare_sets(OLD, version_of("2024", *COUNTING[:2], one, COUNTING[4], links=links))

    assert told(found) == [(old, "m", ("merged", "reworded", "recoded")) for old in ("s1", "s2")]
    assert (found.added, found.removed, found.counts["merged"]) == ((), (), 1)


def test_a_link_the_wrong_way_round_is_only_likely() -> None:
    """The newer one cannot have been replaced by the older one."""
    newer = Standard(id="a", code="", statement="Say how many.", parent_id="d1")
    links = (link("replacedBy", "a", "s1"),)
    found = compare_sets(OLD, version_of("2024", *COUNTING[:2], newer, *COUNTING[3:], links=links))

    assert [(pair.new.id, pair.match.certainty) for pair in found.changed] == [("a", Certainty.LIKELY)]
    assert "the other way round" in found.changed[0].match.reason


def test_links_within_a_version_are_no_split() -> None:
    """Two standards that both versions have, linked as matches of each other, stay two."""
    links = (link("exactMatchOf", "s1", "s2"), link("replacedBy", "s2", "s1"))

    assert compare_sets(version_of("1", links=links), version_of("2", links=links)).changed == ()


def test_a_very_deep_tree_and_one_in_a_circle_are_compared() -> None:
    """Ten thousand levels, and a parent below its own child, end like any other."""
    chain = [Standard(id=f"c{place}", code=f"C{place}", parent_id=f"c{place - 1}") for place in range(10_000)]
    ring = [Standard(id="r1", parent_id="r2"), Standard(id="r2", parent_id="r1")]
    newer = [replace(one, id=f"n{one.id}", parent_id=f"n{one.parent_id}") for one in (*chain, *ring)]
    found = compare_sets(version_of("1", *chain, *ring), version_of("2", *newer))

    assert (len(found.pairs), len(found.changed)) == (10_000, 0)


def test_a_difference_is_json() -> None:
    """Everything but the unchanged ones goes out as JSON values."""
    found = with_one(statement="Count to 120 by ones and by tens.", parent_id="d2")
    told = json.loads(json.dumps(found.to_json()))

    assert told["counts"] == {**dict.fromkeys(map(str, Kind), 0), "unchanged": 4, "reworded": 1, "moved": 1}
    assert told["changed"][0]["kinds"] == ["reworded", "moved"]
    assert told["changed"][0]["words"][1:3] == [["del", "100"], ["ins", "120"]]


def test_a_real_package_keeps_everything_but_what_was_changed_in_it() -> None:
    """The Smarter Balanced specification, 585 standards, against a copy without the 86 of grade 3 claim 1 and below."""
    whole, _ = read_case(shared_file("case/sb_math_content_spec.json"))
    gone = [one.id for one in whole.standards if one.code.startswith("M.G3.C1")]
    rest = tuple(replace(one, grades=("9",)) if one.grades == ("8",) else one for one in whole.standards)
    new = replace(whole, id="new", standards=tuple(one for one in rest if one.id not in gone))
    found = compare_sets(whole, new)

    assert [one.standard.id for one in found.removed] == gone
    eighth = sum(one.grades == ("8",) for one in whole.standards)
    assert {kind: count for kind, count in found.counts.items() if count} == {
        "unchanged": 585 - len(gone) - eighth,
        "removed": len(gone),
        "regraded": eighth,
    }
