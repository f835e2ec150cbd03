"""An alignment names a standard that is in no standard set of the project.

## What it checks

Each alignment names a standard set that the project holds, and a standard of that set.

## Why it matters

A citation that cannot be looked up is no citation: readers cannot see what is claimed, and reports on
coverage leave it out. It happens when a set is replaced by a newer version, or a framework is copied
without its sets.

## Flagged

```yaml
sets:
  ccss-math-hs: [N-Q.A.1, N-Q.A.2]
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.9}
```

## Instead

```yaml
sets:
  ccss-math-hs: [N-Q.A.1, N-Q.A.2]
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.2}
```

## Limits

It knows the sets of this project and no others. An alignment of something that is no longer in the
framework is not looked at.

## Source

Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42: credit rests on the standards that the
state has adopted, so each must be one that can be found.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import aligned, standard_named
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.alignment import Alignment

READS = ("alignments", "assessments", "experiences", "indicators", "pathways", "sets")
EACH = ("assessments", "experiences", "indicators", "pathways")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each thing with alignments that lead nowhere."""
    for thing, alignments in aligned(given.framework):
        unknown = [one for one in alignments if not _is_known(given, one)]
        if unknown:
            names = listed(standard_named(given, one) for one in unknown)
            yield Fault(
                subject=thing,
                message=ngettext(
                    "{thing} is aligned to a standard that no standard set of this project has: {standards}.",
                    "{thing} is aligned to {n} standards that no standard set of this project has: {standards}.",
                    len(unknown),
                    thing=named(thing),
                    standards=names,
                ),
                remedy=_("Add the standard set to the project, or choose a standard of a set that is here."),
                others=tuple(one.id for one in unknown),
            )


def _is_known(given: CheckInput, alignment: Alignment) -> bool:
    known = given.sets.get(alignment.set_id)
    return known is not None and alignment.standard_id in known.by_id
