"""Record the committee's decision to live with a finding until a day; it is published with the framework.

The decision holds while the finding is the same. It ends by itself after its last day, or at once with --end.
"""

from __future__ import annotations

import argparse

from workbench.checks import find_rule
from workbench.cli.common import open_named, takes_person, takes_project
from workbench.errors import BadEdit, UnknownName
from workbench.model import Thing
from workbench.project import Project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    takes_person(parser)
    parser.add_argument("code", metavar="CODE", help="the rule, as the report names it")
    parser.add_argument("thing", metavar="THING", help="the code or the identifier of what the finding is about")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why the committee decided so")
    parser.add_argument("--until", default="", metavar="DATE", help="the last day on which the decision holds")
    parser.add_argument("--end", action="store_true", help="take the decision back")


def run(args: argparse.Namespace) -> int:
    """Waive every finding of the rule on the thing, or take that back, and say how many there were."""
    with open_named(args) as project:
        rule, thing = find_rule(args.code), named_thing(project, args.thing)
        count = _end(project, rule.code, thing) if args.end else _waive(project, rule.code, thing, args)
        done = "Taken back" if args.end else f"Decided until {args.until}"
        print(f"{done}: {count} {'finding' if count == 1 else 'findings'} of {rule.code} on “{thing.name}”.")
    return 0


def named_thing(project: Project, name: str) -> Thing:
    """Return the thing with this identifier, or the only one with this code; raise UnknownName or BadEdit."""
    framework = project.framework
    if (found := framework.find(name)) is not None:
        return found
    coded = [one for one in framework.things() if one.code == name]
    if not coded:
        raise UnknownName(
            f"Nothing in this framework has the code or identifier “{name}”. "
            "“workbench check FILE --format json” names the identifier of each finding's thing (subject_id)."
        )
    if len(coded) > 1:
        listed = ", ".join(f"{one.id} (“{one.name}”)" for one in coded)
        raise BadEdit(f"Several things have the code “{name}”. Name one by its identifier: {listed}.")
    return coded[0]


def _waive(project: Project, code: str, thing: Thing, args: argparse.Namespace) -> int:
    found = [one for one in project.findings(drafts=True) if (one.code, one.subject_id) == (code, thing.id)]
    if not found:
        raise BadEdit(f"There is no finding of {code} on “{thing.name}” that could be waived.")
    for one in found:
        project.waive(one, reason=args.reason, until=args.until)
    return len(found)


def _end(project: Project, code: str, thing: Thing) -> int:
    decided = [one for one in project.waivers if (one.code, one.subject_id) == (code, thing.id)]
    if not decided:
        raise BadEdit(f"There is no decision on {code} of “{thing.name}” that could be taken back.")
    for one in decided:
        project.end_waiver(one)
    return len(decided)
