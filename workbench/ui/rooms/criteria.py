"""The room of scoring criteria: what work looks like at each level."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.localize import _, ngettext
from workbench.localize.lazy import capital
from workbench.model import Criterion, Framework, Indicator, Thing, VerificationRule
from workbench.model.values import Coverage
from workbench.ui.guides import guide_of
from workbench.ui.rooms.competencies import tree
from workbench.ui.rooms.criteria_grid import compare_action, element_button, grids_of, used_in
from workbench.ui.rooms.nodes import add_button, empty_place, fields_block, heading, link, node, page
from workbench.ui.sections import all_ready, ready_button
from workbench.ui.view import Given, State
from workbench.ui.words import counted_kind, in_list, term

CODES = 3
"""Codes of standards named beside an indicator; the rest are counted."""


def outline(given: Given) -> list[State]:
    """Return the outline: indicators, then the rules that read the scores."""
    rules = [node(given, one) for one in given.framework.verification_rules.ordered()]
    return [*tree(given, _scored), *([heading(_("How scores add up"), rules)] if rules else [])]


def _scored(given: Given, thing: Thing) -> State:
    """Return the node of an indicator: ready when all its criteria are."""
    return node(given, thing, ready=all_ready(given.framework, thing, "criteria"))


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    scored = (one.subject_id for one in framework.criteria.ordered() if one.subject_id in framework.indicators)
    return next(iter([*scored, *framework.indicators]), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here."""
    element = [element_button(thing)] if isinstance(thing, Indicator) else []
    return [*element, add_button(given.framework, "verification_rule")]


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected."""
    framework = given.framework
    match thing:
        case Indicator():
            return _subject(given, thing)
        case VerificationRule():
            paths = ("title", "statement", "scope", "method", "threshold", "at_least", "rounding")
            return page(given, thing, [fields_block(given, thing, *paths)])
        case Thing():
            items = [
                link(given, one, ngettext("{n} element", "{n} elements", len(framework.criteria_of(one.id))))
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
    label = _("Write {indicators} first", indicators=term(framework, "indicator", 2))
    way = {"label": label, "do": {"room": "competencies"}}
    empty = empty_place(framework, "criterion", None if framework.indicators else way)
    return {"title": _("Scoring criteria"), "blocks": [{"type": "empty", "key": "empty", **empty}]}


def _subject(given: Given, thing: Indicator) -> State:
    """Return the page of an indicator: its statement, then its criteria as a table."""
    framework = given.framework
    criteria = framework.criteria_of(thing.id)
    quote = {
        "type": "quote",
        "key": f"{thing.id} quote",
        "stays": True,
        "text": thing.statement or _("Its statement is not written yet."),
        "chips": _chips(given, thing),
    }
    blocks = [quote, *grids_of(given, thing)]
    found = page(given, thing, blocks, actions=_actions(given, thing, criteria))
    ready = _("Criteria ready for review") if all_ready(framework, thing, "criteria") else _("Criteria are a draft")
    where = [part for part in (thing.code, *_where(framework, thing), ready) if part]
    return {**found, "where": " · ".join(where), "guide": guide_of("criterion") if not criteria else None}


def _where(framework: Framework, thing: Indicator) -> list[str]:
    competency = framework.competencies.get(thing.competency_id)
    named = [f"{capital(term(framework, 'competency'))} {competency.code} {competency.name}"] if competency else []
    return named + ([_("Grades {grades}", grades=thing.grade_band)] if thing.grade_band else [])


def _actions(given: Given, thing: Indicator, criteria: Sequence[Criterion]) -> list[State]:
    if not criteria:
        return []
    scale = given.framework.scales.get(criteria[0].scale_id)
    to_scale = [{"label": _("See the scale"), "do": {"go": {"id": scale.id}}}] if scale else []
    see = _("See the {indicator}", indicator=term(given.framework, "indicator"))
    seen = {"label": see, "do": {"go": {"id": thing.id}}}
    return [ready_button(criteria), element_button(thing), compare_action(given), seen, *to_scale]


def _chips(given: Given, thing: Indicator) -> list[State]:
    framework = given.framework
    chips: list[State] = []
    if thing.dok:
        by = thing.dok_confirmed_by
        confirmed = _("DOK {level}, confirmed by {who}", level=thing.dok, who=by)
        chips.append({"text": confirmed if by else _("DOK {level}, not confirmed yet", level=thing.dok)})
    codes = _codes(given, thing)
    none = {"text": _("Aligns to no standard yet"), "tone": "quiet"}
    chips.append({"text": _("Aligns to {standards}", standards=codes)} if codes else none)
    assessing = [one for one in framework.experiences_with(thing.id) if thing.id in one.covering(Coverage.ASSESSED)]
    courses = ngettext("Assessed in {n} course", "Assessed in {n} courses", len(assessing))
    chips.append({"text": courses if assessing else _("Assessed nowhere yet")})
    if tasks := used_in(given, thing):
        used = counted_kind(framework, len(tasks), "assessment")
        chips.append({"text": _("Used by {assessments}", assessments=used)})
    return chips


def _codes(given: Given, thing: Indicator) -> str:
    codes = []
    for one in given.framework.alignments_of(thing.id):
        found = given.sets[one.set_id].by_id.get(one.standard_id) if one.set_id in given.sets else None
        codes.append(found.code if found else _("a standard that is not here"))
    rest = len(codes) - CODES
    return in_list(codes if rest <= 1 else [*codes[:CODES], ngettext("{n} more", "{n} more", rest)])
