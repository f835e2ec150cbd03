"""One strand of a set from grade to grade: what comes when, what must come before it, where a grade has nothing."""

from __future__ import annotations

from workbench.model import SetInfo, Standard
from workbench.standards.strands import Strand
from workbench.standards.vertical import Vertical
from workbench.ui.view import Given, State
from workbench.ui.words import counted, in_list, line_of

EARLY = {"PK", "K", "PK-K"}
"""Grades that are no numbers."""


def strand_page(given: Given, info: SetInfo, key: str) -> State:
    """Return the page of a strand; without one, the strands to choose from."""
    if given.vertical is None:
        return _choose(given, info)
    found = given.vertical
    gaps = f" Nothing in {in_list(found.gaps)}." if found.gaps else ""
    blocks = [_table(found), *_prerequisites(found)]
    return {
        "title": _name(found.strand),
        "where": f"{info.title} · {counted(found.strand.standards, 'standard')}, {_span(found.strand)}",
        "guide": {"what": f"Read across: the same thread, grade by grade.{gaps}", "why": ""},
        "blocks": blocks,
        "actions": [{"label": "Choose another strand", "do": {"select": f"strand {info.id}"}}],
        "id": f"strand {info.id} {key}",
    }  # fmt: skip


def _choose(given: Given, info: SetInfo) -> State:
    items = [
        {
            "id": one.key,
            "code": one.key if one.coded else "",
            "name": _name(one) if one.title or not one.coded else "",
            "says": f"{counted(one.standards, 'standard')}, {_span(one)}",
            "do": {"select": f"strand {info.id} {one.key}"},
        }
        for one in given.strands
    ]
    empty = {
        "what": "No strand was found in this set.",
        "why": "A strand is what runs from grade to grade, told by codes or by headings that recur. This set has none "
        "of these, or all of it is for one grade.",
        "example": "",
        "add": None,
    }  # fmt: skip
    return {
        "title": "A strand across the grades",
        "where": info.title,
        "guide": {"what": "Choose a strand to see it from its first grade to its last.", "why": ""},
        "blocks": [{"type": "links", "key": "strands", "title": "Strands", "items": items, "empty": empty}],
    }


def _name(one: Strand) -> str:
    return one.title or one.key


def _span(one: Strand) -> str:
    return (
        f"{one.bands[0].label} to {one.bands[-1].label}" if len(one.bands) > 1 else "".join(b.label for b in one.bands)
    )


def _table(found: Vertical) -> State:
    rows: list[list[object]] = [
        [row.anchor, *([_told(one) for one in cell] if cell else "" for cell in row.cells)] for row in found.rows
    ]
    return {
        "type": "table",
        "key": "strand",
        "title": "",
        "label": "The strand by grade",
        "columns": ["Thread", *(f"Grade {one}" if one[:1].isdigit() or one in EARLY else one for one in found.columns)],
        "rows": rows,
        "headed": True,
        "wide": True,
    }


def _told(one: Standard) -> State:
    return {"code": one.code, "text": line_of(one)}


def _prerequisites(found: Vertical) -> list[State]:
    if not found.prerequisites:
        return []
    rows = [
        [_told(one.before), _told(one.after), "Yours" if one.ours else "The set's own"]
        for one in found.prerequisites[:200]
    ]
    outside = f" {found.outside:,} more have an end outside this set." if found.outside else ""
    count = counted(len(found.prerequisites), "prerequisite")
    return [
        {
            "type": "table",
            "key": "before",
            "title": "What comes before what",
            "says": f"{count} at or between the standards of this strand.{outside}",
            "columns": ["First", "Then", "Who says so"],
            "rows": rows,
            "folded": True,
        }
    ]  # fmt: skip
