"""Are we aligned? One sentence, the numbers behind it, and what to do next, from a framework and its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.measures.coverage import Line, Matrix, coverage
from workbench.measures.marks import Status
from workbench.measures.verdict_numbers import Number, SetCount, numbers, set_counts
from workbench.model import Finding, Framework, Severity, StandardSet, count_by_severity, counted, term
from workbench.model.record import RANK

OUT_OF_REACH = "PTH001"
"""The rule that says which competencies a pathway cannot reach; a code never changes its meaning."""

GAPS = {Status.TAUGHT: "taught but never assessed", Status.APART: "assessed only where they are not taught",
        Status.CLAIMED: "claimed but not assessed"}  # fmt: skip
"""What is promised and not kept, the most telling first."""

PARTS = 3
"""What a sentence can hold."""


class Answer(StrEnum):
    """What the sentence comes to: nothing to judge, something is in the way, something to look at, all is well."""

    NOTHING = "nothing"
    ERRORS = "errors"
    GAPS = "gaps"
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing a committee can do next: the findings of one rule, which one kind of work removes."""

    code: str
    severity: Severity
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer in a sentence, a second sentence on what is merely left open, and everything it rests on.

    ``standards`` and ``competencies`` are the whole matrices by learning experience.
    """

    answer: Answer
    sentence: str
    besides: str
    sets: tuple[SetCount, ...]
    numbers: tuple[Number, ...]
    steps: tuple[Step, ...]
    standards: Matrix
    competencies: Matrix

    @property
    def gaps(self) -> Mapping[Status, tuple[Line, ...]]:
        """The standards that are promised and not assessed, by what is missing, the most telling first."""
        return {status: found for status in GAPS if (found := self.standards.having(status))}


def verdict(framework: Framework, sets: Mapping[str, StandardSet], findings: Iterable[Finding]) -> Verdict:
    """Return the verdict; ``sets`` hold the standards, and ``findings`` are what the checks say."""
    found = tuple(findings)
    standards = coverage(framework, sets, rows="standards")
    competencies = coverage(framework, rows="competencies")
    answer = _answer(standards, competencies, found)
    return Verdict(
        answer=answer,
        sentence=_sentence(framework, answer, standards, competencies, found),
        besides=_besides(standards),
        sets=set_counts(standards),
        numbers=numbers(framework, competencies),
        steps=steps(found),
        standards=standards,
        competencies=competencies,
    )


def steps(findings: Iterable[Finding]) -> tuple[Step, ...]:
    """Return findings by rule: the gravest first, then what removes most of them at once."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for one in sorted(findings, key=lambda one: one.sort_key):
        groups.setdefault((one.severity, one.code), []).append(one)
    made = (Step(code=code, severity=severity, findings=tuple(some)) for (severity, code), some in groups.items())
    return tuple(sorted(made, key=lambda one: (RANK[one.severity], -len(one.findings), one.code)))


def _answer(standards: Matrix, competencies: Matrix, findings: Sequence[Finding]) -> Answer:
    if any(one.severity is Severity.ERROR for one in findings):
        return Answer.ERRORS
    if not _promised(standards):
        return Answer.NOTHING
    short = standards.having(*GAPS) or len(competencies.having(Status.ASSESSED)) < len(competencies.lines)
    return Answer.GAPS if short else Answer.YES


def _promised(standards: Matrix) -> int:
    """Return how many standards something of ours claims, teaches or assesses."""
    return len(standards.lines) - len(standards.having(Status.NOT_COVERED))


def _sentence(
    framework: Framework, answer: Answer, standards: Matrix, competencies: Matrix, findings: Sequence[Finding]
) -> str:
    if answer is Answer.NOTHING:
        return "Not begun: nothing is aligned to a standard yet."
    if answer is Answer.YES:
        everything = f"all {_promised(standards):,}" if _promised(standards) > 1 else "the one"
        told = f"Yes: {everything} {_noun('standard', _promised(standards))} that you claim or teach"
        own = f", and every {term(framework, 'competency')}," if competencies.lines else ""
        return f"{told}{own} {'is' if _promised(standards) == 1 and not own else 'are'} assessed."
    parts = [*_missing(framework, standards, competencies, findings)]
    more = " There is more below." if len(parts) > PARTS else ""
    return f"Not yet: {_listed(parts[:PARTS])}.{more}"


def _missing(
    framework: Framework, standards: Matrix, competencies: Matrix, findings: Sequence[Finding]
) -> Iterator[str]:
    """Yield what keeps the answer from being yes, the most telling first."""
    whole = _promised(standards)
    for status, words in GAPS.items():
        if count := len(standards.having(status)):
            yield f"{count:,} of {whole:,} {_noun('standard', whole)} {'is' if count == 1 else 'are'} {words}"
    if pathways := len({one.subject_id for one in findings if one.code == OUT_OF_REACH}):
        yield f"{counted(framework, pathways, 'pathway')} cannot reach every {term(framework, 'competency')}"
    every = len(competencies.lines)
    if left := every - len(competencies.having(Status.ASSESSED)):
        many = counted(framework, every, "competency")
        yield f"{left:,} of {many} {'is' if left == 1 else 'are'} not assessed where taught"
    other = [one for one in findings if one.code != OUT_OF_REACH]
    if errors := count_by_severity(other)[Severity.ERROR]:
        yield f"{errors:,} {_noun('error', errors)} {'stands' if errors == 1 else 'stand'} in the way of adoption"


def _besides(standards: Matrix) -> str:
    open_ = len(standards.having(Status.NOT_COVERED))
    if not open_ or open_ == len(standards.lines):
        return ""
    verb = "is" if open_ == 1 else "are"
    return (
        f"{open_:,} of the {len(standards.lines):,} standards of the sets you use {verb} claimed by nothing of yours."
    )


def _noun(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _listed(parts: Sequence[str]) -> str:
    *head, last = parts
    return f"{', '.join(head)}, and {last}" if head else last
