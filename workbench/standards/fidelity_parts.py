"""The parts of a standard set: everything that a file may hold of one, each with how to find it in a set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from workbench.model import Standard, StandardLink, StandardSet
from workbench.standards.case_associations import CHILD_OF
from workbench.standards.flat import defined

Found: TypeAlias = Mapping[Any, Any]
"""What a set has of one part: its values by the thing that has them; what is empty is not there."""

OBJECTS: Mapping[type, str] = {StandardSet: "CFDocument", Standard: "CFItem"}
"""Under which name ``extra`` has the rest of a CASE object; an association's is ``extra`` itself."""

OURS = {"identifier", "sequenceNumber"}
"""What the association that hangs a standard into the tree says, and other parts say too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: whose it is, what to call it (in the plural, for a sentence), and how to find it in a set."""

    owner: str
    name: str
    of: Callable[[StandardSet], Found]


def of_set(name: str, get: Callable[[StandardSet], Any]) -> Part:
    """Return a part that the set itself has."""
    return Part(owner="Set", name=name, of=lambda found: _filled([("", get(found))]))


def of_document(name: str, field: str) -> Part:
    """Return a part that a field of the CASE document holds."""
    return of_set(name, lambda found: said(found, field))


def of_definitions(name: str, field: str) -> Part:
    """Return a part that is a list of definitions."""

    def get(found: StandardSet) -> Found:
        return _filled(_entries(_inner(found, "CFDefinitions").get(field)))

    return Part(owner="Set", name=name, of=get)


def of_standard(name: str, get: Callable[[Standard], Any]) -> Part:
    """Return a part that standards have."""
    return Part(owner="Standard", name=name, of=lambda found: _filled((one.id, get(one)) for one in found.standards))


def of_item(name: str, field: str) -> Part:
    """Return a part that a field of the CASE item holds."""
    return of_standard(name, lambda one: said(one, field))


def of_branch(name: str) -> Part:
    """Return the part that is all else which the association says that hangs a standard into the tree."""

    def get(one: Standard) -> Any:
        return {key: value for key, value in _inner(one, CHILD_OF).items() if key not in OURS}

    return of_standard(name, get)


def branch_id(one: Standard) -> Any:
    """Return the identifier of the association that hangs a standard into the tree."""
    return _inner(one, CHILD_OF).get("identifier")


def of_link(name: str, get: Callable[[StandardLink], Any]) -> Part:
    """Return a part that associations have; they are told apart by type and ends."""

    def of(found: StandardSet) -> Found:
        return _filled((_ends(one), get(one)) for one in found.links)

    return Part(owner="Association", name=name, of=of)


def _filled(pairs: Any) -> Found:
    return {key: value for key, value in pairs if value not in (None, "", (), [], {}, False)}


def said(one: StandardSet | Standard | StandardLink, field: str) -> Any:
    """Return what a field of the CASE object said beyond our fields."""
    name = OBJECTS.get(type(one))
    return (_inner(one, name) if name else one.extra).get(field)


def definitions(found: StandardSet, field: str) -> Any:
    """Return what a field of the definitions said."""
    return _inner(found, "CFDefinitions").get(field)


def _inner(one: StandardSet | Standard | StandardLink, name: str) -> Mapping[str, Any]:
    """Return an object in ``extra``; an empty one where a file said something else there."""
    inner = one.extra.get(name)
    return inner if isinstance(inner, Mapping) else {}


def _entries(value: Any) -> list[tuple[str, Any]]:
    """Return the entries of a list by identifier, or by place where a file gave none."""
    entries = enumerate(value) if isinstance(value, list) else ()
    return [(str(one.get("identifier", place) if isinstance(one, Mapping) else place), one) for place, one in entries]


def title(link: Any) -> Any:
    """Return the title of a link to an object."""
    return link.get("title") if isinstance(link, Mapping) else link


def address(link: Any) -> Any:
    """Return the address of a link to an object."""
    return link.get("uri") if isinstance(link, Mapping) else None


def ends(field: str) -> Callable[[StandardLink], Any]:
    """Return how to find what a link says of its two ends beside their identifiers."""

    def get(link: StandardLink) -> Any:
        nodes = (link.extra.get(name) for name in ("originNodeURI", "destinationNodeURI"))
        told = tuple(end.get(field) if isinstance(end, Mapping) else None for end in nodes)
        return told if any(told) else None

    return get


def of_joins(name: str) -> Part:
    """Return the part that associations are: the type of each, and whether it starts at a standard of the set."""

    def get(found: StandardSet) -> Found:
        return {_ends(one): (one.type, one.origin_id in found.by_id) for one in found.links}

    return Part(owner="Association", name=name, of=get)


def _ends(link: StandardLink) -> tuple[str, str, str]:
    return link.type, link.origin_id, link.destination_id


def of_rubrics(name: str) -> Part:
    """Return the part that the rubrics of a set are."""

    def get(found: StandardSet) -> Found:
        return _filled(_entries(found.extra.get("CFRubrics")))

    return Part(owner="Set", name=name, of=get)


def of_licence_texts(name: str) -> Part:
    """Return the part that the texts of licences are, by the licences' titles."""

    def get(found: StandardSet) -> Found:
        own = said(found, "extensions")
        told = [(str(one.get("title")), one.get("licenseText")) for one in defined(found, "CFLicenses")]
        return _filled([*told, (found.licence, own.get("licenseText") if isinstance(own, Mapping) else None)])

    return Part(owner="Set", name=name, of=get)
