"""A learning experience is aligned to no common standard.

## What it checks

Each learning experience, whatever its kind, is aligned to at least one standard: directly, or through a
performance indicator that it assesses.

## Why it matters

Credit may be given for courses that accord with the state-wide content standards, and for other
experiences in which mastery of that same content is demonstrated. One that meets no standard can carry
no credit, and students who choose it are not on the way to what everyone else is.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1}
experiences:
  - {id: carpentry, title: Carpentry internship, indicators: {units: introduced}}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1}
experiences:
  - {id: carpentry, title: Carpentry internship, indicators: {units: introduced assessed}}
```

## Limits

An indicator that is introduced or developed here and assessed elsewhere does not count: nothing shows
here that the standard was met. One standard is enough; how much of a set is covered is a measure, no rule.
Whether the cited standard exists is what unknown-standard asks.

## Source

Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42. CAPSS and Great Schools Partnership,
Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), fourth belief: every way of learning is aligned to the
same standards.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import claimed
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.experiences import LearningExperience
from workbench.model.framework import Framework
from workbench.model.terms import counted, term
from workbench.model.values import Coverage

READS = ("alignments", "experiences", "indicators")
EACH = ("experiences",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each learning experience that claims no standard."""
    framework = given.framework
    for experience in framework.experiences.ordered():
        if not any(claimed(framework, experience)):
            yield Fault(
                subject=experience,
                message=_message(framework, experience),
                remedy=_("Align it to the standards that it meets, or have it assess an indicator that is aligned."),
            )


def _message(framework: Framework, experience: LearningExperience) -> str:
    assessed = len(experience.covering(Coverage.ASSESSED))
    if not assessed:
        return _(
            "{experience} is aligned to no common standard, and it assesses no {indicators}.",
            experience=named(experience),
            indicators=term(framework, "indicator", 0),
        )
    return ngettext(
        "{experience} is aligned to no common standard, and the {indicators} that it assesses is not aligned either.",
        "{experience} is aligned to no common standard, and the {indicators} that it assesses are not aligned either.",
        assessed,
        experience=named(experience),
        indicators=counted(framework, assessed, "indicator"),
    )
