"""The statements that rules of language read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from workbench.checks.language.english import speaks_english
from workbench.model.competencies import Competency, Indicator, LearningTarget
from workbench.model.framework import Framework

Stated: TypeAlias = Competency | Indicator | LearningTarget


def stated(framework: Framework, tables: Iterable[str]) -> Iterator[Stated]:
    """Yield what has a statement in these tables; nothing where the framework is in another language than English."""
    if speaks_english(framework):
        yield from (one for name in tables for one in getattr(framework, name).ordered() if one.statement.strip())


def word_count(text: str) -> int:
    """Return how many words a text has as people count them: "well-known" is one."""
    return sum(any(letter.isalnum() for letter in part) for part in text.split())
