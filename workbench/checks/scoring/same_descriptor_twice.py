"""Two levels of a scoring criterion are described in the same words.

## What it checks

No two levels of one scoring criterion have the same descriptor. Capitals, blanks and punctuation do not count.

## Why it matters

Work that fits both descriptors belongs to either level. Two teachers will score it differently, and a student
cannot read what the next level asks for.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, levels: {"1": Emerging, "2": Developing}}
criteria:
  - id: fit
    element: Fit of the unit
    subject_id: units
    scale_id: scale
    descriptors:
      "1": Names a unit for the quantity.
      "2": Names a unit for the quantity
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, levels: {"1": Emerging, "2": Developing}}
criteria:
  - id: fit
    element: Fit of the unit
    subject_id: units
    scale_id: scale
    descriptors:
      "1": Names a unit for the quantity.
      "2": Chooses a unit of the right size.
```

## Limits

Descriptors that differ in a single word are two, even where the word says nothing ("clearly", "very clearly").
A descriptor without a letter or a digit is not compared.

## Source

Great Schools Partnership, design guide for scoring criteria: each level is described by what sets the
work apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from workbench.checks.given import CheckInput, Fault
from workbench.checks.levels import level_named, levels_of
from workbench.checks.wording import criterion_named, folded
from workbench.localize.lazy import lazy_gettext as _

READS = ("criteria", "habits", "indicators", "scales")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each level that says what a lower one says already."""
    framework = given.framework
    for criterion in framework.criteria.ordered():
        levels = levels_of(framework, criterion)
        seen: dict[str, str] = {}
        for key in levels:
            text = criterion.descriptors.get(key, "")
            words = _words(text)
            lower = seen.setdefault(words, key)
            if words and lower != key:
                yield Fault(
                    subject=criterion,
                    message=_(
                        "{criterion} says the same of {lower} and of {higher}.",
                        criterion=criterion_named(framework, criterion),
                        lower=level_named(lower, levels[lower]),
                        higher=level_named(key, levels[key]),
                    ),
                    remedy=_("Describe what sets work at the higher level apart."),
                    field=f"descriptors.{key}",
                    evidence=(text,),
                )


def _words(text: str) -> str:
    return folded(text.translate(_BLANKS))


class _Blanks(dict[int, int | str]):
    """A blank for each punctuation mark, and any other character as it is; for ``str.translate``."""

    def __missing__(self, code: int) -> int | str:
        one = self[code] = " " if category(chr(code)).startswith("P") else code
        return one


_BLANKS = _Blanks()
