"""A small framework aligned to the counting standards of ``versions_made``, and their two versions."""

from __future__ import annotations

from dataclasses import replace

from tests.standards.versions_made import COUNTING, link, version_of
from workbench.model import Standard
from workbench.testing import framework_of

FRAMEWORK = framework_of("""
indicators:
  - {id: i1, statement: Counts}
  - {id: i2, statement: Writes numbers}
experiences:
  - {id: e1, title: Mathematics K, indicators: {i1: assessed}}
  - {id: e2, title: Art, indicators: {i1: introduced developed}}
  - {id: e3, title: Woodwork}
pathways: [{id: p1, title: Graduation}, {id: p2, title: Other}]
parts:
  - {id: q1, pathway_id: p1, experience_ids: [e1]}
  - {id: q2, pathway_id: p2, experience_ids: [e2]}
assessments:
  - {id: t1, title: Number talk, indicator_ids: [i1]}
  - {id: t2, title: Counting test}
  - {id: t3, title: Shapes test}
items:
  - {id: x1, assessment_id: t2, primary_id: i1}
  - {id: x2, assessment_id: t2, secondary_ids: [i1]}
alignments:
  - {id: a1, order: "1", subject_id: i1, set_id: "2010", standard_id: s1, rationale: By tens}
  - {id: a2, order: "2", subject_id: i2, set_id: "2010", standard_id: s2, strength: partial}
  - {id: a3, order: "3", subject_id: e3, set_id: "2010", standard_id: s3}
  - {id: a4, order: "4", subject_id: p2, set_id: "2010", standard_id: d2}
  - {id: a5, order: "5", subject_id: t3, set_id: "2010", standard_id: s9}
  - {id: a6, order: "6", subject_id: i1, set_id: "2024", standard_id: s1}
  - {id: a7, order: "7", subject_id: i2, set_id: other, standard_id: s1}
""")
"""Alignments to the old version: a1 (reworded), a2 (unchanged), a3 (removed), a4 (a3's is below it), a5 (unknown)."""

OLD = version_of("2010")
NEW = version_of(
    "2024",
    *COUNTING[:2],
    replace(COUNTING[2], statement="Count to 120 by ones and by tens."),
    COUNTING[3],
)
SPLIT = version_of(
    "2024",
    *COUNTING[:2],
    Standard(id="n1", code="CC.1a", statement="Count by ones.", parent_id="d1", grades=("K",)),
    Standard(id="n2", code="CC.1b", statement="Count by tens.", parent_id="d1", grades=("K",)),
    *COUNTING[3:],
    links=(link("replacedBy", "s1", "n1"), link("replacedBy", "s1", "n2")),
)
MERGED = version_of(
    "2024",
    *COUNTING[:2],
    Standard(id="m", code="CC.12", statement="Count and write.", parent_id="d1", grades=("K",)),
    COUNTING[4],
    links=(link("replacedBy", "s1", "m"), link("replacedBy", "s2", "m")),
)
