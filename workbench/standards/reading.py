"""Any file of standards: its content tells which importer reads it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.errors import BadFile, NeedsMapping
from workbench.model import StandardSet
from workbench.standards.columns import Header
from workbench.standards.compeito_csv import lines_about, read_compeito_csv
from workbench.standards.indented_csv import is_indented, read_indented_csv
from workbench.standards.moodle_csv import is_moodle_csv, read_moodle_csv
from workbench.standards.opencase_template import find_template, read_opencase_template
from workbench.standards.opensalt_csv import read_opensalt_csv
from workbench.standards.opensalt_workbook import is_opensalt_workbook, read_opensalt_workbook
from workbench.standards.report import Account, ImportReport
from workbench.standards.rubric_csv import is_rubric_csv, read_rubric_csv
from workbench.standards.source import read_start
from workbench.standards.tables import Table, read_tables

JSON = (b"{", b"[")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_standards(path: Path) -> tuple[StandardSet, ImportReport]:
    """Return the standard set in a file of any known form, and what became of every entry.

    Raises MissingFile; NeedsMapping where the file is a table whose columns are of no known form; BadFile where
    it is anything else.
    """
    if is_json(path):
        from workbench.standards.case import read_case

        return read_case(path)
    account = Account()
    return read_known_tables(path.name, read_tables(path, account), account)


def is_json(path: Path) -> bool:
    """Return whether a file begins as JSON does."""
    start = read_start(path)
    for mark in MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").lstrip().startswith(JSON)


def read_known_tables(file: str, tables: Sequence[Table], account: Account) -> tuple[StandardSet, ImportReport]:
    """Return the set in tables of a known form; raise NeedsMapping where the form is not known."""
    if not tables:
        raise BadFile(f"“{file}” holds no rows. Choose the file that has the standards in it.")
    if is_opensalt_workbook(tables):
        return read_opensalt_workbook(file, tables, account)
    if template := find_template(tables):
        return read_opencase_template(file, template, account, sheet=template.name if len(tables) > 1 else "")
    if len(tables) == 1:
        return _read_single(file, tables[0], account)
    raise _needs_mapping(file)


def _read_single(file: str, table: Table, account: Account) -> tuple[StandardSet, ImportReport]:
    if is_moodle_csv(table):
        return read_moodle_csv(file, table, account)
    if is_rubric_csv(table):
        return read_rubric_csv(file, table, account)
    top = lines_about(table)
    header = Header.of(table.rows[top]) if top < len(table.rows) else Header({}, ())
    if "fullStatement" in header.places and (
        "parentIdentifier" in header.places or (top and "identifier" in header.places)
    ):
        return read_compeito_csv(file, table, account)
    named = "fullStatement" in header.places and len(header.places) > 1 and not top
    if named and ({"identifier", "isChildOf", "smartLevel"} & header.places.keys() or not is_indented(table)):
        return read_opensalt_csv(file, table, account)
    if top < len(table.rows) and is_indented(table):
        return read_indented_csv(file, table, account)
    raise _needs_mapping(file)


def _needs_mapping(file: str) -> NeedsMapping:
    return NeedsMapping(
        f"“{file}” is a table, and its columns are of no form that is known here. Say what each column means, "
        "and it can be read."
    )
