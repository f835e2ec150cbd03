"""One action on many things, as one change set that undo takes back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import frameworks
from workbench.errors import BadEdit
from workbench.model import Framework, apply, duplicate, invert
from workbench.model.bulk import copy_descriptors, duplicate_many, move_many, remove_many, set_many, shift_many
from workbench.model.find_text import hits, replaced
from workbench.model.renumber import code_changes, renumbered
from workbench.testing import framework_of

SMALL = """
competencies:
  - {id: c1, code: SC.1, title: Investigate, area: Science}
  - {id: c2, code: AR.1, title: Make a model of the Sun, area: Arts}
indicators:
  - {id: i1, code: SC.1a, competency_id: c1, statement: Plan a test. Test it., order: a}
  - {id: i2, code: SC.1b, competency_id: c1, statement: Tests conclude., prerequisite_ids: [i1], order: b}
  - {id: i3, code: x, competency_id: c1, title: Third, order: c}
criteria:
  - {id: k1, subject_id: i1, element: Variables, scale_id: s1, descriptors: {"1": Names one test., "3": Controls all.}}
  - {id: k2, subject_id: i2, element: Data, descriptors: {"1": Old.}}
scales:
  - {id: s1, title: Four levels, levels: {"1": Beginning}}
"""


@pytest.fixture
def framework() -> Framework:
    """Return two competencies, three indicators, two criteria."""
    return framework_of(SMALL)


def codes(framework: Framework, owner: str = "c1") -> list[str]:
    """Return the codes of a competency's indicators."""
    return [one.code for one in framework.indicators_of(owner)]


def test_a_field_is_set_for_many(framework: Framework) -> None:
    """What has it already is left alone; a kind that has no such field is told."""
    changes = set_many(framework, ["i1", "i2"], "priority", "priority")

    assert [one.id for one in changes] == ["i1", "i2"]
    with pytest.raises(BadEdit, match="has no such field"):
        set_many(framework, ["i1", "c1"], "priority", "priority")


def test_many_move_together_and_stop_at_the_end(framework: Framework) -> None:
    """Their order among themselves stays."""
    down = apply(framework, shift_many(framework, ["i1", "i2"], 1))
    up = apply(framework, shift_many(framework, ["i1", "i3"], -1))

    assert codes(down) == ["x", "SC.1a", "SC.1b"]
    assert codes(up) == ["SC.1a", "x", "SC.1b"]
    assert shift_many(framework, ["i1"], -1) == ()


def test_many_move_to_another_owner(framework: Framework) -> None:
    """In the order in which they were chosen."""
    moved = apply(framework, move_many(framework, ["i3", "i1"], "c2"))

    assert (codes(moved), codes(moved, "c2")) == (["SC.1b"], ["x", "SC.1a"])


def test_many_are_removed_with_what_they_own(framework: Framework) -> None:
    """A competency and one of its own indicators, in one change set."""
    changes = remove_many(framework, ["c1", "i1"])
    after = apply(framework, changes)

    assert (list(after.competencies), list(after.indicators), list(after.criteria)) == (["c2"], [], [])
    assert apply(after, invert(changes)) == framework


def test_an_indicator_is_copied_with_its_criteria(framework: Framework) -> None:
    """New identifiers all the way down; the original stays."""
    count = itertools.count()
    copy, changes = duplicate(framework, "i1", lambda: f"n{next(count)}")
    after = apply(framework, changes)

    (criterion,) = after.criteria_of(copy)
    assert criterion.descriptors == framework.criteria["k1"].descriptors
    assert criterion.id != "k1"
    many = apply(framework, duplicate_many(framework, ["i1", "i2"], lambda: f"m{next(count)}"))
    assert len(many.indicators) == 5
    assert len(many.criteria) == 4


def test_descriptors_and_scale_are_copied_to_another_criterion(framework: Framework) -> None:
    """In place of its own."""
    after = apply(framework, copy_descriptors(framework, "k1", ["k2"]))

    assert after.criteria["k2"].descriptors == framework.criteria["k1"].descriptors
    assert after.criteria["k2"].scale_id == "s1"


def test_words_are_found_and_replaced_but_where_one_says_no(framework: Framework) -> None:
    """In every field that people write, keyed texts too."""
    found = hits(framework, "test")

    assert [(one.id, one.path, one.number) for one in found] == [
        ("i1", "statement", 0), ("i1", "statement", 1), ("i2", "statement", 0), ("k1", "descriptors.1", 0),
    ]  # fmt: skip
    assert (found[1].before, found[1].found, found[1].after) == ("Plan a test. ", "Test", " it.")
    after = apply(framework, replaced(framework, "test", "try", leave=[found[1].key]))
    assert after.indicators["i1"].statement == "Plan a try. Test it."
    assert after.criteria["k1"].descriptors["1"] == "Names one try."


def test_new_words_begin_as_the_old_ones_did_where_capitals_do_not_matter(framework: Framework) -> None:
    """Small, with a capital, all capitals; where they matter, they stand as they were typed."""
    plain = replaced(framework, "test", "try")
    loud = apply(framework, set_many(framework, ["i3"], "title", "TEST, Test, test"))

    assert apply(framework, plain).indicators["i1"].statement == "Plan a try. Try it."
    assert apply(loud, replaced(loud, "Test", "Try")).indicators["i3"].title == "TRY, Try, try"
    assert apply(loud, replaced(loud, "TEST", "exam")).indicators["i3"].title == "exam, Exam, exam"
    assert apply(loud, replaced(loud, "Test", "try", case=True)).indicators["i3"].title == "TEST, try, test"


def test_whole_words_and_capital_letters_are_respected(framework: Framework) -> None:
    """“Tests” is another word than “test”, and “Test” in other letters."""
    assert [one.found for one in hits(framework, "test", whole=True)] == ["test", "Test", "test"]
    assert [one.found for one in hits(framework, "Test", case=True)] == ["Test", "Test"]
    with pytest.raises(BadEdit, match="Type the words"):
        hits(framework, "  ")


def test_what_is_put_in_is_plain_text(framework: Framework) -> None:
    """No backslash or dollar is a command, in what is looked for either."""
    after = apply(framework, replaced(framework, "test.", r"\1 $& .*"))

    assert after.indicators["i1"].statement == r"Plan a \1 $& .* Test it."


@given(frameworks(max_things=6), st.sampled_from(["e", "so", "one", "=", "x"]), st.booleans(), st.booleans())
def test_nothing_is_left_when_all_is_replaced(framework: Framework, words: str, whole: bool, case: bool) -> None:  # noqa: FBT001  # drawn
    """And undoing gives back what was there."""
    changes = replaced(framework, words, "", whole=whole, case=case)
    after = apply(framework, changes)

    assert {(one.id, one.field) for one in changes} == {
        (one.id, one.path) for one in hits(framework, words, whole=whole, case=case)
    }
    assert apply(after, invert(changes)) == framework


def test_codes_are_given_anew_by_a_scheme(framework: Framework) -> None:
    """Old and new beside each other; what points at a thing still does."""
    found = renumbered(framework, "indicator", "{owner}.{nn}")
    after = apply(framework, code_changes(found))

    assert [(one.thing.code, one.new) for one in found] == [
        ("SC.1a", "SC.1.01"), ("SC.1b", "SC.1.02"), ("x", "SC.1.03"),
    ]  # fmt: skip
    assert after.indicators["i2"].prerequisite_ids == ("i1",)
    assert [one.new for one in renumbered(framework, "competency", "{area}{A}")] == ["SCA", "ARA"]
    assert [one.new for one in renumbered(framework, "indicator", "{owner}{a}")] == ["SC.1a", "SC.1b", "SC.1c"]


@pytest.mark.parametrize(("scheme", "says"), [("X", "the same"), ("{n}{q}", "not known"), ("{n", "not known")])
def test_a_scheme_that_cannot_be_is_told(framework: Framework, scheme: str, says: str) -> None:
    """In a sentence that says what may stand in it."""
    with pytest.raises(BadEdit, match=says):
        renumbered(framework, "indicator", scheme)
