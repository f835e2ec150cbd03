"""Standard sets come back exactly as they were added."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shared import shared_file
from tests.strategies import texts
from workbench.errors import BadFile
from workbench.model import Standard, StandardLink, StandardSet
from workbench.store import Store

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3),
    max_leaves=5,
)
EXTRA = st.dictionaries(texts(), JSON, max_size=3)
STANDARDS = st.builds(
    Standard,
    id=texts(min_size=1),
    code=texts(),
    statement=texts(),
    label=texts(),
    kind=texts(),
    parent_id=texts(),
    sequence=st.integers(-5, 10**6),
    grades=st.lists(texts(), max_size=3).map(tuple),
    notes=texts(),
    aliases=st.lists(texts(), max_size=3).map(tuple),
    checked=st.booleans(),
    extra=EXTRA,
)
LINKS = st.builds(
    StandardLink,
    id=texts(min_size=1),
    type=texts(),
    origin_id=texts(),
    destination_id=texts(),
    sequence=st.integers(0, 9),
    extra=EXTRA,
)
SETS = st.builds(
    StandardSet,
    id=texts(min_size=1),
    title=texts(),
    key=texts(),
    version=texts(),
    licence=texts(),
    local=st.booleans(),
    standards=st.lists(STANDARDS, max_size=4).map(tuple),
    links=st.lists(LINKS, max_size=3).map(tuple),
    extra=EXTRA,
)
TREE = StandardSet(
    id="set-1",
    title="Ours",
    key="ours",
    version="1",
    standards=(Standard(id="s1", code="A", grades=("9",)), Standard(id="s2", code="A.1", parent_id="s1")),
    links=(StandardLink(id="l1", type="precedes", origin_id="s1", destination_id="elsewhere"),),
    extra={"CFDocument": {"creator": "us", "list": [1, 2.5, None, True]}},
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(SETS)
def test_any_set_is_told_back_exactly(tmp_path: Path, found: StandardSet) -> None:
    """Texts, order, grades and whatever else the file said, types included."""
    place = tmp_path / "sets.workbench"
    place.unlink(missing_ok=True)
    with Store.create(place) as store:
        assert store.add_set(found) is True
        assert store.add_set(found) is False
    with Store.open(place) as again:
        (actual,) = again.sets()

    assert actual == found
    assert json.dumps([dict(one.extra) for one in actual.standards]) == json.dumps(
        [dict(one.extra) for one in found.standards]
    )


def test_sets_keep_the_order_in_which_they_came(store: Store, path: Path) -> None:
    """The first added is the first told; keys are told without the sets."""
    for name in "zam":
        store.add_set(replace(TREE, id=name, key="" if name == "a" else f"key-{name}"))

    with Store.open(path) as other:
        assert [one.id for one in other.sets()] == ["z", "a", "m"]
        assert other.set_keys() == ("key-z", "key-m")


def test_a_set_is_never_edited(store: Store) -> None:
    """Other content under the same identifier is refused, and the first stays."""
    store.add_set(TREE)

    with pytest.raises(BadFile, match="“Ours” is in this project already with other content"):
        store.add_set(replace(TREE, version="2"))

    assert store.sets() == (TREE,)


def test_a_set_that_cannot_be_stored_is_refused_whole(store: Store) -> None:
    """Half a surrogate pair in an identifier: one sentence, nothing kept."""
    with pytest.raises(BadFile, match="“Ours”"):
        store.add_set(replace(TREE, standards=(TREE.standards[0], Standard(id="\ud800"))))

    assert store.sets() == ()


def test_a_real_package_is_added_and_read_fast(store: Store) -> None:
    """585 standards and their associations: below 100 ms, here with room for a busy machine."""
    data = json.loads(shared_file("case/sb_math_content_spec.json").read_text(encoding="utf-8"))
    found = StandardSet(
        id=data["CFDocument"]["identifier"],
        title=data["CFDocument"]["title"],
        standards=tuple(
            Standard(
                id=item["identifier"],
                code=item.get("humanCodingScheme", ""),
                statement=item["fullStatement"],
                sequence=place,
                extra=item,
            )
            for place, item in enumerate(data["CFItems"])
        ),
        links=tuple(
            StandardLink(
                id=link["identifier"],
                type=link["associationType"],
                origin_id=link["originNodeURI"]["identifier"],
                destination_id=link["destinationNodeURI"]["identifier"],
                extra=link,
            )
            for link in data["CFAssociations"]
        ),
    )
    times = []
    for number in range(3):
        begun = time.perf_counter()
        store.add_set(replace(found, id=f"{found.id}-{number}"))
        times.append(time.perf_counter() - begun)

    assert len(found.standards) == 585
    assert store.sets()[0] == replace(found, id=f"{found.id}-0")
    assert min(times) < 0.2
