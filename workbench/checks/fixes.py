"""What can be put right at once: changes that a rule offers for its own finding, because nothing is lost by them.

A rule offers one by a function ``fix(given, finding)`` in its module. The changes are an edit like any other, recorded
and undone as one.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.checks.given import CheckInput
from workbench.checks.registry import RULES
from workbench.model.changes import Change
from workbench.model.record import Finding


@dataclass(frozen=True, slots=True)
class Fix:
    """What is done, in words for a button ("Take the default"), and the changes that do it."""

    label: str
    changes: tuple[Change, ...]


def fix_of(given: CheckInput, finding: Finding) -> Fix | None:
    """Return what would put a finding right in this framework; None where that takes a person's judgement.

    Of what is given, the framework and the earlier editions count: what is put right must not break a promise of these.
    """
    rule = RULES.get(finding.code)
    make = getattr(rule.load(), "fix", None) if rule else None
    if make is None or given.framework.find(finding.subject_id) is None:
        return None
    label, changes = make(given, finding)
    return Fix(label, changes) if changes else None
