"""Checks of a workbook before it is opened: how large it grows, what it refers to, how far its cells spread.

Reading a sheet takes memory for its whole rectangle, so two cells in opposite corners would take all there is.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from workbench.errors import BadFile

GROWN = 512 * 1024 * 1024
"""Bytes of all parts together once they are unpacked."""
PARTS = 10_000
AREA = 10_000_000
"""Cells of one sheet's rectangle."""
MODERN = "xl/workbook.xml"
"""The part that .xlsx and .xlsm have, and no other kind of workbook."""
NEEDED = re.compile(r"^(?!content\.xml$).*\.(xml|rels)$", re.IGNORECASE)
"""The parts of such a workbook that hold text: nothing of another kind may hide in it."""
NEEDED_OF_OTHERS = re.compile(r"\.(xml|rels|bin)$|^mimetype$", re.IGNORECASE)
"""The parts of .xlsb and .ods; pictures and the like stay packed."""
LOCKED = 0x1
"""The bit of a part's flags that says it is encrypted."""

FEW = 1_000
PLAIN_CELL = b'<c r="'
OTHER_CELL = re.compile(rb"<c[\t\r\n/>]|<\w+:c[\s/>]")
TAG = re.compile(rb"""<(?:\w+:)?(row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>""")
PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]{0,7})""")


def checked_archive(file: str, content: bytes) -> tuple[io.BytesIO, bool]:
    """Return a workbook's archive packed anew from what was checked; raise BadFile where it is refused.

    True beside it means .xlsx or .xlsm, whose cells are known not to spread too far. What opens the archive
    afterwards sees these bytes alone, whatever it said of itself.
    """
    checked = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(checked, "w") as new:
            modern = MODERN in archive.namelist()
            for name, part in _parts(file, archive, NEEDED if modern else NEEDED_OF_OTHERS):
                _check_part(file, part)
                new.writestr(name, part)
    except BadFile:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        raise BadFile(f"“{file}” is damaged: it cannot be unpacked. Download it again, or save it again.") from None
    checked.seek(0)
    return checked, modern


def _parts(file: str, archive: zipfile.ZipFile, needed: re.Pattern[str]) -> Iterator[tuple[str, bytes]]:
    wanted = {info.filename: info for info in archive.infolist() if needed.search(info.filename)}
    if len(wanted) > PARTS or sum(info.file_size for info in wanted.values()) > GROWN:
        limit = GROWN // 1024 // 1024
        raise BadFile(f"“{file}” would grow to more than {limit} MB when unpacked. Save it in smaller workbooks.")
    for name, info in wanted.items():
        if info.flag_bits & LOCKED:
            raise BadFile(f"“{file}” is locked with a password. Save it without one, and add it again.")
        yield name, archive.read(info)


def _check_part(file: str, part: bytes) -> None:
    if re.search(rb"<!(DOCTYPE|ENTITY)", part[:65536], re.IGNORECASE):
        raise BadFile(f"“{file}” refers to things outside itself, as no spreadsheet program writes it. Save it again.")
    if b"sheetData" in part and _spreads(part):
        raise BadFile(
            f"“{file}” has a sheet whose cells spread over more than {AREA:,} places. "
            "Delete what stands far from the table, and save it again."
        )


def _spreads(part: bytes) -> bool:
    """Return whether a sheet's rectangle is too large; addresses are only looked at one by one where that is quick."""
    return (part.count(PLAIN_CELL) < FEW or _at_most(part) > AREA) and _area(part) > AREA


def _at_most(part: bytes) -> int:
    """Return a number of places that a sheet's rectangle cannot exceed, told quickly by how long addresses are."""
    if part.count(b"<c ") != part.count(PLAIN_CELL) or OTHER_CELL.search(part):
        return AREA + 1
    columns = next((size for size in (3, 2) if re.search(rb'\sr="[A-Za-z]{%d}[0-9]' % size, part)), 1)
    rows = next((size for size in range(7, 1, -1) if re.search(rb'\sr="[A-Za-z]{1,3}[0-9]{%d}' % size, part)), 1)
    return int(26 * (27 ** (columns - 1)) * 10**rows)


def _area(part: bytes) -> int:
    """Return the number of places from the first cell to the last, as addresses, or the order of cells, tell."""
    row = column = height = width = 0
    for tag in TAG.finditer(part):
        place = PLACE.search(tag[2])
        if tag[1] == b"row":
            row, column = (int(place[2]) if place and place[2] else row + 1), 0
        elif place and place[1] and place[2]:
            row, column = int(place[2]), column_number(place[1])
        else:
            column += 1
        height, width = max(height, row), max(width, column)
    return height * width


def column_number(letters: bytes) -> int:
    """Return the number of a column.

    >>> column_number(b"A"), column_number(b"AA"), column_number(b"XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
