"""``python -m benchmarks``: the table of what takes time. Real files are read from ``../shared`` where it is."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import adding
from benchmarks.measure import HEAD, Row, compare, python
from workbench.checks import CheckInput, check
from workbench.model import canonical_bytes, to_json
from workbench.project import Project, create_project
from workbench.publish import FORMATS, Publication


def starting(project: Path) -> Iterator[Row]:
    """Yield what a person waits for before anything else happens; whole processes."""
    nothing = python("")
    yield compare("import workbench", python("import workbench"), nothing, "Python alone")
    opening = python("import sys, workbench; workbench.open_project(sys.argv[1]).close()", str(project))
    reading = python(
        "import json, sqlite3, sys\n"
        "rows = sqlite3.connect(sys.argv[1]).execute('select data from thing')\n"
        "[json.loads(row[0]) for row in rows]",
        str(project),
    )
    yield compare("open_project", opening, reading, "sqlite3 and json.loads of the same rows")


def checking(project: Project) -> Iterator[Row]:
    """Yield the full check against one walk over every field."""
    given = CheckInput(
        framework=project.framework, sets=project.sets, rule_set=project.rule_set, as_of="2026-11-23", drafts=True
    )
    yield compare("full check", lambda: check(given), lambda: to_json(project.framework), "one walk over every field")


def publishing(publication: Publication) -> Iterator[Row]:
    """Yield each format against writing the framework as plain JSON."""
    for name, found in FORMATS.items():
        yield compare(
            f"publish {name}",
            lambda found=found: found(publication),  # type: ignore[misc]  # bound now, called in this turn
            lambda: json.loads(canonical_bytes(to_json(publication.framework))),
            "the framework as JSON, written and read",
        )


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "example.workbench"
        with create_project(path) as project:
            publication = project.publication(as_of="2026-11-23")
            print(HEAD)
            for rows in (starting(path), checking(project), publishing(publication)):
                for row in rows:
                    print(row)
        print(f"\n{adding.HEAD}")
        for line in adding.rows(folder):
            print(line)


main()
