"""Competencies with why they were chosen, their indicators, and the codes of the standards behind them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Competency, Indicator
from workbench.model.values import Reach
from workbench.publish.compose.words import (
    Section,
    absent,
    anchor,
    areas,
    capital,
    cross,
    one_line,
    say,
    standards_of,
    tag,
    tag_link,
    tag_links,
    title_of,
)
from workbench.publish.document import (
    Block,
    Column,
    Facts,
    Heading,
    Row,
    Runs,
    Table,
    lines,
    paragraphs,
    plain,
    quiet,
    strong,
)
from workbench.publish.publication import Publication

WHYS = (("endurance", "Endurance"), ("leverage", "Leverage"), ("readiness", "Readiness"))


def cross_section(publication: Publication) -> Section:
    """Return the cross-curricular competencies."""
    blocks: list[Block] = []
    for competency in cross(publication.framework):
        blocks += _competency(publication, competency, level=2)
    title = f"Cross-curricular {publication.term('competency', many=True)}"
    return Section(title=title, id="cross-curricular", blocks=tuple(blocks))


def content_section(publication: Publication) -> Section:
    """Return the content areas, each with its competencies."""
    blocks: list[Block] = []
    for count, (area, competencies) in enumerate(areas(publication.framework).items(), start=1):
        blocks.append(Heading(level=2, text=area or "Area not named", id=f"area-{count}"))
        for competency in competencies:
            blocks += _competency(publication, competency, level=3)
    title = f"Content-area {publication.term('competency', many=True)}"
    return Section(title=title, id="content-areas", blocks=tuple(blocks))


def _competency(publication: Publication, competency: Competency, *, level: int) -> list[Block]:
    blocks: list[Block] = [Heading(level=level, text=title_of(competency), id=anchor(competency))]
    if competency.title.strip() or "…" in title_of(competency):
        blocks += paragraphs(competency.statement, lead=True)
    blocks += _facts(publication, competency)
    indicators = publication.framework.indicators_of(competency.id)
    if not indicators:
        return [*blocks, say(f"No {publication.term('indicator')} has been written for it yet.")]
    blocks.append(_indicators(publication, competency, indicators))
    return [*blocks, *_targets(publication, competency, indicators)]


def _facts(publication: Publication, competency: Competency) -> list[Block]:
    facts: list[tuple[str, Runs]] = [
        ("Area", plain(competency.area.strip()) if competency.reach is Reach.CROSS else ()),
        ("Grades", plain(competency.grade_band)),
        ("Serves the portrait", tag_links(publication.framework, competency.attribute_ids)),
        *((word, plain(getattr(competency, name).strip())) for name, word in WHYS),
    ]
    shown = tuple((name, runs) for name, runs in facts if runs)
    return [Facts(items=shown)] if shown else []


def _indicators(publication: Publication, competency: Competency, indicators: Sequence[Indicator]) -> Table:
    columns = (
        Column(head="Code", width=0.9),
        Column(head=capital(publication.term("indicator")), width=3.6),
        Column(head="Level of thinking", width=1.9),
        Column(head=capital(publication.term("standard", many=True)), width=1.7),
    )
    rows = tuple(
        Row(
            cells=(
                strong(tag(indicator)) if indicator.code.strip() else absent("No code"),
                _statement(publication, indicator),
                level_of_thinking(indicator) or absent("Not yet said"),
                standards_of(publication, indicator.id) or absent("None yet"),
            ),
            id=anchor(indicator),
        )
        for indicator in indicators
    )
    caption = f"{capital(publication.term('indicator', many=True))} of {title_of(competency)}"
    return Table(caption=caption, columns=columns, rows=rows)


def _statement(publication: Publication, indicator: Indicator) -> Runs:
    title, statement = indicator.title.strip(), indicator.statement.strip()
    details = [f"Grades {indicator.grade_band.strip()}" if indicator.grade_band.strip() else ""]
    details.append(f"{capital(indicator.priority)}" if indicator.priority else "")
    builds_on = tag_links(publication.framework, indicator.prerequisite_ids)
    return lines(
        (
            strong(title) if title != statement else (),
            plain(statement) or absent("Not yet written"),
            quiet("; ".join(detail for detail in details if detail)),
            (*quiet("Builds on "), *builds_on) if builds_on else (),
        )
    )


def level_of_thinking(indicator: Indicator) -> Runs:
    """Return depth of knowledge and Bloom level, and that nobody has confirmed one where nobody has."""
    found = []
    if indicator.dok is not None:
        unsure = "" if indicator.dok_confirmed_by.strip() else " (not confirmed)"
        found.append(plain(f"Depth of knowledge {indicator.dok}{unsure}"))
    if indicator.bloom is not None:
        unsure = "" if indicator.bloom_confirmed_by.strip() else " (not confirmed)"
        found.append(plain(f"{capital(indicator.bloom)}{unsure}"))
    return lines(found)


def _targets(publication: Publication, competency: Competency, indicators: Sequence[Indicator]) -> list[Block]:
    targets = publication.framework.targets
    rows = tuple(
        Row(
            cells=(
                tag_link(indicator),
                plain(target.statement) or absent("Not yet written"),
                plain(capital(target.form)) if target.form else absent("Not yet said"),
            ),
            id=anchor(target),
        )
        for indicator in indicators
        for target in targets.by("indicator_id", indicator.id)
    )
    if not rows:
        return []
    columns = (
        Column(head=capital(publication.term("indicator")), width=1.2),
        Column(head=capital(publication.term("target")), width=5),
        Column(head="Know or do", width=1),
    )
    caption = f"{capital(publication.term('target', many=True))} towards {title_of(competency)}"
    return [Table(caption=caption, columns=columns, rows=rows)]


def short_statement(indicator: Indicator) -> Runs:
    """Return an indicator's statement, or its short name where it has none."""
    return plain(indicator.statement.strip() or one_line(indicator.name))
