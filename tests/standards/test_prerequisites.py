"""The district's own prerequisites from a CSV file."""

from pathlib import Path

import pytest

from tests.shared import shared_file
from workbench.errors import BadFile, MissingFile
from workbench.standards.prerequisites import read_prerequisites


def test_a_real_file_is_read_whole() -> None:
    """873 edges; the third column is not read."""
    found = read_prerequisites(shared_file("ccss/ccssm-dependencies.csv"))

    assert (len(found), found[0]) == (873, ("K.CC.A.1", "1.NBT.A.1"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"before,after\nA.1,\n", "Row 2 .* must name two standards"),
        (b"before,after\n\nA.1\n", "Row 3 .* must name two standards"),
        (b"before,after\n\xff\xfe,B\n", "not written in UTF-8"),
        (b'before,after\n"A.1,B', "cannot be read as CSV"),
    ],
)
def test_a_bad_file_gets_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    """With the row."""
    (tmp_path / "own.csv").write_bytes(content)

    with pytest.raises(BadFile, match=says):
        read_prerequisites(tmp_path / "own.csv")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """As everywhere."""
    with pytest.raises(MissingFile, match=r"nowhere\.csv"):
        read_prerequisites(tmp_path / "nowhere.csv")
