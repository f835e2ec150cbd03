"""Run the rules over a framework and sort what they find.

What a rule finds depends on its ``READS`` alone: ready marks, severity and order are applied afterwards,
so that faults can be kept by rule and by the identity of the tables it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.checks.given import CheckInput
from workbench.checks.registry import Rule, choose_rules
from workbench.model.record import Finding


def check(given: CheckInput, select: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Return what the rules find, sorted by code and thing; the same input gives the same report.

    Args:
        given: What to check. Things that are not marked ready stay quiet unless ``given.drafts``.
        select: Codes, fault names or families of the rules to run; None for all. Raises UnknownName.
    """
    found = (finding for rule in choose_rules(select) for finding in _findings(rule, given))
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


def _findings(rule: Rule, given: CheckInput) -> Iterator[Finding]:
    for fault in rule.load().find(given):
        if given.drafts or fault.subject.ready:
            yield Finding(
                code=rule.code,
                severity=rule.severity,
                kind=fault.subject.kind,
                subject_id=fault.subject.id,
                message=fault.message,
                remedy=fault.remedy,
                field=fault.field,
                others=fault.others,
            )
