"""``python -m benchmarks.suggestions_fit``: fit what ships in ``standards_data/suggestions/weights.json``.

Reads the tuning half alone. Fitted as a choice among all standards (softmax), by gradient descent with numpy:
first a factor a sign; then, these held fast, a vocabulary of pairs of a term of an objective and a term of
standards, each backed by ``PAIRS`` objectives or more in ``FAMILIES`` families of standards or more, so that no pair
stands for one alignment; then the factors of the memory, on objectives that came in a seeded order, with the scores
of a vocabulary that had not seen them. With ``--folds`` it prints five-fold cross-validation and writes nothing.
"""

from __future__ import annotations

import json
import math
import random
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from benchmarks.suggestions_data import Objectives, load
from workbench.measures.suggestions import Decision, Index, Weights
from workbench.measures.suggestions.weights import MEMORY_SIGNS, SIGNS
from workbench.measures.suggestions.words import term, words
from workbench.resources import resource_folder

Array = np.ndarray[Any, Any]

RARE, PAIRS, FAMILIES, FOLDS = 4, 3, 2, 5
RIDGE, LASSO, STEP, ROUNDS = 3e-4, 1e-4, 60.0, 80
SEED = 3


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is fitted: signs (objectives, standards, signs), who is right, and the terms of both sides."""

    signs: Array
    tasks: tuple[tuple[Array, Array, float], ...]
    ours: Array
    theirs: Array
    families: Array
    our_terms: tuple[str, ...]
    their_terms: tuple[str, ...]

    def only(self, places: Array) -> Problem:
        """Return the problem of some of the objectives."""
        tasks = tuple((mask[places], right[places], weight) for mask, right, weight in self.tasks)
        return replace(self, signs=self.signs[places], tasks=tasks, ours=self.ours[places])


def problem(data: Objectives, objectives: Sequence[str], index: Index) -> Problem:
    """Return what is known of ``objectives``; three tasks: exact code of a known grade, family, exact code."""
    family = [data.protocol.family(one.id) for one in data.candidates]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(family))}
    families = np.array([numbers[name] for name in family])
    grades = np.array([data.protocol.grade(one.id) for one in data.candidates])
    right = np.array([[one.id in data.relevant[text] for one in data.candidates] for text in objectives])
    same = np.array([np.isin(grades, sorted(data.grades(text))) for text in objectives])
    kin = np.array([np.isin(families, families[row]) for row in right])
    signs = [index.texts.signs(index.query(text)) for text in objectives]
    ours = [index.query(text).terms for text in objectives]
    theirs = [{term(w) for w in words(" ".join((one.text, *one.context)))} for one in data.candidates]
    our_terms, their_terms = _frequent(ours), _frequent(theirs)
    return Problem(
        signs=np.array([[one[name] for name in SIGNS] for one in signs]).transpose(0, 2, 1),
        tasks=((same, right & same, 1.0), (np.ones_like(same), kin, 1.0), (np.ones_like(same), right, 0.3)),
        ours=_matrix(ours, our_terms),
        theirs=_matrix(theirs, their_terms),
        families=families,
        our_terms=our_terms,
        their_terms=their_terms,
    )


def _frequent(texts: Sequence[Any]) -> tuple[str, ...]:
    """Return the terms of ``RARE`` texts or more."""
    counts: dict[str, int] = {}
    for text in texts:
        for one in text:
            counts[one] = counts.get(one, 0) + 1
    return tuple(sorted(one for one, number in counts.items() if number >= RARE))


def _matrix(texts: Sequence[Any], terms: Sequence[str]) -> Array:
    """Return a row a text, as the index weighs it: one over the root of its number of terms."""
    places = {one: place for place, one in enumerate(terms)}
    found = np.zeros((len(texts), len(terms)), np.float32)
    for row, text in enumerate(texts):
        found[row, [places[one] for one in text if one in places]] = len(text) ** -0.5
    return found


def slope(scores: Array, tasks: Sequence[tuple[Array, Array, float]]) -> Array:
    """Return how the loss (minus the log of the probability of a right standard) grows with each score."""
    total = np.zeros_like(scores)
    for mask, right, weight in tasks:
        chance = np.exp(np.where(mask, scores, -np.inf) - scores.max(1, keepdims=True))
        chance /= np.maximum(chance.sum(1, keepdims=True), 1e-30)
        wanted = np.where(right, chance, 0)
        wanted /= np.maximum(wanted.sum(1, keepdims=True), 1e-30)
        total += weight * (chance - wanted) * right.any(1, keepdims=True)
    return total / len(scores)


def fit_factors(signs: Array, tasks: Sequence[tuple[Array, Array, float]], given: Array | float = 0.0) -> Array:
    """Return a factor a sign, by Adam with a light ridge on signs of unit spread."""
    spread = signs.reshape(-1, signs.shape[-1]).std(0) + 1e-6
    scaled = (signs / spread).astype(np.float32)
    factors, first, second = (np.zeros(signs.shape[-1]) for _ in range(3))
    for turn in range(1, 251):
        push = slope(scaled @ factors.astype(np.float32) + given, tasks)
        grown = np.tensordot(push, scaled, ((0, 1), (0, 1))) + 0.003 * factors
        first, second = 0.9 * first + 0.1 * grown, 0.999 * second + 0.001 * grown**2
        factors -= 0.05 * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
    found: Array = factors / spread
    return found


def fit_vocabulary(given: Problem, scores: Array) -> Array:
    """Return a weight a pair of terms, by accelerated proximal descent (FISTA); most are zero."""
    backed = _backed(given)
    weights, ahead, pace = np.zeros_like(backed), np.zeros_like(backed), 1.0
    for _ in range(ROUNDS):
        push = slope(scores + given.ours @ ahead @ given.theirs.T, given.tasks).astype(np.float32)
        grown = (given.ours.T @ push @ given.theirs + RIDGE * ahead) * backed
        moved = ahead - STEP * grown
        moved = np.sign(moved) * np.maximum(np.abs(moved) - STEP * LASSO, 0)
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead, weights, pace = moved + (pace - 1) / faster * (moved - weights), moved, faster
    return weights


def _backed(given: Problem) -> Array:
    """Return 1 for each pair of terms that enough objectives and families of standards join."""
    ours, theirs = (given.ours > 0).astype(np.float32), (given.theirs > 0).astype(np.float32)
    right = given.tasks[2][1]
    pairs, families = np.zeros((2, ours.shape[1], theirs.shape[1]), np.float32)
    for family in np.unique(given.families[right.any(0)]):
        there = np.flatnonzero(given.families == family)
        joined = ours.T @ right[:, there].astype(np.float32) @ theirs[there]
        pairs += joined
        families += joined > 0
    found: Array = ((pairs >= PAIRS) & (families >= FAMILIES)).astype(np.float32)
    return found


def fit(given: Problem) -> tuple[Array, Array]:
    """Return the factors of the signs and the vocabulary."""
    factors = fit_factors(given.signs, given.tasks)
    return factors, fit_vocabulary(given, (given.signs @ factors).astype(np.float32))


def folded_scores(given: Problem, folds: Array) -> tuple[Array, Array]:
    """Return the scores of each objective by what was fitted on the other folds: signs alone, and all."""
    plain, full = np.zeros((2, *given.signs.shape[:2]), np.float32)
    for fold in range(FOLDS):
        factors, vocabulary = fit(given.only(np.flatnonzero(folds != fold)))
        held = np.flatnonzero(folds == fold)
        plain[held] = given.signs[held] @ factors
        full[held] = plain[held] + given.ours[held] @ vocabulary @ given.theirs.T
    return plain, full


def fit_memory(data: Objectives, objectives: Sequence[str], index: Index, scores: Array, tasks: Any) -> Array:
    """Return the factors of the memory's signs over a committee that decided on the objectives before."""
    order = list(range(len(objectives)))
    random.Random(SEED).shuffle(order)  # noqa: S311  # the same order in every run
    signs = np.zeros((*scores.shape, len(MEMORY_SIGNS)), np.float32)
    decided: list[Decision] = []
    for place in order:
        text = objectives[place]
        if decided:
            found = index.remember(decided).signs(index.query(text), index.texts.kin)
            signs[place] = np.stack([found[name] for name in MEMORY_SIGNS], -1)
        decided += [Decision(subject_id=text, text=text, standard_id=one) for one in sorted(data.relevant[text])]
        wrong = int(np.argmax(np.where(tasks[0][1][place], -np.inf, scores[place])))
        decided.append(Decision(subject_id=text, text=text, standard_id=data.candidates[wrong].id, accepted=False))
    return fit_factors(signs, tasks, scores)


def report(data: Objectives, objectives: Sequence[str], scores: Array, given: Problem, label: str) -> None:
    """Print the protocol's three measures of ``scores``."""
    codes = np.array([one.id for one in data.candidates])
    for name, mask in (("grade known", given.tasks[0][0]), ("no grade", given.tasks[1][0])):
        order = np.argsort(-np.where(mask, scores, -1e9), axis=1, kind="stable")[:, :60]
        ranked = {text: list(codes[row]) for text, row in zip(objectives, order, strict=True)}
        measure = data.protocol.score
        print(f"{label:34} {name:12} exact {measure(ranked, data.relevant, objectives)}", end=" ")
        print(f"family {measure(ranked, data.relevant, objectives, data.protocol.family)}")


def main() -> None:
    """Fit, and write the file or print the folds."""
    data = load()
    objectives = data.half("tune")
    index = Index.build(data.candidates, weights=Weights(signs={}, memory={}))
    given = problem(data, objectives, index)
    folds = np.array([(zlib.crc32(one.encode()) >> 3) % FOLDS for one in objectives])
    plain, full = folded_scores(given, folds)
    report(data, objectives, plain, given, "tuning half, folds, signs alone")
    report(data, objectives, full, given, "tuning half, folds, vocabulary too")
    if "--folds" in sys.argv:
        return
    factors, vocabulary = fit(given)
    memory = fit_memory(data, objectives, index, full, given.tasks)
    pairs = {
        one: {given.their_terms[at]: round(float(row[at]), 2) for at in np.flatnonzero(np.abs(row) >= 0.005)}  # noqa: PLR2004  # what rounds to zero
        for one, row in zip(given.our_terms, vocabulary, strict=True)
    }
    written = {
        "signs": {name: round(float(one), 3) for name, one in zip(SIGNS, factors, strict=True)},
        "memory": {name: round(float(one), 3) for name, one in zip(MEMORY_SIGNS, memory, strict=True)},
        "vocabulary": {one: found for one, found in pairs.items() if found},
    }
    path = resource_folder("standards_data") / "suggestions" / "weights.json"
    path.write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"') + "\n")
    print(f"{sum(map(len, pairs.values()))} pairs; {path.stat().st_size:,} bytes")
    print(written["signs"], written["memory"])


if __name__ == "__main__":
    main()
