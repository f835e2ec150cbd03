"""A real set of 13,947 standards and copies of it with known changes: what a comparison must find again."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.model import Standard, StandardLink, StandardSet
from workbench.standards.set_change import SetDifference

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


def read(path: Path, most: int | None = None) -> StandardSet:
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
