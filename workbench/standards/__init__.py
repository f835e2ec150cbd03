"""Standard sets: the code lists that come with the workbench, and other people's files.

A format is one module with one function ``read_<format>(path) -> (StandardSet, ImportReport)``. Formats share
``source`` (opening a file), ``report`` (what became of every entry) and ``tree`` (cycles, reading order); those of
tables also ``tables`` (any file as rows of text), ``columns`` (rows by the names in the header) and ``building``
(neutral entries to a set). ``read_standards`` tells the format by the content.
"""

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
