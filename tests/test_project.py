"""The project: edits that last, people who meet, checks, adoption; real files throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import CannotWrite, MissingFile, NotAdoptable, UnknownName
from workbench.model import Belief, Practice, add, edition_hash, set_field
from workbench.project import VARIABLE, Project, create_project, open_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a new, blank project."""
    file = tmp_path / "ours.workbench"
    create_project(file, starter="blank").close()
    return file


def add_belief(project: Project, statement: str, *, ready: bool = True) -> str:
    """Add a belief and return its id."""
    belief = Belief(id=project.mint(), statement=statement, ready=ready)
    project.edit(add(project.framework, belief))
    return belief.id


def test_an_edit_is_on_disk_when_it_returns(path: Path) -> None:
    """A second connection reads it while the first is still open."""
    with open_project(path, person="Ana") as project:
        belief = add_belief(project, "All belong.")

        with open_project(path, person="Joe") as other:
            assert other.framework.beliefs[belief].statement == "All belong."


def test_two_people_edit_the_same_text(path: Path) -> None:
    """What does not overlap merges; what does comes back as a conflict and changes nothing."""
    with open_project(path, person="Ana") as ana, open_project(path, person="Joe") as joe:
        belief = add_belief(ana, "All students can learn.")
        joe.refresh()
        base = joe.revision
        ana.edit(set_field(ana.framework, belief, "statement", "All young people can learn."))

        merged = joe.edit(set_field(joe.framework, belief, "statement", "All students can learn well."), base=base)
        assert merged.conflicts == ()
        assert joe.framework.beliefs[belief].statement == "All young people can learn well."

        ana.refresh()
        old = ana.framework
        joe.edit(set_field(joe.framework, belief, "statement", "All teenagers can learn well."))
        outcome = ana.edit(set_field(old, belief, "statement", "All children can learn well."))
        assert [conflict.theirs for conflict in outcome.conflicts] == ["All teenagers can learn well."]
        assert ana.framework.beliefs[belief].statement == "All teenagers can learn well."
        assert any(entry.change.new == "All children can learn well." for entry in ana.history(belief, "statement"))


def test_undo_takes_back_only_ones_own(path: Path) -> None:
    """Joe's undo leaves Ana's belief alone, and redo brings Joe's back."""
    with open_project(path, person="Ana") as ana, open_project(path, person="Joe") as joe:
        of_joe = add_belief(joe, "Joe's")
        ana.refresh()
        of_ana = add_belief(ana, "Ana's")

        joe.undo()
        assert set(joe.framework.beliefs) == {of_ana}
        joe.redo()
        assert set(joe.framework.beliefs) == {of_ana, of_joe}


def test_listeners_hear_of_changes_and_only_of_changes(path: Path) -> None:
    """An edit tells once; an edit that changes nothing does not; an unsubscribed listener hears no more."""
    with open_project(path) as project:
        heard: list[int] = []
        leave = project.subscribe(lambda: heard.append(project.revision))
        belief = add_belief(project, "All belong.")
        project.edit(set_field(project.framework, belief, "statement", "All belong."))
        leave()
        add_belief(project, "Another.")

        assert heard == [2]


def test_findings_come_and_go_with_edits(path: Path) -> None:
    """A ready belief without a practice is found; a practice ends that."""
    with open_project(path) as project:
        belief = add_belief(project, "All belong.")
        assert [(one.code, one.subject_id) for one in project.findings()] == [("STR006", belief)]

        practice = Practice(id=project.mint(), belief_id=belief, statement="Advisory", owner="Head", evidence="Roster")
        project.edit(add(project.framework, practice))
        assert project.findings() == ()


def test_history_goes_back_to_any_moment(path: Path) -> None:
    """The framework of an earlier revision is as it was."""
    with open_project(path) as project:
        before = project.framework
        revision = project.revision
        add_belief(project, "All belong.")

        assert project.as_of(revision) == before


def test_adoption_refuses_errors_and_freezes_what_passes(tmp_path: Path) -> None:
    """An error stands in the way; without one the edition keeps its content, its hash and its files."""
    with create_project(tmp_path / "example.workbench") as project:
        indicator = next(iter(project.framework.indicators.values()))
        statement = indicator.statement
        criterion = project.framework.criteria_of(indicator.id)[0]
        project.edit(set_field(project.framework, criterion.id, "descriptors.2", ""))
        with pytest.raises(NotAdoptable, match="in the way of adoption"):
            project.adopt(title="First", vote="7 to 0", effective="2027-28")
        assert list(project.editions) == []

        project.undo()
        edition = project.adopt(title="First", vote="7 to 0", effective="2027-28", adopted_on="2026-11-23")
        project.edit(set_field(project.framework, indicator.id, "statement", "Changed later."))

        kept = project.editions[0]
        assert kept == edition
        assert edition_hash(kept.content) == kept.sha256
        assert statement.encode() in kept.content
        assert {name for name, _ in kept.files} >= {"framework.pdf", "framework.html", "framework.xlsx"}


def test_bad_starts_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No project is named, an unknown starter, a name in use: one sentence each, and no file is touched."""
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(MissingFile, match="No project was named"):
        open_project()
    with pytest.raises(UnknownName, match="connecticut"):
        create_project(tmp_path / "a.workbench", starter="conecticut")
    taken = tmp_path / "b.workbench"
    taken.write_text("mine", encoding="utf-8")
    with pytest.raises(CannotWrite, match="left as it is"):
        create_project(taken, starter="blank")

    assert taken.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [taken]


def test_every_starter_becomes_a_project_with_identifiers_of_its_own(tmp_path: Path) -> None:
    """Two districts that begin with one starter share no identifier, and every alignment names a standard."""
    from workbench.starters import starter_names

    for name in starter_names():
        with (
            create_project(tmp_path / f"{name}-1.workbench", starter=name) as one,
            create_project(tmp_path / f"{name}-2.workbench", starter=name) as two,
        ):
            ids = [{thing.id for thing in project.framework.things()} for project in (one, two)]
            assert not ids[0] & ids[1]
            assert all(a.standard_id in one.sets[a.set_id].by_id for a in one.framework.alignments.values())
