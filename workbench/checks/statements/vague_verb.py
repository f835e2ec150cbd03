"""A statement is led by a verb that nobody can observe.

## What it checks

No main verb of a performance indicator, a competency or a learning target is in the word list of verbs that
cannot be observed: "understand", "know", "appreciate" and others. A district changes it under
"words.vague_verbs".

## Why it matters

Whether a student understands shows only in what the student does. Where the statement leaves that open, each
teacher decides alone what counts.

## Flagged

```yaml
indicators:
  - {id: circles, statement: Understand theorems about circles.}
```

## Instead

```yaml
indicators:
  - {id: circles, statement: Prove theorems about circles.}
```

## Limits

It does not read what follows the verb, and some of these verbs can be seen in context ("improve" a draft). In a
pair that names one act ("revise and improve", see "words.verb_pairs") the other verb is enough. It sees main
verbs alone, so that "explain how people think" is fine. A verb that is not in the list is not seen.

## Source

Published lists of verbs to avoid in learning outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.acts import acts_in
from workbench.checks.language.lists import words_of
from workbench.checks.language.statements import stated
from workbench.checks.wording import called, quoted
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext

READS = ("competencies", "indicators", "targets")
EACH = READS


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement with a vague main verb."""
    vague, acts_of = set(words_of(given.framework, "vague_verbs")), acts_in(given.framework)
    for thing in stated(given.framework, READS):
        hidden = (act for act in acts_of(thing.statement) if all(verb.lemma in vague for verb in act))
        found = [verb for act in hidden for verb in act]
        if found:
            yield Fault(
                subject=thing,
                message=ngettext(
                    "{verbs} in the {statement} cannot be observed.",
                    "{verbs} in the {statement} cannot be observed.",
                    len({verb.text.lower() for verb in found}),
                    verbs=quoted(verb.text for verb in found),
                    statement=called(given.framework, thing),
                ),
                remedy=_("Name what students do to show it: explain, compare, use, build and the like."),
                field="statement",
                evidence=tuple(verb.lemma for verb in found),
            )
