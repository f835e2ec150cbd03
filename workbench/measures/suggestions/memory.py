"""What the district decided before, as a help for what comes next. Nothing is trained: to remember is to have learnt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.measures.suggestions.postings import Postings, cosine, gram_counts
from workbench.measures.suggestions.words import words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A text of ours was aligned to a standard (``accepted``), or the suggestion to do so was turned down."""

    subject_id: str
    text: str
    standard_id: str
    accepted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Decisions, ready to be compared with a text; made by ``Index.remember``."""

    decisions: tuple[Decision, ...]
    postings: Postings
    places: Array
    accepted: Array
    folded: tuple[str, ...]

    @classmethod
    def of(cls, decisions: Iterable[Decision], *, places: dict[str, int], idf: Array) -> Memory:
        """Return the memory of those decisions whose standard is among ``places`` (identifier to place)."""
        import numpy as np

        kept = tuple(one for one in decisions if one.standard_id in places)
        folded = [words(one.text) for one in kept]
        counts = gram_counts(folded)
        return cls(
            decisions=kept,
            postings=Postings.of(counts, cosine(counts, idf)),
            places=np.array([places[one.standard_id] for one in kept], np.int64),
            accepted=np.array([one.accepted for one in kept], bool),
            folded=tuple(" ".join(one) for one in folded),
        )

    def nearness(self, grams: Sequence[tuple[int, float]]) -> Array:
        """Return how near each decision's text is to one given by its groups of letters, from 0 to 1."""
        return self.postings.scores(grams)

    def same(self, folded: Sequence[str]) -> Array:
        """Return which decisions were made about this very text."""
        import numpy as np

        wanted = " ".join(folded)
        return np.array([bool(wanted) and one == wanted for one in self.folded], bool)
