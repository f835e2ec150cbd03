"""Header cells of rows in a tagged PDF.

Typst 0.15 marks the cells above columns as header cells; its function for those beside rows stands behind a feature
flag that its Python package cannot set. So the structure tree is amended here: the first cell of each body row becomes
a TH with Scope Row, gets an id, and is named in the Headers of the row's other cells (ISO 32000-1, 14.8.5.7).
The writer leaves structure elements as plain text behind one classic cross-reference table, which keeps this short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.errors import CannotPublish

REFERENCE = re.compile(rb"(\d+) 0 R")
KIND = re.compile(rb"/Type/StructElem/S/(\w+)")
NAMED = re.compile(rb"(\([^()\\]*\)|<[0-9A-Fa-f]*>)\s*(\d+) 0 R")
NAMES = re.compile(rb"/IDTree<</Names\[(.*?)\]>>", re.DOTALL)
ROOT = b"/Type/StructTreeRoot"


@dataclass(slots=True)
class Parts:
    """A PDF file taken apart: what stands before the objects, the objects by number, the trailer."""

    head: bytes
    objects: dict[int, bytes]
    trailer: bytes


def mark_row_heads(pdf: bytes, row_heads: Sequence[bool]) -> bytes:
    """Return ``pdf`` with the first cells of body rows as header cells, in each table where ``row_heads`` says so.

    One entry a table, in reading order. Raises CannotPublish where the file is not as this typesetter writes it.
    """
    if not any(row_heads):
        return pdf
    parts = take_apart(pdf)
    root = next((number for number, body in parts.objects.items() if ROOT in body), None)
    tables = [] if root is None else list(_below(parts, root, b"Table"))
    if root is None or len(tables) != len(row_heads):
        raise CannotPublish(
            "The row heads of the PDF could not be marked: this version of the typesetter writes another structure. "
            "Install the version of typst that the workbench asks for, then publish again."
        )
    named: list[tuple[bytes, int]] = []
    for place, (table, wanted) in enumerate(zip(tables, row_heads, strict=True), start=1):
        if wanted:
            named += _mark_table(parts, table, place)
    parts.objects[root] = _with_ids(parts.objects[root], named)
    return put_together(parts)


def take_apart(pdf: bytes) -> Parts:
    """Return the parts of a PDF with one classic cross-reference table."""
    start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    table, _, trailer = pdf[start:].partition(b"trailer")
    entries = [line.split() for line in table.splitlines()[2:] if line.strip()]
    offsets = {number: int(entry[0]) for number, entry in enumerate(entries) if entry[2] == b"n"}
    ends = sorted((*offsets.values(), start))
    after = dict(pairwise(ends))
    objects = {number: pdf[at : after[at]] for number, at in offsets.items()}
    return Parts(head=pdf[: ends[0]], objects=objects, trailer=trailer.partition(b"startxref")[0])


def put_together(parts: Parts) -> bytes:
    """Return the file of ``parts``, with a new cross-reference table."""
    made, offsets = bytearray(parts.head), {}
    for number, body in parts.objects.items():
        offsets[number] = len(made)
        made += body
    start, size = len(made), max(parts.objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        made += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n"
    return bytes(made + b"trailer" + parts.trailer + b"startxref\n%d\n%%%%EOF" % start)


def _kind(parts: Parts, number: int) -> bytes:
    found = KIND.search(parts.objects.get(number, b""))
    return found[1] if found else b""


def _children(parts: Parts, number: int) -> list[int]:
    # The children come last but for the page; only links name other objects before it, and they hold no tables.
    body = parts.objects[number]
    at = body.index(b"/K[") if ROOT in body else body.rfind(b"/K")
    text = b"" if at < 0 else body[at:].partition(b"]" if ROOT in body else b"/Pg")[0]
    return [int(one) for one in REFERENCE.findall(text)]


def _below(parts: Parts, number: int, kind: bytes) -> Iterator[int]:
    """Yield the structure elements of ``kind`` below one, in reading order; none inside another."""
    for child in _children(parts, number):
        found = _kind(parts, child)
        if found == kind:
            yield child
        elif found:
            yield from _below(parts, child, kind)


def _mark_table(parts: Parts, table: int, place: int) -> list[tuple[bytes, int]]:
    named = []
    for body in _below(parts, table, b"TBody"):
        for count, row in enumerate(_below(parts, body, b"TR"), start=1):
            first, *others = [one for one in _children(parts, row) if _kind(parts, one) in (b"TD", b"TH")]
            name = b"(T%dR%d)" % (place, count)
            parts.objects[first] = _as_row_head(parts.objects[first], name)
            for other in others:
                parts.objects[other] = _named_by(parts.objects[other], name)
            named.append((name, first))
    return named


def _as_row_head(body: bytes, name: bytes) -> bytes:
    headed = body.replace(b"/S/TD", b"/S/TH", 1)
    scoped = _in_attributes(headed, b"/O/Table", b"/O/Table/Scope/Row")
    return re.sub(rb"(/S/TH/P \d+ 0 R)", lambda found: found[1] + b"/ID" + name, scoped, count=1)


def _named_by(body: bytes, name: bytes) -> bytes:
    if b"/Headers[" in body:
        return _in_attributes(body, b"/Headers[", b"/Headers[" + name)
    return _in_attributes(body, b"/O/Table", b"/O/Table/Headers[" + name + b"]")


def _in_attributes(body: bytes, old: bytes, new: bytes) -> bytes:
    """Put ``new`` for ``old`` in a cell's attributes, which are made where it has none for tables."""
    if b"/O/Table" in body:
        return body.replace(old, new, 1)
    made = b"<</O/Table>>".replace(old, new) if old == b"/O/Table" else b"<</O/Table" + new + b"]>>"
    if b"/A[" in body:
        return body.replace(b"/A[", b"/A[" + made, 1)
    return re.sub(rb"(/S/T[HD]/P \d+ 0 R)", lambda found: found[1] + b"/A[" + made + b"]", body, count=1)


def _with_ids(root: bytes, named: Sequence[tuple[bytes, int]]) -> bytes:
    """Return the tree's root with the new ids in its index, which is sorted."""
    found = NAMES.search(root)
    held = [(name, int(number)) for name, number in NAMED.findall(found[1])] if found else []
    pairs = sorted([*held, *named])
    index = b"/IDTree<</Names[" + b"".join(b"%s%d 0 R " % pair for pair in pairs) + b"]>>"
    if found:
        return root.replace(found[0], index, 1)
    return root.replace(ROOT, ROOT + index, 1)
