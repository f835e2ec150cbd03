"""A thing refers to another that is not in the framework.

## What it checks

Whatever a thing points at, in any of its fields, is in the framework and of the kind that the field asks for.

## Why it matters

What is not there cannot be read, scored or taken. The reference looks filled, so that nobody goes to look for
what is missing. It happens in files from elsewhere, or where one part of a file was left behind; removing
something here takes it out of whatever pointed at it.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
assessments:
  - {id: bridge, title: Bridge design, indicator_ids: [units, models]}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
assessments:
  - {id: bridge, title: Bridge design, indicator_ids: [units]}
```

## Limits

A missing competency of an indicator, a missing subject of a scoring criterion and a missing indicator of a learning
target are left to the rules named for them. Items of an assessment and parts of a pathway are reported there. If
what they belong to is not in the framework, they are missed, as are alignments and translations of something that
is not: there is nothing to report them at.

## Source

Our own reading: a framework is whole when it can be read without any other file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.edits import Changes, set_field
from workbench.model.fields import FieldSpec
from workbench.model.framework import KINDS, Framework
from workbench.model.record import Finding
from workbench.model.table import Table
from workbench.model.terms import counted, term
from workbench.model.thing import Thing
from workbench.model.values import Texts

READS = (
    "assessments",
    "attributes",
    "beliefs",
    "competencies",
    "criteria",
    "experiences",
    "indicators",
    "items",
    "parts",
    "pathways",
    "practices",
    "scales",
    "supports",
    "targets",
    "units",
)
EACH = READS
ELSEWHERE = {("indicator", "competency_id"), ("criterion", "subject_id"), ("target", "indicator_id")}
"""References of which indicator-without-competency and its like speak."""
AT_OWNER = {"item": "assessment", "part": "pathway"}
"""Kinds that are reported at the thing they belong to."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each field that points at what is not there."""
    framework = given.framework
    for cls in KINDS.values():
        things = framework.table(cls.kind).ordered() if cls.table in READS else ()
        targets = _targets(framework, cls) if things else {}
        for thing in things if targets else ():
            for name, missing in _missing(targets, thing).items():
                subject = _reported_at(framework, thing)
                if subject is not None:
                    yield _fault(framework, subject, thing, thing.spec(name), missing)


def _targets(framework: Framework, cls: type[Thing]) -> dict[str, list[Table[Thing]]]:
    """Return the tables in which each reference of a kind is looked for."""
    return {
        name: [framework.table(kind) for kind in spec.targets]
        for name, spec in cls.specs().items()
        if spec.targets and (cls.kind, name) not in ELSEWHERE
    }


def _missing(targets: Mapping[str, list[Table[Thing]]], thing: Thing) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, target in thing.refers_to():
        if name in targets and not any(target in table for table in targets[name]):
            found.setdefault(name, []).append(target)
    return found


def _reported_at(framework: Framework, thing: Thing) -> Thing | None:
    owner = AT_OWNER.get(thing.kind)
    return framework.table(owner).get(thing.owner_id) if owner else thing


def _fault(framework: Framework, subject: Thing, thing: Thing, spec: FieldSpec, missing: list[str]) -> Fault:
    inside = thing is not subject
    return Fault(
        subject=subject,
        message=_message(framework, subject, thing, spec, missing),
        remedy=_("Choose again there, or add what is missing."),
        field="" if inside else spec.name,
        others=(thing.id,) if inside else (),
        evidence=(spec.name, *missing),
    )


def _message(framework: Framework, subject: Thing, thing: Thing, spec: FieldSpec, missing: list[str]) -> str:
    told = {
        "kind": term(framework, thing.kind),
        "name": named(thing),
        "missing": counted(framework, len(missing), spec.targets[0]),
        "field": _(spec.label),
    }
    if thing is subject:
        return ngettext(
            "The {kind} {name} refers to {missing} that is not in the framework, under “{field}”.",
            "The {kind} {name} refers to {missing} that are not in the framework, under “{field}”.",
            len(missing),
            **told,
        )
    return ngettext(
        "The {kind} {name} of {owner} refers to {missing} that is not in the framework, under “{field}”.",
        "The {kind} {name} of {owner} refers to {missing} that are not in the framework, under “{field}”.",
        len(missing),
        owner=named(subject),
        **told,
    )


def fix(given: CheckInput, finding: Finding) -> tuple[str, Changes]:
    """Take out of the field what is not there."""
    framework = given.framework
    thing = framework.get(finding.others[0] if finding.others else finding.subject_id)
    name, *missing = finding.evidence
    return _("Remove what is not there"), set_field(framework, thing.id, name, _without(getattr(thing, name), missing))


def _without(value: Any, missing: list[str]) -> Any:
    """Return a reference, a list of them or texts by reference, without those that are missing."""
    if isinstance(value, Texts):
        return {key: text for key, text in value.items() if key not in missing}
    return [one for one in value if one not in missing] if isinstance(value, tuple) else ""
