"""An edited table answers as one that was made anew."""

import gc

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Indicator, Table

IDS = st.sampled_from("abcdef")
THINGS = st.builds(
    lambda one, order, owner, needs: Indicator(id=one, order=order, competency_id=owner, prerequisite_ids=tuple(needs)),
    IDS,
    st.sampled_from(["", "a1", "a2"]),
    st.sampled_from(["c1", "c2", ""]),
    st.lists(IDS, max_size=3),
)
EDITS = st.lists(st.tuples(st.lists(THINGS, max_size=3), st.lists(IDS, max_size=2)), max_size=6)
FIELDS = ("competency_id", "prerequisite_ids")


@given(st.lists(THINGS, max_size=6), EDITS)
def test_order_and_indexes_are_those_of_a_new_table(
    things: list[Indicator], edits: list[tuple[list[Indicator], list[str]]]
) -> None:
    """Whatever is put in, replaced and taken out, one edit after the other."""
    table = Table(things)
    for put, gone in edits:
        for field in FIELDS:
            table.by(field, "c1")
        before, table = table, table.having(put, gone)
        anew = Table(table[one] for one in {one.id: one for one in table.values()})

        assert table.ordered() == anew.ordered()
        assert all(
            table.by(field, key) == anew.by(field, key) for field in FIELDS for key in ("", "c1", "c2", *"abcdef")
        )
        changed = table.changed_since(before)
        assert {one for one in "abcdef" if table.get(one) is not before.get(one)} <= changed


def test_what_changed_is_told_of_any_two_tables() -> None:
    """Also where the one between them is gone."""
    first = Table([Indicator(id="a"), Indicator(id="b"), Indicator(id="c")])
    last = first.having([Indicator(id="b")]).having([Indicator(id="d")], ["c"])
    gc.collect()

    assert last.changed_since(first) == {"b", "c", "d"}
    assert last.changed_since(last) == frozenset()


def test_what_is_derived_is_made_once() -> None:
    """And anew for the table after an edit."""
    made = list[int]()

    def count(table: Table[Indicator]) -> int:
        made.append(len(table))
        return len(table)

    table = Table([Indicator(id="a")])
    assert [table.derived(count), table.derived(count), table.having([Indicator(id="b")]).derived(count)] == [1, 1, 2]
    assert made == [1, 2]
