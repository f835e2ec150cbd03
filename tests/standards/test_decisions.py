"""What a committee's decisions change in a framework, and what they say of it."""

from dataclasses import replace

import pytest

from tests.standards.framework_on_versions import FRAMEWORK, NEW, OLD
from workbench.errors import BadEdit
from workbench.model import Choice, PriorityStandard, VersionDecision, add_many, apply, set_field
from workbench.standards.compare import compare_sets
from workbench.standards.decisions import decision_changes, decision_of, mark_changes, why
from workbench.standards.impact import impact

A1, A3, _ = impact(FRAMEWORK, compare_sets(OLD, NEW)).rows


def test_accepting_points_at_the_proposed_standard_and_keeps_the_rest() -> None:
    """Set and standard change; rationale and strength stay."""
    after = apply(FRAMEWORK, decision_changes(FRAMEWORK, A1, Choice.ACCEPT, into=NEW)).alignments["a1"]

    assert (after.set_id, after.standard_id, after.rationale) == ("2024", "s1", "By tens")


def test_a_mark_of_priority_goes_with_what_is_accepted() -> None:
    """To the counterpart, with its reason; not where that is marked already, and not a mark in another set."""
    marks = [
        PriorityStandard(id="ours", set_id="2010", standard_id="s1", code="CC.1", reason="All counting rests on it"),
        PriorityStandard(id="apart", set_id="other", standard_id="s1", code="CC.1"),
    ]
    marked = apply(FRAMEWORK, add_many(FRAMEWORK, marks))
    after = apply(marked, mark_changes(marked, [A1, A1, A3], old=OLD, into=NEW)).priority_standards
    assert after["ours"] == replace(marks[0], set_id="2024")
    assert after["apart"] == marks[1]

    new = PriorityStandard(id="later", set_id="2024", standard_id="s1", code="CC.1", reason="Ours")
    both = apply(marked, add_many(marked, [new]))
    assert tuple(mark_changes(both, [A1], old=OLD, into=NEW)) == ()


def test_redirecting_points_at_the_chosen_standard() -> None:
    """Any standard of the new version."""
    changes = decision_changes(FRAMEWORK, A3, Choice.REDIRECT, into=NEW, target="s2")
    after = apply(FRAMEWORK, changes).alignments["a3"]

    assert (after.set_id, after.standard_id) == ("2024", "s2")


def test_dropping_removes_the_alignment_alone() -> None:
    """Its course stays."""
    after = apply(FRAMEWORK, decision_changes(FRAMEWORK, A3, Choice.DROP, into=NEW))

    assert ("a3" in after.alignments, "e3" in after.experiences) == (False, True)


@pytest.mark.parametrize(
    ("row", "choice", "target", "says"),
    [
        (A3, Choice.ACCEPT, "", "The new version has nothing for “G.1 Describe"),
        (A1, Choice.REDIRECT, "s3", "“s3” is no standard of “Counting” 2024"),
        (A1, Choice.REDIRECT, "", "is no standard of"),
    ],
)
def test_what_cannot_be_pointed_at_is_refused(row: object, choice: Choice, target: str, says: str) -> None:
    """One sentence, and no change."""
    with pytest.raises(BadEdit, match=says):
        decision_changes(FRAMEWORK, row, choice, into=NEW, target=target)  # type: ignore[arg-type]


def test_a_decision_on_what_others_changed_meanwhile_is_refused() -> None:
    """The row shows what is no longer so."""
    later = apply(FRAMEWORK, set_field(FRAMEWORK, "a1", "standard_id", "s2"))

    with pytest.raises(BadEdit, match="changed or removed meanwhile"):
        decision_changes(later, A1, Choice.ACCEPT, into=NEW)


def test_a_decision_is_recorded_with_old_and_new_standard() -> None:
    """A dropped alignment has no new one."""
    assert decision_of(A3, Choice.DROP, old=OLD, into=NEW, reason="Not taught") == VersionDecision(
        old_set_id="2010",
        new_set_id="2024",
        alignment_id="a3",
        subject_id="e3",
        old_standard_id="s3",
        new_standard_id="",
        choice=Choice.DROP,
        reason="Not taught",
    )


def test_the_log_says_what_was_decided_in_plain_words() -> None:
    """For one alignment by name, for several by number, with the committee's reason behind it."""
    one = "New version “Counting 2024”: the alignment to “CC.1 Count to 100 by ones and by tens.” "

    assert why([A1], Choice.ACCEPT, into=NEW, reason="Agreed.") == (
        f"{one}now points at “CC.1 Count to 120 by ones and by tens.”. Agreed."
    )
    assert why([A1], Choice.DROP, into=NEW) == f"{one}was dropped."
    assert why([A1, A3], Choice.DROP, into=NEW) == "New version “Counting 2024”: 2 alignments were dropped together."
