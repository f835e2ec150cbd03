"""Making a project file from a starter."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from pathlib import Path

from workbench.errors import CannotWrite
from workbench.model import Framework, add_many
from workbench.project.project import Project, now, open_project


def create_project(
    path: str | Path, *, starter: str = "example", person: str = "", mint: Callable[[], str] | None = None
) -> Project:
    """Make a new project file from a starter and open it.

    Nothing is left behind where it fails. Raises CannotWrite where the file exists or cannot be written, UnknownName
    for an unknown starter.
    """
    from workbench.standards import load_shipped
    from workbench.starters import instantiate, load_starter
    from workbench.store import Store

    target = Path(path)
    if target.exists():
        raise CannotWrite(f"{target} exists already and was left as it is. Choose another name, or open it.")
    chosen = load_starter(starter)
    sets = {key: load_shipped(key) for key in chosen.sets}
    framework = instantiate(chosen, sets, mint or (lambda: str(uuid.uuid4())))
    building = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        with Store.create(building) as store:
            for found in sets.values():
                store.add_set(found)
            changes = add_many(Framework(), framework.things())
            author = store.newcomer("workbench")
            store.commit(changes, person=author, at=now(), base=0, why=f"Began with the starter “{chosen.title}”")
        _claim(building, target)
    finally:
        for left in building.parent.glob(f"{building.name}*"):
            left.unlink()
    return open_project(target, person=person)


def _claim(building: Path, target: Path) -> None:
    """Give a finished file its name, unless somebody took that name meanwhile."""
    try:
        os.link(building, target)
    except FileExistsError:
        raise CannotWrite(f"{target} exists already and was left as it is. Choose another name.") from None
    except OSError:  # a file system without hard links
        building.rename(target)
