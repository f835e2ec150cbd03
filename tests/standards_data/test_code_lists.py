"""The shipped code lists hold together, count right and agree with files that nobody here wrote."""

import re
import uuid
from collections import Counter
from datetime import date

import pytest

from tests.standards_data.lists import FOLDER, LEAVES, coherence_map, ela_workbook, fold, leaves, load

KEYS = [path.stem for path in sorted(FOLDER.glob("*.json"))]
LOCAL_COUNTS = {
    "local-arts": 12,
    "local-career": 14,
    "local-cross-curricular": 12,
    "local-health-pe": 12,
    "local-social-studies": 16,
    "local-world-languages": 8,
}
OWNERS_LISTS = ["ccss-ela-9-12", "ccss-math-hs", "ngss-hs"]
TEXT_FIELDS = ["title", "subject", "owner", "publisher", "version", "language", "licence", "source", "notes"]
GRADES = {"9", "10", "11", "12"}
LITERACY = {"RH", "RST", "WHST"}


def test_every_list_is_here() -> None:
    """The three lists of codes and the six example lists are shipped, and nothing else."""
    assert sorted([*LOCAL_COUNTS, *OWNERS_LISTS]) == KEYS


def test_set_identifiers_are_unique() -> None:
    """Each list has its own lowercase UUIDv4."""
    identifiers = [load(key)["id"] for key in KEYS]

    assert len(set(identifiers)) == len(KEYS)
    assert [str(uuid.UUID(identifier, version=4)) for identifier in identifiers] == identifiers


def test_identifiers_of_standards_are_unique() -> None:
    """Identifiers derived from set and code never meet, within a list or between lists."""
    derived = Counter(
        uuid.uuid5(uuid.UUID(load(key)["id"]), item["code"]) for key in KEYS for item in load(key)["standards"]
    )

    assert [identifier for identifier, times in derived.items() if times > 1] == []


@pytest.mark.parametrize("key", KEYS)
def test_metadata_is_complete(key: str) -> None:
    """A list says what it is, whose it is, under which licence, where the wording is, and when it was verified."""
    found = load(key)

    assert found["key"] == key
    assert [field for field in TEXT_FIELDS if not str(found[field]).strip()] == []
    assert date.fromisoformat(found["verified_on"]) <= date.today()  # noqa: DTZ011 - a day, whatever the zone
    assert found["local"] is (key in LOCAL_COUNTS)
    assert found["title"].startswith("Example local standards:") is found["local"]


@pytest.mark.parametrize("key", KEYS)
def test_tree_holds_together(key: str) -> None:
    """Codes are unique, each parent comes before its children, and only standards are leaves."""
    items = load(key)["standards"]
    place = {item["code"]: index for index, item in enumerate(items)}
    parents = {item["parent"] for item in items if "parent" in item}

    assert len(place) == len(items)
    assert [i["code"] for i in items if "parent" in i and place.get(i["parent"], len(items)) >= place[i["code"]]] == []
    assert [i["code"] for i in items if (i["kind"] in LEAVES) is (i["code"] in parents)] == []


@pytest.mark.parametrize("key", KEYS)
def test_grades_reach_every_standard(key: str) -> None:
    """Each top item names high-school grades, so each standard inherits some."""
    items = load(key)["standards"]

    assert [item["code"] for item in items if "parent" not in item and "grades" not in item] == []
    assert [item["code"] for item in items if not set(item.get("grades", ["9"])) <= GRADES] == []


@pytest.mark.parametrize("key", KEYS)
def test_each_spelling_means_one_standard(key: str) -> None:
    """No two items share a spelling once case, punctuation and publishers' prefixes are folded away."""
    spellings = {
        (fold(name), item["code"])
        for item in load(key)["standards"]
        for name in [item["code"], *item.get("aliases", [])]
    }
    shared = Counter(name for name, _ in spellings)

    assert [name for name, times in shared.items() if times > 1] == []


@pytest.mark.parametrize("key", KEYS)
def test_labels_are_short_and_distinct(key: str) -> None:
    """A label has 3 to 10 words and differs from those beside it."""
    labels = Counter((item["parent"], item["label"].lower()) for item in leaves(key))

    assert {i["code"]: i["label"] for i in leaves(key) if not 3 <= len(i["label"].split()) <= 10} == {}
    assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize("key", KEYS)
def test_statements_only_where_the_wording_is_ours(key: str) -> None:
    """Example standards have a full sentence each; the owners' lists ship no wording at all."""
    with_statement = [item["code"] for item in load(key)["standards"] if "statement" in item]

    assert with_statement == ([item["code"] for item in leaves(key)] if key in LOCAL_COUNTS else [])
    assert [i["code"] for i in leaves(key) if not re.fullmatch(r"[A-Z][^.]+\.", i.get("statement", "None."))] == []


def test_counts_of_example_lists() -> None:
    """Each example list has the number of standards meant for it."""
    assert {key: len(leaves(key)) for key in LOCAL_COUNTS} == LOCAL_COUNTS


def test_counts_of_science() -> None:
    """NGSS has 71 performance expectations in high school, so many to a topic."""
    found = Counter(item["parent"].removeprefix("HS-") for item in leaves("ngss-hs"))

    assert dict(found) == {
        "PS1": 8,
        "PS2": 6,
        "PS3": 5,
        "PS4": 5,
        "LS1": 7,
        "LS2": 8,
        "LS3": 3,
        "LS4": 6,
        "ESS1": 6,
        "ESS2": 7,
        "ESS3": 6,
        "ETS1": 4,
    }
    assert not any(item["checked"] for item in leaves("ngss-hs"))


def test_counts_of_mathematics() -> None:
    """There are 156 high-school standards, 43 of them marked (+)."""
    found = leaves("ccss-math-hs")

    assert (len(found), sum(item.get("notes") == "(+)" for item in found)) == (156, 43)
    assert all(item["checked"] for item in found)


def test_counts_of_english() -> None:
    """82 standards of the main strands are checked; the 60 literacy standards are marked as not checked."""
    found = leaves("ccss-ela-9-12")
    by_strand = Counter(item["code"].split(".")[0] for item in found)

    assert by_strand == {"RL": 18, "RI": 20, "W": 20, "SL": 12, "L": 12, "RH": 20, "RST": 20, "WHST": 20}
    assert Counter(item["checked"] for item in found) == {True: 82, False: 60}
    assert {item["code"].split(".")[0] for item in found if not item["checked"]} == LITERACY


def test_mathematics_codes_are_the_coherence_maps() -> None:
    """Our standards, clusters and (+) marks are those of the coherence map, no more and no fewer."""
    official = {code: text for code, text in coherence_map("math").items() if re.match(r"[NAFGS]-", code)}
    standards = {code for code in official if re.search(r"\.\d+$", code)}
    clusters = {code for code in official if re.search(r"\.[A-Z]$", code)}
    plus = {code for code in standards if official[code].lstrip().startswith("(+)")}
    items = load("ccss-math-hs")["standards"]

    assert {fold(i["code"]) for i in leaves("ccss-math-hs")} == {fold(code) for code in standards}
    assert {fold(i["code"]) for i in items if i["kind"] == "Cluster"} == {fold(code) for code in clusters}
    assert {fold(i["code"]) for i in items if i.get("notes") == "(+)"} == {fold(code) for code in plus}


def test_main_strand_english_codes_are_the_workbooks() -> None:
    """Our codes of RL, RI, W, SL and L for grades 9-12 are the workbook's, no more and no fewer."""
    official = {code for code in ela_workbook() if re.fullmatch(r"[A-Z]+\.(9-10|11-12)\.\d+", code)}

    assert {item["code"] for item in leaves("ccss-ela-9-12") if item["checked"]} == official


def test_literacy_codes_are_the_coherence_maps() -> None:
    """The 60 codes that the workbook lacks occur in the coherence map, spelled the other way round."""
    official = {code for code in coherence_map("ela") if re.fullmatch(r"(9-10|11-12)\.(RH|RST|WHST)\.\d+", code)}

    assert {item["aliases"][1] for item in leaves("ccss-ela-9-12") if not item["checked"]} == official
