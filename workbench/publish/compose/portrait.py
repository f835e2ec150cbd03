"""Vision and portrait; beliefs and practices; the design questions and their answers."""

from __future__ import annotations

from workbench.model import Belief, PortraitAttribute
from workbench.publish.compose.words import Section, absent, anchor, capital, say, title_of
from workbench.publish.document import Block, Column, Heading, Note, Paragraph, Row, Table, paragraphs, plain, strong
from workbench.publish.publication import Publication


def portrait_section(publication: Publication) -> Section:
    """Return the vision and the portrait of a graduate, with what it looks like by grade band."""
    framework = publication.framework
    blocks: list[Block] = [*paragraphs(framework.district.mission, lead=True)]
    attributes = framework.attributes.ordered()
    if attributes:
        blocks.append(Heading(level=2, text="Portrait of a graduate", id="portrait-of-a-graduate"))
    for attribute in attributes:
        blocks += _attribute(attribute)
    return Section(title="Vision and portrait of a graduate", id="portrait", blocks=tuple(blocks))


def _attribute(attribute: PortraitAttribute) -> list[Block]:
    blocks: list[Block] = [Heading(level=3, text=title_of(attribute), id=anchor(attribute))]
    blocks += paragraphs(attribute.definition)
    if attribute.descriptors:
        rows = tuple(Row(cells=(plain(band), plain(text))) for band, text in attribute.descriptors.items())
        columns = (Column(head="Grades", width=1), Column(head="What it looks like", width=6))
        caption = f"{title_of(attribute)}, by grade band"
        blocks.append(Table(caption=caption, columns=columns, rows=rows, show_caption=False))
    return blocks


def beliefs_section(publication: Publication) -> Section:
    """Return each belief with its practices, who sees to them and how one can tell."""
    blocks: list[Block] = []
    for count, belief in enumerate(publication.framework.beliefs.ordered(), start=1):
        blocks += _belief(publication, belief, count)
    title = f"{capital(publication.term('belief', many=True))} and {publication.term('practice', many=True)}"
    return Section(title=title, id="beliefs", blocks=tuple(blocks))


def _belief(publication: Publication, belief: Belief, count: int) -> list[Block]:
    name = belief.title.strip() or belief.code.strip()
    word = capital(publication.term("belief"))
    heading = f"{word} {count}: {name}" if name else f"{word} {count}"
    blocks: list[Block] = [Heading(level=2, text=heading, id=anchor(belief))]
    blocks += paragraphs(belief.statement, lead=True)
    blocks += paragraphs(belief.explanation)
    practices = publication.framework.practices_of(belief.id)
    if not practices:
        return [*blocks, say(f"No {publication.term('practice')} has been written for it yet.")]
    columns = (
        Column(head=capital(publication.term("practice")), width=3.2),
        Column(head="Who sees to it", width=1.3),
        Column(head="How we can tell", width=2.5),
    )
    rows = tuple(
        Row(
            cells=(
                plain(practice.statement) or absent("Not yet written"),
                plain(practice.owner) or absent("Not yet named"),
                plain(practice.evidence) or absent("Not yet described"),
            ),
            id=anchor(practice),
        )
        for practice in practices
    )
    caption = f"{capital(publication.term('practice', many=True))} of {word.lower()} {count}"
    return [*blocks, Table(caption=caption, columns=columns, rows=rows)]


def questions_section(publication: Publication) -> Section:
    """Return the design questions with the committee's answers."""
    blocks: list[Block] = []
    for count, question in enumerate(publication.framework.design_questions.ordered(), start=1):
        blocks.append(Heading(level=2, text=f"Question {count}", id=anchor(question)))
        if question.question.strip():
            blocks.append(Paragraph(runs=strong(question.question.strip())))
        if question.answer.strip():
            blocks += paragraphs(question.answer)
        elif publication.is_draft:
            blocks.append(Note(runs=plain("The committee has not answered this question yet.")))
    return Section(title="Design questions and our answers", id="questions", blocks=tuple(blocks), optional=True)
