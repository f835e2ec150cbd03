"""Say by Webb's four criteria how far assessments are aligned to each competency."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from workbench.cli.common import open_named, takes_format
from workbench.cli.measure_words import (
    district_of,
    in_words,
    meanings,
    number_json,
    takes_formative,
    tell,
    titled,
)
from workbench.measures.bands import USUAL
from workbench.measures.shares import decimal
from workbench.measures.webb import Measure, Webb, webb
from workbench.model import Framework, counted, term

CRITERIA = ("concurrence", "depth", "range", "balance")


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the measure's arguments."""
    takes_format(parser)
    takes_formative(parser)


def run(args: argparse.Namespace) -> int:
    """Print the criteria."""
    with open_named(args) as project:
        framework, revision = project.framework, project.revision
    found = webb(framework, formative=args.formative)
    value = {"formative": args.formative, **webb_json(framework, found)}
    return tell(args, revision, value, webb_lines(framework, found, formative=args.formative))


def webb_json(framework: Framework, found: Sequence[Webb]) -> dict[str, Any]:
    """Return the criteria of each competency, the counts behind them and the edges of the bands."""
    edges = {name: {edge: number_json(value) for edge, value in each.items()} for name, each in asdict(USUAL).items()}
    return {"bands": edges, "competencies": [_competency_json(framework, one) for one in found]}


def _competency_json(framework: Framework, one: Webb) -> dict[str, Any]:
    competency = framework.competencies[one.competency_id]
    return {
        "id": one.competency_id,
        "code": competency.code,
        "name": competency.name,
        "indicators": one.indicators,
        "indicators_hit": one.indicators_hit,
        "hits": one.hits,
        "hits_by_indicator": dict(one.hits_by_indicator),
        "hits_deep_enough": one.deep_enough,
        "hits_with_known_depth": one.known_depth,
        "hits_with_unknown_depth": one.unknown_depth,
        "assessments_without_items": list(one.waiting),
        **{name: _measure_json(getattr(one, name)) for name in CRITERIA},
    }


def _measure_json(measure: Measure) -> dict[str, Any]:
    return {**number_json(measure.value), "band": measure.band}


def webb_lines(framework: Framework, found: Sequence[Webb], *, formative: bool) -> Iterator[str]:
    """Yield the text: a line of numbers each competency, then what is not known, then what the words mean."""
    which = "all" if formative else "the summative"
    yield f"Webb’s four criteria{district_of(framework)}, from the items of {which} assessments."
    known = [one for one in found if one.concurrence.value is not None]
    for one in known:
        yield ""
        yield titled(framework.competencies[one.competency_id])
        yield f"    {_numbers(one)}"
        yield from (f"    {note}" for note in _notes(framework, one))
    yield from _not_known(framework, [one for one in found if one.concurrence.value is None])
    if not found:
        yield f"There is no {term(framework, 'competency')} yet. Write one, with its {term(framework, 'indicator', 2)}."
    yield from _unsaid(framework, formative=formative)
    if known:
        yield from meanings(framework)


def _numbers(one: Webb) -> str:
    return "; ".join(
        (
            f"hits {in_words(one.concurrence)}",
            f"depth {in_words(one.depth, one.deep_enough, one.known_depth)}",
            f"range {in_words(one.range, one.indicators_hit, one.indicators)}",
            f"balance {in_words(one.balance) if one.balance.value is None else _balance(one)}",
        )
    )


def _balance(one: Webb) -> str:
    value = one.balance.value
    words = in_words(one.balance).rpartition(", ")[2]
    alone = ", as only one is hit" if one.indicators_hit == 1 else ""
    return f"{decimal(value) if value is not None else ''}, {words}{alone}"


def _notes(framework: Framework, one: Webb) -> Iterator[str]:
    """Yield what to know of the numbers of one competency, and what to do."""
    if not one.indicators:
        yield f"It has no {term(framework, 'indicator')}. Write the first one."
    elif not one.hits:
        yield f"No item that counts hits one of its {term(framework, 'indicator', 2)}. Name one as what an item shows."
    elif one.indicators_hit < one.indicators:
        yield f"Without an item: {_without(framework, one)}."
    if one.unknown_depth:
        yield (
            f"Depth leaves out {one.unknown_depth} of {one.hits} hits. Give the items, and the "
            f"{term(framework, 'indicator', 2)} they hit, a depth of knowledge."
        )
    if one.waiting:
        yield f"There may be more hits: {_waiting(framework, one)}."


def _without(framework: Framework, one: Webb) -> str:
    """Name the indicators that no item hits."""
    from workbench.checks.wording import listed, named

    hit = dict(one.hits_by_indicator)
    return listed(named(each) for each in framework.indicators_of(one.competency_id) if each.id not in hit)


def _waiting(framework: Framework, one: Webb) -> str:
    """Say how many assessments of a competency list no items, and name the first."""
    from workbench.checks.wording import named

    first = named(framework.assessments[one.waiting[0]])
    if len(one.waiting) == 1:
        return f"{first} lists no items"
    return f"{counted(framework, len(one.waiting), 'assessment')} list no items, such as {first}"


def _not_known(framework: Framework, found: Sequence[Webb]) -> Iterator[str]:
    if not found:
        return
    many = term(framework, "indicator", 2)
    yield ""
    yield f"Not known for {counted(framework, len(found), 'competency')}:"
    for one in found:
        yield f"    {titled(framework.competencies[one.competency_id])}: {_waiting(framework, one)}."
    yield (
        "Give the items of these assessments in the room of courses, each with its depth of knowledge and the "
        f"{many} it shows."
    )


def _unsaid(framework: Framework, *, formative: bool) -> Iterator[str]:
    """Yield a sentence on assessments with items that do not say what they are for."""
    silent = [one for one in framework.assessments.ordered() if one.purpose is None]
    count = sum(1 for one in silent if framework.items.by("assessment_id", one.id))
    if count and not formative:
        yield ""
        yield (
            f"{counted(framework, count, 'assessment')} with items {'does' if count == 1 else 'do'} not say whether "
            "formative or summative, so their items do not count. Say which."
        )
