"""The verb of an indicator may ask for little or for much, and nobody has confirmed its demand.

## What it checks

The first verb of a performance indicator stands at one level in the lists of verbs for Bloom's taxonomy and
Webb's depth of knowledge; or someone has confirmed the depth of knowledge of the indicator.

## Why it matters

One can compare two numbers or two theories. With such a verb, teachers of two classes read two demands into one
indicator, and build tasks that differ as much.

## Flagged

```yaml
indicators:
  - {id: models, statement: Compare two models of a system, dok: 3}
```

## Instead

```yaml
indicators:
  - {id: models, statement: Compare two models of a system, dok: 3, dok_confirmed_by: Science team}
```

## Limits

It is a note, since the verb is nothing to change. The lists disagree, and many verbs are in none of them. That
a depth of knowledge is recorded and confirmed for the other indicators is left to the rules of demand.

## Source

Webb: the verb alone does not determine the depth of knowledge. The levels are those of one college's list for
the revised Bloom taxonomy and of a list for Webb's levels that circulates.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.statements import stated
from workbench.checks.language.verb_levels import bloom_levels, webb_levels
from workbench.checks.language.verbs import lead
from workbench.checks.wording import called, listed, quote
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_join
from workbench.model.competencies import Indicator

READS = ("indicators",)
EACH = READS
BLOOM = (N_("remember"), N_("understand"), N_("apply"), N_("analyze"), N_("evaluate"), N_("create"))
"""The levels as the list has them, for the catalogue."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator with a verb of several levels and without a confirmed depth of knowledge."""
    for thing in stated(given.framework, READS):
        if isinstance(thing, Indicator) and thing.dok_confirmed_by.strip():
            continue
        for verb in lead(thing.statement).verbs[:1]:
            if levels := _several_levels(verb.lemma):
                yield Fault(
                    subject=thing,
                    message=_(
                        "Lists of verbs disagree on {verb} in the {statement}: {levels}.",
                        verb=quote(verb.text),
                        statement=called(given.framework, thing),
                        levels=lazy_join(levels, "; "),
                    ),
                    remedy=_("Agree on the depth of knowledge that is meant, and write down who confirmed it."),
                    field="statement",
                    evidence=(verb.lemma,),
                )


def _several_levels(lemma: str) -> list[str]:
    bloom, webb = bloom_levels(lemma), webb_levels(lemma)
    several = []
    if len(bloom) > 1:
        several.append(_("Bloom {levels}", levels=listed(map(_, bloom))))
    if len(webb) > 1:
        several.append(_("depth of knowledge {levels}", levels=listed(webb)))
    return several
