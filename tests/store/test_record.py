"""Editions, waivers and notes: the project's record."""

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import BadEdit
from workbench.model import Edition, Waiver
from workbench.store import Store

FIRST = Edition(
    number=1,
    title="Framework 2027",
    vote="7 to 0",
    effective="2027-2028",
    adopted_on="2026-11-23",
    revision=1,
    sha256="ab" * 32,
    content='{"beliefs":["é"]}'.encode(),
    files=(("framework.pdf", b"%PDF\0\xff"), ("framework.html", b"<html>"), ("empty.txt", b"")),
)


def test_editions_come_back_byte_for_byte(store: Store, path: Path) -> None:
    """Content and files, in the order given, oldest edition first."""
    second = replace(FIRST, number=2, title="Framework 2028", files=())
    store.add_edition(FIRST)
    store.add_edition(second)

    with Store.open(path) as other:
        assert other.editions() == (FIRST, second)


def test_an_edition_never_changes(store: Store) -> None:
    """A number is given once."""
    store.add_edition(FIRST)

    with pytest.raises(BadEdit, match="Edition 1 is archived already"):
        store.add_edition(replace(FIRST, title="Other"))

    assert store.editions() == (FIRST,)


def test_the_latest_waiver_of_a_finding_stands(store: Store, path: Path) -> None:
    """A later decision takes the place of an earlier one; another field is another finding."""
    early = Waiver(code="STR001", subject_id="i1", person="ana", reason="For now", until="2027-06-30")
    later = replace(early, reason="One more year", until="2028-06-30")
    other = replace(early, field="descriptors.3")
    for waiver in (early, other, later):
        store.add_waiver(waiver)

    with Store.open(path) as second:
        assert second.waivers() == (later, other)


def test_a_note_takes_the_place_of_an_earlier_one(store: Store, path: Path) -> None:
    """What was never noted is empty."""
    store.set_meta("room", "beliefs")
    store.set_meta("room", "courses")

    with Store.open(path) as other:
        assert other.meta("room") == "courses"
        assert other.meta("nothing") == ""


def test_the_record_is_no_part_of_the_framework(store: Store) -> None:
    """Adopting, waiving and noting change no revision."""
    before = store.load()
    store.add_edition(FIRST)
    store.add_waiver(Waiver(code="STR001", subject_id="i1", person="ana", reason="", until=""))
    store.set_meta("a", "b")

    after = store.load()
    assert (after.framework, after.revision) == (before.framework, before.revision)
