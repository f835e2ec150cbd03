"""From a framework to files: compose a neutral document, render it, write it.

``publish(publication, out, formats)`` is the door; ``FORMATS`` names what there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.publish.files import write_files
from workbench.publish.formats import FORMATS, Format, find_format
from workbench.publish.publication import Publication

__all__ = ["FORMATS", "Format", "Publication", "find_format", "publish", "write_files"]


def publish(publication: Publication, out: Path, formats: Sequence[str] | None = None) -> list[Path]:
    """Write ``publication`` into the folder ``out`` in each of ``formats`` (all of them without a choice).

    Returns the files in the order asked for. Nothing is written unless every format could be rendered.
    Raises UnknownName that lists the formats, CannotPublish, CannotWrite.
    """
    chosen = [find_format(name) for name in dict.fromkeys(FORMATS if formats is None else formats)]
    return write_files(out, {one.file_name: one(publication) for one in chosen})
