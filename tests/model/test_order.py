"""Order keys: there is always room between two, and inserting keeps everyone else in place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import order_keys
from workbench.model.order import between, insert, spread


@given(order_keys(), order_keys())
def test_there_is_a_key_between_any_two(one: str, other: str) -> None:
    """The new key lies strictly between, and leaves room below itself."""
    low, high = sorted([one, other])
    if low == high:
        with pytest.raises(ValueError, match="no order key"):
            between(low, high)
        return

    actual = between(low, high)

    assert low < actual < high
    assert not actual.endswith("0")


@given(order_keys())
def test_there_is_room_at_both_ends(key: str) -> None:
    """Something can always be put first, and last."""
    assert between("", key) < key < between(key, "")


@given(st.lists(st.integers(0, 100), max_size=60))
def test_any_series_of_insertions_keeps_the_order(places: list[int]) -> None:
    """Keys stay sorted and distinct, wherever the next one is put."""
    keys: list[str] = []
    for place in places:
        index = min(place, len(keys))
        key, moved = insert(keys, index)
        for at, new in moved.items():
            keys[at] = new
        keys.insert(index, key)

    assert keys == sorted(set(keys))


@given(st.lists(order_keys(), max_size=12).map(sorted), st.data())
def test_equal_keys_yield_to_a_newcomer(keys: list[str], data: st.DataObject) -> None:
    """Where two siblings have one key, a newcomer still lands where it was put."""
    place = data.draw(st.integers(0, len(keys)))

    key, moved = insert(keys, place)

    after = [moved.get(index, old) for index, old in enumerate(keys)]
    assert all(old < key for old in after[:place] if old != key) or place == 0
    assert all(key < later for later in after[place:])
    assert after == sorted(after)


@given(st.integers(0, 2000))
def test_spread_keys_increase(count: int) -> None:
    """As many keys as asked for, in order, none ending in the zero digit."""
    actual = spread(count)

    assert len(actual) == count
    assert actual == sorted(set(actual))
    assert not any(key.endswith("0") or not key for key in actual)
