"""What the tests read out of a PDF: its structure tree and its text."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf


def opened(content: bytes) -> pikepdf.Pdf:
    """Return a PDF opened for reading."""
    return pikepdf.open(io.BytesIO(content))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the structure elements in reading order."""
    yield from _below(pdf.Root.StructTreeRoot)


def _below(node: Any) -> Iterator[Any]:
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _below(child)


def kinds(pdf: pikepdf.Pdf, *names: str) -> list[Any]:
    """Return the elements of some kinds ("/TH")."""
    return [one for one in elements(pdf) if str(one.S) in names]


def attribute(element: Any, name: str, owner: str = "/Table") -> Any:
    """Return an attribute ("/Scope") of an element, or None; ``owner`` is the family that it belongs to."""
    held = element.get("/A", pikepdf.Array())
    for one in held if isinstance(held, pikepdf.Array) else [held]:
        if one.get("/O") == owner and name in one:
            return one[name]
    return None


def pdf_text(content: bytes, folder: Path) -> str:
    """Return a PDF's text as poppler reads it."""
    path = folder / "read.pdf"
    path.write_bytes(content)
    run = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return run.stdout
