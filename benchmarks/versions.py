"""``python -m benchmarks.versions``: a set of 13,947 standards against a copy with known changes.

How long the comparison takes beside one look at every word, how it grows, and for each kind of change how many of
the pairs found are right (precision) and how many of the true ones are found (recall). The copy keeps the publisher's
identifiers, or has lost them, or has lost them and its codes.
"""

from __future__ import annotations

import csv
import random
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.model import Standard, StandardLink, StandardSet
from workbench.standards.compare import compare_sets
from workbench.standards.set_change import SetDifference

SOURCE = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "scale" / "asn_state_standards_flat.csv"
KINDS = (
    "reworded",
    "rewritten",
    "moved",
    "recoded",
    "regraded",
    "all of these",
    "split",
    "merged",
    "removed",
    "code reused",
)
SHARE = 0.02
"""Share of the standards that meet each kind of change; as many are added, and as many parents renumber.

"Code reused": the standard is gone, and its code stands before another one. "Renumbered": the children of a parent
have exchanged their codes in a ring.
"""
Truth = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A set and its changed copy; ``truth`` is the kind of each true pair (old id, new id)."""

    old: StandardSet
    new: StandardSet
    truth: Truth
    removed: frozenset[str]


def read(path: Path = SOURCE, most: int | None = None) -> StandardSet:
    """Return the state standards of the Achievement Standards Network, as a set."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[:most]
    standards = (
        Standard(
            id=row["identifier"],
            parent_id=row["parent"],
            code=row["statementNotation"],
            statement=row["description"],
            kind=row["statementLabel"],
            grades=tuple(filter(None, row["educationLevel"].split("|"))),
            sequence=place,
        )
        for place, row in enumerate(rows)
    )
    return StandardSet(id="old", title="State standards", standards=tuple(standards))


def changed_copy(old: StandardSet, *, seed: int = 1, ids: bool = True, codes: bool = True) -> Copy:
    """Return a copy in which each kind of change met about two in a hundred; without ``ids`` none is what it was."""
    chance = random.Random(seed)  # noqa: S311  # the same copy every time
    words = sorted({word for one in old.standards for word in one.statement.split()})
    parents = [one.id for one in old.standards if one.id in old.children]
    made: list[Standard] = []
    links: list[StandardLink] = []
    truth: Truth = {}
    removed: set[str] = set()
    names = {one.id: one.id if ids else f"new-{place}" for place, one in enumerate(old.standards)}
    for place, one in enumerate(old.standards):
        kind = chance.choices(("same", *KINDS), [1 - SHARE * len(KINDS), *[SHARE] * len(KINDS)])[0]
        if kind in {"removed", "code reused"}:
            removed.add(one.id)
            if kind == "code reused":
                text = " ".join(chance.choices(words, k=12))
                parent = names.get(one.parent_id, one.parent_id)
                made.append(replace(one, id=f"reused-{place}", parent_id=parent, statement=text, code=one.code * codes))
            continue
        copy = changed(one, kind, chance, words, parents)
        copy = replace(copy, code=copy.code if codes else "", parent_id=names.get(copy.parent_id, copy.parent_id))
        fresh = [f"{kind}-{place}-{part}" for part in range({"split": 2, "merged": 1}.get(kind, 0))]
        if kind == "merged" and made and made[-1].id.startswith("merged"):
            fresh = [made[-1].id]
        for name in fresh or [names[one.id]]:
            truth[one.id, name] = kind
            if fresh:
                links.append(
                    StandardLink(id=f"{place}-{name}", type="replacedBy", origin_id=one.id, destination_id=name)
                )
            if not made or made[-1].id != name:
                made.append(replace(copy, id=name))
        if chance.random() < SHARE:
            text = " ".join(chance.choices(words, k=12))
            made.append(Standard(id=f"added-{place}", statement=text, parent_id=copy.parent_id, grades=one.grades))
    made = renumbered(old, made, truth, chance)
    new = replace(old, id="new", standards=tuple(made), links=tuple(links))
    return Copy(old=old, new=new, truth=truth, removed=frozenset(removed))


def renumbered(old: StandardSet, made: list[Standard], truth: Truth, chance: random.Random) -> list[Standard]:
    """Return the standards with the codes of some siblings, otherwise unchanged, exchanged in a ring."""
    same = {one: other for (one, other), kind in truth.items() if kind == "same"}
    codes: dict[str, str] = {}
    for parent in [one for one in old.children if one and chance.random() < SHARE]:
        ring = [one for one in old.children[parent] if one.id in same and one.code]
        for one, following in zip(ring, [*ring[1:], *ring[:1]], strict=True) if len(ring) > 1 else ():
            codes[same[one.id]] = following.code
            truth[one.id, same[one.id]] = "renumbered"
    return [replace(one, code=codes[one.id]) if one.code and one.id in codes else one for one in made]


def changed(one: Standard, kind: str, chance: random.Random, words: list[str], parents: list[str]) -> Standard:
    """Return a standard after one kind of change."""
    several = kind == "all of these"
    if kind == "reworded" or several:
        one = replace(one, statement=reworded(one.statement, chance, words, share=0.12))
    if kind == "rewritten":
        one = replace(one, statement=reworded(one.statement, chance, words, share=0.35))
    if kind == "moved" or several:
        one = replace(one, parent_id=chance.choice(parents))
    if kind == "recoded" or several:
        one = replace(one, code=f"N.{chance.randrange(10**6)}" if one.code else "")
    if kind == "regraded" or several:
        one = replace(one, grades=(str(chance.randint(1, 12)),))
    return one


def reworded(text: str, chance: random.Random, words: list[str], *, share: float) -> str:
    """Return a text with a share of its words, one at least, exchanged for words of other standards."""
    out = text.split()
    for place in chance.sample(range(len(out)), k=min(len(out), max(1, round(share * len(out))))):
        out[place] = chance.choice(words)
    return " ".join(out)


def judged(copy: Copy, found: SetDifference) -> dict[str, tuple[int, int, int]]:
    """Return by kind (true pairs, pairs found for these old standards, right ones among them)."""
    kinds: dict[str, str] = {old: kind for (old, _), kind in copy.truth.items()}
    kinds.update(dict.fromkeys(copy.removed, "removed or code reused"))
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for kind in copy.truth.values():
        counts[kind][0] += 1
    for pair in found.pairs:
        count = counts[kinds[pair.old.id]]
        count[1] += 1
        count[2] += (pair.old.id, pair.new.id) in copy.truth
    return {kind: (one[0], one[1], one[2]) for kind, one in sorted(counts.items())}


def timed(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes, the best of three."""
    best = []
    for _ in range(3):
        began = time.perf_counter()
        action()
        best.append(time.perf_counter() - began)
    return min(best)


def main() -> None:
    """Print the tables."""
    if not SOURCE.exists():
        print(f"left out: {SOURCE.name} is not here")
        return
    whole = read()
    floor = timed(lambda: [one.statement.split() for one in (*whole.standards, *whole.standards)])
    for name, kept in (("identifiers kept", (True, True)), ("lost", (False, True)), ("and codes lost", (False, False))):
        copy = changed_copy(whole, ids=kept[0], codes=kept[1])
        took = timed(lambda copy=copy: compare_sets(copy.old, copy.new))  # type: ignore[misc]  # bound in this turn
        found = compare_sets(copy.old, copy.new)
        print(f"{name}: {len(copy.old.standards):,} against {len(copy.new.standards):,} standards in {took:.2f} s, ")
        print(f"  {took / floor:.0f} times one look at every word. Certainty: {certainties(copy, found)}")
        print(f"  {'kind':<24}{'pairs':>7}{'found':>7}{'precision':>11}{'recall':>8}")
        for kind, (true, got, right) in judged(copy, found).items():
            precision, recall = (f"{right / of:.3f}" if of and true else "-" for of in (got, true))
            print(f"  {kind:<24}{true:>7}{got:>7}{precision:>11}{recall:>8}")
    for most in (3_500, 7_000, 13_947):
        copy = changed_copy(read(most=most), ids=False, codes=False)
        print(f"{most:>7,} standards: {timed(lambda copy=copy: compare_sets(copy.old, copy.new)):.2f} s")  # type: ignore[misc]  # as above


def certainties(copy: Copy, found: SetDifference) -> str:
    """Return how many pairs of each certainty there are, and how many of them are right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for pair in found.pairs:
        counts[pair.match.certainty][0] += 1
        counts[pair.match.certainty][1] += (pair.old.id, pair.new.id) in copy.truth
    return ", ".join(f"{name} {right:,} of {all_:,} right" for name, (all_, right) in sorted(counts.items()))


if __name__ == "__main__":
    main()
