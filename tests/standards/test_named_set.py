"""Which set a person means: by id, key, title, or a part of the title."""

import pytest

from workbench.errors import UnknownName
from workbench.model import StandardSet
from workbench.standards.named_set import find_set

SETS = (
    StandardSet(id="a1", title="Mathematics", key="math", version="2020"),
    StandardSet(id="a2", title="Mathematics for adults", version="1"),
    StandardSet(id="b1", identifier="b", title="Science", version="2020"),
    StandardSet(id="b2", identifier="b", title="Science", version="2024"),
)


@pytest.mark.parametrize(
    ("name", "found"), [("a2", "a2"), ("MATH", "a1"), ("mathematics", "a1"), ("adults", "a2"), ("b2", "b2")]
)
def test_a_name_finds_its_set(name: str, found: str) -> None:
    """A whole name comes before a part of a title."""
    assert find_set(SETS, name).id == found


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "science",
            r"2 standard sets answer to “science”. Choose one by its id: b1 \(Science 2020\), b2 \(Science 2024\)",
        ),
        ("sciense", r"There is no standard set “sciense”. Choose from: b2 \(Science 2024\)\.$"),
        ("xyz", r"Choose from: math \(Mathematics 2020\), a2 .*, b1 .*, b2 "),
        ("", "There is no standard set “”"),
    ],
)
def test_other_names_get_the_way_out(name: str, says: str) -> None:
    """Several sets, a near one, or none."""
    with pytest.raises(UnknownName, match=says):
        find_set(SETS, name)


def test_a_project_without_sets_says_so() -> None:
    """There is nothing to choose from."""
    with pytest.raises(UnknownName, match="holds no standard sets"):
        find_set((), "math")
