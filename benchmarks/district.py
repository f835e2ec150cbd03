"""A large district, made the same each time: real courses and standards around made competencies.

500 indicators with a criterion of four levels each, the 525 courses of a real catalogue, 60 pathways, 13,947
standards and 8,000 alignments at size 1; other sizes take that share, or that many times as many, of each.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from tests.standards.changed_copies import read
from workbench.model import (
    Alignment,
    Assessment,
    Competency,
    Criterion,
    District,
    Framework,
    Indicator,
    LearningExperience,
    Pathway,
    PathwayPart,
    Scale,
    StandardSet,
    Table,
    Texts,
    Thing,
)
from workbench.model.values import AssessmentForm, AssessmentPurpose, Reach

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
LEVELS = Texts({"1": "Emerging", "2": "Developing", "3": "Proficient", "4": "Distinguished"})
VERBS = ("Names", "Describes", "Explains and compares", "Evaluates and justifies")
OBJECTS = ("the source", "a model", "the claim", "two accounts", "a quantity", "the structure", "an argument")
OFFERED = 24
"""Experiences in each of the three parts of a pathway: a student takes about 28 courses in four years."""
CROSS = 6
"""Cross-curricular competencies, as many as fit their range."""
AREAS = ("English", "Mathematics", "Science", "Social Studies", "Arts", "World Languages")


def standards() -> StandardSet:
    """Return the real set of 13,947 standards."""
    return read(DATA / "scale" / "asn_state_standards_flat.csv")


def large_district(size: float, found: StandardSet) -> Framework:
    """Return a district of ``size`` that aligns to ``found``; the same for the same arguments."""
    things: dict[str, list[Thing]] = {}
    for thing in _things(size, found, random.Random(7)):  # noqa: S311  # the same district each time
        same = things.setdefault(thing.table, [])
        same.append(replace(thing, order=f"a{len(same):07}1"))
    return Framework(**{name: Table(some) for name, some in things.items()})  # type: ignore[arg-type]  # each table under its name


def _things(size: float, found: StandardSet, chance: random.Random) -> Iterator[Thing]:
    indicators = [f"i{number}" for number in range(round(500 * size))]
    courses = [f"e{number}" for number in range(round(525 * size))]
    yield District(id="d", title="Large District", ready=True)
    yield Scale(id="s", title="Four levels", levels=LEVELS, proficient=3, ready=True)
    for number in range(len(indicators) // 6 + 1):
        reach = Reach.CROSS if number < CROSS else Reach.CONTENT
        area = "" if reach is Reach.CROSS else AREAS[number % len(AREAS)]
        yield Competency(
            id=f"c{number}", code=f"C{number}", title=f"Competency {number}", reach=reach, area=area, ready=True
        )
    for number, one in enumerate(indicators):
        yield from _indicator(number, one, chance)
    yield from _courses(courses, indicators, chance)
    yield from _pathways(round(60 * size), courses, chance)
    subjects = [*indicators, *courses]
    for number in range(round(8000 * size)):
        standard = chance.choice(found.standards)
        yield Alignment(
            id=f"l{number}", subject_id=chance.choice(subjects), set_id=found.id, standard_id=standard.id, ready=True
        )


def _indicator(number: int, one: str, chance: random.Random) -> Iterator[Thing]:
    what = f"{chance.choice(OBJECTS)} of {chance.choice(_catalogue())['course_name']}"
    yield Indicator(
        id=one,
        code=f"C{number // 6}.{number % 6}",
        competency_id=f"c{number // 6}",
        statement=f"Explain and evaluate {what} number {number} with evidence.",
        dok=chance.randint(1, 4),
        dok_confirmed_by="Committee" if number % 3 else "",
        ready=True,
    )
    texts = {key: f"{verb} {what} number {number}." for key, verb in zip(LEVELS, VERBS, strict=True)}
    yield Criterion(id=f"k{number}", subject_id=one, scale_id="s", descriptors=Texts(texts), ready=True)
    yield Assessment(
        id=f"a{number}",
        title=f"Assessment {number}",
        purpose=AssessmentPurpose.SUMMATIVE,
        form=chance.choice(list(AssessmentForm)),
        indicator_ids=(one,),
        criterion_ids=(f"k{number}",),
        ready=True,
    )


@cache
def _catalogue() -> list[dict[str, str]]:
    """Return the real courses; their titles lend the made sentences the words of a school."""
    real: list[dict[str, str]] = json.loads((DATA / "courses" / "tesd_course_catalog.json").read_text(encoding="utf-8"))
    return real


def _courses(courses: list[str], indicators: list[str], chance: random.Random) -> Iterator[Thing]:
    real = _catalogue()
    for number, one in enumerate(courses):
        given = real[number % len(real)]
        marks = {key: chance.choice(("introduced", "developed assessed")) for key in chance.sample(indicators, 5)}
        yield LearningExperience(
            id=one,
            code=f"{given['course_number']}-{number}",
            title=given["course_name"],
            department=given["sched_department"] or "",
            credits=_credits(given["credit_hours"]),
            indicators=Texts(marks),
            ready=True,
        )


def _credits(written: str) -> Decimal | None:
    try:
        return Decimal(written)
    except InvalidOperation:
        return None


def _pathways(count: int, courses: list[str], chance: random.Random) -> Iterator[Thing]:
    for number in range(count):
        yield Pathway(id=f"p{number}", title=f"Pathway {number}", ready=True)
        for part in range(3):
            chosen = tuple(chance.sample(courses, min(OFFERED, len(courses))))
            choose = None if part == 0 else 4
            yield PathwayPart(
                id=f"p{number}.{part}", pathway_id=f"p{number}", experience_ids=chosen, choose=choose, ready=True
            )
