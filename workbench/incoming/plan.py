"""A plan: what becomes of every cell of the blocks, the things that are made or changed, and the one change set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.incoming.block import Block
from workbench.incoming.drafts import Drafts
from workbench.incoming.placing import placed
from workbench.incoming.reading import LEFT_OUT, UNDECIDED, Reading, above
from workbench.incoming.rows import RowReader
from workbench.model import Change, Framework, Thing, apply, difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A cell that no field can hold, and why. ``line`` is the row of the sheet ``sheet``."""

    sheet: str
    line: int
    head: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """What becomes of the cells that hold something; the five numbers add up to ``all``."""

    all: int = 0
    headings: int = 0
    held: int = 0
    left_out: int = 0
    undecided: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One thing of the plan, under the thing with the id ``owner``: "new", "changed" or "same"."""

    thing: Thing
    what: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be done; nothing is until ``changes`` are.

    ``listed`` cells hold a list whose items became a thing each, ``several`` hold lines that were kept as one text.
    """

    things: tuple[Made, ...] = ()
    changes: tuple[Change, ...] = ()
    fates: Fates = Fates()
    losses: tuple[Loss, ...] = ()
    repeated: tuple[str, ...] = ()
    listed: int = 0
    several: int = 0

    def count(self, what: str) -> int:
        """Return how many things are "new", "changed" or "same"."""
        return sum(1 for one in self.things if one.what == what)

    def homeless(self) -> tuple[Made, ...]:
        """Return the new things that would belong to nothing, though their kind stands under another."""
        new = (one for one in self.things if one.what == "new")
        return tuple(one for one in new if type(one.thing).owner_field() and not one.thing.owner_id)

    def alike(self, other: Plan) -> bool:
        """Whether another plan makes and changes the same, under whichever new ids and behind whatever stands there."""
        return self._outcome() == other._outcome()

    def _outcome(self) -> object:
        """Return what the plan does; new things go by their places in it."""
        new = {one.thing.id: f"new {place}" for place, one in enumerate(self.things) if one.what == "new"}
        things = [(one.thing.kind, new.get(one.thing.id, one.thing.id), one.what, one.line) for one in self.things]
        changes = {_told(one, new) for one in self.changes if one.field != "order" or one.id not in new}
        return things, changes, self.fates, self.losses, self.repeated


def plan(framework: Framework, blocks: Iterable[tuple[Block, Reading]], mint: Callable[[], str]) -> Plan:
    """Return what ``blocks``, read as told, make of ``framework``; ``mint`` returns a new id at each call."""
    drafts = Drafts(framework, mint)
    # Habits before the criteria that score them: what a row stands under may be on a later sheet.
    ordered = sorted(blocks, key=lambda one: len(above(one[1].kind)))
    readers = [RowReader(block, reading, drafts) for block, reading in ordered]
    for reader in readers:
        reader.read()
    # Any row may name what a later one, of another sheet too, brings.
    for reader in readers:
        reader.resolve()
    things = placed(framework, drafts.made.values())
    after = framework
    for kind in dict.fromkeys(one.kind for one in things):
        after = after.having(kind, [one for one in things if one.kind == kind], [])
    changes = difference(framework, after)
    assert apply(framework, changes) == after  # noqa: S101  # what is shown is what is done
    return Plan(
        things=_made(drafts, after, {one.id for one in changes}),
        changes=changes,
        fates=_fates(readers),
        losses=tuple(
            Loss(sheet=reader.block.name, line=line, head=head, text=text, why=why)
            for reader in readers
            for line, head, text, why in reader.losses
        ),
        repeated=tuple(dict.fromkeys(code for reader in readers for code in reader.repeated)),
        listed=sum(reader.listed for reader in readers),
        several=sum(reader.several for reader in readers),
    )


def _made(drafts: Drafts, after: Framework, touched: set[str]) -> tuple[Made, ...]:
    found = []
    for draft in drafts.made.values():
        what = "new" if draft.new else "changed" if draft.id in touched else "same"
        found.append(Made(thing=after.table(draft.kind)[draft.id], what=what, line=draft.line))
    return tuple(found)


def _fates(readers: Sequence[RowReader]) -> Fates:
    """Count the cells by what stands in the blocks, apart from what was done with them."""
    every = headings = left = undecided = lost = held = 0
    for reader in readers:
        rows = reader.block.rows
        every += sum(1 for row in rows for cell in row if cell)
        headings += sum(1 for cell in rows[0] if cell) if reader.reading.header and rows else 0
        for column in reader.reading.columns:
            left += column.filled if column.means == LEFT_OUT else 0
            undecided += column.filled if column.means == UNDECIDED else 0
        lost += len(reader.losses)
        held += reader.held
    left -= sum(reader.sectioned[LEFT_OUT] for reader in readers)
    undecided -= sum(reader.sectioned[UNDECIDED] for reader in readers)
    return Fates(all=every, headings=headings, held=held, left_out=left, undecided=undecided, lost=lost)


def _told(change: Change, new: Mapping[str, str]) -> str:
    """Return a change as JSON, with the new ids in it replaced."""
    name, key = change.name_and_key
    return json.dumps(_renamed([change.id, name, key, change.old, change.new], new))


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(one, new) for one in value]
    return new.get(value, value) if isinstance(value, str) else value
