"""Say what in a framework would not hold up before a board, teachers and the law, and what to do."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.model import Finding, Severity, count_by_severity
from workbench.project import Project, day_of

MARKS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "●"}


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    takes_format(parser)
    parser.add_argument("--select", metavar="CODES", help="only these rules or families (STR), parted by commas")
    parser.add_argument("--fail-on", choices=["error", "warning"], default="error", help="what makes the exit code 1")
    parser.add_argument("--drafts", action="store_true", help="also check what is not marked ready")
    parser.add_argument("--as-of", default="", metavar="DATE", help="the day to check for (default: today)")


def run(args: argparse.Namespace) -> int:
    """Check, print, and return 1 where there is a finding at or above ``--fail-on``."""
    with open_named(args) as project:
        day = day_of(args.as_of)
        found = chosen(project.findings(drafts=args.drafts, as_of=day), args.select)
        if args.format == "json":
            print_json({"as_of": day, "revision": project.revision, "findings": [asdict(one) for one in found]})
        else:
            print(report(project, found, day))
    grave = {Severity.ERROR} if args.fail_on == "error" else {Severity.ERROR, Severity.WARNING}
    return int(any(one.severity in grave for one in found))


def chosen(found: tuple[Finding, ...], select: str | None) -> tuple[Finding, ...]:
    """Return the findings of the rules that ``select`` names; raise UnknownName for one that does not exist."""
    from workbench.checks import choose_rules

    if not select:
        return found
    codes = {rule.code for rule in choose_rules(part for part in select.split(",") if part.strip())}
    return tuple(one for one in found if one.code in codes)


def report(project: Project, found: tuple[Finding, ...], day: str) -> str:
    """Return the findings as text, the gravest first, and a line that counts them."""
    order = {severity: place for place, severity in enumerate(Severity)}
    lines = []
    for one in sorted(found, key=lambda finding: (order[finding.severity], finding.sort_key)):
        lines.append(f"{MARKS[one.severity]} {one.severity} {one.code}  {one.message}")
        lines.append(f"    {one.remedy}")
    return "\n".join([*lines, summary(found, day, project.framework.district.title)])


def summary(found: tuple[Finding, ...], day: str, district: str) -> str:
    """Return one sentence that counts the findings."""
    where = f"{district}, {day}" if district else day
    if not found:
        return f"No findings ({where})."
    counts = count_by_severity(found)
    parts = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items() if count]
    return f"{', '.join(parts)} ({where}). Explain one: workbench explain {found[0].code}"
