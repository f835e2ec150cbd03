"""The standards that the committee chose as priorities. That is a choice of theirs, and no claim of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.fields import line, text
from workbench.model.thing import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityStandard(Thing):
    """One standard of a standard set that every student is to learn and show, and why it was chosen.

    ``set_id`` and ``standard_id`` are the identifiers of the set and of the standard in it, verbatim. ``code`` is the
    standard's own, its name where it has none, so that the history speaks of it without the set.
    """

    kind: ClassVar[str] = "priority_standard"
    table: ClassVar[str] = "priority_standards"
    noun: ClassVar[str] = "priority standard"
    named_by: ClassVar[tuple[str, ...]] = ("code",)

    set_id: str = line("Standard set")
    standard_id: str = line("Standard")
    reason: str = text("Why it is a priority")
