"""``python -m benchmarks.precision_criteria [FILE]``: what the rules on scoring criteria find, for people to judge.

Every finding in the example framework and in a real package with rubrics is printed, and those in FILE: YAML of rows
``[indicator, lowest level, ..., highest level]``, for published criteria that may be read here but not kept here.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.district import DATA
from workbench.checks import CheckInput, check
from workbench.model import Framework, from_json
from workbench.starters import load_starter

RULES = (*(f"RUB{number:03}" for number in range(7, 18)), "HOW004", "ASM008")
PACKAGE = DATA / "case" / "opencase_round_trip_baseline.json"


def of_rows(rows: Iterable[Sequence[str]], language: str = "en") -> Framework:
    """Return a framework with an indicator and a criterion for each row of a statement and its levels.

    Each has a scale of its own, on which the level below the highest meets the expectation.
    """
    tables: dict[str, list[dict[str, Any]]] = {
        "districts": [{"id": "d", "languages": [language]}],
        "indicators": [],
        "scales": [],
        "criteria": [],
    }
    for number, (statement, *texts) in enumerate(rows):
        levels = {str(level): text for level, text in enumerate(texts, start=1)}
        names = {key: f"Level {key}" for key in levels}
        scale = {"id": f"s{number}", "levels": names, "proficient": max(len(texts) - 1, 1)}
        tables["indicators"].append({"id": f"i{number}", "statement": statement})
        tables["scales"].append(scale)
        criterion = {"id": f"k{number}", "subject_id": f"i{number}", "scale_id": scale["id"]}
        tables["criteria"].append({**criterion, "descriptors": levels})
    return from_json(tables)


def of_package(package: dict[str, Any]) -> Framework:
    """Return the rubric criteria of a CASE package, in its language."""
    every = (one for rubric in package["CFRubrics"] for one in rubric["CFRubricCriteria"])
    rows = [
        (one["description"], *(level["description"] for level in reversed(one["CFRubricCriterionLevels"])))
        for one in every
    ]
    return of_rows(rows, package["CFDocument"]["language"])


def found(framework: Framework) -> Iterator[str]:
    """Yield a line for each finding, and the counts by rule."""
    every = check(CheckInput(framework, drafts=True), RULES)
    for finding in every:
        yield f"{finding.code} {finding.subject_id} {finding.field}: {finding.message}"
    counts = Counter(finding.code for finding in every)
    yield f"{len(framework.criteria)} criteria: {dict(sorted(counts.items()))}"


def main(files: Sequence[str]) -> None:
    """Print the findings of each."""
    print("# Example framework", *found(load_starter("example").framework), sep="\n")
    if PACKAGE.is_file():
        print("# CASE package", *found(of_package(json.loads(PACKAGE.read_bytes()))), sep="\n")
    for file in files:
        print(f"# {file}", *found(of_rows(yaml.safe_load(Path(file).read_text(encoding="utf-8")))), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
