"""Say by Porter's index how far what is intended and what is assessed have in common, beside chance."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from workbench.cli.common import open_named, takes_format
from workbench.cli.measure_words import district_of, number_json, takes_formative, tell
from workbench.measures.demand import LEVELS, Demand, Topic, chance_of, demand
from workbench.measures.porter import Chance, Porter
from workbench.measures.shares import decimal
from workbench.model import Framework, counted, term


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the measure's arguments."""
    takes_format(parser)
    parser.add_argument(
        "--by",
        choices=["competency", "indicator"],
        default="competency",
        help="what is set against depth of knowledge (default: competency)",
    )
    takes_formative(parser)


def run(args: argparse.Namespace) -> int:
    """Print the index."""
    with open_named(args) as project:
        framework, revision = project.framework, project.revision
    found = demand(framework, args.by, formative=args.formative)
    chance = chance_of(found)
    value = {"formative": args.formative, **porter_json(framework, found, chance, args.by)}
    return tell(args, revision, value, porter_lines(framework, found, chance, args.by))


def porter_json(framework: Framework, found: Demand, chance: Chance | None, by: Topic) -> dict[str, Any]:
    """Return the index with its margins, what chance gives, and both tables."""
    index = found.porter
    table = framework.competencies if by == "competency" else framework.indicators
    return {
        "by": by,
        "reason": found.reason,
        "index": number_json(index.index if index else None),
        "topics_alone": number_json(index.topics if index else None),
        "demand_alone": number_json(index.demands if index else None),
        "chance": None if chance is None else {name: round(value, 4) for name, value in asdict(chance).items()},
        "indicators": found.indicators,
        "indicators_left_out": found.indicators_left_out,
        "items": found.items,
        "items_left_out": found.items_left_out,
        "levels": list(LEVELS),
        "rows": [
            {
                "id": topic,
                "name": table[topic].name if topic in table else "",
                "intended": [str(cell) for cell in intended],
                "assessed": [str(cell) for cell in assessed],
            }
            for topic, intended, assessed in zip(found.topics, found.intended, found.assessed, strict=True)
        ],
    }


def porter_lines(framework: Framework, found: Demand, chance: Chance | None, by: Topic) -> Iterator[str]:
    """Yield the text: the index, its margins, what chance gives, the levels on both sides, what is left out."""
    if found.porter is None or chance is None:
        yield f"Porter’s index is not known{district_of(framework)}. {found.reason}"
    else:
        yield from _index(framework, found.porter, by)
        yield from _against_chance(found.porter, chance)
        yield from _levels(framework, found)
        yield from _without(framework, found, by)
    yield from _left_out(framework, found)


def _index(framework: Framework, index: Porter, by: Topic) -> Iterator[str]:
    topic, many = term(framework, by), term(framework, "indicator", 2)
    yield f"Porter’s index{district_of(framework)}: {decimal(index.index)}, by {topic} and depth of knowledge."
    yield "It is the part that what you intend and what the items ask for have in common, from 0 to 1."
    yield f"    {decimal(index.topics)}  by {topic} alone: are the items spread as your {many} are?"
    yield f"    {decimal(index.demands)}  by depth of knowledge alone: do the items ask as deep as you intend?"


def _against_chance(index: Porter, chance: Chance) -> Iterator[str]:
    yield ""
    yield (
        f"By chance, with as many points scattered over the same cells, it would be {chance.mean:.2f} on average, "
        f"and 95 times in 100 between {chance.low:.2f} and {chance.high:.2f}."
    )
    if index.index > chance.high:
        yield "So yours is more than chance. Nobody has settled how much is good: compare it with your own next year."
    elif index.index < chance.low:
        yield "So yours is less than chance: the items leave out parts of what you intend, or ask for other things."
    else:
        yield "So chance alone could give yours, and it says little yet. More items make it say more."


def _levels(framework: Framework, found: Demand) -> Iterator[str]:
    yield ""
    yield "Depth of knowledge    intended               asked for"
    for place, level in enumerate(LEVELS):
        intended = _part(found.intended, place, found.indicators)
        yield f"    {level}                 {intended:<22} {_part(found.assessed, place, found.items)}"
    yield f"Intended: the {term(framework, 'indicator', 2)} at this level. Asked for: the items at this level."


def _part(table: Sequence[Sequence[Fraction]], place: int, whole: int) -> str:
    part = sum((row[place] for row in table), Fraction(0))
    return f"{decimal(part / whole)} ({part} of {whole})"


def _without(framework: Framework, found: Demand, by: Topic) -> Iterator[str]:
    """Yield a line on the topics for which nothing is asked."""
    empty = sum(1 for row in found.assessed if not any(row))
    if empty:
        yield ""
        yield (
            f"No item asks for {empty} of the {counted(framework, len(found.topics), by)}. "
            "To see what is missing: workbench measure FILE webb"
        )


def _left_out(framework: Framework, found: Demand) -> Iterator[str]:
    if found.porter is None:
        return
    if found.indicators_left_out:
        yield (
            f"Left out: {counted(framework, found.indicators_left_out, 'indicator')} without a depth of knowledge. "
            "Give it, from 1 to 4."
        )
    if found.items_left_out:
        yield (
            f"Left out: {counted(framework, found.items_left_out, 'item')} without a depth of knowledge, or without "
            f"a {term(framework, 'indicator')} that has one. Give both."
        )
