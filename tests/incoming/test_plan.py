"""From rows to things: what is recognised, what becomes of each cell, what stays as it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.incoming.clipboards import PROGRAMS, tabs
from tests.strategies import frameworks
from workbench.incoming import LEFT_OUT, Existing, Plan, plan, propose, read_clipboard, with_choice
from workbench.incoming.block import block_of
from workbench.incoming.reading import PASTED
from workbench.model import Framework, Thing, apply
from workbench.project import Project, create_project
from workbench.publish.workbook_sheets import framework_sheets
from workbench.testing import framework_of

SMALL = """
competencies:
  - {id: c1, code: SC.1, title: Investigate, area: Science}
indicators:
  - {id: i1, code: SC.1a, competency_id: c1, statement: Plan an investigation., dok: 3}
scales:
  - {id: s1, title: Four levels, levels: {"1": Beginning, "2": Developing, "3": Proficient, "4": Distinguished}}
"""


def minter() -> Callable[[], str]:
    """Return what mints n0, n1 ..."""
    count = itertools.count()
    return lambda: f"n{next(count)}"


def pasted(text: str, framework: Framework | None = None, kind: str = "") -> Plan:
    """Return the plan for text from the clipboard as it is proposed."""
    into = framework or Framework()
    block = read_clipboard(text)
    return plan(into, [(block, propose(into, block, kind))], minter())


def told(found: Plan) -> list[tuple[str, str, str]]:
    """Return kind, code and name of what is new, in the order of the rows."""
    return [(one.thing.kind, one.thing.code, one.thing.name) for one in found.things if one.what == "new"]


def test_indicators_follow_the_competency_in_their_row_or_in_the_last_that_named_one() -> None:
    """As people leave a cell empty that would say the same again."""
    found = pasted("Competency\tIndicator\tDOK\nInvestigate\tPlan\tDOK 3\n\tConclude\t2\nModel\tBuild\t")

    assert told(found) == [
        ("competency", "", "Investigate"), ("indicator", "", "Plan"), ("indicator", "", "Conclude"),
        ("competency", "", "Model"), ("indicator", "", "Build"),
    ]  # fmt: skip
    made = apply(Framework(), found.changes)
    assert [[one.dok for one in made.indicators_of(owner)] for owner in made.competencies] == [[3, 2], [None]]


@pytest.mark.parametrize("head", ["Code\tStatement\n", ""])
def test_codes_that_stand_under_each_other_tell_competencies_from_indicators(head: str) -> None:
    """With headings and without."""
    found = pasted(
        f"{head}SC.1\tInvestigate\nSC.1a\tPlan\nSC.1b\tConclude\nSC.10\tExplain\nSC.10.a\tArgue", kind="indicator"
    )

    assert told(found) == [
        ("competency", "SC.1", "Investigate"), ("indicator", "SC.1a", "Plan"), ("indicator", "SC.1b", "Conclude"),
        ("competency", "SC.10", "Explain"), ("indicator", "SC.10.a", "Argue"),
    ]  # fmt: skip


def test_a_row_with_one_cell_is_a_heading_of_those_below() -> None:
    """The area of competencies; the owner of what has one."""
    areas = pasted("Code\tCompetency\nScience\t\nSC.1\tInvestigate\nArts\t\nAR.1\tMake\nAR.2\tShow")
    owned = pasted("Belief\nx", None, "belief")
    practices = pasted("Practice\tWho\nEveryone belongs\t\nAdvisers\tAna\nTime\tBo", kind="practice")

    assert [(one.thing.code, getattr(one.thing, "area", "")) for one in areas.things] == [
        ("SC.1", "Science"), ("AR.1", "Arts"), ("AR.2", "Arts"),
    ]  # fmt: skip
    assert told(owned) == [("belief", "", "x")]
    assert told(practices) == [
        ("belief", "", "Everyone belongs"),
        ("practice", "", "Advisers"),
        ("practice", "", "Time"),
    ]


def test_criteria_come_with_a_descriptor_for_each_level_and_the_scale_that_is_here() -> None:
    """Under the indicator that the row names by its code."""
    framework = framework_of(SMALL)
    found = pasted("Indicator\tElement\tBeginning\t2\tLevel 3\tDistinguished\nSC.1a\tVariables\ta\tb\tc\td", framework)

    (criterion,) = apply(framework, found.changes).criteria.ordered()
    assert (criterion.subject_id, criterion.scale_id) == ("i1", "s1")
    assert dict(criterion.descriptors) == {"1": "a", "2": "b", "3": "c", "4": "d"}


def test_a_code_that_is_here_updates_or_is_added_as_one_chooses() -> None:
    """An empty cell leaves the field as it is."""
    framework = framework_of(SMALL)
    block = read_clipboard("Code\tIndicator\tDOK\nSC.1a\tPlan and test.\t\nSC.1b\tConclude.\t2")
    reading = propose(framework, block, "indicator")
    updated = plan(framework, [(block, reading)], minter())
    added = plan(framework, [(block, replace(reading, existing=Existing.ADD))], minter())

    indicator = apply(framework, updated.changes).indicators["i1"]
    assert (indicator.statement, indicator.dok) == ("Plan and test.", 3)
    assert (updated.count("changed"), updated.count("new")) == (1, 1)
    assert (added.count("changed"), added.count("new")) == (0, 2)
    assert apply(framework, added.changes).indicators["i1"] == framework.indicators["i1"]


def test_a_column_that_nobody_knows_waits_for_a_decision() -> None:
    """Left out by a person, or given a meaning."""
    framework = Framework()
    block = read_clipboard("Belief\tFlavor\nEveryone belongs\tsweet")
    reading = propose(framework, block)
    left = with_choice(framework, block, reading, "1", LEFT_OUT)
    taken = with_choice(framework, block, reading, "1", "belief.explanation")

    assert [one.head for one in reading.undecided] == ["Flavor"]
    assert plan(framework, [(block, left)], minter()).fates.left_out == 1
    (belief,) = apply(framework, plan(framework, [(block, taken)], minter()).changes).beliefs.ordered()
    assert belief.explanation == "sweet"


def test_a_person_says_whether_the_first_row_holds_headings() -> None:
    """What was left out by hand stays left out."""
    framework = Framework()
    block = read_clipboard("Code\tStatement\tFlavor\nB1\tWe listen\tsweet")
    left = with_choice(framework, block, propose(framework, block, "belief"), "2", LEFT_OUT)
    plain = with_choice(framework, block, left, "header", "")

    assert (left.header, plain.header) == (True, False)
    assert plain.columns[2].means == LEFT_OUT
    assert plan(framework, [(block, plain)], minter()).fates.headings == 0
    again = with_choice(framework, block, plain, "header", "yes")
    assert [one.means for one in again.columns] == ["belief.code", "belief.statement", LEFT_OUT]


def test_a_cell_that_its_field_cannot_hold_is_told_with_the_reason() -> None:
    """And the row comes without it."""
    found = pasted("Indicator\tDOK\tBuilds on\nPlan\thigh\tNowhere", kind="indicator")

    assert [(one.line, one.head, one.why) for one in found.losses] == [
        (2, "DOK", "“Depth of knowledge (1 to 4)” cannot be “high”: a whole number is expected."),
        (2, "Builds on", "nothing here is called “Nowhere”"),
    ]
    assert told(found) == [("indicator", "", "Plan")]


EXPORT = """ID,Class,Created,CreatorID,CompetencyID,Code,Descriptor,Statement,Status
1,Skill,2019-01-02 03:04:05,1,1,ELA.1.1,Choose strategies,How well can I choose strategies?,active
2,Skill,2019-01-02 03:04:05,1,1,ELA.1.2,Evaluate themes,How well can I analyze the main idea?,active"""
DEPARTMENTS = """ID,{head},Code,Statement,Owner,Updated,Status
1,Science,SC.1,Investigate the world.,Ana,2024-01-02,active
2,Science,SC.2,Model it.,Ben,2024-01-03,draft"""
CASE = """identifier,fullStatement,humanCodingScheme,educationLevel
7fbbd2fa-885d-11e7-a99d-449ef607a326,Determine the meaning.,L.1.4,01
83a9d3bc-885d-11e7-8edf-7bbafcea4b0d,Command the conventions.,L.2.1,02"""


def read(table: str) -> tuple[str, bool, dict[str, str]]:
    """Return how a table with commas is read: the kind, whether it has headings, what these mean."""
    block = block_of(line.split(",") for line in table.split("\n"))
    reading = propose(Framework(), block)
    return reading.kind, reading.header, {one.head: one.means for one in reading.columns if one.means}


def test_the_headings_of_an_export_are_told_among_columns_that_nobody_knows() -> None:
    """By two sure names; a field's own name is surer than another word for it, a bare number is no code."""
    assert read(EXPORT) == (
        "indicator", True,
        {"Code": "indicator.code", "Descriptor": "indicator.title", "Statement": "indicator.statement"},
    )  # fmt: skip
    assert read(CASE)[2] == {
        "identifier": "competency.id", "fullStatement": "competency.statement", "humanCodingScheme": "competency.code",
    }  # fmt: skip


@pytest.mark.parametrize("head", ["Dept", "Dept.", "Department"])
def test_a_department_is_the_area_of_a_competency(head: str) -> None:
    """However it is written."""
    assert read(DEPARTMENTS.format(head=head)) == (
        "competency", True,
        {head: "competency.area", "Code": "competency.code", "Statement": "competency.statement"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "header"),
    [
        ("Clave,Texto,Cursos\nSC.1,Investigar,9\nSC.2,Modelar,10", True),
        ("SC.1,Investigate,9\nSC.2,Model,10\nSC.3,Argue,11", False),
        ("Plan,3\nArgue,2\nAsk,1", False),
        ("Investigate the world,9-12\nModel,9\nArgue,10", False),
        ("Advisers,Ana\nTime,Bo\nRooms,Cy", False),
        ("Biology,Science,1\nChemistry,Science,2\nDance,Arts,3", False),
    ],
)
def test_a_first_row_of_words_over_numbers_and_codes_holds_headings(table: str, header: bool) -> None:  # noqa: FBT001  # a case's answer
    """In whatever language; what is written like the rows below it is one of them."""
    assert read(table)[1] == header


LIST = "• Plan a test\n• Conclude,\nthen argue"


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_items_of_a_list_in_one_cell_are_a_thing_each(program: str) -> None:
    """Under the owner that their row names, with what the row says of all of them."""
    rows = [["Competency", "Indicator", "Grades"], ["Investigate", LIST, "9-12"], ["Model", "1. Build\n2. Test", "9"]]
    block = read_clipboard("", PROGRAMS[program](rows))
    found = plan(Framework(), [(block, propose(Framework(), block))], minter())
    made = apply(Framework(), found.changes)

    assert [[one.statement for one in made.indicators_of(owner)] for owner in made.competencies] == [
        ["Plan a test", "Conclude,\nthen argue"], ["Build", "Test"],
    ]  # fmt: skip
    assert {one.statement: one.grade_band for one in made.indicators.values()}["Conclude,\nthen argue"] == "9-12"
    assert (found.listed, found.several, found.fates.held, found.fates.all) == (2, 0, 6, 9)


def test_items_of_a_web_page_are_a_list_too() -> None:
    """Word and Docs in a browser draw their bullets."""
    html = "<table><tr><td>Indicator</td></tr><tr><td><ul><li>Plan</li><li>Argue</li></ul></td></tr></table>"
    block = read_clipboard("", html)

    found = plan(Framework(), [(block, propose(Framework(), block, "indicator", header=True))], minter())
    assert told(found) == [("indicator", "", "Plan"), ("indicator", "", "Argue")]


def test_a_code_before_an_item_is_its_code_and_lines_beside_it_are_dealt_out() -> None:
    """As many lines as items."""
    found = pasted('Indicator\tDOK\n"SC.1a: Plan\nSC.1b: Argue"\t"2\n3"\n"• Doubt\n• Ask"\t"high"', kind="indicator")

    assert told(found) == [("indicator", "SC.1a", "Plan"), ("indicator", "SC.1b", "Argue"),
                           ("indicator", "", "Doubt"), ("indicator", "", "Ask")]  # fmt: skip
    assert [one.dok for one in apply(Framework(), found.changes).indicators.ordered()] == [2, 3, None, None]
    assert [one.text for one in found.losses] == ["high"]


@pytest.mark.parametrize(
    "text",
    [
        'Statement\n"Plan a test.\nThen conclude."',
        'Statement\n"Students can:\n- plan\n- conclude"',
        'Code\tStatement\nSC.1\t"• plan\n• conclude"',
        'Title\tStatement\nTesting\t"• plan\n• conclude"',
    ],
)
def test_lines_that_are_no_list_or_have_one_name_stay_one_text(text: str) -> None:
    """It is told."""
    found = pasted(text, kind="indicator")

    assert (found.count("new"), found.listed, found.several) == (1, 0, 1)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Open the example district."""
    with create_project(tmp_path_factory.mktemp("example") / "x.workbench", starter="example") as made:
        yield made


@pytest.fixture(scope="module")
def sheets(example: Project) -> dict[str, list[list[str]]]:
    """Return the sheets of the exported workbook as rows of text."""
    return {
        sheet.title: [[head.text for head in sheet.heads], *([str(cell or "") for cell in row] for row in sheet.rows)]
        for sheet in framework_sheets(example.publication())
        if sheet.rows
    }


def test_every_sheet_of_our_workbook_comes_back_as_what_is_here(
    example: Project, sheets: dict[str, list[list[str]]]
) -> None:
    """Pasted where it came from it changes nothing; only what stands elsewhere (alignments) is not known."""
    waiting = set()
    for title, rows in sheets.items():
        block = read_clipboard(tabs(rows))
        reading = propose(example.framework, block)
        found = plan(example.framework, [(block, reading)], minter())
        waiting |= {one.head for one in reading.undecided}
        assert (title, found.changes, found.losses, found.count("new")) == (title, (), (), 0)
    assert waiting == {"Standards it meets", "Introduced in", "Developed in", "Assessed in"}


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_sheets_together_make_the_framework_anew(
    example: Project, sheets: dict[str, list[list[str]]], program: str
) -> None:
    """In an empty project, through the HTML of each program: the same things with the same words and owners."""
    blocks = []
    for rows in sheets.values():
        block = read_clipboard("", PROGRAMS[program](rows))
        blocks.append((block, propose(Framework(), block)))
    found = plan(Framework(), blocks, minter())
    made = apply(Framework(), found.changes)

    assert found.losses == ()
    for kind in PASTED:
        assert sorted(_said(made, one) for one in made.table(kind).values()) == sorted(
            _said(example.framework, one) for one in example.framework.table(kind).values()
        )


def _said(framework: Framework, thing: Thing) -> str:
    """Return all that a thing says in words, and what it is owned by."""
    owner = framework.find(thing.owner_id) if thing.owner_id else None
    said = {
        name: value for name, spec, value in thing.filled() if not spec.targets and name not in ("order", "source_id")
    }
    return " ".join(f"{said} {owner and owner.name}".replace("\\n", " ").split())


CELLS = st.sampled_from(["",
                         "SC.1", "SC.1a", "Plan", "Plan it well", "3", "high", "yes", "Competency", "indicator",
                         "9-12",
                         "=1+1", "a\nb", "• a\n• b", "SC.1a: x\nSC.1b: y", "1\n2",
                         "K", "Code", "Title", "Statement"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    frameworks(kinds=("competency", "indicator", "criterion", "scale", "belief", "practice", "habit"), max_things=6),
    st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8)),
    st.sampled_from(["", *PASTED]),
)
def test_every_cell_of_any_rows_is_accounted_for(framework: Framework, rows: list[list[str]], kind: str) -> None:
    """And the changes are those that lead to what is shown."""
    block = block_of(rows)
    found = plan(framework, [(block, propose(framework, block, kind))], minter())
    fates = found.fates

    assert fates.all == fates.headings + fates.held + fates.left_out + fates.undecided + fates.lost
    apply(framework, found.changes)
