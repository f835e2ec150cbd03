"""Competencies, indicators, learning targets and habits as CASE items, with their tree and their types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model import Competency, Thing
from workbench.publish.case_names import JsonObject, Names, derived, extension, filled
from workbench.publish.publication import Publication

KINDS_OF_ITEMS = {
    "competency": "What every graduate will know and be able to do.",
    "indicator": "The measurable part of a competency, to which scoring criteria attach.",
    "target": "A lesson- or unit-sized step towards an indicator.",
    "habit": "How students work, reported apart from academic achievement.",
}
"""The kinds that become items, in the order of the tree, with what the type means."""

BAND = re.compile(r"\s*(?:grades?\s+)?(K|[0-9]{1,2})\s*(?:(?:-|–|to)\s*([0-9]{1,2}))?\s*", re.IGNORECASE)
"""A grade or a span of grades."""


def items_of(given: Publication) -> list[Thing]:
    """Return everything that becomes an item, parents before their children."""
    return [thing for kind in KINDS_OF_ITEMS for thing in given.framework.table(kind).ordered()]


def item(given: Publication, names: Names, thing: Thing) -> JsonObject:
    """Return the item of a thing."""
    statement = str(getattr(thing, "statement", ""))
    title = str(getattr(thing, "title", ""))
    band = str(getattr(thing, "grade_band", ""))
    identifier = names.by_id[thing.id]
    kind = _type_title(given, thing.kind)
    return {
        **names.head("CFItems", identifier),
        # A thing without a statement is said by its name, for CASE asks for a statement.
        "fullStatement": statement or thing.name,
        **filled(
            humanCodingScheme=thing.code,
            abbreviatedStatement=title if statement else "",
            CFItemType=kind,
            CFItemTypeURI=names.link("CFItemTypes", derived("item type", thing.kind), kind),
            subject=_subject(given, thing),
            educationLevel=education_levels(band),
            extensions=extension(thing, "code", "title", "statement", "prerequisite_ids", identifier=identifier),
        ),
    }


def _subject(given: Publication, thing: Thing) -> list[str]:
    """Return the content area of a competency, or of what belongs to it."""
    while thing.owner_id and (owner := given.framework.find(thing.owner_id)):
        thing = owner
    area = thing.area.strip() if isinstance(thing, Competency) else ""
    return [area] if area else []


def education_levels(band: str) -> list[str]:
    """Return the grades of a band as CEDS education levels; nothing where the band is written in another way.

    >>> education_levels("9-10"), education_levels("K"), education_levels("upper school")
    (['09', '10'], ['KG'], [])
    """
    found = BAND.fullmatch(band)
    if found is None:
        return []
    first = 0 if found[1] in "Kk" else int(found[1])
    last = first if found[2] is None else int(found[2])
    return [f"{grade:02d}" if grade else "KG" for grade in range(first, last + 1) if grade <= 12]  # noqa: PLR2004  # grades


def item_types(given: Publication, names: Names) -> list[JsonObject]:
    """Return the definitions of the types that are used, under the district's words."""
    used = {thing.kind for thing in items_of(given)}
    return [
        {
            **names.head("CFItemTypes", derived("item type", kind)),
            "title": _type_title(given, kind),
            "description": meaning,
            "hierarchyCode": str(place),
            "typeCode": kind,
        }
        for place, (kind, meaning) in enumerate(KINDS_OF_ITEMS.items(), start=1)
        if kind in used
    ]


def _type_title(given: Publication, kind: str) -> str:
    word = given.term(kind)
    return word[:1].upper() + word[1:]


def tree(given: Publication, names: Names, document: JsonObject) -> Iterator[JsonObject]:
    """Yield an isChildOf association for each item, numbered among its siblings; the top is the document."""
    counts: dict[str, int] = {}
    for thing in items_of(given):
        parent = given.framework.find(thing.owner_id) if thing.owner_id else None
        counts[thing.owner_id] = counts.get(thing.owner_id, 0) + 1
        yield {
            **names.head("CFAssociations", derived("isChildOf", thing.id, thing.owner_id)),
            "associationType": "isChildOf",
            "originNodeURI": names.item(thing),
            "destinationNodeURI": names.item(parent) if parent else document,
            "sequenceNumber": counts[thing.owner_id],
        }


def prerequisites(given: Publication, names: Names) -> Iterator[JsonObject]:
    """Yield a "precedes" association for each indicator that another one builds on."""
    table = given.framework.indicators
    for thing in table.ordered():
        for earlier in thing.prerequisite_ids:
            if earlier in table:
                yield {
                    **names.head("CFAssociations", derived("precedes", earlier, thing.id)),
                    "associationType": "precedes",
                    "originNodeURI": names.item(table[earlier]),
                    "destinationNodeURI": names.item(thing),
                }


def areas(given: Publication) -> list[str]:
    """Return the content areas of the competencies, each once, in order."""
    return list(dict.fromkeys(one.area.strip() for one in given.framework.competencies.ordered() if one.area.strip()))
