"""Standard sets: the code lists that come with the workbench, and other people's files.

A format is one module with one function ``read_<format>``, which returns a ``StandardSet`` and an ``ImportReport``.
Formats share ``source`` and ``tables`` (opening a file), ``report`` (what became of every entry), ``building`` and
``tree`` (cycles, reading order). Names are handed on lazily: whoever lists sets does not load every importer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.standards.case import read_case
    from workbench.standards.case_out import case_notes, write_case
    from workbench.standards.reading import read_standards
    from workbench.standards.report import Fate, ImportReport, Tally
    from workbench.standards.rubric_csv import with_rubrics
    from workbench.standards.shipped import load_shipped, shipped_keys

__all__ = [
    "Fate",
    "ImportReport",
    "Tally",
    "case_notes",
    "load_shipped",
    "read_case",
    "read_standards",
    "shipped_keys",
    "with_rubrics",
    "write_case",
]
_HOMES = {
    "Fate": "report",
    "ImportReport": "report",
    "Tally": "report",
    "case_notes": "case_out",
    "load_shipped": "shipped",
    "read_case": "case",
    "read_standards": "reading",
    "shipped_keys": "shipped",
    "with_rubrics": "rubric_csv",
    "write_case": "case_out",
}


def __getattr__(name: str) -> Any:
    """Return a public name, importing its module when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
