"""What people do with rows of their own: paste them or bring a file, say what the columns mean, keep or drop it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from workbench.errors import BadEdit, WorkbenchError
from workbench.incoming import Block, Plan, Reading, plan, propose, read_clipboard, with_choice
from workbench.incoming.reading import PASTED
from workbench.localize import N_, _, ngettext
from workbench.model import Framework, Role
from workbench.project import Project
from workbench.ui.fields import owners_of
from workbench.ui.many import Brought, Many
from workbench.ui.view import State, View
from workbench.ui.words import HELD, counted_kind, in_list, term

ROOM = "bring"
CLIPBOARD = N_("What you pasted")


class Bringer(Protocol):
    """What bringing needs: a project, a view, what is under way."""

    project: Project
    view: View
    many: Many

    def tell(self, text: str, *, tone: str = "note", undo: bool = False) -> None:
        """Say what was done."""

    def go(self, wish: State) -> State | None:
        """Go to where a thing is written."""


def paste(desk: Bringer, wish: State) -> None:
    """Read what was pasted, and show what it would make."""
    desk.project.require(Role.DRAFTER, N_("bring in rows"))
    kind = str(wish.get("kind") or "")
    # What the caret stood on in an outline; whatever belongs to such a thing comes to stand under it.
    owner = str(wish.get("at") or "")
    desk.view = replace(desk.view, room=ROOM, message=None)
    try:
        block = read_clipboard(str(wish.get("text") or ""), str(wish.get("html") or ""))
    except WorkbenchError as error:
        desk.many = Many(kind=kind, said=("paste", "stop", str(error)))
        return
    prefer = str(wish.get("prefer") or "")
    here = owner if desk.project.framework.find(owner) else ""
    prefer = prefer if prefer in PASTED else ""
    show(desk, CLIPBOARD, [block], kind if kind in PASTED else "", prefer=prefer, owner=here)


def arrive(desk: Bringer, path: Path, name: str) -> None:
    """Read a file of our own things, a table or a CASE package, and show what it would make."""
    desk.view = replace(desk.view, room=ROOM, message=None)
    try:
        blocks, notes = desk.project.read_own(path)
    except WorkbenchError as error:
        desk.many = Many(said=("paste", "stop", str(error)))
        return
    show(desk, name, blocks, "", notes)


def show(
    desk: Bringer,
    name: str,
    blocks: Sequence[Block],
    kind: str,
    notes: Sequence[str] = (),
    *,
    prefer: str = "",
    owner: str = "",
) -> None:
    """Show how blocks would be read; ``owner`` is the id of what they are to stand under, where their kind does."""
    framework = desk.project.framework
    sheets = tuple((block, replace(propose(framework, block, kind, prefer=prefer), owner=owner)) for block in blocks)
    desk.many = Many(
        brought=_planned(desk, Brought(name=name, sheets=sheets, plan=Plan(), revision=0, notes=tuple(notes)))
    )


def _planned(desk: Bringer, brought: Brought) -> Brought:
    kept = [pair for place, pair in enumerate(brought.sheets) if place not in brought.aside]
    framework, revision = desk.project.moment
    return replace(brought, plan=plan(framework, kept, desk.project.mint), revision=revision)


def choose(desk: Bringer, wish: State) -> None:
    """Read a sheet again with one choice made; "aside" leaves the whole sheet out, or takes it in again."""
    brought = _here(desk)
    place, name, value = int(wish["sheet"]), str(wish["name"]), wish["value"]
    if not 0 <= place < len(brought.sheets):
        raise BadEdit(_("That sheet is not there any more. Choose the file again."))
    if name == "aside":
        brought = replace(brought, aside=brought.aside | {place} if value else brought.aside - {place})
    else:
        block, reading = brought.sheets[place]
        changed: Reading = with_choice(desk.project.framework, block, reading, name, str(value))
        sheets: list[Any] = [*brought.sheets]
        sheets[place] = (block, changed)
        brought = replace(brought, sheets=tuple(sheets))
    desk.many = Many(brought=_planned(desk, brought))


def keep(desk: Bringer) -> None:
    """Make what is shown, as one change that undo takes back; what others did elsewhere meanwhile is no hindrance."""
    brought = _here(desk)
    if waiting := undecided(brought):
        told = ngettext(
            "Say first what is to become of {n} column.", "Say first what is to become of {n} columns.", waiting
        )
        raise BadEdit(told)
    seen, brought = brought.plan, brought if brought.revision == desk.project.revision else _planned(desk, brought)
    if not brought.plan.alike(seen):
        desk.many = replace(desk.many, brought=brought)
        raise BadEdit(_("Somebody changed the framework meanwhile. Look at the rows once more, then keep them."))
    if homeless := homeless_words(desk.project.framework, brought.plan):
        raise BadEdit(homeless)
    made = desk.project.edit(brought.plan.changes, base=brought.revision, why=f"Brought in: {brought.name}")
    if made.conflicts:
        raise BadEdit(_(HELD))
    desk.many = Many()
    touched = [one for what in ("new", "changed") for one in brought.plan.things if one.what == what]
    if touched and desk.project.framework.find(touched[0].thing.id):
        desk.go({"id": touched[0].thing.id})
    desk.tell(_kept_words(desk.project.framework, brought.plan), undo=True)


def _kept_words(framework: Framework, plan: Plan) -> str:
    """Return what was added and changed: "Added 2 competencies and 3 indicators."."""
    new, changed = (in_kinds(framework, plan, what) for what in ("new", "changed"))
    if new and changed:
        return _("Added {new}. Changed {changed}.", new=new, changed=changed)
    return _("Added {things}.", things=new) if new else _("Changed {things}.", things=changed)


def in_kinds(framework: Framework, plan: Plan, what: str) -> str:
    """Return how many of each kind are "new" or "changed", what stands above first; empty where there are none."""
    counts = Counter(one.thing.kind for one in plan.things if one.what == what)
    return in_list(counted_kind(framework, counts[kind], kind) for kind in PASTED if kind in counts)


def homeless_words(framework: Framework, plan: Plan) -> str:
    """Return what to say first of new things that would belong to nothing, which no room could show; else nothing."""
    kinds = list(dict.fromkeys(one.thing.kind for one in plan.homeless()))
    if not kinds:
        return ""
    things = in_list(term(framework, kind, 2) for kind in kinds)
    owners = list(dict.fromkeys(owner for kind in kinds for owner in owners_of(kind)))
    if any(framework.table(owner) for owner in owners):
        return _("Choose first, below, what these belong to: {things}.", things=things)
    words = in_list(term(framework, owner, 2) for owner in owners)
    return _("Before you bring in {things}, there must be {owners} for them to belong to.", things=things, owners=words)


def undecided(brought: Brought) -> int:
    """Return how many columns wait for somebody to say what they are."""
    return sum(len(reading.undecided) for at, (_, reading) in enumerate(brought.sheets) if at not in brought.aside)


def drop(desk: Bringer) -> None:
    """Forget what is under way; the framework is as it was."""
    desk.many = Many(kind=desk.many.kind)


def _here(desk: Bringer) -> Brought:
    if desk.many.brought is None:
        raise BadEdit(_("The rows are no longer here. Paste them again."))
    return desk.many.brought
