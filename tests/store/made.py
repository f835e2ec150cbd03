"""Projects to test the store on."""

from __future__ import annotations

from pathlib import Path

from workbench.model import Change, Framework, StandardSet, add_many, from_json, set_field
from workbench.store import Commit, Store

AT = "2026-11-23T10:42:00.000+00:00"
SMALL = {
    "beliefs": [
        {"id": "b1", "statement": "We learn by doing.", "title": "Doing"},
        {"id": "b2", "statement": "Time varies, learning does not."},
    ],
    "practices": [{"id": "p1", "belief_id": "b1", "statement": "Projects in every course."}],
    "attributes": [{"id": "a1", "title": "Curious"}, {"id": "a2", "title": "Kind"}],
    "competencies": [{"id": "c1", "statement": "Argue from evidence.", "attribute_ids": ["a1"]}],
    "indicators": [{"id": "i1", "competency_id": "c1", "statement": "Weigh sources.", "dok": 3}],
    "scales": [{"id": "s1", "title": "Four levels", "levels": {"1": "Beginning", "2": "Developing"}}],
    "criteria": [{"id": "k1", "subject_id": "i1", "scale_id": "s1", "descriptors": {"1": "Names a source."}}],
    "experiences": [{"id": "e1", "title": "English 9", "credits": "1", "indicators": {"i1": "introduced assessed"}}],
}


def begin(path: Path, framework: Framework | None = None) -> Store:
    """Return a new store at ``path`` that holds ``framework`` (the small one) at revision 1."""
    store = Store.create(path)
    content = from_json(SMALL) if framework is None else framework
    store.commit(add_many(Framework(), content.things()), person="starter", at=AT, base=0, why="Began")
    return store


def put(store: Store, thing: str, field: str, value: object, *, person: str = "ana", why: str = "") -> Commit:
    """Set one field on what the store holds now."""
    snapshot = store.load()
    return give(store, set_field(snapshot.framework, thing, field, value), person=person, why=why)


def give(store: Store, changes: tuple[Change, ...], *, person: str = "ana", why: str = "") -> Commit:
    """Commit ``changes``."""
    return store.commit(changes, person=person, at=AT, base=store.load().revision, why=why)


def seen_by_another(path: Path) -> Framework:
    """Return what a second connection reads."""
    with Store.open(path) as other:
        return other.load().framework


def all_sets(store: Store) -> tuple[StandardSet, ...]:
    """Return the standard sets, each read whole."""
    found = (store.shelves.read(one.id) for one in store.shelves.infos())
    return tuple(one for one in found if one is not None)
