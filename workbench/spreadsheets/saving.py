"""Workbooks as bytes without a clock."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from openpyxl import Workbook

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside; the first that a ZIP archive can hold."""


def saved(book: Workbook) -> bytes:
    """Return the file of a workbook. openpyxl stamps the time of day on it and on its parts; ours has none."""
    from openpyxl.writer.excel import ExcelWriter

    with tempfile.TemporaryFile() as raw:
        with zipfile.ZipFile(raw, "w") as archive:
            ExcelWriter(book, archive).save()
        return _timeless(cast("IO[bytes]", raw))


def _timeless(raw: IO[bytes]) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in _in_order(source.namelist()):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            with source.open(name) as part, target.open(info, "w") as place:
                shutil.copyfileobj(part, place)
    return fixed.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """Return the parts, the list of content types first, as readers of packages expect."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
