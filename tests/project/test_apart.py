"""Publishing in a process of its own."""

from pathlib import Path

import pytest

from workbench.errors import CannotPublish
from workbench.project import create_project
from workbench.project.apart import publish_apart


def test_files_are_the_same_as_in_this_process(tmp_path: Path) -> None:
    """Byte for byte, while the project stays open here."""
    with create_project(tmp_path / "a.workbench") as project:
        apart = publish_apart(project.path, tmp_path / "apart", ["html", "case"])
        here = project.publish(tmp_path / "here", ["html", "case"])
    assert [one.name for one in apart] == [one.name for one in here]
    assert [one.read_bytes() for one in apart] == [one.read_bytes() for one in here]


@pytest.mark.parametrize("name", ["case", pytest.param("report", marks=pytest.mark.slow)])
def test_publishing_makes_nobody_one_of_the_people(tmp_path: Path, name: str) -> None:
    """Under the name of this machine's user there is nobody who takes part."""
    with create_project(tmp_path / "a.workbench", person="Ana Ruiz") as project:
        publish_apart(project.path, tmp_path / "out", [name])
        project.refresh()

        assert list(project.discussion.people.values()) == ["Ana Ruiz"]


def test_what_goes_wrong_is_told_in_its_own_words(tmp_path: Path) -> None:
    """A folder that cannot be, and a project that is none."""
    (tmp_path / "file").write_text("x")
    with create_project(tmp_path / "a.workbench", starter="blank") as project:
        with pytest.raises(CannotPublish, match="file"):
            publish_apart(project.path, tmp_path / "file" / "out", ["html"])
        with pytest.raises(CannotPublish, match="no format “smoke”"):
            publish_apart(project.path, tmp_path / "out", ["smoke"])
    with pytest.raises(CannotPublish, match="not a workbench project"):
        publish_apart(tmp_path / "file", tmp_path / "out", ["html"])
