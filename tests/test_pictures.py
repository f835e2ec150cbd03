"""The pictures of the docs: each is shown somewhere, each that is shown is there, and none is heavy."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAGES = (ROOT / "README.md", ROOT / "docs" / "guide.md")
SHOWN = re.compile(r"!\[(?P<says>[^\]]*)\]\((?P<path>[^)]+)\)")
HEAVY = 120 * 1024


def shown(page: Path) -> dict[Path, str]:
    """Return the pictures that a page shows, with what it says of each to who does not see them."""
    return {(page.parent / one["path"]).resolve(): one["says"] for one in SHOWN.finditer(page.read_text("utf-8"))}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_is_there_and_described(page: Path) -> None:
    """A missing picture, or one without words, is found before a reader finds it."""
    found = shown(page)

    assert found
    assert [path.name for path in found if not path.is_file()] == []
    assert [path.name for path, says in found.items() if len(says) < len("a room")] == []


def test_every_picture_is_shown_and_light() -> None:
    """Nothing lies in the repository that no page shows."""
    named = {path for page in PAGES for path in shown(page)}

    assert {path for path in IMAGES.iterdir() if path not in named} == set()
    assert {path.name: path.stat().st_size for path in named if path.stat().st_size > HEAVY} == {}


def test_one_command_takes_them_all() -> None:
    """Each picture is one that docs/screenshots.py takes, and the other way round."""
    tree = ast.parse((ROOT / "docs" / "screenshots.py").read_text("utf-8"))
    docs = next(
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == "DOCS" for one in node.targets)
    )
    taken = {ast.literal_eval(call.args[0]) for call in ast.walk(docs) if isinstance(call, ast.Call) and call.args}

    assert {path.stem for path in IMAGES.iterdir()} == taken
