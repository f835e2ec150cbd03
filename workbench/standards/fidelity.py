"""What each format can hold of a standard set: the published table, and what an export has to tell.

A claim is about a set that goes out in a format and comes back through our own reader. A test writes a set with
every part filled, reads it back, and compares, value by value and both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbench.model import Standard, StandardSet
from workbench.standards import fidelity_parts as p
from workbench.standards.csv_out import LINKS
from workbench.standards.fidelity_parts import Part
from workbench.standards.flat import subjects

TITLES: Mapping[str, str] = {"case": "CASE 1.1", "opensalt": "OpenSALT workbook", "csv": "CSV"}
"""The formats, in the order of the columns."""


class Hold(StrEnum):
    """How much of a part a format holds."""

    ALL = "held"
    SOME = "held in part"
    NONE = "not held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a format does with a part. Where it holds some of it, ``loses`` knows the values that it changes."""

    hold: Hold
    lost: str = ""
    loses: Callable[[Any], bool] = lambda _: False

    def is_lost(self, value: Any) -> bool:
        """Return whether a value does not come back as it was."""
        return self.hold is Hold.NONE or (self.hold is Hold.SOME and self.loses(value))


def _some(lost: str, loses: Callable[[Any], bool]) -> Claim:
    return Claim(hold=Hold.SOME, lost=lost, loses=loses)


def _parted(value: Any, signs: str) -> bool:
    """Return whether a value is no list of texts, or one of them has a sign in it that parts lists."""
    if not isinstance(value, list | tuple):
        return True
    return any(not isinstance(one, str) or sign in one for one in value for sign in signs)


class Gap(StrEnum):
    """A wording that is not there: CASE asks for one, and yet a package may have come without."""

    CASE = "came as CASE"
    ELSEWHERE = "came from elsewhere"


def _gap(one: Standard) -> Gap | None:
    if one.statement:
        return None
    return Gap.CASE if "CFItem" in one.extra else Gap.ELSEWHERE


HELD = Claim(hold=Hold.ALL)
NOT_HELD = Claim(hold=Hold.NONE)
NOWHERE = (NOT_HELD, NOT_HELD, NOT_HELD)
CASE_ALONE = (HELD, NOT_HELD, NOT_HELD)
EVERYWHERE = (HELD, HELD, HELD)

NO_GAP = Claim(hold=Hold.NONE, lost="the short label or the code stands there as the wording")
CASE_GAP = _some(f"{NO_GAP.lost}, except in a set that came as CASE 1.1", lambda one: one is not Gap.CASE)
PARTED = _some("a value with a comma, a semicolon or a bar in it is parted there", lambda one: _parted(one, ",;|"))
PARTED_BY_BARS = _some("one with a bar in it is parted there", lambda one: _parted(one, "|"))
GROUP = "CFAssociationGroupingURI"
NO_COLUMN = _some(
    "those of a type of somebody's own, further parents, and those that start outside the set are left out",
    lambda one: one[0] not in LINKS or not one[1],
)


TABLE: Mapping[Part, tuple[Claim, Claim, Claim]] = {
    p.of_set("identifier", lambda one: one.identifier or one.id): EVERYWHERE,
    p.of_set("title", lambda one: one.title): EVERYWHERE,
    p.of_set("version", lambda one: one.version): EVERYWHERE,
    p.of_set("owner", lambda one: one.owner): EVERYWHERE,
    p.of_set("publisher", lambda one: one.publisher): EVERYWHERE,
    p.of_set("language", lambda one: one.language): EVERYWHERE,
    p.of_set("address of the source", lambda one: one.source): EVERYWHERE,
    p.of_set("notes", lambda one: one.notes): EVERYWHERE,
    p.of_set("title of the licence", lambda one: one.licence): EVERYWHERE,
    p.of_set("subjects", lambda one: tuple(filter(None, (one.subject, *subjects(one))))): (HELD, PARTED_BY_BARS, HELD),
    p.of_document("description", "description"): EVERYWHERE,
    p.of_document("adoption status", "adoptionStatus"): EVERYWHERE,
    p.of_document("day from which it holds", "statusStartDate"): EVERYWHERE,
    p.of_document("day until which it holds", "statusEndDate"): EVERYWHERE,
    p.of_document("time of the last change", "lastChangeDateTime"): (HELD, HELD, NOT_HELD),
    p.of_document("address of the set", "uri"): CASE_ALONE,
    p.of_document("kind of framework", "frameworkType"): CASE_ALONE,
    p.of_document("version of CASE", "caseVersion"): CASE_ALONE,
    p.of_document("links to subjects", "subjectURI"): CASE_ALONE,
    p.of_set("link to the licence", lambda one: p.address(p.said(one, "licenseURI"))): CASE_ALONE,
    p.of_document("extensions", "extensions"): CASE_ALONE,
    p.of_licence_texts("text of the licence"): (HELD, HELD, NOT_HELD),
    p.of_definitions("definitions of concepts", "CFConcepts"): CASE_ALONE,
    p.of_definitions("definitions of subjects", "CFSubjects"): CASE_ALONE,
    p.of_definitions("definitions of kinds of standards", "CFItemTypes"): CASE_ALONE,
    p.of_definitions("definitions of licences", "CFLicenses"): CASE_ALONE,
    p.of_definitions("definitions of groups of associations", "CFAssociationGroupings"): CASE_ALONE,
    p.of_set("extensions of definitions", lambda one: p.definitions(one, "extensions")): CASE_ALONE,
    p.of_rubrics("rubrics, with their criteria and levels"): CASE_ALONE,
    p.of_set("extensions of the package", lambda one: one.extra.get("extensions")): CASE_ALONE,
    p.of_set("key in this project", lambda one: one.key): NOWHERE,
    p.of_set("mark as local standards", lambda one: one.local): NOWHERE,
    p.of_set("day on which it was verified", lambda one: one.verified_on): NOWHERE,
    p.of_set("version that it follows", lambda one: one.follows): NOWHERE,
    p.of_standard("identifiers", lambda one: one.id): EVERYWHERE,
    p.of_standard("codes", lambda one: one.code): EVERYWHERE,
    p.of_standard("wordings", lambda one: one.statement): EVERYWHERE,
    p.of_standard("missing wordings", _gap): (CASE_GAP, NO_GAP, NO_GAP),
    p.of_standard("short labels", lambda one: one.label): EVERYWHERE,
    p.of_standard("kinds", lambda one: one.kind): EVERYWHERE,
    p.of_standard("parents", lambda one: one.parent_id): EVERYWHERE,
    p.of_standard("places among siblings", lambda one: one.sequence): EVERYWHERE,
    p.of_standard("grades", lambda one: one.grades): (HELD, PARTED, PARTED),
    p.of_standard("notes", lambda one: one.notes): EVERYWHERE,
    p.of_standard("keywords", lambda one: p.said(one, "conceptKeywords")): (HELD, PARTED, PARTED),
    p.of_item("enumerations", "listEnumeration"): EVERYWHERE,
    p.of_item("languages", "language"): EVERYWHERE,
    p.of_item("alternative labels", "alternativeLabel"): (HELD, NOT_HELD, HELD),
    p.of_item("days from which they hold", "statusStartDate"): (HELD, NOT_HELD, HELD),
    p.of_item("days until which they hold", "statusEndDate"): (HELD, NOT_HELD, HELD),
    p.of_standard("titles of licences", lambda one: p.title(p.said(one, "licenseURI"))): EVERYWHERE,
    p.of_standard("links to licences", lambda one: p.address(p.said(one, "licenseURI"))): CASE_ALONE,
    p.of_item("subjects", "subject"): CASE_ALONE,
    p.of_item("links to subjects", "subjectURI"): CASE_ALONE,
    p.of_item("links to kinds", "CFItemTypeURI"): CASE_ALONE,
    p.of_item("links to concepts", "conceptKeywordsURI"): CASE_ALONE,
    p.of_item("addresses", "uri"): CASE_ALONE,
    p.of_item("times of the last change", "lastChangeDateTime"): CASE_ALONE,
    p.of_item("extensions", "extensions"): CASE_ALONE,
    p.of_standard("identifiers of the associations that make the tree", p.branch_id): CASE_ALONE,
    p.of_branch("other fields of the associations that make the tree"): CASE_ALONE,
    p.of_standard("other codes they are known by", lambda one: one.aliases): NOWHERE,
    p.of_standard("marks that a person checked them", lambda one: one.checked): NOWHERE,
    p.of_joins("types and ends"): (HELD, HELD, NO_COLUMN),
    p.of_link("identifiers", lambda one: one.id): (HELD, HELD, NOT_HELD),
    p.of_link("places in a sequence", lambda one: one.sequence): CASE_ALONE,
    p.of_link("addresses of their ends", p.ends("uri")): (HELD, HELD, NOT_HELD),
    p.of_link("titles of their ends", p.ends("title")): CASE_ALONE,
    p.of_link("kinds of their ends", p.ends("targetType")): CASE_ALONE,
    p.of_link("titles of groups", lambda one: p.title(p.said(one, GROUP))): (
        HELD,
        HELD,
        NOT_HELD,
    ),
    p.of_link("links to groups", lambda one: p.address(p.said(one, GROUP))): CASE_ALONE,
    p.of_link("notes", lambda one: p.said(one, "notes")): CASE_ALONE,
    p.of_link("addresses", lambda one: p.said(one, "uri")): CASE_ALONE,
    p.of_link("times of the last change", lambda one: p.said(one, "lastChangeDateTime")): CASE_ALONE,
    p.of_link("extensions", lambda one: p.said(one, "extensions")): CASE_ALONE,
}
"""Every part, with a claim for each format in the order of ``TITLES``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a file lacks of a set: how many values of one part; ``in_case``: a CASE package would hold them."""

    part: Part
    count: int
    claim: Claim
    in_case: bool


def losses(found: StandardSet, format_name: str) -> Iterator[Loss]:
    """Yield what a format does not hold of this very set, part by part."""
    place = list(TITLES).index(format_name)
    for part, claims in TABLE.items():
        claim, case = claims[place], claims[0]
        if claim.hold is Hold.ALL:
            continue
        if lost := [value for value in part.of(found).values() if claim.is_lost(value)]:
            in_case = not any(case.is_lost(value) for value in lost)
            yield Loss(part=part, count=len(lost), claim=claim, in_case=in_case)
