"""The rows of the first table with cells in a piece of HTML, text only; merged cells say the same in every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.incoming.block import COLUMNS, ROWS

UNSEEN = {"style", "script", "template", "title", "head", "noscript", "colgroup", "o:p"}
LINES = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre"}
BLANKS = re.compile(r"[ \t\r\n\f]+")


def rows_of_html(html: str) -> list[list[str]]:
    """Return the rows; empty where there is no table. Merged columns are empty beside their first."""
    # libxml2 takes time in proportion to the text whatever it holds; the standard library's parser does not.
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = document_fromstring(html.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (ValueError, SyntaxError):  # what it says of a page without an element
        return []
    table = next((one for one in tree.iter("table") if next(one.iter("td", "th"), None) is not None), None)
    return [] if table is None else list(_rows(table))


def _rows(table: Any) -> Iterator[list[str]]:
    held: dict[int, tuple[int, str]] = {}
    own = (one for one in table.iter("tr") if next(one.iterancestors("table")) is table)
    for place, row in enumerate(own):
        if place > ROWS:
            return
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _fill(cells, held)
            if len(cells) > COLUMNS:
                break
            text = _text(cell)
            wide, tall = _span(cell, "colspan", COLUMNS), _span(cell, "rowspan", ROWS)
            for step in range(wide):
                if tall > 1:
                    held[len(cells)] = (tall - 1, "" if step else text)
                cells.append("" if step else text)
        _fill(cells, held)
        yield cells


def _fill(cells: list[str], held: dict[int, tuple[int, str]]) -> None:
    """Put in what a merged cell of a row above says here."""
    while len(cells) in held:
        left, text = held.pop(len(cells))
        if left > 1:
            held[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(cell: Any, name: str, most: int) -> int:
    found = str(cell.get(name, "1")).strip()
    return min(max(int(found), 1), most) if found.isascii() and found.isdigit() and len(found) < len("100000") else 1


def _text(cell: Any) -> str:
    """Return what a reader sees: blanks as one, a line end where one is drawn."""
    lines = "".join(_pieces(cell)).split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip("\n")


def _pieces(cell: Any) -> Iterator[str]:
    """Yield the text of a cell in order, without recursion: a hostile page may nest as deep as it likes."""
    waiting: list[Any] = [cell]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        name = one.tag if isinstance(one.tag, str) else ""
        if name in UNSEEN:
            continue
        if name == "br":
            yield "\n"
        if name == "li":  # The page draws a bullet or a number there.
            yield "• "
        inside: list[Any] = [BLANKS.sub(" ", one.text)] if one.text else []
        for child in one:
            inside.append(child)
            if child.tag in LINES and (child.getnext() is not None or (child.tail or "").strip()):
                inside.append("\n")
            if child.tail:
                inside.append(BLANKS.sub(" ", child.tail) if child.tail.strip() or child.tag not in LINES else "")
        waiting += reversed(inside)
