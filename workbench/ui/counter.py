"""What leaves the room: drafts and editions that are published, files to keep, a copy of the project."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from workbench.errors import BadEdit, UnknownName, WorkbenchError
from workbench.localize import N_, _
from workbench.model import Role
from workbench.project import Project
from workbench.project.apart import publish_apart
from workbench.ui.view import State, View


class Counter(Protocol):
    """What handing out needs: a project and the view in which it is told."""

    project: Project
    view: View
    apart: bool


def publish(desk: Counter, wish: State) -> None:
    """Write the draft into a folder, in the formats that are ticked."""
    from workbench.publish import FORMATS

    # The folder is one of the computer that serves.
    desk.project.require(Role.FACILITATOR, N_("write files on this computer"))
    chosen = [name for name in FORMATS if wish.get(name)]
    out = desk.project.path.parent / Path(str(wish.get("folder") or "publication")).expanduser()
    try:
        if not chosen:
            raise BadEdit(_("Tick at least one file to write."))
        write = partial(publish_apart, desk.project.path) if desk.apart else desk.project.publish
        files = write(out, chosen)
    except WorkbenchError as error:
        _form(desk, "publish", "stop", str(error))
        return
    desk.view = replace(desk.view, files=tuple(str(path) for path in files))
    _form(desk, "publish", "ok", _("Written to {folder}.", folder=out))


def adopt(desk: Counter, wish: State) -> None:
    """Adopt the framework as an edition, unless something stands in the way."""
    given = {name: str(wish.get(name) or "").strip() for name in ("title", "vote", "effective")}
    try:
        if not all(given.values()):
            raise BadEdit(_("Write the title, the vote and the school year first: the edition keeps them for good."))
        edition = desk.project.adopt(**given)
    except WorkbenchError as error:
        _form(desk, "adopt", "stop", str(error))
        return
    _form(desk, "adopt", "ok", _("Edition {number} is adopted and archived.", number=edition.number))


def _form(desk: Counter, name: str, tone: str, text: str) -> None:
    desk.view = replace(desk.view, forms={**desk.view.forms, name: {"tone": tone, "text": text}}, busy="")


def download(desk: Counter, name: str) -> State:
    """Return a file that was published here or belongs to an edition; raise UnknownName for any other."""
    archived = {
        f"edition {edition.number} {file}": content
        for edition in desk.project.editions
        for file, content in edition.files
    }
    if name in archived:
        return {"file": name.rpartition(" ")[2], "content": archived[name]}
    if name not in desk.view.files:
        raise UnknownName.of("file to download", name, [*archived, *desk.view.files])
    path = Path(name)
    return {"file": path.name, "content": path.read_bytes()}


def copy(desk: Counter) -> State:
    """Return a copy of the whole project as one file: with its history, and who was invited."""
    desk.project.require(Role.FACILITATOR, N_("take a copy of the whole project"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / desk.project.path.name
        desk.project.backup(target)
        return {"file": f"{desk.project.path.stem}-copy.workbench", "content": target.read_bytes()}


def export(desk: Counter, wish: State) -> State:
    """Return a standard set as a file; say what the format could not hold."""
    from workbench.standards.export import FORMATS

    shelf, set_id, name = desk.project.standards, str(wish["set"]), str(wish["format"])
    made = shelf.export(set_id, name)
    said = " ".join([_("Downloaded."), *made.notes])
    desk.view = replace(desk.view, message={"text": said, "tone": "note", "undo": False})
    title = "".join(one if one.isalnum() else "-" for one in shelf.info(set_id).title.casefold()).strip("-")
    return {"file": f"{title[:60] or 'standards'}{FORMATS[name]}", "content": made.content}


def crosswalk(desk: Counter, wish: str) -> State:
    """Return the table of what of ours meets which standard, as a file."""
    name = f"{desk.project.path.stem}-crosswalk.{wish}"
    return {"file": name, "content": desk.project.standards.crosswalk(wish)}
