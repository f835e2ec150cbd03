"""What a table says of the set itself -> the fields of a standard set."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.standards.case import DOCUMENT_TEXTS
from workbench.standards.case_fields import derived_id
from workbench.standards.report import Account, Fate

EPOCH = dt.date(1899, 12, 30)
"""Day 0 of the numbers by which spreadsheet programs count days."""
DATES = {"statusStartDate", "statusEndDate"}


def about_set(
    told: Mapping[str, str],
    file: str,
    account: Account,
    *,
    subjects: tuple[str, ...] = (),
    extensions: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the fields of a set but its standards.

    ``told`` holds fields of a CASE document under their CASE names, ``licenseTitle`` beside them; what is no
    field of ours goes to ``extra["CFDocument"]``. A set that is told no identifier is given one by its file's
    name, so that the same file, and its next version, make the same set.
    """
    told = {name: as_date(value) if name in DATES else value for name, value in told.items() if value.strip()}
    identifier = told.pop("identifier", "").strip()
    if not identifier:
        identifier = derived_id("table", Path(file).stem)
        account.add(Fate.NOTED, "sets without an identifier, which were given one by the file's name", file)
    licence = told.pop("licenseTitle", "")
    fields = {ours: told.pop(theirs) for theirs, ours in DOCUMENT_TEXTS.items() if theirs in told}
    document: dict[str, Any] = {**told}
    if subjects:
        document["subject"] = list(subjects)
    if extensions:
        document["extensions"] = dict(extensions)
    if licence:
        document["licenseURI"] = {"title": licence}
    return {
        "id": identifier,
        "title": Path(file).stem,
        **fields,
        "subject": ", ".join(subjects),
        "licence": licence,
        "extra": {"CFDocument": document} if document else {},
    }


def as_date(text: str) -> str:
    """Return a day as CASE writes it: spreadsheet programs count days, or add a time that says nothing.

    >>> as_date("43501"), as_date("2019-02-05 00:00:00"), as_date("spring")
    ('2019-02-05', '2019-02-05', 'spring')
    """
    if re.fullmatch(r"[1-9][0-9]{4}", text):
        return (EPOCH + dt.timedelta(days=int(text))).isoformat()
    return re.sub(r"^(\d{4}-\d\d-\d\d)[ T]00:00:00$", r"\1", text)


def as_moment(text: str) -> str:
    """Return a moment as CASE writes it; OpenSALT's sheets give it without its zone, which is UTC.

    >>> as_moment("2017-09-14 21:32:05")
    '2017-09-14T21:32:05+00:00'
    """
    return re.sub(r"^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$", r"\1T\2+00:00", text)
