"""What rules found, kept so that an edit runs again only what it touched.

A rule that goes over the things of some tables and says of each what can be told from it and what is near says so by
``EACH``: it is kept thing by thing, together with what was looked up meanwhile. Any other rule is kept as a whole,
as long as the tables in its ``READS`` are the same objects; since values are frozen, nothing can go stale.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from workbench.checks.by_thing import ByThing, each_of
from workbench.checks.given import CheckInput, Fault, is_begun, is_shown
from workbench.checks.registry import Rule
from workbench.model.framework import table_names
from workbench.model.record import Finding, Severity

WORDS = "districts"
"""Every message is in the district's words, and its settings are the district's."""


class Memo:
    """What each rule found last, and what it was given then."""

    __slots__ = ("_findings", "_kept", "_things")

    def __init__(self) -> None:
        """Begin with nothing found."""
        self._findings: dict[str, _Said] = {}
        self._kept: dict[str, tuple[tuple[object, ...], tuple[Fault, ...]]] = {}
        self._things: ByThing | None = None

    def findings(self, rule: Rule, severity: Severity, given: CheckInput) -> tuple[Finding, ...]:
        """Return what ``rule`` says of what is ready, or of all with ``given.drafts``, sorted."""
        faults, how = self._faults(rule, given), (severity, given.drafts, given.drafts or is_begun(given.framework))
        kept = self._findings.get(rule.code)
        if kept is None or kept.how != how:
            kept = _Said((), how, {}, ())
        if kept.faults is not faults:
            # A fault that is still the same object says the same; most are, after an edit.
            made = {id(one): kept.made.get(id(one)) or _made(rule.code, one, severity) for one in faults}
            every = (one for one in made.values() if is_shown(given, one[1].subject, one[1].others))
            shown = sorted(every, key=itemgetter(0))
            kept = self._findings[rule.code] = _Said(faults, how, made, tuple(finding for _, _, finding in shown))
        return kept.findings

    def _faults(self, rule: Rule, given: CheckInput) -> tuple[Fault, ...]:
        """Return what ``rule`` finds: the same object as last time where it is the same."""
        module = rule.load()
        if each_of(module):
            self._things = self._things or ByThing()
            return self._things.faults(rule.code, given)
        reads = _read(given, module.READS)
        kept = self._kept.get(rule.code)
        if kept is None or any(one is not other for one, other in zip(kept[0], reads, strict=True)):
            # The objects themselves are kept: the identity of one that is gone could be given again.
            kept = self._kept[rule.code] = (reads, tuple(module.find(given)))
        return kept[1]


_Made: TypeAlias = tuple[tuple[str, ...], Fault, Finding]
"""A finding, the fault that it was made of, and its place in a report."""


class _Said(NamedTuple):
    """What a rule said last: of which faults, how, each with its finding, and those in order.

    How: with which severity, with drafts or without, with the district or without.
    """

    faults: tuple[Fault, ...]
    how: tuple[Severity, bool, bool]
    made: dict[int, _Made]
    findings: tuple[Finding, ...]


def _made(code: str, fault: Fault, severity: Severity) -> _Made:
    finding = finding_of(code, fault, severity)
    return finding.sort_key, fault, finding


def finding_of(code: str, fault: Fault, severity: Severity) -> Finding:
    """Return what a rule says with a fault."""
    return Finding(
        code=code,
        severity=severity,
        kind=fault.subject.kind,
        subject_id=fault.subject.id,
        message=fault.message,
        remedy=fault.remedy,
        field=fault.field,
        others=fault.others,
        evidence=fault.evidence,
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a rule in the order of a report."""
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _read(given: CheckInput, names: Iterable[str]) -> tuple[object, ...]:
    tables = table_names()
    return tuple(getattr(given.framework if name in tables else given, name) for name in (WORDS, *names))
