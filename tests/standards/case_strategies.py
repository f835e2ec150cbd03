"""Any legal CASE 1.1 package, as hypothesis draws it."""

import json
from typing import Any

from hypothesis import strategies as st

TYPES = ["isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar", "ext:acme.likes"]

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
numbers = st.integers(-9, 9) | st.sampled_from([5, 5.0, 0.5, 1e300, -0.0])
identifiers = st.uuids(version=4).map(str) | st.uuids(version=5).map(str)
addresses = identifiers.map("urn:uuid:{}".format) | st.sampled_from(["https://example.org/a%20b?c=d#e", "urn:fdc:x:1"])
moments = st.sampled_from(["2025-01-24T00:00:00Z", "2017-10-24T17:19:51+00:00", "2026-06-05T04:23:43.000Z"])
days = st.dates().map(str)
free = st.dictionaries(
    words,
    st.recursive(st.none() | st.booleans() | numbers | words, lambda one: st.lists(one, max_size=2), max_leaves=4),
)


def links() -> st.SearchStrategy[dict[str, Any]]:
    """Return links to definitions."""
    return st.fixed_dictionaries({"title": words, "identifier": identifiers, "uri": addresses})


def objects(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return objects with what everything in CASE has, and the fields given."""
    own = {"identifier": identifiers, "uri": addresses, "lastChangeDateTime": moments}
    return st.fixed_dictionaries({**own, **required}, optional={"extensions": free, **optional})


def definitions(*required: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return a list of definitions."""
    optional = {} if "description" in required else {"description": words}
    return st.lists(objects(dict.fromkeys(required, words), optional), max_size=2)


texts = st.lists(words, max_size=2)
common = {
    "subject": texts,
    "subjectURI": st.lists(links(), max_size=2),
    "language": words,
    "licenseURI": links(),
    "statusStartDate": days,
    "statusEndDate": days,
    "notes": words,
}
documents = objects(
    {"creator": words, "title": words},
    {
        **common,
        **dict.fromkeys(("publisher", "description", "frameworkType", "version", "adoptionStatus"), words),
        "caseVersion": st.just("1.1"),
        "officialSourceURL": addresses,
    },
)
items = objects(
    {"fullStatement": words},
    {
        **common,
        **dict.fromkeys(
            ("humanCodingScheme", "abbreviatedStatement", "alternativeLabel", "listEnumeration", "CFItemType"), words
        ),
        "educationLevel": st.lists(st.sampled_from(["KG", "01", "09", "9", "12", "PS"]), max_size=3),
        "conceptKeywords": texts,
        "conceptKeywordsURI": links(),
        "CFItemTypeURI": links(),
    },
)
levels = objects(
    {},
    {
        **dict.fromkeys(("description", "quality", "feedback"), words),
        "score": numbers,
        "position": st.integers(-5, 5),
        "rubricCriterionId": identifiers,
        "extensions": st.lists(free, max_size=2),
    },
)
criteria = objects(
    {},
    {
        **dict.fromkeys(("category", "description"), words),
        "weight": numbers,
        "position": st.integers(-5, 5),
        "rubricId": identifiers,
        "CFItemURI": links(),
        "CFRubricCriterionLevels": st.lists(levels, max_size=2),
    },
)
rubrics = objects({}, {"title": words, "description": words, "CFRubricCriteria": st.lists(criteria, max_size=2)})
beside = st.fixed_dictionaries(
    {},
    optional={
        "CFRubrics": st.lists(rubrics, max_size=2),
        "CFDefinitions": st.fixed_dictionaries(
            {},
            optional={
                "CFConcepts": definitions("title", "hierarchyCode"),
                "CFSubjects": definitions("title", "hierarchyCode"),
                "CFLicenses": definitions("title", "licenseText"),
                "CFItemTypes": definitions("title", "description", "hierarchyCode"),
                "CFAssociationGroupings": definitions("title"),
                "extensions": free,
            },
        ),
        "extensions": free,
    },
)


def node(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an end of an association."""
    return {"title": "An end", "identifier": entry["identifier"], "uri": entry["uri"]}


@st.composite
def packages(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a legal CASE 1.1 package: a tree of up to five items, some with two parents, and links beside it."""
    document = draw(documents)
    held = draw(st.lists(items, max_size=5, unique_by=lambda one: str(one["identifier"])))
    outside = {"title": "", "identifier": draw(words.filter(str.strip)), "uri": "urn:x:elsewhere"}
    ends = [node(document), *map(node, held)]
    associations = [
        (ends[place], "isChildOf", ends[above])
        for place in range(1, len(ends))
        for above in draw(st.lists(st.integers(0, place - 1), max_size=2))
    ]
    anywhere = st.sampled_from([*ends, outside])
    associations += draw(st.lists(st.tuples(anywhere, st.sampled_from(TYPES), anywhere), max_size=4))
    told = {"notes": words, "sequenceNumber": st.integers(-(2**31), 2**31 - 1), "CFAssociationGroupingURI": links()}
    ids = draw(st.lists(identifiers, min_size=len(associations), max_size=len(associations), unique=True))
    return {
        "CFDocument": document,
        "CFItems": held,
        "CFAssociations": [
            {
                **draw(objects({}, told)),
                "identifier": identifier,
                "associationType": kind,
                "originNodeURI": origin,
                "destinationNodeURI": destination,
            }
            for identifier, (origin, kind, destination) in zip(ids, associations, strict=True)
        ],
        **draw(beside),
    }


def as_values(package: dict[str, Any]) -> dict[str, Any]:
    """Return a package so that two are equal where their JSON values are, 5 and 5.0 apart, order of entries aside."""
    lists = {name: package.get(name) or [] for name in ("CFItems", "CFAssociations")}
    texts_of = {name: sorted(json.dumps(one, sort_keys=True) for one in entries) for name, entries in lists.items()}
    return {**{name: json.dumps(one, sort_keys=True) for name, one in package.items()}, **texts_of}
