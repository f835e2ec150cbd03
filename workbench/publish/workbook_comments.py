"""The sheet of what people said about the framework, and what became of it."""

from __future__ import annotations

from workbench.publish.publication import Publication
from workbench.publish.workbook_cells import Head, Sheet

TITLE = "Comments and their outcome"
"""Short enough for the title of a sheet."""
HEADS = (
    Head(text="What it is about", width=36),
    Head(text="Where", width=18),
    Head(text="Kind", width=12),
    Head(text="Who", width=20),
    Head(text="When", width=14),
    Head(text="What was said or proposed", width=50),
    Head(text="In place of", width=36),
    Head(text="What became of it", width=18),
    Head(text="Why", width=44),
    Head(text="Decided by", width=20),
    Head(text="Decided on", width=14),
    Head(text="Identifier", width=42),
)


def comments_sheet(given: Publication) -> Sheet:
    """Return a row for each comment, reply and proposal, thread by thread."""
    rows = tuple(
        (
            f"{one.about} (removed since)" if one.gone else one.about,
            one.field or None,
            one.sort,
            one.who,
            one.at[:10],
            one.text,
            one.old or None,
            one.outcome or None,
            one.reason or None,
            one.by or None,
            one.settled[:10] or None,
            one.id,
        )
        for one in given.discussed
    )
    return Sheet(title=TITLE, heads=HEADS, rows=rows, about="Comments and what became of them")
