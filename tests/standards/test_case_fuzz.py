"""Damaged CASE packages, some seconds in all: each is read with a balanced account, or refused with a sentence."""

from __future__ import annotations

import copy
import json
import random
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.standards.case_strategies import packages
from tests.standards.table_files import balances
from workbench.errors import BadFile
from workbench.standards import read_case, write_case
from workbench.store import Store

BRIEF = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
DOUBLED = 0.1
JUNK: list[Any] = [
    None, True, 0, -1, 2**70, 1e308, "", "\0", "\u202ea\u202c", "<script>x</script>", "=1+1", "\ud800", "x" * 5000,
    [], {}, [[]], {"identifier": 5}, ["a", None], {"title": None, "uri": 7}, [[[[[[]]]]]],
]  # fmt: skip
"""What nobody expects in the place of a value."""


def mutate(value: Any, chance: random.Random) -> Any:
    """Return a JSON value in which about one part in twelve is gone, doubled, moved or something else."""
    if isinstance(value, dict):
        kept = {key: mutate(one, chance) for key, one in value.items() if chance.random() > 0.04}
        return {("identifier" if chance.random() < 0.02 else key): one for key, one in kept.items()}
    if isinstance(value, list):
        found = [mutate(one, chance) for one in value if chance.random() > 0.04]
        return [*found, copy.deepcopy(chance.choice(found))] if found and chance.random() < DOUBLED else found
    return chance.choice(JUNK) if chance.random() < 0.06 else value


def reads_or_refuses(content: bytes) -> None:
    """Read a file, keep it in a project and write it again; nothing but a sentence may come instead."""
    with tempfile.TemporaryDirectory() as name, suppress(BadFile):
        path = Path(name) / "package.json"
        path.write_bytes(content)
        found, report = read_case(path)
        assert balances(report)
        assert len({one.id for one in found.standards}) == len(found.standards)
        assert write_case(found, at="2026-11-25") == write_case(found, at="2026-11-25")
        with Store.create(Path(name) / "ours.workbench") as store:
            store.add_set(found)


@given(package=packages(), seed=st.integers(0, 2**32))
@BRIEF
def test_any_part_of_a_package_may_be_anything(package: dict[str, Any], seed: int) -> None:
    """Values of other kinds, parts gone, doubled and under another name."""
    damaged = mutate(package, random.Random(seed))  # noqa: S311  # no secret hangs on it

    reads_or_refuses(json.dumps(damaged).encode())


@given(package=packages(), data=st.data())
@BRIEF
def test_any_bytes_may_be_cut_out_or_put_in(package: dict[str, Any], data: st.DataObject) -> None:
    """As a broken download does."""
    content = json.dumps(package).encode()
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(content)), st.integers(0, len(content)))))

    reads_or_refuses(content[:start] + data.draw(st.binary(max_size=8)) + content[end:])
