"""Gather the words of the interface from the code into the template for translators, and renew the catalogues by it.

``python docs/words.py`` writes `workbench/localize/`; with ``--check`` it writes nothing and exits 1 where something
is stale. A text that is new stands in each catalogue without a translation, one that is gone is taken out.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from workbench.checks import RULES
from workbench.checks.settings import SEVERITY
from workbench.localize import ENGLISH, LANGUAGES
from workbench.localize.catalogue import FOLDER, TEMPLATE
from workbench.model import KINDS, plural
from workbench.ui.rooms.settings_checks import settings_of_checks
from workbench.ui.rule_words import summary_of, why_it_matters

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# The words of the curriculum workbench's interface.
# Made by docs/words.py from the code; translations are written into it by hand.
#"""
METHODS = [("**/static/**.js", "javascript"), ("**/templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"**/static/**.js": {"parse_template_string": "true"}}
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every file: what is made from the same code is the same file."""
ABOUT: dict[str, Any] = {
    "project": "mastery-workbench",
    "version": "0",
    "header_comment": HEAD,
    "creation_date": EPOCH,
    "revision_date": EPOCH,
    "last_translator": "The curriculum workbench authors",
    "language_team": "The curriculum workbench authors",
    "fuzzy": False,
}


def template() -> Catalog:
    """Return every text of the interface, in order, with the files that say it."""
    made = Catalog(**ABOUT)
    found = [*_marked(), *declared()]
    for message, file in sorted(found, key=lambda one: (one[1], one[0] if isinstance(one[0], str) else one[0][0])):
        made.add(message, locations=[(file, 0)])
    return made


def _marked() -> Iterator[tuple[str | tuple[str, ...], str]]:
    for file, _line, message, *_rest in extract_from_dir(ROOT / "workbench", METHODS, OPTIONS, KEYWORDS):
        yield message, f"workbench/{file}"


def declared() -> Iterator[tuple[str | tuple[str, str], str]]:
    """Return what is declared as data: names of kinds, with their plurals, of fields, of choices; pages of rules."""
    for rule in RULES.values():
        file = f"{rule.module.replace('.', '/')}.py"
        for text in (rule.words, summary_of(rule.code), *why_it_matters(rule.code)):
            yield text, file
    for one in settings_of_checks():
        if one.key.partition(".")[0] != SEVERITY.rstrip("."):
            yield one.label, "workbench/checks/settings.py"
    for cls in KINDS.values():
        file = f"{cls.__module__.replace('.', '/')}.py"
        yield (cls.noun, plural(cls.noun)), file
        for spec in cls.specs().values():
            yield spec.label, file
            yield from ((words, file) for words in _choices(spec.choices))


def _choices(choices: type[StrEnum] | None) -> Iterable[str]:
    return [str(one).capitalize() for one in choices or ()]


def files() -> Iterator[tuple[Path, bytes]]:
    """Return each file of the folder with what is to stand in it."""
    made = template()
    yield TEMPLATE, _written(made)
    for language in LANGUAGES:
        if language == ENGLISH:
            continue
        name = language.replace("-", "_")
        path = FOLDER / f"{name}.po"
        known = read_po(io.BytesIO(path.read_bytes()), locale=name) if path.exists() else Catalog(name, **ABOUT)
        known.header_comment = HEAD.replace("the interface", f"the interface: {LANGUAGES[language]}")
        known.update(made, no_fuzzy_matching=True)
        known.obsolete.clear()
        yield path, _written(known)


def _written(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=100, include_lineno=False)
    # Which release of Babel wrote a file is no news about it, and nobody has an address for reports.
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith((b'"Generated-By', b'"Report-Msgid')))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what is stale, or only say so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(arguments).check
    stale = [(path, text) for path, text in files() if not path.exists() or path.read_bytes() != text]
    for path, text in stale:
        print(path.relative_to(ROOT))  # what the command tells
        if not check:
            path.write_bytes(text)
    return int(bool(stale) and check)


if __name__ == "__main__":
    sys.exit(main())
