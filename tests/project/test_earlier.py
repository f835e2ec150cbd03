"""What the checks know of the record: adopted editions, and newer versions of standard sets."""

from dataclasses import replace
from pathlib import Path

from workbench.model import Indicator, Standard, StandardSet, add, remove, set_field
from workbench.project import Project, create_project, open_project
from workbench.store import Store


def codes(project: Project, code: str) -> list[str]:
    """Return what one rule says."""
    return [one.message for one in project.findings(drafts=True) if one.code == code]


def test_a_code_that_an_edition_gave_to_another_thing_is_found_in_every_process(tmp_path: Path) -> None:
    """At once after adoption, and when the project is opened again; before adoption a code binds nobody."""
    path = tmp_path / "example.workbench"
    with create_project(path) as project:
        one = next(iter(project.framework.indicators.values()))
        assert codes(project, "STR020") == []
        project.adopt(title="First", vote="7 to 0", effective="2027-28", adopted_on="2026-11-23")
        assert codes(project, "STR020") == []

        project.edit(remove(project.framework, one.id))
        project.edit(add(project.framework, Indicator(id="new", title="Sing", code=one.code)))
        said = codes(project, "STR020")

        assert [one.partition(", which")[2] for one in said] == [f" in edition 1 stands for “{one.name}”."]
    with open_project(path) as again:
        assert codes(again, "STR020") == said


def test_an_edition_is_read_once(tmp_path: Path) -> None:
    """An edit asks only for editions with a higher number; those that are there are kept as they are."""
    path = tmp_path / "example.workbench"
    with create_project(path) as project:
        project.adopt(title="First", vote="7 to 0", effective="2027-28", adopted_on="2026-11-23")
        store = Store.open(path)

        assert store.adopted() == {1: project.framework}
        assert store.adopted(after=1) == {}
        store.close()


def test_what_is_aligned_to_an_older_version_is_told_when_the_newer_one_comes(tmp_path: Path) -> None:
    """And no longer when it was taken over."""
    standards = (Standard(id="s1", code="A.1", statement="Read"),)
    old = StandardSet(id="owner", title="Ours", version="2020", publisher="Us", standards=standards)
    with create_project(tmp_path / "example.workbench") as project:
        project.standards.add(old)
        alignment = next(iter(project.framework.alignments.values()))
        changes = set_field(project.framework, alignment.id, "set_id", "owner")
        project.edit((*changes, *set_field(project.framework, alignment.id, "standard_id", "s1")))
        assert codes(project, "ALN006") == []

        newer = project.standards.add(replace(old, version="2026")).id
        (said,) = codes(project, "ALN006")
        assert said.endswith(
            "is aligned to “A.1” of “Ours” 2020, and this project holds “Ours” 2026, which follows it."
        )

        project.edit(set_field(project.framework, alignment.id, "set_id", newer))
        assert codes(project, "ALN006") == []
