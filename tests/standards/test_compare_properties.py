"""Whatever two sets are: nothing is lost, a set differs from itself in nothing, and known changes are found again."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shared import shared_file
from tests.standards.changed_copies import changed_copy, judged, read
from tests.standards.versions_made import link
from workbench.model import Standard, StandardSet
from workbench.standards.compare import compare_sets
from workbench.standards.set_change import SetDifference

WORDS = ("read", "write", "count", "to", "the", "shapes", "10", "20")
IDS = tuple(f"id{place}" for place in range(9))


@st.composite
def standards(draw: st.DrawFn, identifier: str) -> Standard:
    """Draw a standard: few words and codes, so that ties and near wordings abound; any parent, itself among them."""
    return Standard(
        id=identifier,
        code=draw(st.sampled_from(("", "A.1", "a-1", "B.2"))),
        statement=" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=7))),
        parent_id=draw(st.sampled_from(("", *IDS))),
        grades=draw(st.sampled_from(((), ("K",), ("1", "2")))),
        aliases=draw(st.sampled_from(((), ("A.1",)))),
    )


@st.composite
def sets(draw: st.DrawFn, name: str) -> StandardSet:
    """Draw a set with links between anything and anything."""
    ids = draw(st.lists(st.sampled_from((*IDS, "ID1", "Id1")), unique=True))
    pairs = st.tuples(st.sampled_from(("replacedBy", "exactMatchOf", "precedes")), *[st.sampled_from(IDS)] * 2)
    links = draw(st.lists(pairs, max_size=4, unique=True))
    return StandardSet(
        id=name,
        title=name,
        standards=tuple(draw(standards(one)) for one in ids),
        links=tuple(link(*one) for one in links),
    )


def ids_of(found: SetDifference) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the ids that are matched in the old version, in the new one, removed, added."""
    return (
        sorted({pair.old.id for pair in found.pairs}),
        sorted({pair.new.id for pair in found.pairs}),
        [one.standard.id for one in found.removed],
        [one.standard.id for one in found.added],
    )


@given(sets("old"), sets("new"))
@settings(max_examples=300)
def test_every_standard_is_matched_or_alone_exactly_once(old: StandardSet, new: StandardSet) -> None:
    """Matched and removed are the old version, matched and added the new one; only links match a standard twice."""
    found = compare_sets(old, new)
    kept, became, removed, added = ids_of(found)

    assert sorted([*kept, *removed]) == sorted(one.id for one in old.standards)
    assert sorted([*became, *added]) == sorted(one.id for one in new.standards)
    if not any(one.type != "precedes" for one in (*old.links, *new.links)):
        assert len(found.pairs) == len(kept) == len(became)


@given(sets("old"))
def test_a_set_differs_from_itself_in_nothing(found: StandardSet) -> None:
    """Nor from an equal set under another name."""
    for other in (found, replace(found, id="other")):
        same = compare_sets(found, other)

        assert (same.changed, same.added, same.removed) == ((), (), ())
        assert len(same.pairs) == len(found.standards)


@given(sets("old"), sets("new"))
@settings(max_examples=300)
def test_the_other_way_round_added_is_removed(old: StandardSet, new: StandardSet) -> None:
    """The same pairs, turned round."""
    there, back = compare_sets(old, new), compare_sets(new, old)

    assert {(pair.old.id, pair.new.id) for pair in there.pairs} == {(pair.new.id, pair.old.id) for pair in back.pairs}
    assert ids_of(there)[2:] == ids_of(back)[:1:-1]


@given(st.integers(0, 10_000))
@settings(max_examples=10)
def test_random_changes_of_real_standards_are_found_again(seed: int) -> None:
    """With identifiers every pair is found and none is wrong, and each kind of change is named."""
    copy = changed_copy(read(shared_file("scale/asn_state_standards_flat.csv"), 1_500), seed=seed)
    found = compare_sets(copy.old, copy.new)

    assert {(pair.old.id, pair.new.id) for pair in found.pairs} == set(copy.truth)
    assert {one.standard.id for one in found.removed} == copy.removed
    named = {(pair.old.id, pair.new.id): set(pair.kinds) for pair in found.pairs}
    for ids, kind in copy.truth.items():
        if kind in {"same", "split", "moved", "recoded"}:
            one, other = copy.old.by_id[ids[0]], copy.new.by_id[ids[1]]
            assert ("split" in named[ids]) == (kind == "split")
            assert ("recoded" in named[ids]) == (one.code != other.code)


def test_without_identifiers_and_codes_what_is_found_is_right() -> None:
    """At most one pair in a hundred is wrong, and nine of ten are found, on all 13,947 real standards."""
    copy = changed_copy(read(shared_file("scale/asn_state_standards_flat.csv")), ids=False, codes=False)
    kinds = judged(copy, compare_sets(copy.old, copy.new))
    true, found, right = (sum(column) for column in zip(*kinds.values(), strict=True))

    assert right / found > 0.99
    assert right / true > 0.9
