"""The priority standards of one set on its page: each with its reason, and what covers it."""

from __future__ import annotations

from workbench.localize import _
from workbench.model import Framework, PriorityStandard, SetInfo
from workbench.ui.fields import fields_of
from workbench.ui.view import Given, State
from workbench.ui.words import line_of, short_name, term


def priority_ids(framework: Framework, set_id: str) -> list[str]:
    """Return the identifiers of the standards of a set that are marked."""
    return [one.standard_id for one in framework.priority_standards.by("set_id", set_id)]


def priorities_block(given: Given, info: SetInfo) -> State:
    """Return the priority standards of a set, each with its reason to be written and what covers it."""
    items = [_card(given, one) for one in given.framework.priority_standards.by("set_id", info.id)]
    empty = {
        "what": _("No standard of this set is marked as a priority."),
        "why": _(
            "Priority standards are the ones that every student learns and shows. Select a standard on the right, "
            "then “Priority”. The checks ask that an indicator is aligned to each."
        ),
        "example": _("HS-PS1-7, because later work in chemistry rests on it."),
    }
    return {
        "type": "cards",
        "key": f"{info.id} priorities",
        "title": _("Priority standards"),
        "items": items,
        "empty": empty,
    }


def _card(given: Given, one: PriorityStandard) -> State:
    framework = given.framework
    held = given.standard(one.set_id, one.standard_id)
    covering = framework.indicators_aligned_to(one.set_id, one.standard_id)
    names = ", ".join(each.code or short_name(each) for each in covering)
    nothing = _("No {indicator} is aligned to it yet.", indicator=term(framework, "indicator"))
    return {
        "id": one.id,
        "code": held.code if held else one.code,
        "title": line_of(held) if held else _("A standard that is not in this project"),
        "says": _("Covered by {names}.", names=names) if names else nothing,
        "counts": {},
        "fields": fields_of(given, one, "reason"),
        "actions": [{"label": _("No longer a priority"), "do": {"prioritize": {
            "set": one.set_id, "standard": one.standard_id, "value": False
        }}}],
    }  # fmt: skip
