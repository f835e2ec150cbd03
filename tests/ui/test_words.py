"""Every text that a room shows is in the catalogue, but for what the committee wrote and what the checks say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from workbench.localize import ACCENTED, speaking
from workbench.project import Project, create_project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.rooms import ROOMS
from workbench.ui.view import View

NO_WORDS = frozenset(
    {
        *("key", "id", "type", "name", "form", "field", "code", "shell", "project", "me", "room", "columns", "do"),
        *("severity", "tone", "words", "languages", "language", "direction", "written", "at", "selected", "subject_id"),
        *("kind", "from", "path", "set", "sets", "fix_code", "level", "sort", "mode", "value", "values", "focus"),
        *("options", "grades", "covered", "reveal", "mine", "priorities", "thing", "initials", "initial"),
    }
)
"""Parts of a state that no person reads, or that are what people wrote: names, codes, values of fields."""
CHECKS = frozenset({"message", "remedy", "why", "fix", "marks", "findings", "decided", "reason"})
"""What the checks say: they read English texts, and say it in English."""
MARKED = re.compile("⟦[^⟦⟧]*⟧")
LETTERS = re.compile(r"[^\W\d_]{2,}")


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a state that people read, with where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, path)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NO_WORDS | CHECKS:
                yield from texts(one, f"{path}.{key}")


def unmarked(text: str) -> str:
    """Return what of a text is in no brackets."""
    while (less := MARKED.sub("", text)) != text:
        text = less
    return text


def written(project: Project) -> str:
    """Return everything that the committee wrote, and the names of what it brought in, as one text."""
    found = [text for thing in project.framework.things() for text in _texts_in(thing.to_json())]
    for held in project.sets.values():
        found += [held.title, held.version, *(f"{one.code} {one.label} {one.statement}" for one in held.standards)]
    return " ".join(" ".join([*found, project.person_name(project.person_id)]).split())


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts_in(one)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, str]]:
    """Open the example district, with all that is written in it."""
    with create_project(tmp_path_factory.mktemp("words") / "example.workbench", person="Ana Ruiz") as made:
        yield made, written(made)


def places(project: Project, room: str) -> list[str]:
    """Return what can be looked at in a room: its first page, its pages, and one thing of each kind."""
    desk = Desk(project, View(room=room))
    desk.sentences = False
    nodes = list(_nodes(states(gather(desk, shell="s"))["outline"]["nodes"]))  # noqa: S604  # the name of a page
    kinds = {getattr(project.framework.find(one), "kind", one): one for one in reversed(nodes)}
    return ["", *kinds.values()]


def _nodes(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for one in nodes:
        yield one["id"]
        yield from _nodes(one.get("children", []))


@pytest.mark.parametrize("room", list(ROOMS))
def test_every_text_of_a_room_is_in_the_catalogue(example: tuple[Project, str], room: str) -> None:
    """What stands outside the brackets of the pseudo-language is what people wrote, or a number."""
    project, own = example
    plain: dict[str, str] = {}
    for at in places(project, room):
        desk = Desk(project, View(room=room, language=ACCENTED, drafts=True, selected={room: at} if at else {}))
        desk.sentences = False
        with speaking(ACCENTED):
            made = states(gather(desk, shell="s"))  # noqa: S604  # the name of a page
        for where, text in texts(made):
            rest = " ".join(unmarked(text).rstrip("…").split())
            if (
                LETTERS.search(rest)
                and rest not in own
                and not all(part in own for part in re.split(r"[:·,“”]+ ?", rest))
            ):
                plain.setdefault(where, f"{text} ({room}, {at})")
    assert plain == {}
