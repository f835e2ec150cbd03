"""A coverage matrix as a pandas data frame, for those who go on counting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.measures.coverage import Matrix
from workbench.measures.marks import WORDS, Mark, Status

if TYPE_CHECKING:
    import pandas as pd

INDEX = ("group", "code", "name")


def frame(matrix: Matrix) -> pd.DataFrame:
    """Return a row a line, indexed by group, code and name: ``status``, then a column for each column of the matrix.

    The cells are ordered categories, "" before "claimed" before "introduced" and so on up to "assessed", so that
    ``frame(matrix)["BIO"] >= "introduced"`` asks what it says. Columns with the same label are numbered from the
    second on: "Art", "Art (2)". Behind the columns of pathways follow those that say how students come to it, in
    words: "STEM, way" is "required", "by choice (1 of 2)" or "".
    """
    # A room's kernel must not pay for pandas at start.
    import numpy as np
    import pandas as pd

    codes = np.zeros((len(matrix.columns), len(matrix.lines)), dtype=np.int8)
    places = {head.id: place for place, head in enumerate(matrix.columns)}
    for row, line in enumerate(matrix.lines):
        for identifier, cell in line.cells.items():
            codes[places[identifier], row] = cell.mark
    kind = pd.CategoricalDtype([WORDS[mark] for mark in Mark], ordered=True)
    statuses = pd.Categorical([line.status.value for line in matrix.lines], categories=[one.value for one in Status])
    ways = {
        head.id: [line.cells[head.id].way if head.id in line.cells else "" for line in matrix.lines]
        for head in matrix.columns
        if matrix.by == "pathways"
    }
    heads = [*(head.label for head in matrix.columns), *(f"{head.label}, way" for head in matrix.columns if ways)]
    labels = _distinct(["status", *heads])
    cells = (pd.Categorical.from_codes(codes[place], dtype=kind) for place in places.values())
    index = pd.MultiIndex.from_tuples(
        [(line.head.group, line.head.code, line.head.name) for line in matrix.lines], names=INDEX
    )
    return pd.DataFrame(dict(zip(labels, [statuses, *cells, *ways.values()], strict=True)), index=index)


def _distinct(labels: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for label in labels:
        name, number = label, 1
        while name in found:
            number += 1
            name = f"{label} ({number})"
        found[name] = None
    return list(found)
