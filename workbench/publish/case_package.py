"""The framework as a CASE 1.1 package (1EdTech), for other systems.

Competencies, indicators, learning targets and habits are items, criteria are rubrics, alignments are
associations. What CASE has no place for is counted by ``left_out`` and named in the document's notes.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from textwrap import shorten
from typing import Any

from workbench.model import KINDS
from workbench.publish.case_alignments import alignments, held
from workbench.publish.case_items import KINDS_OF_ITEMS, areas, item, item_types, items_of, prerequisites, tree
from workbench.publish.case_names import JsonObject, Names, derived, extension, filled, identifiers
from workbench.publish.case_rubrics import rubrics
from workbench.publish.publication import Publication

HELD = {*KINDS_OF_ITEMS, "criterion", "district"}
"""The kinds that the package holds whole."""
ABOUT = ("title", "document_title", "mission", "languages", "licence")
"""The fields of the district that the document holds under names of CASE."""
OTHER_WORDS = {
    "design_question": ("design question", "design questions"),
    "item": ("assessment item", "assessment items"),
    "part": ("part of a pathway", "parts of pathways"),
    "translation": ("translation", "translations"),
    "scale": ("scale that no criterion uses", "scales that no criterion uses"),
    "alignment": ("alignment of these", "alignments of these"),
    "finding": ("finding", "findings"),
}
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which no UTF-8 file can hold."""


def case_bytes(publication: Publication) -> bytes:
    """Return the CASE 1.1 package of a publication as JSON; the same publication gives the same bytes."""
    package = case_package(publication)
    if HALF.search(json.dumps(package, ensure_ascii=False)):
        package["CFDocument"]["notes"] += " Characters that no file can hold are shown as \N{REPLACEMENT CHARACTER}."
    text = json.dumps(package, ensure_ascii=False, indent=1, allow_nan=False)
    return HALF.sub("\N{REPLACEMENT CHARACTER}", f"{text}\n").encode()


def case_package(publication: Publication, *, base: str = "") -> JsonObject:
    """Return the package as JSON values.

    Args:
        publication: What is published; its ``as_of`` is the time of every object.
        base: The address of the CASE service that will serve the package; without one addresses are
            ``urn:uuid:``.
    """
    framework = publication.framework
    document_id = _document_id(publication)
    things = [*items_of(publication), *framework.criteria.ordered(), *framework.alignments.ordered()]
    moment = datetime.fromisoformat(publication.as_of).date().isoformat() + "T00:00:00Z"
    names = Names(by_id=identifiers(things, reserved=[document_id]), moment=moment, base=base)
    items = items_of(publication)
    link = names.link("CFDocuments", document_id, publication.title)
    associations = [
        *tree(publication, names, link),
        *prerequisites(publication, names),
        *alignments(publication, names),
    ]
    return {
        "CFDocument": _document(publication, names, document_id),
        "CFItems": [item(publication, names, thing) for thing in items],
        "CFAssociations": associations,
        "CFDefinitions": filled(CFItemTypes=item_types(publication, names), CFLicenses=_licenses(publication, names)),
        "CFRubrics": list(rubrics(publication, names)),
    }


def left_out(publication: Publication) -> tuple[tuple[str, int], ...]:
    """Return what CASE cannot hold, as (what, how many), in the order in which a framework is read."""
    framework = publication.framework
    used = {one.scale_id for one in framework.criteria.ordered()}
    counts = {kind: len(framework.table(kind)) for kind in KINDS if kind not in HELD}
    counts["scale"] = sum(one.id not in used for one in framework.scales.ordered())
    counts["alignment"] = len(framework.alignments) - len(held(publication))
    counts["finding"] = len(publication.findings)
    return tuple((_words(publication, kind)[count > 1], count) for kind, count in counts.items() if count)


def _words(publication: Publication, kind: str) -> tuple[str, str]:
    """Return what to call one thing of a kind, and several."""
    return OTHER_WORDS.get(kind) or (publication.term(kind), publication.term(kind, many=True))


def _document_id(publication: Publication) -> str:
    """Return the identifier of the document: the district's framework, whatever its revision."""
    framework = publication.framework
    first = framework.district.id or next((thing.id for thing in framework.things()), "")
    return derived("document", first)


def _document(publication: Publication, names: Names, identifier: str) -> JsonObject:
    district, edition = publication.framework.district, publication.edition
    return {
        **names.head("CFDocuments", identifier),
        "title": publication.title,
        "creator": publication.district or publication.title,
        "caseVersion": "1.1",
        "frameworkType": "Mastery-based learning framework",
        "adoptionStatus": "Adopted" if edition else "Draft",
        **filled(
            publisher=publication.district,
            description=district.mission,
            subject=areas(publication),
            language=publication.language,
            version=f"Edition {edition.number}" if edition else f"Revision {publication.revision}",
            statusStartDate=edition.adopted_on if edition and _is_date(edition.adopted_on) else None,
            licenseURI=_license_link(publication, names),
            notes=_notes(publication),
            extensions=extension(district, *ABOUT, identifier=identifier),
        ),
    }


def _notes(publication: Publication) -> str:
    """Return what a reader of the package should know: its status, and what is not in it."""
    absent = ", ".join(f"{count:,} {what}" for what, count in left_out(publication))
    if not absent:
        return f"{publication.status_line}."
    return f"{publication.status_line}. Not in this file, for CASE has no place for it: {absent}."


def _license_link(publication: Publication, names: Names) -> JsonObject | None:
    found = _licenses(publication, names)
    return names.link("CFLicenses", found[0]["identifier"], found[0]["title"]) if found else None


def _licenses(publication: Publication, names: Names) -> list[JsonObject]:
    text = publication.framework.district.licence
    if not text.strip():
        return []
    head = names.head("CFLicenses", derived("license", text))
    return [{**head, "title": shorten(text, 120, placeholder=" …"), "licenseText": text}]


def _is_date(text: Any) -> bool:
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None
