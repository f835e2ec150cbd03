"""What became of every entry of a file: read, kept, repaired, noted, left out.

``read`` is counted from the file and the rest while the entries are converted, so that
``read == kept + left out`` is a check and no tautology.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

EXAMPLES = 3
"""How many examples a tally shows."""
SHOWN = 120
"""Characters of one example."""


class Fate(StrEnum):
    """The columns of the account. An entry is kept or left out; it may be repaired and noted besides."""

    READ = "read"
    KEPT = "kept"
    REPAIRED = "repaired"
    NOTED = "noted"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many entries met one fate for one reason; the first examples, each with its place in the file."""

    reason: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The account of one import. ``noted`` entries were kept as they are and deserve a look."""

    source: str
    title: str = ""
    read: tuple[Tally, ...] = ()
    kept: tuple[Tally, ...] = ()
    repaired: tuple[Tally, ...] = ()
    noted: tuple[Tally, ...] = ()
    left_out: tuple[Tally, ...] = ()

    def count(self, fate: Fate) -> int:
        """Return how many entries met ``fate``; one repaired twice counts twice."""
        return sum(tally.count for tally in self.tallies(fate))

    def tallies(self, fate: Fate) -> tuple[Tally, ...]:
        """Return the tallies of one column, most frequent reason first; of what was read, in the file's order."""
        found: tuple[Tally, ...] = getattr(self, fate.name.lower())
        return found

    def sentences(self) -> tuple[str, ...]:
        """Return the account in plain words: one line for what was read, then one a reason."""
        parts = ", ".join(f"{tally.count:,} {tally.reason}" for tally in self.read)
        lines = [f"Read from “{self.source}”: {parts or 'nothing'}."]
        for fate in (Fate.KEPT, Fate.REPAIRED, Fate.NOTED, Fate.LEFT_OUT):
            lines += (_line(fate, tally) for tally in self.tallies(fate))
        return tuple(lines)

    def and_also(self, other: ImportReport) -> ImportReport:
        """Return the account of this import and of a second file that was read with it."""
        return ImportReport(
            source=f"{self.source}, {other.source}",
            title=self.title,
            **{fate.name.lower(): self.tallies(fate) + other.tallies(fate) for fate in Fate},
        )

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return asdict(self)


def _line(fate: Fate, tally: Tally) -> str:
    shown = f" For example: {'; '.join(tally.examples)}." if tally.examples and fate is not Fate.KEPT else ""
    return f"{fate.value.capitalize()} ({tally.count:,}): {tally.reason}.{shown}"


@dataclass(slots=True)
class Account:
    """Counts fates while a file is converted; ``report`` closes it."""

    _counts: dict[tuple[Fate, str], int] = field(default_factory=dict)
    _examples: dict[tuple[Fate, str], list[str]] = field(default_factory=dict)

    def add(self, fate: Fate, reason: str, example: str = "", *, count: int = 1) -> None:
        """Count ``count`` entries under ``reason``; keep the first examples."""
        key = (fate, reason)
        self._counts[key] = self._counts.get(key, 0) + count
        examples = self._examples.setdefault(key, [])
        if example and len(examples) < EXAMPLES:
            examples.append(visible(example))

    def report(self, *, source: str, title: str) -> ImportReport:
        """Return the account as a value."""
        columns = {fate.name.lower(): self._column(fate) for fate in Fate}
        return ImportReport(source=source, title=visible(title), **columns)

    def _column(self, fate: Fate) -> tuple[Tally, ...]:
        own: Sequence[tuple[str, int]] = [(key[1], n) for key, n in self._counts.items() if key[0] is fate and n]
        ranked = own if fate is Fate.READ else sorted(own, key=lambda pair: -pair[1])
        return tuple(Tally(reason=r, count=n, examples=tuple(self._examples[fate, r])) for r, n in ranked)


def visible(text: str) -> str:
    r"""Return the beginning of a foreign text for a line on a screen: what has no sign of its own is spelled out.

    A line end, an escape sequence or a mark that turns the direction of reading would change the lines around it.

    >>> visible("Ratio\x1b[2J \u202e")
    'Ratio\\x1b[2J \\u202e'
    """
    short = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
    return short if short.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in short)
