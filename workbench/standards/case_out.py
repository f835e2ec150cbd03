"""Standard sets -> CASE 1.1 packages (1EdTech).

A package that came in as CASE 1.1 goes out equal. Everything else goes out as the official schema demands,
and what had to change for that is told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, TypeAlias

from workbench.model import StandardSet
from workbench.standards import case_values
from workbench.standards.case_conform import Conforming
from workbench.standards.case_names import Names, legal_moment
from workbench.standards.case_parts import LISTS, Arrow, arrows, came_as_case, document, document_id, item
from workbench.standards.report import Account, Fate, ImportReport

Package: TypeAlias = dict[str, Any]

HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which no UTF-8 file can hold."""


def write_case(found: StandardSet, *, at: str, strict: bool = False) -> bytes:
    """Return the set as a CASE 1.1 package: JSON in UTF-8, one object a line; the same set gives the same bytes.

    Args:
        found: Any set: shipped, from a table, from a CASE package.
        at: The day or time of objects that never had a time of change ("2026-11-25").
        strict: Make a package legal too that came as CASE 1.1 and broke its rules; without it such a package
            goes out just as it came.
    """
    package, _ = case_package(found, at=at, strict=strict)
    return _written(package)


def write_case_told(found: StandardSet, *, at: str) -> tuple[bytes, tuple[str, ...]]:
    """Return what ``write_case`` and ``case_notes`` do, in the time of one."""
    if _declares_this_version(document(found)):
        return write_case(found, at=at), case_notes(found, at=at)
    package, report = case_package(found, at=at)
    return _written(package), report.sentences()[1:]


def _written(package: Package) -> bytes:
    return HALF.sub("\N{REPLACEMENT CHARACTER}", "".join(_lines(package))).encode()


def case_notes(found: StandardSet, *, at: str, strict: bool = False) -> tuple[str, ...]:
    """Return in plain words what ``write_case`` changes, and what CASE has no place for; empty for nothing."""
    if not strict and _declares_this_version(document(found)):
        _, report = case_package(found, at=at, strict=True)
        faults = report.count(Fate.REPAIRED)
        told = f"The package came as CASE 1.1 and goes out as it came, though {faults:,} of its values break the rules."
        return (told,) if faults else ()
    _, report = case_package(found, at=at, strict=strict)
    return report.sentences()[1:]


def case_package(found: StandardSet, *, at: str, strict: bool = False) -> tuple[Package, ImportReport]:
    """Return the package as JSON values, and the account of what had to change."""
    account = Account()
    package = package_as_read(found)
    if strict or not _declares_this_version(package["CFDocument"]):
        package = _conforming(found, package, legal_moment(at), account)
    return package, account.report(source="CASE 1.1", title=found.title)


def package_as_read(found: StandardSet) -> Package:
    """Return the objects of the set, value for value as its file had them; a set from elsewhere in CASE's words."""
    beside = found.extra if came_as_case(found) else {name: found.extra[name] for name in LISTS if name in found.extra}
    return {
        "CFDocument": document(found),
        "CFItems": [item(one, from_case=came_as_case(found)) for one in found.standards],
        "CFAssociations": [arrow.entry for arrow in arrows(found)],
        **{name: value for name, value in beside.items() if name != "CFDocument"},
    }


def _declares_this_version(told: Mapping[str, Any]) -> bool:
    """Return whether a document says that its package is CASE 1.1: by its version, or by the service it lies on."""
    return told.get("caseVersion") == "1.1" or "/ims/case/v1p1/" in str(told.get("uri"))


def _conforming(found: StandardSet, package: Package, at: str, account: Account) -> Package:
    own = (document_id(found), *(one.id for one in found.standards))
    names = Names(own)
    mend = Conforming(names, names.by_id[own[0]], at, account)
    about = mend.conform({**package["CFDocument"], "identifier": own[0]}, "CFDocument", "CFDocument")
    items = [
        mend.conform(_called(entry, mend, where, identifier=one), "CFItem", where)
        for where, entry, one in zip(_places("CFItems"), package["CFItems"], own[1:], strict=False)
    ]
    ends = {one["identifier"]: (_title(one), one["uri"]) for one in (about, *items)}
    associations = [
        _association(arrow, mend, ends, where)
        for where, arrow in zip(_places("CFAssociations"), arrows(found), strict=False)
    ]
    made: Package = {"CFDocument": about, "CFItems": items, "CFAssociations": associations}
    made |= mend.conform({name: package[name] for name in package if name not in made}, "CFPackage", "CFPackage")
    if made != package:
        made["CFDocument"] = {**about, "caseVersion": "1.1"}
    return made


def _association(arrow: Arrow, mend: Conforming, ends: Mapping[str, tuple[str, str]], where: str) -> dict[str, Any]:
    """Return an association whose ends are called as the package calls them, with title and address."""
    nodes = {}
    for name, one in (("originNodeURI", arrow.origin_id), ("destinationNodeURI", arrow.destination_id)):
        identifier = mend.names.by_id.get(one, one)
        nodes[name] = case_values.node(arrow.entry.get(name), identifier, *ends.get(identifier, (identifier, "")))
    entry = _called(arrow.entry, mend, where, identifier=arrow.id, associationType=arrow.type)
    return mend.conform({**nodes, **entry}, "CFAssociation", where, nodes=nodes)


def _called(entry: Mapping[str, Any], mend: Conforming, where: str, **ours: str) -> dict[str, Any]:
    """Return an entry under the names that it was given when it was read."""
    for name, value in ours.items():
        if entry.get(name) not in (None, value):
            mend.note(Fate.REPAIRED, f"fields “{name}” written as CASE 1.1 asks for", where)
    return {**entry, **ours}


def _places(name: str) -> Iterator[str]:
    return (f"{name}[{place}]" for place in count())


def _title(entry: Mapping[str, Any]) -> str:
    return str(entry.get("title") or entry.get("humanCodingScheme") or entry.get("fullStatement") or "")


def _lines(package: Package) -> Iterator[str]:
    """Yield the JSON text of a package, each object of its lists on a line of its own."""
    yield "{"
    for place, (name, value) in enumerate(package.items()):
        yield f"{',' if place else ''}\n{_text(name)}: "
        if isinstance(value, list) and value:
            yield "[\n" + ",\n".join(map(_text, value)) + "\n]"
        else:
            yield _text(value)
    yield "\n}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
