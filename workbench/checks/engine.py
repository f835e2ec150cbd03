"""Run the rules over a framework and sort what they find.

What a rule finds depends on its ``READS`` alone: ready marks, severity and order are applied afterwards,
so that faults can be kept by rule and by the identity of the tables it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.registry import Rule, choose_rules
from workbench.checks.settings import severities
from workbench.model.framework import table_names
from workbench.model.record import Finding, Severity

WORDS = "districts"
"""Every message is in the district's words, and its settings are the district's."""


class Memo:
    """What each rule found last, and what it was given then. A rule runs again when one of these is another object.

    A framework shares with the one before what an edit did not touch, so the same object means the same content.
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        """Begin with nothing found."""
        self._kept: dict[str, tuple[tuple[object, ...], tuple[Fault, ...]]] = {}

    def faults(self, rule: Rule, given: CheckInput) -> tuple[Fault, ...]:
        """Return what ``rule`` finds, from what is kept where nothing that it reads has changed."""
        module = rule.load()
        reads = _read(given, module.READS)
        kept = self._kept.get(rule.code)
        if kept is None or any(one is not other for one, other in zip(kept[0], reads, strict=True)):
            # The objects themselves are kept: the identity of one that is gone could be given again.
            kept = self._kept[rule.code] = (reads, tuple(module.find(given)))
        return kept[1]


def _read(given: CheckInput, names: Iterable[str]) -> tuple[object, ...]:
    tables = table_names()
    return tuple(getattr(given.framework if name in tables else given, name) for name in (WORDS, *names))


def check(
    given: CheckInput,
    select: Iterable[str] | None = None,
    *,
    ignore: Iterable[str] = (),
    memo: Memo | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules find, sorted by code and thing; the same input gives the same report.

    Args:
        given: What to check. Things that are not marked ready stay quiet unless ``given.drafts``.
        select: Codes, fault names or families of the rules to run; None for all. Raises UnknownName.
        ignore: Codes, fault names or families to leave out of these.
        memo: What was found before; after an edit only rules that read what it touched run again.
    """
    kept, own = memo or Memo(), severities(given.framework)
    left_out = set(choose_rules(ignore))
    found = (
        finding
        for rule in choose_rules(select)
        if rule not in left_out
        for severity in [own.get(rule.code, rule.severity)]
        if severity is not None
        for finding in _findings(rule, severity, kept.faults(rule, given), given)
    )
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


def _findings(rule: Rule, severity: Severity, faults: Iterable[Fault], given: CheckInput) -> Iterator[Finding]:
    for fault in faults:
        if given.drafts or fault.subject.ready:
            yield Finding(
                code=rule.code,
                severity=severity,
                kind=fault.subject.kind,
                subject_id=fault.subject.id,
                message=fault.message,
                remedy=fault.remedy,
                field=fault.field,
                others=fault.others,
                evidence=fault.evidence,
            )
