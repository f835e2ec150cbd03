"""The objects of a CASE 1.1 package: which fields each has, and what kind of value a field takes.

Facts from 1EdTech's OpenAPI document of CASE 1.1 (January 2025). A name in brackets is a list of such objects.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Shape: TypeAlias = Mapping[str, str]

OWN: Shape = {"identifier": "identifier", "uri": "uri", "lastChangeDateTime": "moment", "extensions": "extensions"}
TITLED: Shape = {**OWN, "title": "text", "description": "text"}
STATUS: Shape = {"statusStartDate": "day", "statusEndDate": "day", "licenseURI": "link", "notes": "text"}
ABOUT: Shape = {"subject": "texts", "subjectURI": "links", "language": "text", **STATUS}

SHAPES: Mapping[str, Shape] = {
    "CFPackage": {"CFDefinitions": "CFDefinitions", "CFRubrics": "[CFRubric]", "extensions": "extensions"},
    "CFDocument": {
        **TITLED,
        **ABOUT,
        "frameworkType": "text",
        "caseVersion": "version",
        "creator": "text",
        "officialSourceURL": "uri",
        "publisher": "text",
        "version": "text",
        "adoptionStatus": "text",
    },
    "CFItem": {
        **OWN,
        **ABOUT,
        "fullStatement": "text",
        "alternativeLabel": "text",
        "CFItemType": "text",
        "humanCodingScheme": "text",
        "listEnumeration": "text",
        "abbreviatedStatement": "text",
        "conceptKeywords": "texts",
        "conceptKeywordsURI": "link",
        "educationLevel": "levels",
        "CFItemTypeURI": "link",
    },
    "CFAssociation": {
        **OWN,
        "associationType": "type",
        "sequenceNumber": "whole",
        "originNodeURI": "node",
        "destinationNodeURI": "node",
        "CFAssociationGroupingURI": "link",
        "notes": "text",
    },
    "CFDefinitions": {
        "CFConcepts": "[CFConcept]",
        "CFSubjects": "[CFSubject]",
        "CFLicenses": "[CFLicense]",
        "CFItemTypes": "[CFItemType]",
        "CFAssociationGroupings": "[CFAssociationGrouping]",
        "extensions": "extensions",
    },
    "CFConcept": {**TITLED, "keywords": "text", "hierarchyCode": "text"},
    "CFSubject": {**TITLED, "hierarchyCode": "text"},
    "CFLicense": {**TITLED, "licenseText": "text"},
    "CFItemType": {**TITLED, "hierarchyCode": "text", "typeCode": "text"},
    "CFAssociationGrouping": TITLED,
    "CFRubric": {**TITLED, "CFRubricCriteria": "[CFRubricCriterion]"},
    "CFRubricCriterion": {
        **OWN,
        "category": "text",
        "description": "text",
        "CFItemURI": "link",
        "weight": "number",
        "position": "whole",
        "rubricId": "identifier",
        "CFRubricCriterionLevels": "[CFRubricCriterionLevel]",
    },
    "CFRubricCriterionLevel": {
        **OWN,
        "extensions": "list of extensions",
        "description": "text",
        "quality": "text",
        "score": "number",
        "feedback": "text",
        "position": "whole",
        "rubricCriterionId": "identifier",
    },
}

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "CFDocument": ("creator", "title"),
    "CFItem": ("fullStatement",),
    "CFConcept": ("title", "hierarchyCode"),
    "CFSubject": ("title", "hierarchyCode"),
    "CFLicense": ("title", "licenseText"),
    "CFItemType": ("title", "description", "hierarchyCode"),
    "CFAssociationGrouping": ("title",),
}
"""The texts that an object must have, if only empty; identifier, address and time of change are always asked for."""

RENAMED = {"educationalLevel": "educationLevel"}
"""Fields of packages older than CASE 1.0, with their names since."""

REPEATED = {"CFDocumentURI", "CFPackageURI"}
"""Links to the package's own document, which in CASE 1.1 stand outside packages alone."""
