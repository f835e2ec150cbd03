"""A learning target belongs to no performance indicator.

## What it checks

Each learning target names a performance indicator, and that indicator is in the framework.

## Why it matters

Learning targets are the steps of a lesson or a unit towards an indicator. Without one, students
practice something whose purpose nobody can show them.

## Flagged

```yaml
targets:
  - {id: convert, statement: Convert between metric units}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
targets:
  - {id: convert, statement: Convert between metric units, indicator_id: units}
```

## Limits

It does not ask that each indicator has learning targets; writing them may be left to teachers. Whether a
target is a step towards its indicator is for people to judge.

## Source

Great Schools Partnership, design protocol for scoring criteria: the skills and knowledge unpacked from
an indicator are kept as its draft learning targets.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("indicators", "targets")
EACH = ("targets",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each learning target whose indicator is not there."""
    framework = given.framework
    for target in framework.targets.ordered():
        if target.indicator_id not in framework.indicators:
            indicator = term(framework, "indicator")
            yield Fault(
                subject=target,
                message=_(
                    "The {target} {name} leads to no {indicator}.",
                    target=term(framework, "target"),
                    name=named(target),
                    indicator=indicator,
                ),
                remedy=_("Say which {indicator} it is a step towards, or remove it.", indicator=indicator),
                field="indicator_id",
            )
