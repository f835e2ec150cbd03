"""Several people before one project in one process: one framework, each under their own name and role."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbench.errors import NotAllowed
from workbench.model import Competency, Role, add, set_field
from workbench.project import Project, create_project, open_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Open a blank project as Ana."""
    create_project(tmp_path / "a.workbench", starter="blank")
    return open_project(tmp_path / "a.workbench", person="Ana")


def seat(project: Project, name: str, role: Role) -> Project:
    """Return the same project as another person has it."""
    with open_project(project.path, person=name) as other:
        return project.beside(other.person_id, role)


def test_what_one_writes_the_others_have_at_once_under_the_writers_name(project: Project) -> None:
    """What one writes the others have at once under the writers name."""
    ben = seat(project, "Ben", Role.DRAFTER)
    told: list[int] = []
    project.subscribe(lambda: told.append(project.revision))
    ben.edit(add(ben.framework, Competency(id="c1", title="Reason")))
    assert project.framework is ben.framework
    assert told == [project.revision]
    assert project.person_name(project.history(limit=1)[0].person) == "Ben"


def test_undo_is_each_persons_own(project: Project) -> None:
    """Undo is each persons own."""
    ben = seat(project, "Ben", Role.DRAFTER)
    ben.edit(add(ben.framework, Competency(id="c1", title="Reason")))
    project.edit(add(project.framework, Competency(id="c2", title="Design")))
    ben.undo()
    assert list(project.framework.competencies) == ["c2"]
    assert ben.undo() is None


@pytest.mark.parametrize("role", [Role.READER, Role.COMMENTER])
def test_who_may_not_write_changes_nothing_however_it_is_asked(project: Project, role: Role) -> None:
    """Who may not write changes nothing however it is asked."""
    project.edit(add(project.framework, Competency(id="c1", title="Reason")))
    eve = seat(project, "Eve", role)
    change = set_field(eve.framework, "c1", "title", "Obey")
    found = next(iter(project.findings(drafts=True)))
    for deed in (
        lambda: eve.edit(change),
        eve.undo,
        eve.redo,
        lambda: eve.decide(change, (), why=""),
        lambda: eve.note("key", "value"),
        lambda: eve.waive(found, reason="because", until="2030-01-01"),
        lambda: eve.adopt(title="1", vote="", effective=""),
    ):
        with pytest.raises(NotAllowed, match=f"You are here as a {role}"):
            deed()
    assert project.framework.get("c1").name == "Reason"


def test_a_commenter_may_say_how_well_a_standard_fits_and_a_reader_may_not(project: Project) -> None:
    """A commenter may say how well a standard fits and a reader may not."""
    project.edit(add(project.framework, Competency(id="c1", title="Reason")))
    seat(project, "Col", Role.COMMENTER).judge("c1", ("set", "standard"), strength="full")
    with pytest.raises(NotAllowed):
        seat(project, "Rea", Role.READER).judge("c1", ("set", "standard"), strength="full")
    assert len(project.judgements("c1")) == 1


@pytest.mark.parametrize("process", ["this", "another"])
def test_what_one_says_of_a_standard_is_told_to_the_others(project: Project, process: str) -> None:
    """When it is said, when it is said otherwise, and when it is taken back; whoever says it, and where."""
    project.edit(add(project.framework, Competency(id="c1", title="Reason")))
    seated = seat(project, "Col", Role.COMMENTER)
    with open_project(project.path, person="Col") as elsewhere:
        col = seated if process == "this" else elsewhere
        told = []
        for strength in ("full", "partial", ""):
            before = project.version
            col.judge("c1", ("set", "standard"), strength=strength)
            project.refresh()
            told.append(project.version - before)
    assert told == [1, 1, 1]


def test_framework_and_revision_belong_to_each_other(project: Project) -> None:
    """Whoever reads both while others write has the framework of that very revision, or edits would start from less."""
    project.edit(add(project.framework, Competency(id="c1", title="0")))
    ben = seat(project, "Ben", Role.DRAFTER)
    seen: set[tuple[str, int]] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            framework, revision = project.moment
            seen.add((framework.get("c1").name, revision))

    with ThreadPoolExecutor(1) as readers:
        reading = readers.submit(look)
        for number in range(1, 40):
            ben.edit(set_field(ben.framework, "c1", "title", str(number)))
        done.set()
        reading.result()
    assert len(seen) > 1
    for name, revision in seen:
        assert project.as_of(revision).get("c1").name == name
