"""The room one enters by: the verdict, what stands in the way, where each part stands, what changed."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.localize import _, ngettext, retold
from workbench.model import Finding, Framework, Role, Severity, Thing
from workbench.ui.history import line_state
from workbench.ui.panes.discussion import being_discussed
from workbench.ui.panes.states import room_title
from workbench.ui.places import room_of_kind
from workbench.ui.rooms import ROOMS
from workbench.ui.rooms.bring import paste_block
from workbench.ui.rooms.meters import meters
from workbench.ui.view import SEVERITIES, Given, State
from workbench.ui.ways import room_to_write, way_to
from workbench.ui.words import SEVERITY_WORDS, counted_kind, term

WAYS = 6
"""Rules whose findings are listed under the verdict; the findings of the rest are counted."""
RECENT = 8
"""Changes that are listed at first, and of those since somebody's last visit."""
PARTS = ("belief", "competency", "indicator", "criterion", "experience", "pathway")
"""What a framework is made of, in the order in which a committee writes it."""


def editor(given: Given, thing: Thing | None) -> State:  # noqa: ARG001  # every room is asked the same
    """Return the page: the verdict first."""
    district = given.framework.district
    name, document = district.title or _("Your district"), district.document_title or _("graduation framework")
    blocks = [
        *([binder_notice()] if given.binder else []),
        *([folder_notice(given.warning)] if given.warning else []),
        verdict(given),
        *invitation(given),
        *present(given),
        *being_discussed(given),
        {"type": "meters", "key": "meters", "title": _("Where we stand"), "items": meters(given)},
        {"type": "changes", "key": "changes", "title": _("Latest changes"), "none": _("Nothing was changed yet."),
         "most": RECENT, "items": [line_state(line) for line in given.history]},
    ]  # fmt: skip
    if given.role.may(Role.DRAFTER):
        blocks.append(paste_block(given))
    copy = {"label": _("Save a copy"), "do": {"copy": True}, "says": _("Downloads the whole project as one file.")}
    actions = [] if given.binder else [copy]
    return {
        "title": f"{name}: {document}",
        "id": "start",
        "where": district.mission,
        "blocks": blocks,
        "actions": actions,
    }


def binder_notice() -> State:
    """Return the warning that a session on Binder ends and takes everything with it."""
    return {
        "type": "notice",
        "key": "binder",
        "tone": "warn",
        "line": _("Work on Binder vanishes."),
        "text": _(
            "This session ends after about ten minutes without activity, and everything you wrote goes with it. "
            "Save a copy before you leave, and open it with the workbench on your own machine."
        ),
        "actions": [{"label": _("Save a copy"), "primary": True, "do": {"copy": True}}],
    }


def folder_notice(warning: str) -> State:
    """Return the warning that the project's file lies where something may damage it."""
    return {
        "type": "notice",
        "key": "folder",
        "tone": "warn",
        "line": _("Your project is in a risky place."),
        "text": warning,
        "actions": [{"label": _("Save a copy"), "primary": True, "do": {"copy": True}}],
    }


def invitation(given: Given) -> list[State]:
    """Return the way to the page where people are invited, for a facilitator who is the only person of the project."""
    if not given.shared or len(given.everyone) > 1 or not given.role.may(Role.FACILITATOR):
        return []
    return [{
        "type": "notice",
        "key": "invite",
        "tone": "note",
        "line": _("You are the only one here so far."),
        "text": _("Everyone whom you invite comes in by a link of their own, so that the history says who wrote what."),
        "actions": [{"label": _("Invite people"), "page": "people"}],
    }]  # fmt: skip


def verdict(given: Given) -> State:
    """Return the verdict in one sentence, and what stands in the way: a line a rule, gravest first."""
    tone, line, room = _sentence(given)
    ranked = sorted(given.all_findings, key=lambda one: one.sort_key)
    by_rule: dict[str, list[Finding]] = {}
    for finding in ranked:
        by_rule.setdefault(finding.code, []).append(finding)
    ways = sorted(by_rule.values(), key=_usefulness)
    rest = sum(len(group) for group in ways[WAYS:])
    text = ngettext(
        "{n} thing to look at first, or to live with.", "{n} things to look at first, or to live with.", len(ranked)
    )
    more = ngettext("And {n} finding more, in their rooms.", "And {n} findings more, in their rooms.", rest)
    return {
        "type": "verdict",
        "key": "verdict",
        "tone": tone,
        "line": line,
        "go": {"label": _("Go to {name}", name=room_title(given.framework, room)), "do": {"room": room}}
        if room
        else None,
        "text": text if tone == "ok" and ranked else "",
        "small": standing(given),
        "items": [_way(given.framework, group) for group in ways[:WAYS]],
        "rest": more if rest else "",
    }


def _usefulness(findings: Sequence[Finding]) -> tuple[int, int, int]:
    """Return the place of a rule among what to do next: the gravest first, then what the rest is built on.

    What is written later often settles itself once the earlier is right: an indicator before its criteria.
    """
    rooms = [*ROOMS]
    first = findings[0]
    return SEVERITIES.index(first.severity), rooms.index(room_to_write(first)), -len(findings)


def present(given: Given) -> list[State]:
    """Return who else looks at this project now, and at what, as a block; none where nobody does."""
    items = [{"name": name, "initials": initials(name), "where": where} for name, where in given.present]
    return [{"type": "people", "key": "people", "title": _("Who is here"), "items": items}] if items else []


def initials(name: str) -> str:
    """Return the first letters of a name's first and last word: "AR"."""
    words = name.split()
    return "".join(word[0] for word in dict.fromkeys([*words[:1], *words[-1:]])).upper()


def _sentence(given: Given) -> tuple[str, str, str]:
    """Return the tone and the sentence, and the room that it points to where it does.

    Nothing written yet, then errors, then what is missing or left to look at.
    """
    if not any(given.framework.table(kind) for kind in PARTS):
        return "note", _("Just begun: start with what your district believes."), room_of_kind(PARTS[0])
    errors = sum(1 for one in given.all_findings if one.severity is Severity.ERROR)
    if errors:
        told = ngettext(
            "Not ready to adopt: {n} thing stands in the way.",
            "Not ready to adopt: {n} things stand in the way.",
            errors,
        )
        return "stop", told, ""
    missing = next((kind for kind in PARTS if not given.framework.table(kind)), "")
    if missing:
        told = _("On the way: the {things} come next.", things=term(given.framework, missing, 2))
        return "note", told, room_of_kind(missing)
    return "ok", _("Nothing stands in the way of adoption."), ""


def _way(framework: Framework, findings: Sequence[Finding]) -> State:
    """Return one line for all findings of one rule, with the way to the first."""
    finding = findings[0]
    name, way = way_to(framework, finding)
    others = len(findings) - 1
    more = ngettext("And {n} more like it.", "And {n} more like it.", others)
    return {
        "key": finding.code,
        "severity": str(finding.severity),
        "word": _(SEVERITY_WORDS[finding.severity]),
        "text": f"{retold(finding.message)} {more}" if others else retold(finding.message),
        "name": name,
        "do": way,
    }


def standing(given: Given) -> str:
    """Return in numbers how much is aligned and described."""
    framework = given.framework
    experiences = framework.experiences.ordered()
    aligned = sum(
        1
        for one in experiences
        if framework.alignments_of(one.id) or any(framework.alignments_of(key) for key in one.indicators)
    )
    indicators = framework.indicators.ordered()
    scored = sum(1 for one in indicators if framework.criteria_of(one.id))
    # Both forms are one in English; in other languages the verb goes with what is aligned and described.
    courses = ngettext(
        "{n} of {experiences} align.",
        "{n} of {experiences} align.",
        aligned,
        experiences=counted_kind(framework, len(experiences), "experience"),
    )
    criteria = ngettext(
        "{n} of {indicators} have a criterion.",
        "{n} of {indicators} have a criterion.",
        scored,
        indicators=counted_kind(framework, len(indicators), "indicator"),
    )
    return " ".join([courses] * bool(experiences) + [criteria] * bool(indicators))
