"""Write the pages of docs/ that say what the code says: rules, their settings, commands, formats of standards.

``python docs/generate.py`` writes them; with ``--check`` it writes nothing and exits 1 where one is stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from workbench.checks import FAMILIES, RULES, explain
from workbench.checks.language.lists import SETTING, word_lists
from workbench.checks.page import page_of
from workbench.checks.registry import BUILT_IN
from workbench.checks.settings import RANGES, SEVERITIES, SEVERITY, THRESHOLDS
from workbench.cli import parser as command_parser
from workbench.spreadsheets import LONGEST
from workbench.standards.fidelity import TABLE, TITLES, Claim
from workbench.standards.opensalt_out import LIMITS

DOCS = Path(__file__).resolve().parent
MADE = "<!-- Made by docs/generate.py from the code. Change it there. -->\n\n"

RULES_INTRO = """# Rules

Each rule looks for one fault in a framework. `workbench explain CODE` shows the same pages. An error stands
in the way of adoption; a warning or a note does not. Things that nobody has marked ready for review stay quiet
unless drafts are asked for.
"""

BUILT_IN_INTRO = """
## Without a rule

These parts of the catalogue of checks hold in every framework, so that no rule looks for them.

"""

COMMANDS_INTRO = """# Commands

Every command ends with the exit code 0 when it is done, 1 when a check found what it was to fail on, and 2
when it could not run; then one sentence says why. `FILE` is a project, a `.workbench` file.
"""

SETTINGS_INTRO = f"""# Settings of the checks

A district sets these in its settings, under the key in the first column; what it sets is stored with the project.
Where it sets nothing, the default counts. What cannot be read is told by the rule [STR014](rules/STR014.md).
The severity of a rule is set under `{SEVERITY}` and its code: {", ".join(SEVERITIES)}.
"""

FIDELITY_INTRO = """# What each format holds of a standard set

A standard set can be written as a CASE package, as OpenSALT's workbook or as CSV (`workbench standards export`).
The table says what of a set comes back when such a file is read here again. Each export says the same of the set
at hand, with counts, and names the way out.
"""

FIDELITY_TEXTS = f"""
## Texts

- CASE holds every text as it is.
- A cell of a workbook holds {LONGEST:,} characters; a longer text ends there, and the export says how many do.
  Line ends become one kind.
- In both tables, control characters are shown as \N{REPLACEMENT CHARACTER}, and the export says how many.
- In both tables, blanks around a code, a kind or a title may be lost; wordings, short labels and notes of standards
  keep theirs.
- Every cell of the workbook is text: a code such as 01 keeps its zero, and a text such as =1+1 is no formula.
- CSV cannot mark a cell as text. So that a spreadsheet program runs nothing, a text that begins with =, +, - or @
  stands behind an apostrophe in the file, and reading the file here takes the apostrophe off again.
- CSV is UTF-8 with a byte order mark, because Excel would otherwise take it for another encoding.

## Comments

Comments, proposed wordings and what became of them are about a framework, not about a set. The framework's workbook
lists them on the sheet "Comments and their outcome"; its PDF, web page and CASE package do not carry them.

## What OpenSALT takes

OpenSALT's own fields are shorter than a cell. The workbook has the texts whole, and the export says which are
longer: {", ".join(f"{name} {most}" for name, most in LIMITS.items())} characters.
"""


def pages() -> dict[str, str]:
    """Return the generated pages by their path below docs/."""
    found = {f"rules/{code}.md": explain(code) + "\n" for code in RULES}
    found["rules/README.md"] = RULES_INTRO + "".join(_families()) + BUILT_IN_INTRO + "".join(_built_in())
    found["commands.md"] = COMMANDS_INTRO + "".join(_command(command_parser()))
    found["settings.md"] = SETTINGS_INTRO + "".join(_settings())
    found["fidelity.md"] = FIDELITY_INTRO + "".join(_fidelity()) + FIDELITY_TEXTS
    return {path: MADE + text for path, text in found.items()}


def _families() -> Iterator[str]:
    for family, folder in FAMILIES.items():
        yield f"\n## {folder.capitalize()} ({family})\n\n"
        yield "| Code | Fault | Severity | What is wrong |\n|---|---|---|---|\n"
        for rule in RULES.values():
            if rule.family == family:
                yield f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {page_of(rule).summary} |\n"


def _built_in() -> Iterator[str]:
    yield from (f"- {row}: {words}\n" for row, words in BUILT_IN.items())


def _settings() -> Iterator[str]:
    ranges = ((key, one.label, f"{one.low}-{one.high}", one.source) for key, one in RANGES.items())
    yield from _options("Ranges, written as 4-8", ranges)
    thresholds = ((key, one.label, f"{one.default:g}", one.source) for key, one in THRESHOLDS.items())
    yield from _options("Thresholds, written as 2.5", thresholds)
    lists = ((SETTING + key, one.label, ", ".join(one.words), one.source) for key, one in word_lists().items())
    yield from _options("Word lists, written as +hardly, -only to change them, or as a list of one's own", lists)


def _options(heading: str, rows: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    yield f"\n## {heading}\n\n| Key | What it is | Default | Source |\n|---|---|---|---|\n"
    for key, label, default, source in rows:
        yield f"| `{key}` | {label} | {default} | {source} |\n"


def _fidelity() -> Iterator[str]:
    owners = {"Set": "The set itself", "Standard": "Standards", "Association": "Associations between standards"}
    for owner, heading in owners.items():
        yield f"\n## {heading}\n\n| Part | {' | '.join(TITLES.values())} |\n|---|{'---|' * len(TITLES)}\n"
        for part, claims in TABLE.items():
            if part.owner == owner:
                yield f"| {part.name} | {' | '.join(map(_claim, claims))} |\n"


def _claim(claim: Claim) -> str:
    return f"{claim.hold}: {claim.lost}" if claim.lost else claim.hold


# argparse words its help differently from one Python to the next, so the page is written from the arguments;
# it lists them nowhere in public.
def _command(parser: argparse.ArgumentParser, summary: str = "") -> Iterator[str]:
    actions: list[Any] = [action for action in parser._actions if action.dest != "help"]  # noqa: SLF001
    own = [action for action in actions if not isinstance(action.choices, dict)]
    name = parser.prog.split()
    if len(name) > 1:
        usage = " ".join([*name, *map(_usage, own), *(f"{one.metavar} ..." for one in actions[len(own) :])])
        description = " ".join((parser.description or f"{summary[:1].upper()}{summary[1:]}.").split())
        depth = sum(not word.isupper() for word in name)
        yield f"\n{'#' * depth} `{usage}`\n\n{description}\n"
    yield "".join(["\n", *(f"- `{_spelled(action)}`: {_meaning(action)}\n" for action in own)]) if own else ""
    for action in actions:
        if isinstance(action.choices, dict):
            summaries = {one.dest: one.help or "" for one in action._get_subactions()}  # noqa: SLF001
            for key, below in action.choices.items():
                yield from _command(below, summaries[key])


def _usage(action: argparse.Action) -> str:
    optional = (bool(action.option_strings) and not action.required) or action.nargs in ("?", "*")
    return f"[{_spelled(action)}]" if optional else _spelled(action)


def _spelled(action: argparse.Action) -> str:
    name = ", ".join(action.option_strings)
    value = "|".join(map(str, action.choices or ())) or str(action.metavar or action.dest.upper())
    return f"{name} {value}" if name and action.nargs != 0 else name or value


def _meaning(action: argparse.Action) -> str:
    return " ".join((action.help or "").split()).replace("%(default)s", str(action.default)).rstrip(".") + "."


def stale(folder: Path = DOCS) -> list[str]:
    """Return the paths of pages that are missing, differ from what the code says, or belong to no rule."""
    made = pages()
    kept = {f"rules/{path.name}" for path in (folder / "rules").glob("*.md")}
    differing = {path for path, text in made.items() if _read(folder / path) != text}
    return sorted(differing | (kept - made.keys()))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(folder: Path = DOCS) -> list[str]:
    """Write the pages that are stale and remove those that belong to no rule; return their paths."""
    made, changed = pages(), stale(folder)
    for path in changed:
        if path in made:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(made[path], encoding="utf-8", newline="\n")
        else:
            (folder / path).unlink()
    return changed


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or say which are stale."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="write nothing; exit 1 where a page is stale")
    if options.parse_args(arguments).check:
        found = stale()
        for path in found:
            print(f"docs/{path} is stale. Run: make docs")
        return int(bool(found))
    for path in write():
        print(f"docs/{path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
