"""What opening and checking a project read: plain SQL, so that SQLAlchemy is loaded only by what goes on from there.

Each statement is standard SQL without parameters, which every driver takes as it stands. It is asked through
``execute`` of the driver's own connection, or through ``exec_driver_sql`` of SQLAlchemy's inside a transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from workbench.errors import NewerProject, UnknownName
from workbench.model import Framework, Table, Thing, Waiver, from_json, kind_of
from workbench.model.record import Key
from workbench.store.values import Stamp

Ask: TypeAlias = Callable[[str], Iterable[Any]]
"""Takes a statement and returns its rows."""


def framework(ask: Ask) -> Framework:
    """Return the framework."""
    return assemble(ask("SELECT kind, data FROM thing WHERE alive"))


def revision(ask: Ask) -> int:
    """Return the revision of the project: 0 before the first change."""
    ((newest,),) = ask("SELECT max(revision) FROM change_set")
    return newest or 0


def stamp(ask: Ask) -> Stamp:
    """Return how much is in the project."""
    ((change_sets, sets, waivers, editions, people, said, judged),) = ask(
        "SELECT (SELECT coalesce(max(number), 0) FROM change_set), (SELECT count(*) FROM standard_set),"
        " (SELECT coalesce(max(number), 0) FROM waiver), (SELECT count(*) FROM edition),"
        " (SELECT count(name) FROM person),"
        # What is said only grows, each kind by numbers that count from 1.
        " (SELECT coalesce(max(number), 0) FROM comment) + (SELECT coalesce(max(number), 0) FROM suggestion)"
        " + (SELECT coalesce(max(number), 0) FROM disposition),"
        # What somebody says of a standard takes the place of what they said before: no more rows, but a later one.
        " (SELECT count(*) || ' ' || coalesce(max(at), '') FROM judgement)"
    )
    return Stamp(change_sets, sets, waivers, editions, people, said, judged)


def people(ask: Ask) -> dict[str, str]:
    """Return the names that were not removed, by the ids of their people, who came last at the end."""
    return dict(ask("SELECT id, name FROM person WHERE name IS NOT NULL ORDER BY rowid"))


def reached(ask: Ask) -> dict[str, str]:
    """Return the ids of the people whom their names reach, by name."""
    return dict(ask("SELECT name, id FROM person WHERE name IS NOT NULL AND by_name ORDER BY id DESC"))


def waivers(ask: Ask) -> tuple[Waiver, ...]:
    """Return the waivers that stand, in the order of their findings: the latest decision on each, if not taken back."""
    latest: dict[Key, Waiver] = {}
    rows = ask("SELECT code, subject_id, field, about, person, reason, until FROM waiver ORDER BY number")
    for code, subject_id, field, about, person, reason, until in rows:
        key = (code, subject_id, field, tuple(json.loads(about)))
        latest[key] = Waiver(
            code=code, subject_id=subject_id, field=field, about=key[-1], person=person, reason=reason, until=until
        )
    return tuple(one for _, one in sorted(latest.items()) if one.reason)


def adopted(ask: Ask, *, after: int) -> dict[int, Framework]:
    """Return the frameworks of the adopted editions with a number above ``after``, by number."""
    rows = ask(f"SELECT number, content FROM edition WHERE number > {after:d} ORDER BY number")  # noqa: S608  # a number
    return {number: from_json(json.loads(bytes(content))["framework"]) for number, content in rows}


def assemble(rows: Iterable[Any]) -> Framework:
    """Return the framework of rows of (kind, fields as JSON); raise NewerProject for a kind not known here."""
    found = list(rows)
    # One text for all is read several times faster than one a row.
    values = json.loads(f"[{','.join(data for _, data in found)}]")
    tables: dict[str, list[Thing]] = {}
    try:
        for (kind, _), data in zip(found, values, strict=True):
            cls = kind_of(kind)
            tables.setdefault(cls.table, []).append(cls.from_json(data))
    except UnknownName as error:
        raise NewerProject(
            "This project holds parts that this version of the workbench does not know; "
            "install the latest version to open it."
        ) from error
    return Framework(**{name: Table(things) for name, things in tables.items()})  # type: ignore[arg-type]
