"""The texts of all standards, counted once: what each says of a text of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from workbench.measures.suggestions.candidates import Candidate
from workbench.measures.suggestions.kin import Kin
from workbench.measures.suggestions.postings import Counts, Postings, bm25, cosine, count, gram_counts
from workbench.measures.suggestions.words import term, words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

GRADES = 13
"""Kindergarten to twelve; a standard for all of them is an anchor that others make concrete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A text of ours: its folded words, and its groups of four letters with weights, of length one together."""

    words: tuple[str, ...]
    grams: tuple[tuple[int, float], ...]

    @classmethod
    def of(cls, text: str, idf: Array) -> Self:
        """Return ``text`` as a query; ``idf`` tells how telling each group of letters is."""
        folded = words(text)
        counts = gram_counts([folded])
        weights = cosine(counts, idf)
        return cls(words=tuple(folded), grams=tuple(zip(counts.terms.tolist(), weights.tolist(), strict=True)))

    @property
    def terms(self) -> tuple[str, ...]:
        """What stands for its words in the index, each once, sorted."""
        return tuple(sorted({term(word) for word in self.words}))


class Texts:
    """Words and groups of letters of ``candidates`` with the headings above them. Never changed once made."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        import numpy as np

        self._size = len(candidates)
        self._terms: dict[str, int] = {}
        own = [words(one.text) for one in candidates]
        whole = [some + more for some, more in zip(own, _above(candidates), strict=True)]
        full, owned, grams = self._counts(whole), self._counts(own), gram_counts(whole)
        self._idf, self.gram_idf = full.idf(), grams.idf()
        self._own = Postings.of(owned, self._idf[owned.terms])
        self._frequency = Postings.of(owned, bm25(owned, self._idf))
        self._full = Postings.of(full, self._idf[full.terms])
        self._plain = Postings.of(full, 1 / np.sqrt(full.per_text(np.ones(len(full.texts))))[full.texts])
        self._grams = Postings.of(grams, cosine(grams, self.gram_idf))
        self.kin = Kin.of(candidates, [frozenset(term(word) for word in one) for one in own])
        self._fixed: dict[str, Array] = {
            "leaf": np.array([one.leaf for one in candidates], np.float32),
            "grade_span": np.array([len(one.grades) / GRADES for one in candidates], np.float32),
            "length": np.log1p(np.array([len(one) for one in own], np.float32)) / 5,
        }

    def signs(self, query: Query) -> Mapping[str, Array]:
        """Return each sign of ``SIGNS`` for each standard.

        ``words``: the share of the text's words, by how telling they are, that the standard has; ``frequency``: the
        same with BM25's weights; ``letters``: the cosine of groups of four letters; ``heading_words``: the share
        that only the headings above it have; ``kin_...``: the highest of its kin; then traits of its own.
        """
        import numpy as np

        present = query.terms
        known = [self._terms[one] for one in present if one in self._terms]
        # A word that stands in no standard counts as the rarest: the text asks for it too.
        asked = float(self._idf[known].sum()) + (len(present) - len(known)) * float(np.log1p(2 * self._size))
        asking = [(one, 1 / max(asked, 1e-9)) for one in known]
        own, frequency = self._own.scores(asking), self._frequency.scores(asking)
        letters = self._grams.scores(query.grams)
        return {
            "words": own,
            "frequency": frequency,
            "letters": letters,
            "heading_words": self._full.scores(asking) - own,
            "kin_frequency": self.kin.highest(frequency),
            "kin_letters": self.kin.highest(letters),
            **self._fixed,
        }

    def related(self, query: Query, vocabulary: Mapping[str, Mapping[str, float]]) -> Array:
        """Return for each standard the joint weight of the pairs that ``vocabulary`` finds in both texts."""
        share = 1 / max(1, len(query.terms)) ** 0.5
        wanted: dict[int, float] = {}
        for ours in query.terms:
            for theirs, weight in vocabulary.get(ours, {}).items():
                if theirs in self._terms:
                    wanted[self._terms[theirs]] = wanted.get(self._terms[theirs], 0.0) + weight * share
        return self._plain.scores(wanted.items())

    def rarity(self, word: str) -> float:
        """Return how telling a word is in this set; 0 for one that no standard has."""
        place = self._terms.get(term(word))
        return float(self._idf[place]) if place is not None else 0.0

    def _counts(self, texts: Sequence[Sequence[str]]) -> Counts:
        import numpy as np

        different = dict.fromkeys(word for one in texts for word in one)
        known = {word: self._terms.setdefault(term(word), len(self._terms)) for word in different}
        terms = [known[word] for one in texts for word in one]
        owners = np.repeat(np.arange(len(texts)), [len(one) for one in texts])
        return count(np.array(terms, np.int64), owners, term_count=len(self._terms), text_count=len(texts))


def _above(candidates: Sequence[Candidate]) -> list[list[str]]:
    """Return the words above each candidate; siblings share theirs, so each heading is read once."""
    known: dict[tuple[str, ...], list[str]] = {}
    for one in candidates:
        if one.context not in known:
            known[one.context] = words(" ".join(one.context))
    return [known[one.context] for one in candidates]
