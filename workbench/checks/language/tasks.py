"""Parts of a course or a book by their numbers: what only one task has, and what no list of words can name."""

from __future__ import annotations

import re

from workbench.checks.language.kept import remembered

_NUMBERED = re.compile(r"\b(?:chapter|unit|lesson|module)s? \d+\b", re.IGNORECASE)


@remembered
def numbered(text: str) -> tuple[str, ...]:
    """Return the chapters, units, lessons and modules that a text names by a number, as written, each once."""
    return tuple(dict.fromkeys(_NUMBERED.findall(text)))
