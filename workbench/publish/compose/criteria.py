"""Scoring scales, and scoring criteria as matrices: a row a criterion, a column a level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.model import Competency, Criterion, HabitOfWork, Indicator, Scale
from workbench.model.values import natural_key
from workbench.publish.compose.words import (
    Section,
    absent,
    anchor,
    areas,
    capital,
    cross,
    say,
    tag_link,
    title_of,
)
from workbench.publish.document import Block, Column, Heading, Row, Runs, Table, joined, lines, plain, quiet
from workbench.publish.publication import Publication


def criteria_section(publication: Publication) -> Section:
    """Return the scales and a matrix for each competency; habits of work have theirs in their own section."""
    framework = publication.framework
    blocks: list[Block] = []
    groups = {f"Cross-curricular {publication.term('competency', many=True)}": cross(framework), **areas(framework)}
    for count, (area, competencies) in enumerate(groups.items(), start=1):
        found = [block for one in competencies for block in _competency(publication, one)]
        if found:
            blocks.append(Heading(level=2, text=area or "Area not named", id=f"criteria-area-{count}"))
            blocks += found
    words = publication.term("criterion", many=True)
    blocks = [*_scales(publication), *(blocks or [say(f"No {words} have been written yet.")])]
    if not framework.scales and not framework.criteria:
        blocks = []
    return Section(
        title=capital(publication.term("criterion", many=True)), id="criteria", blocks=tuple(blocks), wide=True
    )


def _scales(publication: Publication) -> list[Block]:
    scales = publication.framework.scales.ordered()
    if not scales:
        return []
    heading = Heading(level=2, text=capital(publication.term("scale", many=True)), id="scales")
    return [heading, *(_scale(scale) for scale in scales)]


def _scale(scale: Scale) -> Table:
    """Return a scale's levels; one without levels is a table without rows, and still named."""
    rows = tuple(
        Row(
            cells=(
                plain(f"{key} {scale.levels.get(key, '')}".strip()) or absent("Not named"),
                plain(scale.meanings.get(key, "")) or absent("Not yet described"),
                plain("Yes" if scale.proficient is not None and _at_least(key, scale.proficient) else "No"),
            )
        )
        for key in sorted({*scale.levels, *scale.meanings}, key=lambda key: (natural_key(key), key))
    )
    columns = (
        Column(head="Level", width=1.4),
        Column(head="What it means", width=5),
        Column(head="Meets the expectation", width=1.4),
    )
    return Table(caption=title_of(scale), columns=columns, rows=rows, id=anchor(scale))


def _at_least(key: str, proficient: int) -> bool:
    return key.isdecimal() and int(key) >= proficient


def _competency(publication: Publication, competency: Competency) -> list[Block]:
    indicators = publication.framework.indicators_of(competency.id)
    tables = matrices(publication, indicators, title_of(competency))
    without = [one for one in indicators if not publication.framework.criteria_of(one.id)]
    if not tables:
        return []
    heading = Heading(level=3, text=title_of(competency), id=f"criteria-{anchor(competency)}")
    return [heading, *tables, *_missing(publication, without)]


def _missing(publication: Publication, without: Sequence[Indicator]) -> list[Block]:
    if not without:
        return []
    names = joined(tag_link(one) for one in without)
    words = say(f"Without {publication.term('criterion', many=True)} so far: ")
    return [type(words)(runs=(*words.runs, *plain(" "), *names, *plain(".")))]


def matrices(publication: Publication, subjects: Iterable[Indicator | HabitOfWork], of: str) -> list[Block]:
    """Return the matrices of some indicators or habits, one for each scale that is used."""
    groups: dict[str, list[tuple[Indicator | HabitOfWork, Criterion]]] = {}
    for subject in subjects:
        for criterion in publication.framework.criteria_of(subject.id):
            groups.setdefault(criterion.scale_id, []).append((subject, criterion))
    return [_matrix(publication, scale_id, pairs, of) for scale_id, pairs in groups.items()]


def _matrix(
    publication: Publication, scale_id: str, pairs: Sequence[tuple[Indicator | HabitOfWork, Criterion]], of: str
) -> Table:
    scales = publication.framework.scales
    scale = scales.get(scale_id)
    keys = {key for _, criterion in pairs for key in criterion.descriptors} | set(scale.levels if scale else ())
    levels = sorted(keys, key=lambda key: (natural_key(key), key))
    head = capital(publication.term("indicator"))
    first = head if all(isinstance(subject, Indicator) for subject, _ in pairs) else capital(publication.term("habit"))
    columns = (Column(head=first, width=1.15), *(_level(scale, key) for key in levels))
    rows = tuple(
        Row(
            cells=(
                _row_head(subject, criterion),
                *(plain(criterion.descriptors.get(key, "")) or absent("Not yet described") for key in levels),
            ),
            id=anchor(criterion),
        )
        for subject, criterion in pairs
    )
    caption = f"{capital(publication.term('criterion', many=True))} of {of}"
    return Table(caption=caption, columns=columns, rows=rows, show_caption=False)


def _level(scale: Scale | None, key: str) -> Column:
    name = scale.levels.get(key, "") if scale else ""
    meets = scale is not None and scale.proficient is not None and key == str(scale.proficient)
    head = f"{key} {name}".strip()
    return Column(head=f"{head}\nmeets the expectation" if meets else head, width=1.4, marked=meets)


def _row_head(subject: Indicator | HabitOfWork, criterion: Criterion) -> Runs:
    name = subject.title.strip() or subject.statement.strip()
    element = criterion.element.strip()
    return lines(
        (
            tag_link(subject),
            plain(name) if subject.code.strip() else (),
            quiet(element) if element not in ("", name, subject.code.strip()) else (),
        )
    )
