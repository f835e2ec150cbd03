"""Where each room stands: what it holds and how far it is, as cards with a meter."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.localize import N_, _, ngettext, number
from workbench.localize.lazy import capital
from workbench.model import Framework, Thing
from workbench.model.fields import Form
from workbench.model.thing import PLACE_FIELDS
from workbench.model.values import Route
from workbench.ui.places import place_of, room_of_kind
from workbench.ui.view import Given, State
from workbench.ui.words import count_words, counted_kind, in_list, term

TITLES = {
    "beliefs": N_("Beliefs and portrait"),
    "competencies": "",
    "criteria": N_("Scoring criteria"),
    "habits": "",
    "courses": N_("Courses and pathways"),
    "assessments": "",
}
"""The rooms that hold what a committee writes; those without a title are called by the district's own words."""
TOLD = {
    "beliefs": ("belief", "practice", "attribute"),
    "competencies": ("competency", "indicator"),
    "habits": ("habit",),
    "assessments": ("assessment",),
}
"""The kinds that a room's card counts in words."""
MARKED = frozenset({
    "belief", "practice", "attribute", "design_question", "competency", "indicator", "criterion", "verification_rule",
    "habit", "experience", "pathway", "assessment",
})  # fmt: skip
"""The kinds whose ready marks a card counts."""
WRITTEN = (Form.TEXT, Form.LINE, Form.TEXTS)


def meters(given: Given) -> list[State]:
    """Return a card for each room: what it holds and how far it is."""
    framework = given.framework
    held: dict[str, list[Thing]] = {room: [] for room in TITLES}
    for thing in framework.things():
        if thing.kind in MARKED and (room := place_of(framework, thing)[0]) in held:
            held[room].append(thing)
    found = [_meter(given, room, things) for room, things in held.items()]
    return [*found, _alignment_meter(given), _publish_meter(given)]


def _title(framework: Framework, room: str) -> str:
    return _(TITLES[room]) or capital(in_list(term(framework, kind, 2) for kind in TOLD[room]))


def _holds(framework: Framework, room: str, things: Sequence[Thing]) -> str:
    """Return in words what a room holds: "4 beliefs, 16 practices, 6 portrait attributes"."""
    if room in TOLD:
        return ", ".join(counted_kind(framework, len(framework.table(kind)), kind) for kind in TOLD[room])
    if room == "criteria":
        return counted_kind(framework, sum(one.kind == "criterion" for one in things), "criterion")
    courses = sum(1 for one in framework.experiences.ordered() if one.route is Route.COURSE)
    others = len(framework.experiences) - courses
    return ", ".join((
        ngettext("{n} course", "{n} courses", courses),
        ngettext("{n} other experience", "{n} other experiences", others),
        counted_kind(framework, len(framework.pathways), "pathway"),
    ))  # fmt: skip


def is_drafted(thing: Thing) -> bool:
    """Tell whether something is written in a thing, beyond its code and its place."""
    return any(spec.form in WRITTEN for name, spec, _value in thing.filled() if name not in ("code", *PLACE_FIELDS))


def _meter(given: Given, room: str, things: Sequence[Thing]) -> State:
    ready, drafted = sum(one.ready for one in things), sum(one.ready or is_drafted(one) for one in things)
    told = _("{drafted} drafted, {ready} ready.", drafted=number(drafted), ready=number(ready))
    if ready == len(things):
        told = _("All ready.") if things else _("Not begun yet.")
    says = f"{_holds(given.framework, room, things)}. {told}"
    counts = count_words(
        one for one in given.all_findings if _room_of(given.framework, one.subject_id, one.kind) == room
    )
    shares = {"ready": number(ready), "all": number(len(things)), "drafted": number(drafted)}
    meter = _("{ready} of {all} ready for review, {drafted} drafted", **shares)
    card = _card(room, _title(given.framework, room), ready, len(things), says, meter, counts)
    return {**card, "drafted": round(100 * drafted / len(things)) if things else 0}


def _room_of(framework: Framework, identifier: str, kind: str) -> str:
    thing = framework.find(identifier)
    return place_of(framework, thing)[0] if thing else room_of_kind(kind)


def _card(room: str, title: str, done: int, total: int, says: str, meter: str, counts: State) -> State:
    percent = round(100 * done / total) if total else 0
    return {
        "key": room,
        "title": title,
        "percent": percent,
        "says": says,
        "meter": meter,
        "counts": counts,
        "do": {"room": room},
    }


def _alignment_meter(given: Given) -> State:
    leaves, covered = sum(one.leaves for one in given.infos.values()), sum(given.covered.values())
    says = ngettext("{n} standard, {covered} covered.", "{n} standards, {covered} covered.", leaves,
                    covered=number(covered))  # fmt: skip
    counts = count_words(one for one in given.all_findings if one.code.startswith("ALN"))
    meter = _("{covered} of {all} standards covered", covered=number(covered), all=number(leaves))
    return _card("alignment", _("Alignment"), covered, leaves, says, meter, counts)


def _publish_meter(given: Given) -> State:
    count = len(given.editions)
    says, meter = _("No edition yet. A draft can be published at any time."), _("No edition yet")
    if count:
        says, meter = ngettext("{n} edition adopted.", "{n} editions adopted.", count), _("An edition is adopted")
    return _card("publish", _("Publish"), min(count, 1), 1, says, meter, {})
