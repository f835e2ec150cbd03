"""Say what in a framework would not hold up before a board, teachers and the law, and what to do."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict, replace

from workbench.cli.common import open_named, print_json, takes_project
from workbench.model import Finding, Report, Severity, Waiver, count_by_severity
from workbench.project import Project, day_of

MARKS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "●"}


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    parser.add_argument(
        "--format", choices=["text", "json", "html"], default="text", help="how to print (default: text)"
    )
    parser.add_argument("--select", metavar="CODES", help="only these rules or families (STR), parted by commas")
    parser.add_argument("--ignore", metavar="CODES", help="leave these rules or families out")
    parser.add_argument("--fail-on", choices=["error", "warning"], default="error", help="what makes the exit code 1")
    parser.add_argument("--drafts", action="store_true", help="also check what is not marked ready")
    parser.add_argument("--as-of", default="", metavar="DATE", help="the day to check for (default: today)")


def run(args: argparse.Namespace) -> int:
    """Check, print, and return 1 where there is a finding at or above ``--fail-on``."""
    with open_named(args) as project:
        day = day_of(args.as_of)
        whole = project.report(drafts=args.drafts, as_of=day)
        found = chosen(whole.findings, args.select, args.ignore)
        if args.format == "json":
            print_json(
                {"as_of": day, "revision": project.revision, "findings": [asdict(one) for one in found]}
                | decisions_json(project, whole)
            )
        elif args.format == "html":
            sys.stdout.buffer.write(page(project, replace(whole, findings=found), day))
        else:
            print("\n".join([report(project, found, day), *decisions(project, whole)]))
    grave = {Severity.ERROR} if args.fail_on == "error" else {Severity.ERROR, Severity.WARNING}
    return int(any(one.severity in grave for one in found))


def chosen(found: tuple[Finding, ...], select: str | None, ignore: str | None = None) -> tuple[Finding, ...]:
    """Return the findings of the rules that ``select`` names and ``ignore`` does not; raise UnknownName."""
    from workbench.checks import choose_rules

    wanted = choose_rules(_names(select) or None)
    left_out = choose_rules(_names(ignore))
    codes = {rule.code for rule in wanted} - {rule.code for rule in left_out}
    return tuple(one for one in found if one.code in codes)


def _names(written: str | None) -> list[str]:
    return [part for part in (written or "").split(",") if part.strip()]


def page(project: Project, whole: Report, day: str) -> bytes:
    """Return the report as a web page of one file."""
    from workbench.checks import find_rule
    from workbench.checks.page import page_of
    from workbench.publish.check_page import check_page

    shown = replace(
        project.publication(as_of=day),
        findings=whole.findings,
        waived=tuple((finding, one, project.person_name(one.person)) for finding, one in whole.waived),
    )
    codes = {one.code for one in whole.findings}
    return check_page(shown, {code: page_of(find_rule(code)).sections["Why it matters"] for code in codes})


def decisions(project: Project, whole: Report) -> list[str]:
    """Return a line for each finding that the committee decided to live with, and for each decision that ran out."""
    lines = [
        f"Decided until {one.until}, {project.person_name(one.person) or 'a former member'}: {one.reason} "
        f"({finding.code}: {finding.message})"
        for finding, one in whole.waived
    ]
    return [*lines, *(f"Ran out on {one.until}: the decision on {one.code} ({one.reason})" for one in whole.expired)]


def decisions_json(project: Project, whole: Report) -> dict[str, list[object]]:
    """Return the same as JSON values, with names instead of the ids of people."""
    return {
        "waived": [{"finding": asdict(finding), **_decision(project, one)} for finding, one in whole.waived],
        "expired": [
            {"code": one.code, "subject_id": one.subject_id, **_decision(project, one)} for one in whole.expired
        ],
    }


def _decision(project: Project, one: Waiver) -> dict[str, str]:
    return {"person": project.person_name(one.person), "reason": one.reason, "until": one.until}


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
