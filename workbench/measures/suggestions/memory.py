"""What the district decided before, as a help for what comes next: nothing is trained, to remember is to learn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from workbench.measures.suggestions.kin import Kin
from workbench.measures.suggestions.postings import Postings, cosine, gram_counts
from workbench.measures.suggestions.texts import Query
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
    headings: Array
    accepted: Array
    folded: tuple[str, ...]

    @classmethod
    def of(cls, decisions: Iterable[Decision], *, places: Mapping[str, int], headings: Array, idf: Array) -> Self:
        """Return the memory of those decisions whose standard is among ``places`` (identifier to place).

        ``headings`` numbers the heading above each standard; like headings in different grades share a number.
        """
        import numpy as np

        kept = tuple(one for one in decisions if one.standard_id in places)
        folded = [words(one.text) for one in kept]
        counts = gram_counts(folded)
        return cls(
            decisions=kept,
            postings=Postings.of(counts, cosine(counts, idf)),
            places=np.array([places[one.standard_id] for one in kept], np.int64),
            headings=headings,
            accepted=np.array([one.accepted for one in kept], bool),
            folded=tuple(" ".join(one) for one in folded),
        )

    def nearness(self, query: Query) -> Array:
        """Return how near each decision's text is to ``query``, from 0 to 1."""
        return self.postings.scores(query.grams)

    def signs(self, query: Query, kin: Kin) -> Mapping[str, Array]:
        """Return each sign of ``MEMORY_SIGNS`` for each standard, from 0 to 1."""
        import numpy as np

        near = self.nearness(query)
        accepted, rejected = np.zeros((2, len(self.headings)), np.float32)
        np.maximum.at(accepted, self.places[self.accepted], near[self.accepted])
        np.maximum.at(rejected, self.places[~self.accepted], near[~self.accepted])
        squares = np.where(self.accepted, near**2, 0)
        # Where nothing decided before is like this text, the votes say little.
        trust = float(accepted.max()) / max(1e-9, float(squares.sum()))
        votes = trust * np.bincount(self.headings[self.places], squares, int(self.headings.max()) + 1)
        return {
            "accepted": accepted,
            "accepted_kin": kin.highest(accepted),
            "accepted_heading": votes[self.headings].astype(np.float32),
            "rejected": rejected,
        }

    def settled(self, query: Query) -> Array:
        """Return for each standard 1 where this very text was aligned to it, -1 where that was turned down, else 0."""
        import numpy as np

        wanted = " ".join(query.words)
        same = np.array([one == wanted for one in self.folded], bool)
        found = np.zeros(len(self.headings), np.float32)
        found[self.places[same & ~self.accepted]] = -1
        found[self.places[same & self.accepted]] = 1
        return found
