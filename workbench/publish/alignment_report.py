"""What the notebook “Are we aligned?” shows of a publication: the answer, the numbers, the next steps, the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.measures.coverage import By, Line, coverage
from workbench.measures.coverage_words import REMEDIES
from workbench.measures.marks import Status
from workbench.measures.verdict import Answer, Step
from workbench.publish.compose.closing import SEVERITIES, findings_table
from workbench.publish.compose.coverage import MOST_COURSES, figure, places_table
from workbench.publish.compose.words import capital, say
from workbench.publish.document import Align, Block, Column, Note, Paragraph, Row, Table, Tone, plain, strong
from workbench.publish.publication import Publication, plural
from workbench.publish.report import Shown, shown

TONES = {Answer.NOTHING: Tone.INFO, Answer.ERRORS: Tone.STOP, Answer.GAPS: Tone.WARN, Answer.YES: Tone.OK}
SHOWN = 16
"""Rows of the picture of gaps, which then fits a page beside its heading; the table has all."""


def answer(publication: Publication) -> Shown:
    """Return the answer in a sentence, and what is merely left open in a second."""
    told = publication.verdict
    blocks: list[Block] = [Note(runs=plain(told.sentence), tone=TONES[told.answer], label="Answer")]
    return shown(publication, [*blocks, *([say(told.besides)] if told.besides else [])])


def steps(publication: Publication) -> Shown:
    """Return what to do next: errors, then what is promised and not assessed, then the rest of the findings."""
    told = publication.verdict
    first, rest = ([one for one in told.steps if (one.severity == "error") is grave] for grave in (True, False))
    blocks = [
        *(block for one in first for block in _step(publication, one)),
        *(block for status, lines in told.gaps.items() for block in _gap(status, lines)),
        *(block for one in rest for block in _step(publication, one)),
    ]
    return shown(publication, blocks or [Note(runs=plain("The checks have nothing to say."), tone=Tone.OK)])


def _step(publication: Publication, step: Step) -> Iterator[Block]:
    title = publication.summaries.get(step.code, step.code)
    yield Paragraph(runs=strong(f"{title} {plural(len(step.findings), 'place')}."), lead=True)
    yield findings_table(publication, step.findings, f"{SEVERITIES[step.severity]} of {step.code}", linked=False)


def _gap(status: Status, lines: tuple[Line, ...]) -> Iterator[Block]:
    yield Paragraph(runs=strong(f"Standards {status}. {plural(len(lines), 'standard')}."), lead=True)
    yield say(REMEDIES[status])


def standards(publication: Publication) -> Shown:
    """Return how many standards of each set there are, and what became of them."""
    heads = ("Standards", "Covered", "Assessed", "Claimed, not assessed", "Taught, never assessed")
    columns = (
        Column(head="Set of standards", width=3),
        *(Column(head=head, align=Align.END) for head in heads),
        Column(head="Of the covered, assessed", width=1.3),
    )
    rows = tuple(
        Row(
            cells=(
                plain(one.title),
                plain(f"{one.standards:,}"),
                plain(f"{one.covered:,}"),
                *(plain(f"{sum(one.counts[status] for status in some):,}") for some in _KINDS),
                plain(one.words),
            )
        )
        for one in publication.verdict.sets
    )
    if not rows:
        return shown(publication, [Note(runs=plain("Nothing is aligned to a standard yet."), tone=Tone.WARN)])
    return shown(publication, [Table(caption="What became of the standards of each set", columns=columns, rows=rows)])


_KINDS = ((Status.ASSESSED,), (Status.CLAIMED, Status.APART), (Status.TAUGHT,))


def numbers(publication: Publication) -> Shown:
    """Return how far assessments reach, each number with its band in words and what it means."""
    columns = (
        Column(head="Number", width=1.6),
        Column(head="How much", align=Align.END),
        Column(head="In words", width=1.6),
        Column(head="What it means", width=4),
    )
    found = publication.verdict.numbers
    rows = tuple(Row(cells=tuple(map(plain, (one.name, one.value, one.band, one.means)))) for one in found)
    if not rows:
        empty = f"There is no {publication.term('competency')} yet, so there is nothing to count."
        return shown(publication, [Note(runs=plain(empty))])
    return shown(publication, [Table(caption="How far assessments reach", columns=columns, rows=rows)])


def competencies(publication: Publication) -> Shown:
    """Return competencies by learning experience, or by department where there are many, as a picture and in words."""
    many = len(publication.framework.experiences) > MOST_COURSES
    return _matrix(publication, "departments" if many else "courses")


def pathways(publication: Publication) -> Shown:
    """Return the picture of competencies by pathway, and the same in words."""
    return _matrix(publication, "pathways")


def gaps(publication: Publication) -> Shown:
    """Return the picture of the standards that are promised and not assessed, by department, and in words."""
    framework = publication.framework
    found = coverage(framework, publication.sets, rows="standards", by="departments")
    left = replace(found, lines=found.having(*publication.verdict.gaps))
    if not left.lines:
        return shown(
            publication, [Note(runs=plain("Every standard that you claim or teach is assessed."), tone=Tone.OK)]
        )
    blocks: list[Block] = [figure(framework, left, rows=SHOWN, key="gaps"), places_table(framework, left)]
    return shown(publication, blocks)


def _matrix(publication: Publication, by: By) -> Shown:
    framework = publication.framework
    found = coverage(framework, by=by)
    if not found.lines or not found.columns:
        kind = "pathway" if by == "pathways" else "experience"
        words = (
            f"{capital(publication.term('competency', many=True))} and {publication.term(kind, many=True)} come first."
        )
        return shown(publication, [Note(runs=plain(words))])
    return shown(publication, [figure(framework, found, key=by), places_table(framework, found)])
