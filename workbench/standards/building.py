"""Rows of any table, told in neutral words -> a standard set.

What our fields do not hold lies where the CASE importer would put it: of a row in the standard's
``extra["CFItem"]``, of the association that hangs it into the tree in its ``extra["isChildOf"]``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.model import StandardSet
from workbench.standards.building_links import Hanging, Link, Names, hang_and_link
from workbench.standards.case_fields import derived_id
from workbench.standards.case_items import Item, place_items
from workbench.standards.report import Account, Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row that tells of a standard.

    ``where`` is its place in the file, ``texts`` our fields that are text (code, statement, label, kind, notes).
    A parent is named by its identifier or code (``parent``), or by what the file's own numbering calls it
    (``under``, the ``key`` of another entry). Siblings stand by ``sequence`` (CASE's sequence number), else by
    ``place``, else as in the file. ``links``
    need not say where they start. ``rest`` holds other CASE fields of the item under their CASE names.
    """

    where: str
    identifier: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    grades: tuple[str, ...] = ()
    parent: str = ""
    key: str = ""
    under: str = ""
    sequence: int | None = None
    place: int | None = None
    links: tuple[Link, ...] = ()
    rest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the code, or the wording where there is none."""
        return self.texts.get("code") or self.texts.get("statement", "")

    def repeats(self, other: Entry) -> bool:
        """Return whether this row says of its standard what ``other`` says, associations aside."""
        return replace(self, where=other.where, links=other.links) == other


def build(
    about: Mapping[str, Any], entries: Sequence[Entry], account: Account, *, file: str, links: Sequence[Link] = ()
) -> StandardSet:
    """Return the set of ``entries``; ``about`` holds the fields of the set itself, its ``id`` among them.

    ``account`` hears of every entry and every link whether it was kept or left out; that they were read is for
    the importer to say. Raises BadFile where the parents go round in a circle.
    """
    rows = _Rows(about["id"], account)
    for entry in entries:
        rows.take(entry)
    names = _names(rows.found, about["id"], account)
    hangings = {one: _hanging(entry, names, account) for one, entry in rows.found.items()}
    tree, found = hang_and_link([*rows.links, *links], names, hangings, account)
    items = [Item(one, {**entry.texts, "grades": entry.grades}, entry.rest) for one, entry in rows.found.items()]
    return StandardSet(**about, standards=place_items(items, tree, file), links=found)


class _Rows:
    """Takes the rows of a file: the standards by identifier, and the associations that rows carry."""

    def __init__(self, set_id: str, account: Account) -> None:
        self.found: dict[str, Entry] = {}
        self.links: list[Link] = []
        self._set_id = set_id
        self._account = account
        self._made: Counter[str] = Counter()

    def take(self, entry: Entry) -> None:
        """Keep a row, or say why not. A row that repeats an earlier one, associations aside, only adds those."""
        if not (entry.identifier or entry.name):
            self._account.add(Fate.LEFT_OUT, "rows with neither code nor wording", entry.where)
            if entry.links:
                self._account.add(Fate.LEFT_OUT, "associations of such rows", entry.where, count=len(entry.links))
            return
        first = self.found.get(entry.identifier)
        if first is not None and entry.repeats(first):
            fate, why = (Fate.KEPT, ", for their associations") if entry.links else (Fate.LEFT_OUT, "")
            self._account.add(fate, f"rows that repeat an earlier one{why}", entry.where)
            self._link(entry.identifier, entry)
        else:
            self._keep(entry, another=first is not None)

    def _keep(self, entry: Entry, *, another: bool) -> None:
        identifier = entry.identifier
        if not identifier:
            identifier = self._make(entry.name)
            self._account.add(Fate.REPAIRED, "standards without an identifier, which were given one", entry.where)
        elif another:
            identifier = self._make(entry.identifier)
            reason = "standards with another's identifier, which were given one of their own"
            self._account.add(Fate.REPAIRED, reason, entry.where)
            entry = replace(entry, rest={**entry.rest, "identifier": entry.identifier})
        self._account.add(Fate.KEPT, "standards")
        if not entry.texts.get("statement"):
            self._account.add(Fate.NOTED, "standards without wording", entry.where)
        self.found[identifier] = entry
        self._link(identifier, entry)

    def _link(self, identifier: str, entry: Entry) -> None:
        self.links += (replace(link, origin=identifier) for link in entry.links)

    def _make(self, name: str) -> str:
        """Return an identifier that depends on ``name``, and on how many before have the same one."""
        while True:
            place = self._made[name]
            self._made[name] += 1
            identifier = derived_id(self._set_id, name, *([str(place)] if place else []))
            if identifier not in self.found:
                return identifier


def _names(found: Mapping[str, Entry], set_id: str, account: Account) -> Names:
    """Return what the standards are called in the file; the first of several with one code counts."""
    codes: dict[str, str] = {}
    keys: dict[str, str] = {}
    for identifier, entry in found.items():
        code = entry.texts.get("code", "")
        if code and codes.setdefault(code, identifier) != identifier:
            account.add(Fate.NOTED, "codes that stand on several standards", f"{entry.where} has “{code}” again")
        if entry.key and keys.setdefault(entry.key, identifier) != identifier:
            account.add(Fate.NOTED, "places in the tree that stand on several rows", f"{entry.where}: {entry.key}")
    shown = {one: entry.name[:60] or one for one, entry in found.items()}
    return Names(set_id=set_id, shown=shown, codes=codes, keys=keys)


def _hanging(entry: Entry, names: Names, account: Account) -> Hanging:
    """Return where an entry hangs; one whose parent is not in the file hangs at the top."""
    parent = names.keys.get(entry.under, "") if entry.under else names.resolve(entry.parent)
    told = entry.under or entry.parent
    if told and parent not in names.shown and parent != names.set_id:
        reason = "standards whose parent is not in the file, put at the top"
        account.add(Fate.NOTED, reason, f"{entry.where} names “{told[:60]}”")
        parent = ""
    return Hanging(
        parent="" if parent == names.set_id else parent, told=bool(told), sequence=entry.sequence, place=entry.place
    )
