"""The level that meets the expectation leaves out a part of the indicator.

## What it checks

Each noun that a main verb of the indicator governs is mentioned at the proficient level of one of its criteria, or in
the name of an element, and so is each main verb where the indicator joins several. Another word of the same family
counts ("compare", "comparison"), and so does a verb that means nearly the same ("gather" for "collect"), by the word
list "words.near_verbs" in the district's settings.

## Why it matters

What no criterion mentions is not scored. Students then meet the expectation without a part of what was adopted, or
teachers score that part each in their own way.

## Flagged

```yaml
indicators:
  - {id: claim, statement: Plan and conduct an investigation.}
scales:
  - {id: four, levels: {"1": Beginning, "2": Developing, "3": Proficient, "4": Distinguished}, proficient: 3}
criteria:
  - id: evidence
    element: Investigation
    subject_id: claim
    scale_id: four
    descriptors:
      "3": Plans an investigation that answers a question.
```

## Instead

```yaml
indicators:
  - {id: claim, statement: Plan and conduct an investigation.}
scales:
  - {id: four, levels: {"1": Beginning, "2": Developing, "3": Proficient, "4": Distinguished}, proficient: 3}
criteria:
  - id: evidence
    element: Investigation
    subject_id: claim
    scale_id: four
    descriptors:
      "3": Plans an investigation that answers a question, and conducts it as planned.
```

## Limits

A note, since the criteria may well say the same with another word: "carries out" for "conducts" is flagged. English
only. It looks at the noun next to each verb and at nothing further on, so a second noun ("sources and methods") or a
part after "by", "for" or "with" that is left out is not seen; nor are the means of "use", or one of two nouns with
"or". A single verb is not looked for, since criteria often divide it; demand-differs-from-indicator holds its demand
against theirs. Indicators with a criterion that has no text at the proficient level, or a scale that does not say
which it is, are passed over.

## Source

Vermont’s variant of the design protocol: the proficient level includes all elements of the indicator.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.acts import pairs_of
from workbench.checks.language.criteria import proficient_text
from workbench.checks.language.english import speaks_english
from workbench.checks.language.objects import objects_of, same_family
from workbench.checks.language.reading import Word, forms
from workbench.checks.language.verbs import lead
from workbench.checks.wording import listed, named, quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("criteria", "indicators", "scales")
EACH = ("indicators",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator with a part that no criterion mentions."""
    framework = given.framework
    near = pairs_of(framework, "near_verbs")
    for indicator in framework.indicators.ordered() if speaks_english(framework) else ():
        criteria = framework.criteria_of(indicator.id)
        texts = [proficient_text(framework, one) for one in criteria]
        if not texts or not all(texts):
            continue
        missing = _missing(indicator.statement, [*texts, *(one.element for one in criteria)], near)
        if missing:
            yield Fault(
                subject=indicator,
                message=_(
                    "No {criterion} of {indicator} mentions {words} at the proficient level.",
                    criterion=term(framework, "criterion"),
                    indicator=named(indicator),
                    words=listed(map(quote, missing)),
                ),
                remedy=_("Add this part at the proficient level, or take it out of the statement."),
                others=tuple(one.id for one in criteria),
                evidence=missing,
            )


def _missing(statement: str, texts: Iterable[str], near: Collection[frozenset[str]]) -> tuple[str, ...]:
    """Return the words of a statement's main parts of which no text has one of the same family, or near it."""
    said = {lemma for text in texts for lemma, _ in forms(text)}
    return tuple(
        word.text.lower()
        for word in _parts(statement)
        if not any(same_family(word.lemma, one) or {word.lemma, one} in near for one in said)
    )


def _parts(statement: str) -> Iterator[Word]:
    found = lead(statement)
    if len(found.verbs) > 1:
        yield from found.verbs
    yield from objects_of(found)
