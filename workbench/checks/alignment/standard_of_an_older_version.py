"""A thing is aligned to a standard of an older version of a set, and the newer version is in the project.

## What it checks

No alignment of an indicator, a learning experience, a pathway or an assessment names a standard set that another set
of the project follows as its newer version.

## Why it matters

A state adopts a new version, and the old one ends. What is still aligned to the old one counts for nothing in reports
on the new, and readers look up words that no longer hold. Most alignments can be taken over as they are; some
standards changed, and there somebody has to decide.

## Flagged

```yaml
sets:
  math-2010: [N-Q.A.1]
  math-2026: [N-Q.A.1]
newer:
  math-2010: math-2026
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: math-2010, standard_id: N-Q.A.1}
```

## Instead

```yaml
sets:
  math-2010: [N-Q.A.1]
  math-2026: [N-Q.A.1]
newer:
  math-2010: math-2026
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: math-2026, standard_id: N-Q.A.1}
```

## Limits

A newer version counts from the moment it is in the project, even if the state's own change comes later: a committee
may live with the note until then. A newer version that was added as a set of its own, with an identifier of its own,
is not known to be one. Alignments of something that is no longer in the framework are not looked at.

## Source

Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42: credit rests on the standards that the state has
adopted, and so on those that hold now.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import aligned, standard_named
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named, quote
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.alignment import Alignment
from workbench.model.shelf import SetInfo
from workbench.model.thing import Thing

READS = ("alignments", "assessments", "experiences", "indicators", "pathways", "newer", "sets")

_OF_HELD = N_("{thing} is aligned to {standards} of {older}, and this project holds {newer}, which follows it.")
_OF_OTHER = N_(
    "{thing} is aligned to {standards} of an older version, and this project holds {newer}, which follows it."
)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield, for each thing and each older version, what of the thing is still aligned to it."""
    for thing, alignments in aligned(given.framework) if given.newer else ():
        older: dict[str, list[Alignment]] = {}
        for one in alignments:
            if one.set_id in given.newer:
                older.setdefault(one.set_id, []).append(one)
        for set_id, some in older.items():
            yield _fault(given, thing, some, given.newer[set_id])


def _fault(given: CheckInput, thing: Thing, alignments: list[Alignment], newer: SetInfo) -> Fault:
    names = listed(standard_named(given, one) for one in alignments)
    held = given.sets.get(alignments[0].set_id)
    older = f"{quote(held.title)} {held.version}".strip() if held else ""
    follows = f"{quote(newer.title)} {newer.version}".strip()
    return Fault(
        subject=thing,
        message=_(_OF_HELD if held else _OF_OTHER, thing=named(thing), standards=names, older=older, newer=follows),
        remedy=_(
            "Open the room of standards, choose “What the newer version changes” under the set, and decide what "
            "becomes of the alignment."
        ),
        others=tuple(one.id for one in alignments),
    )
