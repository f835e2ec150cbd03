"""How the numbers of ``workbench measure`` are written, as text and as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from workbench.cli.common import print_json
from workbench.measures.bands import BAND_WORDS, USUAL, Edges
from workbench.measures.shares import decimal
from workbench.measures.webb import Measure
from workbench.model import Framework, Thing, term


def takes_formative(parser: argparse.ArgumentParser) -> None:
    """Let the measure count formative assessments as well."""
    parser.add_argument(
        "--formative", action="store_true", help="count the items of every assessment, not summative alone"
    )


def tell(args: argparse.Namespace, revision: int, value: Mapping[str, Any], lines: Iterable[str]) -> int:
    """Print a measure as JSON or as text, and return the exit code: there is no failure in a number."""
    if args.format == "json":
        print_json({"measure": args.measure, "revision": revision, **value})
    else:
        print("\n".join(lines))
    return 0


def in_words(measure: Measure, part: int | None = None, whole: int | None = None) -> str:
    """Return a value with its word: "0.70 (7 of 10), acceptable"; part and whole where they help."""
    if measure.value is None or measure.band is None:
        return "not known"
    number = str(measure.value) if measure.value.denominator == 1 and part is None else decimal(measure.value)
    return f"{number}{f' ({part} of {whole})' if part is not None else ''}, {BAND_WORDS[measure.band]}"


def number_json(value: Fraction | None) -> dict[str, Any]:
    """Return a number exactly, as a fraction in text, and as a decimal; null where it is not known."""
    return {
        "exact": None if value is None else str(value),
        "decimal": None if value is None else round(float(value), 6),
    }


def titled(thing: Thing) -> str:
    """Return a thing's code and name on one line."""
    named = thing.name if not thing.code or thing.name == thing.code else f"{thing.code} {thing.name}"
    return " ".join(named.split())


def district_of(framework: Framework) -> str:
    """Return the district's title in parentheses, or nothing."""
    return f" ({framework.district.title})" if framework.district.title else ""


def meanings(framework: Framework) -> Iterator[str]:
    """Yield what the words of Webb's criteria mean, and from where each is acceptable."""
    one, many = (term(framework, "indicator", count) for count in (1, 2))
    yield ""
    yield "What the words mean:"
    yield f"    hits     how often an item shows one of the {many}: {_from(USUAL.concurrence, str)}"
    yield f"    depth    the part of the hits that ask as deep as the {one}, or deeper: {_from(USUAL.depth)}"
    yield f"    range    the part of the {many} with at least one hit: {_from(USUAL.range)}"
    yield f"    balance  how evenly the hits are spread over the {many} that are hit: {_from(USUAL.balance)}"
    yield "The edges are Webb’s conventions: they begin a conversation, and do not end it. Decimals are rounded down."


def _from(edges: Edges, shown: Callable[[Fraction], str] = decimal) -> str:
    return f"acceptable from {shown(edges.acceptable)}, weak from {shown(edges.weak)}"
