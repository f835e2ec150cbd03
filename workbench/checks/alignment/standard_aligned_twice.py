"""One thing is aligned to the same standard more than once.

## What it checks

A performance indicator, learning experience, pathway or assessment has at most one alignment to each standard
of a standard set. Two versions of a set count as one set.

## Why it matters

Of two alignments to one standard, one says in full and the other in part, or each gives its own reason, and
readers cannot tell which of them the committee agreed on. Lists of what meets a standard name the thing twice.

## Flagged

```yaml
sets:
  ccss-math-hs: [N-Q.A.1]
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1, strength: full}
  - {id: a2, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1, strength: partial}
```

## Instead

```yaml
sets:
  ccss-math-hs: [N-Q.A.1]
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1, strength: full}
```

## Limits

A learning experience may cite a standard that one of its indicators cites as well: these are two things. Two
versions are told to be of one set by the identifier that their owner gave it. The same standard in a set of
another owner, as where a state copied it under a code of its own, is not recognized.

## Source

Our own reading: an alignment is the one place that says how much of a standard a thing meets.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import aligned, standard_named
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.alignment import Alignment
from workbench.model.edits import Changes, remove
from workbench.model.record import Finding

READS = ("alignments", "assessments", "experiences", "indicators", "pathways", "sets")
EACH = ("assessments", "experiences", "indicators", "pathways")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each thing and standard between which there are several alignments."""
    for thing, alignments in aligned(given.framework):
        for same in _by_standard(given, alignments):
            if len(same) > 1:
                yield Fault(
                    subject=thing,
                    message=ngettext(
                        "{thing} is aligned {n} time to {standard}.",
                        "{thing} is aligned {n} times to {standard}.",
                        len(same),
                        thing=named(thing),
                        standard=standard_named(given, same[0]),
                    ),
                    remedy=_("Keep one of these alignments, and put into its rationale what the other says."),
                    others=tuple(one.id for one in same),
                )


def _by_standard(given: CheckInput, alignments: tuple[Alignment, ...]) -> Iterator[list[Alignment]]:
    found: dict[tuple[str, str], list[Alignment]] = {}
    for one in alignments:
        if one.standard_id.strip():
            known = given.sets.get(one.set_id)
            of_set = known.identifier if known and known.identifier else one.set_id
            found.setdefault((of_set, one.standard_id), []).append(one)
    yield from found.values()


def fix(given: CheckInput, finding: Finding) -> tuple[str, Changes]:
    """Keep one of alignments that say the same, and remove the rest; those that differ are for people."""
    framework = given.framework
    first, *rest = (framework.alignments[one] for one in finding.others)
    if any(_content(one) != _content(first) for one in rest):
        return "", ()
    return _("Keep one of them"), tuple(change for one in rest for change in remove(framework, one.id))


def _content(one: Alignment) -> tuple[object, ...]:
    return one.set_id, one.strength, one.rationale.strip()
