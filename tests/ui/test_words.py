"""Every text that a room shows is in the catalogue, but for what the committee wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.spoken import is_told, parts_of, unmarked, written
from workbench.localize import ACCENTED, ENGLISH, speaking
from workbench.model import set_field
from workbench.model.discussion import Fate
from workbench.project import Project, create_project, open_project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.rooms import ROOMS
from workbench.ui.session import Session
from workbench.ui.view import View

NO_WORDS = frozenset(
    {
        *("key", "id", "type", "name", "form", "field", "code", "shell", "project", "me", "room", "columns", "do"),
        *("severity", "tone", "words", "languages", "language", "direction", "written", "at", "selected", "subject_id"),
        *("kind", "from", "path", "set", "sets", "fix_code", "level", "sort", "mode", "value", "values", "focus"),
        *("options", "grades", "covered", "reveal", "mine", "priorities", "thing", "initials", "initial"),
        *("accept", "scheme", "into", "folded", "mark", "meet", "refuse", "who", "by", "people", "reason"),
        *("folder", "texts", "insert", "parts"),
    }
)
"""Parts of a state that no person reads, or that are what people wrote: names, codes, values of fields, wishes.

``texts`` are the pages of rules, and the words that they look for.
"""
DEEDS: list[tuple[str, Any]] = [
    ("edit", {"id": "b1", "field": "title", "value": "To belong", "old": "Belonging"}),
    ("bulk", {"what": "set", "ids": ["b1", "b2"], "field": "ready", "value": "yes"}),
    ("bulk", {"what": "duplicate", "ids": ["b2"]}),
    ("bulk", {"what": "move", "ids": ["p2"], "owner": "b2"}),
    ("find_text", {"words": "Everyone", "by": "Each of us"}),
    ("replace_text", {"by": "Each of us"}),
    ("renumber", {"kind": "competency", "scheme": "C{n}"}),
    ("recode", {}),
    ("comment", {"thing": "p1", "text": "Who pays for it?"}),
    ("remove", "p1"),
    ("settle_removed", {}),
    ("bring_paste", {"text": "Code\tTitle\nB7\tPatience\n", "kind": "belief"}),
    ("bring_keep", {}),
    ("room", "beliefs"),
    ("select", "b1"),
]
"""What is told after it is done, most of it stored with a reason."""
WHYS = {"Set", "Copied", "Moved", "Replaced", "Gave", "Brought"}
PAIRS = frozenset({"choices", "kinds", "owners", "fields"})
"""Lists of pairs, of what is sent and what is read; a third part is the shape of a code."""


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a state that people read, with where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for one in value:
            paired = path.rpartition(".")[2] in PAIRS and isinstance(one, list)
            yield from texts(one[1] if paired else one, path)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NO_WORDS:
                yield from texts(one, f"{path}.{key}")


def wishes(value: Any) -> Iterator[Any]:
    """Yield every wish that a state's buttons send."""
    if isinstance(value, list):
        for one in value:
            yield from wishes(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "do":
                yield one
            else:
                yield from wishes(one)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, frozenset[str]]]:
    """Open the example district, with all that is written in it."""
    with create_project(tmp_path_factory.mktemp("words") / "example.workbench", person="Ana Ruiz") as made:
        district = made.framework.district
        made.edit(set_field(made.framework, district.id, "settings.severity.ASM007", "off"), why="For a year.")
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
def test_every_text_of_a_room_is_in_the_catalogue(example: tuple[Project, frozenset[str]], room: str) -> None:
    """What stands outside the brackets of the pseudo-language is what people wrote, or a number."""
    project, own = example
    plain: dict[str, str] = {}
    for at in places(project, room):
        desk = Desk(project, View(room=room, language=ACCENTED, drafts=True, selected={room: at} if at else {}))
        desk.sentences = False
        with speaking(ACCENTED):
            made = states(gather(desk, shell="s"))  # noqa: S604  # the name of a page
        for where, text in texts(made):
            if not all(is_told(part, own, cut="…" in text) for part in parts_of(unmarked(text))):
                plain.setdefault(where, f"{text} ({room}, {at})")
        assert "⟦" not in json.dumps([*wishes(made)], ensure_ascii=False)
    assert plain == {}


def seat(project: Project, language: str, room: str = "beliefs") -> Session:
    """Sit down in a room that speaks a language."""
    return Session(project, View(room=room, language=language), lambda _states, _classes: None)


def ask(session: Session, name: str, wish: Any) -> list[dict[str, Any]]:
    """Do what a pane asks, and return what it is answered."""
    told: list[dict[str, Any]] = []
    session.take({name: wish}, lambda answer, _content: told.append(answer))
    return told


def test_what_is_published_is_in_english_whoever_publishes(project: Project, tmp_path: Path) -> None:
    """With a comment of somebody who is no longer named, and what became of it."""
    with open_project(project.path, person="Joe Kim") as joe:
        asked = joe.discussion.comment("b1", "Is this all?")
        joe.discussion.suggest("p1", "statement", "A mentor for every student.", old="An adviser for every student.")
        joe._store.forget_person(joe.person_id)  # noqa: SLF001  # as the command does
    project.refresh()
    project.discussion.resolve(asked.id, Fate.ACCEPTED, "It is.")

    for language in (ENGLISH, ACCENTED):
        ask(seat(project, language), "publish", {"folder": str(tmp_path / language), "xlsx": True, "html": True})
    files = [{one.name: one.read_bytes() for one in (tmp_path / tag).iterdir()} for tag in (ENGLISH, ACCENTED)]

    assert set(files[0]) == {"framework.xlsx", "framework.html"}
    assert files[0] == files[1]
    with speaking(ACCENTED):
        assert project.discussion.told()[0].who == "⟦a former member⟧"


def test_what_is_stored_is_in_english_whoever_writes(project: Project, tmp_path: Path) -> None:
    """Each deed is told in the reader's language, and the history and the rest of the file keep it in English."""
    session = seat(project, ACCENTED)
    said = []
    for name, wish in DEEDS:
        ask(session, name, wish)
        said.append(session.desk.view.message)
    (past,) = ask(session, "field_history", {"id": "b1", "field": "title", "key": "b1/title"})
    ask(session, "bring_back", {"id": "b1", "field": "title", "key": past["history"]["lines"][-1]["key"]})
    said.append(session.desk.view.message)
    project.backup(tmp_path / "copy.workbench")
    kept = (tmp_path / "copy.workbench").read_bytes()

    assert [one["text"] for one in said if one and not one["text"].startswith("⟦")] == []
    assert [one["tone"] for one in said if one and one["tone"] != "note"] == []
    assert {one.why.partition(" ")[0] for one in project.history()} >= WHYS
    assert b"Brought in: What you pasted" in kept
    assert "⟦".encode() not in kept
    assert b"\\u27e6" not in kept
    with speaking(ACCENTED):
        made = states(gather(session.desk, shell="s"))  # noqa: S604  # the name of a page
    assert [one["what"] for one in made["findings"]["history"] if not one["what"].startswith("⟦")] == []
