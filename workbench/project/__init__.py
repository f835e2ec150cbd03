"""The use cases: the one door that rooms, commands and servers go through."""

from workbench.project.making import create_project
from workbench.project.project import (
    REPORT,
    SUFFIX,
    VARIABLE,
    Outcome,
    Project,
    day_of,
    load_rule_set,
    open_project,
    open_to_read,
)

__all__ = [
    "REPORT",
    "SUFFIX",
    "VARIABLE",
    "Outcome",
    "Project",
    "create_project",
    "day_of",
    "load_rule_set",
    "open_project",
    "open_to_read",
]
