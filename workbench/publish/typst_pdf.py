"""Document to PDF: tagged, PDF/UA-1, the same bytes for the same document."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from workbench.errors import CannotPublish
from workbench.publish.compose import compose
from workbench.publish.document import Document
from workbench.publish.faces import FOLDERS
from workbench.publish.pdf_headers import mark_row_heads
from workbench.publish.publication import Publication
from workbench.publish.typst_data import TypstData

TEMPLATE = Path(__file__).with_name("document.typ")
EPOCH = 946684800
"""The time of a document that has no date: the start of 2000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A PDF, and the characters that no face could show, in order."""

    content: bytes
    replaced: tuple[str, ...]


def framework_pdf(publication: Publication) -> bytes:
    """Return a framework as an accessible PDF; raise CannotPublish."""
    return render_pdf(compose(publication)).content


def render_pdf(document: Document) -> Pdf:
    """Return ``document`` as a PDF; raise CannotPublish with what the typesetter says."""
    data = TypstData(document)
    with TemporaryDirectory(prefix="workbench-pdf-") as folder:
        content = _compile(Path(folder), data, document)
    heads = [table.row_heads for table in data.tables]
    return Pdf(content=mark_row_heads(content, heads), replaced=tuple(sorted(data.lost)))


def _compile(folder: Path, data: TypstData, document: Document) -> bytes:
    import typst

    folder.joinpath("data.json").write_text(json.dumps(data.data), encoding="utf-8")
    folder.joinpath("document.typ").write_bytes(TEMPLATE.read_bytes())
    for name, content in data.files.items():
        folder.joinpath(name).write_bytes(content)
    try:
        made = typst.compile(
            folder / "document.typ",
            root=folder,
            format="pdf",
            font_paths=_fonts(),
            pdf_standards=["ua-1"],
            timestamp=_timestamp(document.dated),
        )
    except typst.TypstError as error:
        raise CannotPublish(_sentence(document, error)) from error
    return made


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(one) for one in FOLDERS]
    )


def _timestamp(day: str) -> int:
    try:
        return int(dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC).timestamp())
    except ValueError:
        return EPOCH


def _sentence(document: Document, error: Exception) -> str:
    said = getattr(error, "message", "") or str(error)
    return (
        f"The PDF of “{document.title}” could not be made: {said}. "
        "The web page and the workbook can still be published."
    )
