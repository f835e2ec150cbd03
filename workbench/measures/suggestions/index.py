"""The index of a standard set: built once, asked for suggestions in milliseconds.

A standard's score is a weighted sum of signs; among all standards that come into question the scores make
probabilities (softmax), which is how the weights were fitted. The same input gives the same answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from workbench.measures.suggestions.candidates import Candidate
from workbench.measures.suggestions.grades import grade_set, in_order
from workbench.measures.suggestions.memory import Decision, Memory
from workbench.measures.suggestions.reasons import learnt_from, related_words, shared_words
from workbench.measures.suggestions.texts import Query, Texts
from workbench.measures.suggestions.weights import Weights, load_weights
from workbench.measures.suggestions.words import words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

SETTLED = 1000.0
"""Added where this very text was decided on before: an accepted standard comes first, a rejected one last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A standard that a text may meet, and why; a room puts the reasons into words.

    ``certainty`` is the share of the standards' joint probability, 0 to 1; ``shared_words`` stand in both texts, as
    they are written in ours, without case; ``related_words`` are pairs of ours and the standard's that often go
    together; ``grades`` are those in common; ``neighbours`` are aligned standards that are this one or its siblings;
    ``learnt_from`` are things of ours with a like text that were aligned here or to its kin in another grade.
    """

    standard_id: str
    certainty: float
    shared_words: tuple[str, ...] = ()
    related_words: tuple[tuple[str, str], ...] = ()
    grades: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    learnt_from: tuple[str, ...] = ()


class Index:
    """The standards of one set, ready to be compared with any text. Never changed after ``build``."""

    def __init__(self, candidates: Sequence[Candidate], weights: Weights) -> None:
        import numpy as np

        self.candidates = tuple(candidates)
        self.places = {one.id: place for place, one in enumerate(self.candidates)}
        self.weights = weights
        self.texts = Texts(self.candidates)
        known = frozenset[str]().union(*(one.grades for one in self.candidates))
        self._graded = {grade: np.array([grade in one.grades for one in self.candidates], bool) for grade in known}
        names: dict[str, int] = {}
        self._headings = np.array([names.setdefault(one.heading, len(names)) for one in self.candidates], np.int64)

    @classmethod
    def build(cls, standards: Iterable[Candidate], *, weights: Weights | None = None) -> Self:
        """Return the index of ``standards``; ``weights`` are those that ship unless told."""
        return cls(tuple(standards), weights or load_weights())

    def remember(self, decisions: Iterable[Decision]) -> Memory:
        """Return the district's decisions ready for ``suggest``; a few milliseconds for a thousand."""
        return Memory.of(decisions, places=self.places, headings=self._headings, idf=self.texts.gram_idf)

    def suggest(
        self,
        text: str,
        *,
        grades: Iterable[str] = (),
        memory: Memory | None = None,
        near: Collection[str] = (),
        without: Collection[str] = (),
        limit: int = 10,
    ) -> tuple[Suggestion, ...]:
        """Return the standards that ``text`` most likely meets, the likeliest first.

        Args:
            text: Words of ours; a text without any gets no suggestion.
            grades: The text's grades ("9-10"); standards of other grades are then left out, as long as any remain.
            memory: What was decided before, of ``remember``.
            near: Standards to which neighbours of the text (same competency, same course) are aligned.
            without: Standards to leave out, such as those it is aligned to already.
            limit: How many at most.
        """
        query = self.query(text)
        found = self.ranking(query, grades=grades, memory=memory, without=without)[: max(0, limit)]
        wanted = grade_set(grades)
        return tuple(self._suggestion(place, share, query, wanted, memory, near) for place, share in found)

    def query(self, text: str) -> Query:
        """Return ``text`` as ``ranking`` and ``scores`` take it."""
        return Query.of(text, self.texts.gram_idf)

    def ranking(
        self,
        query: Query,
        *,
        grades: Iterable[str] = (),
        memory: Memory | None = None,
        without: Collection[str] = (),
    ) -> list[tuple[int, float]]:
        """Return place and certainty of every standard that comes into question, the likeliest first."""
        import numpy as np

        places = np.flatnonzero(self.allowed(grades, without))
        if not query.words or not len(places):
            return []
        scores = self.scores(query, memory)[places]
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        best = np.argsort(-scores, kind="stable")
        return list(zip(places[best].tolist(), shares[best].tolist(), strict=True))

    def allowed(self, grades: Iterable[str], without: Collection[str] = ()) -> Array:
        """Return which standards come into question."""
        import numpy as np

        wanted = grade_set(grades)
        open_ = np.ones(len(self.candidates), bool)
        open_[[self.places[one] for one in without if one in self.places]] = False
        fits = [self._graded[one] for one in wanted if one in self._graded]
        graded = open_ & np.logical_or.reduce(fits) if fits else open_
        # A set of other grades alone is still worth a look.
        return graded if graded.any() else open_

    def scores(self, query: Query, memory: Memory | None = None) -> Array:
        """Return the score of each standard, in the order of ``candidates``."""
        import numpy as np

        total = self.texts.related(query, self.weights.vocabulary)
        for name, values in self.texts.signs(query).items():
            total += np.float32(self.weights.signs[name]) * values
        if memory is not None and memory.decisions:
            for name, values in memory.signs(query, self.texts.kin).items():
                total += np.float32(self.weights.memory[name]) * values
            total += np.float32(SETTLED) * memory.settled(query)
        return total

    def _suggestion(
        self,
        place: int,
        share: float,
        query: Query,
        wanted: frozenset[str],
        memory: Memory | None,
        near: Collection[str],
    ) -> Suggestion:
        one = self.candidates[place]
        theirs = words(one.text)
        kin = frozenset(self.texts.kin.of_place(place))
        return Suggestion(
            standard_id=one.id,
            certainty=share,
            shared_words=shared_words(query.words, theirs, self.texts.rarity),
            related_words=related_words(query.words, [*theirs, *words(" ".join(one.context))], self.weights.vocabulary),
            grades=in_order(one.grades & wanted),
            neighbours=tuple(
                key
                for key in near
                if (at := self.places.get(key)) is not None
                and (at == place or (one.parent_id and self.candidates[at].parent_id == one.parent_id))
            ),
            learnt_from=learnt_from(memory, query, kin) if memory else (),
        )
