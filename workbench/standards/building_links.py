"""The associations of a table -> the tree, and the links between standards."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.model import StandardLink
from workbench.standards.case_associations import CHILD_OF, TYPES, Branch
from workbench.standards.case_fields import derived_id
from workbench.standards.report import Account, Fate

FAILED = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#DIV/0!", "#NUM!"}
"""What spreadsheet programs write into a cell whose formula fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One association of a file; its ends are identifiers, codes, or addresses outside it."""

    where: str
    type: str
    target: str
    origin: str = ""
    identifier: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Hanging:
    """Where a standard hangs while associations are read; ``told``: the row itself says so."""

    parent: str
    told: bool
    sequence: int | None
    place: int | None
    further: list[str] = field(default_factory=list)
    rest: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the standards of a file are called: ``shown`` in sentences, ``codes`` and ``keys`` in its cells."""

    set_id: str
    shown: Mapping[str, str]
    codes: Mapping[str, str]
    keys: Mapping[str, str]

    def resolve(self, name: str) -> str:
        """Return the identifier that a cell means: an identifier, else a code; unknown names stay as they are."""
        return name if name in self.shown or name == self.set_id else self.codes.get(name, name)


def hang_and_link(
    links: Sequence[Link], names: Names, hangings: Mapping[str, Hanging], account: Account
) -> tuple[dict[str, Branch], tuple[StandardLink, ...]]:
    """Return where each standard hangs, by identifier, and the associations that are not the tree."""
    weaver = _Weaver(names, hangings, account)
    for link in links:
        weaver.take(link)
    return _branches(hangings), tuple(weaver.found.values())


class _Weaver:
    """Takes the associations of a file one by one."""

    def __init__(self, names: Names, hangings: Mapping[str, Hanging], account: Account) -> None:
        self.found: dict[str, StandardLink] = {}
        self._names = names
        self._hangings = hangings
        self._account = account
        self._said: set[tuple[str, str, str]] = set()

    def take(self, link: Link) -> None:
        """Keep an association, in the tree or beside it, or say why not."""
        ends = self._names.resolve(link.origin), self._names.resolve(link.target)
        if not (link.type and all(ends)):
            self._account.add(Fate.LEFT_OUT, "associations that lack their type or one of their ends", link.where)
        elif link.target in FAILED:
            reason = "associations to something that a spreadsheet program could not work out"
            self._account.add(Fate.LEFT_OUT, reason, f"{link.where}: {link.target}")
        elif (link.type, *ends) in self._said:
            self._account.add(Fate.LEFT_OUT, "associations that repeat an earlier one", link.where)
        elif not self._hang(link, *ends):
            self._keep(link, *ends)
        self._said.add((link.type, *ends))

    def _hang(self, link: Link, origin: str, target: str) -> bool:
        """Return whether an association is the one that hangs its origin into the tree."""
        hanging = self._hangings.get(origin)
        if link.type != CHILD_OF or hanging is None or not (target in self._hangings or target == self._names.set_id):
            return False
        parent = "" if target == self._names.set_id else target
        if not hanging.told:
            hanging.parent, hanging.told = parent, True
        elif hanging.parent != parent:
            hanging.further += [parent] if parent else []
            self._account.add(Fate.NOTED, "further parents of a standard, kept as links beside the tree", link.where)
            return False
        hanging.rest |= ({"identifier": link.identifier} if link.identifier else {}) | dict(link.extra)
        self._account.add(Fate.KEPT, "associations that make the tree")
        return True

    def _keep(self, link: Link, origin: str, target: str) -> None:
        account, names = self._account, self._names
        account.add(Fate.KEPT, "associations beside the tree")
        if link.type not in TYPES and not re.fullmatch(r"ext:[a-zA-Z0-9.\-_]+", link.type):
            account.add(
                Fate.NOTED, "associations of a type that CASE does not know", f"{link.where} is “{link.type[:60]}”"
            )
        if outside := [end for end in (origin, target) if end not in names.shown and end != names.set_id]:
            reason = "associations with an end outside the file, kept as references"
            account.add(Fate.NOTED, reason, f"{link.where} → {outside[0][:60]}")
        identifier = link.identifier or derived_id(names.set_id, link.type, origin, target)
        if identifier in self.found:
            identifier = derived_id(names.set_id, identifier, link.type, origin, target)
            reason = "associations with another's identifier, which were given one of their own"
            account.add(Fate.REPAIRED, reason, link.where)
        self.found[identifier] = StandardLink(
            id=identifier, type=link.type, origin_id=origin, destination_id=target, extra=link.extra
        )


def _branches(hangings: Mapping[str, Hanging]) -> dict[str, Branch]:
    """Return where each standard hangs; siblings stand by their number, then as in the file."""
    ranked = sorted(hangings.items(), key=lambda pair: _rank(pair[1]))
    return {
        one: Branch(
            parent_id=hanging.parent,
            sequence=place,
            parents=tuple(parent for parent in (hanging.parent, *hanging.further) if parent),
            rest=hanging.rest | ({} if hanging.sequence is None else {"sequenceNumber": hanging.sequence}),
        )
        for place, (one, hanging) in enumerate(ranked, start=1)
    }


def _rank(hanging: Hanging) -> tuple[bool, int]:
    number = hanging.place if hanging.sequence is None else hanging.sequence
    return (number is None, number or 0)
