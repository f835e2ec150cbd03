"""No learning experience and no pathway is shown to meet a common standard.

## What it checks

Where the framework has learning experiences or pathways, at least one of them is aligned to a standard:
itself, or through a performance indicator that it assesses.

## Why it matters

Students in an internship, a college course and a classroom are promised the same expectations. Alignment is
where anyone can see that the promise is kept.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
experiences:
  - {id: carpentry, title: Carpentry internship}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
experiences:
  - {id: carpentry, title: Carpentry internship}
alignments:
  - {id: a1, subject_id: carpentry, set_id: local-career, standard_id: MH-CTE.1}
```

## Limits

One alignment in the whole framework is enough; experience-without-standard and pathway-without-standard ask
for the others. It speaks at the district, or at the first competency where no district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, second principle, in our words:
every student is held to the same standards, whatever the program or pathway. Conn. Gen. Stat. 10-221a (g),
as amended by Public Act 17-42.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import cited, claimed
from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.terms import term

READS = ("alignments", "competencies", "experiences", "indicators", "pathways")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where nothing that students take is aligned."""
    framework = given.framework
    if (framework.experiences or framework.pathways) and not _shows_standards(framework):
        experience, pathway = term(framework, "experience"), term(framework, "pathway")
        yield from fault_of_whole(
            framework,
            message=_(
                "No {experience} and no {pathway} is shown to meet a common standard.",
                experience=experience,
                pathway=pathway,
            ),
            remedy=_("Align each {experience} to the standards that it meets.", experience=experience),
        )


def _shows_standards(framework: Framework) -> bool:
    experiences = (any(claimed(framework, one)) for one in framework.experiences.values())
    pathways = (any(cited(framework, one)) for one in framework.pathways)
    return any(experiences) or any(pathways)
