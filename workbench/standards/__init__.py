"""Standard sets: the code lists that come with the workbench, and other people's files.

A format is one module with one function ``read_<format>(path) -> (StandardSet, ImportReport)``. Formats share
``source`` (opening a file), ``report`` (what became of every entry) and ``tree`` (cycles, reading order).
"""

from workbench.standards.case import read_case, read_fetched
from workbench.standards.case_out import case_notes, write_case
from workbench.standards.report import Fate, ImportReport, Tally, visible
from workbench.standards.shipped import load_shipped, shipped_keys

__all__ = [
    "Fate",
    "ImportReport",
    "Tally",
    "case_notes",
    "load_shipped",
    "read_case",
    "read_fetched",
    "shipped_keys",
    "visible",
    "write_case",
]
