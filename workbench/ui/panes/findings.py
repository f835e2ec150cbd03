"""The state of the right column: what the checks say of the thing selected, what people say, how it came to be."""

from __future__ import annotations

from collections import Counter

from workbench.localize import N_, _, retold
from workbench.localize.lazy import capital
from workbench.model import Finding, Thing
from workbench.ui.history import line_state
from workbench.ui.panes.discussion import discussion_state
from workbench.ui.places import place_of
from workbench.ui.rooms import find_room
from workbench.ui.rule_words import why_it_matters
from workbench.ui.view import Given, State
from workbench.ui.words import SEVERITY_WORDS, finding_key, short_name, term
from workbench.workshop.telling import name_words

NO_FINDINGS = N_("Nothing to say about this.")
NO_FINDINGS_IN_DRAFT = N_(
    "This is a draft, so the checks stay quiet. Mark it ready for review when you would like to hear them."
)
NOTHING_READY = N_("The checks stay quiet about the whole until the first {competency} is marked ready for review.")


def findings_state(given: Given, thing: Thing | None) -> State:
    """Return what the findings pane draws: what the checks say of ``thing`` and what is its own, then its history."""
    room = find_room(given.view.room)
    # Beside a set of standards there is no column for it: the room shows findings itself, and the rest lies folded.
    shown = None if room.shelved else thing
    near = getattr(room.module, "beside", _nothing)
    found = (*given.findings_of(shown), *near(given, shown)) if shown else ()
    return {
        "selected": thing.id if thing else "",
        "folded": room.shelved,
        "findings": _placed([finding_state(given, one, thing) for one in found]),
        "decided": decided_states(given, shown),
        "none": _quiet(given, thing) if thing else _("Select something on the left to see what the checks say of it."),
        "drafts": given.view.drafts,
        "discussion": discussion_state(given, thing),
        "history": [line_state(line) for line in given.history] if thing else None,
    }


def _quiet(given: Given, thing: Thing) -> str:
    """Return why nothing is said of a thing."""
    from workbench.checks.given import CheckInput, is_shown

    if is_shown(CheckInput(given.framework, drafts=given.view.drafts), thing):
        return _(NO_FINDINGS)
    if thing.kind == "district":
        return _(NOTHING_READY, competency=term(given.framework, "competency"))
    return _(NO_FINDINGS_IN_DRAFT)


def _nothing(given: Given, thing: Thing) -> tuple[Finding, ...]:  # noqa: ARG001  # as rooms are asked
    """Return what most rooms show of others beside a thing."""
    return ()


def _placed(found: list[State]) -> list[State]:
    """Return findings, each with a place of its own, which stays the same when the words of the finding change."""
    seen: Counter[str] = Counter()
    for one in found:
        seen[one["place"]] += 1
        one["place"] += f" {seen[one['place']]}"
    return found


def finding_state(given: Given, finding: Finding, thing: Thing | None) -> State:
    """Return one finding: how grave, what is wrong, what to do, why it matters, where else to look."""
    from workbench.checks import CheckInput, fix_of

    framework = given.framework
    offered = fix_of(CheckInput(framework, earlier=given.earlier), finding)
    subject = framework.find(finding.subject_id)
    elsewhere = subject is not None and thing is not None and subject.id != thing.id
    about = ""
    if elsewhere and subject:
        kind = capital(term(framework, finding.kind))
        about = _("{thing} “{name}”", thing=kind, name=short_name(subject))
    others = [found for one in finding.others if (found := framework.find(one)) and found.kind != "translation"]
    return {
        "key": finding_key(finding),
        "place": f"{finding.code} {finding.subject_id} {finding.field}",
        "code": finding.code,
        "severity": str(finding.severity),
        "word": _(SEVERITY_WORDS[finding.severity]),
        "about": about,
        "message": retold(finding.message),
        "remedy": retold(finding.remedy),
        "why": [*why_it_matters(finding.code)],
        "fix": retold(offered.label) if offered else "",
        "others": [{"id": one.id, "name": short_name(one), "room": place_of(framework, one)[0]} for one in others[:5]],
    }


def decided_states(given: Given, thing: Thing | None) -> list[State]:
    """Return what the committee decided to live with about ``thing`` or what is its own."""
    own = {thing.id, *(one.id for one in given.framework.owned(thing.id))} if thing else set()
    return [
        {
            "key": finding_key(finding),
            "code": finding.code,
            "message": retold(finding.message),
            "reason": decided.reason,
            "until": decided.until,
            "who": name_words(decided.person, given.people),
        }
        for finding, decided in given.waived
        if finding.subject_id in own
    ]
