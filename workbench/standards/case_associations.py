"""The associations of a CASE package -> the tree, and the links between standards."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.model import StandardLink
from workbench.standards.case_fields import derived_id, entries_of, identify, node_id, plain_id
from workbench.standards.report import Account, Fate

CHILD_OF = "isChildOf"
TYPES = {
    CHILD_OF, "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar",
    "hasSkillLevel", "isTranslationOf",
}  # fmt: skip
"""The types of CASE 1.1; others begin with "ext:"."""

FOLDED = {kind.lower(): kind for kind in TYPES}
"""The types by how they read without capitals, spaces and signs."""

INT32 = 2**31 - 1
"""CASE's largest sequence number."""
LONGEST = 9
"""Digits of a sequence number written as text that surely fit."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Where an item hangs: its first parent in the package ("" is the top), and all of them for the search of cycles.

    ``rest`` is the association itself, as far as our fields do not say it.
    """

    parent_id: str
    sequence: int | None
    parents: tuple[str, ...]
    rest: Mapping[str, Any]


def read_associations(
    entries: list[Any], items: Mapping[str, str], set_id: str, account: Account
) -> tuple[dict[str, Branch], tuple[StandardLink, ...]]:
    """Return where each item hangs, by the item's id, and every other association as a link.

    ``items`` maps an item's id to what to call it in the report.
    """
    inside = {*items, set_id}
    spelled = {one: one for one in (set_id, *items)}
    for one in (set_id, *items):
        spelled.setdefault(plain_id(one), one)
    tree: dict[str, Branch] = {}
    links: list[StandardLink] = []
    for where, link in _links(entries, set_id, spelled, account):
        if link.type == CHILD_OF and link.origin_id in items and link.destination_id in inside:
            branch = _branch(link, set_id)
            first = tree.setdefault(link.origin_id, branch)
            if first is branch:
                account.add(Fate.KEPT, "associations that make the tree")
                continue
            tree[link.origin_id] = replace(first, parents=(*first.parents, *branch.parents))
            account.add(Fate.NOTED, "further parents of a standard, kept as links beside the tree", where)
        links.append(link)
        _count_link(where, link, inside, account)
    for item, shown in items.items():
        if item not in tree:
            account.add(Fate.NOTED, "standards without a parent, put at the top", shown)
    return tree, tuple(links)


def _branch(link: StandardLink, set_id: str) -> Branch:
    parent = "" if link.destination_id == set_id else link.destination_id
    numbered = link.sequence or link.extra.get("sequenceNumber") == 0
    said = {"identifier": link.id, **({"sequenceNumber": link.sequence} if link.sequence else {})}
    return Branch(
        parent_id=parent,
        sequence=link.sequence if numbered else None,
        parents=(parent,) if parent else (),
        rest={**said, **link.extra},
    )


def _links(
    entries: list[Any], set_id: str, spelled: Mapping[str, str], account: Account
) -> Iterator[tuple[str, StandardLink]]:
    """Yield (position, link) for each association that says something; the tree's are among them.

    ``spelled`` maps the identifiers of document and items, as they are and as CASE writes them, to themselves.
    """
    seen: dict[str, dict[str, Any]] = {}
    said: set[tuple[str, str, str]] = set()
    for where, whole in entries_of("CFAssociations", entries, account):
        entry = dict(whole)
        identifier = identify(entry, where, account, base=set_id)
        if seen.get(identifier) == whole:
            account.add(Fate.LEFT_OUT, "exact copies of an earlier association", f"{where} ({identifier})")
            continue
        link = _link(identifier, entry, where, spelled, account)
        if link is None:
            account.add(Fate.LEFT_OUT, "associations that lack their type or one of their ends", where)
            continue
        if identifier in seen:
            own = {"identifier": whole["identifier"]} if "identifier" in whole else {}
            link = replace(link, id=derived_id(set_id, identifier, where), extra={**own, **link.extra})
            account.add(
                Fate.REPAIRED, "associations with another's identifier, which were given one of their own", where
            )
        if (key := (link.type, link.origin_id, link.destination_id)) in said:
            account.add(Fate.NOTED, "associations that repeat an earlier one under another identifier", where)
        said.add(key)
        seen[link.id] = whole
        yield where, link


def _link(
    identifier: str, entry: dict[str, Any], where: str, spelled: Mapping[str, str], account: Account
) -> StandardLink | None:
    """Return an association as a link, or None where it lacks its type or an end."""
    written = [node_id(entry.get(name)) for name in ("originNodeURI", "destinationNodeURI")]
    kind = _take_kind(entry, where, account)
    if not kind or not all(written):
        return None
    ends = [spelled.get(one) or spelled.get(plain_id(one), one) for one in written]
    if ends != written:
        account.add(Fate.REPAIRED, "associations that write an identifier in another way than its owner does", where)
    if any(isinstance(entry[name], str) for name in ("originNodeURI", "destinationNodeURI")):
        account.add(Fate.REPAIRED, "associations whose ends are written as before CASE 1.0", where)
    return StandardLink(
        id=identifier,
        type=kind,
        origin_id=ends[0],
        destination_id=ends[1],
        sequence=_take_sequence(entry, where, account),
        extra=entry,
    )


def _take_kind(entry: dict[str, Any], where: str, account: Account) -> str:
    """Return the type; one that is written in another way than CASE's stays in ``entry`` besides."""
    kind = entry.get("associationType")
    if not isinstance(kind, str) or not kind:
        return ""
    if kind not in TYPES and (known := FOLDED.get(re.sub(r"[\W_]", "", kind).lower())):
        account.add(Fate.REPAIRED, "association types written in another way than CASE's", f"{where} is {kind!r:.60}")
        return known
    del entry["associationType"]
    if kind not in TYPES and not re.fullmatch(r"ext:[a-zA-Z0-9.\-_]+", kind):
        account.add(Fate.NOTED, "associations of a type that CASE does not know", f"{where} is {kind!r:.60}")
    return kind


def _take_sequence(entry: dict[str, Any], where: str, account: Account) -> int:
    """Return the sequence number, 0 for none; a 0, a null and a number written as text stay in ``entry``."""
    value = entry.get("sequenceNumber")
    if isinstance(value, str) and value.strip().isdecimal():
        account.add(Fate.REPAIRED, "sequence numbers written as text", f"{where} has {value!r:.40}")
        value = int(value[:LONGEST])
    elif value and isinstance(value, int) and not isinstance(value, bool) and abs(value) <= INT32:
        return int(entry.pop("sequenceNumber"))
    elif value:
        account.add(Fate.NOTED, "sequence numbers that cannot be read and are kept as they are", where)
        return 0
    return min(value or 0, INT32)


def _count_link(where: str, link: StandardLink, inside: Collection[str], account: Account) -> None:
    outside = [end for end in (link.origin_id, link.destination_id) if end not in inside]
    account.add(Fate.KEPT, "associations beside the tree")
    if outside:
        account.add(
            Fate.NOTED, "associations with an end outside the package, kept as references", f"{where} → {outside[0]}"
        )
