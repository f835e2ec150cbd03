"""A coverage matrix as one web page: counts, the picture, and the same in words as a table with header cells."""

from __future__ import annotations

from workbench.measures.coverage import Matrix
from workbench.measures.coverage_window import window
from workbench.measures.coverage_words import GROUPS, WAYS, subject_of
from workbench.model import Framework
from workbench.publish.compose.coverage import became_tables, figure, meanings, words_table
from workbench.publish.compose.words import say
from workbench.publish.document import Block, Document, Heading, Part
from workbench.publish.html_page import render_html

ROWS, COLUMNS = 1000, 60
"""The most that a table of a page holds; the workbook has everything."""


def coverage_page(framework: Framework, found: Matrix, *, revision: int, rows: int = ROWS) -> bytes:
    """Return the page in UTF-8. Its table has at most ``rows``; what that leaves out is said."""
    shown, remark = window(found, rows=rows, columns=COLUMNS)
    title = subject_of(framework, found)
    blocks: list[Block] = [
        Heading(level=1, text="What became of them", id="counts"),
        *became_tables(found, GROUPS[found.rows]),
        meanings(),
        Heading(level=1, text="As a picture", id="picture"),
        figure(framework, found),
        Heading(level=1, text="In words", id="words"),
        *([say(remark, "The workbook has all of it.")] if remark else []),
        *([say(WAYS)] if found.by == "pathways" else []),
        words_table(framework, shown),
    ]
    return render_html(
        Document(
            title=title,
            parts=(Part(blocks=tuple(blocks)),),
            author=framework.district.title.strip(),
            facts=(("Revision", str(revision)),),
        )
    )
