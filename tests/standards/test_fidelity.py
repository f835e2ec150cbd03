"""The published table says what each format holds, and sets that go out and come back agree, cell by cell."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.standards.full_set import bare_set, full_set, plain_set
from tests.standards.set_strategies import standard_sets
from tests.strategies import texts
from workbench.model import Standard, StandardLink, StandardSet
from workbench.spreadsheets import clean
from workbench.spreadsheets.csv_file import UNTEXTUAL
from workbench.standards import Fate
from workbench.standards.case import DOCUMENT_TEXTS
from workbench.standards.case_items import ITEM_TEXTS
from workbench.standards.case_shapes import SHAPES
from workbench.standards.export import FORMATS, export
from workbench.standards.fidelity import TABLE, TITLES, Claim, Hold, losses
from workbench.standards.fidelity_parts import Part
from workbench.standards.reading import read_standards

KEYS = ("identifier", "title", "uri", "licenseText", "CFLicenses", "CFAssociationGroupings", "CFConcepts", "extensions")
VERBATIM = {("Standard", "wordings"), ("Standard", "short labels"), ("Standard", "notes")}
SETS = (full_set, plain_set, bare_set)
CELLS = [(part, name, claims[place]) for part, claims in TABLE.items() for place, name in enumerate(TITLES)]


@pytest.fixture(scope="module")
def came_back(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Callable[[], StandardSet], str], StandardSet]:
    """Return each set as it comes back from each format."""
    folder = tmp_path_factory.mktemp("formats")
    found = {}
    for made in SETS:
        for name, suffix in FORMATS.items():
            place = folder / f"{made.__name__}{suffix}"
            place.write_bytes(export(made(), name, at="2026-11-25").content)
            found[made, name] = read_standards(place)[0]
    return found


@pytest.mark.parametrize(("part", "name", "claim"), CELLS, ids=[f"{one.owner}: {one.name}, {n}" for one, n, _ in CELLS])
def test_the_table_is_true(
    part: Part, name: str, claim: Claim, came_back: dict[tuple[Callable[[], StandardSet], str], StandardSet]
) -> None:
    """What is said to be held comes back as it was, and what is said to be lost does not."""
    kept, lost = 0, 0
    for made in SETS:
        after = part.of(came_back[made, name])
        for key, value in part.of(made()).items():
            survived = after.get(key) == value
            assert survived is not claim.is_lost(value), (made.__name__, key, value, after.get(key))
            kept, lost = kept + survived, lost + (not survived)

    assert kept + lost, "no set has this part"
    expected = Hold.SOME if kept and lost else Hold.ALL if kept else Hold.NONE
    assert claim.hold is expected


def as_a_table_keeps(part: Part, value: object, name: str) -> object:
    """Return a value as an export says that a table keeps it: one kind of line end, no blanks around a name."""
    if name == "case":
        return value
    if isinstance(value, tuple):
        return tuple(kept for one in value if (kept := as_a_table_keeps(part, one, name)))
    if not isinstance(value, str):
        return value
    text = clean(value) if name == "opensalt" else UNTEXTUAL.sub("\N{REPLACEMENT CHARACTER}", value)
    return text if (part.owner, part.name) in VERBATIM and not text.isspace() else text.strip()


@pytest.mark.parametrize("name", TITLES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=standard_sets())
def test_what_is_held_survives_any_text(name: str, drawn: StandardSet, tmp_path: Path) -> None:
    """Whatever people paste into a set, every part that is said to be held comes back."""
    place = tmp_path / f"set{FORMATS[name]}"
    place.write_bytes(export(drawn, name, at="2026-11-25").content)

    found, report = read_standards(place)

    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    for part, claims in TABLE.items():
        claim, after = claims[list(TITLES).index(name)], part.of(found)
        for key, value in part.of(drawn).items():
            if not claim.is_lost(value) and (kept := as_a_table_keeps(part, value, name)):
                assert as_a_table_keeps(part, after.get(key), name) == kept, part.name


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | texts(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60)
@given(
    document=st.dictionaries(st.sampled_from(sorted(SHAPES["CFDocument"])), JSON),
    item=st.dictionaries(st.sampled_from(sorted(SHAPES["CFItem"])), JSON),
    association=st.dictionaries(st.sampled_from(sorted(SHAPES["CFAssociation"])), JSON),
    definitions=st.dictionaries(st.sampled_from(sorted(SHAPES["CFDefinitions"])), JSON) | JSON,
    rubrics=JSON,
)
def test_whatever_a_file_said_the_set_goes_out(
    document: dict[str, Any], item: dict[str, Any], association: dict[str, Any], definitions: Any, rubrics: Any
) -> None:
    """Readers keep what they cannot read as it was; no shape of it stops a table, or the account of one."""
    found = full_set()
    first, *more = found.standards
    odd = replace(
        found,
        standards=(replace(first, extra={"CFItem": item, "isChildOf": association}), *more),
        links=(replace(found.links[0], extra=association),),
        extra={"CFDocument": document, "CFDefinitions": definitions, "CFRubrics": rubrics},
    )

    assert export(odd, "opensalt", at="2026-11-25").content
    assert export(odd, "csv", at="2026-11-25").content
    assert [one for one in losses(odd, "case") if one.part.owner == "Association"] == []


def moved(found: StandardSet) -> list[str]:
    """Return the parts in which a set differs from the full one."""
    return [part.name for part in TABLE if part.of(found) != part.of(full_set())]


def another(value: object) -> object:
    """Return another value of the same kind."""
    match value:
        case bool():
            return not value
        case str():
            return f"another {value}"
        case int():
            return value + 50
        case _:
            return ("another",)


FIELDS = [
    *((StandardSet, one.name) for one in fields(StandardSet) if one.name not in {"id", "standards", "links", "extra"}),
    *((cls, one.name) for cls in (Standard, StandardLink) for one in fields(cls) if one.name != "extra"),
]


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_every_field_is_a_part(cls: type, name: str) -> None:
    """A set that differs in one field of ours differs in a part; the set's own id is its identifier without one."""
    found = full_set()
    changes: dict[str, Any]
    if cls is StandardSet:
        changes = {name: another(getattr(found, name))}
    else:
        where = "standards" if cls is Standard else "links"
        first, *more = getattr(found, where)
        changes = {where: (replace(first, **{name: another(getattr(first, name))}), *more)}

    assert moved(replace(found, **changes))


CASE_FIELDS = [
    (kind, name)
    for kind, texts in (
        ("CFDocument", DOCUMENT_TEXTS),
        ("CFItem", ITEM_TEXTS),
        ("CFAssociation", {}),
        ("CFPackage", {}),
    )
    for name in SHAPES[kind]
    if name not in {*texts, "identifier", "associationType", "educationLevel", "sequenceNumber"}
] + [("CFDefinitions", name) for name in SHAPES["CFDefinitions"]]


@pytest.mark.parametrize(("kind", "name"), CASE_FIELDS)
def test_every_field_of_case_is_a_part(kind: str, name: str) -> None:
    """A set without one field of CASE 1.1 differs in a part from one with it."""
    found = full_set()
    if kind in {"CFItem", "CFAssociation"}:
        where = "standards" if kind == "CFItem" else "links"
        first, *more = getattr(found, where)
        told = first.extra["CFItem"] if kind == "CFItem" else first.extra
        rest = {key: value for key, value in told.items() if key != name}
        extra = {**first.extra, "CFItem": rest} if kind == "CFItem" else rest
        changes: dict[str, Any] = {where: (replace(first, extra=extra), *more)}
    else:
        told = found.extra if kind == "CFPackage" else found.extra[kind]
        rest = {key: value for key, value in told.items() if key != name}
        changes = {"extra": rest if kind == "CFPackage" else {**found.extra, kind: rest}}

    assert name in told, "the full set lacks this field"
    assert moved(replace(found, **changes))
