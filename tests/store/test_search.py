"""Standards are found by code, by its beginning and by words, within what was asked for, and whatever is typed."""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.shared import shared_file
from tests.strategies import texts
from workbench.errors import UnknownName
from workbench.model import Found, Match, Standard, StandardSet
from workbench.store import Store, Wanted
from workbench.store.search import COUNTED, RANKED

MATH = StandardSet(
    id="math",
    title="Mathematics",
    subject="Mathematics",
    standards=(
        Standard(id="alg", code="A", label="Algebra", grades=("HS",), kind="Domain"),
        Standard(id="sse", code="HSA-SSE", label="Seeing structure", parent_id="alg", kind="Cluster"),
        Standard(id="sse1", code="CCSS.Math.Content.HSA-SSE.A.1", statement="Interpret expressions.", parent_id="sse"),
        Standard(id="sse2", code="CCSS.Math.Content.HSA-SSE.A.2", statement="Rewrite an expression.", parent_id="sse"),
        Standard(id="nbt", code="5.NBT.B.7", statement="Add decimals; interpret sums.", grades=("05",), sequence=1),
    ),
)
WORLD = StandardSet(
    id="world",
    title="World",
    subject="Languages; Music",
    standards=(
        Standard(id="fr", code="L1", statement="Écrire un résumé à l’école", grades=("3-5",), kind="Content Standard"),
        Standard(id="ja", code="L2", statement="学習者は日本語で物語を読む。ガラス", grades=("K",), aliases=("old 7",)),
        Standard(id="th", code="L3", statement="นักเรียนอ่านหนังสือ"),
        Standard(id="hi", code="L4", statement="विद्यार्थी हिन्दी पढ़ता है"),
        Standard(id="no", code="L5", statement="Øve på Ærlighet og Straße"),
    ),
)


@pytest.fixture
def shelf(store: Store) -> Store:
    """Return a store that holds both sets."""
    store.add_set(MATH)
    store.add_set(WORLD)
    return store


def ids(store: Store, query: str = "", **wanted: object) -> list[str]:
    """Return the ids of what is found, best first."""
    return [one.branch.standard.id for one in found(store, query, **wanted).hits]


def found(store: Store, query: str = "", **wanted: object) -> Found:
    """Return what is found."""
    return store.shelves.find(Wanted(query=query, **wanted))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    "query",
    [
        "HSA.SSE.A.1",
        "A-SSE.1",
        "CCSS.Math.Content.HSA-SSE.A.1",
        "hsa sse a 1",
        " a-sse.1 ",
        "HSASSEA1",
        "\uff28SA-sse.a.1",
    ],
)
def test_all_spellings_of_a_code_are_one(shelf: Store, query: str) -> None:
    """Case, points, publishers' prefixes, and the owners' shorter form."""
    first = found(shelf, query).hits[0]

    assert (first.branch.standard.id, first.match) == ("sse1", Match.CODE)


def test_an_exact_code_comes_before_codes_that_begin_so_before_words(shelf: Store) -> None:
    """Each says why it was found."""
    hits = found(shelf, "a").hits

    assert hits[0].match is Match.CODE
    assert hits[0].branch.standard.id == "alg"
    assert [one.match for one in hits] == sorted((one.match for one in hits), key=list(Match).index)
    assert ids(shelf, "hsa-sse") == ["sse", "sse1", "sse2"]
    assert ids(shelf, "old-7") == ["ja"]


def test_a_place_in_the_tree_comes_with_each(shelf: Store) -> None:
    """What is above, the top first; the hits of one place are a group, the best group first."""
    result = found(shelf, "interpret")

    assert [(one.branch.standard.id, [up.id for up in one.path]) for one in result.hits] == [
        ("sse1", ["alg", "sse"]),
        ("nbt", []),
    ]
    assert list(result.groups) == [("math", "sse"), ("math", "")]
    assert (result.total, result.more, result.count_words) == (2, False, "2 standards")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("expressions", ["sse1"]),
        ("express", ["sse1", "sse2"]),
        ("an expression", ["sse2"]),
        ("expression an", ["sse2"]),
        ("EXPRESSIONS interpret", ["sse1"]),
        ("interpret zebra", []),
        ("ecrire", ["fr"]),
        ("RÉSUMÉ ecole", ["fr"]),
        ("resume\u0301", ["fr"]),
        ("re\u0301sume\u0301", ["fr"]),
        ("日", ["ja"]),
        ("語", ["ja"]),
        ("学習", ["ja"]),
        ("習者は日本", ["ja"]),
        ("日本 物語", ["ja"]),
        ("日物", []),
        ("ｶﾞﾗｽ", ["ja"]),
        ("カラス", []),
        ("อ่าน", ["th"]),
        ("हिन्दी", ["hi"]),
        ("ove aerlighet", ["no"]),
        ("STRASSE", ["no"]),
        ("seeing structure", ["sse"]),
        ("nbt 7", ["nbt"]),
    ],
)
def test_words_are_found_in_any_writing(shelf: Store, query: str, expected: list[str]) -> None:
    """All words are there, the last as a beginning; case and diacritics folded; unspaced writing by any part of it."""
    assert ids(shelf, query) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["alg", "sse", "sse1", "sse2", "nbt", "fr", "ja", "th", "hi", "no"]),
        ({"set_ids": ("world",), "limit": 2}, ["fr", "ja"]),
        ({"set_ids": ("world", "math"), "query": "interpret"}, ["sse1", "nbt"]),
        ({"grades": ("5",)}, ["nbt", "fr"]),
        ({"grades": ("Kindergarten", "4")}, ["fr", "ja"]),
        ({"grades": ("10",)}, ["alg", "sse", "sse1", "sse2"]),
        ({"grades": ("13",)}, []),
        ({"grades": ("?",)}, []),
        ({"grades": ("10",), "query": "hsa"}, ["sse", "sse1", "sse2"]),
        ({"grades": ("1",), "query": "hsa"}, []),
        ({"grades": ("9-12",), "query": "interpret"}, ["sse1"]),
        ({"subject": "MUSIC"}, ["fr", "ja", "th", "hi", "no"]),
        ({"subject": "chess"}, []),
        ({"kind": "content standard"}, ["fr"]),
        ({"kind": "standard"}, []),
        ({"kind": "cluster", "query": "hs"}, ["sse"]),
        ({"leaves": True, "subject": "math"}, ["sse1", "sse2", "nbt"]),
        ({"leaves": True, "query": "hsa"}, ["sse1", "sse2"]),
        ({"limit": 0}, []),
    ],
)
def test_what_is_found_can_be_narrowed(shelf: Store, wanted: dict[str, object], expected: list[str]) -> None:
    """By set, grade (a span counts for each grade in it, a heading's for what is below), subject, kind, leaves."""
    assert ids(shelf, **wanted) == expected  # type: ignore[arg-type]  # fields by name


def test_a_set_that_is_not_here_is_told(shelf: Store) -> None:
    """Not taken for a set in which nothing fits."""
    with pytest.raises(UnknownName, match="no standard set “other”"):
        found(shelf, "a", set_ids=("other",))


TRICKS = [
    '"',
    "*",
    "a*",
    '"a" OR "b"',
    "NEAR(a b)",
    "a NEAR b",
    "-a",
    "words:a",
    "a AND",
    "(",
    "^a",
    "{words}:a",
    "'; DROP",
]


@pytest.mark.parametrize("query", TRICKS)
def test_the_language_of_the_index_is_only_words(shelf: Store, query: str) -> None:
    """Signs are ignored, and AND, OR and NEAR are looked for like any other word."""
    words = [word for word in "".join(sign if sign.isalnum() else " " for sign in query).casefold().split() if word]
    hits = found(shelf, query, set_ids=("math",)).hits

    assert words or not hits
    for one in hits:
        said = f"{one.branch.standard.code} {one.branch.standard.label} {one.branch.standard.statement}".casefold()
        assert one.match in (Match.CODE, Match.CODE_START) or all(word in said for word in words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(query=texts() | st.text(max_size=300), grade=st.text(max_size=5), kind=st.text(max_size=5))
def test_whatever_is_typed_is_answered(shelf: Store, query: str, grade: str, kind: str) -> None:
    """Any text at all, in any field."""
    result = found(shelf, query, grades=(grade,), kind=kind, subject=kind)

    assert len(result.hits) == min(result.total, 40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(statement=texts(min_size=1), code=texts())
def test_what_is_kept_is_found_by_its_own_words(tmp_path: Path, statement: str, code: str) -> None:
    """The statement as it stands, pasted into the search."""
    assume(any(sign.isalnum() for sign in statement[:200]))
    path = tmp_path / "words.workbench"
    path.unlink(missing_ok=True)
    one = StandardSet(id="s", title="S", standards=(Standard(id="1", code=code, statement=statement),))
    with Store.create(path) as store:
        store.add_set(one)
        assert ids(store, statement[:200]) == ["1"]


def state_sets() -> list[StandardSet]:
    """Return the 20 documents of real state standards, as sets."""
    with shared_file("scale/asn_state_standards_flat.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        StandardSet(
            id=name,
            title=name,
            standards=tuple(
                Standard(
                    id=row["identifier"],
                    parent_id=row["parent"],
                    code=row["statementNotation"],
                    statement=row["description"],
                    grades=tuple(row["educationLevel"].split("|")),
                )
                for row in rows
                if row["document"] == name
            ),
        )
        for name in dict.fromkeys(row["document"] for row in rows)
    ]


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store that holds the real state standards."""
    with Store.create(tmp_path_factory.mktemp("states") / "states.workbench") as store:
        for one in state_sets():
            store.add_set(one)
        yield store


def test_every_real_standard_is_found_by_its_code_and_the_index_is_sound(states: Store) -> None:
    """13,947 standards of 20 documents; 3,728 have a code."""
    sets = state_sets()

    coded = [(one.id, each) for one in sets for each in one.standards if each.code]
    assert len(coded) == 13_947 - 10_219
    for set_id, each in coded[::7]:
        hits = found(states, each.code, set_ids=(set_id,), limit=COUNTED).hits
        assert each.id in {hit.branch.standard.id for hit in hits if hit.match is Match.CODE}
    with closing(sqlite3.connect(states.path)) as raw:
        raw.execute("INSERT INTO standard_words (standard_words) VALUES ('integrity-check')")
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("query", ["photosynthesis", "fractions", "poetry", "civil war", "the", "s", "multipl"])
def test_the_count_is_that_of_reading_everything(states: Store, query: str) -> None:
    """Counted in the real file by other means: words at their start, all of them, in plain English text."""
    expected = 0
    for each in (each for held in state_sets() for each in held.standards):
        said = "".join(sign if sign.isalnum() else " " for sign in f"{each.code} {each.statement}".casefold()).split()
        *whole, last = query.split()
        by_word = all(word in said for word in whole) and any(word.startswith(last) for word in said)
        by_code = "".join(sign for sign in each.code if sign.isalnum()).casefold().startswith(query.replace(" ", ""))
        expected += by_word or by_code

    result = found(states, query)

    assert (result.total, result.more) == (min(expected, COUNTED), expected > COUNTED)


def test_few_are_ranked_and_many_are_in_the_order_of_the_tree(store: Store) -> None:
    """Words side by side come before the same words apart, short texts before long ones; above 200 nothing is moved."""
    ranked = ["a map of the river and a scale", "scale the river in a map", "river map", "draw a river map of the town"]
    many = [f"number {'very ' * (one % 3)}{one}" for one in range(RANKED + 50)]
    standards = tuple(Standard(id=str(place), statement=text) for place, text in enumerate([*ranked, *many]))
    store.add_set(StandardSet(id="s", title="S", standards=standards))

    assert ids(store, "river map") == ["2", "3", "1", "0"]
    assert ids(store, "number", limit=400) == [str(place) for place in range(4, RANKED + 54)]
