"""A difference and its impact as lines that a committee can read on paper, without colour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.model import Framework, Standard, StandardSet, Thing, counted, term
from workbench.model.word_diff import Parts
from workbench.standards.impact import Impact, ImpactRow
from workbench.standards.naming import short_name
from workbench.standards.reach import REACHED
from workbench.standards.set_change import Certainty, Kind, Pair, SetDifference, Single

MARKS = {"same": ("", ""), "del": ("[-", "-]"), "ins": ("{+", "+}")}
ALONE = {Kind.ADDED, Kind.REMOVED}
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that command a terminal or turn the direction of what follows."""


def difference_lines(found: SetDifference) -> Iterator[str]:
    """Yield the summary, then what changed, group by group, then what was removed and added."""
    yield summary(found)
    groups: dict[tuple[Kind, ...], list[Pair]] = {}
    for pair in found.changed:
        groups.setdefault(pair.kinds, []).append(pair)
    for kinds in sorted(groups, key=lambda kinds: [list(Kind).index(kind) for kind in kinds]):
        yield from _headed(_listed(kinds), len(groups[kinds]))
        for pair in groups[kinds]:
            yield from _pair(pair)
    for kind, singles in ((Kind.REMOVED, found.removed), (Kind.ADDED, found.added)):
        if singles:
            yield from _headed(kind, len(singles))
            for one in singles:
                yield from _single(one)


def summary(found: SetDifference) -> str:
    """Return the difference in one sentence or two."""
    counts = found.counts
    unsure = sum(pair.match.certainty is not Certainty.CERTAIN for pair in found.pairs)
    parts = [f"{len(found.changed):,} changed", f"{counts[Kind.ADDED]:,} added", f"{counts[Kind.REMOVED]:,} removed"]
    kinds = [f"{counts[kind]:,} {kind.value}" for kind in Kind if counts[kind] and kind not in ALONE]
    line = f"{_titled(found.old)} → {_titled(found.new)}: {', '.join(parts)}, {counts['unchanged']:,} unchanged."
    if kinds:
        line += f" Of what changed: {', '.join(kinds)}."
    if unsure:
        line += " 1 match is not certain." if unsure == 1 else f" {unsure:,} matches are not certain."
    return line


def impact_lines(found: Impact, framework: Framework) -> Iterator[str]:
    """Yield what the new version means for the framework: the sum, what is reached, then each alignment."""
    rows, kept = len(found.rows), len(found.unchanged)
    verb = "points at a standard" if rows == 1 else "point at standards"
    rest = "1 stays as it is" if kept == 1 else f"{kept:,} stay as they are"
    yield f"{counted(framework, rows, 'alignment')} {verb} that changed, or below which something did; {rest}."
    if found.unknown:
        yield f"{counted(framework, len(found.unknown), 'alignment')} to standards that the old version does not have."
    for kind in REACHED:
        things = [thing for thing in found.reached if thing.kind == kind]
        if things:
            yield from _headed(f"touched: {term(framework, kind, len(things))}", len(things))
            yield from (f"  {_thing(thing)}" for thing in things)
    if found.rows:
        yield from _headed("alignments to decide on", rows)
        for row in found.rows:
            yield from _row(row)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _headed(title: str, count: int) -> tuple[str, str]:
    return "", f"{title[:1].upper()}{title[1:]} ({count:,})"


def _titled(found: StandardSet) -> str:
    return " ".join(filter(None, (f"“{plain(found.title)}”", plain(found.version))))


def _pair(pair: Pair) -> Iterator[str]:
    old, new = pair.old, pair.new
    codes = " → ".join(dict.fromkeys(filter(None, (plain(old.code), plain(new.code)))))
    words = marked(pair.words) if Kind.REWORDED in pair.kinds else plain(short_name(new, width=100, code=False))
    yield f"  {codes}  {words}" if codes else f"  {words}"
    if Kind.MOVED in pair.kinds:
        yield f"      moved from {_place(pair.old_place)} to {_place(pair.new_place)}"
    if Kind.REGRADED in pair.kinds:
        yield f"      grades: {_grades(old)} → {_grades(new)}"
    if pair.match.certainty is not Certainty.CERTAIN:
        yield f"      {pair.match.certainty.value} ({pair.match.score:.2f}): {pair.match.reason}"


def _single(one: Single) -> Iterator[str]:
    yield f"  {plain(short_name(one.standard, width=300))}"
    if one.place:
        yield f"      in {_place(one.place)}"


def _row(row: ImpactRow) -> Iterator[str]:
    subject = _thing(row.subject) if row.subject else "something that is no longer there"
    yield f"  {subject}: {plain(short_name(row.old))} ({_listed(row.kinds) if row.kinds else 'itself unchanged'})"
    if row.below:
        yield f"      {row.below:,} of the standards below it changed, went or came"
    if not row.pairs:
        yield "      nothing takes its place: choose another standard, or drop the alignment"
    for pair in row.pairs:
        match = f"{pair.match.certainty.value} ({pair.match.score:.2f}): {pair.match.reason}"
        yield f"      proposed: {plain(short_name(pair.new))}; {match}"
    if row.twins:
        yield "      another alignment of the same meets, or would meet, this standard too"
    others = [f"{thing.noun} {_thing(thing)}" for thing in row.reaches[1:]]
    if others:
        yield f"      rests on it: {', '.join(others)}"


def _thing(thing: Thing) -> str:
    name = " ".join(filter(None, (thing.code, f"“{thing.name}”")))
    return plain(name)


def _place(place: str) -> str:
    return f"“{plain(place)}”" if place else "the top"


def _grades(standard: Standard) -> str:
    return plain(", ".join(standard.grades)) or "none"


def marked(words: Parts | Sequence[Sequence[str]]) -> str:
    """Return a wording with what went in [-…-] and what came in {+…+}.

    >>> marked([["same", "keeps "], ["del", "some"], ["ins", "all"], ["same", " others"]])
    'keeps [-some-]{+all+} others'
    """
    return "".join(f"{MARKS[kind][0]}{plain(text)}{MARKS[kind][1]}" for kind, text in words)


def plain(text: str) -> str:
    """Return a text in one line, with nothing in it that a terminal would obey."""
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", re.sub(r"\s+", " ", text))
