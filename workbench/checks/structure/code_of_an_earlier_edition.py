"""A thing carries a code that an adopted edition gave to another one.

## What it checks

A code that an adopted edition gave to one thing is not given to another thing of the same kind later, whether the
first was removed or has another code now. What is read under its owner is compared there, as code-used-twice does.
Capitals and blanks do not count.

## Why it matters

An adopted edition stays in lesson plans, gradebooks and transcripts. A score recorded under a code must mean in ten
years what it meant then. If the code now names something else, the old record says what never happened.

## Flagged

```yaml
editions:
  1:
    indicators:
      - {id: units, code: MA.1a, title: Choose units}
indicators:
  - {id: rates, code: MA.1a, title: Compare rates}
```

## Instead

```yaml
editions:
  1:
    indicators:
      - {id: units, code: MA.1a, title: Choose units}
indicators:
  - {id: rates, code: MA.1b, title: Compare rates}
```

## Limits

A thing is the same as long as it was not removed, however much its wording changed: rewritten to mean something
else, it keeps its code and is not seen. Where both things carry the code now, that is left to code-used-twice. Only
adopted editions are asked; what a draft called things binds nobody. The identifiers behind the codes need no check:
each is made anew at random and is never given again.

## Source

Our own reading of good record keeping, and of the identifiers of 1EdTech's CASE 1.1: a name that was published keeps
its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.checks.codes import CODED, CODED_TABLES, code_key
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named, quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.table import Table
from workbench.model.terms import term
from workbench.model.thing import Thing

READS = (*CODED_TABLES, "earlier")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each thing whose code stood for another one in an adopted edition, with the latest such edition."""
    framework = given.framework
    editions = sorted(given.earlier.items(), reverse=True)
    for kind in CODED if editions else ():
        now, told = framework.table(kind), set[str]()
        for number, edition in editions:
            for thing, before in _given_again(now, edition.table(kind)):
                if thing.id not in told:
                    told.add(thing.id)
                    yield Fault(
                        subject=thing,
                        message=_(
                            "The {kind} {name} carries the code {code}, which in edition {edition} stands for {other}.",
                            kind=term(framework, kind),
                            name=named(thing),
                            code=quote(thing.code),
                            edition=number,
                            other=named(before),
                        ),
                        remedy=_("Give it a code that no edition has used."),
                        field="code",
                        evidence=(thing.code, str(number)),
                    )


def _given_again(now: Table[Thing], then: Table[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Yield each thing that has a code which was another one's then and is no longer, with that other one."""
    was = then.derived(_holders)
    for key, thing in now.derived(_holders).items():
        before = was.get(key)
        if before is not None and before.id != thing.id:
            still = now.get(before.id)
            if still is None or code_key(still) != key:
                yield thing, before


def _holders(table: Table[Thing]) -> Mapping[tuple[str, str], Thing]:
    """Return the things by what their codes tell apart; of two with one code the first."""
    return {code_key(one): one for one in reversed(table.ordered()) if one.code.strip()}
