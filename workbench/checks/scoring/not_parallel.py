"""The levels of a criterion begin in different forms.

## What it checks

The levels of an academic scoring criterion open in one form: all with a verb such as "explains", or all with "I can",
and so on.

## Why it matters

Levels that are built alike can be read side by side, and the eye finds what changes from one to the next.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "1": Names evidence for a claim.
      "2": I can explain how evidence supports a claim.
```

## Instead

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "1": Names evidence for a claim.
      "2": Explains how evidence supports a claim.
```

## Limits

English only, and a note, since the form is told by grammar, which errs. A level that opens with a verb of which no
list knows, or with an adverb, is passed over, and only the first sentence of each is read. Levels that take up the
parts of the skill in a different order are not seen.

## Source

Ours: levels are compared more easily where they are built alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, described, level_at
from workbench.checks.language.verb_levels import is_known_verb
from workbench.checks.language.verbs import Opening, lead
from workbench.checks.wording import criterion_named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_join

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)

_UNSURE = frozenset({"i", "may", "we"})
"""First words behind which a verb follows that is not looked for: "I am learning to", "May use"."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each criterion with levels that open in different forms."""
    framework = given.framework
    for criterion in academic(framework):
        openings = {key: form for key, text in described(framework, criterion).items() if (form := _form(text))}
        first: dict[Opening, str] = {}
        for key, form in openings.items():
            first.setdefault(form, key)
        if len(first) > 1:
            begun, *others = ((level_at(framework, criterion, key), _(form.value)) for form, key in first.items())
            but = (_("but {level}, with {form}", level=level, form=form) for level, form in others)
            yield Fault(
                subject=criterion,
                message=_(
                    "{criterion} begins {level}, with {form}, {but_others}.",
                    criterion=criterion_named(framework, criterion),
                    level=begun[0],
                    form=begun[1],
                    but_others=lazy_join(but, ", "),
                ),
                remedy=_("Begin every level in the same form."),
                field=f"descriptors.{[*first.values()][1]}",
                evidence=tuple(f"{key}: {form.name.lower()}" for key, form in openings.items()),
            )


def _form(text: str) -> Opening | None:
    """Return how a text opens; None where the tagger may have taken another word for a verb, or a verb for another."""
    found = lead(text)
    if found.opening in {Opening.BARE, Opening.THIRD_PERSON}:
        return found.opening if is_known_verb(found.lemma) else None
    unsure = any(word.tag == "AV0" or word.text.lower() in _UNSURE for word in found.words[:1])
    return None if found.opening is Opening.OTHER and unsure else found.opening
