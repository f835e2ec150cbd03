"""The room of courses and other learning experiences, and of the pathways made of them."""

from __future__ import annotations

from workbench.localize import N_, _, ngettext, retold
from workbench.localize.lazy import capital, choice_said
from workbench.model import Framework, Indicator, LearningExperience, Pathway, Thing
from workbench.model.values import Coverage, PathwayPurpose, Route
from workbench.ui.fields import field_state, group_of
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
from workbench.ui.words import short_name, term

NO_DEPARTMENT = N_("No department yet")
PURPOSES = {
    PathwayPurpose.GRADUATION: N_("Graduation pathway"),
    PathwayPurpose.CREDIT: N_("Credit pathway"),
}
ABOUT = (
    "title",
    "code",
    "description",
    "route",
    "department",
    "credit_area",
    "credits",
    "credit_basis",
    "minutes",
    "grades",
)


def experience_groups(framework: Framework) -> dict[str, list[Thing]]:
    """Return courses by department, then every other route by its kind."""
    every = framework.experiences.ordered()
    courses = by_heading((one for one in every if one.route is Route.COURSE), "department", _(NO_DEPARTMENT))
    others = by_heading((one for one in every if one.route is not Route.COURSE), "route", "")
    return {**courses, **{_(route.capitalize()): things for route, things in others.items()}}


def outline(given: Given) -> list[State]:
    """Return the outline: courses by department, other experiences by kind, pathways."""
    framework = given.framework
    groups = [
        *experience_groups(framework).items(),
        (capital(term(framework, "pathway", 2)), framework.pathways.ordered()),
    ]
    return [heading(name, [node(given, one) for one in things]) for name, things in groups if things]


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    groups = experience_groups(framework)
    return next((one.id for group in groups.values() for one in group), "") or next(iter(framework.pathways), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here."""
    framework = given.framework
    course: State = {"label": _("Add a course"), "do": {"add": {"kind": "experience"}}}
    if isinstance(thing, LearningExperience):
        preset = {"route": str(thing.route), "department": thing.department, "credit_area": thing.credit_area}
        course["do"]["add"] |= {"after": thing.id, "preset": preset}
        if thing.route is not Route.COURSE:
            course["label"] = _("Add: {route}", route=retold(choice_said(thing.route)))
    return [course, add_button(framework, "pathway")]


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected."""
    match thing:
        case LearningExperience():
            return _experience(given, thing)
        case Pathway():
            return _pathway(given, thing)
    add = {"label": _("Add a course"), "do": {"add": {"kind": "experience"}}}
    empty = empty_place(given.framework, "experience", add)
    return {"title": _("Courses and pathways"), "blocks": [{"type": "empty", "key": "empty", **empty}]}


def _experience(given: Given, experience: LearningExperience) -> State:
    framework = given.framework
    where = [_(str(experience.route).capitalize()), experience.department, _credits(experience)]
    routes = framework.parts.by("experience_ids", experience.id)
    pathways = dict.fromkeys(one.pathway_id for one in routes)
    standards = ngettext("{n} standard", "{n} standards", len(framework.alignments_of(experience.id)))
    about = fields_block(given, experience, *ABOUT)
    about["fields"] = [_with_areas(given, one) if one["field"] == "credit_area" else one for one in about["fields"]]
    return page(given, experience, [
        about,
        _coverage(given, experience),
        cards_block(given, experience, "unit", ("title", "weeks", "summary", "indicator_ids"), title=_("Units"),
                    says=_("In order, they are the scope and sequence.")),
        cards_block(given, experience, "support", ("form", "statement"), title=_("Supports"),
                    says=_("What is planned for those who need more help, or more to do.")),
        fields_block(given, experience, "provider", "policy", "verifier", title=_("Partners and agreements"),
                     folded="open" if experience.provider or experience.policy else "shut"),
        section("links", f"{experience.id} used", _("Where it is used"), items=[
            *(link(given, framework.pathways[one], _("pathway")) for one in pathways if one in framework.pathways),
            *(link(given, one, _("assessment")) for one in framework.assessments.by("experience_ids", experience.id)),
            shortcut("alignment", experience.id, _("Alignment"), standards),
        ]),
    ], where=where)  # fmt: skip


def _with_areas(given: Given, field: State) -> State:
    """Return the field of the credit area as a choice of the graduation rules' areas, where there are rules."""
    areas = [[one["key"], one["title"]] for one in given.rules.get("areas", ())]
    if not areas:
        return field
    known = {key for key, _title in areas} | {""}
    own = [] if field["value"] in known else [[field["value"], field["value"]]]
    return {**field, "form": "choice", "choices": [*own, *areas], "required": False}


def _credits(experience: LearningExperience) -> str:
    if experience.credits is None:
        return ""
    # Half a credit is said like one.
    count = 1 if experience.credits <= 1 else 2
    return ngettext("{credits} credit", "{credits} credits", count, credits=experience.credits)


def _coverage(given: Given, experience: LearningExperience) -> State:
    """Return the table of indicators against introduced, developed and assessed."""
    framework = given.framework
    return {
        "type": "coverage",
        "key": f"{experience.id} coverage",
        "title": _("{indicators} worked on", indicators=capital(term(framework, "indicator", 2))),
        "says": _("Tick what happens here. Graduation pathways are checked against what is assessed."),
        "head": capital(term(framework, "indicator")),
        "columns": [{"key": str(one), "label": _(str(one).capitalize())} for one in Coverage],
        "rows": [_coverage_row(given, experience, one) for one in framework.indicators.ordered()],
        "empty": {
            "what": _("No indicator is worked on here yet."),
            "why": _("Find the indicators that students meet in this course and tick what it does with each."),
            "example": _("“Plan an investigation”: developed and assessed."),
        },
    }


def _coverage_row(given: Given, experience: LearningExperience, indicator: Indicator) -> State:
    state = field_state(given, experience, f"indicators.{indicator.id}")
    kept = {key: state[key] for key in ("key", "id", "field", "value")}
    group = group_of(given.framework, indicator)
    return {"code": indicator.code, "name": short_name(indicator), "group": group, "field": kept}


def _pathway(given: Given, pathway: Pathway) -> State:
    parts = cards_block(
        given, pathway, "part", ("title", "choose", "experience_ids"), title=_("Parts"),
        says=_("A part is required as a whole, unless you say how many to choose."),
    )  # fmt: skip
    fields = fields_block(given, pathway, "title", "code", "purpose", "description", "audience")
    return page(given, pathway, [fields, parts], where=[_(PURPOSES[pathway.purpose])])
