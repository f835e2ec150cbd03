"""What holds in every framework without a rule: nothing can bring it about otherwise."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.checks.registry import BUILT_IN, RULES
from workbench.errors import BadEdit
from workbench.model import Change, apply, from_json, set_field
from workbench.model.values import Route
from workbench.project import create_project, open_project

COURSE = {"id": "e1", "title": "Camino"}
SENTENCE = f"“Kind” cannot be 'pilgrimage'. Choose from: {', '.join(Route)}."


def from_a_file() -> None:
    """Read a framework that somebody wrote by hand."""
    from_json({"experiences": [{**COURSE, "route": "pilgrimage"}]})


def by_an_edit() -> None:
    """Change the field as a room does."""
    set_field(from_json({"experiences": [COURSE]}), "e1", "route", "pilgrimage")


def by_a_change_of_the_log() -> None:
    """Apply a change that another program wrote."""
    change = Change(kind="experience", id="e1", field="route", old="course", new="pilgrimage")
    apply(from_json({"experiences": [COURSE]}), [change])


@pytest.mark.parametrize("way", [from_a_file, by_an_edit, by_a_change_of_the_log])
def test_no_way_leads_to_a_route_that_the_statute_does_not_name(way: Callable[[], None]) -> None:
    """Each is refused in one sentence that names the kinds there are."""
    with pytest.raises(BadEdit) as refused:
        way()

    assert str(refused.value).endswith(SENTENCE)


def test_a_project_with_such_a_route_is_not_opened(tmp_path: Path) -> None:
    """Somebody wrote into the file itself."""
    path = tmp_path / "example.workbench"
    create_project(path).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE thing SET data = json_set(data, '$.route', 'pilgrimage') WHERE kind = 'experience'")

    with pytest.raises(BadEdit) as refused:
        open_project(path)

    assert str(refused.value) == SENTENCE


def test_one_identifier_for_two_things_is_refused() -> None:
    """In whatever sections of a file they stand."""
    with pytest.raises(BadEdit, match="stands in “experiences” and again in “pathways”"):
        from_json({"experiences": [COURSE], "pathways": [{"id": "e1"}]})


def test_rows_that_hold_by_themselves_are_rows_of_which_rules_ask_the_rest() -> None:
    """Nothing here stands in for a rule that is missing."""
    assert set(BUILT_IN) <= {rule.row for rule in RULES.values()}
