"""A range, a threshold, a word list or a severity in the district's settings cannot be read.

## What it checks

Each range that the district has set is written as two whole numbers, the smaller first: "4-8" or "4 to 8".
Each threshold is a number: "2" or "2.5". Each list under "words." has the name of a list that there is. Each
severity, under "severity." and the code of a rule, names a rule that there is, and is error, warning, note
or off.

## Why it matters

What cannot be read does not count: the rules go on with our default, which may not be what the committee
decided.

## Flagged

```yaml
districts:
  - {id: district, title: Maple Hollow, settings: {area_competencies: about five}}
```

## Instead

```yaml
districts:
  - {id: district, title: Maple Hollow, settings: {area_competencies: 3-6}}
```

## Limits

Other settings are not looked at, so that "severty.RUB004" goes unnoticed, and what stands in a word list is
taken as it is.

## Source

Our own settings; the ranges and their defaults are told on the pages of the rules that ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.lists import SETTING, word_lists
from workbench.checks.settings import (
    RANGES,
    SEVERITIES,
    SEVERITY,
    THRESHOLDS,
    read_number,
    read_range,
    written_severities,
)
from workbench.checks.wording import listed, quote
from workbench.model.edits import Changes, set_field
from workbench.model.framework import Framework
from workbench.model.record import Finding

READS = ("districts",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each setting that should be one of these and is not."""
    yield from _ranges(given)
    yield from _thresholds(given)
    yield from _word_lists(given)
    yield from _severities(given)


def _ranges(given: CheckInput) -> Iterator[Fault]:
    district = given.framework.district
    for key, default in RANGES.items():
        written = district.settings.get(key, "")
        if written.strip() and read_range(written, default.label) is None:
            yield Fault(
                subject=district,
                message=f"The setting “{default.label}” is {quote(written)}, which is no range; "
                f"{default} counts instead.",
                remedy="Write it as two whole numbers, the smaller first, for example 4-8.",
                field=f"settings.{key}",
                evidence=(written,),
            )


def _thresholds(given: CheckInput) -> Iterator[Fault]:
    district = given.framework.district
    for key, threshold in THRESHOLDS.items():
        written = district.settings.get(key, "")
        if written.strip() and read_number(written) is None:
            yield Fault(
                subject=district,
                message=f"The setting “{threshold.label}” is {quote(written)}, which is no number; "
                f"{threshold.default:g} counts instead.",
                remedy="Write it as a number, for example 2.5.",
                field=f"settings.{key}",
                evidence=(written,),
            )


def _word_lists(given: CheckInput) -> Iterator[Fault]:
    district = given.framework.district
    for key, written in district.settings.items():
        if key.startswith(SETTING) and key.removeprefix(SETTING) not in word_lists():
            yield Fault(
                subject=district,
                message=f"The setting {quote(key)} names no word list of the checks, so nothing follows from it.",
                remedy=f"Write one of these behind “{SETTING}”: {listed(word_lists(), show=20)}.",
                field=f"settings.{key}",
                evidence=(written,),
            )


def _severities(given: CheckInput) -> Iterator[Fault]:
    # The table of rules names this one, so that it cannot be imported with it.
    from workbench.checks.registry import RULES

    district = given.framework.district
    for key, code, written in written_severities(given.framework):
        if code in RULES and written in SEVERITIES:
            continue
        what = (
            f"is {quote(district.settings[key])}, which is no severity"
            if code in RULES
            else "names no rule of the checks"
        )
        yield Fault(
            subject=district,
            message=f"The setting {quote(key)} {what}; the severity stays as it was.",
            remedy=f"Write the code of a rule behind “{SEVERITY}”, and one of: {listed(SEVERITIES, show=9)}.",
            field=f"settings.{key}",
            evidence=(written,),
        )


def fix(framework: Framework, finding: Finding) -> tuple[str, Changes]:
    """Take the setting out; it did not count."""
    return "Take this setting out", set_field(framework, finding.subject_id, finding.field, "")
