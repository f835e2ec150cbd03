"""The items of a CASE package -> standards, in the order in which the tree is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from workbench.errors import BadFile
from workbench.model import Standard
from workbench.model.values import natural_key
from workbench.standards.case_associations import Branch
from workbench.standards.case_fields import derived_id, entries_of, identify, plain_id, take_texts
from workbench.standards.report import Account, Fate, visible
from workbench.standards.tree import find_cycle, reading_order

ITEM_TEXTS = {
    "humanCodingScheme": "code",
    "fullStatement": "statement",
    "abbreviatedStatement": "label",
    "CFItemType": "kind",
    "notes": "notes",
}
"""CASE's fields of an item that are fields of a standard."""

GRADES = {"KG": "K"}
"""CEDS education levels that people write otherwise; "01" to "09" lose their zero besides."""


LONGEST_SHOWN = 10
"""Standards of a circle that a sentence names."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item before it has a place in the tree: our fields, and the rest of the file's."""

    id: str
    fields: Mapping[str, Any]
    rest: Mapping[str, Any]

    @property
    def shown(self) -> str:
        """Return what to call the item in a sentence."""
        return str(self.fields.get("code") or self.fields.get("statement") or self.id)[:60]


def read_items(entries: list[Any], set_id: str, account: Account) -> list[Item]:
    """Return the items of a package, in the order of the file."""
    found: dict[str, Item] = {}
    written: dict[str, dict[str, Any]] = {}
    for where, whole in entries_of("CFItems", entries, account):
        entry = dict(whole)
        identifier = identify(entry, where, account, base=set_id)
        if plain_id(identifier) != identifier:
            account.add(Fate.NOTED, "identifiers written in another way than CASE's, kept as they are", where)
        if identifier in found:
            if written[identifier] == whole:
                account.add(Fate.LEFT_OUT, "exact copies of an earlier standard", f"{where} ({identifier})")
                continue
            entry["identifier"] = identifier
            identifier = derived_id(set_id, identifier, where)
            account.add(Fate.REPAIRED, "standards with another's identifier, which were given one of their own", where)
        account.add(Fate.KEPT, "standards")
        written[identifier] = whole
        found[identifier] = _item(identifier, entry, where, account)
    return list(found.values())


def _item(identifier: str, entry: dict[str, Any], where: str, account: Account) -> Item:
    fields: dict[str, Any] = dict(take_texts(entry, ITEM_TEXTS, where, account))
    if "statement" not in fields:
        account.add(Fate.NOTED, "standards without wording", where)
    fields["grades"] = _take_grades(entry, where, account)
    return Item(identifier, fields, entry)


def _take_grades(entry: dict[str, Any], where: str, account: Account) -> tuple[str, ...]:
    """Return the grades as people write them; what the file says stays in ``entry`` where it differs."""
    name = "educationalLevel" if entry.get("educationLevel") is None else "educationLevel"
    value = entry.get(name)
    if value is None:
        return ()
    if name == "educationalLevel" or isinstance(value, str):
        account.add(Fate.REPAIRED, "grades written as before CASE 1.0", f"{where}.{name} is {value!r:.40}")
    levels = re.split(r"[,;\s]+", value.strip()) if isinstance(value, str) else value
    if not isinstance(levels, list) or not all(isinstance(level, str) for level in levels):
        account.add(Fate.NOTED, "grades that cannot be read and are kept as they are", f"{where}.{name}")
        return ()
    grades = tuple(dict.fromkeys(plain_grade(level) for level in levels if level))
    if grades and name == "educationLevel" and list(grades) == value:
        del entry[name]
    return grades


@lru_cache(maxsize=1000)
def plain_grade(level: str) -> str:
    """Return a grade as people write it.

    >>> plain_grade("09"), plain_grade("KG"), plain_grade("11"), plain_grade("PS")
    ('9', 'K', '11', 'PS')
    """
    return GRADES.get(level) or (level.lstrip("0") if level.isdecimal() else "") or level


def place_items(items: Sequence[Item], tree: Mapping[str, Branch], file: str) -> tuple[Standard, ...]:
    """Return the standards from the top down; raise BadFile where the tree goes round in a circle.

    Siblings are ordered by sequence number, those without one after the others by their enumeration,
    then code, then place in the file; ``Standard.sequence`` counts from 1 among siblings.
    """
    by_id = {item.id: item for item in items}
    if cycle := find_cycle({child: branch.parents for child, branch in tree.items()}):
        round_ = [f"“{visible(by_id[one].shown)}”" for one in cycle]
        shown = " → ".join(round_ if len(round_) <= LONGEST_SHOWN else [*round_[:LONGEST_SHOWN], "…", round_[-1]])
        raise BadFile(
            f"“{file}” cannot be read: its standards go round in a circle ({shown}). "
            "Ask the publisher which one stands above the others, and correct “isChildOf” there."
        )
    groups: dict[str, list[str]] = {}
    for item in items:
        groups.setdefault(tree[item.id].parent_id if item.id in tree else "", []).append(item.id)
    for siblings in groups.values():
        _sort(siblings, by_id, tree)
    places = {one: place for siblings in groups.values() for place, one in enumerate(siblings, start=1)}
    order = reading_order(groups.get("", ()), groups)
    return tuple(_standard(by_id[one], tree.get(one), places[one]) for one in order)


def _sort(siblings: list[str], by_id: Mapping[str, Item], tree: Mapping[str, Branch]) -> None:
    """Sort siblings; where each has a number of its own, nothing else need be looked at."""
    numbers = {one: tree[one].sequence if one in tree else None for one in siblings}
    told = [number for number in numbers.values() if number is not None]
    if len(set(told)) == len(siblings):
        siblings.sort(key=dict(zip(siblings, told, strict=True)).__getitem__)
    else:
        siblings.sort(key=lambda one: _rank(by_id[one], tree.get(one)))


def _rank(item: Item, branch: Branch | None) -> tuple[Any, ...]:
    number = branch.sequence if branch else None
    enumeration = str(item.rest.get("listEnumeration") or "")
    return (number is None, number or 0, natural_key(enumeration), natural_key(str(item.fields.get("code", ""))))


def _standard(item: Item, branch: Branch | None, place: int) -> Standard:
    extra: dict[str, Any] = {"CFItem": item.rest} if item.rest else {}
    if branch and branch.rest:
        extra["isChildOf"] = branch.rest
    return Standard(
        id=item.id, parent_id=branch.parent_id if branch else "", sequence=place, extra=extra, **item.fields
    )
