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
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.beliefs import District
from workbench.model.edits import Changes, set_field
from workbench.model.framework import Framework
from workbench.model.record import Finding

READS = ("districts",)
WRONG = {
    "range": N_("The setting “{label}” is {written}, which is no range; {default} counts instead."),
    "number": N_("The setting “{label}” is {written}, which is no number; {default} counts instead."),
}
EXAMPLES = {
    "range": N_("Write it as two whole numbers, the smaller first, for example 4-8."),
    "number": N_("Write it as a number, for example 2.5."),
}


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each setting that should be one of these and is not."""
    district = given.framework.district
    for key, message, remedy in (*_numbers(district), *_word_lists(district), *_severities(given.framework)):
        yield Fault(
            subject=district,
            message=message,
            remedy=remedy,
            field=f"settings.{key}",
            evidence=(district.settings[key],),
        )


def _numbers(district: District) -> Iterator[tuple[str, str, str]]:
    """Yield the key, what is wrong and what to do for each range and threshold."""
    ranges = {
        key: (one.label, read_range(district.settings.get(key, ""), one.label), "range", one.words)
        for key, one in RANGES.items()
    }
    thresholds = {
        key: (one.label, read_number(district.settings.get(key, "")), "number", f"{one.default:g}")
        for key, one in THRESHOLDS.items()
    }
    for key, (label, read, what, default) in {**ranges, **thresholds}.items():
        written = district.settings.get(key, "")
        if written.strip() and read is None:
            yield (
                key,
                _(WRONG[what], label=_(label), written=quote(written), default=default),
                _(EXAMPLES[what]),
            )


def _word_lists(district: District) -> Iterator[tuple[str, str, str]]:
    for key in district.settings:
        if key.startswith(SETTING) and key.removeprefix(SETTING) not in word_lists():
            yield (
                key,
                _(
                    "The setting {setting} names no word list of the checks, so nothing follows from it.",
                    setting=quote(key),
                ),
                _(
                    "Write one of these behind “{prefix}”: {lists}.",
                    prefix=SETTING,
                    lists=listed(word_lists(), show=20),
                ),
            )


def _severities(framework: Framework) -> Iterator[tuple[str, str, str]]:
    # The table of rules names this one, so that it cannot be imported with it.
    from workbench.checks.registry import RULES

    for key, code, written in written_severities(framework):
        if code in RULES and written in SEVERITIES:
            continue
        message = _(
            "The setting {setting} is {written}, which is no severity; the severity stays as it was.",
            setting=quote(key),
            written=quote(framework.district.settings[key]),
        )
        if code not in RULES:
            message = _(
                "The setting {setting} names no rule of the checks; the severity stays as it was.", setting=quote(key)
            )
        yield (
            key,
            message,
            _(
                "Write the code of a rule behind “{prefix}”, and one of: {severities}.",
                prefix=SEVERITY,
                severities=listed(SEVERITIES, show=9),
            ),
        )


def fix(given: CheckInput, finding: Finding) -> tuple[str, Changes]:
    """Take the setting out; it did not count."""
    return _("Take this setting out"), set_field(given.framework, finding.subject_id, finding.field, "")
