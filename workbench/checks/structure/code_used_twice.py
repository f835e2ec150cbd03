"""Two things of one kind carry the same code.

## What it checks

No two competencies carry the same code, no two performance indicators, no two learning experiences, and so on for
each kind. What is read under its owner is compared there: the practices of a belief, the learning targets and
scoring criteria of an indicator, the items of an assessment, the units and supports of a learning experience,
the parts of a pathway. Capitals and blanks do not count.

## Why it matters

People speak of things by their codes: in lesson plans, in gradebooks, in the minutes. With one code for two things
a score or a decision lands at the wrong one. It happens when something is duplicated.

## Flagged

```yaml
indicators:
  - {id: units, code: MA.1a, title: Choose units}
  - {id: rates, code: ma.1a, title: Compare rates}
```

## Instead

```yaml
indicators:
  - {id: units, code: MA.1a, title: Choose units}
  - {id: rates, code: MA.1b, title: Compare rates}
```

## Limits

Punctuation counts: "MA.1a" and "MA-1a" are two. Things of different kinds may share a code, as an indicator and
its scoring criterion often do. Codes of earlier editions are what code-of-an-earlier-edition asks; identifiers that
things had in the file they came from are not compared.

## Source

Our own reading of good record keeping: a name for each thing, and no name twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.codes import CODED, CODED_TABLES, code_key
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import folded, named, quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.edits import Changes, set_field
from workbench.model.record import Finding
from workbench.model.table import Table
from workbench.model.terms import term
from workbench.model.thing import Thing

MOST = 1_000
"""Codes that are tried before a fix is given up."""
_ENDING = re.compile(r"(.*?)(?:([0-9]{1,9})|(?<=[0-9])([a-zA-Z]))?", re.DOTALL)
READS = CODED_TABLES


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each thing whose code another one before it carries already."""
    framework = given.framework
    for kind in CODED:
        for thing, before in framework.table(kind).derived(_repeated):
            yield Fault(
                subject=thing,
                message=_(
                    "The {kind} {name} carries the code {code}, and so does {other}.",
                    kind=term(framework, kind),
                    name=named(thing),
                    code=quote(thing.code),
                    other=named(before),
                ),
                remedy=_("Give one of them another code."),
                field="code",
                others=(before.id,),
                evidence=(thing.code,),
            )


def _repeated(table: Table[Thing]) -> tuple[tuple[Thing, Thing], ...]:
    """Return each thing whose code was there before, with the first that carries it."""
    first: dict[tuple[str, str], Thing] = {}
    coded = [one for one in table.ordered() if one.code.strip()]
    pairs = ((one, first.setdefault(code_key(one), one)) for one in coded)
    return tuple((one, before) for one, before in pairs if one is not before)


def fix(given: CheckInput, finding: Finding) -> tuple[str, Changes]:
    """Count its code up to the next one that is free among things of its kind, here and in every edition.

    Where an edition knows it by this code it keeps it: which one is to change is for people.
    """
    framework, editions = given.framework, given.earlier.values()
    thing = framework.get(finding.subject_id)
    if any(folded(one.code) == folded(thing.code) for each in editions if (one := each.find(thing.id))):
        return "", ()
    taken = {folded(one.code) for each in (framework, *editions) for one in each.table(thing.kind).values()}
    code = next((one for one in _after(thing.code) if folded(one) not in taken), "")
    return _("Give it the code {code}", code=code), set_field(framework, thing.id, "code", code) if code else ()


def _after(code: str) -> Iterator[str]:
    """Yield codes that go on from one that ends in a number or a letter: C1.2, C1.3 or MA.1a, MA.1b; else none."""
    head, number, letter = _ENDING.fullmatch(code.strip()).groups()  # type: ignore[union-attr]  # it matches any text
    if number:
        yield from (f"{head}{count:0{len(number)}}" for count in range(int(number) + 1, int(number) + MOST))
    elif letter:
        last = ord("z" if letter.islower() else "Z")
        yield from (head + chr(one) for one in range(ord(letter) + 1, last + 1))
