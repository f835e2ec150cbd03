"""The room one enters by: the verdict, what stands in the way, where each part stands, what changed."""

from __future__ import annotations

from workbench.model import Finding, Framework, Severity, Thing
from workbench.ui.history import line_state
from workbench.ui.rooms.meters import meters
from workbench.ui.view import SEVERITIES, Given, State
from workbench.ui.words import SEVERITY_WORDS, counted, counted_kind, short_name

WAYS = 6
"""Findings listed under the verdict; the rest are counted."""
RECENT = 8


def outline(given: Given) -> list[State]:  # noqa: ARG001  # every room is asked the same
    """Return no outline: this room shows everything at once."""
    return []


def first(framework: Framework) -> str:  # noqa: ARG001  # every room is asked the same
    """Return nothing: there is nothing to select."""
    return ""


def adds(given: Given, thing: Thing | None) -> list[State]:  # noqa: ARG001  # every room is asked the same
    """Return nothing: things are added in their rooms."""
    return []


def editor(given: Given, thing: Thing | None) -> State:  # noqa: ARG001  # every room is asked the same
    """Return the page: the verdict first."""
    district = given.framework.district
    title = f"{district.title or 'Your district'}: {district.document_title or 'graduation framework'}"
    blocks = [
        *([binder_notice()] if given.binder else []),
        verdict(given),
        {"type": "meters", "key": "meters", "title": "Where we stand", "items": meters(given)},
        {"type": "changes", "key": "changes", "title": "Latest changes", "none": "Nothing was changed yet.",
         "items": [line_state(line) for line in given.history[:RECENT]]},
    ]  # fmt: skip
    actions = (
        []
        if given.binder
        else [{"label": "Save a copy", "do": {"copy": True}, "says": "Downloads the whole project as one file."}]
    )
    return {"title": title, "id": "start", "where": district.mission, "blocks": blocks, "actions": actions}


def binder_notice() -> State:
    """Return the warning that a session on Binder ends and takes everything with it."""
    return {
        "type": "notice",
        "key": "binder",
        "tone": "warn",
        "line": "Work on Binder vanishes.",
        "text": "This session ends after about ten minutes without activity, and everything you wrote goes with it. "
        "Save a copy before you leave, and open it with the workbench on your own machine.",
        "actions": [{"label": "Save a copy", "primary": True, "do": {"copy": True}}],
    }


def verdict(given: Given) -> State:
    """Return the verdict in one sentence, and what stands in the way, gravest first."""
    errors = [one for one in given.all_findings if one.severity is Severity.ERROR]
    others = [one for one in given.all_findings if one.severity is not Severity.ERROR]
    content = any(True for kind in ("belief", "competency", "experience") for _ in given.framework.table(kind))
    if not content:
        tone, line = "note", "Just begun: start with what your district believes."
    elif errors:
        stands = "1 thing stands" if len(errors) == 1 else f"{len(errors)} things stand"
        tone, line = "stop", f"Not ready to adopt: {stands} in the way."
    else:
        tone, line = "ok", "Nothing stands in the way of adoption."
    ranked = sorted(given.all_findings, key=lambda one: (SEVERITIES.index(one.severity), one.sort_key))
    rest = len(ranked) - WAYS
    return {
        "type": "verdict",
        "key": "verdict",
        "tone": "warn" if tone == "ok" and others else tone,
        "line": line,
        "text": "" if errors or not others else f"{counted(len(others), 'thing')} to look at first, or to live with.",
        "small": standing(given),
        "items": [_way(given.framework, one) for one in ranked[:WAYS]],
        "rest": f"And {counted(rest, 'finding')} more, in their rooms." if rest > 0 else "",
    }


def _way(framework: Framework, finding: Finding) -> State:
    subject = framework.find(finding.subject_id)
    return {
        "key": f"{finding.code} {finding.subject_id} {finding.field}",
        "severity": str(finding.severity),
        "word": SEVERITY_WORDS[finding.severity],
        "text": finding.message,
        "name": short_name(subject) if subject else "",
        "do": {"go": {"id": finding.subject_id}} if subject else None,
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
    return (
        f"{aligned} of {counted_kind(framework, len(experiences), 'experience')} align. "
        f"{scored} of {counted_kind(framework, len(indicators), 'indicator')} have a criterion."
    )
