"""What a field takes and what it refuses, at the model's edge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import values_of
from workbench.errors import BadEdit, WorkbenchError
from workbench.model import KINDS, Alignment, Belief, Change, FieldSpec, Framework, apply, from_json, set_field
from workbench.model.values import Strength

SPECS = [spec for cls in KINDS.values() for spec in cls.specs().values()]


@given(st.sampled_from(SPECS), st.data())
def test_a_value_survives_its_json_form(spec: FieldSpec, data: st.DataObject) -> None:
    """decode(encode) is the identity."""
    value = data.draw(values_of(spec, {target: ["a", "b"] for target in (*spec.targets, "belief")}))

    assert spec.decode(spec.encode(value)) == value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


@given(st.sampled_from(SPECS), JSON)
def test_any_json_is_taken_or_refused_in_a_sentence(spec: FieldSpec, value: object) -> None:
    """Nothing but BadEdit comes out of a wrong value, and what is taken can be told again."""
    try:
        taken = spec.decode(value)
    except BadEdit as error:
        actual = str(error)
    else:
        actual = f"“{spec.label}” took it."
        assert spec.decode(spec.encode(taken)) == taken

    assert actual.startswith(f"“{spec.label}” ")
    assert actual.endswith(".")


@pytest.mark.parametrize("bad", ["\0", "a\0b", "\ud800", "x\udfff"])
def test_characters_that_nothing_can_store_are_refused(bad: str) -> None:
    """NUL and halves of surrogate pairs stop at the model, in every form that holds text."""
    framework = from_json({"beliefs": [{"id": "b"}], "districts": [{"id": "d"}], "scales": [{"id": "s"}]})
    edits = [("b", "statement", bad), ("b", "code", bad), ("d", "languages", [bad]), ("d", "terms", {"a": bad})]
    edits += [("d", "terms", {f"a{bad}": "x"}), ("s", "levels.1", bad)]

    for thing, field, value in edits:
        with pytest.raises(BadEdit, match="character that cannot be stored"):
            set_field(framework, thing, field, value)
    with pytest.raises(BadEdit, match="character that cannot be stored"):
        apply(framework, [Change("belief", "b", "statement", None, bad)])


def test_a_text_needs_a_key() -> None:
    """A change of a text by key could not name an empty one."""
    with pytest.raises(BadEdit, match="filed under nothing"):
        from_json({"scales": [{"id": "s", "levels": {"": "x"}}]})


@pytest.mark.parametrize("value", [None, ""])
def test_a_choice_that_always_holds_falls_back_to_its_default(value: str | None) -> None:
    """An alignment is always of some strength: clearing it means full."""
    framework = from_json({"alignments": [{"id": "a", "strength": "partial"}]})

    actual = apply(framework, set_field(framework, "a", "strength", value))

    assert actual.alignments["a"].strength is Strength.FULL
    assert Alignment.from_json({"id": "a", "strength": value}).strength is Strength.FULL


def test_every_error_of_a_bad_file_names_the_place() -> None:
    """The section and the position are in the sentence."""
    with pytest.raises(WorkbenchError, match="Entry 2 of “beliefs”"):
        from_json({"beliefs": [{"id": "a"}, {"id": "b", "statement": 3}]})


def test_an_edit_of_what_is_not_there_is_refused() -> None:
    """A change of a thing that was removed says how to get it back."""
    with pytest.raises(BadEdit, match="Undo its removal first"):
        apply(Framework(), [Change("belief", "gone", "title", None, "x")])


def test_things_that_own_each_other_do_not_hang() -> None:
    """A translation of itself, which only a file from elsewhere could hold, is owned once."""
    ring = from_json(
        {"translations": [{"id": "t1", "subject_id": "t2"}, {"id": "t2", "subject_id": "t1"}], "beliefs": [{"id": "b"}]}
    )

    assert [thing.id for thing in ring.owned("t1")] == ["t2"]
    assert ring.get("b") == Belief(id="b", order=ring.get("b").order)
