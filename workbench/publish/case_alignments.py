"""Alignments as CASE associations.

All of them are "isRelatedTo". CASE has no word for "meets in part", and its "exactMatchOf" says that an
item was taken over from its source word for word, which no alignment says. How much of the standard is
met stands in the notes for people and in the extensions for programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from workbench.model import Alignment
from workbench.publish.case_items import items_of
from workbench.publish.case_names import LEGAL, JsonObject, Names, extension, filled
from workbench.publish.publication import Publication


def held(given: Publication) -> list[Alignment]:
    """Return the alignments that CASE can hold: of something that is an item, to a standard that is named."""
    items = {thing.id for thing in items_of(given)}
    return [one for one in given.framework.alignments.ordered() if one.subject_id in items and one.standard_id]


def alignments(given: Publication, names: Names) -> Iterator[JsonObject]:
    """Yield an association for each alignment that CASE can hold."""
    for one in held(given):
        subject = given.framework.get(one.subject_id)
        identifier = names.by_id[one.id]
        extensions = extension(one, "standard_id", "rationale", identifier=identifier)
        extensions["workbench"] = {"strength": one.strength.value, **extensions.get("workbench", {})}
        met = f"Meets the standard {'in full' if one.strength == 'full' else 'in part'}."
        yield {
            **names.head("CFAssociations", identifier),
            "associationType": "isRelatedTo",
            "originNodeURI": names.item(subject),
            "destinationNodeURI": _standard(given, one),
            **filled(notes=f"{met} {one.rationale}".strip(), extensions=extensions),
        }


def _standard(given: Publication, one: Alignment) -> JsonObject:
    """Return a link to a standard: its owner's identifier, and its owner's address where we know it."""
    standards = given.sets.get(one.set_id)
    found = given.standard(one.set_id, one.standard_id)
    address = found.extra.get("CFItem", {}).get("uri") if found else None
    link = {
        "title": given.code_of_standard(one.set_id, one.standard_id),
        "identifier": one.standard_id,
        "uri": address if isinstance(address, str) and address else _uri(one),
    }
    # Whether it is a CASE item is known only of sets that came as CASE packages.
    return {**link, "targetType": "CASE"} if standards and "CFDocument" in standards.extra else link


def _uri(one: Alignment) -> str:
    if LEGAL.fullmatch(one.standard_id):
        return f"urn:uuid:{one.standard_id}"
    parts = (quote(part, safe="", errors="replace") for part in (one.set_id, one.standard_id))
    return f"urn:x-standard:{':'.join(parts)}"
