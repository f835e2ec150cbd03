"""Are we aligned? One sentence, the numbers behind it, and what to do next, from a framework and its findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_join
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.measures.coverage import Line, Matrix, coverage
from workbench.measures.hits import asked_for
from workbench.measures.marks import Status
from workbench.measures.verdict_numbers import Number, SetCount, numbers, set_counts
from workbench.model import (
    Finding,
    Framework,
    Severity,
    StandardSet,
    count_by_severity,
    counted,
    term,
)
from workbench.model.record import RANK

OUT_OF_REACH = "PTH001"
"""The rule that says which competencies a pathway cannot reach; a code never changes its meaning."""

GAPS = (Status.TAUGHT, Status.APART, Status.CLAIMED)
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

    Both sentences can be said again in another language. ``standards`` and ``indicators`` are the whole matrices by
    learning experience.
    """

    answer: Answer
    sentence: str
    besides: str
    sets: tuple[SetCount, ...]
    numbers: tuple[Number, ...]
    steps: tuple[Step, ...]
    standards: Matrix
    indicators: Matrix

    @property
    def gaps(self) -> Mapping[Status, tuple[Line, ...]]:
        """The standards that are promised and not assessed, by what is missing, the most telling first."""
        return {status: found for status in GAPS if (found := self.standards.having(status))}


def verdict(
    framework: Framework, sets: Mapping[str, StandardSet], findings: Iterable[Finding], *, drafts_left: int = 0
) -> Verdict:
    """Return the verdict.

    ``sets`` hold the standards; ``findings`` are what the checks say, which did not look at ``drafts_left`` things.
    """
    found = tuple(findings)
    standards = coverage(framework, sets, rows="standards")
    indicators = coverage(framework, rows="indicators")
    whole = wholly_assessed(framework, indicators)
    missing = [*_missing(framework, standards, whole, found, drafts_left)]
    answer = _answer(standards, found, missing)
    return Verdict(
        answer=answer,
        sentence=_sentence(framework, answer, standards, missing),
        besides=_besides(standards),
        sets=set_counts(standards),
        numbers=numbers(framework, whole),
        steps=steps(found),
        standards=standards,
        indicators=indicators,
    )


def wholly_assessed(framework: Framework, indicators: Matrix) -> frozenset[str]:
    """Return the ids of the competencies whose indicators are all assessed where they are taught.

    Where some of them are marked as priorities, of those: the others support them.
    """
    assessed = {line.head.id for line in indicators.having(Status.ASSESSED)}
    left = framework.indicators.derived(asked_for) - assessed
    short = {framework.indicators[one].competency_id for one in left}
    return frozenset(one for one in framework.competencies if framework.indicators_of(one) and one not in short)


def steps(findings: Iterable[Finding]) -> tuple[Step, ...]:
    """Return findings by rule: the gravest first, then what removes most of them at once."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for one in sorted(findings, key=lambda one: one.sort_key):
        groups.setdefault((one.severity, one.code), []).append(one)
    made = (Step(code=code, severity=severity, findings=tuple(some)) for (severity, code), some in groups.items())
    return tuple(sorted(made, key=lambda one: (RANK[one.severity], -len(one.findings), one.code)))


def _answer(standards: Matrix, findings: Sequence[Finding], missing: Sequence[str]) -> Answer:
    if any(one.severity is Severity.ERROR for one in findings):
        return Answer.ERRORS
    if not _promised(standards):
        return Answer.NOTHING
    return Answer.GAPS if missing else Answer.YES


def _promised(standards: Matrix) -> int:
    """Return how many standards something of ours claims, teaches or assesses."""
    return len(standards.lines) - len(standards.having(Status.NOT_COVERED))


def _sentence(framework: Framework, answer: Answer, standards: Matrix, parts: Sequence[str]) -> str:
    if answer is Answer.NOTHING:
        return _("Not begun: nothing is aligned to a standard yet.")
    if answer is Answer.YES:
        return _kept(framework, _promised(standards), own=bool(framework.competencies))
    missing = _listed(parts[:PARTS])
    if len(parts) > PARTS:
        return _("Not yet: {missing}. There is more below.", missing=missing)
    return _("Not yet: {missing}.", missing=missing)


def _kept(framework: Framework, promised: int, *, own: bool) -> str:
    """Return that everything is assessed: the standards, and the competencies where there are any."""
    if own:
        return ngettext(
            "Yes: the one standard that you claim or teach, and every {competency}, are assessed.",
            "Yes: all {n} standards that you claim or teach, and every {competency}, are assessed.",
            promised,
            competency=term(framework, "competency"),
        )
    return ngettext(
        "Yes: the one standard that you claim or teach is assessed.",
        "Yes: all {n} standards that you claim or teach are assessed.",
        promised,
    )


def _missing(
    framework: Framework, standards: Matrix, whole: Collection[str], findings: Sequence[Finding], drafts_left: int
) -> Iterator[str]:
    """Yield what keeps the answer from being yes, the most telling first."""
    promised = _standards(_promised(standards))
    yield from (_gap(status, count, promised) for status in GAPS if (count := len(standards.having(status))))
    if pathways := len({one.subject_id for one in findings if one.code == OUT_OF_REACH}):
        yield ngettext(
            "{pathways} cannot reach every {competency}",
            "{pathways} cannot reach every {competency}",
            pathways,
            pathways=counted(framework, pathways, "pathway"),
            competency=term(framework, "competency"),
        )
    every = len(framework.competencies)
    if left := every - len(whole):
        yield ngettext(
            "{n} of {competencies} is not fully assessed where taught",
            "{n} of {competencies} are not fully assessed where taught",
            left,
            competencies=counted(framework, every, "competency"),
        )
    other = [one for one in findings if one.code != OUT_OF_REACH]
    if errors := count_by_severity(other)[Severity.ERROR]:
        yield ngettext("{n} error stands in the way of adoption", "{n} errors stand in the way of adoption", errors)
    if drafts_left:
        yield ngettext(
            "{n} part is not marked ready and was not checked",
            "{n} parts are not marked ready and were not checked",
            drafts_left,
        )


def _gap(status: Status, count: int, whole: str) -> str:
    if status is Status.TAUGHT:
        return ngettext(
            "{n} of {standards} is taught but never assessed",
            "{n} of {standards} are taught but never assessed",
            count,
            standards=whole,
        )
    if status is Status.APART:
        return ngettext(
            "{n} of {standards} is assessed, but not where it is said to be",
            "{n} of {standards} are assessed, but not where they are said to be",
            count,
            standards=whole,
        )
    return ngettext(
        "{n} of {standards} is claimed but not assessed",
        "{n} of {standards} are claimed but not assessed",
        count,
        standards=whole,
    )


def _besides(standards: Matrix) -> str:
    open_ = len(standards.having(Status.NOT_COVERED))
    if not open_ or open_ == len(standards.lines):
        return ""
    return ngettext(
        "{n} of the {standards} of the sets you use is claimed by nothing of yours.",
        "{n} of the {standards} of the sets you use are claimed by nothing of yours.",
        open_,
        standards=_standards(len(standards.lines)),
    )


def _standards(count: int) -> str:
    return ngettext("{n} standard", "{n} standards", count)


def _listed(parts: Sequence[str]) -> str:
    *head, last = parts
    return _("{parts}, and {last}", parts=lazy_join(head, ", "), last=last) if head else last
