"""A range in the district's settings cannot be read.

## What it checks

Each range that the district has set is written as two whole numbers, the smaller first: "4-8" or "4 to 8".

## Why it matters

A range that cannot be read does not count: the rules that ask for it go on with our default, which may
not be what the committee decided.

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

Settings that are no ranges are not looked at.

## Source

Our own settings; the ranges and their defaults are told on the pages of the rules that ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.settings import RANGES, read_range
from workbench.checks.wording import quote

READS = ("districts",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each setting that should be a range and is not."""
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
            )
