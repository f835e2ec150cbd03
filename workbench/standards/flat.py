"""A standard set as flat texts under CASE's names: what tables can hold of it.

What our fields do not hold is taken from ``extra``, where the readers keep it under its CASE name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.model import Standard, StandardSet
from workbench.standards.case_parts import ceds
from workbench.standards.tree import reading_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A standard, its number among its siblings, and how deep it stands in the tree; both count from 1."""

    standard: Standard
    number: int
    depth: int


def placed(found: StandardSet) -> Iterator[Placed]:
    """Yield the standards from the top down; those whose parents go round in a circle come last, at the top."""
    groups = {parent: [child.id for child in children] for parent, children in found.children.items()}
    order = reading_order(groups.get("", ()), groups)
    numbers = {one: number for children in groups.values() for number, one in enumerate(children, start=1)}
    depths = {"": 0}
    for one in order:
        standard = found.by_id[one]
        depths[one] = depths.get(standard.parent_id, 0) + 1
        yield Placed(standard=standard, number=numbers[one], depth=depths[one])
    astray = (standard for one, standard in found.by_id.items() if one not in depths)
    for number, standard in enumerate(astray, start=len(groups.get("", ())) + 1):
        yield Placed(standard=standard, number=number, depth=1)


def document_texts(found: StandardSet) -> Mapping[str, str]:
    """Return what a set says of itself, by CASE's names; ``subject`` is apart (``subjects``)."""
    rest = _rest(found, "CFDocument")
    return {
        "identifier": found.identifier or found.id,
        "title": found.title,
        "creator": found.owner,
        "publisher": found.publisher,
        "version": found.version,
        "language": found.language,
        "officialSourceURL": found.source,
        "notes": found.notes,
        "licenseTitle": found.licence,
        "licenseText": _licence_text(found),
        **_texts(rest, "description", "adoptionStatus", "statusStartDate", "statusEndDate", "lastChangeDateTime"),
    }


def subjects(found: StandardSet) -> tuple[str, ...]:
    """Return the subjects of a set, as its file parted them."""
    told = _rest(found, "CFDocument").get("subject")
    return strings(told) or ((found.subject,) if found.subject else ())


def item_texts(standard: Standard) -> Mapping[str, str]:
    """Return what a standard says, by CASE's names; the lists are apart (``grades``, ``keywords``).

    A standard without a wording is said by its name, for other programs leave out a row without one.
    """
    rest = _rest(standard, "CFItem")
    return {
        "identifier": standard.id,
        "fullStatement": standard.statement or standard.name,
        "humanCodingScheme": standard.code,
        "abbreviatedStatement": standard.label,
        "CFItemType": standard.kind,
        "notes": standard.notes,
        "license": _title(rest.get("licenseURI")),
        **_texts(rest, "listEnumeration", "language", "alternativeLabel", "statusStartDate", "statusEndDate"),
    }


def grades(standard: Standard) -> tuple[str, ...]:
    """Return the grades of a standard as its file wrote them, else as CEDS does ("09", "KG")."""
    told = _rest(standard, "CFItem").get("educationLevel")
    return strings(told) or tuple(ceds(grade) for grade in standard.grades)


def keywords(standard: Standard) -> tuple[str, ...]:
    """Return the keywords of a standard."""
    return strings(_rest(standard, "CFItem").get("conceptKeywords"))


def defined(found: StandardSet, name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the definitions of one kind ("CFLicenses") that a set brought."""
    inner = found.extra.get("CFDefinitions")
    entries = inner.get(name) if isinstance(inner, Mapping) else None
    return tuple(one for one in entries if isinstance(one, Mapping)) if isinstance(entries, list) else ()


def strings(value: Any) -> tuple[str, ...]:
    """Return the texts of a list, or of a single text; what is no text is left out."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(one for one in value if isinstance(one, str) and one) if isinstance(value, list | tuple) else ()


def _rest(of: StandardSet | Standard, name: str) -> Mapping[str, Any]:
    inner = of.extra.get(name)
    return inner if isinstance(inner, Mapping) else of.extra


def _texts(rest: Mapping[str, Any], *names: str) -> dict[str, str]:
    return {name: value if isinstance(value := rest.get(name), str) else "" for name in names}


def _title(link: Any) -> str:
    title = link.get("title") if isinstance(link, Mapping) else link
    return title if isinstance(title, str) else ""


def _licence_text(found: StandardSet) -> str:
    """Return the text of the licence whose title the set bears, where its file had the text."""
    own = _rest(found, "CFDocument").get("extensions")
    if isinstance(own, Mapping) and isinstance(told := own.get("licenseText"), str):
        return told
    for licence in defined(found, "CFLicenses"):
        if licence.get("title") == found.licence:
            text = licence.get("licenseText")
            return text if isinstance(text, str) else ""
    return ""
