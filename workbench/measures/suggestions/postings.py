"""An inverted index in a few arrays: for each term the texts that hold it, with a weight.

A query costs what its own terms cost, so that 100,000 texts are asked in milliseconds; numpy alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

BUCKETS = 1 << 18
"""Places for groups of four letters; two groups that fall into one place are taken for one."""

CHUNK = 20_000
"""Texts counted at once, which bounds memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How often each term stands in each text, sorted by term: three arrays of one length, and their sizes."""

    terms: Array
    texts: Array
    times: Array
    term_count: int
    text_count: int

    def idf(self) -> Array:
        """Return how telling each term is: Robertson and Sparck Jones' weight as BM25 uses it, never below zero."""
        import numpy as np

        df = np.bincount(self.terms, minlength=self.term_count)
        return np.log1p((self.text_count - df + 0.5) / (df + 0.5)).astype(np.float32)

    def per_text(self, values: Array) -> Array:
        """Return the sum of ``values``, one an entry, for each text."""
        import numpy as np

        return np.bincount(self.texts, weights=values, minlength=self.text_count)


def count(terms: Array, texts: Array, *, term_count: int, text_count: int) -> Counts:
    """Count pairs of a term and a text."""
    import numpy as np

    pairs, times = np.unique(terms.astype(np.int64) * max(1, text_count) + texts, return_counts=True)
    return Counts(
        terms=(pairs // max(1, text_count)).astype(np.int32),
        texts=(pairs % max(1, text_count)).astype(np.int32),
        times=times.astype(np.float32),
        term_count=term_count,
        text_count=text_count,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The texts of each term: those of term t are ``texts[starts[t]:starts[t + 1]]``, weighted."""

    starts: Array
    texts: Array
    weights: Array
    text_count: int

    @classmethod
    def of(cls, counts: Counts, weights: Array) -> Postings:
        """Return the postings of ``counts``, which are sorted by term, with one weight an entry."""
        import numpy as np

        starts = np.zeros(counts.term_count + 1, np.int64)
        np.cumsum(np.bincount(counts.terms, minlength=counts.term_count), out=starts[1:])
        return cls(starts=starts, texts=counts.texts, weights=weights.astype(np.float32), text_count=counts.text_count)

    def scores(self, query: Iterable[tuple[int, float]]) -> Array:
        """Return, for each text, the sum of the weights of the terms of ``query`` times the query's own."""
        import numpy as np

        total = np.zeros(self.text_count, np.float32)
        for term, weight in query:
            place = slice(self.starts[term], self.starts[term + 1])
            total[self.texts[place]] += self.weights[place] * np.float32(weight)
        return total


def bm25(counts: Counts, idf: Array, *, k1: float = 1.0, b: float = 0.4) -> Array:
    """Return the weight of each entry by BM25 (Robertson et al., TREC-3), divided by its highest factor, k1 + 1."""
    lengths = counts.per_text(counts.times)
    relative = lengths / max(1e-9, float(lengths.mean())) if len(lengths) else lengths
    damped = counts.times / (counts.times + k1 * (1 - b + b * relative[counts.texts]))
    weights: Array = idf[counts.terms] * damped
    return weights


def cosine(counts: Counts, idf: Array) -> Array:
    """Return the weight of each entry by TF-IDF with damped counts, each text of length one."""
    import numpy as np

    raw = (1 + np.log(counts.times)) * idf[counts.terms]
    norms = np.sqrt(counts.per_text(raw**2))
    weights: Array = raw / np.maximum(norms, 1e-9)[counts.texts]
    return weights


def gram_counts(texts: Sequence[Sequence[str]]) -> Counts:
    """Count groups of four letters, ends of words marked by a space, in texts given as folded words."""
    parts = [
        count(*_grams(texts[start : start + CHUNK], start), term_count=BUCKETS, text_count=len(texts))
        for start in range(0, max(1, len(texts)), CHUNK)
    ]
    return parts[0] if len(parts) == 1 else _joined(parts)


def _joined(parts: Sequence[Counts]) -> Counts:
    """Return the counts of all parts, whose texts follow each other."""
    import numpy as np

    terms = np.concatenate([one.terms for one in parts])
    # Stable: within a term the texts stay in order.
    order = np.argsort(terms, kind="stable")
    return Counts(
        terms=terms[order],
        texts=np.concatenate([one.texts for one in parts])[order],
        times=np.concatenate([one.times for one in parts])[order],
        term_count=parts[0].term_count,
        text_count=parts[0].text_count,
    )


def _grams(texts: Sequence[Sequence[str]], first: int) -> tuple[Array, Array]:
    """Return the buckets of all groups of four letters, and the text of each."""
    import numpy as np

    joined = "\n".join(f" {' '.join(one)} " for one in texts)
    letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.dtype("<u4")).astype(np.uint64)
    if len(letters) < 4:  # noqa: PLR2004  # the group's length
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    a, b, c, d = letters[:-3], letters[1:-2], letters[2:-1], letters[3:]
    space, end = ord(" "), ord("\n")
    inside = (b != space) & (c != space) & (a != end) & (b != end) & (c != end) & (d != end)
    mixed = (((a * np.uint64(0x1F35) + b) * np.uint64(0x1F35) + c) * np.uint64(0x1F35) + d) * np.uint64(
        0x9E3779B97F4A7C15
    )
    owners = first + np.cumsum(letters == end)[:-3]
    return (mixed >> np.uint64(46)).astype(np.int64)[inside], owners[inside].astype(np.int64)
