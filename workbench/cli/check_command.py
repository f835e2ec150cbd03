"""Say what in a framework would not hold up before a board, teachers and the law, and what to do."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from workbench.checks import not_ready, turned_off, unchecked_words, unread
from workbench.cli.common import open_named, print_json, takes_format, takes_person, takes_project
from workbench.model import Finding, Report, Severity, Waiver, count_by_severity
from workbench.model.record import RANK
from workbench.project import Project, day_of

MARKS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "●"}


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    takes_person(parser)
    takes_format(parser, "html")
    parser.add_argument("--select", metavar="CODES", help="only these rules or families (STR), parted by commas")
    parser.add_argument("--ignore", metavar="CODES", help="leave these rules or families out")
    parser.add_argument("--fail-on", choices=["error", "warning"], default="error", help="what makes the exit code 1")
    parser.add_argument("--drafts", action="store_true", help="also check what is not marked ready")
    parser.add_argument("--fix", action="store_true", help="first put right what can be put right without judgement")
    parser.add_argument("--as-of", default="", metavar="DATE", help="the day to check for (default: today)")


def run(args: argparse.Namespace) -> int:
    """Check, print, and return 1 where there is a finding at or above ``--fail-on``."""
    with open_named(args) as project:
        day = day_of(args.as_of)
        if args.fix:
            put_right(project, args)
        found = chosen(project.report(drafts=args.drafts, as_of=day), args.select, args.ignore)
        if args.format == "json":
            print_json({"as_of": day, "revision": project.revision, **as_json(project, found, drafts=args.drafts)})
        elif args.format == "html":
            sys.stdout.buffer.write(page(project, found, day, drafts=args.drafts))
        else:
            left = unchecked_words(project.framework, drafts=args.drafts)
            lines = [report(project, found.findings, day), left, *decisions(project, found)]
            print("\n".join(filter(None, lines)))
    grave = {Severity.ERROR} if args.fail_on == "error" else {Severity.ERROR, Severity.WARNING}
    return int(any(one.severity in grave for one in found.findings))


def put_right(project: Project, args: argparse.Namespace) -> None:
    """Make every edit that the rules offer, each by itself so that it can be undone, and say which on stderr.

    One edit may settle several findings or open another, so the checks run again after each; a finding is tried once.
    """
    tried = set[Finding]()
    while True:
        found = chosen(project.report(drafts=args.drafts), args.select, args.ignore).findings
        left = [one for one in found if one not in tried and project.fix_for(one)]
        if not left:
            return
        tried.add(left[0])
        print(f"{project.fix(left[0])}: {left[0].message}", file=sys.stderr)


def chosen(whole: Report, select: str | None, ignore: str | None) -> Report:
    """Return what ``whole`` says of the rules that ``select`` names and ``ignore`` does not; raise UnknownName."""
    from workbench.checks import choose_rules

    rules = set(choose_rules(_names(select) or None)) - set(choose_rules(_names(ignore)))
    codes = {rule.code for rule in rules}
    return Report(
        findings=tuple(one for one in whole.findings if one.code in codes),
        waived=tuple(pair for pair in whole.waived if pair[0].code in codes),
        expired=tuple(pair for pair in whole.expired if pair[0].code in codes),
    )


def _names(written: str | None) -> list[str]:
    return [part for part in (written or "").split(",") if part.strip()]


def page(project: Project, found: Report, day: str, *, drafts: bool) -> bytes:
    """Return the report, of ``drafts`` too or not, as a web page of one file."""
    from workbench.checks import find_rule
    from workbench.checks.page import page_of
    from workbench.publish.check_page import check_page

    pages = {code: page_of(find_rule(code)) for code in {one.code for one in found.findings}}
    rules = {code: (one.summary, one.sections["Why it matters"]) for code, one in pages.items()}
    return check_page(project.publication(as_of=day, report=found, drafts=drafts), rules)


def decisions(project: Project, found: Report) -> list[str]:
    """Return a line for each finding that the committee decided to live with, and for each decision that ran out."""
    lines = [
        f"Decided until {one.until}, {project.decider(one)}: {one.reason} ({finding.code}: {finding.message})"
        for finding, one in found.waived
    ]
    return [*lines, *(f"Ran out on {one.until}: the decision on {one.code} ({one.reason})" for _, one in found.expired)]


def as_json(project: Project, found: Report, *, drafts: bool) -> dict[str, object]:
    """Return a report, of ``drafts`` too or not, as JSON values, with names instead of the ids of people."""
    return {
        "findings": [asdict(one) for one in found.findings],
        "waived": [{"finding": asdict(finding), **_decision(project, one)} for finding, one in found.waived],
        "expired": [
            {"code": one.code, "subject_id": one.subject_id, **_decision(project, one)} for _, one in found.expired
        ],
        "turned_off": [rule.code for rule in turned_off(project.framework)],
        "unread": [rule.code for rule in unread(project.framework)],
        "not_ready": 0 if drafts else not_ready(project.framework),
    }


def _decision(project: Project, one: Waiver) -> dict[str, str]:
    return {"person": project.person_name(one.person), "reason": one.reason, "until": one.until}


def report(project: Project, found: tuple[Finding, ...], day: str) -> str:
    """Return the findings as text, the gravest first, and a line that counts them."""
    lines = []
    for one in sorted(found, key=gravest_first):
        lines.append(f"{MARKS[one.severity]} {one.severity} {one.code}  {one.message}")
        lines.append(f"    {one.remedy}")
    return "\n".join([*lines, summary(found, day, project.framework.district.title)])


def gravest_first(finding: Finding) -> tuple[int, tuple[str, ...]]:
    """Return where a finding stands in a report."""
    return RANK[finding.severity], finding.sort_key


def summary(found: tuple[Finding, ...], day: str, district: str) -> str:
    """Return one sentence that counts the findings."""
    where = f"{district}, {day}" if district else day
    if not found:
        return f"No findings ({where})."
    counts = count_by_severity(found)
    parts = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items() if count]
    return f"{', '.join(parts)} ({where}). Explain one: workbench explain {min(found, key=gravest_first).code}"
