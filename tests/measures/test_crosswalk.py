"""The association table: every alignment and every link of a set has its row, and filters mean what they say."""

from dataclasses import replace

import pytest
from hypothesis import given

from tests.publish.small_district import IDS, SET_ID, framework, standards
from tests.strategies import frameworks
from workbench.measures.crosswalk import CrosswalkRow, Only, areas_of, crosswalk
from workbench.model import Framework, StandardLink, StandardSet, standard_id

CELLS, STRUCTURE, SYSTEMS = (standard_id(SET_ID, code) for code in ("LS1", "LS1-1", "LS1-2"))


def linked() -> StandardSet:
    """Return the small set with a link inside it and one that leads out of it."""
    out = {"destinationNodeURI": {"title": "HS-LS1-2", "identifier": "elsewhere", "uri": "https://example.org/1"}}
    return replace(
        standards(),
        version="2",
        links=(
            StandardLink(id="a", type="precedes", origin_id=STRUCTURE, destination_id=SYSTEMS),
            StandardLink(id="b", type="exactMatchOf", origin_id=SYSTEMS, destination_id="elsewhere", extra=out),
        ),
    )


def rows(only: Only | None = None) -> list[CrosswalkRow]:
    """Return the rows of the small district."""
    return list(crosswalk(framework(), {SET_ID: linked()}, only))


def codes(found: list[CrosswalkRow]) -> list[tuple[str, str, str]]:
    """Return who, how and what of each row."""
    return [(row.from_code, row.relation, row.to_code or row.to_text) for row in found]


def test_alignments_come_first_then_the_links_of_the_set() -> None:
    """Two of ours meet one standard, the set brings two links, one of which leads out of it."""
    found = rows()

    assert codes(found) == [
        ("SC.1", "partial", "LS1-2"),
        ("BIO", "full", "LS1-2"),
        ("LS1-1", "precedes", "LS1-2"),
        ("LS1-2", "exactMatchOf", "HS-LS1-2"),
    ]
    assert found[0] == CrosswalkRow(
        kind="indicator", areas=("Science",), from_code="SC.1", from_text="Build", relation="partial",
        to_set="State science", version="2", to_code="LS1-2", to_text="Systems of a body",
        rationale="Models of cells", from_id=IDS["indicator"], to_id=SYSTEMS,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Only(kinds=("experience",)), [("BIO", "full", "LS1-2")]),
        (Only(strengths=("partial",)), [("SC.1", "partial", "LS1-2")]),
        (Only(areas=(" science",)), [("SC.1", "partial", "LS1-2"), ("BIO", "full", "LS1-2")]),
        (Only(areas=("History",)), []),
        (Only(sets=("another",)), []),
    ],
)
def test_filters_narrow_the_alignments(only: Only, expected: list[tuple[str, str, str]]) -> None:
    """A filter that asks about ours leaves the links between standards out."""
    assert codes(rows(only)) == expected


def test_ours_without_an_alignment() -> None:
    """The second indicator meets nothing; assessment and pathway meet what their indicator and course do."""
    assert codes(rows(Only(unaligned="ours"))) == [("SC.2", "", "")]


def test_ours_without_a_full_alignment() -> None:
    """Filters narrow first: what meets a standard only in part counts as a gap among the full ones."""
    assert codes(rows(Only(unaligned="ours", strengths=("full",), kinds=("indicator",)))) == [
        ("SC.1", "", ""),
        ("SC.2", "", ""),
    ]


def test_standards_without_an_alignment() -> None:
    """Only what can be met is a gap: the heading is none."""
    assert codes(rows(Only(unaligned="theirs"))) == [("", "", "LS1-1")]


def test_an_alignment_to_a_set_that_is_not_here_keeps_its_row() -> None:
    """It is shown by its identifiers."""
    found = list(crosswalk(framework(), {}))

    assert [(row.to_set, row.to_id, row.to_text) for row in found] == [(SET_ID, SYSTEMS, "")] * 2


def test_a_link_into_another_set_names_that_set() -> None:
    """The standard that a link leads to is looked up in all sets of the project."""
    other = StandardSet(
        id="o", title="Other", version="9", standards=(replace(standards().standards[0], id="elsewhere"),)
    )

    found = list(crosswalk(Framework(), {SET_ID: linked(), "o": other}))

    assert [(row.to_set, row.version, row.to_code) for row in found][1] == ("Other", "9", "LS1")


def test_a_pathway_has_the_areas_of_its_courses() -> None:
    """The course assesses an indicator of science."""
    given_framework = framework()

    assert areas_of(given_framework, given_framework.pathways[IDS["pathway"]]) == ("Science",)


@given(frameworks(kinds=("competency", "indicator", "experience", "assessment", "pathway", "part", "alignment")))
def test_no_alignment_is_lost(drawn: Framework) -> None:
    """Whatever the framework, each alignment has one row, and gaps have none in common with what is aligned."""
    found = list(crosswalk(drawn, {}))
    gaps = {row.from_id for row in crosswalk(drawn, {}, Only(unaligned="ours"))}

    assert len(found) == len(drawn.alignments)
    assert not gaps & {row.from_id for row in found}
