"""The list of priority standards in a publication: the reason of each, and what covers it."""

from dataclasses import replace

from tests.publish.small_district import IDS, publication
from workbench.model import apply, remove
from workbench.publish.compose import compose
from workbench.publish.document import Heading, Table, text_of


def rows(**without: bool) -> list[list[str]]:
    """Return the cells of the table, ``sets`` or the ``alignment`` left out."""
    given = publication()
    if without.get("sets"):
        given = replace(given, sets={})
    if without.get("alignment"):
        framework = apply(given.framework, remove(given.framework, IDS["alignment"]))
        given = replace(given, framework=framework)
    table = next(
        one for one in compose(given).blocks() if isinstance(one, Table) and one.caption == "Priority standards"
    )
    return [[text_of(cell) for cell in row.cells] for row in table.rows]


def test_each_priority_standard_says_why_and_what_covers_it() -> None:
    """The code, the label, the reason, the indicators."""
    assert rows() == [["LS1-2", "Systems of a body", "Health builds on it.", "SC.1"]]


def test_one_that_nothing_covers_says_so() -> None:
    """A course that is aligned to it does not count."""
    assert rows(alignment=True)[0][-1] == "No performance indicator yet"


def test_one_of_a_set_that_is_not_at_hand_keeps_its_code() -> None:
    """Nothing vanishes because a set is missing."""
    code, about, reason, _ = rows(sets=True)[0]

    assert (code, reason) == ("LS1-2", "Health builds on it.")
    assert about.startswith("The project does not hold it: ")


def test_without_priority_standards_there_is_no_heading() -> None:
    """An empty table would say nothing."""
    given = publication()
    framework = apply(given.framework, remove(given.framework, IDS["priority"]))
    found = compose(replace(given, framework=framework)).blocks()

    assert "Priority standards" not in {one.text for one in found if isinstance(one, Heading)}
