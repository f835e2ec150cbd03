"""Fields as panes draw them, and what people type into them."""

from __future__ import annotations

import pytest

from tests.ui.conftest import SMALL
from workbench.errors import BadEdit
from workbench.model import Change, Finding, Indicator, LearningExperience, Severity
from workbench.testing import framework_of
from workbench.ui.fields import changes_from, field_state, typed_value
from workbench.ui.view import Given


def test_a_field_carries_its_label_its_value_and_what_the_checks_say() -> None:
    """Everything that stands around a control comes with its state."""
    framework = framework_of(SMALL)
    said = Finding(
        code="RUB003",
        severity=Severity.WARNING,
        kind="criterion",
        subject_id="k1",
        field="descriptors.2",
        message="Level 2 is empty.",
        remedy="Write it.",
    )
    given = Given(framework=framework, findings=(said,))

    state = field_state(given, framework.criteria["k1"], "descriptors.2")

    assert (state["key"], state["form"], state["value"]) == ("k1/descriptors.2", "text", "")
    assert state["marks"] == [{"severity": "warning", "word": "Warning", "text": "empty descriptor"}]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [("dok", " 3 ", 3), ("dok", "", None), ("bloom", "", None), ("title", "two\nlines", "two lines")],
)
def test_what_is_typed_becomes_the_fields_value(field: str, typed: str, value: object) -> None:
    """Controls of a page give text; fields hold numbers, choices and lines."""
    assert typed_value(Indicator.spec(field), typed) == value


def test_words_are_parted_by_commas() -> None:
    """Grades are typed as people write them."""
    assert typed_value(LearningExperience.spec("grades"), "9, 10,, 11 ") == ["9", "10", "11"]


def test_a_word_where_a_number_belongs_is_refused_in_plain_words() -> None:
    """The refusal says which field, what was typed and what is expected."""
    with pytest.raises(BadEdit, match="cannot be “three”: a whole number is expected"):
        typed_value(Indicator.spec("dok"), "three")


def test_an_edit_remembers_what_its_writer_saw() -> None:
    """The old value of the change is the one on the writer's screen, so that the merge can tell who changed what."""
    framework = framework_of(SMALL)
    wish = {"id": "b1", "field": "statement", "value": "All belong.", "old": "Somebody belongs."}

    changes = changes_from(framework, wish)

    assert changes == (Change("belief", "b1", "statement", "Somebody belongs.", "All belong."),)


def test_an_edit_of_one_level_leaves_the_others_alone() -> None:
    """A descriptor is changed by its key; an empty one was nothing before."""
    changes = changes_from(framework_of(SMALL), {"id": "k1", "field": "descriptors.2", "value": "Some.", "old": ""})

    assert changes == (Change("criterion", "k1", "descriptors.2", None, "Some."),)
