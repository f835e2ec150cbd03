"""Rooms, checks and editions read of the standard sets no more than they need."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.model import Alignment, PriorityStandard, Standard, StandardSet, add, edition_content, remove
from workbench.project import Project, create_project, open_project
from workbench.store.shelves import Shelves

SET = StandardSet(
    id="owner",
    title="Ours",
    version="1",
    publisher="Us",
    standards=(
        Standard(id="top", label="Top"),
        Standard(id="s1", code="A.1", statement="Read", parent_id="top"),
        Standard(id="s2", code="A.2", statement="Write", parent_id="top"),
    ),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Open the example with one more set."""
    with create_project(tmp_path / "example.workbench") as made:
        made.standards.add(SET)
        yield made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the id of each set that is read whole."""
    told: list[str] = []
    whole = Shelves.read

    def read(shelves: Shelves, set_id: str) -> StandardSet | None:
        told.append(set_id)
        return whole(shelves, set_id)

    monkeypatch.setattr(Shelves, "read", read)
    return told


def align(project: Project, set_id: str, standard_id: str) -> str:
    """Align the first indicator to a standard, and return the id of the alignment."""
    identifier = project.mint()
    subject = next(iter(project.framework.indicators))
    project.edit(
        add(
            project.framework,
            Alignment(id=identifier, subject_id=subject, set_id=set_id, standard_id=standard_id),
        )
    )
    return identifier


def test_sets_are_read_when_asked_and_once(project: Project, read: list[str]) -> None:
    """What sets there are, what they are called and how long they are, is told without."""
    assert "owner" in project.sets
    assert len(project.sets) == len(project.standards.infos())
    assert [(one.title, one.count, one.leaves) for one in project.standards.infos() if one.id == "owner"] == [
        ("Ours", 3, 2)
    ]
    assert read == []
    assert project.sets["owner"] == project.sets["owner"] == SET
    assert project.sets.get("elsewhere") is None
    assert read == ["owner"]


def test_checks_and_adoption_read_only_what_is_cited(project: Project, read: list[str]) -> None:
    """What they find and freeze is what they would with every set read whole."""
    lost = align(project, "owner", "s9")
    align(project, "owner", "s2")

    lost_ones = [one for one in project.findings(drafts=True) if one.code == "ALN003"]
    content = edition_content(project.framework, project.sets.infos)

    assert read == []
    assert [one.others for one in lost_ones] == [(lost,)]
    assert content == edition_content(project.framework, dict(project.sets))


def test_cited_standards_follow_the_alignments(project: Project) -> None:
    """A set holds what is cited now, a later version only its own; what can be met is counted."""
    first = align(project, "owner", "s1")
    align(project, "owner", "top")
    newer = project.standards.add(replace(SET, version="2")).id
    align(project, newer, "s1")

    assert [*project.cited["owner"].by_id] == ["s1", "top"]
    assert (project.cited["owner"].title, project.cited[newer].version) == ("Ours", "2")
    assert (project.cited[newer].identifier, project.cited[newer].follows) == ("owner", "owner")
    assert (project.covered["owner"], project.covered[newer]) == (1, 1)
    assert len(project.framework.alignments_to("owner", "s1")) == 1
    assert len(project.framework.alignments_to(newer, "s2")) == 0

    project.edit(remove(project.framework, first))

    assert [*project.cited["owner"].by_id] == ["top"]
    assert project.covered["owner"] == 0


def test_a_set_that_another_process_added_is_noticed(project: Project) -> None:
    """With the first change that is picked up: what cites the set is no error in any room."""
    with open_project(project.path) as other:
        assert "late" not in other.sets
        project.standards.add(replace(SET, id="late"))
        align(project, "late", "s1")
        other.refresh()

        assert [*other.cited["late"].by_id] == ["s1"]
        assert other.findings(drafts=True) == project.findings(drafts=True)


def test_the_shelf_finds_and_shows_the_tree(project: Project) -> None:
    """What a room asks: the top, what is below, what is above, some by name, what fits."""
    shelf = project.standards

    assert [one.standard.id for one in shelf.children("owner")] == ["top"]
    assert [one.standard.id for one in shelf.children("owner", "top", offset=1)] == ["s2"]
    assert [one.standard.id for one in shelf.ancestors("owner", "s2")] == ["top"]
    assert [one.standard.code for one in shelf.standards("owner", ["s2", "s1"])] == ["A.2", "A.1"]
    assert [hit.branch.standard.id for hit in shelf.find("a.2", set_ids=("owner",)).hits] == ["s2"]


def test_a_set_that_another_process_added_is_noticed_by_itself(tmp_path: Path) -> None:
    """No change of the framework comes with it, and the listeners are told all the same."""
    heard: list[bool] = []
    with create_project(tmp_path / "ours.workbench", starter="blank") as project:
        project.subscribe(lambda: heard.append(True))
        assert list(project.sets) == []
        with open_project(tmp_path / "ours.workbench") as other:
            other.add_set(StandardSet(id="s", title="Theirs", standards=(Standard(id="a"),)))

        assert project.refresh()
        assert list(project.sets) == ["s"]
        assert not project.refresh()
        assert heard == [True]


def test_a_priority_standard_is_at_hand_and_covers_nothing(project: Project) -> None:
    """The checks can name it; what is only chosen is not counted as met."""
    align(project, "owner", "s1")
    project.edit(add(project.framework, PriorityStandard(id="p1", set_id="owner", standard_id="s2")))

    assert [*project.cited["owner"].by_id] == ["s1", "s2"]
    assert project.covered["owner"] == 1
    said = [one.message for one in project.findings(drafts=True) if one.code == "STR019"]
    assert said == ["No performance indicator is aligned to “A.2”, which is one of the priority standards."]

    align(project, "owner", "s2")

    assert project.covered["owner"] == 2
    assert not [one for one in project.findings(drafts=True) if one.code == "STR019"]
