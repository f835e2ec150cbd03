"""Tables that have no known format -> standard sets, by a column mapping.

Cells that no field of a standard holds as they are lie in the ``extensions`` of its ``extra["CFItem"]``, by the name
of their column; what further rows say of the same standard lies there under “further rows”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from workbench.errors import BadFile, UnknownName
from workbench.model import StandardSet
from workbench.standards.building import Entry as Told
from workbench.standards.building import build
from workbench.standards.case_fields import derived_id
from workbench.standards.mapping import ColumnMapping
from workbench.standards.mapping_cells import Entry
from workbench.standards.mapping_locate import Located, locate
from workbench.standards.mapping_rows import SheetReader
from workbench.standards.mapping_tree import prefix_of
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table, read_tables

YEAR = re.compile(r"(?:19|20)\d\d|\bv?\d+(?:\.\d+)+\b|\bv\d+\b", re.IGNORECASE)
"""What changes in the name of a file from one version to the next."""


def read_mapped(path: Path, mapping: ColumnMapping, *, document: str = "") -> tuple[StandardSet, ImportReport]:
    """Return the standard set of the table at ``path``, and what became of every row.

    ``document``: read the rows of this document alone, where a column names several. Raises MissingFile, or
    BadFile where no sheet has the columns of the mapping or the parents go round in a circle.
    """
    account = Account()
    return read_located(read_tables(path, account), mapping, source=path.name, account=account, document=document)


def documents(tables: Sequence[Table], mapping: ColumnMapping) -> tuple[str, ...]:
    """Return the names of the documents that the rows belong to, in their order; empty where no column says so."""
    found: dict[str, None] = {}
    for located in filter(None, locate(tables, mapping)):
        place = located.places.get(located.sheet.document, -1)
        for row in located.table.rows[located.body :]:
            if 0 <= place < len(row) and row[place].strip():
                found[row[place].strip()] = None
    return tuple(found)


def read_located(
    tables: Sequence[Table], mapping: ColumnMapping, *, source: str, account: Account, document: str = ""
) -> tuple[StandardSet, ImportReport]:
    """Do the work of ``read_mapped`` on tables that are read already."""
    if problems := mapping.problems():
        raise BadFile(f"“{source}” cannot be read by this mapping: {' '.join(problems)}")
    found = locate(tables, mapping)
    if not any(found):
        raise BadFile(_unfit(source, mapping))
    if document and document not in (known := documents(tables, mapping)):
        raise UnknownName.of(f"document in “{source}”", document, known)
    about, told = _tell(tables, found, mapping, account, name=mapping.title or Path(source).stem, document=document)
    made = build(about, told, account, file=source)
    return made, account.report(source=source, title=made.title)


def _tell(
    tables: Sequence[Table],
    found: Sequence[Located | None],
    mapping: ColumnMapping,
    account: Account,
    *,
    name: str,
    document: str,
) -> tuple[dict[str, str], list[Told]]:
    """Return the fields of the set itself, and its entries as any table tells them."""
    entries = _entries(tables, found, mapping, account)
    if document:
        entries = _only(entries, document, account)
    about = {
        "id": derived_id("table", mapping.fingerprint, YEAR.sub("", name), document),
        "title": document or name,
        "subject": _subject(found, entries),
    }
    entries = _join(entries, account)
    _note_strays(entries, account)
    parents = _parents(entries, {one.table.name: one.sheet.parent_by for one in found if one}, account)
    return about, _told(entries, parents, about["id"])


def _unfit(source: str, mapping: ColumnMapping) -> str:
    names = ", ".join(f"“{column}”" for column in mapping.sheets[0].columns)
    return f"No sheet of “{source}” has the columns that the mapping names ({names}). Make a mapping for this file."


def _entries(
    tables: Sequence[Table], found: Sequence[Located | None], mapping: ColumnMapping, account: Account
) -> list[Entry]:
    entries: list[Entry] = []
    for table, located in zip(tables, found, strict=True):
        if located is None:
            account.add(Fate.READ, "rows", count=len(table.rows))
            account.add(Fate.LEFT_OUT, "rows of sheets that are not read", f"“{table.name}”", count=len(table.rows))
        else:
            entries += SheetReader(located, account).read()
    there = {located.sheet.name for located in found if located}
    for sheet in mapping.sheets:
        if sheet.name not in there and len(mapping.sheets) > 1:
            account.add(Fate.NOTED, "sheets that the mapping knows and this file lacks", f"“{sheet.name}”")
    return entries


def _only(entries: Iterable[Entry], document: str, account: Account) -> list[Entry]:
    """Return the entries of one document, with the headings over them."""
    kept = []
    for entry in entries:
        if entry.document == document:
            kept.append(entry)
        elif entry.row:
            account.add(Fate.LEFT_OUT, "rows of other documents", f"“{entry.document}”")
    over: dict[int, Entry] = {}
    for entry in kept:
        above = entry.above
        while above is not None and id(above) not in over:
            over[id(above)] = above
            above = above.above
    wanted = {id(entry) for entry in kept} | set(over)
    return [entry for entry in entries if id(entry) in wanted]


def _subject(found: Sequence[Located | None], entries: Sequence[Entry]) -> str:
    """Return the subjects that the rows name, where there are few."""
    columns = {located.sheet.subject for located in found if located and located.sheet.subject}
    named: dict[str, None] = {}
    for entry in entries:
        named.update((entry.beside[column], None) for column in columns if column in entry.beside)
    return ", ".join(named) if len(named) <= 8 else ""


def _join(entries: Sequence[Entry], account: Account) -> list[Entry]:
    """Return the entries without those that say something more of a standard that an earlier row gives."""
    first: dict[tuple[object, ...], Entry] = {}
    kept = []
    for entry in entries:
        above = entry.above.same or entry.above if entry.above else None
        entry.above = above
        key = (entry.scope, entry.identifier, entry.code, entry.statement, entry.label, entry.parent, id(above))
        earlier = (
            first.setdefault(key, entry) if entry.row == "standard" and (entry.identifier or entry.code) else entry
        )
        if earlier is entry:
            kept.append(entry)
            if not entry.row:
                account.add(Fate.READ, "headings that stand in columns or are names of sheets")
            continue
        _add(earlier, entry)
        reason = "rows joined to the standard that an earlier row gives; what else they say is kept with it"
        account.add(Fate.KEPT, reason, f"{entry.where} ({entry.identifier or entry.code})")
    return kept


def _add(earlier: Entry, entry: Entry) -> None:
    """Let an entry say what a later row says of the same standard."""
    entry.same = earlier
    earlier.grades = tuple(dict.fromkeys((*earlier.grades, *entry.grades)))
    if entry.notes not in earlier.notes.split("\n"):
        earlier.notes = "\n".join(filter(None, (earlier.notes, entry.notes)))
    kind = {"kind": entry.kind} if entry.kind and entry.kind != earlier.kind else {}
    if further := entry.beside | kind:
        earlier.beside.setdefault("further rows", []).append(further)


def _told(entries: Sequence[Entry], parents: Mapping[int, Entry], set_id: str) -> list[Told]:
    """Return the entries as any table tells them, each with an identifier: the owner's, or one of code or wording."""
    keys = {id(entry): str(place) for place, entry in enumerate(entries)}
    codes = Counter((entry.scope, entry.code) for entry in entries)
    used: Counter[tuple[str, ...]] = Counter()
    told = []
    for place, entry in enumerate(entries):
        alone = entry.code and codes[entry.scope, entry.code] == 1
        known = (entry.scope, entry.code, *(() if alone else (entry.kind, entry.statement)))
        used[known] += 1
        parent = parents.get(id(entry))
        texts = {name: getattr(entry, name) for name in ("code", "statement", "label", "kind", "notes")}
        told.append(
            Told(
                where=entry.where,
                identifier=entry.identifier or derived_id(set_id, *known, str(used[known])),
                texts={name: text for name, text in texts.items() if text},
                grades=entry.grades,
                key=keys[id(entry)],
                under=keys[id(parent)] if parent else "",
                sequence=entry.sequence,
                place=place,
                rest={"extensions": entry.beside} if entry.beside else {},
            )
        )
    return told


def _note_strays(entries: Sequence[Entry], account: Account) -> None:
    """Note codes that open as those of another sheet do."""
    opens: dict[str, Counter[str]] = {}
    coded = [
        (entry.sheet, re.sub(r"[\d\W]+$", "", entry.code), entry)
        for entry in entries
        if entry.row == "standard" and entry.code
    ]
    for sheet, opening, _ in coded:
        opens.setdefault(sheet, Counter())[opening] += 1
    usual = {sheet: found.most_common(1)[0][0] for sheet, found in opens.items()}
    home = {opening: sheet for sheet, opening in usual.items() if opening}
    for sheet, opening, entry in coded:
        if opening != usual[sheet] and home.get(opening, sheet) != sheet:
            example = f"“{entry.code}” in {entry.where}, as in “{home[opening]}”"
            account.add(Fate.NOTED, "codes that look as if they belonged in another sheet", example)


def _parents(entries: Sequence[Entry], how: Mapping[str, str], account: Account) -> dict[int, Entry]:
    """Return the parent of each entry that has one: by identifier, by code, or by its place in the sheet."""
    named = {entry.identifier: entry for entry in reversed(entries) if entry.identifier}
    coded: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        if entry.code:
            coded.setdefault(entry.scope, {}).setdefault(entry.code, entry)
    known = {scope: set(codes) for scope, codes in coded.items()}
    found: dict[int, Entry] = {}
    for entry in entries:
        parent = entry.above
        by, scope = how.get(entry.sheet, "") if entry.row == "standard" else "", coded.get(entry.scope, {})
        if by == "code prefix" and (shorter := prefix_of(entry.code, known.get(entry.scope, set()))):
            parent = scope[shorter]
        elif entry.parent and by in {"identifier", "code"}:
            named_parent = named.get(entry.parent) if by == "identifier" else scope.get(entry.parent)
            parent = named_parent if named_parent is not entry and named_parent else parent
            if named_parent is None or named_parent is entry:
                reason = "standards whose parent is no other row of the table, put at the top"
                account.add(Fate.NOTED, reason, f"{entry.where} (“{entry.parent[:60]}”)")
        if parent is not None:
            found[id(entry)] = parent
    return found
