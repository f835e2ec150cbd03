"""What case files cannot say of alignments: versions of a set, and standards whose code is not their identifier."""

from workbench.checks import CheckInput, check
from workbench.model import Finding, Standard, StandardSet
from workbench.testing import framework_of

FRAMEWORK = """
indicators: [{id: i1, title: Choose units}]
alignments:
  - {id: a1, subject_id: i1, set_id: old, standard_id: 7f, strength: partial}
  - {id: a2, subject_id: i1, set_id: new, standard_id: 7f}
"""


def found(code: str, *, identifier: str) -> tuple[Finding, ...]:
    """Return what a rule finds where the newer of two sets has the ``identifier`` of its owner."""
    standards = (Standard(id="7f", code="N-Q.A.1"),)
    older = StandardSet(id="old", title="2010", standards=standards)
    newer = StandardSet(id="new", title="2026", identifier=identifier, follows="old", standards=standards)
    return check(CheckInput(framework_of(FRAMEWORK), sets={"old": older, "new": newer}, drafts=True), [code])


def test_two_versions_of_a_set_are_one_set() -> None:
    """A standard is cited twice even where one alignment was made before the newer version came in."""
    (twice,) = found("ALN004", identifier="old")

    assert (twice.subject_id, twice.others) == ("i1", ("a1", "a2"))
    assert twice.message == "“Choose units” is aligned 2 times to “N-Q.A.1”."
    assert found("ALN004", identifier="another") == ()


def test_a_message_speaks_of_a_standard_by_its_code() -> None:
    """People know codes; identifiers are for programs."""
    (bare,) = found("ALN005", identifier="old")

    assert bare.message.endswith(": “N-Q.A.1”.")
