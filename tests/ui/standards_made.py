"""A small set of standards in two versions, and a project that is aligned to the older one."""

from __future__ import annotations

from workbench.model import Alignment, Standard, StandardLink, StandardSet, add
from workbench.project import Project

OLD = StandardSet(
    id="energy-2020",
    title="Energy",
    identifier="energy",
    version="2020",
    owner="A state",
    standards=(
        Standard(id="e", code="E", statement="Energy", grades=("9", "10"), sequence=1),
        Standard(id="e1", code="E.1", statement="Plan an investigation of heat.", parent_id="e", sequence=1),
        Standard(id="e2", code="E.2", statement="Explain where energy goes.", parent_id="e", sequence=2),
        Standard(id="m", code="M", statement="Matter", grades=("K",), sequence=2),
        Standard(id="m1", code="M.1", statement="Sort materials by what they do.", parent_id="m", sequence=1),
    ),
    links=(StandardLink(id="l1", type="precedes", origin_id="m1", destination_id="e2"),),
)
NEW = StandardSet(
    id="energy-2026",
    title="Energy",
    identifier="energy",
    version="2026",
    owner="A state",
    standards=(
        Standard(id="e", code="E", statement="Energy", grades=("9", "10"), sequence=1),
        Standard(id="e1", code="E.1", statement="Plan an investigation of heat and light.", parent_id="e", sequence=1),
        Standard(id="e2", code="E.2", statement="Explain where energy goes.", parent_id="e", sequence=2),
        Standard(id="e3", code="E.3", statement="Design a device that saves energy.", parent_id="e", sequence=3),
    ),
)


def align(project: Project, subject: str, standard: str, *, identifier: str, set_id: str = OLD.id) -> None:
    """Align one thing of ours to a standard, where nothing else is said of the older version."""
    alignment = Alignment(id=identifier, subject_id=subject, set_id=set_id, standard_id=standard)
    project.edit(add(project.framework, alignment))
