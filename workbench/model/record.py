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


Key = tuple[str, str, str, tuple[str, ...]]
"""What tells findings apart: code, thing, field, and what it is about."""

RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check says of one thing. ``field`` is where ("descriptors.3"), or empty for the whole thing.

    ``others`` are ids of further things that the message speaks of; ``evidence`` is what the finding rests on besides,
    such as the words it quotes or the number it counted.
    """

    code: str
    severity: Severity
    kind: str
    subject_id: str
    message: str
    remedy: str
    field: str = ""
    others: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """Return what makes this finding the one it is, however its message is worded: evidence and other things."""
        return (*(" ".join(one.split()).casefold() for one in self.evidence), *sorted(self.others))

    @property
    def key(self) -> Key:
        """Return what tells it from other findings, and keeps while it is the same."""
        return (self.code, self.subject_id, self.field, self.about)

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
    """A committee's recorded decision to live with a finding: who (an opaque id), why, until when (ISO date).

    ``about`` is the finding's own: when it changes, the finding is another one and the decision does not hold for it.
    A decision without a reason takes back the one before.
    """

    code: str
    subject_id: str
    person: str
    reason: str
    until: str
    field: str = ""
    about: tuple[str, ...] = ()

    @classmethod
    def of(cls, finding: Finding, *, person: str, reason: str, until: str) -> Waiver:
        """Return the decision to live with ``finding``."""
        return cls(
            code=finding.code,
            subject_id=finding.subject_id,
            field=finding.field,
            about=finding.about,
            person=person,
            reason=reason,
            until=until,
        )

    @property
    def key(self) -> Key:
        """Return which finding it is about."""
        return (self.code, self.subject_id, self.field, self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the checks say on a day: what stands, what a decision covers, and what one covered that has run out."""

    findings: tuple[Finding, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    expired: tuple[tuple[Finding, Waiver], ...] = ()


def report_of(findings: Iterable[Finding], waivers: Iterable[Waiver], as_of: str) -> Report:
    """Part ``findings`` by the decisions that hold on the day ``as_of`` (ISO): the last day counts.

    A decision that has run out is reported only while its finding is still there.
    """
    by_key = {one.key: one for one in waivers}
    near = {(one.code, one.subject_id) for one in by_key.values()}  # quicker to tell than the whole key
    standing: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    expired: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        decided = by_key.get(finding.key) if (finding.code, finding.subject_id) in near else None
        if decided is not None and decided.until >= as_of:
            waived.append((finding, decided))
            continue
        standing.append(finding)
        if decided is not None:
            expired.append((finding, decided))
    return Report(findings=tuple(standing), waived=tuple(waived), expired=tuple(expired))


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
