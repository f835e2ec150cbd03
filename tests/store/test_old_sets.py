"""Sets that were kept before standards could be found are told as they were, by branch and by word too."""

import dataclasses
import json
from contextlib import closing
from pathlib import Path

from tests.store.made import all_sets
from workbench.model import Standard, StandardLink, StandardSet
from workbench.store import Store, Wanted, sqlite
from workbench.store.migrations import MIGRATIONS, migrate

OLD = tuple(
    StandardSet(
        id=name,
        title=f"Set {name}",
        key="ours" if name == "one" else "",
        version="1",
        standards=(
            Standard(id="b", code="A.1", parent_id="a", statement="Compare fractions.", extra={"uri": "x"}),
            Standard(id="a", code="A", label="Numbers", grades=("3",)),
        ),
        links=(StandardLink(id="l", type="precedes", origin_id="a", destination_id="b"),),
        extra={"CFDocument": {"creator": "us"}},
    )
    for name in ("one", "two")
)


def text(value: Standard | StandardLink | StandardSet) -> str:
    """Return what the first version wrote of a thing: its own fields as JSON."""
    fields = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    return json.dumps({name: held for name, held in fields.items() if held and name not in ("standards", "links")})


def old_file(path: Path) -> None:
    """Make a file with the tables of the first version, and the sets in it."""
    path.touch()
    engine = sqlite.engine_for(path, patience=1)
    with closing(sqlite.connect(path, patience=1)) as raw:
        sqlite.begin_log(raw)
        sqlite.claim(raw)
    migrate(engine, path, MIGRATIONS[:1])
    with sqlite.writing(engine) as connection:
        do = connection.exec_driver_sql
        for place, one in enumerate(OLD):
            do("INSERT INTO standard_set VALUES (?, ?, ?, ?)", (one.id, place, one.key, text(one)))
            for at, each in enumerate(one.standards):
                do("INSERT INTO standard VALUES (?, ?, ?, ?, ?)", (one.id, at, each.id, each.code, text(each)))
            for at, link in enumerate(one.links):
                do("INSERT INTO standard_link VALUES (?, ?, 'a', 'b', ?)", (one.id, at, text(link)))
    engine.dispose()


def test_an_old_file_keeps_its_sets_and_can_be_searched(path: Path) -> None:
    """Whole, in order; and what was here is recognised when it is added again."""
    old_file(path)

    with Store.open(path) as store:
        assert all_sets(store) == OLD
        assert [one.standard.id for one in store.shelves.children("two", "a")] == ["b"]
        found = store.shelves.find(Wanted(query="fraction", grades=("3",)))
        assert [(one.branch.set_id, one.branch.standard.id) for one in found.hits] == [("one", "b"), ("two", "b")]
        assert [bool(store.add_set(one)) for one in OLD] == [False, False]
