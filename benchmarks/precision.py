"""``python -m benchmarks.precision``: every finding of the rules that read sentences, over real texts, to be judged.

Three texts: the example framework; a district's published skills as indicators; and the questions that it asks
students about them, where they differ. What was judged of each finding is told in ``benchmarks/precision.md``.
Families or codes behind the command leave out the others.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from workbench.checks import CheckInput, check
from workbench.model import Framework, from_json
from workbench.starters import load_starter

SKILLS = Path(__file__).resolve().parents[2] / "shared" / "data" / "competencies" / "cbl_skills.csv"
FAMILIES = ("STM",)


def skills(column: str) -> Framework:
    """Return one column of the published skills as indicators of their competencies, without a name of their own."""
    competencies, indicators = dict[str, dict[str, str]](), []
    with SKILLS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            owner = row["Code"].rpartition(".")[0]
            competencies[owner] = {"id": owner, "title": owner}
            if column == "Descriptor" or row[column] != row["Descriptor"]:
                indicators.append({"id": row["Code"], "competency_id": owner, "statement": row[column]})
    return from_json({"competencies": [*competencies.values()], "indicators": indicators})


def texts() -> Iterator[tuple[str, Framework]]:
    """Yield each text with its name; the published ones where the real files are here."""
    yield "example", load_starter("example").framework
    if not SKILLS.is_file():
        print("left out: the published skills, since the real files in ../shared are not here")
        return
    yield "skills", skills("Descriptor")
    yield "questions", skills("Statement")


def main() -> None:
    """Print the findings by rule and text, each with the text that it stands at, and how many there are."""
    findings = defaultdict[tuple[str, str], list[str]](list)
    for name, framework in texts():
        for finding in check(CheckInput(framework, drafts=True), sys.argv[1:] or FAMILIES):
            # The message quotes what it is about.
            findings[finding.code, name].append(f"{finding.subject_id}: {finding.message}")
    for code, group in groupby(sorted(findings), key=lambda key: key[0]):
        for _, name in group:
            print(f"\n{code} {name}: {len(findings[code, name])}", *findings[code, name], sep="\n  ")


if __name__ == "__main__":
    main()
