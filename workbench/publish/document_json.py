"""A document as JSON, for a notebook's output: ``MIME`` is its media type. What comes back is checked."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import types
from collections.abc import Mapping
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from workbench.errors import BadFile
from workbench.publish import document
from workbench.publish.document import Document

MIME = "application/vnd.workbench.document+json"
CLASSES: Mapping[str, Any] = {
    one.__name__: one
    for one in (
        document.Document,
        document.Part,
        document.Heading,
        document.Paragraph,
        document.ListItem,
        document.BulletList,
        document.Facts,
        document.Column,
        document.Row,
        document.Table,
        document.Figure,
        document.Note,
        document.Code,
        document.Run,
    )
}
BYTES = "base64"


def to_json(value: Any) -> Any:
    """Return a document, or a part of one, as JSON; fields at their default are left out."""
    if dataclasses.is_dataclass(value):
        fields = {one.name: (one.default, getattr(value, one.name)) for one in dataclasses.fields(value)}
        kept = {name: to_json(held) for name, (default, held) in fields.items() if held != default}
        return {"is": type(value).__name__, **kept}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return {BYTES: base64.b64encode(value).decode("ascii")}
    return [to_json(one) for one in value] if isinstance(value, tuple) else value


def from_json(data: Any) -> Document:
    """Return the document that ``to_json`` wrote; raise BadFile for anything else."""
    found = _read(data, Document)
    if not isinstance(found, Document):
        raise BadFile("This is not a document of the workbench.")
    return found


def _read(data: Any, expected: Any) -> Any:
    """Return ``data`` as a value of the type ``expected``; raise BadFile."""
    origin = get_origin(expected)
    if origin in (Union, types.UnionType):
        return _read_one_of(data, get_args(expected))
    if origin is tuple and isinstance(data, list):
        return _read_tuple(data, get_args(expected))
    if dataclasses.is_dataclass(expected) and isinstance(data, dict):
        return _read_fields(data, expected)
    return _read_plain(data, expected)


def _read_plain(data: Any, expected: Any) -> Any:
    if expected is bytes and isinstance(data, dict) and isinstance(data.get(BYTES), str):
        try:
            return base64.b64decode(data[BYTES], validate=True)
        except binascii.Error:
            raise BadFile("A picture in a document of the workbench is damaged.") from None
    if isinstance(expected, type) and issubclass(expected, StrEnum) and data in list(expected):
        return expected(data)
    number = isinstance(data, int | float) and not isinstance(data, bool)
    if (expected is float and number) or (isinstance(expected, type) and type(data) is expected):
        return data
    raise BadFile("A document of the workbench holds something that does not belong there.")


def _read_one_of(data: Any, expected: tuple[Any, ...]) -> Any:
    if data is None and type(None) in expected:
        return None
    name = data.get("is") if isinstance(data, dict) else None
    return _read(data, next((one for one in expected if getattr(one, "__name__", "") == name), object))


def _read_tuple(data: list[Any], expected: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(expected) == 2 and expected[1] is Ellipsis:  # noqa: PLR2004  # tuple[X, ...]
        return tuple(_read(one, expected[0]) for one in data)
    if len(expected) != len(data):
        raise BadFile("A document of the workbench holds a list of the wrong length.")
    return tuple(_read(one, kind) for one, kind in zip(data, expected, strict=True))


def _read_fields(data: dict[str, Any], expected: Any) -> Any:
    hints = _hints(expected)
    if data.get("is") != expected.__name__ or not set(data) <= {"is", *hints}:
        raise BadFile("A document of the workbench was written by another version.")
    # What a file holds is never ours: a picture from it must not become markup of a page.
    values = {name: _read(held, hints[name]) for name, held in data.items() if name not in ("is", "own")}
    try:
        return expected(**values)
    except TypeError:
        raise BadFile("A document of the workbench lacks a part that it needs.") from None


@cache
def _hints(cls: Any) -> Mapping[str, Any]:
    return get_type_hints(cls)
