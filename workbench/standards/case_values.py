"""One value of a CASE object -> the value that CASE 1.1 takes in its place, or NOTHING."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from workbench.standards.case_associations import LONGEST, TYPES
from workbench.standards.case_fields import derived_id, node_id
from workbench.standards.case_names import Names, legal_day, legal_moment, legal_uri, urn

NOTHING: Final = object()
"""What a value becomes that CASE 1.1 cannot say."""

OWN_KIND = re.compile(r"ext:[a-zA-Z0-9.\-_]+")
"""CASE's pattern of a word of one's own; it may stand anywhere, for the official schema does not anchor it."""


def text(value: Any) -> Any:
    """Return a text; numbers are written out."""
    if isinstance(value, str):
        return value
    return str(value) if _is_number(value) else NOTHING


def texts(value: Any) -> Any:
    """Return a list of texts; a single one is a list of one."""
    found = [text(one) for one in (value if isinstance(value, list) else [value]) if one is not None]
    return NOTHING if NOTHING in found else found


def levels(value: Any) -> Any:
    """Return a list of grades; before CASE 1.0 it was one text with commas."""
    return texts([one for one in re.split(r"[,;\s]+", value) if one] if isinstance(value, str) else value)


def whole(value: Any) -> Any:
    """Return a whole number; digits in a text are one."""
    if isinstance(value, str) and value.strip().isdecimal():
        return int(value) if len(value) <= LONGEST else NOTHING
    if isinstance(value, float):
        return value if value.is_integer() else NOTHING
    return value if _is_number(value) else NOTHING


def number(value: Any) -> Any:
    """Return a number; a text that says one is one."""
    if isinstance(value, str):
        try:
            found = float(value)
        except ValueError:
            return NOTHING
        return found if math.isfinite(found) else NOTHING
    return value if _is_number(value) else NOTHING


def kind(value: Any) -> Any:
    """Return a type of association; one that CASE does not know becomes a word of one's own."""
    if not isinstance(value, str) or value in TYPES or OWN_KIND.search(value):
        return value if isinstance(value, str) else NOTHING
    return f"ext:{re.sub(r'[^a-zA-Z0-9._-]+', '-', value) or '-'}"


def link(value: Any, names: Names) -> Any:
    """Return a link, which in CASE 1.1 has a title, a legal identifier and an address."""
    if isinstance(value, str) and value:
        value = {"title": value, "uri": value} if legal_uri(value) else {"title": value}
    if not isinstance(value, Mapping):
        return NOTHING
    said = node_id(value) or _said(value, "title")
    return _filled(value, names.legal(said) if said else derived_id("link"), said)


def node(value: Any, identifier: str, title: str, uri: str) -> dict[str, Any]:
    """Return one end of an association; ``title`` and ``uri`` are what the package itself says of it, if anything."""
    given: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    found = _filled(given, identifier, title, uri)
    if isinstance(target := given.get("targetType"), str):
        found["targetType"] = target if target == "CASE" or OWN_KIND.search(target) else kind(target)
    return found


def _filled(given: Mapping[str, Any], identifier: str, title: str, uri: str = "") -> dict[str, Any]:
    found = {"title": given.get("title"), "identifier": identifier, "uri": legal_uri(_said(given, "uri"))}
    if not isinstance(found["title"], str):
        found["title"] = title
    found["uri"] = found["uri"] or uri or urn(identifier)
    return found


def _said(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    return value if isinstance(value, str) else ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _objects(value: Any) -> Any:
    entries = value if isinstance(value, list) else [value]
    return entries if all(isinstance(one, dict) for one in entries) else NOTHING


def _of_text(convert: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda value: (convert(value) if isinstance(value, str) else "") or NOTHING


SIMPLE: Mapping[str, Callable[[Any], Any]] = {
    "text": text,
    "texts": texts,
    "levels": levels,
    "whole": whole,
    "number": number,
    "type": kind,
    "uri": _of_text(legal_uri),
    "moment": _of_text(legal_moment),
    "day": _of_text(legal_day),
    "version": lambda _: "1.1",
    "extensions": lambda value: value if isinstance(value, dict) else NOTHING,
    "list of extensions": _objects,
}
"""How a value of each kind is said that needs no knowledge of the package."""
