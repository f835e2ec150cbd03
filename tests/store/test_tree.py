"""A branch of a set is read alone, and is the same as in the whole set."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import UnknownName
from workbench.model import Standard, StandardSet
from workbench.store import Store

NAMES = "abcdefgh"


def put(path: Path, *standards: Standard) -> Store:
    """Return a new store that holds one set, called ``set``."""
    path.unlink(missing_ok=True)
    store = Store.create(path)
    store.add_set(StandardSet(id="set", title="Set", standards=standards))
    return store


def walked(store: Store, parent: str = "", limit: int = 3) -> list[str]:
    """Return all ids below a standard, in the order of the tree, read a few at a time."""
    found, offset = [], 0
    while some := store.shelves.children("set", parent, offset=offset, limit=limit):
        for one in some:
            found += [one.standard.id, *(walked(store, one.standard.id) if one.children else [])]
        offset += len(some)
    return found


TREES = st.permutations(NAMES).flatmap(
    lambda names: st.tuples(
        *(
            st.builds(
                Standard,
                id=st.just(name),
                parent_id=st.sampled_from(["", "elsewhere", *names[:place]]),
                sequence=st.integers(0, 2),
            )
            for place, name in enumerate(names)
        )
    )
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(TREES)
def test_the_tree_is_that_of_the_whole_set(tmp_path: Path, standards: tuple[Standard, ...]) -> None:
    """Children, their order, what is above, how many leaves are below: as the set says when read whole."""
    whole = StandardSet(id="set", title="Set", standards=standards)

    def below(identifier: str) -> list[str]:
        return [two for one in whole.children.get(identifier, ()) for two in (one.id, *below(one.id))]

    def above(identifier: str) -> list[str]:
        parent = whole.by_id[identifier].parent_id
        return [*above(parent), parent] if parent in whole.by_id else []

    leaves = {one.id for one in whole.leaves}
    with put(tmp_path / "tree.workbench", *standards) as store:
        assert walked(store) == below("")
        assert store.shelves.infos()[0].leaves == len(leaves)
        for one in store.shelves.standards("set", NAMES):
            name = one.standard.id
            assert one.standard == whole.by_id[name]
            assert one.children == len(whole.children.get(name, ()))
            assert one.leaves == len(leaves.intersection(below(name)))
            assert [each.standard.id for each in store.shelves.ancestors("set", name)] == above(name)


def test_what_goes_round_in_a_circle_is_still_there(tmp_path: Path) -> None:
    """Importers refuse circles; a set that has one all the same is told whole."""
    one, two = Standard(id="a", parent_id="b"), Standard(id="b", parent_id="a")
    with put(tmp_path / "x.workbench", one, two, Standard(id="c", parent_id="c"), Standard(id="d")) as store:
        assert walked(store) == ["d", "a", "b", "c"]
        assert [each.standard.id for each in store.shelves.ancestors("set", "b")] == ["a"]


def test_a_tree_of_ten_thousand_levels_is_laid_out(tmp_path: Path) -> None:
    """No recursion: the lowest knows all that is above it."""
    chain = tuple(Standard(id=str(one), parent_id=str(one - 1)) for one in range(10_000))
    with put(tmp_path / "deep.workbench", *chain) as store:
        assert [one.standard.id for one in store.shelves.ancestors("set", "9999")] == [str(n) for n in range(9999)]
        assert store.shelves.children("set")[0].leaves == 1


def test_of_one_identifier_twice_the_last_counts(tmp_path: Path) -> None:
    """As in the set read whole; both are in the tree."""
    twice = (Standard(id="a", code="1"), Standard(id="a", code="2"), Standard(id="b", parent_id="a"))
    with put(tmp_path / "twice.workbench", *twice) as store:
        assert [one.standard.code for one in store.shelves.standards("set", ["a"])] == ["2"]
        assert [(one.standard.code, one.children) for one in store.shelves.children("set")] == [("1", 0), ("2", 1)]


def test_what_is_not_here_is_told(tmp_path: Path) -> None:
    """A set that is not here is an error; a standard that is not in the set has nothing below or above it."""
    with put(tmp_path / "some.workbench", Standard(id="a")) as store:
        assert store.shelves.read("other") is None
        for ask in (store.shelves.children, store.shelves.ancestors, store.shelves.standards):
            with pytest.raises(UnknownName, match="no standard set “other”"):
                ask("other", "a")
        assert store.shelves.children("set", "other") == ()
        assert store.shelves.ancestors("set", "other") == ()
        assert store.shelves.standards("set", ["other", "a"])[0].standard.id == "a"
