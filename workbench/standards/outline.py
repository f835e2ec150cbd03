"""Rows that say how deep they stand, one after the other -> who stands below whom."""

from __future__ import annotations

from typing import Any

from workbench.standards.report import Account, Fate


class Outline:
    """Takes the depths of the rows of a file from the top down."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._open: list[tuple[int, str]] = []

    def place(self, depth: int, where: str) -> dict[str, Any]:
        """Return where the row at ``where`` hangs, as fields of an entry; one level at a time goes down."""
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()
        lowest = self._open[-1][0] + 1 if self._open else min(depth, 1)
        if depth > lowest:
            self._account.add(Fate.REPAIRED, "rows that skip a level, hung one level down", where)
        above = self._open[-1][1] if self._open else ""
        self._open.append((min(depth, lowest), where))
        return {"key": where, "under": above}

    def beside(self, where: str) -> dict[str, Any]:
        """Return where a row hangs that does not say how deep it stands: beside the row before it."""
        return self.place(self._open[-1][0] if self._open else 0, where)
