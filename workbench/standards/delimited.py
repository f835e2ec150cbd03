"""Tables in text files: the encoding, the sign between the cells, the rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from workbench.errors import BadFile
from workbench.standards.encoding import NAMES, tell_encoding
from workbench.standards.report import Account, Fate
from workbench.standards.table_limits import CELLS, Cleaner
from workbench.standards.tables import Table

SEPARATORS = (",", ";", "\t", "|")
CONTROLS = [chr(code) for code in range(1, 32) if chr(code) not in "\t\n\v\f\r"]
"""Signs that a text hardly ever has, and that the files of programs are full of."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
"""A line with its end. No ``StringIO``: it takes four bytes a character."""
FEW = 20
SAMPLE = 65536
"""Characters from which the separator is told."""


def read_delimited(path: Path, content: bytes, account: Account) -> Table:
    """Return the one table of a text file; raise BadFile where it is none."""
    text = _decode(path, content, account)
    separator, skipped = _separator(text, path.suffix)
    cleaner = Cleaner(path.name, account)
    try:
        rows = list(_rows(text, separator, skipped, cleaner, strict=True))
    except csv.Error:
        cleaner = Cleaner(path.name, account)
        rows = _rows_as_they_are(path, text, separator, skipped, cleaner)
        account.add(Fate.NOTED, "files with quotation marks that do not pair, read as well as can be", path.name)
    return Table(name=path.stem, rows=tuple(row for _, row in rows), lines=tuple(line for line, _ in rows))


def _decode(path: Path, content: bytes, account: Account) -> str:
    codec = tell_encoding(content)
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        text = content.decode(codec, "replace")
        count = text.count("\N{REPLACEMENT CHARACTER}")
        account.add(Fate.REPAIRED, "bytes that no character belongs to, now \N{REPLACEMENT CHARACTER}", count=count)
    if text.lstrip().startswith("<"):
        raise BadFile(f"“{path.name}” is a web page, no table. Open it in a spreadsheet program, and save it as .xlsx.")
    if sum(text.count(sign) for sign in CONTROLS) > max(FEW, len(text) // 100):
        raise BadFile(f"“{path.name}” is no table. Choose a CSV file, a workbook or a CASE package.")
    account.add(Fate.NOTED, f"the text was read as {NAMES.get(codec, codec)}", path.name)
    return text


def _separator(text: str, suffix: str) -> tuple[str, int]:
    """Return the sign between the cells, and how many lines at the start only name it."""
    first = text[:20].splitlines()[:1]
    if first and first[0].lower().startswith("sep=") and first[0][4:] in {*SEPARATORS}:
        return first[0][4:], 1
    sample = text[:SAMPLE]
    if len(text) > SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    order = ("\t", *SEPARATORS) if suffix.lower() in {".tsv", ".tab"} else SEPARATORS
    return max(order, key=lambda one: _regularity(sample, one)), 0


def _regularity(sample: str, separator: str) -> tuple[float, int]:
    """Return the share of rows that have the commonest number of cells (0 where that is one), and that number."""
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if row]
    except csv.Error:
        return 0.0, 1
    widths = Counter(len(row) for row in rows if not row[0].startswith("#"))
    if not widths:
        return 0.0, 1
    wide = {width: count for width, count in widths.items() if width > 1}
    width = max(wide, key=lambda one: wide[one], default=1)
    return round(sum(wide.values()) / widths.total(), 1), width


def _rows_as_they_are(
    path: Path, text: str, separator: str, skipped: int, cleaner: Cleaner
) -> list[tuple[int, tuple[str, ...]]]:
    try:
        return list(_rows(text, separator, skipped, cleaner, strict=False))
    except csv.Error:
        raise BadFile(
            f"“{path.name}” holds a cell of more than {csv.field_size_limit():,} characters. A quotation mark that "
            "is never closed does this too; look for one, and export the table again."
        ) from None


def _rows(
    text: str, separator: str, skipped: int, cleaner: Cleaner, *, strict: bool
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield (first line, row) for each row that says something."""
    reader = csv.reader(_lines(text, separator, cleaner.file), delimiter=separator, strict=strict)
    line = 1
    for cells in reader:
        row = cleaner.row(cells, f"row {line}")
        if row and line > skipped:
            yield line, row
        elif cells and not row:
            cleaner.account.add(Fate.NOTED, "rows without any text, passed over", f"row {line}")
        line = reader.line_num + 1


def _lines(text: str, separator: str, file: str) -> Iterator[str]:
    """Yield the lines; raise BadFile before one is parted into more cells than a whole file may have."""
    for found in LINE.finditer(text):
        line = found[0]
        if len(line) > CELLS and line.count(separator) > CELLS:
            raise BadFile(f"“{file}” has more than {CELLS:,} cells in one line. Export the columns you need.")
        yield line
