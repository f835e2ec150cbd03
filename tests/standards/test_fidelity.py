"""The published table says what each format holds, and sets that go out and come back agree, cell by cell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.standards.full_set import full_set, plain_set
from workbench.model import StandardSet
from workbench.standards.export import FORMATS, export
from workbench.standards.fidelity import TABLE, TITLES, Claim, Hold, losses
from workbench.standards.fidelity_parts import Part
from workbench.standards.reading import read_standards

SETS = (full_set, plain_set)
CELLS = [(part, name, claims[place]) for part, claims in TABLE.items() for place, name in enumerate(TITLES)]


@pytest.fixture(scope="module")
def came_back(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Callable[[], StandardSet], str], StandardSet]:
    """Return each set as it comes back from each format."""
    folder = tmp_path_factory.mktemp("formats")
    found = {}
    for made in SETS:
        for name, suffix in FORMATS.items():
            place = folder / f"{made.__name__}{suffix}"
            place.write_bytes(export(made(), name, at="2026-11-25").content)
            found[made, name] = read_standards(place)[0]
    return found


@pytest.mark.parametrize(("part", "name", "claim"), CELLS, ids=[f"{one.owner}: {one.name}, {n}" for one, n, _ in CELLS])
def test_the_table_is_true(
    part: Part, name: str, claim: Claim, came_back: dict[tuple[Callable[[], StandardSet], str], StandardSet]
) -> None:
    """What is said to be held comes back as it was, and what is said to be lost does not."""
    kept, lost = 0, 0
    for made in SETS:
        after = part.of(came_back[made, name])
        for key, value in part.of(made()).items():
            survived = after.get(key) == value
            assert survived is not claim.is_lost(value), (made.__name__, key, value, after.get(key))
            kept, lost = kept + survived, lost + (not survived)

    expected = Hold.SOME if kept and lost else Hold.ALL if kept else Hold.NONE
    assert claim.hold is expected
