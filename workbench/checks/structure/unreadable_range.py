"""A range, a threshold, a word list or a severity in the district's settings cannot be read.

## What it checks

Each range that the district has set is written as two whole numbers, the smaller first: "4-8" or "4 to 8".
Each threshold is a number: "2" or "2.5", and a share is one from 0 to 1. Each list under "words." has the name of
a list that there is, and + or - before all of its words or before none. Each severity, under "severity." and the
code of a rule, names a rule that there is, and is error, warning, note or off.

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

Other settings are not looked at, so that "severty.RUB004" goes unnoticed, and the words of a list are taken as
they are.

## Source

Our own settings; the ranges and their defaults are told on the pages of the rules that ask for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.lists import SETTING, is_mixed, word_lists
from workbench.checks.settings import (
    RANGES,
    SEVERITIES,
    SEVERITY,
    THRESHOLDS,
    Threshold,
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
_CODE = re.compile(r"([A-Z]{3})[^A-Z0-9]{0,3}0{0,3}([0-9]{1,3})")
"""The code of a rule, with the zeros that somebody left out or put in."""
WRONG = {
    "range": N_("The setting “{label}” is {written}, which is no range; {default} counts instead."),
    "number": N_("The setting “{label}” is {written}, which is no number; {default} counts instead."),
    "share": N_("The setting “{label}” is {written}, which is more than 1; {default} counts instead."),
}
MIXED = N_(
    "The setting {setting} has words with + or - before them and words without, so all of them together replace the "
    "list of the checks."
)
SURE = 0.9
"""How alike the names of two lists are where one is taken for the other, which is missing a letter."""
EXAMPLES = {
    "range": N_("Write it as two whole numbers, the smaller first, for example 4-8."),
    "number": N_("Write it as a number, for example 2.5."),
    "share": N_("Write it as a number from 0 to 1, for example 0.85."),
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
        key: (one.label, *_read(one, district.settings.get(key, "")), f"{one.default:g}")
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


def _read(limit: Threshold, written: str) -> tuple[float | None, str]:
    """Return the number that is written for a threshold, None where there is none or too great a one; and which."""
    read = read_number(written)
    return (None, "share") if read is not None and read > limit.most else (read, "number")


def _word_lists(district: District) -> Iterator[tuple[str, str, str]]:
    for key, written in district.settings.items():
        if not key.startswith(SETTING):
            continue
        if key.removeprefix(SETTING) in word_lists():
            if is_mixed(written):
                yield key, _(MIXED, setting=quote(key)), _("Write + or - before each of its words, or before none.")
        else:
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
    """Write a setting under the name that was meant, or take it out: it did not count.

    What counts otherwise than it may be meant, and what is near several names, is for people.
    """
    framework, key = given.framework, finding.field.partition(".")[2]
    if key.startswith(SETTING) and key.removeprefix(SETTING) in word_lists():
        return "", ()
    out = set_field(framework, finding.subject_id, finding.field, "")
    near, meant = _near(key)
    if not near:
        return _("Take this setting out"), out
    if not meant or not _is_free(framework, key, meant):
        return "", ()
    moved = set_field(framework, finding.subject_id, f"settings.{meant}", framework.district.settings[key])
    return _("Write it under {setting}", setting=quote(meant)), (*out, *moved)


def _near(key: str) -> tuple[bool, str]:
    """Tell whether a key is near to one that there is, and which one is surely meant, if any.

    Of a key that has a meaning of its own nothing is near.
    """
    if key.startswith(SETTING):
        name = key.removeprefix(SETTING).strip().lower()
        sure = get_close_matches(name, word_lists(), cutoff=SURE)
        return bool(get_close_matches(name, word_lists())), f"{SETTING}{sure[0]}" if len(sure) == 1 else ""
    return _near_rule(key.removeprefix(SEVERITY).strip()) if key.startswith(SEVERITY) else (False, "")


def _near_rule(written: str) -> tuple[bool, str]:
    from workbench.checks.registry import RULES

    code, by_name = written.upper(), {rule.name: rule.code for rule in RULES.values()}
    if code in RULES:
        return False, ""
    parts = _CODE.fullmatch(code)
    meant = f"{parts[1]}{int(parts[2]):03}" if parts else by_name.get(written.lower(), "")
    if meant in RULES:
        return True, f"{SEVERITY}{meant}"
    return bool(get_close_matches(code, RULES) or get_close_matches(written.lower(), by_name)), ""


def _is_free(framework: Framework, key: str, meant: str) -> bool:
    """Tell whether nothing stands under the key that is meant yet, and what stands under ``key`` can be read there."""
    written = framework.district.settings[key]
    if meant.startswith(SETTING):
        return meant not in framework.district.settings and not is_mixed(written)
    taken = {code for _key, code, _written in written_severities(framework)}
    return meant.removeprefix(SEVERITY) not in taken and written.strip().lower() in SEVERITIES
