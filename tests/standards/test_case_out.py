"""Every set goes out as CASE 1.1: legal by the official schema, the same each time, and equal to what came in."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shared import shared_file
from tests.standards.case_files import item, link, package, write
from tests.standards.case_strategies import as_values, packages, words
from tests.standards.test_case_real_files import PACKAGES
from workbench.model import Standard, StandardLink, StandardSet
from workbench.standards import case_notes, load_shipped, read_case, shipped_keys, write_case

AT = "2026-11-25"
BASELINE = "case/opencase_round_trip_baseline.json"


@cache
def schema() -> jsonschema.protocols.Validator:
    """Return the validator that 1EdTech's own OpenAPI document of CASE 1.1 gives."""
    described = json.loads(shared_file("case/imscasev1p1_openapi3_v1p0.json").read_text(encoding="utf-8"))
    root = {"$ref": "#/components/schemas/CFPackageDType", "components": described["components"]}
    return jsonschema.Draft7Validator(root, format_checker=jsonschema.FormatChecker())


def faults(written: bytes) -> list[str]:
    """Return what the official schema says against a package."""
    return [f"{error.json_path}: {error.message}" for error in schema().iter_errors(json.loads(written))]


def objects_of(value: Any) -> list[dict[str, Any]]:
    """Return every object of a package that has an identifier."""
    if isinstance(value, list):
        return [found for one in value for found in objects_of(one)]
    if not isinstance(value, dict):
        return []
    own = [value] if "identifier" in value else []
    return [*own, *(found for one in value.values() for found in objects_of(one))]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(packages())
def test_a_legal_package_goes_out_equal(tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, Any]) -> None:
    """Whatever is legal comes back as JSON values, 5 and 5.0 told apart, strictly or not, and nothing is noted."""
    path = write(tmp_path_factory.mktemp("legal"), drawn)
    assert faults(path.read_bytes()) == []

    read, _ = read_case(path)

    for strict in (False, True):
        assert as_values(json.loads(write_case(read, at=AT, strict=strict))) == as_values(drawn)
        assert case_notes(read, at=AT, strict=strict) == ()


def test_the_baseline_of_another_program_goes_out_equal() -> None:
    """Japanese, nulls, weights: the package that says it is 1.1 comes back value for value, and its faults are told."""
    path = shared_file(BASELINE)

    read, _ = read_case(path)

    assert as_values(json.loads(write_case(read, at=AT))) == as_values(json.loads(path.read_text(encoding="utf-8")))
    (note,) = case_notes(read, at=AT)
    assert note.startswith("The package came as CASE 1.1 and goes out as it came, though 4")


def test_the_baseline_is_made_legal_on_demand() -> None:
    """Its illegal identifiers are replaced wherever they stand; the rubric still points at its item."""
    read, _ = read_case(shared_file(BASELINE))

    written = write_case(read, at=AT, strict=True)

    assert faults(written) == []
    made = json.loads(written)
    items = {one["identifier"]: one for one in made["CFItems"]}
    assert len(items) == 36
    criterion = made["CFRubrics"][0]["CFRubricCriteria"][0]
    assert items[criterion["CFItemURI"]["identifier"]]["fullStatement"] == criterion["CFItemURI"]["title"]
    assert criterion["rubricId"] == made["CFRubrics"][0]["identifier"]
    assert {one["extensions"]["workbench"]["identifier"] for one in items.values()} == {
        one.id for one in read.standards
    }
    children = [one for one in made["CFAssociations"] if one["destinationNodeURI"]["identifier"] in items]
    assert len(children) == 31
    assert all(one["originNodeURI"]["identifier"] in items for one in made["CFAssociations"])


@pytest.mark.parametrize("name", PACKAGES)
def test_every_real_package_goes_out_legal(name: str) -> None:
    """Packages of CASE 1.0 and older become 1.1 by the official schema, and hold as many entries as before."""
    read, _ = read_case(shared_file(name))

    written = write_case(read, at=AT, strict=True)

    assert faults(written) == []
    made = json.loads(written)
    assert len(made["CFItems"]) == PACKAGES[name][0]
    assert len(made["CFAssociations"]) == PACKAGES[name][1] - (name == "case/sb_math_content_spec.json")
    assert made["CFDocument"]["caseVersion"] == "1.1"


@pytest.mark.parametrize("key", shipped_keys())
def test_every_shipped_set_goes_out_legal_and_comes_back(key: str) -> None:
    """Sets without identifiers of CASE's are given addresses and a tree; codes, wording and places survive."""
    found = load_shipped(key)

    written = write_case(found, at=AT)

    assert faults(written) == []
    assert write_case(found, at=AT) == written


def test_a_shipped_set_is_read_again_as_the_same_tree(tmp_path: Path) -> None:
    """What we write, we read: same identifiers, codes, wording, grades, parents and order."""
    found = load_shipped("ngss-hs")
    path = tmp_path / "ngss.json"
    path.write_bytes(write_case(found, at=AT))

    read, report = read_case(path)

    def told(one: Standard) -> tuple[Any, ...]:
        return (one.id, one.parent_id, one.code, one.statement or one.name, one.label, one.kind, one.grades)

    assert {told(one) for one in read.standards} == {
        (one.id, one.parent_id, one.code, one.statement or one.name, one.label, one.kind, one.grades)
        for one in found.standards
    }
    assert (report.repaired, report.noted, report.left_out) == ((), (), ())
    assert read.title == found.title


def test_what_had_to_change_is_told() -> None:
    """A package of CASE 1.0 names its document with every item; 1.1 does not, and the notes say how often."""
    read, _ = read_case(shared_file("case/sb_math_g3_c1_ta.json"))

    notes = case_notes(read, at=AT)

    assert [note.partition(". For example: ")[0] for note in notes] == [
        "Repaired (175): links to the package's own document, which CASE 1.1 does not repeat",
        "Repaired (10): missing fields “description”, which CASE 1.1 asks for",
    ]
    assert notes[0].endswith("For example: CFDocument; CFItems[0]; CFItems[1].")


def test_faults_are_mended_and_nothing_of_them_is_lost(tmp_path: Path) -> None:
    """Old fields, odd types and values, ends outside the package: legal where CASE can say it, extensions where not."""
    items = [
        item("A", educationalLevel="09,10", notes=["no", "text"], acme="more", sequence=None),
        {"identifier": "B", "humanCodingScheme": "S.2", "uri": "no address", "lastChangeDateTime": "last year"},
    ]
    links = [
        link("is Child Of", "A", "doc", sequenceNumber="3"),
        link("isTaughtBefore", "A", "elsewhere 7", CFAssociationGroupingURI={"title": "G", "lost": "?"}),
        {"associationType": "precedes", "originNodeURI": "https://example.org/uri/A", "destinationNodeURI": "B"},
    ]
    definitions = {"CFItemTypes": [{"title": "T"}, "odd"], "CFMore": []}
    read, _ = read_case(write(tmp_path, package(items, links, CFDefinitions=definitions, CFRubrics=[{"weight": 1}, 2])))

    written = write_case(read, at=AT)

    assert faults(written) == []
    made = json.loads(written)
    by_code = {one["fullStatement"]: one for one in made["CFItems"]}
    first, second = by_code["Wording of A"], by_code["S.2"]
    assert first["educationLevel"] == ["09", "10"]
    assert first["extensions"]["workbench"] == {"notes": ["no", "text"], "acme": "more", "identifier": "A"}
    assert second["extensions"]["workbench"]["uri"] == "no address"
    assert second["uri"] == f"urn:uuid:{second['identifier']}"
    assert second["lastChangeDateTime"] == "2026-11-25T00:00:00Z"
    child, taught, before = made["CFAssociations"]
    assert (child["associationType"], child["sequenceNumber"]) == ("isChildOf", 3)
    assert child["destinationNodeURI"]["identifier"] == made["CFDocument"]["identifier"]
    assert taught["associationType"] == "ext:isTaughtBefore"
    assert taught["destinationNodeURI"]["identifier"] == "elsewhere 7"
    assert taught["destinationNodeURI"]["uri"] == "urn:x-standard:elsewhere%207"
    assert taught["extensions"]["workbench"]["CFAssociationGroupingURI"] == {"title": "G", "lost": "?"}
    assert before["destinationNodeURI"] == {"title": "S.2", "identifier": second["identifier"], "uri": second["uri"]}
    assert made["CFDefinitions"]["extensions"]["workbench"] == {"CFItemTypes": ["odd"], "CFMore": []}
    assert made["extensions"]["workbench"] == {"CFRubrics": [2]}


def test_an_identifier_in_another_spelling_stays_the_same_one(tmp_path: Path) -> None:
    """Capitals become small; a second standard that is only spelled apart gets an identifier of its own."""
    spelled = "9fd1b0a2-0c2b-4a0e-8d55-0b7d4bb51d1e"
    read, _ = read_case(write(tmp_path, package([item(spelled.upper()), item(spelled)], [])))

    made = json.loads(write_case(read, at=AT))

    found = [one["identifier"] for one in made["CFItems"]]
    assert found[0] == spelled
    assert len(set(found)) == 2


texts: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("code", "statement", "label", "kind", "notes"), words)
)


@settings(deadline=None, max_examples=60)
@given(st.lists(texts, max_size=4), words, st.dictionaries(words, words, max_size=2))
def test_any_set_goes_out_legal(fields: list[dict[str, Any]], about: str, extra: dict[str, str]) -> None:
    """A set from a table, with identifiers of its own kind and columns that CASE does not know."""
    standards = tuple(
        Standard(
            id=f"row {place}", parent_id=f"row {place - 1}" if place else "", grades=("9", about), extra=extra, **one
        )
        for place, one in enumerate(fields)
    )
    links = (StandardLink(id="l", type=about, origin_id="row 0", destination_id=about),)
    found = StandardSet(
        id="sheet", title=about, owner=about, source=about, standards=standards, links=links, extra=extra
    )

    written = write_case(found, at=AT)

    assert faults(written) == []
    made = json.loads(written)
    assert len(made["CFItems"]) == len(fields)
    assert len(made["CFAssociations"]) == len(fields) + 1
    assert all(one["extensions"]["workbench"].items() >= extra.items() for one in made["CFItems"])


def test_half_a_character_in_a_set_does_not_stop_it() -> None:
    """A file cannot hold half a character; the sign for what cannot be shown stands there instead."""
    found = replace(load_shipped("local-arts"), title="x\ud800y")

    assert json.loads(write_case(found, at=AT))["CFDocument"]["title"] == "x\N{REPLACEMENT CHARACTER}y"


def test_every_object_has_its_own_identifier() -> None:
    """Derived identifiers do not meet."""
    made = json.loads(write_case(load_shipped("ccss-math-hs"), at=AT))

    own = [one["identifier"] for name in ("CFItems", "CFAssociations") for one in made[name]]
    assert len(set(own)) == len(own) == 2 * len(load_shipped("ccss-math-hs").standards)
