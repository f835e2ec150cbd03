"""The code lists that come with the workbench, as standard sets."""

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import BadFile, UnknownName
from workbench.model import fold_code, standard_id
from workbench.resources import resource_folder
from workbench.standards import load_shipped, shipped, shipped_keys


def entries(key: str) -> dict[str, Any]:
    """Return the list as it is written."""
    path = resource_folder("standards_data") / "sets" / f"{key}.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("key", shipped_keys())
def test_nothing_of_a_list_is_lost(key: str) -> None:
    """Every field of every entry of the file is in the set, in the same order."""
    written = entries(key)

    loaded = load_shipped(key)

    assert loaded.key == key
    for entry, standard in zip(written["standards"], loaded.standards, strict=True):
        parent = loaded.by_id[standard.parent_id].code if standard.parent_id else None
        said = {**entry, "aliases": tuple(entry.get("aliases", ())), "grades": tuple(entry.get("grades", ()))}
        held = {name: parent if name == "parent" else getattr(standard, name) for name in said}
        assert {**held, "grades": held["grades"] if "grades" in entry else ()} == said


@pytest.mark.parametrize("key", shipped_keys())
def test_every_standard_hangs_in_the_tree(key: str) -> None:
    """A parent is a standard of the set, and the whole set is reached from the top."""
    loaded = load_shipped(key)

    reached, front = 0, list(loaded.children[""])
    while front:
        reached += len(front)
        front = [child for one in front for child in loaded.children.get(one.id, ())]
    assert reached == len(loaded.standards) > 0


def test_identifiers_are_derived_from_set_and_code() -> None:
    """The identifier of a standard is the same on every machine."""
    loaded = load_shipped("ccss-math-hs")

    found = loaded.by_code[fold_code("A-SSE.1")]

    assert found.code == "HSA-SSE.A.1"
    assert found.id == standard_id(loaded.id, "HSA-SSE.A.1")
    assert loaded.by_id[found.parent_id].code == "HSA-SSE.A"


def test_grades_are_inherited() -> None:
    """A standard without grades of its own has its parent's."""
    assert set(load_shipped("ccss-math-hs").by_code[fold_code("HSA-SSE.A.1")].grades) == {"9", "10", "11", "12"}


def test_an_unknown_key_lists_the_known_ones() -> None:
    """A slip of the keyboard is answered with the near keys."""
    with pytest.raises(UnknownName, match="ccss-math-hs"):
        load_shipped("ccss-math-h")


@pytest.mark.parametrize(
    ("standards", "sentence"),
    [
        ([{"code": "A.1", "parent": "A"}, {"code": "A"}], "“A.1” of the list “bent” stands before its parent “A”"),
        ([{"code": "A"}, {"code": "A"}], "“A” of the list “bent” stands in it twice"),
    ],
)
def test_a_bent_list_is_refused(
    standards: list[dict[str, str]], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A code that stands twice, or before its parent, is named."""
    data = {"key": "bent", "id": "077dcb05-7503-4dce-9c67-0bd5df2c7bb7", "title": "Bent", "standards": standards}
    (tmp_path / "sets").mkdir()
    (tmp_path / "sets" / "bent.json").write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setattr(shipped, "resource_folder", lambda _name: tmp_path)

    with pytest.raises(BadFile, match=sentence):
        load_shipped("bent")
