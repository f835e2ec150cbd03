"""A pathway holds no learning experiences.

## What it checks

Each pathway has at least one part with at least one learning experience of the framework.

## Why it matters

A pathway is made of the learning experiences that students take. One without any is a name that
students can be promised and cannot follow.

## Flagged

```yaml
pathways:
  - {id: trades, title: Building trades}
parts:
  - {id: core, pathway_id: trades, title: Core}
```

## Instead

```yaml
experiences:
  - {id: carpentry, title: Carpentry internship}
pathways:
  - {id: trades, title: Building trades}
parts:
  - {id: core, pathway_id: trades, title: Core, experience_ids: [carpentry]}
```

## Limits

It does not ask whether the experiences are enough; competency-out-of-reach does, for graduation. For credit
nobody does.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), fourth belief:
pathways are made of courses, internships and other ways to learn.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.measures.crosswalk import experiences_of
from workbench.model.terms import term

READS = ("experiences", "parts", "pathways")
EACH = ("pathways",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each pathway without learning experiences."""
    framework = given.framework
    experiences = term(framework, "experience", 2)
    for pathway in framework.pathways.ordered():
        if not experiences_of(framework, pathway):
            yield Fault(
                subject=pathway,
                message=_(
                    "The {pathway} {name} holds no {experiences}.",
                    pathway=term(framework, "pathway"),
                    name=named(pathway),
                    experiences=experiences,
                ),
                remedy=_("Add a part with the {experiences} that it requires or offers.", experiences=experiences),
            )
