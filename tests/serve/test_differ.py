"""What a page is sent makes the new state out of the one it shows."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from tests.serve.served import apply
from workbench.project.kept import reusing
from workbench.serve import differ
from workbench.serve.differ import steps

KEYS = st.sampled_from(["a", "b", "0", "1", "", "key with space", "ключ"])
LEAVES = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "x", "1", "true"]) | st.just(0.5)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


def as_sent(value: Any) -> Any:
    """Return a value as it arrives."""
    return json.loads(json.dumps(value))


@given(VALUES, VALUES)
def test_the_steps_make_the_new_state(old: Any, new: Any) -> None:
    """Whatever the two states are; compared as text, because `1 == True` in Python and not on the page."""
    made = apply(as_sent(old), as_sent(steps(old, new)))
    assert json.dumps(made, sort_keys=True) == json.dumps(new, sort_keys=True)


@given(VALUES)
def test_nothing_is_sent_for_what_is_the_same(state: Any) -> None:
    """Also where the same stands in another object."""
    assert steps(state, copy.deepcopy(state)) == []


@given(VALUES, VALUES)
def test_what_is_kept_of_an_earlier_value_changes_no_step(old: Any, new: Any) -> None:
    """A value made of the parts of another that are the same is that value, and the others' steps lead to it."""
    made = reusing(old, new)
    assert json.dumps(made, sort_keys=True) == json.dumps(new, sort_keys=True)
    assert json.dumps(steps(old, made), sort_keys=True) == json.dumps(steps(old, new), sort_keys=True)


def test_only_what_changed_is_sent() -> None:
    """One field of a long list is one step."""
    old = {"rows": [{"id": number, "name": "x"} for number in range(100)], "gone": 1}
    new = copy.deepcopy(old)
    new["rows"][7]["name"] = "y"  # type: ignore[index]  # a list, as above
    del new["gone"]
    assert steps(old, new) == [[["gone"]], [["rows", 7, "name"], "y"]]


@pytest.mark.browser
def test_the_page_does_as_its_twin_here(browser: Browser) -> None:
    """The JavaScript itself, on examples of every kind of step."""
    states = [
        {},
        {"a": 1},
        {"a": True},
        {"a": [1, 2, {"b": None}]},
        {"a": [1, 2, {"b": "x"}]},
        {"a": [1]},
        [],
        7,
        {"b": {}},
    ]
    pairs = [(old, new) for old in states for new in states]
    code = Path(differ.__file__).with_name("static").joinpath("steps.js").read_text(encoding="utf-8")
    page = browser.new_page()
    made = page.evaluate(
        """async ([code, cases]) => {
          const { apply } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
          return JSON.parse(cases).map(([state, steps]) => JSON.stringify(apply(state, steps)));
        }""",
        [code, json.dumps([[old, steps(old, new)] for old, new in pairs])],
    )
    page.close()
    assert [json.loads(one) for one in made] == [new for _, new in pairs]
    assert [one == "true" for one in made] == [new is True for _, new in pairs]
