"""What was worked out of standard sets, which never change, for everybody who works on a project."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.measures.suggestions import Index


@dataclass
class ShelfMemory:
    """By the id of a set: its index, its grades, and what is covered, for the standards that were cited then."""

    indexes: dict[str, Future[Index]] = field(default_factory=dict)
    grades: dict[str, tuple[str, ...]] = field(default_factory=dict)
    below: dict[str, tuple[tuple[str, ...], Mapping[str, int]]] = field(default_factory=dict)

    @cached_property
    def builder(self) -> ThreadPoolExecutor:
        """The one thread in which indexes are built."""
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="suggestions")
