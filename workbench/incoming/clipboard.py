"""The clipboard -> a block: the HTML table of Sheets, Word and Excel, or tabs and lines.

Whatever the HTML holds is read for its text alone; nothing of it is kept, run or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.errors import BadFile
from workbench.incoming.block import COLUMNS, ROWS, Block, block_of
from workbench.incoming.html_table import rows_of_html
from workbench.localize import _

LARGEST = 1_200_000
"""Characters of one paste, three bytes each at most: a page of the server sends no message of more than 4 MB."""

CELL = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)')
"""A cell in quotation marks, as spreadsheet programs write one that holds a line end; or what stands up to the next."""
BULLET_TAB = re.compile("^([•·▪●○◦‣∙■□➢❖\uf0b7\uf0a7])\t", re.MULTILINE)


def read_clipboard(text: str, html: str = "") -> Block:
    """Return the block that was pasted; raise BadFile where it is too large, or nothing can be read in it."""
    if len(text) > LARGEST or len(html) > LARGEST:
        raise BadFile(_("This is more than can be pasted at once. Paste fewer rows, or bring the file itself."))
    rows = rows_of_html(html) if "<table" in html.lower() else []
    block = block_of(rows or _rows_of_text(text))
    if not block.rows:
        raise BadFile(_("There is no text in what was pasted. Copy the rows again, then paste them here."))
    return block


def _rows_of_text(text: str) -> Iterator[list[str]]:
    """Yield the rows of text with a tab between cells; a quotation mark that is never closed is a letter."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    text = BULLET_TAB.sub(r"\1 ", text)  # Word parts a bullet from its line by a tab.
    row: list[str] = []
    at, count = 0, 0
    while count <= ROWS:
        found = CELL.match(text, at)
        quoted = found[1] if found else None
        row.append((found[2] if found else "") if quoted is None else quoted.replace('""', '"'))
        at = found.end() if found else at
        if len(row) > COLUMNS or text[at : at + 1] != "\t":
            yield row
            row, count = [], count + 1
            if at >= len(text):
                return
        at += 1
