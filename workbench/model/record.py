"""What a project records about its framework: findings, waivers, decisions, editions. None of it is content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error blocks adoption."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check says of one thing. ``field`` is where ("descriptors.3"), or empty for the whole thing.

    ``others`` are ids of further things that the message speaks of.
    """

    code: str
    severity: Severity
    kind: str
    subject_id: str
    message: str
    remedy: str
    field: str = ""
    others: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[str, str, str, str]:
        """Return the order of findings in a report: by rule, then by thing."""
        return (self.code, self.subject_id, self.field, self.message)


def count_by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, gravest first; none left out."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A committee's recorded decision to live with a finding: who, why, until when (ISO date)."""

    code: str
    subject_id: str
    person: str
    reason: str
    until: str
    field: str = ""


class Choice(StrEnum):
    """What a committee does with an alignment when its standard set comes in a new version."""

    ACCEPT = "accept"
    REDIRECT = "redirect"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDecision:
    """A committee's recorded decision on one alignment of ``subject_id`` to the version ``old_set_id`` of a set.

    ``new_standard_id`` is the standard of ``new_set_id`` that it points at since; empty where it was dropped.
    ``person`` is an opaque id, ``at`` a moment (ISO, UTC); the store keeps them in the order of the decisions.
    """

    old_set_id: str
    new_set_id: str
    alignment_id: str
    subject_id: str
    old_standard_id: str
    new_standard_id: str = ""
    choice: Choice
    reason: str = ""
    person: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one person says of one of our things and one standard, apart from what the committee agreed on.

    ``strength`` is "full", "partial", or "none" for a standard that is not met; ``at`` is ISO, UTC.
    """

    person: str
    subject_id: str
    set_id: str
    standard_id: str
    strength: str
    rationale: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An adopted, immutable framework. ``content`` is its canonical JSON; ``sha256`` is over that content.

    ``files`` are the publications made from it, by name; ``adopted_on`` and ``effective`` are what the board said.
    """

    number: int
    title: str
    vote: str
    effective: str
    adopted_on: str
    revision: int
    sha256: str
    content: bytes
    files: tuple[tuple[str, bytes], ...] = ()
