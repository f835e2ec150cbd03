"""The room of assessments: where students show what they know, by which criteria it is scored, how much it asks."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.localize import N_, _, ngettext
from workbench.localize.lazy import capital
from workbench.model import Assessment, Finding, Framework, Indicator, Thing
from workbench.model.values import AssessmentPurpose
from workbench.ui.fields import field_state
from workbench.ui.rooms.nodes import (
    add_button,
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
from workbench.ui.words import in_list, short_name, term

HEADINGS = {
    AssessmentPurpose.SUMMATIVE: N_("Summative"),
    AssessmentPurpose.FORMATIVE: N_("Formative"),
    None: N_("Purpose not said yet"),
}
"""What stands above the assessments of each purpose."""


def outline(given: Given) -> list[State]:
    """Return the outline: the assessments by their purpose."""
    every = given.framework.assessments.ordered()
    groups = [
        (name, [node(given, one) for one in every if one.purpose is purpose]) for purpose, name in HEADINGS.items()
    ]
    return [heading(_(name), nodes) for name, nodes in groups if nodes]


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    every = framework.assessments.ordered()
    return next((one.id for purpose in HEADINGS for one in every if one.purpose is purpose), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here; it takes the purpose of what it is added after."""
    if not isinstance(thing, Assessment):
        return [add_button(given.framework, "assessment")]
    preset = {"purpose": str(thing.purpose)} if thing.purpose else {}
    return [add_button(given.framework, "assessment", after=thing.id, preset=preset)]


def beside(given: Given, thing: Thing) -> Iterator[Finding]:
    """Yield what the checks of assessments say of others because of this one: of its indicators, their pathways."""
    if not isinstance(thing, Assessment):
        return
    shown = {thing.id, *thing.indicator_ids}
    indicators = given.framework.indicators
    competencies = {indicators[one].competency_id for one in thing.indicator_ids if one in indicators}
    for one in given.findings:
        near = shown.intersection(one.others) or one.subject_id in competencies
        if one.code.startswith("ASM") and one.kind != "assessment" and near:
            yield one


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected."""
    framework = given.framework
    if not isinstance(thing, Assessment):
        empty = empty_place(framework, "assessment", add_button(framework, "assessment"))
        title = capital(term(framework, "assessment", 2))
        return {"title": title, "blocks": [{"type": "empty", "key": "empty", **empty}]}
    purpose = _(str(thing.purpose).capitalize()) if thing.purpose else ""
    items = cards_block(
        given, thing, "item", ("prompt", "primary_id", "dok", "secondary_ids", "challenge"),
        title=_("Items and tasks"), says=_("Each names the indicator that it gives evidence of, and how much it asks."),
    )  # fmt: skip
    return page(given, thing, [
        fields_block(given, thing, "title", "code", "purpose", "form", "scope", "description"),
        section("fields", f"{thing.id} evidence", _("What it shows and is scored by"), fields=_evidence(given, thing)),
        *_demand(given, thing),
        items,
        section("links", f"{thing.id} used", _("Where it is used"), items=_used(given, thing)),
    ], where=[purpose])  # fmt: skip


def _evidence(given: Given, thing: Assessment) -> list[State]:
    """Return what it shows and is scored by; criteria of its own indicators are offered first."""
    framework = given.framework
    near = [one.id for key in thing.indicator_ids for one in framework.criteria_of(key)]
    help_text = _("Those of its {indicators} come first.", indicators=term(framework, "indicator", 2)) if near else ""
    return [
        field_state(given, thing, "indicator_ids"),
        field_state(given, thing, "criterion_ids", first=near, help=help_text),
        field_state(given, thing, "experience_ids"),
    ]


def _used(given: Given, thing: Assessment) -> list[State]:
    framework = given.framework
    experiences = [framework.experiences[one] for one in thing.experience_ids if one in framework.experiences]
    standards = ngettext("{n} standard", "{n} standards", len(framework.alignments_of(thing.id)))
    return [*(link(given, one) for one in experiences), shortcut("alignment", thing.id, _("Alignment"), standards)]


def _demand(given: Given, thing: Assessment) -> list[State]:
    """Return the table of what each indicator asks for beside what the items do; none without an indicator."""
    framework = given.framework
    indicators = [framework.indicators[one] for one in thing.indicator_ids if one in framework.indicators]
    name = capital(term(framework, "indicator"))
    return [] if not indicators else [
        section("table", f"{thing.id} demand", _("How much it asks"),
                says=_("Depth of knowledge (1 to 4) of each {indicator}, beside that of the items and tasks below.",
                       indicator=name.lower()),
                columns=[name, _("Scored by"), _("It asks for"), _("Asked for here")], headed=True,
                rows=[_demand_row(framework, thing, one) for one in indicators]),
    ]  # fmt: skip


def _demand_row(framework: Framework, thing: Assessment, indicator: Indicator) -> list[object]:
    used = [one for one in framework.criteria_of(indicator.id) if one.id in thing.criterion_ids]
    scored = in_list(short_name(one) for one in used)
    return [
        {"code": indicator.code, "text": short_name(indicator)},
        scored or _("no {criterion} of it", criterion=term(framework, "criterion")),
        str(indicator.dok or _("not told yet")),
        _asked(framework, thing, indicator),
    ]


def _asked(framework: Framework, thing: Assessment, indicator: Indicator) -> str:
    """Return in words what the items of an assessment ask of an indicator: "2 items, up to 3"."""
    hits = [
        item
        for item in framework.items.by("assessment_id", thing.id)
        if indicator.id in (item.primary_id, *item.secondary_ids)
    ]
    if not hits:
        return _("by no {item}", item=term(framework, "item"))
    most = max((item.dok or 0 for item in hits), default=0)
    count = len(hits)
    if not most:
        return ngettext("{n} item, level not told yet", "{n} items, level not told yet", count)
    if indicator.dok and most < indicator.dok:
        return ngettext(
            "{n} item, up to {most}, less than it asks for",
            "{n} items, up to {most}, less than it asks for",
            count,
            most=most,
        )
    return ngettext("{n} item, up to {most}", "{n} items, up to {most}", count, most=most)
