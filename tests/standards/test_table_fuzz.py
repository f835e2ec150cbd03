"""Arbitrary tables, five seconds in all: each is read with a balanced account, or refused with a sentence."""

import datetime as dt
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.standards.table_files import as_csv, balances, write_bytes, write_workbook
from workbench.errors import BadFile
from workbench.standards import read_standards
from workbench.standards.columns import NAMES
from workbench.standards.moodle_csv import COLUMNS as MOODLE
from workbench.standards.opencase_template import ALIASES
from workbench.standards.rubric_csv import COLUMNS as RUBRIC

HEADERS = {
    "opensalt": ["identifier", "fullStatement", "humanCodingScheme", "isChildOf", "isRelatedTo", "sequenceNumber"],
    "levels": ["identifier", "fullStatement", "smartLevel", "educationLevel"],
    "opencase": [aliases[0] for aliases in ALIASES.values()],
    "compeito": ["Identifier", "fullStatement", "parentIdentifier", "precedes"],
    "moodle": list(MOODLE),
    "rubric": list(RUBRIC),
    "any": sorted(NAMES),
    "none": [],
}
BRIEF = settings(
    max_examples=60, deadline=dt.timedelta(seconds=2), suppress_health_check=[HealthCheck.too_slow], database=None
)

words = st.sampled_from(
    ["", "a", "b", "a.1", "1", "1.1", "2", "-3", "9" * 5000, "#", "#N/A", "Rubric", "Level", "a,b", "%2C"]
)
cells = words | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
rows = st.lists(st.lists(cells, max_size=8), max_size=12)


@cache
def sound_workbook() -> bytes:
    """Return the bytes of a workbook of OpenSALT's form."""
    with tempfile.TemporaryDirectory() as folder:
        return write_workbook(Path(folder), {"CF Item": [HEADERS["levels"], ["a", "A", "1", "09"]]}).read_bytes()


def reads_or_refuses(content: bytes) -> None:
    """Read a file with ``content``; nothing but a sentence may come instead of a balanced account."""
    with tempfile.TemporaryDirectory() as folder, suppress(BadFile):
        read, report = read_standards(write_bytes(Path(folder), content))
        assert balances(report)
        assert len({one.id for one in read.standards}) == len(read.standards)


@pytest.mark.parametrize("form", HEADERS)
@given(rows=rows)
@BRIEF
def test_any_rows_under_any_header(form: str, rows: list[list[str]]) -> None:
    """Each importer meets rows of all lengths, with cells that mean something to it and cells that do not."""
    reads_or_refuses(as_csv([HEADERS[form], *rows]).encode())


@given(content=st.binary(max_size=400))
@BRIEF
def test_any_bytes(content: bytes) -> None:
    """Bytes that are no text at all."""
    reads_or_refuses(content)


@given(start=st.integers(0, 4000), junk=st.binary(min_size=1, max_size=40))
@BRIEF
def test_any_damage_to_a_workbook(start: int, junk: bytes) -> None:
    """Bytes of a sound workbook overwritten anywhere."""
    content = bytearray(sound_workbook())
    content[start : start + len(junk)] = junk
    reads_or_refuses(bytes(content))
