"""Words for values in messages: ranges, and what is chosen from a list."""

from __future__ import annotations

from enum import StrEnum

from workbench.checks.settings import Range
from workbench.localize import _ as said_now
from workbench.localize.lazy import Lazy
from workbench.localize.lazy import lazy_gettext as _


def range_said(one: Range) -> str:
    """Return how a message speaks of a range: "4 to 8", or the number where it is only one."""
    return _("{low} to {high}", low=one.low, high=one.high) if one.low < one.high else str(one)


def choice_said(chosen: StrEnum) -> str:
    """Return how a message speaks of a choice, within a sentence; the catalogue has it with a capital."""
    return Lazy.of(str(chosen), lambda: said_now(chosen.capitalize()).lower())
