"""A scoring criterion speaks of one task or resource.

## What it checks

Neither the element nor a level of an academic scoring criterion names a product or a resource, such as "essay",
"slide" or "textbook", or a chapter, unit, lesson or module by its number, or speaks of "your" work (setting
"words.task_words").

## Why it matters

A criterion is for every task that shows the indicator. If it speaks of one, students who show the same skill in
another way cannot be scored by it, and scores of different tasks cannot be put side by side.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - {id: evidence, element: Evidence, subject_id: claim, descriptors: {"1": Writes an essay with evidence for a claim.}}
```

## Instead

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - {id: evidence, element: Evidence, subject_id: claim, descriptors: {"1": Supports a claim with evidence.}}
```

## Limits

English only. Titles of books and products are not seen, nor are tasks that are not in the list; "test" is not, since
students test what they build and suppose. Where a form is the subject itself ("compares the essay with the story"),
live with the finding.

## Source

Great Schools Partnership, design guide for scoring criteria, fourth trait: criteria are neutral to the task. New
Hampshire, competency validation rubric: no textbook, programme or resource.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, fault_of_words, worded
from workbench.checks.language.lists import words_of
from workbench.checks.language.said import said
from workbench.checks.language.tasks import numbered
from workbench.localize.lazy import lazy_gettext as _

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each element and level that names a task."""
    framework = given.framework
    wanted = words_of(framework, "task_words")
    for criterion in academic(framework):
        for field, level, text in worded(framework, criterion):
            if found := (*said(text, wanted, conditions=True), *numbered(text)):
                yield fault_of_words(
                    framework,
                    criterion,
                    _("speaks of one task or resource at {level}", level=level)
                    if level
                    else _("speaks of one task or resource"),
                    found,
                    field=field,
                    remedy=_("Say what students show in any task, and keep this word for the task itself."),
                )
