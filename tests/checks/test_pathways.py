"""What rules of pathways rest on, beyond firing or not."""

from workbench.checks import check
from workbench.testing import input_of

OUT_OF_REACH = """
competencies: [{id: whole, title: Argue}, {id: part, title: Reason}, {id: met, title: Read}]
indicators:
  - {id: w1, competency_id: whole}
  - {id: w2, competency_id: whole}
  - {id: p1, competency_id: part}
  - {id: p2, competency_id: part}
  - {id: m1, competency_id: met}
experiences: [{id: course, indicators: {p1: assessed, m1: assessed, w1: introduced}}]
pathways: [{id: trades, purpose: graduation}]
parts: [{id: core, pathway_id: trades, experience_ids: [course]}]
"""


def test_what_is_out_of_reach_is_named_and_of_what_is_begun_what_is_missing() -> None:
    """A decision to live with it holds until something of it is reached; what is met has no part in it."""
    (found,) = check(input_of(OUT_OF_REACH), ["PTH001"])

    assert found.others == ("whole", "part", "p2")
    assert "0 of the 2" in found.message
