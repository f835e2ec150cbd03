"""A performance indicator asks for two or more things at once.

## What it checks

The statement of each performance indicator has one main verb. Pairs of verbs that name one act, such as
"compare and contrast" or "choose and apply", count as one, and so do pairs that mean nearly the same, such as
"edit and correct"; they are the word lists "words.verb_pairs" and "words.near_verbs" in the district's settings.
Verbs with "or" between them count as one as well. A verb behind a semicolon counts like one behind "and".

## Why it matters

A student may do one of two things well and the other not at all. One score for both hides that, and two
teachers will weigh the parts in different ways.

## Flagged

```yaml
indicators:
  - {id: lines, statement: Define trigonometric ratios and solve problems with right triangles.}
```

## Instead

```yaml
indicators:
  - {id: lines, statement: Solve problems with right triangles by means of trigonometric ratios.}
```

## Limits

Verbs are found by grammar, and a word that can be a noun or a verb may be taken for the wrong one ("a problem, issue
and challenge"). What stands in a clause below ("to ...", "by ...", "that ...") and what follows such a clause are let
be, even behind a semicolon ("choose units that fit; explain the choice"). Only the first sentence is read. A verb with
two objects ("analyze causes and effects") is not seen.

## Source

Catalogue of writing checks, "double-barrel": one statement with two verbs cannot be given one score. The
pairs are ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.acts import acts_in
from workbench.checks.language.statements import stated
from workbench.checks.wording import called, quoted
from workbench.localize.lazy import lazy_gettext as _

READS = ("indicators",)
EACH = READS


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator whose main verbs are more than one act."""
    acts_of = acts_in(given.framework)
    for thing in stated(given.framework, READS):
        acts = acts_of(thing.statement)
        if len(acts) > 1:
            verbs = [verb for act in acts for verb in act]
            yield Fault(
                subject=thing,
                message=_(
                    "The {statement} asks for {verbs} at once.",
                    statement=called(given.framework, thing),
                    verbs=quoted(verb.text for verb in verbs),
                ),
                remedy=_("Keep the verb that matters most, or make an indicator of each."),
                field="statement",
                evidence=tuple(verb.lemma for verb in verbs),
            )
