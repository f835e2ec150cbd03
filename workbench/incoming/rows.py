"""The rows of one block, read into drafts of things: each cell is written, waits for a name, or is told as lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.errors import BadEdit
from workbench.incoming.block import Block
from workbench.incoming.cells import Cell, parted
from workbench.incoming.drafts import Draft, Drafts, with_marks
from workbench.incoming.headings import kind_named
from workbench.incoming.ladders import begins
from workbench.incoming.reading import (
    CHAINS,
    LEFT_OUT,
    ROW_KIND,
    UNDECIDED,
    Existing,
    Reading,
    above,
    main_field,
    owner_kinds,
)
from workbench.incoming.values import split_label, value_of
from workbench.localize import _, ngettext
from workbench.model import Criterion, Form, kind_of, plural

SKIPPED = {LEFT_OUT, UNDECIDED, ROW_KIND}


@dataclass(slots=True)
class RowReader:
    """Reads one block into ``drafts``; counts the cells that are held and tells those that are lost.

    ``listed`` counts the cells with a list whose items are a thing each, ``several`` those whose lines stayed one text.
    """

    block: Block
    reading: Reading
    drafts: Drafts
    held: int = 0
    losses: list[tuple[int, str, str, str]] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    listed: int = 0
    several: int = 0
    sectioned: Counter[str] = field(default_factory=Counter)
    _current: dict[str, str] = field(default_factory=dict)
    _stands: dict[str, str] = field(default_factory=dict)
    _way: list[tuple[str, str]] = field(default_factory=list)
    _waiting: list[tuple[Draft, Cell]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def read(self) -> None:
        """Read every row below the headings."""
        start = 1 if self.reading.header else 0
        for at, (line, row) in enumerate(zip(self.block.lines, self.block.rows, strict=True)):
            if at < start:
                continue
            if self.reading.sections and row[0] and not any(row[1:]):
                self._section(line, row[0])
            else:
                self._row(at, line, row)

    def _section(self, line: int, text: str) -> None:
        kind, _dot, name = self.reading.sections.partition(".")
        self.held += 1
        if (means := self.reading.columns[0].means) in (LEFT_OUT, UNDECIDED):
            self.sectioned[means] += 1
        if name == kind_of(kind).owner_field():
            owner = self._owner(kind, Cell(line, "", name, text))
            self._current[self.drafts.made[owner].kind] = owner
        else:
            self._stands[name] = text

    def _row(self, at: int, line: int, row: Sequence[str]) -> None:
        kind = self._kind_of(line, row)
        cells: dict[str, list[Cell]] = {}
        for place, (column, text) in enumerate(zip(self.reading.columns, row, strict=True)):
            if not text or column.means in SKIPPED:
                continue
            of, _dot, path = column.means.partition(".")
            cells.setdefault(kind if of == "*" else of, []).append(
                Cell(line, column.head, path, text, self.block.lists.get((at, place), ()))
            )
        if not kind:
            for cell in (one for some in cells.values() for one in some):
                self._lose(cell, _("the row does not say which kind of thing it holds"))
            return
        for upper in above(kind):
            if upper in cells:
                self._upper(upper, line, cells.pop(upper))
        if kind in cells:
            self._thing(kind, line, cells.pop(kind))

    def _kind_of(self, line: int, row: Sequence[str]) -> str:
        """Return what the row holds."""
        reading = self.reading
        if reading.rows_by == "kind":
            place = next((at for at, one in enumerate(reading.columns) if one.means == ROW_KIND), -1)
            kind = kind_named(self.drafts.framework, reading.ladder, row[place]) if place >= 0 else ""
            if kind:
                self.held += 1
            elif place >= 0 and row[place]:
                self._lose(Cell(line, reading.columns[place].head, "", row[place]), _("it names no kind of thing"))
            return kind
        if reading.rows_by == "code":
            place = next((at for at, one in enumerate(reading.columns) if one.means == "*.code"), -1)
            code = row[place] if place >= 0 else ""
            while self._way and not begins(code, self._way[-1][0]):
                self._way.pop()
            return reading.ladder[min(len(self._way), len(reading.ladder) - 1)]
        return reading.kind

    def _upper(self, kind: str, line: int, cells: list[Cell]) -> None:
        """Take what a row says of a thing above it: the same one as before, one that is known, or a new one."""
        label = next(
            (one.text for path in ("id", "code", main_field(kind), "title") for one in cells if one.path == path), ""
        )
        owner = self._current_owner(kind)
        found = self.drafts.named([kind], label) if label else self._current.get(kind, "")
        draft = self.drafts.draft(kind, found, line) if found else self._begin(kind, line, owner)
        self._fill(draft, cells)
        self._stand(draft)

    def _thing(self, kind: str, line: int, cells: list[Cell]) -> None:
        """Take what a row says of the thing that it holds, or of each of those that stand in one cell as a list."""
        owner_field = kind_of(kind).owner_field()
        named = next((one for one in cells if one.path == owner_field), None)
        if named:
            self.held += 1
            cells = [one for one in cells if one is not named]
            owner = self._owner(kind, named)
        else:
            owner = self._current_owner(kind)
        things = [cells] if self.reading.rows_by == "code" else parted(kind, cells)
        if any("\n" in one.text and one.path == main_field(kind) for one in cells):
            self.listed, self.several = self.listed + (len(things) > 1), self.several + (len(things) == 1)
        for one in things:
            self._one(kind, line, owner, one)

    def _one(self, kind: str, line: int, owner: str, cells: list[Cell]) -> None:
        """Take what the cells say of one thing."""
        owner_field = kind_of(kind).owner_field()
        found = self._existing(kind, cells, owner)
        draft = self.drafts.draft(kind, found, line) if found else self._begin(kind, line, owner)
        if found and owner_field and owner and draft.thing.owner_id != owner:
            draft.put(owner_field, owner)
        for name, text in self._stands.items():
            draft.put(name, value_of(draft.thing.spec(name), text))
        self._fill(draft, cells)
        self._seen.add(draft.id)
        self._usual_scale(draft)
        self._stand(draft)

    def _existing(self, kind: str, cells: Sequence[Cell], owner: str) -> str:
        """Return the id of the thing that a row means, if it is in the framework already; each counts once."""
        by = {one.path: one.text for one in cells}
        found = ""
        if self.reading.existing is Existing.UPDATE:
            main = by.get(main_field(kind), "")
            found = (by.get("id") and self.drafts.named([kind], by["id"])) or ""
            found = found or (by.get("code") and self.drafts.named([kind], by["code"])) or ""
            of = owner or self._usual_owner(kind)
            # An element or a unit has a name that others have too: it means the one of its own owner only.
            short = bool(owner_kinds(kind)) and kind_of(kind).spec(main_field(kind)).form is Form.LINE
            if not found and main and not by.get("code") and (of or not short):
                found = self.drafts.named([kind], main, owner=of)
        if found in self._seen:
            self.repeated.append(by.get("code") or by.get(main_field(kind)) or found)
            return ""
        return found

    def _owner(self, kind: str, cell: Cell) -> str:
        """Return the id of the owner that a cell names, made anew where nothing has that name."""
        kinds = owner_kinds(kind)
        code, name = split_label(cell.text)
        found = self.drafts.named(kinds, cell.text) or (self.drafts.named(kinds, code) if code else "")
        if found:
            of = next(one for one in kinds if found in self.drafts.made or found in self.drafts.framework.table(one))
            of = self.drafts.made[found].kind if found in self.drafts.made else of
            self._stand(self.drafts.draft(of, found, cell.line))
            return found
        draft = self._begin(kinds[0], cell.line, self._current_owner(kinds[0]))
        main = main_field(kinds[0])
        draft.put("code", code)
        draft.put(main, value_of(draft.thing.spec(main), name))
        self._stand(draft)
        return draft.id

    def _current_owner(self, kind: str) -> str:
        """Return the id of what a row stands under: the latest thing above it."""
        if self.reading.rows_by == "code" and kind in self.reading.ladder and self._way:
            return self._way[-1][1]
        return next((self._current[one] for one in owner_kinds(kind) if one in self._current), "")

    def _begin(self, kind: str, line: int, owner: str) -> Draft:
        """Begin a new thing under what its row names, else under what a person chose for such rows."""
        return self.drafts.begin(kind, line, owner or self._usual_owner(kind))

    def _usual_owner(self, kind: str) -> str:
        """Return the id of the chosen thing, or of what that stands under itself, which can own one of ``kind``.

        Only for what is new: what is here already stays where it stands unless its own row says otherwise.
        """
        kinds, found = owner_kinds(kind), self.drafts.framework.find(self.reading.owner)
        for _step in CHAINS:  # A file from elsewhere may hold things that own each other in a ring.
            if found is None or found.kind in kinds:
                break
            found = self.drafts.framework.find(found.owner_id)
        return found.id if found and found.kind in kinds else ""

    def _stand(self, draft: Draft) -> None:
        """Let what follows stand under ``draft``, and nothing any more under what stood below one before it."""
        self.drafts.know(draft)
        self._current[draft.kind] = draft.id
        for kind in [one for one in self._current if draft.kind in above(one)]:
            if self.drafts.made[self._current[kind]].thing.owner_id != draft.id:
                del self._current[kind]
        if self.reading.rows_by == "code" and draft.kind in self.reading.ladder:
            self._way.append((draft.thing.code, draft.id))

    def _fill(self, draft: Draft, cells: Sequence[Cell]) -> None:
        for cell in cells:
            name, _dot, key = cell.path.partition(".")
            if cell.path == "id":
                self._take_id(draft, cell)
            elif name.partition("@")[0] not in draft.thing.specs():
                noun = ngettext(draft.thing.noun, plural(draft.thing.noun), 1)
                self._lose(cell, _("the {kind} has no such field", kind=noun))
            elif (spec := draft.thing.spec(name.partition("@")[0])).targets:
                self._waiting.append((draft, cell))
            else:
                try:
                    draft.put(cell.path, cell.text if key else value_of(spec, cell.text))
                    self.held += cell.counts
                except BadEdit as error:
                    self._lose(cell, str(error))

    def _take_id(self, draft: Draft, cell: Cell) -> None:
        """Hold an identifier: of the thing itself, or as what it had where it comes from."""
        self.held += cell.counts
        if cell.text != draft.id and not draft.thing.source_id:
            draft.put("source_id", value_of(draft.thing.spec("source_id"), cell.text))

    def _usual_scale(self, draft: Draft) -> None:
        """Give a new criterion the scale of its neighbours, else the first, unless a cell names one."""
        thing = draft.thing
        waiting = any(one is draft and cell.path == "scale_id" for one, cell in self._waiting)
        if isinstance(thing, Criterion) and draft.new and not thing.scale_id and not waiting:
            framework = self.drafts.framework
            beside = [one.scale_id for one in framework.criteria_of(thing.subject_id) if one.scale_id]
            draft.thing = replace(thing, scale_id=next(iter([*beside, *framework.scales]), ""))

    def resolve(self) -> None:
        """Write the cells that name other things, now that all of these are known."""
        for draft, cell in self._waiting:
            name, _at, marks = cell.path.partition("@")
            spec = draft.thing.spec(name)
            ids, unknown = self._named(spec.targets, cell.text, many=spec.form is not Form.REF)
            if unknown:
                self._lose(cell, _("nothing here is called “{name}”", name=unknown[:60]))
                continue
            self.held += cell.counts
            if spec.form is Form.TEXTS:
                draft.put(name, with_marks(getattr(draft.thing, name), marks, ids))
            elif spec.form is Form.REFS:
                draft.put(name, ids)
            else:
                draft.put(name, ids[0])

    def _named(self, kinds: Sequence[str], text: str, *, many: bool) -> tuple[list[str], str]:
        """Return the ids that a cell names, and the first part of it that names nothing."""
        whole = self.drafts.named(kinds, text)
        if whole or not many:
            return ([whole], "") if whole else ([], text)
        ids = []
        for part in _parts(text):
            found = self.drafts.named(kinds, part)
            if not found:
                return [], part
            ids.append(found)
        return ids, ""

    def _lose(self, cell: Cell, why: str) -> None:
        if cell.counts:
            self.losses.append((cell.line, cell.head, cell.text, why))


def _parts(text: str) -> Iterator[str]:
    """Yield the names in a cell, a line each; else parted by semicolons or commas."""
    sign = next((one for one in "\n;" if one in text), ",")
    yield from (part.strip() for part in text.split(sign) if part.strip())
