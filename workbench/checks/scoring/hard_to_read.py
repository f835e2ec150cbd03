"""The levels of a criterion are hard to read.

## What it checks

The levels of an academic scoring criterion, taken together, have a reading grade of at most 14 (setting
"reading_grade"). The grade is that of Flesch and Kincaid: 0.39 times the words a sentence, plus 11.8 times the
syllables a word, less 15.59.

## Why it matters

Students use the levels to see where they are and where to go next. What they cannot read they cannot use.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "1": Articulates argumentative propositions incorporating multidisciplinary informational documentation,
        demonstrating sophisticated evaluative differentiation regarding methodological appropriateness, and
        substantiates interpretations utilizing authoritative bibliographical references.
      "2": Articulates argumentative propositions incorporating multidisciplinary informational documentation,
        demonstrating sophisticated evaluative differentiation regarding methodological appropriateness, and
        substantiates interpretations utilizing authoritative bibliographical references, anticipating potential
        counterarguments and acknowledging methodological limitations appropriately.
```

## Instead

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "1": Supports a claim with evidence of more than one kind. Says where each piece comes from, and links it to the
        claim so that readers can follow.
      "2": Supports a claim with evidence of more than one kind. Says which of it is strong and why, and answers what
        someone who holds another view could say against it.
```

## Limits

English only, and a note: the number counts lengths and no meaning, so that rare short words and tangled sentences
are not seen. Criteria of fewer than 50 words are left out. Words of a subject that students are to learn may raise it
rightly. Syllables are counted by spelling, which is right for 98 of 100 words of the example framework.

## Source

Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy enlisted personnel. The
grade itself is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, described, level_at
from workbench.checks.language.grades import longest_sentence, reading_grade
from workbench.checks.language.reading import words
from workbench.checks.settings import threshold_of
from workbench.checks.wording import criterion_named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)

_FEWEST = 50
"""Words below which the formula says little: one long word would decide."""
STEP = 2
"""Grades more that make it another finding; a decision to live with it outlives the change of a word or two."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each criterion whose levels are above the reading grade."""
    framework = given.framework
    most = threshold_of(framework, "reading_grade")
    for criterion in academic(framework):
        texts = described(framework, criterion)
        grade = reading_grade(texts.values())
        if grade > most and sum(len(words(text)) for text in texts.values()) >= _FEWEST:
            key = max(texts, key=lambda one: longest_sentence(texts[one]))
            yield Fault(
                subject=criterion,
                message=ngettext(
                    "{criterion} reads as for grade {grade}. The longest sentence is at {level}, and has {n} word.",
                    "{criterion} reads as for grade {grade}. The longest sentence is at {level}, and has {n} words.",
                    longest_sentence(texts[key]),
                    criterion=criterion_named(framework, criterion),
                    grade=f"{grade:.0f}",
                    level=level_at(framework, criterion, key),
                ),
                remedy=_("Make sentences of long ones, and take plainer words where no term of the subject is needed."),
                field=f"descriptors.{key}",
                evidence=(f"{most + (grade - most) // STEP * STEP:g}",),
            )
