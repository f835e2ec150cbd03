"""A part of a pathway asks students to choose more learning experiences than it offers.

## What it checks

Where students choose some of several learning experiences, the number to choose is not larger than the
number offered.

## Why it matters

Nobody can choose three of two. The number was mistyped, or an experience has been removed since, and
in both cases the pathway cannot be completed as written.

## Flagged

```yaml
experiences:
  - {id: carpentry, title: Carpentry internship}
pathways:
  - {id: trades, title: Building trades}
parts:
  - {id: sites, pathway_id: trades, title: On site, choose: 2, experience_ids: [carpentry]}
```

## Instead

```yaml
experiences:
  - {id: carpentry, title: Carpentry internship}
  - {id: masonry, title: Masonry internship}
pathways:
  - {id: trades, title: Building trades}
parts:
  - {id: sites, pathway_id: trades, title: On site, choose: 2, experience_ids: [carpentry, masonry]}
```

## Limits

Choosing all of those offered is allowed, though it is no choice. A part that offers nothing is left to
pathway-without-experience where the pathway has no other; where it has one, it is missed.

## Source

Our own reading: a pathway must be one that a student can complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.experiences import Pathway, PathwayPart
from workbench.model.framework import Framework
from workbench.model.terms import counted, term

READS = ("experiences", "parts", "pathways")
EACH = ("pathways",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault at the pathway for each part whose choice cannot be made."""
    framework = given.framework
    for pathway in framework.pathways.ordered():
        for part in framework.parts_of(pathway.id):
            offered = sum(one in framework.experiences for one in part.experience_ids)
            if part.choose and 0 < offered < part.choose:
                yield _fault(framework, pathway, part, part.choose, offered)


def _fault(framework: Framework, pathway: Pathway, part: PathwayPart, choose: int, offered: int) -> Fault:
    return Fault(
        subject=pathway,
        message=_(
            "The part {part} of the {pathway} {name} asks for {experiences} and offers {offered}.",
            part=named(part),
            pathway=term(framework, "pathway"),
            name=named(pathway),
            experiences=counted(framework, choose, "experience"),
            offered=offered,
        ),
        remedy=_(
            "Offer more {experiences} in this part, or ask for fewer.", experiences=term(framework, "experience", 2)
        ),
        others=(part.id,),
        evidence=(str(choose), str(offered)),
    )
