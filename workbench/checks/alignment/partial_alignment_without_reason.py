"""An alignment says "in part" and does not say which part.

## What it checks

Each alignment of partial strength has a rationale.

## Why it matters

"In part" is a promise that the rest is met elsewhere. Nobody can look for the rest who does not know which
part is met here.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1, strength: partial}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - id: a1
    subject_id: units
    set_id: ccss-math-hs
    standard_id: N-Q.A.1
    strength: partial
    rationale: Units in formulas are met; the scale of a graph is left to the courses.
```

## Limits

Any text counts as a rationale; it does not ask whether the text names the part. Alignments in full may go
without one.

## Source

Our own reading: the strength of an alignment is a judgement, and a judgement can be followed if its reason is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import aligned, standard_named
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.values import Strength

READS = ("alignments", "assessments", "experiences", "indicators", "pathways", "sets")
EACH = ("assessments", "experiences", "indicators", "pathways")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each thing with partial alignments that nobody has explained."""
    for thing, alignments in aligned(given.framework):
        bare = [one for one in alignments if one.strength is Strength.PARTIAL and not one.rationale.strip()]
        if bare:
            names = listed(standard_named(given, one) for one in bare)
            yield Fault(
                subject=thing,
                message=_(
                    "{thing} is aligned in part, and nothing says which part is met: {standards}.",
                    thing=named(thing),
                    standards=names,
                ),
                remedy=_("Write into the rationale of the alignment what is met here and what is not."),
                others=tuple(one.id for one in bare),
            )
