"""A standard set with every part filled, more than once where a format may change a value."""

from dataclasses import replace
from typing import Any

from workbench.model import Standard, StandardLink, StandardSet

DAY = "2024-05-06T07:08:09+00:00"


def uid(number: int) -> str:
    """Return an identifier that CASE takes."""
    return f"00000000-0000-4000-8000-{number:012d}"


def node(number: int, part: str = "CFItems") -> dict[str, str]:
    """Return a link to an object, with a title that is no code."""
    return {"title": f"Title {number}", "identifier": uid(number), "uri": f"https://example.org/{part}/{uid(number)}"}


def defined(number: int, **more: Any) -> dict[str, Any]:
    """Return a definition."""
    return {**node(number, "definitions"), "lastChangeDateTime": DAY, **more}


DEFINITIONS: dict[str, Any] = {
    "CFConcepts": [defined(60, hierarchyCode="1", keywords="sums")],
    "CFSubjects": [defined(61, hierarchyCode="1", description="Numbers")],
    "CFItemTypes": [defined(62, hierarchyCode="1", description="What is assessed", typeCode="S")],
    "CFLicenses": [defined(63, licenseText="Give credit.") | {"title": "CC BY 4.0"}],
    "extensions": {"state": "ours"},
    "CFAssociationGroupings": [defined(64, description="To the other state") | {"title": "Crosswalk"}],
}

RUBRIC = {
    "identifier": uid(70), "uri": f"urn:uuid:{uid(70)}", "title": "Scoring", "lastChangeDateTime": DAY,
    "CFRubricCriteria": [{
        "identifier": uid(71), "uri": f"urn:uuid:{uid(71)}", "lastChangeDateTime": DAY, "description": "Accuracy",
        "CFItemURI": node(12), "weight": 0.5, "position": 1,
        "CFRubricCriterionLevels": [{
            "identifier": uid(72), "uri": f"urn:uuid:{uid(72)}", "lastChangeDateTime": DAY, "quality": "Meets",
            "description": "All of it", "score": 3.0, "position": 1,
        }],
    }],
}  # fmt: skip


def item(number: int, **more: Any) -> dict[str, Any]:
    """Return what only CASE says of a standard."""
    return {
        "uri": f"https://example.org/CFItems/{uid(number)}",
        "lastChangeDateTime": DAY,
        "listEnumeration": f"{number}a",
        "language": "en-US",
        "alternativeLabel": f"Also {number}",
        "statusStartDate": "2024-01-01",
        "statusEndDate": "2030-12-31",
        "licenseURI": node(63, "CFLicenses"),
        "subject": ["Mathematics"],
        "subjectURI": [node(61, "CFSubjects")],
        "CFItemTypeURI": node(62, "CFItemTypes"),
        "conceptKeywordsURI": node(60, "CFConcepts"),
        "extensions": {"state": {"level": number}},
        **more,
    }


def branch(number: int, parent: int, sequence: int) -> dict[str, Any]:
    """Return the association that hangs a standard into the tree."""
    return {
        "identifier": uid(100 + number),
        "uri": f"urn:uuid:{uid(100 + number)}",
        "sequenceNumber": sequence,
        "lastChangeDateTime": DAY,
        "originNodeURI": node(number),
        "destinationNodeURI": node(parent),
        "extensions": {"state": True},
    }


def full_set() -> StandardSet:
    """Return the set: a heading, two standards below it, one of them without wording, and a second heading."""
    return StandardSet(
        id=uid(1),
        identifier=uid(1),
        title="Standards of a state",
        follows="an earlier version",
        key="state-math",
        version="2024",
        subject="Mathematics, Numbers | quantities",
        owner="State board",
        publisher="State press",
        licence="CC BY 4.0",
        source="https://example.org/standards",
        language="en",
        notes="Revised.",
        verified_on="2026-11-01",
        local=True,
        standards=(
            Standard(
                id=uid(10), code="A", statement="Algebra", label="Alg", kind="Domain", sequence=1, grades=("9", "10"),
                notes="A heading", aliases=("ALG",), checked=True,
                extra={"CFItem": item(10, conceptKeywords=["sums"]) | {"educationLevel": ["09", "10"]},
                       "isChildOf": branch(10, 1, 1)},
            ),
            Standard(
                id=uid(11), code="A.1", label="Without wording", kind="Standard", parent_id=uid(10), sequence=1,
                grades=("9; advanced",), notes="Points: -1", aliases=("A1",), checked=True,
                extra={"CFItem": item(11, conceptKeywords=["one; two", "three"]), "isChildOf": branch(11, 10, 1)},
            ),
            Standard(
                id=uid(12), code="A.2", statement="=SUM of “two”,\n- and a list", label="+1", kind="Standard",
                parent_id=uid(10), sequence=2, grades=("11",), notes="@home", aliases=("A2",), checked=True,
                extra={"CFItem": item(12, conceptKeywords=["sums", "lists"], licenseURI={"title": "CC0"}),
                       "isChildOf": branch(12, 10, 2)},
            ),
            Standard(
                id=uid(13), code="B", statement="Geometry", label="Geo", kind="Domain", sequence=2, grades=("K",),
                notes="Another", aliases=("GEO",), checked=True,
                extra={"CFItem": item(13, conceptKeywords=["shapes"]) | {"educationLevel": ["KG"]},
                       "isChildOf": branch(13, 1, 2)},
            ),
        ),
        links=(
            link(20, "precedes", 11, 12, sequence=1),
            link(21, "exactMatchOf", 12, 90, sequence=2),
            link(22, "ext:narrows", 13, 12, sequence=3),
            link(23, "isRelatedTo", 91, 12, sequence=4),
        ),
        extra={
            "CFDocument": {
                "uri": f"https://example.org/ims/case/v1p1/CFDocuments/{uid(1)}",
                "lastChangeDateTime": DAY,
                "caseVersion": "1.1",
                "frameworkType": "course codes",
                "description": "What every student learns",
                "subject": ["Mathematics", "Numbers | quantities"],
                "subjectURI": [node(61, "CFSubjects")],
                "adoptionStatus": "Adopted",
                "statusStartDate": "2024-07-01",
                "statusEndDate": "2031-06-30",
                "licenseURI": node(63, "CFLicenses") | {"title": "CC BY 4.0"},
                "extensions": {"state": {"edition": 3}},
            },
            "CFDefinitions": DEFINITIONS,
            "CFRubrics": [RUBRIC],
            "extensions": {"exporter": "by hand"},
        },
    )  # fmt: skip


def plain_set() -> StandardSet:
    """Return a set that no CASE package told, with values that the tables of other programs take as they are."""
    return StandardSet(
        id=uid(2),
        title="Local standards",
        subject="Science",
        licence="CC BY 4.0",
        standards=(
            Standard(id=uid(30), code="S", statement="Science", kind="Domain", sequence=1, grades=("9",)),
            Standard(id=uid(31), code="S.1", label="No wording", parent_id=uid(30), sequence=1),
        ),
        links=(
            StandardLink(
                id=uid(40),
                type="isPeerOf",
                origin_id=uid(31),
                destination_id=uid(30),
                extra={"CFAssociationGroupingURI": {"title": "Peers", "identifier": uid(64)}},
            ),
        ),
        extra={
            "CFDocument": {"licenseURI": {"title": "CC BY 4.0"}},
            "CFDefinitions": DEFINITIONS,
            "CFRubrics": [RUBRIC],
        },
    )


def bare_set() -> StandardSet:
    """Return a set of which no file told anything but rubrics."""
    return replace(plain_set(), extra={"CFRubrics": [RUBRIC]})


def link(number: int, kind: str, origin: int, destination: int, *, sequence: int) -> StandardLink:
    """Return an association with all that CASE can say of one."""
    return StandardLink(
        id=uid(number),
        type=kind,
        origin_id=uid(origin),
        destination_id=uid(destination),
        sequence=sequence,
        extra={
            "uri": f"urn:uuid:{uid(number)}",
            "originNodeURI": node(origin) | {"targetType": "CASE"},
            "destinationNodeURI": node(destination) | {"targetType": "CASE"},
            "CFAssociationGroupingURI": node(64, "CFAssociationGroupings") | {"title": "Crosswalk"},
            "lastChangeDateTime": DAY,
            "notes": "Nearly the same",
            "extensions": {"strength": 2},
        },
    )
