"""The part of a large coverage matrix that fits a page or a screen, and what it leaves out in words."""

from __future__ import annotations

from dataclasses import replace

from workbench.measures.coverage import Matrix


def window(matrix: Matrix, *, first: int = 0, rows: int = 60, columns: int = 30) -> tuple[Matrix, str]:
    """Return ``rows`` lines from ``first`` on and at most ``columns`` columns, and a remark on what that leaves out.

    Columns without a mark in these lines go first. The remark is empty where everything is there.
    """
    lines = matrix.lines[first : first + rows]
    marked = {one for line in lines for one in line.cells}
    useful = tuple(head for head in matrix.columns if head.id in marked)
    said = []
    if len(lines) < len(matrix.lines):
        said.append(f"Rows {first + 1:,} to {first + len(lines):,} of {len(matrix.lines):,}.")
    if bare := len(matrix.columns) - len(useful):
        whole = f"{bare:,} of {len(matrix.columns):,} columns"
        said.append(f"Left out: {whole}, without a mark in these rows.")
    if cut := max(0, len(useful) - columns):
        said.append(f"Left out: {cut:,} more {'column' if cut == 1 else 'columns'}, for want of room.")
    return replace(matrix, lines=lines, columns=useful[:columns]), " ".join(said)
