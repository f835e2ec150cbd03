"""Every CASE file that we have and nobody here wrote comes in whole."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.shared import shared_file
from tests.standards.case_files import in_order
from workbench.errors import BadFile
from workbench.standards import Fate, read_case
from workbench.standards.case_out import package_as_read

PACKAGES = {
    "case/opencase_round_trip_baseline.json": (36, 36),
    "case/sb_dok_levels.json": (15, 15),
    "case/sb_hs_math_c1_th.json": (86, 126),
    "case/sb_math_content_spec.json": (585, 3368),
    "case/sb_math_g3_c1_ta.json": (73, 101),
    "case/sb_math_g3_c1_th.json": (48, 67),
    "opensalt/AdoptedTestFramework.json": (1, 1),
    "opensalt/MarkdownFramework.json": (2, 2),
    "opensalt/Ordering.json": (28, 28),
    "opensalt/SequenceNumberFramework.json": (2, 2),
    "opensalt/SmartLevelFramework.json": (14, 14),
    "opensalt/Utf8TestFramework.json": (1, 1),
    "opensalt/case_cfpackage_20c5134f.json": (16, 39),
}
"""The packages among the real files, each with its number of items and of associations."""

SPEC = "case/sb_math_content_spec.json"


@pytest.mark.parametrize("name", PACKAGES)
def test_the_account_balances(name: str) -> None:
    """What was read was kept or left out, and the numbers are those of the file."""
    _, report = read_case(shared_file(name))

    read = {tally.reason: tally.count for tally in report.read}
    assert (read["standards"], read["associations"]) == PACKAGES[name]
    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)


@pytest.mark.parametrize("name", PACKAGES)
def test_the_package_can_be_told_again_from_the_set(name: str) -> None:
    """Every value of the file is in the set: only exact copies of an association are gone."""
    path = shared_file(name)
    written = json.loads(path.read_text(encoding="utf-8"))

    read, report = read_case(path)

    once = {json.dumps(entry, sort_keys=True): entry for entry in written["CFAssociations"]}
    assert len(written["CFAssociations"]) - len(once) == report.count(Fate.LEFT_OUT)
    expected = {
        **written,
        "CFItems": in_order(written["CFItems"]),
        "CFAssociations": in_order(list(once.values())),
    }
    told = package_as_read(read)
    assert {**told, **{name: in_order(told[name]) for name in ("CFItems", "CFAssociations")}} == expected


def test_the_content_specification_comes_in_whole() -> None:
    """585 standards, 570 of them under a parent, 15 at the top by fault; one exact copy left out."""
    read, report = read_case(shared_file(SPEC))

    assert len(read.standards) == 585
    assert sum("isChildOf" in one.extra for one in read.standards) == 570
    assert len(read.links) == 3368 - 570 - 1
    noted = {tally.reason: tally.count for tally in report.noted}
    assert noted == {
        "associations with an end outside the package, kept as references": 2004,
        "standards without a parent, put at the top": 15,
        "associations that repeat an earlier one under another identifier": 1,
    }
    assert [tally.examples for tally in report.left_out] == [
        ("CFAssociations[135] (ae3aae37-b13c-494b-b8a1-a6f5962bef91)",)
    ]


def test_its_tree_is_five_levels_deep_and_reaches_everything() -> None:
    """Following children from the top meets every standard once."""
    read, _ = read_case(shared_file(SPEC))

    levels = [read.children[""]]
    while below := tuple(child for one in levels[-1] for child in read.children.get(one.id, ())):
        levels.append(below)
    assert len(levels) == 5
    assert sum(len(level) for level in levels) == 585


def test_its_fields_are_ours() -> None:
    """Code, wording, type and grades of one item, read by hand in the file."""
    read, _ = read_case(shared_file(SPEC))

    found = next(one for one in read.standards if one.code == "M.G3.C4.TC")

    assert (found.id, found.kind, found.label) == ("bd69f158-6196-51a8-bc2d-b5b542d18aa4", "Target", "Target C")
    assert found.grades == ("3",)
    assert found.extra["CFItem"]["educationLevel"] == ["03"]


def test_rubrics_and_definitions_are_kept_whole() -> None:
    """A package with rubrics keeps them beside the standards, Japanese and nulls included."""
    path = shared_file("case/opencase_round_trip_baseline.json")
    written = json.loads(path.read_text(encoding="utf-8"))

    read, report = read_case(path)

    assert read.extra["CFRubrics"] == written["CFRubrics"]
    assert read.extra["CFDefinitions"] == written["CFDefinitions"]
    assert {"rubrics", "definitions"} <= {tally.reason for tally in report.read}


def test_a_package_older_than_the_standard_is_read() -> None:
    """Grades under "educationalLevel", numbers as text and addresses as text are understood and reported."""
    read, report = read_case(shared_file("opensalt/case_cfpackage_20c5134f.json"))

    assert {one.grades for one in read.standards} == {("6",), ("7",)}
    assert {tally.reason: tally.count for tally in report.repaired} == {
        "grades written as before CASE 1.0": 16,
        "sequence numbers written as text": 2,
    }


def test_siblings_follow_their_sequence_numbers() -> None:
    """Another editor's test package numbers the item with the lower code 2, so it comes second."""
    read, _ = read_case(shared_file("opensalt/SequenceNumberFramework.json"))

    assert [(one.code, one.sequence) for one in read.standards] == [("SNT.2", 1), ("SNT.1", 2)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("case/sb_all_cfdocuments.json", "holds 14 documents, no CASE package: export one package"),
        ("case/imscasev1p1_openapi3_v1p0.json", "holds something else, no CASE package"),
        ("case/001_framework.csv", "is no JSON file"),
        ("opensalt/ccsso_ela_item_old.csv", "is not written in UTF-8: line 26, byte 139"),
        ("opensalt/ccsso_ela.xlsx", "is a workbook or an archive, no JSON file"),
    ],
)
def test_what_is_no_package_is_told_apart(name: str, sentence: str) -> None:
    """A wrong file is refused with what it holds and what to do."""
    with pytest.raises(BadFile, match=sentence):
        read_case(shared_file(name))


def test_conversion_takes_no_longer_than_the_parse_times_eight() -> None:
    """The 585 standards are converted in a small multiple of what ``json.load`` alone takes."""
    path: Path = shared_file(SPEC)
    floor = min(_seconds(lambda: json.loads(path.read_text(encoding="utf-8"))) for _ in range(3))

    ours = min(_seconds(lambda: read_case(path)) for _ in range(3))

    assert ours < floor * 8


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
