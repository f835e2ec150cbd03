"""The index of a standard set: built once, asked for suggestions in milliseconds.

A standard's score is a weighted sum of signs; among all standards that come into question the scores make
probabilities (softmax), which is how the weights were fitted. The same input gives the same answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from workbench.measures.suggestions.candidates import Candidate
from workbench.measures.suggestions.grades import grade_set
from workbench.measures.suggestions.kin import Kin
from workbench.measures.suggestions.memory import Decision, Memory
from workbench.measures.suggestions.postings import (
    Postings,
    bm25,
    cosine,
    count,
    gram_counts,
    gram_query,
)
from workbench.measures.suggestions.reasons import learnt_from, related_words, shared_words
from workbench.measures.suggestions.weights import Weights, load_weights
from workbench.measures.suggestions.words import term, words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

SETTLED = 1000.0
"""Added where this very text was decided on before: an accepted standard comes first, a rejected one last."""


GRADES = 13
"""Kindergarten to twelve; a standard for all of them is an anchor that others make concrete."""


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
        own = [words(one.text) for one in self.candidates]
        above = _memoised_words(self.candidates)
        whole = [some + more for some, more in zip(own, above, strict=True)]
        self._terms: dict[str, int] = {}
        full = self._counts(whole)
        owned = self._counts(own)
        self.idf = full.idf()
        self._own = Postings.of(owned, self.idf[owned.terms])
        self._frequency = Postings.of(owned, bm25(owned, self.idf))
        self._full = Postings.of(full, self.idf[full.terms])
        self._plain = Postings.of(full, 1 / np.sqrt(np.maximum(1, full.per_text(np.ones(len(full.texts)))))[full.texts])
        grams = gram_counts(whole)
        self.gram_idf = grams.idf()
        self._grams = Postings.of(grams, cosine(grams, self.gram_idf))
        self._kin = Kin.of(self.candidates, [frozenset(term(word) for word in one) for one in own])
        self._fixed = {
            "leaf": np.array([one.leaf for one in self.candidates], np.float32),
            "grade_span": np.array([len(one.grades) / GRADES for one in self.candidates], np.float32),
            "length": np.log1p(np.array([len(one) for one in own], np.float32)) / 5,
        }
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
        return Memory.of(decisions, places=self.places, idf=self.gram_idf)

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
        folded = words(text)
        grams = gram_query(folded, self.gram_idf)
        found = self.ranking(folded, grams, grades=grades, memory=memory, without=without)[: max(0, limit)]
        wanted = grade_set(grades)
        return tuple(self._suggestion(place, folded, grams, share, wanted, memory, near) for place, share in found)

    def ranking(
        self,
        folded: Sequence[str],
        grams: Sequence[tuple[int, float]],
        *,
        grades: Iterable[str] = (),
        memory: Memory | None = None,
        without: Collection[str] = (),
    ) -> list[tuple[int, float]]:
        """Return place and certainty of every standard that comes into question, the likeliest first."""
        import numpy as np

        places = np.flatnonzero(self.allowed(grades, without))
        if not folded or not len(places):
            return []
        scores = self.scores(folded, grams, memory)[places]
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

    def scores(self, folded: Sequence[str], grams: Sequence[tuple[int, float]], memory: Memory | None = None) -> Array:
        """Return the score of each standard, in the order of ``candidates``."""
        import numpy as np

        signs = self.signs(folded, grams)
        total = np.zeros(len(self.candidates), np.float32)
        for name, values in signs.items():
            total += np.float32(self.weights.signs[name]) * values
        total += self.vocabulary_score(folded)
        if memory is not None and memory.decisions:
            for name, values in self.memory_signs(memory, grams).items():
                total += np.float32(self.weights.memory[name]) * values
            known = memory.same(folded)
            total[memory.places[known & ~memory.accepted]] -= SETTLED
            total[np.unique(memory.places[known & memory.accepted])] += 2 * SETTLED
        return total

    def signs(self, folded: Sequence[str], grams: Sequence[tuple[int, float]]) -> Mapping[str, Array]:
        """Return each sign of ``SIGNS`` for each standard: shares of the text from 0 to 1, or traits of the standard."""
        import numpy as np

        present = {term(word) for word in folded}
        known = sorted(self._terms[one] for one in present if one in self._terms)
        # A word that stands in no standard counts as the rarest: the text asks for it too.
        asked = float(self.idf[known].sum()) + (len(present) - len(known)) * float(np.log1p(2 * len(self.candidates)))
        query = [(one, 1 / max(asked, 1e-9)) for one in known]
        own, frequency = self._own.scores(query), self._frequency.scores(query)
        letters = self._grams.scores(grams)
        return {
            "words": own,
            "frequency": frequency,
            "letters": letters,
            "heading_words": self._full.scores(query) - own,
            "kin_frequency": self._kin.highest(frequency),
            "kin_letters": self._kin.highest(letters),
            **self._fixed,
        }

    def vocabulary_score(self, folded: Sequence[str]) -> Array:
        """Return what the vocabulary says for each standard."""
        present = sorted({term(word) for word in folded})
        share = 1 / max(1, len(present)) ** 0.5
        wanted: dict[int, float] = {}
        for ours in present:
            for theirs, weight in self.weights.vocabulary.get(ours, {}).items():
                if theirs in self._terms:
                    wanted[self._terms[theirs]] = wanted.get(self._terms[theirs], 0.0) + weight * share
        return self._plain.scores(wanted.items())

    def memory_signs(self, memory: Memory, grams: Sequence[tuple[int, float]]) -> Mapping[str, Array]:
        """Return each sign of ``MEMORY_SIGNS`` for each standard, from 0 to 1."""
        import numpy as np

        near = memory.nearness(grams)
        accepted, rejected = np.zeros((2, len(self.candidates)), np.float32)
        np.maximum.at(accepted, memory.places[memory.accepted], near[memory.accepted])
        np.maximum.at(rejected, memory.places[~memory.accepted], near[~memory.accepted])
        squares = np.where(memory.accepted, near**2, 0)
        votes = np.bincount(self._headings[memory.places], squares, int(self._headings.max()) + 1)
        # Where nothing decided before is like this text, the votes say little.
        votes *= float(accepted.max()) / max(1e-9, float(squares.sum()))
        return {
            "accepted": accepted,
            "accepted_kin": self._kin.highest(accepted),
            "accepted_heading": votes[self._headings].astype(np.float32),
            "rejected": rejected,
        }

    def _counts(self, texts: Sequence[Sequence[str]]) -> Any:
        import numpy as np

        different = dict.fromkeys(word for one in texts for word in one)
        known = {word: self._terms.setdefault(term(word), len(self._terms)) for word in different}
        terms = [known[word] for one in texts for word in one]
        owners = np.repeat(np.arange(len(texts)), [len(one) for one in texts])
        return count(np.array(terms, np.int64), owners, term_count=len(self._terms), text_count=len(texts))

    def _suggestion(
        self,
        place: int,
        folded: Sequence[str],
        grams: Sequence[tuple[int, float]],
        share: float,
        wanted: frozenset[str],
        memory: Memory | None,
        near: Collection[str],
    ) -> Suggestion:
        one = self.candidates[place]
        theirs = words(one.text)
        kin = frozenset(self._kin.of_place(place))
        return Suggestion(
            standard_id=one.id,
            certainty=share,
            shared_words=shared_words(folded, theirs, self._rarity),
            related_words=related_words(
                folded, [*theirs, *words(" ".join(one.context))], self.weights.vocabulary, self._rarity
            ),
            grades=tuple(sorted(one.grades & wanted)),
            neighbours=tuple(
                key
                for key in near
                if (at := self.places.get(key)) is not None
                and (at == place or (one.parent_id and self.candidates[at].parent_id == one.parent_id))
            ),
            learnt_from=learnt_from(memory, grams, kin) if memory else (),
        )

    def _rarity(self, word: str) -> float:
        place = self._terms.get(term(word))
        return float(self.idf[place]) if place is not None else 0.0


def _memoised_words(candidates: Sequence[Candidate]) -> list[list[str]]:
    """Return the words above each candidate; siblings share theirs, so each heading is read once."""
    known: dict[tuple[str, ...], list[str]] = {}
    for one in candidates:
        if one.context not in known:
            known[one.context] = words(" ".join(one.context))
    return [known[one.context] for one in candidates]
