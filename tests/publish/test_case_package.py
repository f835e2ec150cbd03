"""The CASE package is valid, complete, the same twice, and comes back as it went out."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from tests.publish.small_district import IDS, SET_ID, framework, publication, standards
from tests.shared import shared_file
from tests.strategies import frameworks
from workbench.model import Edition, Framework, Table, Thing, standard_id
from workbench.publish.case_names import LEGAL, identifiers
from workbench.publish.case_package import case_bytes, case_package, left_out
from workbench.standards import Fate, read_case

KINDS = ("competency", "indicator", "target", "habit")
"""The kinds that are items."""


@cache
def schema() -> jsonschema.protocols.Validator:
    """Return the validator that 1EdTech's own OpenAPI document of CASE 1.1 gives."""
    described = json.loads(shared_file("case/imscasev1p1_openapi3_v1p0.json").read_text(encoding="utf-8"))
    root = {"$ref": "#/components/schemas/CFPackageDType", "components": described["components"]}
    return jsonschema.Draft7Validator(root, format_checker=jsonschema.FormatChecker())


def objects(value: Any) -> list[dict[str, Any]]:
    """Return every object of a package but the extensions."""
    if isinstance(value, list):
        return [found for one in value for found in objects(one)]
    if not isinstance(value, dict):
        return []
    return [value, *(found for name, one in value.items() if name != "extensions" for found in objects(one))]


def written(folder: Path, given: Framework | None = None) -> Path:
    """Return the file of a publication."""
    path = folder / "framework.case.json"
    path.write_bytes(case_bytes(publication(given)))
    return path


def test_it_is_valid_case() -> None:
    """The small district has no fault by the official schema, and every part of it is used."""
    package = case_package(publication())

    assert [error.message for error in schema().iter_errors(package)] == []
    assert all(package[part] for part in ("CFItems", "CFAssociations", "CFRubrics"))
    assert package["CFDocument"]["caseVersion"] == "1.1"


def test_the_schema_finds_faults() -> None:
    """The validator that the tests use refuses what is wrong, so that its silence means something."""
    package = case_package(publication())
    package["CFItems"][0]["colour"] = "red"
    package["CFItems"][1]["identifier"] = "not a UUID"
    del package["CFRubrics"][0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"][0]["uri"]

    assert len(list(schema().iter_errors(package))) == 3


def test_the_tree_is_ours() -> None:
    """Competencies and habits hang on the document, indicators and targets on what they belong to, in order."""
    package = case_package(publication())
    tree = [one for one in package["CFAssociations"] if one["associationType"] == "isChildOf"]
    ends = {
        one["originNodeURI"]["identifier"]: (one["destinationNodeURI"]["identifier"], one["sequenceNumber"])
        for one in tree
    }

    document = package["CFDocument"]["identifier"]
    assert ends == {
        IDS["competency"]: (document, 1),
        IDS["habit"]: (document, 2),
        IDS["indicator"]: (IDS["competency"], 1),
        IDS["second"]: (IDS["competency"], 2),
        IDS["target"]: (IDS["indicator"], 1),
    }


def test_an_indicator_is_an_item_with_all_its_fields() -> None:
    """What CASE has a name for stands under it, the rest under ours in the extensions."""
    package = case_package(publication())
    (found,) = [one for one in package["CFItems"] if one["identifier"] == IDS["indicator"]]

    assert (found["humanCodingScheme"], found["abbreviatedStatement"]) == ("SC.1", "Build")
    assert (found["CFItemType"], found["educationLevel"]) == ("Performance indicator", ["09", "10"])
    assert found["subject"] == ["Science"]
    assert found["extensions"]["workbench"] == {"grade_band": "9-10", "dok": 3, "bloom": "create"}


def test_an_alignment_says_how_much_of_the_standard_is_met() -> None:
    """Strength and reason can be read by people and by programs; the standard keeps its owner's identifier."""
    package = case_package(publication())
    (found,) = [one for one in package["CFAssociations"] if one["identifier"] == IDS["alignment"]]

    assert found["associationType"] == "isRelatedTo"
    assert found["notes"] == "Meets the standard in part. Models of cells"
    assert found["extensions"]["workbench"]["strength"] == "partial"
    assert found["destinationNodeURI"]["identifier"] == standard_id(SET_ID, "LS1-2")
    assert found["destinationNodeURI"]["title"] == "LS1-2"


def test_what_an_indicator_builds_on_precedes_it() -> None:
    """A prerequisite is an association of CASE's own kind."""
    package = case_package(publication())
    (found,) = [one for one in package["CFAssociations"] if one["associationType"] == "precedes"]

    assert (found["originNodeURI"]["identifier"], found["destinationNodeURI"]["identifier"]) == (
        IDS["indicator"],
        IDS["second"],
    )


def test_criteria_are_rubrics() -> None:
    """One rubric a competency and one for the habits; a criterion links to its item, a level has name and score."""
    first, second = case_package(publication())["CFRubrics"]
    (criterion,) = first["CFRubricCriteria"]

    assert (first["title"], second["title"]) == ("Scoring criteria: Modelling", "Scoring criteria: habits of work")
    assert (criterion["identifier"], criterion["description"]) == (IDS["criterion"], "Accuracy")
    assert criterion["CFItemURI"]["identifier"] == IDS["indicator"]
    assert [
        (level["quality"], level["score"], level["position"], level["description"])
        for level in criterion["CFRubricCriterionLevels"]
    ] == [
        ("Beginning", 1, 1, "Names parts"),
        ("Developing", 2, 2, "Links parts"),
        ("Proficient", 3, 3, "Explains links"),
        ("Advanced", 4, 4, "Predicts"),
    ]
    assert [level.get("description") for level in second["CFRubricCriteria"][0]["CFRubricCriterionLevels"]] == [
        None, None, "Hands in on time", None
    ]  # fmt: skip


def test_what_case_cannot_hold_is_counted_and_said() -> None:
    """The document's notes name every kind that stayed behind."""
    assert left_out(publication()) == (
        ("design question", 1), ("belief", 1), ("practice", 1), ("portrait attribute", 1), ("verification rule", 1),
        ("assessment", 1), ("assessment item", 1), ("learning experience", 1), ("unit", 1), ("support", 1),
        ("pathway", 1), ("part of a pathway", 1), ("alignment of these", 1), ("priority standard", 1),
        ("translation", 1), ("finding", 1),
    )  # fmt: skip
    notes = case_package(publication())["CFDocument"]["notes"]
    assert notes.startswith(
        "DRAFT, 1 finding. Not in this file, for CASE has no place for it: 1 design question, 1 belief"
    )


def test_an_edition_is_adopted() -> None:
    """The document's status, version and date are the edition's."""
    edition = Edition(
        number=2,
        title="",
        vote="7 to 1",
        effective="2027-28",
        adopted_on="2026-11-20",
        revision=7,
        sha256="ab",
        content=b"",
    )
    document = case_package(replace(publication(), edition=edition))["CFDocument"]

    assert (document["adoptionStatus"], document["version"]) == ("Adopted", "Edition 2")
    assert document["statusStartDate"] == "2026-11-20"


def test_the_same_publication_gives_the_same_bytes() -> None:
    """Nothing of the clock or of chance; the time of every object is the publication's day."""
    first = case_bytes(publication())

    assert case_bytes(publication()) == first
    times = {one["lastChangeDateTime"] for one in objects(json.loads(first)) if "lastChangeDateTime" in one}
    assert times == {"2026-11-23T00:00:00Z"}


def test_identifiers_that_a_file_brought_go_out_with_it() -> None:
    """A legal one is the item's identifier; another stands in the extensions; of two the same the first counts."""
    given = framework()
    own = "6e3f7c9a-0000-1000-8000-00805f9b34fb"
    competency = replace(given.competencies[IDS["competency"]], source_id=own)
    indicator = replace(given.indicators[IDS["indicator"]], source_id="urn:not:a:uuid")
    second = replace(given.indicators[IDS["second"]], source_id=own)
    changed = replace(given, competencies=Table([competency]), indicators=Table([indicator, second]))

    items = {
        one["abbreviatedStatement"]: one
        for one in case_package(publication(changed))["CFItems"]
        if "abbreviatedStatement" in one
    }

    assert items["Modelling"]["identifier"] == own
    assert items["Modelling"]["extensions"]["workbench"]["id"] == IDS["competency"]
    assert items["Build"]["identifier"] == IDS["indicator"]
    assert items["Build"]["extensions"]["workbench"]["source_id"] == "urn:not:a:uuid"
    named = identifiers([competency, second])
    assert named[IDS["second"]] == IDS["second"]


def test_addresses_begin_as_a_service_asks() -> None:
    """Without a service they are names; with one they lead to it."""
    base = "https://schools.example/ims/case/v1p1/"

    plain = {one["uri"] for one in objects(case_package(publication())) if "uri" in one}
    served = case_package(publication(), base=base)

    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", uri) for uri in plain)
    assert served["CFItems"][0]["uri"] == f"{base}CFItems/{IDS['competency']}"
    assert list(schema().iter_errors(served)) == []


def test_a_standard_that_came_as_case_keeps_its_address() -> None:
    """An alignment to another system's item points where that system does."""
    held = standards()
    first = held.standards[2]
    came = replace(first, extra={"CFItem": {"uri": "https://state.example/CFItems/x"}})
    package = replace(held, standards=(*held.standards[:2], came), extra={"CFDocument": {}})

    built = case_package(replace(publication(), sets={SET_ID: package}))

    (found,) = [one for one in built["CFAssociations"] if one["identifier"] == IDS["alignment"]]
    assert found["destinationNodeURI"]["uri"] == "https://state.example/CFItems/x"
    assert found["destinationNodeURI"]["targetType"] == "CASE"


def test_half_a_character_is_replaced_and_said() -> None:
    """A file in UTF-8 cannot hold it; the notes say that it was replaced."""
    given = framework()
    habit = replace(given.habits[IDS["habit"]], statement="Keeps \ud800 trying", code="\udfff")

    package = json.loads(case_bytes(publication(replace(given, habits=Table([habit])))))

    assert any(one["fullStatement"] == "Keeps � trying" for one in package["CFItems"])
    assert package["CFDocument"]["notes"].endswith("Characters that no file can hold are shown as �.")


@pytest.mark.parametrize("base", ["", "https://schools.example/case"])
@settings(max_examples=60)
@given(drawn=frameworks(max_things=14))
def test_any_framework_is_valid_case(drawn: Framework, base: str) -> None:
    """Whatever people paste, the package has no fault by the official schema, and no identifier stands twice."""
    package = case_package(publication(drawn), base=base)

    assert [error.message for error in schema().iter_errors(package)] == []
    assert all(LEGAL.fullmatch(one["identifier"]) for one in objects(package) if "lastChangeDateTime" in one)
    for part in ("CFItems", "CFAssociations", "CFRubrics"):
        found = [one["identifier"] for one in package[part]]
        assert len(set(found)) == len(found)


@settings(max_examples=60)
@given(drawn=frameworks(kinds=(*KINDS, "criterion", "scale", "alignment", "belief"), max_things=14))
def test_any_framework_comes_back(drawn: Framework, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Our own importer reads every item with its code, wording, place and order; nothing is left out or repaired."""
    read, report = read_case(written(tmp_path_factory.mktemp("case"), drawn))
    things: list[Thing] = [thing for kind in KINDS for thing in drawn.table(kind).ordered()]
    names = identifiers(things)

    assert report.count(Fate.LEFT_OUT) == report.count(Fate.REPAIRED) == 0
    assert len(read.standards) == len(things)
    for thing in things:
        found = read.by_id[names[thing.id]]
        statement = getattr(thing, "statement", "") or thing.name
        assert (found.code, found.statement) == (thing.code, statement)
        assert found.parent_id == names.get(thing.owner_id, "")
        assert found.sequence == _place(drawn, thing)


def _place(drawn: Framework, thing: Thing) -> int:
    """Return a thing's place among what has its parent, from 1."""
    beside = [one.id for kind in KINDS for one in drawn.table(kind).ordered() if one.owner_id == thing.owner_id]
    return beside.index(thing.id) + 1
