"""Make the example district, check it and publish it. A demo that is already there is kept and published again."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.check_command import report
from workbench.errors import CannotWrite
from workbench.project import Project, create_project, day_of, open_project

NAME = "maple-hollow.workbench"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--out", metavar="DIR", default="exports/demo", help="the folder (default: exports/demo)")


def run(args: argparse.Namespace) -> int:
    """Make or open the example, and print what was made, what was found and how to open the rooms."""
    out = Path(args.out)
    with _example(out) as project:
        print(_account(project))
        print("\nWhat the checks say:")
        print(report(project, project.findings(drafts=True), day_of("")))
        print("\nPublished:")
        for path in project.publish(out):
            print(f"  {path}")
    print(f"\nOpen the rooms: make open   (or: workbench open {out / NAME})")
    return 0


def _example(out: Path) -> Project:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"The folder {out} cannot be made: {error.strerror}. Choose another with --out.") from error
    path = out / NAME
    return open_project(path) if path.exists() else create_project(path, starter="example")


def _account(project: Project) -> str:
    """Return what the example holds, in a few lines."""
    framework = project.framework
    standards = sum(one.leaves for one in project.standards.infos())
    return (
        f"{framework.district.title} is in {project.path}:\n"
        f"  {len(framework.beliefs)} beliefs with {len(framework.practices)} practices, "
        f"a portrait of {len(framework.attributes)} attributes\n"
        f"  {len(framework.competencies)} competencies, {len(framework.indicators)} performance indicators, "
        f"{len(framework.criteria)} scoring criteria\n"
        f"  {len(framework.experiences)} courses and other learning experiences, {len(framework.pathways)} pathways, "
        f"{len(framework.assessments)} assessments\n"
        f"  {len(framework.alignments)} alignments to {standards} standards in {len(project.sets)} sets"
    )
