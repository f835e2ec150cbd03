"""Standard sets come back exactly as they were added."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shared import shared_file
from tests.store.made import all_sets
from tests.strategies import texts
from workbench.errors import BadFile
from workbench.model import Added, Addition, SetInfo, Standard, StandardLink, StandardSet
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
        assert store.add_set(found).what is Addition.NEW
        assert store.add_set(found) == Added(what=Addition.HERE, id=found.id)
    with Store.open(place) as again:
        (actual,) = all_sets(again)

    assert actual == found
    assert json.dumps([dict(one.extra) for one in actual.standards]) == json.dumps(
        [dict(one.extra) for one in found.standards]
    )


def test_sets_keep_the_order_in_which_they_came(store: Store, path: Path) -> None:
    """The first added is the first told; what a set is, is told without its standards."""
    for name in "zam":
        store.add_set(replace(TREE, id=name, local=name == "a"))

    with Store.open(path) as other:
        assert [one.id for one in all_sets(other)] == ["z", "a", "m"]
        assert other.shelves.infos()[1] == SetInfo(
            id="a", title="Ours", identifier="a", key="ours", version="1", local=True, count=2, leaves=1
        )


def test_a_set_that_cannot_be_stored_is_refused_whole(store: Store) -> None:
    """Half a surrogate pair in an identifier: one sentence, nothing kept."""
    with pytest.raises(BadFile, match="“Ours”"):
        store.add_set(replace(TREE, standards=(TREE.standards[0], Standard(id="\ud800"))))

    assert all_sets(store) == ()


def test_a_real_package_is_added_and_read_fast(store: Store) -> None:
    """585 standards and their associations, against writing the same file as JSON on the same busy machine."""
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
    floor, times = [], []
    for number in range(3):
        begun = time.perf_counter()
        json.dumps(data)
        floor.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        store.add_set(replace(found, id=f"{found.id}-{number}"))
        times.append(time.perf_counter() - begun)

    assert len(found.standards) == 585
    assert all_sets(store)[0] == replace(found, id=f"{found.id}-0")
    assert min(times) < 12 * min(floor)
