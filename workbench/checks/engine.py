"""Run the rules over a framework and sort what they find.

What a rule finds depends on its ``READS`` alone: ready marks, severity and order are applied afterwards.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterable, Iterator

from workbench.checks.given import CheckInput, is_shown
from workbench.checks.memo import Memo, finding_of, in_order
from workbench.checks.registry import Rule, choose_rules
from workbench.checks.settings import severities
from workbench.model.record import Finding, Severity


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
        memo: What was found before; after an edit only what it touched is looked at again.
    """
    own, left_out = severities(given.framework), set(choose_rules(ignore))
    chosen = sorted(set(choose_rules(select)) - left_out, key=lambda rule: rule.code)
    with _uncollected():
        return tuple(
            finding
            for rule in chosen
            if (severity := own.get(rule.code, rule.severity)) is not None
            for finding in _findings(rule, severity, given, memo)
        )


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: a check leaves none, and looking takes a quarter of the first one's time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _findings(rule: Rule, severity: Severity, given: CheckInput, memo: Memo | None) -> tuple[Finding, ...]:
    if memo is not None:
        return memo.findings(rule, severity, given)
    faults = (fault for fault in rule.load().find(given) if is_shown(given, fault.subject, fault.others))
    return in_order(finding_of(rule.code, fault, severity) for fault in faults)
