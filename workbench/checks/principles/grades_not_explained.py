"""No verification rule is put in words.

## What it checks

Where the framework has verification rules, at least one of them has its text, "In words".

## Why it matters

A grade is there to tell students and families about learning. They can follow it if someone has written, in
sentences and without formulas, how it comes about.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
verification_rules:
  - {id: latest, title: Latest score, scope: indicator, method: most recent, threshold: "3"}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
verification_rules:
  - id: latest
    title: Latest score
    scope: indicator
    method: most recent
    threshold: "3"
    statement: The latest score on an indicator counts. Level 3 or higher means that it is met.
```

## Limits

One rule in words is enough, and any text counts. A framework without rules is left to
verification-rule-missing. It speaks at the district, or at the first competency where no district is
described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, seventh principle, in our words:
grades inform students and families about learning.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies", "verification_rules")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where no rule is put in words."""
    framework = given.framework
    rules = framework.verification_rules
    if rules and not any(rule.statement.strip() for rule in rules.values()):
        yield from fault_of_whole(
            framework,
            message=_("No {rule} is put in words.", rule=term(framework, "verification_rule")),
            remedy=_("Write in a few sentences, for students and families, how scores become “met”."),
        )
