"""Credit, the map of competencies to learning experiences, and each learning experience by itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.model import Competency, LearningExperience
from workbench.model.values import Coverage, Route
from workbench.publish.compose.coverage import map_figures
from workbench.publish.compose.words import (
    Section,
    absent,
    anchor,
    areas,
    capital,
    cross,
    number,
    place,
    standards_of,
    tag,
    tag_link,
    tag_links,
    title_of,
)
from workbench.publish.document import (
    Align,
    Block,
    Column,
    Facts,
    Heading,
    Row,
    Runs,
    Table,
    bullets,
    joined,
    lines,
    paragraphs,
    plain,
    quiet,
    strong,
)
from workbench.publish.publication import Publication, plural


def experiences_section(publication: Publication) -> Section:
    """Return credit by area, where each competency is met, then courses by department and the other routes."""
    experiences = publication.framework.experiences.ordered()
    title = f"Credit and {publication.term('experience', many=True)}"
    if not experiences:
        return Section(title=title, id="experiences", blocks=())
    blocks: list[Block] = [*_credit(publication, experiences), *_map(publication)]
    for count, (department, courses) in enumerate(_by_department(experiences).items(), start=1):
        blocks.append(Heading(level=2, text=department or "Courses", id=f"department-{count}"))
        blocks += [block for one in courses for block in _experience(publication, one)]
    others = [one for one in experiences if one.route is not Route.COURSE]
    if others:
        blocks.append(Heading(level=2, text="Other ways to earn credit", id="other-routes"))
        blocks += [block for one in others for block in _experience(publication, one)]
    return Section(title=title, id="experiences", blocks=tuple(blocks))


def _by_department(experiences: Sequence[LearningExperience]) -> dict[str, list[LearningExperience]]:
    groups: dict[str, list[LearningExperience]] = {}
    for one in experiences:
        if one.route is Route.COURSE:
            groups.setdefault(one.department.strip(), []).append(one)
    return groups


def _credit(publication: Publication, experiences: Sequence[LearningExperience]) -> list[Block]:
    groups: dict[str, list[LearningExperience]] = {}
    for one in experiences:
        groups.setdefault(one.credit_area.strip(), []).append(one)
    columns = (
        Column(head="Credit area", width=2.6),
        Column(head="Offered", width=1, align=Align.END),
        Column(head="Credits in all", width=1.2, align=Align.END),
        Column(head="By class time", width=1.2, align=Align.END),
        Column(head="By mastery", width=1.2, align=Align.END),
    )
    rows = tuple(
        Row(
            cells=(
                plain(publication.credit_area(area)) or absent("No credit area"),
                plain(str(len(found))),
                plain(number(sum((one.credits or Decimal() for one in found), Decimal()))),
                plain(str(sum(one.credit_basis == "class time" for one in found))),
                plain(str(sum(one.credit_basis == "mastery" for one in found))),
            )
        )
        for area, found in groups.items()
    )
    heading = Heading(level=2, text="Credit by area", id="credit")
    return [heading, Table(caption="What is offered in each credit area", columns=columns, rows=rows)]


def _map(publication: Publication) -> list[Block]:
    framework = publication.framework
    competencies = [*cross(framework), *(one for group in areas(framework).values() for one in group)]
    if not any(one.indicators for one in framework.experiences.values()) or not competencies:
        return []
    word = capital(publication.term("competency"))
    columns = (
        Column(head=word, width=2),
        *(Column(head=capital(coverage), width=1.8) for coverage in Coverage),
    )
    rows = tuple(
        Row(
            cells=(
                tag_link(one) if not one.code.strip() else joined((tag_link(one), plain(one.title.strip())), " "),
                *(_where(publication, one, coverage) or absent("Nowhere yet") for coverage in Coverage),
            )
        )
        for one in competencies
    )
    heading = Heading(level=2, text=f"Where each {word.lower()} is met", id="map")
    caption = f"Where each {word.lower()} is introduced, developed and assessed"
    return [heading, *map_figures(framework), Table(caption=caption, columns=columns, rows=rows)]


def _where(publication: Publication, competency: Competency, coverage: Coverage) -> Runs:
    framework = publication.framework
    found = {
        experience.id
        for indicator in framework.indicators_of(competency.id)
        for experience in framework.experiences_with(indicator.id)
        if coverage in experience.indicators[indicator.id].split()
    }
    return tag_links(framework, found)


def _experience(publication: Publication, one: LearningExperience) -> list[Block]:
    blocks: list[Block] = [Heading(level=3, text=title_of(one), id=anchor(one))]
    blocks += paragraphs(one.description)
    blocks.append(_facts(publication, one))
    blocks += [*_indicators(publication, one), *_units(publication, one), *_supports(publication, one)]
    return blocks


def _facts(publication: Publication, one: LearningExperience) -> Facts:
    standards = standards_of(publication, one.id)
    facts: list[tuple[str, Runs]] = [
        ("Kind", plain(capital(one.route))),
        ("Department", plain(one.department.strip()) if one.route is not Route.COURSE else ()),
        ("Credit", plain(_credit_line(publication, one))),
        ("Grades", plain(", ".join(one.grades))),
        ("Class time", plain(f"{one.minutes:,} minutes") if one.minutes is not None else ()),
        ("Provider", plain(one.provider.strip())),
        ("Policy", plain(one.policy.strip())),
        ("Mastery verified by", plain(one.verifier.strip())),
        ("Standards", standards),
    ]
    return Facts(items=tuple((name, runs) for name, runs in facts if runs))


def _credit_line(publication: Publication, one: LearningExperience) -> str:
    if one.credits is None:
        return ""
    amount = "1 credit" if one.credits == 1 else f"{number(one.credits)} credits"
    area = f" in “{publication.credit_area(one.credit_area)}”" if one.credit_area.strip() else ""
    basis = f", given for {one.credit_basis}" if one.credit_basis else ""
    return amount + area + basis


def _indicators(publication: Publication, one: LearningExperience) -> list[Block]:
    framework = publication.framework
    held = [framework.indicators[key] for key in one.indicators if key in framework.indicators]
    if not held:
        return []
    columns = (
        Column(head="Code", width=1),
        Column(head=capital(publication.term("indicator")), width=4.2),
        Column(head="Here it is", width=1.6),
    )
    rows = tuple(
        Row(
            cells=(
                tag_link(indicator),
                plain(indicator.statement.strip() or indicator.title.strip()) or absent("Not yet written"),
                plain(capital(", ".join(one.indicators[indicator.id].split()))),
            )
        )
        for indicator in sorted(held, key=lambda each: place(framework, each))
    )
    caption = f"{capital(publication.term('indicator', many=True))} in {tag(one)}"
    return [Table(caption=caption, columns=columns, rows=rows)]


def _units(publication: Publication, one: LearningExperience) -> list[Block]:
    units = publication.framework.units.by("experience_id", one.id)
    if not units:
        return []
    columns = (
        Column(head="Unit", width=3),
        Column(head="Weeks", width=0.7, align=Align.END),
        Column(head=capital(publication.term("indicator", many=True)), width=2),
    )
    rows = tuple(
        Row(
            cells=(
                lines((strong(f"{count}. {unit.title.strip()}".strip()), plain(unit.summary.strip()))),
                plain(number(unit.weeks)) or quiet("–"),
                tag_links(publication.framework, unit.indicator_ids) or absent("Not yet said"),
            ),
            id=anchor(unit),
        )
        for count, unit in enumerate(units, start=1)
    )
    weeks = sum((unit.weeks or Decimal() for unit in units), Decimal())
    total = f", {plural(len(units), 'unit')} in {number(weeks)} weeks" if weeks else ""
    return [Table(caption=f"Scope and sequence of {tag(one)}{total}", columns=columns, rows=rows)]


def _supports(publication: Publication, one: LearningExperience) -> list[Block]:
    supports = publication.framework.supports.by("experience_id", one.id)
    if not supports:
        return []
    items = [
        joined((strong(capital(support.form or "")), plain(support.statement.strip())), ": ") for support in supports
    ]
    return [Heading(level=4, text="Supports planned for"), bullets(item for item in items if item)]
