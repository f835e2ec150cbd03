"""Composing: what the document says, whatever a format makes of it."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given

from tests.publish.small import DATA, small_edition, small_publication
from tests.strategies import frameworks
from workbench.model import Framework, Standard, Thing, from_json
from workbench.model.fields import Form
from workbench.publish import Publication
from workbench.publish.compose import compose
from workbench.publish.document import (
    BulletList,
    Code,
    Document,
    Facts,
    Figure,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    text_of,
)

UNSAID = {
    "order": "a place, seen in the order",
    "source_id": "for other programs",
    "code": "minor kinds are named by their titles",
    "guidance": "for the committee while it drafts",
    "state": "the licence and the contact say where",
    "rule_set": "the rules are published with the checks",
    "settings": "how the checks are set",
    "terms": "seen in the words of the document",
    "dok_confirmed_by": "said as confirmed or not",
    "bloom_confirmed_by": "said as confirmed or not",
    "credit_area": "a key, shown as words",
}
"""Fields that the document does not hold verbatim, and why."""


def all_text(document: Document) -> str:
    """Return every text of a document, whitespace folded."""
    return " ".join(" ".join(_texts(document)).split())


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    yield document.author
    for block in document.blocks():
        match block:
            case Heading() | Code():
                yield block.text
            case Paragraph() | Note():
                yield text_of(block.runs)
            case BulletList():
                yield from (text_of(item.runs) for item in block.items)
            case Facts():
                yield from (f"{name} {text_of(runs)}" for name, runs in block.items)
            case Figure():
                yield block.alt
            case Table():
                yield block.caption
                yield from (column.head for column in block.columns)
                yield from (text_of(cell) for row in block.rows for cell in row.cells)


def tables(document: Document, caption: str) -> list[Table]:
    """Return the tables whose caption begins so."""
    return [block for block in document.blocks() if isinstance(block, Table) and block.caption.startswith(caption)]


def cells(table: Table) -> list[list[str]]:
    """Return a table's cells as texts."""
    return [[text_of(cell) for cell in row.cells] for row in table.rows]


def titles(document: Document) -> list[str]:
    """Return the headings of the parts."""
    return [block.text for block in document.blocks() if isinstance(block, Heading) and block.level == 1]


def test_parts_stand_in_the_order_of_an_edition() -> None:
    """The document has the parts of an adopted edition, numbered."""
    found = titles(compose(small_publication()))

    assert found == [
        "1. How to read this document",
        "2. Vision and portrait of a graduate",
        "3. Beliefs and practices",
        "4. Design questions and our answers",
        "5. Cross-curricular competencies",
        "6. Content-area competencies",
        "7. Scoring criteria",
        "8. Habits of work",
        "9. Assessment and verification",
        "10. Credit and learning experiences",
        "11. Pathways",
        "12. Alignment to standards",
        "13. Findings",
        "14. Glossary",
        "15. About this document",
    ]


def test_draft_says_so_on_its_cover() -> None:
    """A draft is marked, with its count of findings."""
    document = compose(small_publication())

    assert (document.draft, document.status) == (True, "DRAFT, 2 findings")


def test_edition_shows_vote_and_fingerprint_and_no_findings() -> None:
    """An edition's cover has what the board decided; findings are a draft's affair."""
    document = compose(small_edition())

    assert ("Vote", "7 to 0") in document.facts
    assert ("Fingerprint", "0123456789abcdef" * 4) in document.facts
    assert [title for title in titles(document) if "Findings" in title] == []


def test_criteria_are_a_matrix_with_the_levels_as_column_heads() -> None:
    """Each level is a column; the level that meets the expectation is marked in words."""
    (table,) = tables(compose(small_publication()), "Scoring criteria of MA.1")

    heads = [column.head for column in table.columns]
    assert heads[1:] == ["1 Beginning", "2 Developing", "3 Proficient\nmeets the expectation", "4 Distinguished"]
    assert [column.marked for column in table.columns] == [False, False, False, True, False]
    assert table.row_heads
    assert cells(table)[0][1] == "Models with steps missing, even with help."


def test_criteria_without_a_level_say_so() -> None:
    """An empty descriptor is named, not left as an empty cell."""
    (table,) = tables(compose(small_publication()), "Scoring criteria of habits of work")

    assert cells(table)[0][1:] == ["Not yet described", "Not yet described", "Revises.", "Not yet described"]


def test_districts_own_word_is_used_throughout() -> None:
    """The district says “graduation proficiency”; the glossary says what others call it."""
    document = compose(small_publication())

    assert tables(document, "Graduation proficiencies of MA.1 Modeling")
    (glossary,) = tables(document, "Words used")
    meaning = {row[0]: row[1] for row in cells(glossary)}["Graduation proficiency"]
    assert meaning.endswith("Elsewhere called “performance indicator”.")


def test_indicators_show_their_standards() -> None:
    """An indicator's row has the codes it is aligned to, and says when it is in part."""
    (table,) = tables(compose(small_publication()), "Graduation proficiencies of MA.1 Modeling")

    assert [row[3] for row in cells(table)] == ["F.1 (in part)", "None yet"]


def test_unconfirmed_level_of_thinking_is_marked() -> None:
    """A depth of knowledge that nobody confirmed is shown as not confirmed."""
    (table,) = tables(compose(small_publication()), "Graduation proficiencies of MA.1 Modeling")

    assert cells(table)[0][2] == "Depth of knowledge 2 (not confirmed)"


def test_alignment_counts_what_nobody_claims() -> None:
    """The crosswalk counts standards claimed in full, in part, not at all, and lists the unclaimed."""
    document = compose(small_publication())

    (overview,) = tables(document, "How much of each set")
    assert cells(overview) == [["Example mathematics standards", "3", "1", "1", "1"]]
    (unclaimed,) = tables(document, "Standards of Example mathematics standards that nothing claims")
    assert cells(unclaimed) == [["Functions", "1", "F.3"]]
    (claimed,) = tables(document, "Claimed standards of Example mathematics")
    assert cells(claimed) == [["F.1", "Building functions", "MA.1.a (in part)"], ["F.2", "Reading graphs", "MA101"]]


def test_of_a_large_set_the_first_unclaimed_are_named_and_the_others_counted() -> None:
    """A national set has thousands; the document says where they are listed."""
    small = small_publication()
    (found,) = small.sets.values()
    top = found.children[""][0]
    many = tuple(Standard(id=f"n{i}", code=f"N.{i}", parent_id=top.id, sequence=100 + i) for i in range(1000))
    large = replace(found, standards=(*found.standards, *many))
    document = compose(replace(small, sets={found.id: large}))

    (unclaimed,) = tables(document, "Standards of Example mathematics standards that nothing claims")
    (cell,) = [row[2] for row in cells(unclaimed) if "N.0" in row[2]]
    assert cell.endswith("more, which the crosswalk lists")
    assert len(cell) < 1000


def test_alignment_to_a_set_that_is_not_at_hand_is_not_lost() -> None:
    """A standard of a missing set is shown with who claims it and what to do."""
    document = compose(small_publication())

    (lost,) = tables(document, "Standards that are not at hand")
    assert cells(lost) == [["LOST.1", "gone", "CC.1.a"]]


def test_routes_are_apart_from_courses() -> None:
    """Courses stand by department; other routes under a heading of their own."""
    headings = [block.text for block in compose(small_publication()).blocks() if isinstance(block, Heading)]

    assert headings.index("Mathematics") < headings.index("MA101 Algebra I") < headings.index("Town internship")
    assert headings[headings.index("Town internship") - 1] == "Other ways to earn credit"


def test_empty_framework_names_what_is_not_written() -> None:
    """A blank framework is two short parts: what is still to come, and what the document is."""
    blank = Publication(framework=Framework(), sets={}, findings=(), as_of="2026-11-23", revision=0)

    document = compose(blank)

    assert titles(document) == ["1. How to read this document", "2. About this document"]
    assert "Not yet written: vision and portrait of a graduate, beliefs and practices" in all_text(document)


def test_thing_without_its_owner_is_shown_by_itself() -> None:
    """An indicator whose competency is gone stands under “Not yet placed”, with its criteria."""
    data = {**DATA, "competencies": [one for one in DATA["competencies"] if one["id"] != "c2"]}
    publication = replace(small_publication(), framework=from_json(data))

    (table,) = tables(compose(publication), "Not yet placed")

    assert [row[0] for row in cells(table)] == ["Performance indicator"] * 2 + ["Learning target", "Scoring criterion"]


def test_anchors_are_unique() -> None:
    """No two places of a document have the same permalink."""
    ids = list(anchors(compose(small_publication())))

    assert len(ids) == len(set(ids))


def test_links_lead_somewhere() -> None:
    """Every link inside the document has a place that it leads to."""
    document = compose(small_publication())

    targets = {run.link[1:] for run in _runs(document) if run.link.startswith("#")}

    assert targets - set(anchors(document)) == set()
    assert "indicator-i2" in targets


def anchors(document: Document) -> Iterator[str]:
    """Yield the permalinks of a document."""
    for block in document.blocks():
        if isinstance(block, Heading | Paragraph | Table) and block.id:
            yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows if row.id)


def _runs(document: Document) -> Iterator[Run]:
    for block in document.blocks():
        yield from getattr(block, "runs", ())
        if isinstance(block, Table):
            yield from (run for row in block.rows for cell in row.cells for run in cell)


@given(frameworks())
def test_nothing_that_was_written_is_lost(framework: Framework) -> None:
    """Every text of every thing is in the document, whatever the thing hangs on."""
    publication = Publication(framework=framework, sets={}, findings=(), as_of="2026-11-23", revision=0)

    said = all_text(compose(publication))

    assert [text for thing in framework.things() for text in _written(thing) if text not in said] == []


def _written(thing: Thing) -> Iterator[str]:
    if thing.kind in ("translation", "district"):
        return
    for name, spec, value in thing.filled():
        if name in UNSAID or spec.targets:
            continue
        if spec.form in (Form.TEXT, Form.LINE):
            yield " ".join(value.split())
        elif spec.form is Form.TEXTS:
            yield from (" ".join(text.split()) for text in value.values())
