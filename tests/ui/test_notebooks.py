"""The rooms' notebooks: text, one call, nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from workbench.resources import resource_folder
from workbench.ui.rooms import ROOMS

NOTEBOOKS = sorted(path for path in resource_folder("notebooks").glob("[0-9][0-9]-*.ipynb"))


def cells_of(path: Any) -> list[dict[str, Any]]:
    """Return a notebook's cells."""
    return list(json.loads(path.read_text(encoding="utf-8"))["cells"])


def test_every_room_has_its_notebook_in_order() -> None:
    """Numbered as a committee meets them."""
    rooms = [re.search(r'show\("(\w+)"\)', "".join(cells_of(path)[1]["source"])) for path in NOTEBOOKS]

    assert [found[1] if found else "" for found in rooms] == list(ROOMS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_text_and_one_call_and_says_how_to_run_it(path: Any) -> None:
    """No logic that a committee could break by accident."""
    text, code = cells_of(path)

    assert [text["cell_type"], code["cell_type"]] == ["markdown", "code"]
    assert "Run > Run All" in "".join(text["source"])
    assert "Shift+Enter" in "".join(text["source"])
    assert re.fullmatch(r'from workbench import show\n\nshow\("\w+"\)', "".join(code["source"]))
    assert (code["outputs"], code["execution_count"]) == ([], None)
