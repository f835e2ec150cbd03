"""Standard sets -> OpenSALT's workbook: the sheets "CF Doc", "CF Item" and "CF Association".

The columns are read by their place, so they are all here, in order. ``smartLevel`` ("1.3.2") alone carries
the tree; the associations are all the others. Every cell is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from workbench.errors import CannotPublish
from workbench.model import StandardLink, StandardSet
from workbench.spreadsheets import LONGEST, LongSheet, Mended, long_workbook
from workbench.standards.case_fields import node_id
from workbench.standards.flat import defined, document_texts, grades, item_texts, keywords, placed, subjects

DOCUMENT = (
    "identifier", "creator", "title", "lastChangeDate", "officialSourceURL", "publisher", "description", "subject",
    "language", "version", "adoptionStatus", "statusStartDate", "statusEndDate", "licenseTitle", "licenseText",
    "notes",
)  # fmt: skip
ITEM = {
    "identifier": 38, "fullStatement": 80, "humanCodingScheme": 20, "smartLevel": 12, "listEnumeration": 10,
    "abbreviatedStatement": 40, "conceptKeywords": 30, "notes": 40, "language": 10, "educationLevel": 16,
    "CFItemType": 20, "license": 20,
}  # fmt: skip
ASSOCIATION = (
    "identifier", "originNodeURI", "originNodeIdentifier", "originNodeHumanCodingScheme", "associationType",
    "destinationNodeURI", "destinationNodeIdentifier", "destinationNodeHumanCodingScheme",
    "associationGroupIdentifier", "associationGroupName",
)  # fmt: skip
"""The columns of the sheets; of the items with their widths in characters."""

LIMITS = {
    "humanCodingScheme": 80,
    "listEnumeration": 20,
    "abbreviatedStatement": 255,
    "language": 10,
    "educationLevel": 300,
}
"""Characters that OpenSALT's own fields of an item can hold."""


def write_opensalt(found: StandardSet) -> tuple[bytes, Mended]:
    """Return the workbook of a set, and what no cell could hold; the same set gives the same bytes.

    Raises CannotPublish where the tree is so deep that a place in it is longer than a cell.
    """
    _refuse_too_deep(found)
    width = 24
    sheets = (
        LongSheet(title="CF Doc", heads=tuple((name, width) for name in DOCUMENT), rows=[_document(found)]),
        LongSheet(title="CF Item", heads=tuple(ITEM.items()), rows=map(_in_order, item_rows(found))),
        LongSheet(title="CF Association", heads=tuple((name, width) for name in ASSOCIATION), rows=_links(found)),
    )
    return long_workbook(sheets, title=found.title, language=found.language)


def item_rows(found: StandardSet) -> Iterator[Mapping[str, str]]:
    """Yield the row of each standard, by column."""
    path: list[str] = []
    for one in placed(found):
        path[one.depth - 1 :] = [str(one.number)]
        yield {
            **item_texts(one.standard),
            "smartLevel": ".".join(path),
            "conceptKeywords": ",".join(keywords(one.standard)),
            "educationLevel": ",".join(grades(one.standard)),
        }


def _refuse_too_deep(found: StandardSet) -> None:
    """Raise CannotPublish where a place in the tree is longer than a cell, before any is made."""
    lengths: list[int] = []
    for one in placed(found):
        above = lengths[one.depth - 2] + 1 if one.depth > 1 else 0
        lengths[one.depth - 1 :] = [above + len(str(one.number))]
        if lengths[-1] > LONGEST:
            raise CannotPublish(
                f"OpenSALT's workbook cannot hold a tree {one.depth:,} levels deep, which “{one.standard.name:.60}” "
                "stands in. Export it as CASE."
            )


def over_limits(found: StandardSet) -> Iterator[str]:
    """Yield a sentence for each column in which texts are longer than OpenSALT takes; they are written whole."""
    long: dict[str, list[str]] = {}
    for row in item_rows(found):
        for name, most in LIMITS.items():
            if len(row[name]) > most:
                long.setdefault(name, []).append(row["humanCodingScheme"] or row["fullStatement"])
    for name, shown in long.items():
        yield (
            f"OpenSALT takes at most {LIMITS[name]} characters of “{name}” ({len(shown):,} longer): written whole. "
            f"Shorten them in the file before OpenSALT reads it. For example: {shown[0][:60]}."
        )


def _in_order(row: Mapping[str, str]) -> list[str]:
    return [row[name] for name in ITEM]


def _document(found: StandardSet) -> list[str]:
    texts = document_texts(found)
    row = {**texts, "lastChangeDate": texts["lastChangeDateTime"], "subject": "|".join(subjects(found))}
    return [row[name] for name in DOCUMENT]


def _links(found: StandardSet) -> Iterator[list[str]]:
    """Yield the row of each association that is not the tree."""
    groups = {str(one.get("identifier")): one.get("title") for one in defined(found, "CFAssociationGroupings")}
    for link in found.links:
        origin, destination = (_node(found, link, *end) for end in _ends(link))
        group = link.extra.get("CFAssociationGroupingURI")
        group_id = node_id(group)
        title = group.get("title") if isinstance(group, Mapping) else None
        named = [one for one in (title, groups.get(group_id)) if isinstance(one, str) and one]
        yield [link.id, *origin, spelled(link.type), *destination, group_id, *(named[:1] or [""])]


def spelled(kind: str) -> str:
    """Return a type of association as OpenSALT spells it; a type of someone's own stays as it is.

    >>> spelled("exactMatchOf"), spelled("replacedBy"), spelled("ext:narrows")
    ('Exact Match Of', 'Replaced By', 'ext:narrows')
    """
    if not kind.isalpha():
        return kind
    return " ".join(word[:1].upper() + word[1:] for word in re.findall(r"^[^A-Z]+|[A-Z][^A-Z]*", kind))


def _ends(link: StandardLink) -> Iterable[tuple[str, str]]:
    return (link.origin_id, "originNodeURI"), (link.destination_id, "destinationNodeURI")


def _node(found: StandardSet, link: StandardLink, identifier: str, name: str) -> tuple[str, str, str]:
    """Return an end of an association: its address, identifier and code."""
    told = link.extra.get(name)
    address = told.get("uri") if isinstance(told, Mapping) else told
    standard = found.by_id.get(identifier)
    return (address if isinstance(address, str) else "", identifier, standard.code if standard else "")
