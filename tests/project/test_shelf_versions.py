"""Versions on a project's shelf: compared, their impact told, decisions carried out, recorded and undone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.standards.framework_on_versions import FRAMEWORK, NEW, OLD
from workbench.errors import BadEdit, MissingFile, UnknownName
from workbench.model import Choice, add_many
from workbench.project import Project, create_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project that holds the small framework and both versions."""
    made = create_project(tmp_path / "ours.workbench", starter="blank", person="Ana")
    made.edit(add_many(made.framework, FRAMEWORK.things()))
    made.add_set(OLD)
    made.add_set(NEW)
    return made


def test_a_decision_changes_the_framework_and_is_recorded_with_its_person(project: Project) -> None:
    """One change set; the log says why; one undo takes the change back and the record stays."""
    shelf = project.standards
    found = shelf.impact("2010", "2024")
    outcome = shelf.decide(found, ["a1"], Choice.REDIRECT, target="s2", reason="Agreed on Monday.")

    assert outcome.framework.alignments["a1"].standard_id == "s2"
    (one,) = shelf.decisions()
    assert (one.choice, one.new_standard_id, one.reason) == (Choice.REDIRECT, "s2", "Agreed on Monday.")
    assert project.person_name(one.person) == "Ana"
    assert project.history()[0].why.endswith("now points at “CC.2 Write numbers from 0 to 20.”. Agreed on Monday.")
    project.undo()
    assert project.framework.alignments["a1"].set_id == "2010"
    assert shelf.decisions("2010", "2024") == (one,)
    assert shelf.decisions("2024") == ()
    project.close()


def test_what_is_certain_and_unchanged_is_taken_over_together(project: Project) -> None:
    """In one change set; what changed, is unknown or has a twin is left to the committee."""
    shelf = project.standards
    before = project.revision
    shelf.accept_safe(shelf.impact("2010", "2024"))

    assert project.revision == before + 1
    assert {one.id: one.set_id for one in project.framework.alignments.ordered()} == {
        "a1": "2010", "a2": "2024", "a3": "2010", "a4": "2010", "a5": "2010", "a6": "2024", "a7": "other",
    }  # fmt: skip
    assert [row.alignment.id for row in shelf.impact("2010", "2024").unchanged] == []
    assert [one.alignment_id for one in shelf.decisions()] == ["a2"]
    project.close()


def test_where_one_of_several_cannot_be_accepted_none_is(project: Project) -> None:
    """The removed standard has nothing to point at."""
    found = project.standards.impact("2010", "2024")

    with pytest.raises(BadEdit, match="The new version has nothing for"):
        project.standards.decide(found, ["a1", "a3"], Choice.ACCEPT)
    assert project.framework.alignments["a1"].set_id == "2010"
    assert project.standards.decisions() == ()
    project.close()


def test_a_version_in_a_file_can_be_looked_at_and_not_decided_on(project: Project, tmp_path: Path) -> None:
    """The dry run: what would break if we took it."""
    file = tmp_path / "next.json"
    items = [{"identifier": "s1", "humanCodingScheme": "CC.1", "fullStatement": "Count to 200."}]
    file.write_text(json.dumps({
        "CFDocument": {"identifier": "2030", "title": "Counting"}, "CFItems": items, "CFAssociations": []
    }))  # fmt: skip
    found = project.standards.impact("2010", str(file))

    assert [(row.alignment.id, row.kinds) for row in found.rows if row.proposed] == [
        ("a1", ("reworded", "moved", "regraded"))
    ]
    with pytest.raises(BadEdit, match="not in the project yet"):
        project.standards.decide(found, ["a1"], Choice.ACCEPT)
    project.close()


def test_a_set_is_named_by_id_part_of_its_title_or_file(project: Project) -> None:
    """What fits several, or none, is refused with those to choose from."""
    shelf = project.standards

    assert shelf.named("2024") == replace(NEW, follows="2010")
    assert shelf.named("counting 2010") == OLD
    with pytest.raises(UnknownName, match=r"2 standard sets answer to “Counting”.*2010.*2024"):
        shelf.named("Counting")
    with pytest.raises(UnknownName, match="There is no standard set “Reading”"):
        shelf.named("Reading")
    with pytest.raises(MissingFile, match="There is no file"):
        shelf.named("nowhere.json")
    project.close()
