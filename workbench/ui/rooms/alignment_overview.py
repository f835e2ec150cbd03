"""The page “Are we aligned?”: the verdict, the numbers, what to do next, and the matrix."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.localize import N_, _, ngettext, number, retold
from workbench.localize.lazy import capital
from workbench.measures.coverage import Head, Line
from workbench.measures.coverage_words import REMEDIES
from workbench.measures.marks import Status
from workbench.measures.verdict import Answer, Step, Verdict
from workbench.measures.verdict_numbers import SetCount
from workbench.model import Finding, Framework, Severity
from workbench.ui.rooms.matrix import matrix_state
from workbench.ui.rule_words import summary_of, why_it_matters
from workbench.ui.view import Given, State
from workbench.ui.ways import way_to
from workbench.ui.words import SEVERITY_WORDS, finding_key, term

TONES = {Answer.NOTHING: "note", Answer.ERRORS: "stop", Answer.GAPS: "warn", Answer.YES: "ok"}
GAPS = {
    Status.TAUGHT: N_("Standards taught but never assessed"),
    Status.APART: N_("Standards assessed, but not where they are said to be"),
    Status.CLAIMED: N_("Standards claimed but not assessed"),
}
SHOWN = 5
"""Findings of a step that are listed at first, and how many once one asks for all."""
MOST = 200


def overview_state(given: Given) -> State:
    """Return the state of the pane; nothing where the answer has not been worked out."""
    from workbench.checks import unchecked_words

    if given.aligned is None:
        return {}
    told = given.aligned.verdict
    return {
        "title": _("Are we aligned?"),
        "verdict": {"tone": TONES[told.answer], "line": retold(told.sentence), "text": retold(told.besides)},
        "drafts": given.view.drafts,
        "sets": [_set(one) for one in told.sets],
        "numbers": [
            {
                "key": one.key,
                "name": retold(one.name),
                "value": retold(one.value),
                "band": retold(one.band),
                "means": retold(one.means),
            }
            for one in told.numbers
        ],
        "unchecked": retold(unchecked_words(given.framework, drafts=given.view.drafts)),
        "steps": _steps(given, told),
        "none": _none(given, told),
        "matrix": matrix_state(given, given.aligned.matrix),
    }


def _none(given: Given, told: Verdict) -> str:
    """Return what stands where no check found anything."""
    if told.answer is Answer.NOTHING:
        many = term(given.framework, "indicator", 2)
        if not given.framework.indicators.ordered():
            return _(
                "Write {indicators} first, in the room of competencies, and bring in the standards of your state. "
                "Then say here what meets what: “Support a claim with evidence” meets W.9-10.1, for example.",
                indicators=many,
            )
        return _(
            "Choose one of your {indicators} or courses on the left and align it to a standard. The answer follows.",
            indicators=many,
        )
    if given.view.drafts:
        return _("The checks have nothing to say.")
    return _("The checks have nothing to say. Drafts are not checked until you ask for it.")


def _set(one: SetCount) -> State:
    counts = one.counts
    return {
        "id": one.id,
        "title": one.title,
        "standards": one.standards,
        "covered": one.covered,
        "assessed": counts[Status.ASSESSED],
        "claimed": counts[Status.CLAIMED] + counts[Status.APART],
        "taught": counts[Status.TAUGHT],
        "open": counts[Status.NOT_COVERED],
        "word": retold(capital(one.words)),
        "do": {"matrix": {"rows": "standards", "set": one.id, "only": ""}},
    }


def _steps(given: Given, told: Verdict) -> list[State]:
    """Return what to do next: errors, then what is promised and not assessed, then the rest."""
    found = [_step(given, one) for one in told.steps]
    errors = sum(1 for one in told.steps if one.severity is Severity.ERROR)
    gaps = [_gap(status, lines) for status, lines in told.gaps.items()]
    return [*found[:errors], *gaps, *found[errors:]]


def _gap(status: Status, lines: Sequence[Line]) -> State:
    """Return the step that closes one kind of gap, with the way to each standard and to all in the matrix."""
    show = {"matrix": {"rows": "standards", "only": status.value, "set": "", "grade": "", "department": ""}}
    return {
        "key": f"gap {status}",
        "code": "",
        "severity": str(Severity.WARNING),
        "word": _("Gap"),
        "title": _(GAPS[status]),
        "count": ngettext("{n} standard", "{n} standards", len(lines)),
        "says": _(REMEDIES[status]),
        "why": [],
        "items": [_standard(one.head) for one in lines[:SHOWN]],
        "more": {"label": _("Show all {n} in the matrix", n=number(len(lines))), "do": show, "seek": True},
        "rest": "",
    }


def _standard(head: Head) -> State:
    return {
        "key": f"{head.group_id} {head.id}",
        "name": head.label,
        "message": head.title,
        "remedy": head.group,
        "do": {"reveal_standard": {"set": head.group_id, "standard": head.id}},
    }


def _step(given: Given, step: Step) -> State:
    """Return one step: what is wrong as a rule, where, and why that matters."""
    count = len(step.findings)
    shown = step.findings[: MOST if given.view.matrix.step == step.code else SHOWN]
    return {
        "key": f"{step.severity} {step.code}",
        "code": step.code,
        "severity": str(step.severity),
        "word": _(SEVERITY_WORDS[step.severity]),
        "title": summary_of(step.code),
        "count": ngettext("{n} place", "{n} places", count),
        "says": "",
        "why": [*why_it_matters(step.code)],
        "items": [_item(given.framework, one) for one in shown],
        "more": {"label": _("Show all {n}", n=number(count)), "do": {"matrix": {"step": step.code}}}
        if len(shown) < min(count, MOST)
        else None,
        "rest": ngettext("And {n} more.", "And {n} more.", count - MOST) if count > MOST and len(shown) == MOST else "",
    }


def _item(framework: Framework, finding: Finding) -> State:
    name, way = way_to(framework, finding)
    return {
        "key": finding_key(finding),
        "name": name or capital(term(framework, finding.kind)),
        "message": retold(finding.message),
        "remedy": retold(finding.remedy),
        "do": way,
    }
