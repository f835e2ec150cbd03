"""What the report notebook shows of a publication: each answer a table to read and a frame to compute with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.model import KINDS, Framework, Indicator, Severity
from workbench.model.record import RANK
from workbench.model.values import Coverage
from workbench.publish.compose.alignment import overview
from workbench.publish.compose.closing import findings_table
from workbench.publish.compose.words import absent, areas, capital, cross, title_of
from workbench.publish.document import (
    Align,
    Block,
    Column,
    Document,
    Figure,
    Note,
    Part,
    Row,
    Runs,
    Table,
    Tone,
    plain,
    text_of,
)
from workbench.publish.document_json import MIME, to_json
from workbench.publish.publication import Publication, plural

if TYPE_CHECKING:
    import pandas as pd

NOTHING = "The checks found nothing."
COUNTED = tuple(kind for kind in KINDS if kind not in ("district", "design_question", "alignment", "translation"))
"""The kinds whose numbers a committee asks for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer that a notebook displays, and that our exporters take over unchanged."""

    document: Document

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        from workbench.publish.html_blocks import Html

        return {
            MIME: to_json(self.document),
            "text/html": Html(self.document).blocks(self.document.blocks()),
            "text/plain": "\n".join(_plain(block) for block in self.document.blocks()),
        }

    @property
    def frame(self) -> pd.DataFrame:
        """Return the table as a pandas frame, its row heads as the index; empty where there is no table."""
        import pandas as pd

        table = next((block for block in self.document.blocks() if isinstance(block, Table)), None)
        if table is None:
            return pd.DataFrame()
        names = [column.head.replace("\n", " ") for column in table.columns]
        rows = [[text_of(cell) for cell in row.cells] for row in table.rows]
        return pd.DataFrame(rows, columns=names).set_index(names[0])


def verdict(publication: Publication) -> Shown:
    """Return whether the framework could be adopted as it is, and what stands in the way."""
    counts = publication.counts
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    if errors:
        tone, words = Tone.STOP, f"Not ready for adoption: {plural(errors, 'error')} must be mended first."
    elif warnings:
        tone, words = Tone.WARN, f"Ready for adoption, with {plural(warnings, 'warning')} to look at."
    else:
        tone, words = Tone.OK, "Ready for adoption: the checks found no error and no warning."
    label = {Tone.STOP: "Not ready", Tone.WARN: "Ready, with warnings", Tone.OK: "Ready"}[tone]
    return shown(publication, [Note(runs=plain(words), tone=tone, label=label)])


def contents(publication: Publication) -> Shown:
    """Return how many things of each kind there are, and how many are marked ready for review."""
    columns = (
        Column(head="Part of the framework", width=3),
        Column(head="How many", align=Align.END),
        Column(head="Ready for review", align=Align.END),
    )
    rows = []
    for kind in COUNTED:
        things = publication.framework.table(kind).ordered()
        ready = sum(thing.ready for thing in things)
        name = capital(publication.term(kind, many=True))
        rows.append(Row(cells=(plain(name), plain(f"{len(things):,}"), plain(f"{ready:,}"))))
    return shown(publication, [Table(caption="What the framework holds", columns=columns, rows=tuple(rows))])


def findings(publication: Publication) -> Shown:
    """Return the findings, errors first."""
    found = sorted(publication.findings, key=lambda one: (RANK[one.severity], one.sort_key))
    off = [Note(runs=plain(publication.unchecked), label="Not checked")] if publication.unchecked else []
    if not found:
        return shown(publication, [Note(runs=plain(NOTHING), tone=Tone.INFO if off else Tone.OK), *off])
    return shown(publication, [findings_table(publication, found, f"Findings ({len(found)})"), *off])


def coverage(publication: Publication) -> Shown:
    """Return, for each competency, its indicators and how many have criteria, standards, courses, assessments."""
    framework = publication.framework
    heads = ("Indicators", "With criteria", "With standards", "Taught", "Assessed in a course", "In an assessment")
    columns = (
        Column(head=capital(publication.term("competency")), width=2.6),
        *(Column(head=head, align=Align.END) for head in heads),
    )
    competencies = [*cross(framework), *(one for group in areas(framework).values() for one in group)]
    rows = tuple(
        Row(
            cells=(
                plain(title_of(one)),
                *(plain(str(count)) for count in _counts(framework, framework.indicators_of(one.id))),
            )
        )
        for one in competencies
    )
    caption = f"How far each {publication.term('competency')} is worked out"
    return shown(publication, [Table(caption=caption, columns=columns, rows=rows)])


def _counts(framework: Framework, indicators: Iterable[Indicator]) -> tuple[int, ...]:
    ids = [one.id for one in indicators]
    taught = {one: framework.experiences_with(one) for one in ids}
    return (
        len(ids),
        sum(bool(framework.criteria_of(one)) for one in ids),
        sum(bool(framework.alignments_of(one)) for one in ids),
        sum(bool(taught[one]) for one in ids),
        sum(any(_assesses(each.indicators[one]) for each in taught[one]) for one in ids),
        sum(bool(framework.assessments_of(one)) for one in ids),
    )


def _assesses(marks: str) -> bool:
    return Coverage.ASSESSED in marks.split()


def matrix(publication: Publication) -> Shown:
    """Return learning experiences against content areas: how many indicators of each area are assessed there."""
    framework = publication.framework
    groups = {"Cross-curricular": cross(framework), **areas(framework)}
    of_area = {
        area: {indicator.id for one in group for indicator in framework.indicators_of(one.id)}
        for area, group in groups.items()
        if group
    }
    columns = (
        Column(head=capital(publication.term("experience")), width=3),
        *(Column(head=area or "Area not named", align=Align.END) for area in of_area),
    )
    rows = tuple(
        Row(cells=(plain(title_of(one)), *(_number(one.covering(Coverage.ASSESSED), ids) for ids in of_area.values())))
        for one in framework.experiences.ordered()
    )
    caption = f"{capital(publication.term('indicator', many=True))} assessed, by area"
    return shown(publication, [Table(caption=caption, columns=columns, rows=rows)])


def _number(assessed: Iterable[str], ids: set[str]) -> Runs:
    count = len(ids.intersection(assessed))
    return plain(str(count)) if count else absent("0")


def standards(publication: Publication) -> Shown:
    """Return, for each set of standards that is cited, how many of them are claimed."""
    table = overview(publication)
    if not table.rows:
        return shown(publication, [Note(runs=plain("Nothing is aligned to a standard yet."), tone=Tone.WARN)])
    return shown(publication, [table])


def shown(publication: Publication, blocks: Iterable[Block]) -> Shown:
    """Return blocks as an answer about ``publication``, with its status and its day."""
    return Shown(
        Document(
            title=publication.title,
            parts=(Part(blocks=tuple(blocks)),),
            language=publication.language,
            author=publication.district,
            status=publication.status_line,
            draft=publication.is_draft,
            dated=publication.as_of,
            facts=(("As of", publication.as_of), ("Revision", str(publication.revision))),
        )
    )


def _plain(block: Block) -> str:
    if isinstance(block, Table):
        lines = [block.caption, " | ".join(column.head for column in block.columns)]
        lines += [" | ".join(text_of(cell).replace("\n", " ") for cell in row.cells) for row in block.rows]
        return "\n".join(lines)
    return block.alt if isinstance(block, Figure) else text_of(getattr(block, "runs", ()))
