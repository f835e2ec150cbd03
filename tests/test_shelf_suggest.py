"""The shelf gathers what our things say and asks the set that was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.errors import UnknownName
from workbench.model import Alignment, Framework, StandardSet, add
from workbench.project import Project, create_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Open the example district."""
    with create_project(tmp_path / "example.workbench") as opened:
        yield opened


def mathematics(project: Project) -> StandardSet:
    """Return the shipped standards of mathematics."""
    return next(one for one in project.sets.values() if one.key == "ccss-math-hs")


def aligned(framework: Framework, set_id: str) -> str:
    """Return an indicator that is aligned to a set."""
    return next(
        one.subject_id for one in framework.alignments.by("set_id", set_id) if one.subject_id in framework.indicators
    )


def test_what_a_thing_is_aligned_to_is_not_suggested_to_it(project: Project) -> None:
    """Ten others are."""
    found = mathematics(project)
    subject = aligned(project.framework, found.id)
    already = {one.standard_id for one in project.framework.alignments_of(subject)}

    suggested = project.standards.suggest(subject, found.id)

    assert len(suggested) == 10
    assert {one.standard_id for one in suggested} <= set(found.by_id) - already


def test_an_alignment_counts_from_the_next_call_on(project: Project) -> None:
    """The standard suggested first leaves the list, and the thing's neighbours see it as a reason."""
    found = mathematics(project)
    subject = aligned(project.framework, found.id)
    first = project.standards.suggest(subject, found.id)[0].standard_id
    made = Alignment(id=project.mint(), subject_id=subject, set_id=found.id, standard_id=first)
    project.edit(add(project.framework, made))
    neighbour = next(
        one
        for one in project.framework.siblings(project.framework.get(subject))
        if one.id != subject and first not in {it.standard_id for it in project.framework.alignments_of(one.id)}
    )

    again = project.standards.suggest(subject, found.id)
    beside = project.standards.suggest(neighbour.id, found.id, limit=300)

    assert first not in {one.standard_id for one in again}
    assert first in next(one.neighbours for one in beside if one.standard_id == first)


@pytest.mark.parametrize("kind", ["indicator", "experience", "pathway", "assessment"])
def test_everything_that_can_be_aligned_gets_suggestions(project: Project, kind: str) -> None:
    """Each from its own words."""
    thing = project.framework.table(kind).ordered()[0]

    assert len(project.standards.suggest(thing.id, mathematics(project).id, limit=3)) == 3


def test_a_set_that_is_not_here_is_named_as_such(project: Project) -> None:
    """The sentence says what to do."""
    thing = project.framework.indicators.ordered()[0]

    with pytest.raises(UnknownName, match="Add it, or choose another"):
        project.standards.suggest(thing.id, "gone")


def test_an_index_is_made_once_and_beside_other_work(project: Project) -> None:
    """After the first suggestion there is nothing to wait for."""
    found = mathematics(project)
    project.standards.prepare(found.id)
    project.standards.suggest(project.framework.indicators.ordered()[0].id, found.id)

    assert project.standards.prepare(found.id)
