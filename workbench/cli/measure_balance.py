"""Say how class time, credits and summative assessments are spread over the priority standards."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from workbench.cli.common import open_named, takes_format
from workbench.cli.measure_words import district_of, number_json, tell
from workbench.measures.balance import Balance, Spread, balance
from workbench.measures.coverage_reach import Key
from workbench.measures.shares import decimal
from workbench.model import Framework, StandardSet, counted, term

SPREADS = {"minutes": "Class time", "credits": "Credits", "assessments": "Summative assessments"}
UNITS = {"minutes": "minutes", "credits": "credits", "assessments": "summative assessments"}
SHOWN = 6
"""How many standards a line of the text names."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the measure's arguments."""
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print how evenly they are spread."""
    with open_named(args) as project:
        framework, revision, sets = project.framework, project.revision, project.cited
    found = balance(framework)
    return tell(args, revision, balance_json(found, sets), balance_lines(framework, found, sets))


def code_of(key: Key, sets: Mapping[str, StandardSet]) -> str:
    """Return a standard's code, or its identifier where it is not at hand."""
    held = sets.get(key[0])
    standard = held.by_id.get(key[1]) if held else None
    return (standard.code or standard.name) if standard else key[1]


def balance_json(found: Balance, sets: Mapping[str, StandardSet]) -> dict[str, Any]:
    """Return each spread with the amount and the share of every priority standard."""
    standards = [{"set": key[0], "id": key[1], "code": code_of(key, sets)} for key in found.standards]
    return {
        "standards": standards,
        "chosen": found.chosen,
        "priority_indicators_without_standard": list(found.unaligned),
        **{name: _spread_json(found, getattr(found, name)) for name in SPREADS},
    }


def _spread_json(found: Balance, spread: Spread) -> dict[str, Any]:
    shares = spread.shares
    return {
        "balance": number_json(spread.balance),
        "whole": number_json(spread.whole),
        "placed": number_json(spread.placed),
        "given_by": spread.givers,
        "not_said_by": spread.silent,
        "amounts": [number_json(spread.amounts[key]) for key in found.standards],
        "shares": [number_json(shares.get(key)) for key in found.standards],
    }


def balance_lines(framework: Framework, found: Balance, sets: Mapping[str, StandardSet]) -> Iterator[str]:
    """Yield the text: of each spread its balance, the most and the least, and what reaches no priority standard."""
    indicators = term(framework, "indicator", 2)
    if not found.standards:
        yield (
            f"There is no priority standard yet{district_of(framework)}. Mark standards as priority in the room of "
            f"standards, or mark {indicators} as priority, and align them."
        )
        return
    which = "that the committee chose as priorities" if found.chosen else f"to which priority {indicators} are aligned"
    yield f"Balance over {counted(framework, len(found.standards), 'standard')} {which}{district_of(framework)}."
    for name, title in SPREADS.items():
        yield ""
        yield from _spread_lines(title, UNITS[name], getattr(found, name), sets)
    if found.unaligned:
        yield ""
        yield (
            f"Left out: {counted(framework, len(found.unaligned), 'indicator')} with priority and without a "
            f"{term(framework, 'standard')}. Align them."
        )
    yield ""
    yield "A balance of 1.00 gives each the same; it falls as some get more than others. Decimals are rounded down."
    yield f"What a course or an assessment has is split evenly over its {indicators}, and then over their standards."


def _spread_lines(title: str, unit: str, spread: Spread, sets: Mapping[str, StandardSet]) -> Iterator[str]:
    from workbench.checks.wording import listed

    if spread.balance is None:
        yield f"{title}: not known. Nothing that says its {unit} reaches a priority standard."
        return
    part = decimal(spread.placed / spread.whole)
    yield f"{title}: balance {decimal(spread.balance)}; {part} of {_amount(spread.whole)} {unit} reach them."
    shares = spread.shares
    for word, share in (("most", max(shares.values())), ("least", min(shares.values()))):
        codes = [code_of(key, sets) for key, one in shares.items() if one == share]
        yield f"    {word:<6} {f'{float(share):.1%}' if share else 'nothing'}: {listed(codes, SHOWN)}"
    if spread.silent:
        yield f"    Not counted: {spread.silent:,} that do not say how many {unit}."


def _amount(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else decimal(value)
