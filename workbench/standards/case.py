"""CASE packages (1EdTech, versions 1.0 and 1.1, and shapes older than 1.0) -> standard sets.

What our fields do not hold is kept as JSON values under its CASE name: of the document in the set's
``extra["CFDocument"]``, of an item in its ``extra["CFItem"]``, of the association that hangs it into the
tree in its ``extra["isChildOf"]``, of any other association in the link's ``extra``; definitions, rubrics
and extensions lie whole in the set's ``extra``. Where such a name is one that a field of ours also
covers, the value there is the file's own, verbatim.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.errors import BadFile
from workbench.model import StandardSet
from workbench.standards.case_associations import read_associations
from workbench.standards.case_fields import identify, take_texts
from workbench.standards.case_items import place_items, read_items
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.source import collector_paused, read_json

DOCUMENT_TEXTS = {
    "title": "title",
    "version": "version",
    "language": "language",
    "publisher": "publisher",
    "creator": "owner",
    "officialSourceURL": "source",
    "notes": "notes",
}
"""CASE's fields of a document that are fields of a set."""

LISTS = {"CFItems": "standards", "CFAssociations": "associations", "CFRubrics": "rubrics"}
"""The lists of a package, with the word for their entries."""


def read_case(path: Path) -> tuple[StandardSet, ImportReport]:
    """Return the standard set of the CASE package at ``path``, and what became of every entry.

    Raises MissingFile, or BadFile where the file is no package or its tree goes round in a circle.
    """
    with collector_paused():
        account = Account()
        return _read(path, read_json(path, account), account)


def _read(path: Path, value: Any, account: Account) -> tuple[StandardSet, ImportReport]:
    package = _package(path, value, account)
    document = dict(package["CFDocument"])
    set_id = identify(document, "CFDocument", account)
    items = read_items(_list(path, package, "CFItems", account), set_id, account)
    tree, links = read_associations(
        _list(path, package, "CFAssociations", account), {item.id: item.shown for item in items}, set_id, account
    )
    extra = _extra(path, package, account)
    about: dict[str, Any] = {"title": path.stem, **take_texts(document, DOCUMENT_TEXTS, "CFDocument", account)}
    read = StandardSet(
        id=set_id,
        subject=", ".join(_strings(document.get("subject"))),
        licence=_title(document.get("licenseURI")),
        standards=place_items(items, tree, path.name),
        links=links,
        extra={**extra, "CFDocument": document},
        **about,
    )
    return read, account.report(source=path.name, title=read.title)


def _package(path: Path, value: Any, account: Account) -> Mapping[str, Any]:
    """Return the package in ``value``; raise BadFile that says what is there instead."""
    if isinstance(value, dict) and list(value) == ["CFPackage"] and isinstance(value["CFPackage"], dict):
        account.add(Fate.REPAIRED, "packages inside an object of their own, which CASE does not have", "CFPackage")
        value = value["CFPackage"]
    if isinstance(value, dict) and isinstance(value.get("CFDocument"), dict):
        return value
    how = "export one package (the address that ends in /CFPackages/ and the document's identifier)"
    raise BadFile(f"“{path.name}” holds {_contents(value)}, no CASE package: {how}.")


def _contents(value: Any) -> str:
    """Return what a JSON value is, in words."""
    if isinstance(value, list):
        return f"a list of {len(value)} entries"
    if not isinstance(value, dict):
        return "a single value"
    if isinstance(documents := value.get("CFDocuments"), list):
        return f"{len(documents)} documents"
    if "CFPackageURI" in value:
        return "a document without its standards"
    if isinstance(items := value.get("CFItems"), list):
        return f"{len(items)} standards without their document"
    return "something else"


def _list(path: Path, package: Mapping[str, Any], name: str, account: Account) -> list[Any]:
    """Return a list of the package, counted as read; a null counts as an empty one."""
    entries = package.get(name)
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise BadFile(f"“{path.name}” is no CASE package: “{name}” must be a list. Export it again.")
    account.add(Fate.READ, LISTS[name], count=len(entries))
    return entries


def _extra(path: Path, package: Mapping[str, Any], account: Account) -> dict[str, Any]:
    """Return what the package holds beside document, items and associations; count its entries."""
    extra = {name: value for name, value in package.items() if name not in {"CFItems", "CFAssociations"}}
    definitions = package.get("CFDefinitions")
    counted = {"rubrics": len(_list(path, package, "CFRubrics", account))}
    if isinstance(definitions, dict):
        counted["definitions"] = sum(len(one) for one in definitions.values() if isinstance(one, list))
        account.add(Fate.READ, "definitions", count=counted["definitions"])
    for word, count in counted.items():
        account.add(Fate.KEPT, f"{word}, whole, beside the standards", count=count)
    return extra


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _title(value: Any) -> str:
    title = value.get("title") if isinstance(value, dict) else value
    return title if isinstance(title, str) else ""
