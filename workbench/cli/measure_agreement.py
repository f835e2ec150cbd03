"""Say how far raters agree: percent, Cohen's kappa, Fleiss' kappa and Krippendorff's alpha, from a table of ratings."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from workbench.cli.common import open_named, takes_format
from workbench.cli.measure_words import district_of, number_json, tell
from workbench.measures.agreement import Agreement, Coefficient, Level, agreement
from workbench.measures.shares import decimal
from workbench.model import Framework, plural

NAMES = {"cohen": "Cohen’s kappa", "fleiss": "Fleiss’ kappa", "alpha": "Krippendorff’s alpha"}


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the measure's arguments."""
    parser.add_argument(
        "--ratings", required=True, metavar="TABLE", help="CSV or workbook with the columns item, rater and value"
    )
    parser.add_argument(
        "--scale",
        choices=get_args(Level),
        default="nominal",
        help="whether the values have an order, or are numbers with distances (default: nominal, neither)",
    )
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print how far raters agree."""
    from workbench.cli.ratings_file import read_ratings

    with open_named(args) as project:
        framework, revision = project.framework, project.revision
    found = agreement(read_ratings(Path(args.ratings)), args.scale)
    return tell(args, revision, agreement_json(found), agreement_lines(framework, found))


def agreement_json(found: Agreement) -> dict[str, Any]:
    """Return the coefficients, the counts behind them, and why one is not known."""
    return {
        "scale": found.level,
        "items": found.items,
        "items_with_one_rating": found.alone,
        "raters": found.raters,
        "ratings": found.ratings,
        "values": dict(found.values),
        "percent": {**number_json(found.percent), "agreeing": found.agreeing, "pairs": found.pairs},
        **{name: _coefficient_json(getattr(found, name)) for name in NAMES},
    }


def _coefficient_json(one: Coefficient) -> dict[str, Any]:
    return {"value": None if one.value is None else round(one.value, 6), "unknown": one.unknown}


def agreement_lines(framework: Framework, found: Agreement) -> Iterator[str]:
    """Yield the text: who rated what, the coefficients, what is left out, what the words mean."""
    raters, items = _many(found.raters, "rater"), _many(found.items, "item")
    yield f"How far {raters} agree on {items}{district_of(framework)}, scale {found.level}."
    yield f"    {'Percent':<22}{_percent(found)}"
    for name, title in NAMES.items():
        yield f"    {title:<22}{_said(getattr(found, name))}"
    if found.alone:
        yield f"Left out: {_many(found.alone, 'item')} that only one rater rated."
    yield ""
    yield "What the words mean:"
    yield "    percent  of all pairs of ratings of one item, the part in which both are the same"
    yield "    kappa    the same, less what chance alone would give; 1 is perfect, 0 is chance"
    yield "    alpha    as kappa, for any number of raters, with gaps, and with near misses on a scale with an order"
    yield "Krippendorff asks for an alpha of 0.800, or of 0.667 where conclusions are tentative. It is a convention."


def _many(count: int, word: str) -> str:
    return f"{count:,} {word if count == 1 else plural(word)}"


def _percent(found: Agreement) -> str:
    if found.percent is None:
        return f"not known: {found.alpha.unknown}"
    return f"{decimal(found.percent)} ({found.agreeing} of {found.pairs} pairs)"


def _said(one: Coefficient) -> str:
    return f"not known: {one.unknown}" if one.value is None else f"{one.value:.3f}"
