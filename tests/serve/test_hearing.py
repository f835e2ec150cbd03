"""What a page says of what is being typed."""

from __future__ import annotations

import pytest

from tests.serve.served import Served
from workbench.model import Belief, Criterion, Framework, add_many, apply
from workbench.serve.hearing import LONGEST, typed


@pytest.fixture(scope="module")
def framework() -> Framework:
    """Make a framework in which an id holds a slash."""
    return apply(Framework(), add_many(Framework(), [Belief(id="b1"), Criterion(id="a/c1")]))


@pytest.mark.parametrize("key", ["b1/title", "b1/statement", "b1/code", "a/c1/element", "a/c1/descriptors.3"])
def test_a_field_in_which_one_types(framework: Framework, key: str) -> None:
    """Text and numbers, and a text for a key."""
    assert typed(framework, key)


@pytest.mark.parametrize(
    "key",
    ["", "b1", "b1/", "/title", "b2/title", "b1/__class__", "b1/title.x", "a/c1/descriptors", "c1/title", "b1/title/"],
)
def test_what_is_none(framework: Framework, key: str) -> None:
    """Nothing that is not there, and no name longer than any field's."""
    assert not typed(framework, key)
    assert not typed(framework, f"a/c1/descriptors.{'x' * LONGEST}")


def test_a_flood_of_writing_is_not_multiplied(served: Served) -> None:
    """Others are told of the two fields that were written in last, and of none that there is not."""
    ben, eve = served.peer("Ben").line().shown(), served.peer("Eve").line().shown()
    for number in range(50):
        ben.send({"writing": {"key": f"made-up-{number}/title", "text": "x" * 20_000}})
        ben.send({"writing": {"key": f"b{number % 9 + 1}/statement", "text": "x" * 20_000}})
    ben.edit("b1", "title", "Done", old="Belief 1")
    assert "revision" in ben.settled()
    keys = ["b4/statement", "b5/statement"]
    assert [one.key for one in served.project.presence.leases] == keys
    eve.until(lambda: [one["key"] for one in eve.presence.get("leases", ())] == keys)


def test_where_somebody_is_is_told_shortly(served: Served) -> None:
    """A name that is no thing's may be as long as a message."""
    ben, eve = served.peer("Ben").line().shown(), served.peer("Eve").line().shown()
    ben.say("outline", select="x" * 100_000)
    eve.until(lambda: any(one["at"].startswith("xx") for one in eve.presence.get("here", ())))
    assert max(len(one["at"]) for one in eve.presence["here"]) == LONGEST
