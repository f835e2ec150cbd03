"""Where each room stands: what it holds and how far it is, as cards with a meter."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model import Finding, Framework
from workbench.model.values import Route
from workbench.ui.places import room_of_kind
from workbench.ui.view import Given, State
from workbench.ui.words import capital, count_words, counted, counted_kind, term

KINDS_IN = {
    "beliefs": ("belief", "practice", "attribute", "design_question"),
    "competencies": ("competency", "indicator"),
    "criteria": ("criterion", "habit", "scale", "verification_rule"),
    "courses": ("experience", "pathway", "assessment"),
}
"""The kinds whose ready marks a room's meter counts."""
TOLD = {
    "beliefs": ("belief", "practice", "attribute"),
    "competencies": ("competency", "indicator"),
    "criteria": ("criterion", "habit"),
}
"""The kinds that a room's card counts in words."""


def meters(given: Given) -> list[State]:
    """Return a card for each room: what it holds and how far it is."""
    framework = given.framework
    titles = {
        "beliefs": "Beliefs and portrait",
        "competencies": f"{capital(term(framework, 'competency', 2))} and {term(framework, 'indicator', 2)}",
        "criteria": "Scoring criteria",
        "courses": "Courses and pathways",
    }
    found = [_meter(given, room, titles[room], _holds(framework, room)) for room in KINDS_IN]
    return [*found, _alignment_meter(given), _publish_meter(given)]


def _holds(framework: Framework, room: str) -> str:
    """Return in words what a room holds: "4 beliefs, 16 practices, 6 portrait attributes"."""
    if room in TOLD:
        return ", ".join(counted_kind(framework, len(framework.table(kind)), kind) for kind in TOLD[room])
    courses = sum(1 for one in framework.experiences.ordered() if one.route is Route.COURSE)
    others = counted(len(framework.experiences) - courses, "other experience")
    return f"{counted(courses, 'course')}, {others}, {counted_kind(framework, len(framework.pathways), 'pathway')}"


def _meter(given: Given, room: str, title: str, says: str) -> State:
    things = [one for kind in KINDS_IN[room] for one in given.framework.table(kind).ordered()]
    ready = sum(1 for one in things if one.ready)
    told = "All ready." if things and ready == len(things) else f"{ready} ready."
    counts = count_words(_in_room(given, room))
    return _card(
        room, title, ready, len(things), f"{says}. {told}", f"{ready} of {len(things)} ready for review", counts
    )


def _in_room(given: Given, room: str) -> Iterable[Finding]:
    return (one for one in given.all_findings if room_of_kind(one.kind) == room)


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
    says = f"{counted(leaves, 'standard')}, {covered:,} covered."
    counts = count_words(one for one in given.all_findings if one.code.startswith("ALN"))
    return _card(
        "alignment", "Alignment", covered, leaves, says, f"{covered:,} of {leaves:,} standards covered", counts
    )


def _publish_meter(given: Given) -> State:
    count = len(given.editions)
    says = f"{counted(count, 'edition')} adopted." if count else "No edition yet. A draft can be published at any time."
    return _card(
        "publish", "Publish", min(count, 1), 1, says, "An edition is adopted" if count else "No edition yet", {}
    )
