"""Tables that have no known format -> standard sets, by a column mapping.

Cells that no field of a standard holds as they are lie in its ``extra["columns"]``, by the name of their column;
what further rows say of the same standard lies in ``extra["rows"]``.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from workbench.errors import BadFile, UnknownName
from workbench.model import Standard, StandardSet
from workbench.standards.case_fields import derived_id
from workbench.standards.mapping import ColumnMapping
from workbench.standards.mapping_locate import Located, locate
from workbench.standards.mapping_rows import Entry, SheetReader
from workbench.standards.mapping_tree import prefix_of
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table, read_tables
from workbench.standards.tree import find_cycle, reading_order

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
    entries = _entries(tables, found, mapping, account)
    if document:
        entries = _only(entries, document, account)
    title = document or mapping.title or Path(source).stem
    identifier = derived_id("table", mapping.fingerprint, YEAR.sub("", mapping.title or Path(source).stem), document)
    made = StandardSet(
        id=derived_id(identifier, _content(tables, mapping)),
        identifier=identifier,
        title=title,
        subject=_subject(found, entries),
        standards=_standards(_join(entries, account), found, identifier, source, account),
    )
    return made, account.report(source=source, title=title)


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


def _content(tables: Sequence[Table], mapping: ColumnMapping) -> str:
    """Return a SHA-256 of what is read and how, so that the same file by the same mapping is the same set."""
    digest = hashlib.sha256(repr(mapping.to_json()).encode("utf-8", "surrogatepass"))
    for table in tables:
        for row in table.rows:
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _subject(found: Sequence[Located | None], entries: Sequence[Entry]) -> str:
    """Return the subjects that the rows name, where there are few."""
    columns = {located.sheet.subject for located in found if located and located.sheet.subject}
    named: dict[str, None] = {}
    for entry in entries:
        cells = entry.extra.get("columns", {})
        named.update((cells[column], None) for column in columns if column in cells)
    return ", ".join(named) if len(named) <= 8 else ""  # noqa: PLR2004 -- more make no line


def _join(entries: Sequence[Entry], account: Account) -> list[Entry]:
    """Return the entries without those that say something more of a standard that an earlier row gives."""
    first: dict[tuple[object, ...], Entry] = {}
    kept = []
    for entry in entries:
        above = entry.above.same or entry.above if entry.above else None
        entry.above = above
        key = (entry.scope, entry.identifier, entry.code, entry.statement, entry.label, entry.parent, id(above))
        earlier = first.setdefault(key, entry) if entry.row == "standard" and (entry.identifier or entry.code) else entry
        if earlier is entry:
            kept.append(entry)
            if entry.row:
                account.add(Fate.KEPT, f"rows as {entry.row}s")
            continue
        entry.same = earlier
        earlier.grades = tuple(dict.fromkeys((*earlier.grades, *entry.grades)))
        earlier.extra.setdefault("rows", []).append(entry.extra.get("columns", {}))
        reason = "rows joined to the standard that an earlier row gives; what else they say is kept with it"
        account.add(Fate.KEPT, reason, f"{entry.where} ({entry.identifier or entry.code})")
    return kept


def _standards(
    entries: Sequence[Entry], found: Sequence[Located | None], set_id: str, source: str, account: Account
) -> tuple[Standard, ...]:
    ids = _identify(entries, set_id, account)
    _note(entries, account)
    parents = _parents(entries, {one.table.name: one.sheet.parent_by for one in found if one}, account)
    by_id = {ids[id(entry)]: entry for entry in entries}
    tree = {ids[child]: ids[id(parent)] for child, parent in parents.items()}
    if cycle := find_cycle({child: (parent,) for child, parent in tree.items()}):
        shown = " → ".join(f"“{by_id[one].code or by_id[one].statement[:40] or one}”" for one in cycle)
        raise BadFile(
            f"“{source}” cannot be read: its standards go round in a circle ({shown}). "
            "Correct the column of parents there, or leave it out of the mapping."
        )
    groups: dict[str, list[str]] = {}
    for one in by_id:
        groups.setdefault(tree.get(one, ""), []).append(one)
    for siblings in groups.values():
        siblings.sort(key=lambda one: by_id[one].order)
    places = {one: place for siblings in groups.values() for place, one in enumerate(siblings, start=1)}
    order = reading_order(groups.get("", ()), groups)
    return tuple(_standard(one, by_id[one], tree.get(one, ""), places[one]) for one in order)


def _standard(one: str, entry: Entry, parent: str, place: int) -> Standard:
    return Standard(
        id=one,
        code=entry.code,
        statement=entry.statement,
        label=entry.label,
        kind=entry.kind,
        grades=entry.grades,
        notes=entry.notes,
        parent_id=parent,
        sequence=place,
        extra=entry.extra,
    )


def _identify(entries: Sequence[Entry], set_id: str, account: Account) -> dict[int, str]:
    """Return an identifier for each entry: the owner's, or one made of its code, or of its wording."""
    ids: dict[int, str] = {}
    codes = Counter((entry.scope, entry.code) for entry in entries)
    used: Counter[str] = Counter()
    taken = set()
    for entry in entries:
        if entry.identifier and entry.identifier not in taken:
            taken.add(entry.identifier)
            ids[id(entry)] = entry.identifier
            continue
        if entry.identifier:
            reason = "standards with another's identifier, which were given one of their own"
            account.add(Fate.REPAIRED, reason, f"{entry.where} ({entry.identifier})")
            entry.extra["identifier"] = entry.identifier
        alone = entry.code and codes[entry.scope, entry.code] == 1 and not entry.made
        known = derived_id(set_id, entry.scope, entry.code, *(() if alone else (entry.kind, entry.statement)))
        used[known] += 1
        made = known if used[known] == 1 else derived_id(known, str(used[known]))
        taken.add(made)
        ids[id(entry)] = made
    return ids


def _note(entries: Sequence[Entry], account: Account) -> None:
    """Note what deserves a look: no wording, a code twice, a code that belongs in another sheet."""
    seen: dict[tuple[str, str], str] = {}
    for entry in entries:
        if entry.row == "standard" and not entry.statement and not entry.label:
            account.add(Fate.NOTED, "standards without wording", f"{entry.where} ({entry.code})")
        if entry.code and not entry.made and (before := seen.setdefault((entry.scope, entry.code), entry.where)) != entry.where:
            account.add(Fate.NOTED, "codes that stand more than once", f"“{entry.code}” in {entry.where} and {before}")
    _note_strays(entries, account)


def _note_strays(entries: Sequence[Entry], account: Account) -> None:
    """Note codes that open as those of another sheet do."""
    opens: dict[str, Counter[str]] = {}
    coded = [(entry.sheet, re.sub(r"[\d\W]+$", "", entry.code), entry) for entry in entries if entry.row == "standard" and entry.code]
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
