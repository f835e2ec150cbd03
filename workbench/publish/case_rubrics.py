"""Scoring criteria as CASE rubrics: one a competency, one for the habits of work.

A rubric is a matrix: a criterion is a row and links to one item, a level is a cell with its column's
name ("quality") and number ("score").
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model import Criterion, Scale, Thing
from workbench.model.values import natural_key
from workbench.publish.case_names import JsonObject, Names, derived, extension, filled
from workbench.publish.publication import Publication

DIGITS = 9
"""Digits of a level that can be a score."""


def rubrics(given: Publication, names: Names) -> Iterator[JsonObject]:
    """Yield the rubrics in the order of the competencies; what hangs nowhere comes last."""
    framework = given.framework
    groups: dict[str, list[Criterion]] = {one.id: [] for one in framework.competencies.ordered()}
    for subject in [*framework.indicators.ordered(), *framework.habits.ordered()]:
        groups.setdefault(subject.owner_id, []).extend(framework.criteria_of(subject.id))
    placed = {one.id for rows in groups.values() for one in rows}
    groups.setdefault("", []).extend(one for one in framework.criteria.ordered() if one.id not in placed)
    for owner_id, rows in groups.items():
        if rows:
            yield _rubric(given, names, owner_id, rows)


def _rubric(given: Publication, names: Names, owner_id: str, rows: list[Criterion]) -> JsonObject:
    owner = given.framework.find(owner_id) if owner_id else None
    identifier = derived("rubric", owner_id)
    about = owner.name if owner else given.term("habit", many=True)
    words = given.term("criterion", many=True)
    scales = [one for one in given.framework.scales.ordered() if one.id in {row.scale_id for row in rows}]
    return {
        **names.head("CFRubrics", identifier),
        "title": f"{words[:1].upper()}{words[1:]}: {about}",
        "CFRubricCriteria": [_criterion(given, names, one, place, identifier) for place, one in enumerate(rows, 1)],
        **filled(extensions={"workbench": {"scales": [one.to_json() for one in scales]}} if scales else {}),
    }


def _criterion(given: Publication, names: Names, row: Criterion, place: int, rubric_id: str) -> JsonObject:
    subject = given.framework.find(row.subject_id) if row.subject_id else None
    identifier = names.by_id[row.id]
    return {
        **names.head("CFRubricCriteria", identifier),
        **filled(
            category=_label(subject),
            description=row.element,
            CFItemURI=names.item(subject) if subject and subject.id in names.by_id else None,
            extensions=extension(row, "element", "descriptors", identifier=identifier),
        ),
        "rubricId": rubric_id,
        "position": place,
        "CFRubricCriterionLevels": list(_levels(given, names, row)),
    }


def _label(subject: Thing | None) -> str:
    return "" if subject is None else subject.code or subject.name


def _levels(given: Publication, names: Names, row: Criterion) -> Iterator[JsonObject]:
    """Yield a level for each column of the scale, the ones without a descriptor too."""
    scale: Scale | None = given.framework.scales.get(row.scale_id)
    levels = {*row.descriptors, *(scale.levels if scale else ())}
    for place, level in enumerate(sorted(levels, key=lambda one: (natural_key(one), one)), start=1):
        yield {
            **names.head("CFRubricCriterionLevels", derived("level", row.id, level)),
            "rubricCriterionId": names.by_id[row.id],
            "quality": (scale.levels.get(level) if scale else None) or f"Level {level}",
            "position": place,
            **({"score": int(level)} if level.isdecimal() and len(level) <= DIGITS else {}),
            **filled(description=row.descriptors.get(level)),
        }
