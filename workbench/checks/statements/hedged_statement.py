"""A statement leaves open what it asks for.

## What it checks

No performance indicator, competency or learning target says "as appropriate", "where possible", "and/or",
"etc." or the like. A district changes the words under "words.hedges".

## Why it matters

Whether a student who did one of "maps and/or graphs" has met the indicator is decided anew by each reader. So is
what goes on in an "etc.".

## Flagged

```yaml
indicators:
  - {id: data, statement: "Represent data in tables, graphs, etc."}
```

## Instead

```yaml
indicators:
  - {id: data, statement: Represent data in a form that suits its purpose.}
```

## Limits

It knows words, not what they mean. "As needed" is not in the list, since to see what is needed is often the very thing
that is asked ("make adjustments as needed"). Words that are as open and are not in the list ("various") are not seen.

## Source

Brookhart (2013): criteria are definable and observable. The list is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.lists import found_in, words_of
from workbench.checks.language.statements import stated
from workbench.checks.wording import called, quoted
from workbench.localize.lazy import lazy_gettext as _

READS = ("competencies", "indicators", "targets")
EACH = READS


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement with a hedge."""
    hedges = words_of(given.framework, "hedges")
    for thing in stated(given.framework, READS):
        found = tuple(word for word, _start in found_in(thing.statement, hedges))
        if found:
            yield Fault(
                subject=thing,
                message=_(
                    "{words} in the {statement}: what is asked for is left open.",
                    words=quoted(found),
                    statement=called(given.framework, thing),
                ),
                remedy=_("Say what counts, or leave it out."),
                field="statement",
                evidence=found,
            )
