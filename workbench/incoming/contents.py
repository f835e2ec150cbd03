"""What the columns of a table without headings may mean: by what stands in them, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.incoming.headings import Guess
from workbench.incoming.reading import main_field
from workbench.localize import N_
from workbench.model import Framework, kind_of

CODE = re.compile(
    r"(?=.{1,20}$)(?:[A-Za-z][A-Za-z&/]{0,9}[-. ]?[A-Za-z0-9.\-]*\d[\w.\-]*|\d+(?:\.\d+)+[a-z]?|\d+[a-z])"
)
GRADES = re.compile(r"(?:K|PK|\d{1,2})(?:\s*[-–]\s*\d{1,2})?", re.IGNORECASE)
MOST = 0.8
SHORT = 60
"""Characters that a short name has at most, on the average."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """What one column looks like."""

    place: int
    filled: int
    distinct: int
    length: float
    code: bool
    grades: bool

    def repeats(self, rows: int) -> bool:
        return self.distinct < self.filled or self.filled < rows


def guess_contents(framework: Framework, kind: str, body: Sequence[Sequence[str]]) -> list[Guess | None]:
    """Return what each column may mean, None where nobody can say."""
    looks = [_look(place, [row[place] for row in body]) for place in range(len(body[0]) if body else 0)]
    found: dict[int, Guess] = {}
    owner = kind_of(kind).owner_field()
    codes = [one for one in looks if one.code]
    texts = [one for one in looks if one.filled and not one.code and not one.grades]
    if owner and len(codes) > 1 and codes[0].repeats(len(body)):
        upper = kind_of(kind).spec(owner).targets[0]
        found[codes.pop(0).place] = Guess(f"{upper}.code", 0.6, N_("codes that repeat, before other codes"))
        if len(texts) > 1 and texts[0].repeats(len(body)):
            found[texts.pop(0).place] = Guess(
                f"{upper}.{main_field(upper)}", 0.6, N_("texts that repeat with the codes")
            )
    elif owner and len(texts) > 1 and texts[0].repeats(len(body)) and kind != "criterion":
        found[texts.pop(0).place] = Guess(f"{kind}.{owner}", 0.6, N_("texts that stand for several rows"))
    if codes:
        found[codes[0].place] = Guess(f"{kind}.code", 0.8, N_("short texts with numbers"))
    found |= _texts(framework, kind, texts)
    grades = next((name for name in ("grade_band", "grades") if name in kind_of(kind).specs()), "")
    graded = next((one for one in looks if one.grades), None)
    if grades and graded:
        found[graded.place] = Guess(f"{kind}.{grades}", 0.5, N_("grades, or spans of them"))
    return [found.get(one.place) for one in looks]


def _look(place: int, cells: Sequence[str]) -> _Looks:
    filled = [cell for cell in cells if cell]
    count = len(filled) or 1
    return _Looks(
        place=place,
        filled=len(filled),
        distinct=len(set(filled)),
        length=sum(map(len, filled)) / count,
        code=sum(1 for cell in filled if CODE.fullmatch(cell)) >= MOST * count,
        grades=sum(1 for cell in filled if GRADES.fullmatch(cell)) >= MOST * count,
    )


def _texts(framework: Framework, kind: str, texts: Sequence[_Looks]) -> dict[int, Guess]:
    """Return what columns of prose mean, in their order."""
    main = f"{kind}.{main_field(kind)}"
    if not texts:
        return {}
    if kind == "criterion":
        levels = list(next((one.levels for one in framework.scales.ordered() if len(one.levels) == len(texts) - 1), ()))
        found = {texts[0].place: Guess(main, 0.5, N_("the first text"))}
        pairs = zip(texts[1:], levels, strict=False)
        return found | {
            one.place: Guess(f"{kind}.descriptors.{level}", 0.5, N_("as many as levels")) for one, level in pairs
        }
    if len(texts) > 1 and texts[0].length <= SHORT and "title" in kind_of(kind).specs():
        second = next(
            (name for name in ("statement", "description", "definition") if name in kind_of(kind).specs()), ""
        )
        first = Guess(f"{kind}.title", 0.5, N_("the shorter text, before the longer"))
        rest = {texts[1].place: Guess(f"{kind}.{second}", 0.5, N_("the text after the name"))} if second else {}
        return {texts[0].place: first, **rest}
    longest = max(texts, key=lambda one: one.length)
    return {longest.place: Guess(main, 0.7, N_("the longest text"))}
