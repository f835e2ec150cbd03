"""Clipboards as programs write them, from plain rows: text with tabs, and the HTML of Sheets, Excel and Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

Rows = Sequence[Sequence[str]]


def tabs(rows: Rows, end: str = "\r\n") -> str:
    """Return rows as spreadsheet programs put them into the clipboard's text: quoted where a cell holds an end."""
    return "".join("\t".join(map(_quoted, row)) + end for row in rows)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in '\t\n"') else cell


def sheets(rows: Rows) -> str:
    """Return what Google Sheets writes."""
    body = "".join(f"<tr style='height:21px;'>{''.join(map(_sheets_cell, row))}</tr>" for row in rows)
    return (
        "<google-sheets-html-origin><style type='text/css'><!--td {border: 1px solid #ccc;}br {mso-data-placement:"
        "same-cell;}--></style><table xmlns='http://www.w3.org/1999/xhtml' cellspacing='0' dir='ltr' border='1'>"
        f"<colgroup><col width='100'/></colgroup><tbody>{body}</tbody></table>"
    )


def _sheets_cell(cell: str) -> str:
    return f"<td data-sheets-value='{{&quot;1&quot;:2}}' style='white-space:pre-wrap'>{_breaks(cell, '<br/>')}</td>"


def excel(rows: Rows) -> str:
    """Return what Excel writes."""
    cells = [
        "".join(f"  <td class=xl65 width=64>{_breaks(cell, '<br>' + chr(10) + '    ')}</td>\r\n" for cell in row)
        for row in rows
    ]
    body = "".join(f" <tr height=20>\r\n{row} </tr>\r\n" for row in cells)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8><style>td{mso-x:1}</style>'
        f"</head><body><table border=0>\r\n<!--StartFragment-->\r\n{body}<!--EndFragment-->\r\n</table></body></html>"
    )


def word(rows: Rows) -> str:
    """Return what Word writes: a paragraph a line, an empty cell with a blank that does not break."""
    body = "".join(f"<tr>{''.join(map(_word_cell, row))}</tr>" for row in rows)
    return f"<html><body lang=EN-US><table class=MsoTableGrid><tbody>{body}</tbody></table></body></html>"


def _word_cell(cell: str) -> str:
    lines = [f"<p class=MsoNormal>{escape(line) or '&nbsp;'}<o:p></o:p></p>\n" for line in cell.split("\n")]
    return f"<td width=200 valign=top>\n{''.join(lines)}</td>\n"


def _breaks(cell: str, sign: str) -> str:
    return escape(cell).replace("\n", sign)


PROGRAMS: Mapping[str, Callable[[Rows], str]] = {"Sheets": sheets, "Excel": excel, "Word": word}
