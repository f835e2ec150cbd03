"""Words for what is chosen from a list, in messages."""

from __future__ import annotations

from enum import StrEnum

from workbench.localize import Lazy, _


def choice_said(chosen: StrEnum) -> str:
    """Return how a message speaks of a choice, within a sentence; the catalogue has it with a capital."""
    return Lazy.of(str(chosen), lambda: _(chosen.capitalize()).lower())
