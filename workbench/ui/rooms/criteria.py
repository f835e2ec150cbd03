"""The room of scoring criteria: what work looks like at each level."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Criterion, Framework, HabitOfWork, Indicator, Scale, Thing, VerificationRule
from workbench.model.values import Coverage
from workbench.ui.actions import usual_scale
from workbench.ui.fields import field_state
from workbench.ui.rooms.competencies import tree
from workbench.ui.rooms.criteria_grid import LEVELS, criteria_grid
from workbench.ui.rooms.nodes import add_button, empty_place, fields_block, heading, link, node, page
from workbench.ui.view import Given, State
from workbench.ui.words import capital, counted, counted_kind, guide_of, in_list, term

CODES = 3
"""Codes of standards named beside an indicator; the rest are counted."""


def outline(given: Given) -> list[State]:
    """Return the outline: indicators and habits of work, then the scales and the rules that read the scores."""
    framework = given.framework
    groups = [
        (capital(term(framework, "habit", 2)), [_scored(given, one) for one in framework.habits.ordered()]),
        ("Scales", [node(given, one) for one in framework.scales.ordered()]),
        ("How scores add up", [node(given, one) for one in framework.verification_rules.ordered()]),
    ]
    return [*tree(given, _scored), *(heading(name, nodes) for name, nodes in groups if nodes)]


def _scored(given: Given, thing: Thing) -> State:
    """Return the node of an indicator or habit: ready when all its criteria are."""
    criteria = given.framework.criteria_of(thing.id)
    ready = bool(criteria) and all(one.ready for one in criteria)
    return node(given, thing, ready=ready)


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    return next(iter([*(one.subject_id for one in framework.criteria.ordered()), *framework.indicators]), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here."""
    framework = given.framework
    buttons = []
    if isinstance(thing, Indicator | HabitOfWork):
        buttons.append({"label": "Add an element", "do": {"add": {"kind": "criterion", "owner": thing.id}}})
    kinds = ("habit", "scale", "verification_rule")
    return buttons + [add_button(framework, kind) for kind in kinds]


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected."""
    framework = given.framework
    match thing:
        case Indicator() | HabitOfWork():
            return _subject(given, thing)
        case Scale():
            return _scale(given, thing)
        case VerificationRule():
            paths = ("title", "statement", "scope", "method", "threshold", "at_least", "rounding")
            return page(given, thing, [fields_block(given, thing, *paths)])
        case Thing():
            items = [
                link(given, one, counted(len(framework.criteria_of(one.id)), "element"))
                for one in framework.indicators_of(thing.id)
            ]
            for item in items:
                item["do"] = {"go": {"room": "criteria", "id": item["id"]}}
            block = {
                "type": "links",
                "key": f"{thing.id} list",
                "title": capital(term(framework, "indicator", 2)),
                "items": items,
            }
            return {**page(given, thing, [block], actions=[]), "guide": guide_of("criterion")}
    way = {"label": f"Write {term(framework, 'indicator', 2)} first", "do": {"room": "competencies"}}
    empty = empty_place(framework, "criterion", None if framework.indicators else way)
    return {"title": "Scoring criteria", "blocks": [{"type": "empty", "key": "empty", **empty}]}


def _subject(given: Given, thing: Indicator | HabitOfWork) -> State:
    """Return the page of an indicator or habit of work: its statement, then its criteria as a table."""
    framework = given.framework
    criteria = framework.criteria_of(thing.id)
    quote = {
        "type": "quote",
        "key": f"{thing.id} quote",
        "text": thing.statement or "Its statement is not written yet.",
        "chips": _chips(given, thing),
    }
    scales = list(dict.fromkeys(one.scale_id for one in criteria)) or [usual_scale(framework, thing.id)]
    grids = [criteria_grid(given, thing, [one for one in criteria if one.scale_id == scale], scale) for scale in scales]
    found = page(given, thing, [quote, *grids], where=_where(framework, thing), actions=_actions(given, criteria))
    ready = bool(criteria) and all(one.ready for one in criteria)
    found["where"] = " · ".join(
        [part for part in (thing.code, *_where(framework, thing)) if part]
        + ["Criteria ready for review" if ready else "Criteria are a draft"]
    )
    return {**found, "guide": guide_of("criterion") if not criteria else None}


def _where(framework: Framework, thing: Indicator | HabitOfWork) -> list[str]:
    if isinstance(thing, HabitOfWork):
        return [capital(term(framework, "habit"))]
    competency = framework.competencies.get(thing.competency_id)
    named = [f"{capital(term(framework, 'competency'))} {competency.code} {competency.name}"] if competency else []
    return named + ([f"Grades {thing.grade_band}"] if thing.grade_band else [])


def _actions(given: Given, criteria: Sequence[Criterion]) -> list[State]:
    if not criteria:
        return []
    ready = all(one.ready for one in criteria)
    label = "Back to draft" if ready else "Mark ready for review"
    subject, compare = criteria[0].subject_id, given.view.compare
    return [
        {
            "label": label,
            "primary": not ready,
            "do": {"ready": {"ids": [one.id for one in criteria], "value": not ready}},
        },
        {"label": "Add an element", "do": {"add": {"kind": "criterion", "owner": subject}}},
        {"label": "Stop comparing" if compare else "Compare levels", "do": {"look": {"compare": not compare}}},
        {"label": "See the indicator", "do": {"go": {"id": subject}}},
    ]


def _chips(given: Given, thing: Indicator | HabitOfWork) -> list[State]:
    framework = given.framework
    chips: list[State] = []
    if isinstance(thing, Indicator):
        if thing.dok:
            by = f", confirmed by {thing.dok_confirmed_by}" if thing.dok_confirmed_by else ", not confirmed yet"
            chips.append({"text": f"DOK {thing.dok}{by}"})
        assessing = [one for one in framework.experiences_with(thing.id) if thing.id in one.covering(Coverage.ASSESSED)]
        codes = _codes(given, thing)
        chips.append(
            {"text": f"Aligns to {codes}"} if codes else {"text": "Aligns to no standard yet", "tone": "quiet"}
        )
        chips.append(
            {"text": f"Assessed in {counted(len(assessing), 'course')}" if assessing else "Assessed nowhere yet"}
        )
    tasks = [
        one
        for criterion in framework.criteria_of(thing.id)
        for one in framework.assessments.by("criterion_ids", criterion.id)
    ]
    if tasks:
        chips.append({"text": f"Used by {counted_kind(framework, len({one.id for one in tasks}), 'assessment')}"})
    return chips


def _codes(given: Given, thing: Indicator) -> str:
    codes = []
    for one in given.framework.alignments_of(thing.id):
        found = given.sets[one.set_id].by_id.get(one.standard_id) if one.set_id in given.sets else None
        codes.append(found.code if found else "a standard that is not here")
    return in_list(codes if len(codes) <= CODES + 1 else [*codes[:CODES], f"{len(codes) - CODES} more"])


def _scale(given: Given, scale: Scale) -> State:
    keys = list(scale.levels) or list(LEVELS[:1])
    keys = [*keys, str(max((int(key) for key in keys if key.isdigit()), default=0) + 1)]
    names = [
        field_state(given, scale, f"levels.{key}", label=f"Name of level {key}", form="line", wide=False)
        for key in keys
    ]
    meanings = [
        field_state(given, scale, f"meanings.{key}", label=f"What level {key} means")
        for key in keys
        if key in scale.levels
    ]
    return page(given, scale, [
        fields_block(given, scale, "title", "proficient"),
        {"type": "fields", "key": f"{scale.id} levels", "title": "Levels", "fields": names,
         "says": "Write into the empty field to add a level."},
        {"type": "fields", "key": f"{scale.id} meanings", "title": "What they mean", "fields": meanings},
    ])  # fmt: skip
