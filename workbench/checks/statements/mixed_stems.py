"""Statements of one set open in different ways.

## What it checks

The performance indicators of a competency all open alike, and so do the learning targets of an indicator: with
the verb, with "Students will", with "I can", with a third person ("explains") or with a question.

## Why it matters

A set in one form reads as one set, and what differs between its statements is then what they ask for. A form that
changes midway is mostly left over from another document.

## Flagged

```yaml
competencies: [{id: write, title: Write for readers}]
indicators:
  - {id: claim, competency_id: write, statement: Argue a claim with evidence.}
  - {id: story, competency_id: write, statement: Compose a narrative.}
  - {id: edit, competency_id: write, statement: I can revise for a reader.}
```

## Instead

```yaml
competencies: [{id: write, title: Write for readers}]
indicators:
  - {id: claim, competency_id: write, statement: Argue a claim with evidence.}
  - {id: story, competency_id: write, statement: Compose a narrative.}
  - {id: edit, competency_id: write, statement: Revise for a reader.}
```

## Limits

Each set is held against itself, so that competencies of a framework may differ from each other. The form that
most statements have counts, the first of two that are as frequent. A statement that opens with no verb is left
to statement-without-verb. A verb that the tagger takes for a noun is not seen.

## Source

Published frameworks keep one stem throughout ("As a reader, I can"); the catalogue's reading for each set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.english import speaks_english
from workbench.checks.language.verbs import Opening, lead
from workbench.checks.wording import called, listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.competencies import Indicator, LearningTarget
from workbench.model.framework import Framework
from workbench.model.terms import term
from workbench.model.thing import Thing

READS = ("competencies", "indicators", "targets")
EACH = ("competencies", "indicators")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield, for each mixed set, the first statement that opens otherwise than most."""
    framework = given.framework
    if speaks_english(framework):
        for competency in framework.competencies.ordered():
            yield from _of_set(framework, competency, framework.indicators_of(competency.id))
        for indicator in framework.indicators.ordered():
            yield from _of_set(framework, indicator, framework.targets.by("indicator_id", indicator.id))


def _of_set(framework: Framework, owner: Thing, every: Sequence[Indicator | LearningTarget]) -> Iterator[Fault]:
    opened = [(one, lead(one.statement).opening) for one in every if one.statement.strip()]
    counted = Counter(opening for _one, opening in opened if opening is not Opening.OTHER)
    if len(counted) > 1:
        usual, *rest = (opening for opening, _count in counted.most_common())
        first, *others = (one for one, opening in opened if opening in rest)
        other = reduce(_either, (_(one.value) for one in rest))
        yield Fault(
            subject=first,
            message=_says(
                1 + len(others),
                most=2 * counted[usual] > len(opened),
                names=listed(named(one) for one in (first, *others)),
                other=other,
                statements=term(framework, first.kind, 2),
                owner=called(framework, owner),
                usual=_(usual.value),
            ),
            remedy=_("Open all of them in the same way."),
            field="statement",
            others=tuple(one.id for one in others),
            evidence=tuple(one.value for one in (usual, *rest)),
        )


def _says(n: int, *, most: bool, **words: str) -> str:
    if most:
        return ngettext(
            "{names} opens with {other}, most {statements} of the {owner} with {usual}.",
            "{names} open with {other}, most {statements} of the {owner} with {usual}.",
            n,
            **words,
        )
    return ngettext(
        "{names} opens with {other}, other {statements} of the {owner} with {usual}.",
        "{names} open with {other}, other {statements} of the {owner} with {usual}.",
        n,
        **words,
    )


def _either(first: str, last: str) -> str:
    return _("{first} or {last}", first=first, last=last)
