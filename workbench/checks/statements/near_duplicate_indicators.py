"""Two performance indicators say nearly the same.

## What it checks

No two performance indicators, of one competency or of two, share so many of their words in so much the same order that
their likeness reaches "similar_statements" in the district's settings (0.85 unless changed).

## Why it matters

What stands twice is taught, assessed and scored twice, and counts twice. Two teams that wrote nearly the same can
agree on one indicator, or say in which way theirs differ.

## Flagged

```yaml
indicators:
  - {id: story, statement: Present findings in an order and style suited to the people listening.}
  - {id: talk, statement: Present the findings in an order and a style suited to people listening.}
```

## Instead

```yaml
indicators:
  - {id: story, statement: Present findings in an order and style suited to the people listening.}
  - {id: talk, statement: Adapt a talk to the questions of the people listening.}
```

## Limits

Words are compared by lemma, without articles and the like. The same in other words ("build an argument", "argue a
claim") is not seen. Two indicators of different grades may say the same on purpose and are let be where both say their
grades, or their competencies do. Two that differ in a number ("add within 20", "add within 100") are let be as well,
also where it makes no difference. Each is told of once, with the first that it is like.

## Source

The catalogue's reading; the likeness is ours: the share of common words among all, or the likeness of the two
sequences (Ratcliff and Obershelp) where that is less.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.likeness import lemmas, twins
from workbench.checks.language.statements import stated
from workbench.checks.language.verbs import BULLET
from workbench.checks.settings import threshold_of
from workbench.checks.wording import called, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.competencies import Indicator
from workbench.model.framework import Framework
from workbench.model.grades import grade_keys

READS = ("competencies", "indicators")
_NUMBERS = frozenset({
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "hundred",
    "thousand", "million", "billion", "first", "second", "third", "fourth", "fifth",
})  # fmt: skip
"""Numbers in words. "One" is none of them, since it often means anybody."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator that is like an earlier one."""
    framework = given.framework
    read = [(cast("Indicator", one), row) for one in stated(framework, READS[1:]) if (row := _row(one.statement))]
    every = [one for one, _lemmas in read]
    grades = [_grades(framework, one) for one in every]
    numbers = [sorted(lemma for lemma in row if lemma[0].isdigit() or lemma in _NUMBERS) for _one, row in read]
    pairs = twins(
        [row for _one, row in read],
        threshold_of(framework, "similar_statements"),
        lambda one, other: (
            numbers[one] == numbers[other] and (grades[one] == grades[other] or not (grades[one] and grades[other]))
        ),
    )
    for later, earlier in pairs:
        yield Fault(
            subject=every[later],
            message=_alike(framework, every[later], every[earlier]),
            remedy=_("Keep one of them, or say in each what sets it apart."),
            field="statement",
            others=(every[earlier].id,),
        )


def _row(statement: str) -> tuple[str, ...]:
    # The number of an item in a list is no part of what it asks for.
    return lemmas(BULLET.sub("", statement))


def _grades(framework: Framework, indicator: Indicator) -> tuple[str, ...]:
    """Return the grades of an indicator: its own, or else those of its competency."""
    competency = framework.competencies.get(indicator.competency_id)
    return grade_keys(indicator.grade_band or (competency.grade_band if competency else ""))


def _alike(framework: Framework, later: Indicator, earlier: Indicator) -> str:
    statement, other = called(framework, later), named(earlier)
    competency = framework.competencies.get(earlier.competency_id)
    if competency is None:
        return _("The {statement} says nearly the same as {other}.", statement=statement, other=other)
    return _(
        "The {statement} says nearly the same as {other} of the {competency}.",
        statement=statement,
        other=other,
        competency=called(framework, competency),
    )
