"""A framework has no competencies.

## What it checks

The framework has at least one competency.

## Why it matters

A board that adopts a framework promises what each graduate will know and be able to do. Without
competencies there is no promise in it, and every other check has nothing to look at.

## Flagged

```yaml
districts:
  - {id: district, title: Maple Hollow Public Schools}
beliefs:
  - {id: belong, title: Everyone belongs}
```

## Instead

```yaml
districts:
  - {id: district, title: Maple Hollow Public Schools}
competencies:
  - {id: quantities, title: Reason with quantities}
```

## Limits

One competency is enough for this rule; the rules about ranges ask whether there are too few. It speaks at the
district, so a framework in which no district is described yet stays quiet.

## Source

Great Schools Partnership, standards in a proficiency-based system: graduation competencies are the
first layer of the model.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield the district where its framework has no competencies."""
    framework = given.framework
    many = term(framework, "competency", 0)
    if framework.districts and not framework.competencies:
        yield Fault(
            subject=framework.district,
            message=_("The framework has no {competencies}.", competencies=many),
            remedy=_("Add the {competencies} that every graduate is to reach.", competencies=many),
        )
