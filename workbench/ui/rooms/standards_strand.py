"""One strand of a set from grade to grade: what comes when, what must come before it, where a grade has nothing."""

from __future__ import annotations

from workbench.localize import _, ngettext
from workbench.model import SetInfo, Standard
from workbench.standards.strands import Strand
from workbench.standards.vertical import UNGRADED, Vertical
from workbench.ui.view import Given, State
from workbench.ui.words import in_list, line_of

EARLY = {"PK", "K", "PK-K"}
"""Grades that are no numbers."""


def strand_page(given: Given, info: SetInfo, key: str) -> State:
    """Return the page of a strand; without one, the strands to choose from."""
    if given.vertical is None:
        return _choose(given, info)
    found = given.vertical
    what = _("Read across: the same thread, grade by grade.")
    if found.gaps:
        what += " " + _("Nothing in {grades}.", grades=in_list(found.gaps))
    blocks = [_table(found), *_prerequisites(found)]
    return {
        "title": _name(found.strand),
        "where": f"{info.title} · {_size(found.strand)}",
        "guide": {"what": what, "why": ""},
        "blocks": blocks,
        "actions": [{"label": _("Choose another strand"), "do": {"select": f"strand {info.id}"}}],
        "id": f"strand {info.id} {key}",
    }  # fmt: skip


def _choose(given: Given, info: SetInfo) -> State:
    items = [
        {
            "id": one.key,
            "code": one.key if one.coded else "",
            "name": _name(one) if one.title or not one.coded else "",
            "says": _size(one),
            "do": {"select": f"strand {info.id} {one.key}"},
        }
        for one in given.strands
    ]
    empty = {
        "what": _("No strand was found in this set."),
        "why": _(
            "A strand is what runs from grade to grade, told by codes or by headings that recur. This set has none "
            "of these, or all of it is for one grade."
        ),
        "example": "",
        "add": None,
    }  # fmt: skip
    return {
        "title": _("A strand across the grades"),
        "where": info.title,
        "guide": {"what": _("Choose a strand to see it from its first grade to its last."), "why": ""},
        "blocks": [{"type": "links", "key": "strands", "title": _("Strands"), "items": items, "empty": empty}],
    }


def _name(one: Strand) -> str:
    return one.title or one.key


def _size(one: Strand) -> str:
    """Return how many standards a strand has, and for which grades: "12 standards, K to 8"."""
    grades = "".join(band.label for band in one.bands[:1])
    if len(one.bands) > 1:
        grades = _("{first} to {last}", first=grades, last=one.bands[-1].label)
    size = ngettext("{n} standard", "{n} standards", one.standards)
    return f"{size}, {grades}"


def _table(found: Vertical) -> State:
    rows: list[list[object]] = [
        [row.anchor, *([_told(one) for one in cell] if cell else "" for cell in row.cells)] for row in found.rows
    ]
    return {
        "type": "table",
        "key": "strand",
        "title": "",
        "label": _("The strand by grade"),
        "columns": [_("Thread"), *(_column(one) for one in found.columns)],
        "rows": rows,
        "headed": True,
        "wide": True,
    }


def _column(label: str) -> str:
    if label[:1].isdigit() or label in EARLY:
        return _("Grade {grade}", grade=label)
    return _(label) if label == UNGRADED else label


def _told(one: Standard) -> State:
    return {"code": one.code, "text": line_of(one)}


def _prerequisites(found: Vertical) -> list[State]:
    if not found.prerequisites:
        return []
    rows = [
        [_told(one.before), _told(one.after), _("Yours") if one.ours else _("The set's own")]
        for one in found.prerequisites[:200]
    ]
    says = ngettext(
        "{n} prerequisite at or between the standards of this strand.",
        "{n} prerequisites at or between the standards of this strand.",
        len(found.prerequisites),
    )
    outside = ngettext("{n} more has an end outside this set.", "{n} more have an end outside this set.", found.outside)
    return [
        {
            "type": "table",
            "key": "before",
            "title": _("What comes before what"),
            "says": f"{says} {outside}" if found.outside else says,
            "columns": [_("First"), _("Then"), _("Who says so")],
            "rows": rows,
            "folded": True,
        }
    ]  # fmt: skip
