"""What tells a project from others, so that a text which waits in a browser finds it again."""

from pathlib import Path

from tests.store.made import begin
from workbench.store import Store


def test_a_project_is_known_wherever_it_lies(store: Store, path: Path, tmp_path: Path) -> None:
    """After it was moved, and in a copy, which may take its place."""
    tag = store.tag
    copy = store.backup(tmp_path / "copy.workbench")
    store.close()
    moved = path.rename(tmp_path / "moved.workbench")

    with Store.open(moved) as again, Store.open(copy) as other:
        assert (again.tag, other.tag) == (tag, tag)


def test_two_projects_are_told_apart(store: Store, path: Path, tmp_path: Path) -> None:
    """Also where one lies where the other lay."""
    tag = store.tag
    store.close()
    path.rename(tmp_path / "moved.workbench")

    with begin(path) as other:
        assert other.tag != tag


def test_an_older_project_stays_who_it_was_for_browsers(store: Store, path: Path, tmp_path: Path) -> None:
    """Known by where it lay when it was first asked, from then on."""
    store.set_meta("tag", "")
    tag = store.tag
    store.close()

    with Store.open(path.rename(tmp_path / "moved.workbench")) as again:
        assert again.tag == tag
