"""A reading that was kept is not made again, and what is no longer asked for goes."""

from collections.abc import Mapping
from typing import Any

import pytest

from workbench.checks.language import kept as keeping
from workbench.checks.language.kept import Key, Readings, kept
from workbench.checks.language.reading import reader


def test_what_is_known_is_not_read_again() -> None:
    """It is loaded once, at the first text that this process has not met; what is new is learned."""
    made, loads = list[str](), list[str]()

    @kept("length")
    def length(text: str) -> int:
        made.append(text)
        return len(text)

    def load() -> Mapping[Key, Any]:
        loads.append("")
        return {("length", "known"): 5, ("other", "new"): 9}

    readings = Readings(load)
    assert loads == []
    with readings.used():
        assert [length(one) for one in ("known", "new", "new")] == [5, 3, 3]
    assert length("apart") == 5

    assert (made, len(loads)) == (["new", "apart"], 1)
    assert readings.learned == {("length", "new"): 3}


def test_what_was_learned_is_kept_once_and_what_nobody_asked_for_is_named() -> None:
    """Where it could not be kept it is offered again."""
    told: list[tuple[dict[Key, Any], list[Key]]] = []

    @kept("first letter")
    def first(text: str) -> str:
        return text[0]

    def keep(learned: Mapping[Key, Any], unused: list[Key]) -> bool:
        told.append((dict(learned), unused))
        return len(told) > 1

    readings = Readings(lambda: {("first letter", "old"): "o", ("first letter", "asked"): "a"})
    with readings.used():
        first("asked")
        readings.save(keep)
        first("more")
    for _ in range(3):
        readings.save(keep)

    assert told == [({("first letter", "more"): "m"}, [("first letter", "old")])] * 2


def test_a_reader_says_which_versions_it_reads_with() -> None:
    """Another version of any of them is another reader."""
    assert reader().startswith("1, HanTa ")
    assert "syntok" in reader()


def test_readings_of_texts_that_nobody_reads_again_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pause in somebody's typing is a text of its own; what a file holds stays needed."""
    monkeypatch.setattr(keeping, "SPARE", 10)
    monkeypatch.setattr(keeping, "_asked", set())
    made = list[str]()

    @kept("size")
    def size(text: str) -> int:
        made.append(text)
        return len(text)

    readings = Readings(lambda: {("size", "old"): 3, ("size", "gone"): 4})
    first = [f"text {number}" for number in range(40)]
    with readings.used():
        size("old")
        for text in first:
            size(text)
    for number in range(60):
        with readings.used():
            size(f"typed {number}")
        assert len(readings.learned) <= 60
    unused = list[Key]()
    readings.learned = {("size", "new"): 3}

    def keep(_learned: Mapping[Key, Any], found: list[Key]) -> bool:
        unused.extend(found)
        return True

    readings.save(keep)
    with readings.used():
        size(first[0])

    assert ("size", "gone") in unused
    assert ("size", "old") not in unused
    assert made.count(first[0]) == 2
