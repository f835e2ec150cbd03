"""The room of what every graduate will know and be able to do: competencies and their indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.localize import N_, _, ngettext, retold
from workbench.localize.lazy import capital, choice_said
from workbench.model import Competency, Finding, Framework, Indicator, Thing
from workbench.model.values import Coverage, Reach
from workbench.ui.fields import field_state
from workbench.ui.rooms.nodes import (
    add_button,
    by_heading,
    cards_block,
    empty_place,
    fields_block,
    heading,
    link,
    node,
    page,
    section,
    shortcut,
)
from workbench.ui.view import Given, State
from workbench.ui.words import counted_kind, term

NO_AREA = N_("No content area yet")


def areas(framework: Framework) -> dict[str, list[Thing]]:
    """Return the competencies by heading: cross-curricular first, then each content area."""
    every = framework.competencies.ordered()
    cross: list[Thing] = [one for one in every if one.reach is Reach.CROSS]
    rest = by_heading((one for one in every if one.reach is not Reach.CROSS), "area", _(NO_AREA))
    return {**({_("Cross-curricular"): cross} if cross else {}), **rest}


def tree(given: Given, children: Callable[[Given, Indicator], State]) -> list[State]:
    """Return headings, competencies and, made by ``children``, their indicators."""
    framework = given.framework
    found = []
    for area, competencies in areas(framework).items():
        nodes = [
            node(given, one, [children(given, indicator) for indicator in framework.indicators_of(one.id)])
            for one in competencies
        ]
        found.append(heading(area, nodes))
    return found


def outline(given: Given) -> list[State]:
    """Return the outline: headings, competencies, indicators."""
    return tree(given, node)


def beside(given: Given, thing: Thing) -> Iterator[Finding]:
    """Yield what is said at the district of how many competencies there are of the sort of this one."""
    return (one for one in given.findings if one.kind == "district" and thing.id in one.others)


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    return next((one.id for group in areas(framework).values() for one in group), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here."""
    framework = given.framework
    competency = framework.competencies.get(thing.competency_id) if isinstance(thing, Indicator) else thing
    if not isinstance(competency, Competency):
        return [add_button(framework, "competency")]
    preset = {"reach": str(competency.reach), "area": competency.area, "grade_band": competency.grade_band}
    after = thing.id if isinstance(thing, Indicator) else None
    return [
        add_button(
            framework, "indicator", owner=competency.id, after=after, preset={"grade_band": competency.grade_band}
        ),
        add_button(framework, "competency", after=competency.id, preset=preset),
    ]


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected."""
    match thing:
        case Competency():
            return _competency(given, thing)
        case Indicator():
            return _indicator(given, thing)
    empty = empty_place(given.framework, "competency", add_button(given.framework, "competency"))
    return {
        "title": capital(term(given.framework, "competency", 2)),
        "blocks": [{"type": "empty", "key": "empty", **empty}],
    }


def _competency(given: Given, competency: Competency) -> State:
    framework = given.framework
    indicators = framework.indicators_of(competency.id)
    where = [_("Cross-curricular") if competency.reach is Reach.CROSS else competency.area or _(NO_AREA)]
    last = indicators[-1].id if indicators else ""
    add = add_button(
        framework, "indicator", owner=competency.id, after=last, preset={"grade_band": competency.grade_band}
    )
    return page(given, competency, [
        fields_block(given, competency, "statement", "title", "code", "reach", "area", "grade_band", "attribute_ids"),
        fields_block(given, competency, "endurance", "leverage", "readiness", title=_("Why this one"),
                     says=_("Three reasons make a good choice: it lasts, it is used elsewhere, it prepares.")),
        section("links", f"{competency.id} indicators", capital(term(framework, "indicator", 2)),
                items=[link(given, one, standing(framework, one)) for one in indicators],
                empty=empty_place(framework, "indicator", add), add=add if indicators else None),
    ], where=where)  # fmt: skip


def standing(framework: Framework, indicator: Indicator) -> str:
    """Return in words what an indicator has: criteria, courses that assess it, standards."""
    assessing = [
        one for one in framework.experiences_with(indicator.id) if indicator.id in one.covering(Coverage.ASSESSED)
    ]
    criteria = framework.criteria_of(indicator.id)
    return ", ".join([
        counted_kind(framework, len(criteria), "criterion") if criteria else _("no criterion"),
        ngettext("assessed in {n} course", "assessed in {n} courses", len(assessing))
        if assessing else _("assessed nowhere"),
        ngettext("{n} standard", "{n} standards", len(framework.alignments_of(indicator.id))),
    ])  # fmt: skip


def _indicator(given: Given, indicator: Indicator) -> State:
    framework = given.framework
    competency = framework.competencies.get(indicator.competency_id)
    where = [f"{capital(term(framework, 'competency'))} {competency.code} {competency.name}"] if competency else []
    prerequisites = field_state(given, indicator, "prerequisite_ids")
    targets = cards_block(
        given, indicator, "target", ("statement", "form", "unit_id"), title=capital(term(framework, "target", 2)),
        says=_("Steps of lessons and units towards it. They guide teaching and are never certified."),
    )  # fmt: skip
    return page(given, indicator, [
        fields_block(given, indicator, "statement", "title", "code", "grade_band", "priority"),
        fields_block(given, indicator, "dok", "dok_confirmed_by", "bloom", "bloom_confirmed_by", title=_("Demand"),
                     says=_("How much thinking it asks for. It counts once somebody has confirmed it.")),
        section("fields", f"{indicator.id} builds", "", fields=[prerequisites]),
        section("links", f"{indicator.id} elsewhere", _("Where it is used"), items=_elsewhere(given, indicator)),
        targets,
    ], where=where)  # fmt: skip


def _elsewhere(given: Given, indicator: Indicator) -> list[State]:
    framework = given.framework
    elements = ngettext("{n} element", "{n} elements", len(framework.criteria_of(indicator.id)))
    standards = ngettext("{n} standard", "{n} standards", len(framework.alignments_of(indicator.id)))
    return [
        shortcut("criteria", indicator.id, _("Scoring criteria"), elements),
        shortcut("alignment", indicator.id, _("Alignment"), standards),
        *(
            link(given, one, _marks_in_words(one.indicators[indicator.id]))
            for one in framework.experiences_with(indicator.id)
        ),
    ]


def _marks_in_words(marks: str) -> str:
    """Return what a course does with an indicator: "introduced, assessed"."""
    return ", ".join(retold(choice_said(mark)) for mark in marks.split())
