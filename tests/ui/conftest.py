"""A small real project for the tests of the rooms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.model import add_many
from workbench.project import Project, create_project
from workbench.testing import framework_of


@pytest.fixture(autouse=True)
def sound(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which a deed failed: the room tells its person so and goes on."""
    yield
    assert [one.getMessage() for one in caplog.get_records("call") if one.name == "workbench.ui"] == []


SMALL = """
beliefs:
  - {id: b1, code: B1, title: Belonging, statement: Everyone belongs.}
  - {id: b2, code: B2, title: Growth, statement: Everyone grows., ready: true}
practices:
  - {id: p1, belief_id: b1, statement: An adviser for every student.}
  - {id: p2, belief_id: b1, statement: Time to talk.}
attributes:
  - {id: a1, title: Clear communicator}
competencies:
  - {id: c1, code: SC.1, title: Investigate, area: Science, attribute_ids: [a1]}
  - {id: c2, code: AR.1, title: Make, area: Arts}
  - {id: c3, code: SC.2, title: Explain, area: Science}
indicators:
  - {id: i1, code: SC.1a, competency_id: c1, title: Plan, statement: Plan an investigation., dok: 3}
  - {id: i2, code: SC.1b, competency_id: c1, title: Conclude}
criteria:
  - {id: k1, subject_id: i1, element: Variables, scale_id: s1, descriptors: {"1": Names one., "3": Controls all.}}
scales:
  - id: s1
    title: Four levels
    levels: {"1": Beginning, "2": Developing, "3": Proficient, "4": Distinguished}
    proficient: 3
experiences:
  - {id: e1, code: SC 110, title: Biology, department: Science, indicators: {i1: developed assessed}}
pathways:
  - {id: w1, title: Every student's way}
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Open a project that holds the small framework above, and nothing else."""
    with create_project(tmp_path / "small.workbench", starter="blank", person="Ana Ruiz") as made:
        made.edit(add_many(made.framework, framework_of(SMALL).things()), why="for a test")
        yield made
