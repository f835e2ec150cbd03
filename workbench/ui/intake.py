"""What comes into the room of standards: a file sent in pieces, an address, a shipped set; looked at, then kept."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from workbench.errors import BadEdit, NeedsMapping, WorkbenchError
from workbench.localize import N_, _
from workbench.model import Addition, Role
from workbench.project import Project
from workbench.ui import bringing
from workbench.ui.column_choices import with_choice
from workbench.ui.many import Many
from workbench.ui.view import Arrival, State, View

SAID = {
    Addition.NEW: N_("“{title}” is in this project now."),
    Addition.VERSION: N_(
        "A newer version of “{title}” is in this project now, beside the one before. See what it changes."
    ),
    Addition.HERE: N_("“{title}” was here already; nothing changed."),
}
BRING_IN = N_("bring in standards")
NO_ROOM = N_("“{name}” could not be stored; the disk may be full. Make room, then choose the file again.")
LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is sent; the importers refuse larger ones too."""


class Intake(Protocol):
    """What bringing in needs: a project, the view in which it is told, what has come so far."""

    project: Project
    view: View
    arrival: Arrival | None
    folder: tempfile.TemporaryDirectory[str] | None
    many: Many

    def tell(self, text: str, *, tone: str = "note", undo: bool = False) -> None:
        """Say what was done."""

    def go(self, wish: State) -> State | None:
        """Go to where a thing is written."""


def upload(desk: Intake, wish: State) -> State:
    """Take one piece of a file; with the last one, read it. Answer how much is here."""
    name = Path(str(wish["name"]).replace("\\", "/")).name or "file"
    number, at, size = str(wish["id"]), int(wish["at"]), int(wish["size"])
    content: bytes = wish.get("content", b"")
    try:
        desk.project.require(Role.DRAFTER, BRING_IN)
        if max(size, at) > LARGEST:
            most = LARGEST // 1024 // 1024
            raise BadEdit(_("“{name}” is larger than {most} MB. Export it in smaller parts.", name=name, most=most))
        # In a folder of its own under its own name: where a file names no identifier, its name stands for it.
        path = _folder(desk) / ("".join(filter(str.isalnum, number)) or "0") / name
        if at and not path.exists():  # The server was started again meanwhile: from the beginning.
            return {"uploaded": {"id": number, "at": 0}}
        path.parent.mkdir(exist_ok=True)
        with path.open("r+b" if at else "wb") as file:
            file.seek(at)
            file.write(content)
    except WorkbenchError as error:
        return _refused(desk, wish, str(error))
    except OSError:
        return _refused(desk, wish, _(NO_ROOM, name=name))
    if last_piece(wish):
        if wish.get("into") == bringing.ROOM:
            bringing.arrive(desk, path, name)
            if desk.arrival is None:  # The rows are read; standards that wait to be kept would still need their file.
                forget(desk)
        else:
            arrive(desk, path, name)
    return {"uploaded": {"id": number, "at": at + len(content)}}


def _refused(desk: Intake, wish: State, why: str) -> State:
    """Say beside the form from which a file was sent why it is not taken, and answer so."""
    if wish.get("into") == bringing.ROOM:
        desk.many = Many(said=("paste", "stop", why))
    else:
        tell(desk, "stop", why)
    return {"uploaded": {"id": str(wish["id"]), "at": int(wish["at"]), "refused": True}}


def last_piece(wish: State) -> bool:
    """Tell whether a file is whole with this piece."""
    return int(wish["at"]) + len(wish.get("content", b"")) >= int(wish["size"])


def _folder(desk: Intake) -> Path:
    if desk.folder is None:
        desk.folder = tempfile.TemporaryDirectory(prefix="workbench-standards-", ignore_cleanup_errors=True)
    return Path(desk.folder.name)


def arrive(desk: Intake, path: Path, name: str) -> None:
    """Read a file that is here, and show what it holds; nothing is kept yet."""
    desk.arrival = None
    tell(desk)
    try:
        found, report = desk.project.standards.read(path)
        desk.arrival = Arrival(path=path, name=name, found=found, report=report)
    except NeedsMapping:
        propose(desk, path, name)
    except WorkbenchError as error:
        tell(desk, "stop", str(error))


def propose(desk: Intake, path: Path, name: str) -> None:
    """Show how the columns of a table might be read, and what would come in."""
    proposal = desk.project.standards.propose(path)
    # Where no sheet could be told to hold standards, all are offered, to be told by hand.
    mapping = (
        proposal.mapping if proposal.mapping.sheets else replace(proposal.mapping, sheets=proposal.aside, left_out=())
    )
    desk.arrival = _mapped(desk, Arrival(path=path, name=name, proposal=proposal, mapping=mapping))


def _mapped(desk: Intake, arrival: Arrival) -> Arrival:
    if arrival.mapping is None or not arrival.mapping.sheets:
        return arrival
    try:
        found, report = desk.project.standards.read(arrival.path, mapping=arrival.mapping)
    except WorkbenchError as error:
        tell(desk, "stop", str(error))
        return replace(arrival, found=None, report=None)
    tell(desk)
    return replace(arrival, found=found, report=report)


def change_mapping(desk: Intake, wish: State) -> None:
    """Read the table again with one column meaning something else."""
    arrival = desk.arrival
    if arrival is None or arrival.mapping is None:
        raise BadEdit(_("The table is no longer here. Choose the file again."))
    mapping = with_choice(arrival.mapping, str(wish["name"]), wish["value"])
    desk.arrival = _mapped(desk, replace(arrival, mapping=mapping))


def fetch(desk: Intake, wish: State) -> None:
    """Read a package from an address, and show what it holds."""
    # The computer that serves would ask, also inside its own network: that is for who leads there.
    desk.project.require(Role.FACILITATOR, N_("have this computer ask an address"))
    try:
        found, report = desk.project.standards.fetch(str(wish["address"]))
    except WorkbenchError as error:
        tell(desk, "stop", str(error))
        return
    desk.arrival = Arrival(path=Path(), name=found.title, found=found, report=report)
    tell(desk)


def keep(desk: Intake) -> None:
    """Add what arrived to the project, remember how its columns were read, and show it."""
    arrival = desk.arrival
    if arrival is None or arrival.found is None:
        raise BadEdit(_("There is nothing to add. Choose a file first."))
    kept = desk.project.standards.add(arrival.found)
    if arrival.mapping is not None:
        desk.project.standards.remember(arrival.mapping)
    drop(desk)
    _show(desk, kept.id, _(SAID[kept.what], title=arrival.found.title))


def add_shipped(desk: Intake, key: str) -> None:
    """Add a set that comes with the workbench, and show it."""
    from workbench.standards import load_shipped

    found = load_shipped(key)
    desk.project.standards.add(found)
    _show(desk, found.id, _(SAID[Addition.NEW], title=found.title))


def drop(desk: Intake) -> None:
    """Forget what arrived; the project is as it was."""
    desk.arrival = None
    forget(desk)
    tell(desk)


def forget(desk: Intake) -> None:
    """Remove the files that came."""
    if desk.folder is not None:
        desk.folder.cleanup()
        desk.folder = None


def _show(desk: Intake, set_id: str, words: str) -> None:
    selected = {**desk.view.selected, desk.view.room: f"set {set_id}"}
    message = {"text": words, "tone": "note", "undo": False}
    desk.view = replace(desk.view, selected=selected, set_id=set_id, message=message)


def tell(desk: Intake, tone: str = "", text: str = "") -> None:
    """Say beside the form what went wrong, or nothing any more."""
    forms = {name: form for name, form in desk.view.forms.items() if name != "intake"}
    desk.view = replace(desk.view, forms={**forms, **({"intake": {"tone": tone, "text": text}} if text else {})})
