"""Numbers that a workbook's format shows with leading zeros: 1001 under the format 00000 is the code 01001."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Mapping

from workbench.standards.workbook_limits import column_number

NEEDED = {"xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
FORMAT = re.compile(rb"<numFmt\s[^>]*>")
STYLES = re.compile(rb"<cellXfs.*?</cellXfs>", re.DOTALL)
STYLE = re.compile(rb'<xf\s[^>]*?numFmtId="(\d+)"')
CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})" s="(\d+)"(?: t="n")?><v>(\d+)(?:\.0+)?</v>')

Widths = Mapping[tuple[int, int], int]
"""How many digits are shown, by row and column, both from 1."""


def shown_widths(book: io.BytesIO) -> dict[str, Widths]:
    """Return the cells of each sheet, by its name, whose numbers are shown with leading zeros."""
    with zipfile.ZipFile(book) as archive:
        parts = set(archive.namelist())
        if not parts >= NEEDED or not (styles := _styles(archive.read("xl/styles.xml"))):
            return {}
        sheets = _sheets(archive.read("xl/workbook.xml"), archive.read("xl/_rels/workbook.xml.rels"))
        return {name: _cells(archive.read(part), styles) for name, part in sheets.items() if part in parts}


def _styles(part: bytes) -> dict[bytes, int]:
    """Return the width of each style whose format is nothing but zeros."""
    widths: dict[str, int] = {}
    for tag in FORMAT.findall(part):
        number, code = _attribute(tag, "numFmtId"), _attribute(tag, "formatCode")
        if re.fullmatch("00+", code):
            widths[number] = len(code)
    block = STYLES.search(part)
    found = enumerate(STYLE.findall(block[0])) if block and widths else ()
    return {str(place).encode(): widths[number.decode()] for place, number in found if number.decode() in widths}


def _sheets(workbook: bytes, relations: bytes) -> dict[str, str]:
    """Return which part holds each sheet."""
    tags = re.findall(rb"<Relationship\s[^>]*>", relations)
    targets = {_attribute(tag, "Id"): _attribute(tag, "Target").removeprefix("/xl/") for tag in tags}
    sheets = re.findall(rb"<sheet\s[^>]*>", workbook)
    return {_attribute(tag, "name"): f"xl/{targets.get(_attribute(tag, 'r:id'), '')}" for tag in sheets}


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag.decode("utf-8", "replace"))
    return html.unescape(found[1]) if found else ""


def _cells(part: bytes, styles: Mapping[bytes, int]) -> Widths:
    return {
        (int(row), column_number(letters)): styles[style]
        for letters, row, style, _ in CELL.findall(part)
        if style in styles
    }
