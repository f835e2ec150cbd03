"""A pathway is aligned to no common standard.

## What it checks

Each pathway is aligned to at least one standard: directly, or through a learning experience that it
requires or offers.

## Why it matters

Different ways to learn are only fair if they lead to the same expectations. A pathway that meets no
common standard leads somewhere else, and its students find out at the end.

## Flagged

```yaml
experiences:
  - {id: carpentry, title: Carpentry internship}
pathways:
  - {id: trades, title: Building trades}
parts:
  - {id: core, pathway_id: trades, experience_ids: [carpentry]}
```

## Instead

```yaml
experiences:
  - {id: carpentry, title: Carpentry internship}
pathways:
  - {id: trades, title: Building trades}
parts:
  - {id: core, pathway_id: trades, experience_ids: [carpentry]}
alignments:
  - {id: a1, subject_id: carpentry, set_id: local-career, standard_id: MH-CTE.1}
```

## Limits

One aligned learning experience is enough, even one that students may leave out; each that is not is flagged
by experience-without-standard. A pathway without learning experiences is left to
pathway-without-experience.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), fourth belief: all
pathways are aligned to common standards. Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import cited, claimed
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.measures.crosswalk import experiences_of
from workbench.model.terms import term

READS = ("alignments", "experiences", "indicators", "parts", "pathways")
EACH = ("pathways",)

_ONE = N_("The {pathway} {name} is aligned to no common standard, and its {experience} is not aligned either.")
_SEVERAL = N_("The {pathway} {name} is aligned to no common standard, and none of its {experiences} is either.")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each pathway that claims no standard, itself or through its learning experiences."""
    framework = given.framework
    for pathway in framework.pathways.ordered():
        experiences = experiences_of(framework, pathway)
        if not experiences or any(any(claimed(framework, one)) for one in experiences):
            continue
        if not any(cited(framework, pathway.id)):
            many = term(framework, "experience", 2)
            yield Fault(
                subject=pathway,
                message=_(
                    _ONE if len(experiences) == 1 else _SEVERAL,
                    pathway=term(framework, "pathway"),
                    name=named(pathway),
                    experience=term(framework, "experience"),
                    experiences=many,
                ),
                remedy=_("Align its {experiences} to the standards that they meet.", experiences=many),
            )
