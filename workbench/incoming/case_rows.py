"""A CASE package of the district's own -> rows that say the same, to be read like pasted ones.

Items become rows of competencies, indicators, learning targets or habits by their type, or by how deep they stand;
rubrics become scoring criteria. What rows cannot hold is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.localize import _, number
from workbench.model import Standard, StandardSet, grade_keys

KIND_WORDS: Mapping[str, tuple[str, ...]] = {
    "habit": ("habit", "disposition", "work habit"),
    "target": ("target", "objective", "i can"),
    "indicator": ("indicator", "element", "component"),
    "competency": ("competenc", "standard", "proficien"),
}
"""Parts of the names of item types, by the kind that such an item becomes."""
DEEPEST = ("competency", "indicator", "target")
MAIN = {"competency": "Competency statement", "indicator": "Indicator statement", "target": "Learning target",
        "habit": "What students do"}  # fmt: skip
Rows = list[list[str]]


def rows_of_set(found: StandardSet) -> tuple[list[tuple[str, Rows]], tuple[str, ...]]:
    """Return a sheet of rows for each kind, with its name, and sentences on what rows cannot hold."""
    kinds = dict(_kinds(found))
    sheets: list[tuple[str, Rows]] = []
    for kind in ("competency", "indicator", "target", "habit"):
        rows = [_row(found, kinds, one, kind) for one in found.standards if kinds[one.id] == kind]
        sheets.append((kind, [_heads(kind), *rows]))
    criteria, lost = _criteria(found, kinds)
    sheets += [("scale", _scales(found)), ("criterion", criteria)]
    return sheets, (*_left(found, kinds), *lost)


def _heads(kind: str) -> list[str]:
    code, name = ("Habit code", "Habit") if kind == "habit" else ("Code", "Short name")
    owner = {"indicator": "Competency", "target": "Performance indicator", "competency": "Content area"}.get(kind, "")
    graded = kind in ("competency", "indicator")
    names = [] if kind == "target" else [name]
    return ["Identifier", code, *names, MAIN[kind], *(["Grades"] if graded else []), *([owner] if owner else [])]


def _kinds(found: StandardSet) -> Iterator[tuple[str, str]]:
    """Yield what each item becomes: by its type, else by its depth; "area" is a heading above competencies."""
    told = {one.id: _by_type(one) for one in found.standards}
    waiting = [("", 0)]
    while waiting:
        parent, depth = waiting.pop()
        for one in found.children.get(parent, ()):
            kind = told[one.id] or DEEPEST[min(depth, len(DEEPEST) - 1)]
            # An item without a type above those that are competencies is a heading.
            below = {told[child.id] for child in found.children.get(one.id, ())}
            if not told[one.id] and "competency" in below:
                kind = "area"
            yield one.id, kind
            waiting.append((one.id, depth if kind == "area" else depth + 1))


def _by_type(one: Standard) -> str:
    words = one.kind.casefold()
    return next((kind for kind, parts in KIND_WORDS.items() if any(part in words for part in parts)), "")


def _row(found: StandardSet, kinds: Mapping[str, str], one: Standard, kind: str) -> list[str]:
    title = one.label or (one.statement if kind == "habit" else "")
    if kind == "target":  # It has no short name of its own.
        return [one.id, one.code, one.statement or one.label, _owner(found, kinds, one, "indicator")]
    plain = [one.id, one.code, title, one.statement]
    if kind == "habit":
        return plain
    last = _area(found, kinds, one) if kind == "competency" else _owner(found, kinds, one, "competency")
    return [*plain, _span(one.grades), last]


def _span(grades: tuple[str, ...]) -> str:
    """Return grades as a committee writes them: "9-12" where they follow each other.

    >>> _span(("9", "10", "11")), _span(("K", "2")), _span(())
    ('9-11', 'K, 2', '')
    """
    keys = grade_keys(f"{grades[0]}-{grades[-1]}") if len(grades) > 1 else ()
    same = keys == tuple(key for one in grades for key in grade_keys(one))
    return f"{grades[0]}-{grades[-1]}" if len(keys) > 1 and same else ", ".join(grades)


def _owner(found: StandardSet, kinds: Mapping[str, str], one: Standard, kind: str) -> str:
    above = one.parent_id
    while above in kinds and kinds[above] != kind:
        above = found.by_id[above].parent_id
    return above if above in kinds else ""


def _area(found: StandardSet, kinds: Mapping[str, str], one: Standard) -> str:
    heading = _owner(found, kinds, one, "area")
    if heading:
        return found.by_id[heading].name
    subjects = one.extra.get("subject")
    return str(subjects[0]) if isinstance(subjects, list) and subjects else ""


def _criteria(found: StandardSet, kinds: Mapping[str, str]) -> tuple[Rows, list[str]]:
    """Return the rows of criteria with a column for each level, and what was lost on the way."""
    named = list(_rubric_rows(found))
    levels = sorted({level for *_, held in named for level in held})
    rows = [["Identifier", "Indicator or habit of work", "Element", "Scale", *(f"Level {level}" for level in levels)]]
    homeless = 0
    for identifier, subject, element, scale, held in named:
        if kinds.get(subject) not in ("indicator", "habit"):
            homeless += 1
        else:
            rows.append(
                [identifier, subject, element, ", ".join(scale.values()), *(held.get(level, "") for level in levels)]
            )
    lost = _("Left out ({n}): rows of rubrics about no indicator and no habit of work.", n=number(homeless))
    return rows, [lost] if homeless else []


def _scales(found: StandardSet) -> Rows:
    """Return a row for each scale that rubrics use, called by the names of its levels."""
    used = {", ".join(scale.values()): scale for *_, scale, _ in _rubric_rows(found) if scale}
    named = ([title, "\n".join(f"{level}: {name}" for level, name in scale.items())] for title, scale in used.items())
    return [["Scale", "Names of the levels"], *named]


def _rubric_rows(found: StandardSet) -> Iterator[tuple[str, str, str, dict[str, str], dict[str, str]]]:
    """Yield of each row of a rubric its identifier, its item's, its element, the names of its levels, its texts."""
    for rubric in _dicts(found.extra.get("CFRubrics")):
        for row in _dicts(rubric.get("CFRubricCriteria")):
            item = row.get("CFItemURI")
            subject = item.get("identifier", "") if isinstance(item, dict) else ""
            levels = [
                (_level(one, at), one) for at, one in enumerate(_dicts(row.get("CFRubricCriterionLevels")), start=1)
            ]
            held = {level: str(one.get("description") or "") for level, one in levels}
            scale = {
                level: str(one.get("quality") or f"Level {level}") for level, one in sorted(levels, key=lambda p: p[0])
            }
            yield str(row.get("identifier") or ""), str(subject), str(row.get("description") or ""), scale, held


def _level(one: Mapping[str, Any], place: int) -> str:
    score = one.get("score", one.get("position", place))
    return str(int(score)) if isinstance(score, int | float) and 1 <= score <= 9 else str(place)  # noqa: PLR2004  # of a scale


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _left(found: StandardSet, kinds: Mapping[str, str]) -> Iterator[str]:
    """Yield sentences on what the package says beyond what rows hold."""
    areas = sum(1 for kind in kinds.values() if kind == "area")
    if areas:
        yield _("Kept as content areas ({n}): headings above competencies.", n=number(areas))
    if found.links:
        counts = Counter(link.type for link in found.links)
        named = ", ".join(f"{count} {name}" for name, count in counts.most_common())
        yield _("Left out ({n}): associations ({types}).", n=number(len(found.links)), types=named)
    if notes := sum(1 for one in found.standards if one.notes):
        yield _("Left out ({n}): notes beside items.", n=number(notes))
