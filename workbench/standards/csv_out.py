"""Standard sets -> CSV: lines ``#key,value`` about the set, then a row a standard.

The columns are those of compeito's own profile, the richest flat one that another program reads. The file begins
with a byte order mark, for Excel, and every reader of this profile takes it. A text that a spreadsheet program
would run as a formula stands behind an apostrophe, which our own reader takes off again: opening a file does no
harm, and nothing changes on the way back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench.model import StandardSet
from workbench.spreadsheets import Mended, csv_bytes
from workbench.standards.case_associations import CHILD_OF, TYPES
from workbench.standards.flat import document_texts, grades, item_texts, keywords, placed, subjects

ABOUT = {
    "identifier": "identifier",
    "title": "title",
    "version": "version",
    "creator": "creator",
    "publisher": "publisher",
    "description": "description",
    "notes": "notes",
    "language": "language",
    "adoptionStatus": "adoption_status",
    "officialSourceURL": "official_source_url",
    "licenseTitle": "license",
    "statusStartDate": "status_start_date",
    "statusEndDate": "status_end_date",
}
"""What a set says of itself: CASE's name, and the key of its line."""

TEXTS = (
    "Identifier", "fullStatement", "humanCodingScheme", "parentIdentifier", "sequenceNumber", "CFItemType",
    "educationLevel", "conceptKeywords", "abbreviatedStatement", "alternativeLabel", "notes", "language",
    "listEnumeration", "license", "statusStartDate", "statusEndDate",
)  # fmt: skip
LINKS = (
    "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel",
    "isTranslationOf",
)  # fmt: skip
"""The columns; in those of associations stand the destinations' identifiers, parted by bars."""


def write_csv(found: StandardSet) -> tuple[bytes, Mended]:
    """Return a set as CSV, and what had to be mended; the same set gives the same bytes."""
    return csv_bytes(_lines(found))


def _lines(found: StandardSet) -> Iterator[Iterable[str]]:
    yield from _about(found)
    yield (*TEXTS, *LINKS)
    links = _links_by_origin(found)
    for row in _rows(found):
        ends = links.get(row["Identifier"], {})
        yield (*(row[name] for name in TEXTS), *("|".join(ends.get(name, ())) for name in LINKS))


def _about(found: StandardSet) -> Iterator[tuple[str, ...]]:
    texts = document_texts(found)
    yield from ((f"#{key}", texts[name]) for name, key in ABOUT.items() if texts[name])
    if told := subjects(found):
        yield ("#subject", *told)


def _rows(found: StandardSet) -> Iterator[Mapping[str, str]]:
    for one in placed(found):
        standard = one.standard
        texts = item_texts(standard)
        yield {
            **texts,
            "Identifier": texts["identifier"],
            "parentIdentifier": standard.parent_id if one.depth > 1 else "",
            "sequenceNumber": str(one.number),
            "educationLevel": ",".join(grades(standard)),
            "conceptKeywords": ",".join(keywords(standard)),
        }


def _links_by_origin(found: StandardSet) -> Mapping[str, Mapping[str, Iterable[str]]]:
    """Return the destinations by origin and type, each once."""
    ends: dict[str, dict[str, dict[str, None]]] = {}
    for link in found.links:
        if link.type in TYPES and link.type != CHILD_OF:
            ends.setdefault(link.origin_id, {}).setdefault(link.type, {})[link.destination_id] = None
    return ends
