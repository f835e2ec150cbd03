"""The same content is kept once; other content under its owner's identifier is a version beside the old."""

import multiprocessing
from dataclasses import replace
from pathlib import Path

from tests.store.made import all_sets
from workbench.model import Added, Addition, Standard, StandardLink, StandardSet
from workbench.store import Store

ONE = StandardSet(
    id="owner-1",
    title="Ours",
    version="1",
    standards=(Standard(id="s1", code="A"), Standard(id="s2", code="A.1", parent_id="s1", extra={"b": 1, "a": 2})),
    links=(StandardLink(id="l1", type="precedes", origin_id="s1", destination_id="s2"),),
)
TWO = replace(ONE, version="2", standards=(ONE.standards[0], replace(ONE.standards[1], statement="Reworded")))
THREE = replace(TWO, version="3")


def test_a_newer_version_stands_beside_the_old(store: Store) -> None:
    """Each has an id of its own, the owner's identifier, and the version that it came after."""
    first, second, third = (store.add_set(one) for one in (ONE, TWO, THREE))

    assert first == Added(what=Addition.NEW, id="owner-1")
    assert (second.what, second.follows) == (Addition.VERSION, "owner-1")
    assert (third.what, third.follows) == (Addition.VERSION, second.id)
    assert len({first.id, second.id, third.id}) == 3
    assert all_sets(store) == (
        ONE,
        replace(TWO, id=second.id, identifier="owner-1", follows="owner-1"),
        replace(THREE, id=third.id, identifier="owner-1", follows=second.id),
    )
    assert {one.identifier for one in store.shelves.infos()} == {"owner-1"}


def test_whatever_is_here_already_changes_nothing(store: Store) -> None:
    """An older version too, and one that comes from another project under the id that it has there."""
    ids = [store.add_set(one).id for one in (ONE, TWO, THREE)]
    before = all_sets(store)

    again = [store.add_set(one) for one in (TWO, ONE, THREE, before[1])]

    assert [(one.what, one.id, bool(one)) for one in again] == [
        (Addition.HERE, one, False) for one in (ids[1], ids[0], ids[2], ids[1])
    ]
    assert all_sets(store) == before


def test_versions_have_the_same_ids_in_every_project(store: Store, tmp_path: Path) -> None:
    """So that what cites a version can be carried from one to the other."""
    expected = [store.add_set(one).id for one in (ONE, TWO)]
    with Store.create(tmp_path / "other.workbench") as other:
        assert [other.add_set(one).id for one in (ONE, TWO)] == expected


def test_the_order_of_keys_in_what_the_file_said_is_no_other_content(store: Store) -> None:
    """A server may write the fields of an object in any order."""
    store.add_set(ONE)
    turned = replace(ONE, standards=(ONE.standards[0], replace(ONE.standards[1], extra={"a": 2, "b": 1})))

    assert store.add_set(turned).what is Addition.HERE


def test_any_change_is_other_content(store: Store) -> None:
    """A title, a code, a grade, a link, the order, and a number that became a text."""
    first, last = ONE.standards
    changed = [
        replace(ONE, title="Theirs"),
        replace(ONE, standards=(replace(first, code="B"), last)),
        replace(ONE, standards=(replace(first, grades=("9",)), last)),
        replace(ONE, standards=(first, replace(last, extra={"b": "1", "a": 2}))),
        replace(ONE, standards=(last, first)),
        replace(ONE, links=()),
        replace(ONE, standards=()),
    ]
    store.add_set(ONE)

    assert [store.add_set(one).what for one in changed] == [Addition.VERSION] * len(changed)


def test_the_first_version_here_follows_none(store: Store) -> None:
    """A version brought from another project, whose predecessor is not here."""
    brought = replace(TWO, id="derived", identifier="owner-1", follows="owner-1")

    assert store.add_set(brought) == Added(what=Addition.NEW, id="derived")
    assert all_sets(store) == (replace(brought, follows=""),)


def _add(path: Path, gate: "multiprocessing.synchronize.Barrier", answers: "multiprocessing.Queue[Added]") -> None:
    with Store.open(path) as store:
        gate.wait()
        answers.put(store.add_set(TWO))


def test_of_two_processes_that_add_one_set_one_wins(store: Store, path: Path) -> None:
    """The other finds it here; nobody gets an error, and it is here once."""
    store.add_set(ONE)
    context = multiprocessing.get_context("spawn")
    gate, answers = context.Barrier(2), context.Queue()
    both = [context.Process(target=_add, args=(path, gate, answers)) for _ in range(2)]
    for one in both:
        one.start()
    told = [answers.get(timeout=60) for _ in both]
    for one in both:
        one.join()

    assert sorted(one.what for one in told) == [Addition.HERE, Addition.VERSION]
    assert len({one.id for one in told}) == 1
    assert [one.version for one in store.shelves.infos()] == ["1", "2"]
