"""Whether every student of a pathway meets what it covers, or only those who choose so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

from workbench.localize.lazy import lazy_gettext as _
from workbench.measures.coverage_reach import Key
from workbench.measures.marks import Cell, Mark
from workbench.model import Framework

REQUIRED = _("required")


def way_of(
    framework: Framework, pathway_id: str, key: Key, cell: Cell, single: Mapping[str, Mapping[Key, Mark]]
) -> str:
    """Return how students of a pathway come to the mark of one of its cells: "required", "by choice (1 of 2)".

    It is required where the pathway claims it itself, or where one of its parts gives the mark whatever is chosen
    there. ``single`` are the marks of each learning experience by row. Both can be said again in another language.
    """
    if cell.mark is Mark.CLAIMED and pathway_id in cell.through:
        return REQUIRED
    choices: dict[str, None] = {}
    for part in framework.parts_of(pathway_id):
        offered = {one for one in part.experience_ids if one in framework.experiences}
        taken = min(part.choose or len(offered), len(offered))
        without = sum(single.get(one, {}).get(key) is not cell.mark for one in offered)
        if without < taken:
            return REQUIRED
        if without < len(offered):
            choices[_("{part} of {whole}", part=taken, whole=len(offered))] = None
    listed = reduce(lambda names, last: _("{names} and {last}", names=names, last=last), choices)
    return _("by choice ({choices})", choices=listed)
