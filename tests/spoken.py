"""What of a page or a state is in no catalogue: what people wrote, and whatever else stands in no brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.model import plural
from workbench.project import Project
from workbench.publish import FORMATS

MARKED = re.compile("⟦[^⟦⟧]*⟧")
LETTERS = re.compile(r"[^\W\d_]{2,}")
BETWEEN = re.compile(r"[:·,“”…()\n]+")
"""What stands between a text of the committee's and one of ours, or between two of theirs."""


def unmarked(text: str) -> str:
    """Return what of a text is in no brackets."""
    while (less := MARKED.sub(":", text)) != text:
        text = less
    return text


def parts_of(text: str) -> Iterator[str]:
    """Yield what of a text stands between marks and has letters, in one case."""
    for part in BETWEEN.split(text):
        if LETTERS.search(part):
            yield " ".join(part.casefold().split()).strip(" .?!")


def written(project: Project) -> frozenset[str]:
    """Return the parts of everything that the committee wrote or brought in."""
    found = [f"{thing.code} {thing.name}" for thing in project.framework.things()]
    for thing in project.framework.things():
        # What is chosen is no text of theirs.
        filled = [spec.encode(value) for _name, spec, value in thing.filled() if not spec.choices]
        found += _texts_in(filled)
    for kind, own in project.framework.district.terms.items():
        found += [
            plural(own),
            *(f"{own} {thing.code} {thing.name}" for thing in project.framework.table(kind).ordered()),
        ]
    found += [f"{level} {name}" for scale in project.framework.scales.ordered() for level, name in scale.levels.items()]
    found += [*_texts_in(project.rule_set), *(one.why for one in project.history(limit=1000))]
    found += [one.file_name for one in FORMATS.values()]
    for held in project.sets.values():
        found += [
            held.title,
            f"{held.title} {held.version}",
            held.version,
            held.publisher,
            held.owner,
            held.licence,
            held.source,
            held.notes,
        ]
        found += [text for one in held.standards for text in (one.code, one.label, one.statement, one.notes, one.kind)]
        found += [f"{one.code} {one.label or one.statement}" for one in held.standards]
    return frozenset(part for text in found for part in parts_of(text))


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts_in(one)


def is_told(part: str, own: frozenset[str], *, cut: bool) -> bool:
    """Tell whether a part is one that somebody wrote, or the beginning of one in a text that was ``cut``."""
    return part in own or (cut and any(one.startswith(part) for one in own))
