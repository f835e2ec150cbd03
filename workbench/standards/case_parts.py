"""A standard set -> the objects of a CASE package, as far as they were ever said.

Of a set that came as a CASE package these are the file's own objects, value for value; a set from elsewhere
is put into CASE's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.model import Standard, StandardLink, StandardSet
from workbench.standards.case import DOCUMENT_TEXTS
from workbench.standards.case_associations import CHILD_OF
from workbench.standards.case_fields import derived_id
from workbench.standards.case_items import ITEM_TEXTS
from workbench.standards.case_shapes import RENAMED

CEDS = {"K": "KG"}
"""Grades as people write them that CEDS, whose levels CASE uses, writes otherwise; "9" is "09" besides."""

LISTS = ("CFDefinitions", "CFRubrics")
BESIDE = {CHILD_OF, *LISTS}
"""What stands in ``extra`` beside the fields of document and item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An association with the identifiers of its ends, which its own fields may spell in another way."""

    entry: Mapping[str, Any]
    id: str
    type: str
    origin_id: str
    destination_id: str


def came_as_case(found: StandardSet) -> bool:
    """Return whether the set was read from a CASE package: its document has an address, which no table tells."""
    return "uri" in found.extra.get("CFDocument", {})


def document_id(found: StandardSet) -> str:
    """Return the owner's identifier of the set."""
    return found.identifier or found.id


def document(found: StandardSet) -> dict[str, Any]:
    """Return the document."""
    told = _texts(found, DOCUMENT_TEXTS)
    if came_as_case(found):
        return {"identifier": document_id(found), **told, **_rest(found, "CFDocument")}
    about = {
        "creator": found.owner or found.publisher or "Unknown",
        "subject": [found.subject] if found.subject else None,
        "licenseURI": found.licence or None,
        "key": found.key or None,
        "local": found.local or None,
        "verified_on": found.verified_on or None,
    }
    said = {name: value for name, value in about.items() if value is not None}
    return {"identifier": document_id(found), **told, **said, **_rest(found, "CFDocument")}


def item(standard: Standard, *, from_case: bool) -> dict[str, Any]:
    """Return the item of a standard."""
    told = {"identifier": standard.id, **_texts(standard, ITEM_TEXTS)}
    rest = _rest(standard, "CFItem")
    if from_case:
        grades = {} if {"educationLevel", *RENAMED} & rest.keys() else {"educationLevel": list(standard.grades)}
        return {**told, **(grades if standard.grades else {}), **rest}
    about = {
        "educationLevel": [ceds(grade) for grade in standard.grades],
        "aliases": list(standard.aliases),
        "checked": standard.checked,
    }
    # A standard without a wording is said by its name, for CASE asks for a wording.
    return {
        "fullStatement": standard.name,
        **told,
        **{name: value for name, value in about.items() if value},
        **rest,
    }


def arrows(found: StandardSet) -> Iterator[Arrow]:
    """Yield the tree, then every other association."""
    top, from_case = document_id(found), came_as_case(found)
    for standard in found.standards:
        entry = standard.extra.get(CHILD_OF)
        if not from_case:
            own = {"identifier": derived_id(top, CHILD_OF, standard.id), "sequenceNumber": standard.sequence}
            entry = {**own, **(entry or {})}
        if entry is not None:
            yield Arrow(
                entry={"associationType": CHILD_OF, **entry},
                id=entry["identifier"],
                type=CHILD_OF,
                origin_id=standard.id,
                destination_id=standard.parent_id or top,
            )
    yield from (_arrow(link) for link in found.links)


def _arrow(link: StandardLink) -> Arrow:
    sequence = {"sequenceNumber": link.sequence} if link.sequence and "sequenceNumber" not in link.extra else {}
    return Arrow(
        entry={"identifier": link.id, "associationType": link.type, **sequence, **link.extra},
        id=link.id,
        type=link.type,
        origin_id=link.origin_id,
        destination_id=link.destination_id,
    )


def _rest(of: StandardSet | Standard, name: str) -> Mapping[str, Any]:
    """Return what a file said beyond our fields: under the name of its CASE object, or all that ``extra`` has."""
    inner = of.extra.get(name)
    return inner if isinstance(inner, Mapping) else {key: of.extra[key] for key in of.extra if key not in BESIDE}


def _texts(of: StandardSet | Standard, names: Mapping[str, str]) -> dict[str, Any]:
    return {theirs: value for theirs, ours in names.items() if (value := getattr(of, ours))}


def ceds(grade: str) -> str:
    """Return a grade as CEDS writes it.

    >>> ceds("9"), ceds("K"), ceds("11")
    ('09', 'KG', '11')
    """
    return CEDS.get(grade) or (grade.zfill(2) if grade.isdecimal() else grade)
