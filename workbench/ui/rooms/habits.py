"""The room of habits of work: how students go about learning, scored apart from what they know."""

from __future__ import annotations

from workbench.localize import _
from workbench.localize.lazy import capital
from workbench.model import Framework, HabitOfWork, Thing
from workbench.ui.rooms.criteria_grid import compare_action, element_button, grids_of, used_in
from workbench.ui.rooms.nodes import add_button, empty_place, fields_block, heading, node, page, section
from workbench.ui.sections import all_ready
from workbench.ui.view import Given, State
from workbench.ui.words import term


def outline(given: Given) -> list[State]:
    """Return the outline: the habits under one heading."""
    framework = given.framework
    habits = [node(given, one, ready=all_ready(framework, one)) for one in framework.habits.ordered()]
    return [heading(capital(term(framework, "habit", 2)), habits)] if habits else []


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    return next(iter(framework.habits), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here."""
    after = thing.id if isinstance(thing, HabitOfWork) else None
    return [add_button(given.framework, "habit", after=after), *([element_button(thing)] if after and thing else [])]


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected: the habit, then its criteria as a table."""
    framework = given.framework
    if not isinstance(thing, HabitOfWork):
        empty = empty_place(framework, "habit", add_button(framework, "habit"))
        title = capital(term(framework, "habit", 2))
        return {"title": title, "blocks": [{"type": "empty", "key": "empty", **empty}]}
    used = used_in(given, thing)
    none = "" if used else _("No {assessment} uses its criteria yet.", assessment=term(framework, "assessment"))
    blocks = [
        fields_block(given, thing, "statement", "title", "code"),
        *grids_of(given, thing),
        section("links", f"{thing.id} used", _("Where it is scored"), says=none, items=used),
    ]
    found = page(given, thing, blocks)
    ready, *rest = found["actions"]
    between = [element_button(thing), compare_action(given)] if framework.criteria_of(thing.id) else []
    return {**found, "actions": [ready, *between, *rest]}
