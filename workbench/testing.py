"""Helpers for tests of frameworks and rules: frameworks written as YAML, case files, and what a rule must say.

The package tests its own rules with these, so that a district's own rule is tested the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.checks import CheckInput, check
from workbench.errors import BadFile
from workbench.model import Finding, Framework, SetInfo, Standard, StandardSet, from_json

GIVEN_KEYS = frozenset({"sets", "newer", "editions"})
CASE_KEYS = frozenset({"name", "framework", "drafts", "fires", "quiet", "border", "miss", "says"}) | GIVEN_KEYS


def framework_of(source: str | Mapping[str, Any]) -> Framework:
    """Return the framework written as YAML, or as the same tables in a mapping.

    >>> framework_of("beliefs: [{id: b1, title: Everyone can learn}]").beliefs["b1"].title
    'Everyone can learn'
    """
    data = yaml.safe_load(source) if isinstance(source, str) else source
    return from_json(data or {})


def sets_of(source: Mapping[str, Iterable[str]], newer: Mapping[str, str] | None = None) -> dict[str, StandardSet]:
    """Return standard sets written as the identifiers of their standards, by the identifier of the set.

    ``newer`` names, by the identifier of a set, the version that follows it, and so both are versions of one set.
    """
    older = {new: old for old, new in (newer or {}).items()}
    return {
        key: StandardSet(
            id=key,
            title=key,
            identifier=_first_version(key, older),
            follows=older.get(key, ""),
            standards=tuple(Standard(id=one, code=one) for one in standards),
        )
        for key, standards in source.items()
    }


def _first_version(key: str, older: Mapping[str, str]) -> str:
    while key in older:
        key = older[key]
    return key


def input_of(source: str | Mapping[str, Any], *, drafts: bool = True) -> CheckInput:
    """Return what a check is given, from a framework that may have further sections.

    ``sets`` and ``newer`` are those of sets_of; ``editions`` are adopted frameworks by number. Drafts are checked
    unless told otherwise, so that an example need not mark everything ready.
    """
    data = dict((yaml.safe_load(source) if isinstance(source, str) else source) or {})
    newer = data.pop("newer", {})
    sets = sets_of(data.pop("sets", {}), newer)
    return CheckInput(
        sets=sets,
        newer={old: SetInfo(id=new, title=new, identifier=new) for old, new in newer.items()},
        earlier={number: framework_of(one) for number, one in data.pop("editions", {}).items()},
        framework=framework_of(data),
        drafts=drafts,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case of a rule: ``fires`` are the ids of the things it must find, one for each finding; none is quiet.

    ``border`` marks a case at the edge of what the rule does; ``miss`` one that a reader would want found and that
    the rule, as its page says under "Limits", does not find.
    ``says`` are the messages it must give, in order, where the case is about its words.
    """

    name: str
    given: CheckInput
    fires: tuple[str, ...] = ()
    border: bool = False
    miss: bool = False
    says: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        """Return which sort of case it is: miss, border, fires or quiet."""
        return "miss" if self.miss else "border" if self.border else "fires" if self.fires else "quiet"


def load_cases(path: Path) -> tuple[Case, ...]:
    """Return the cases of a YAML file: a list of mappings with the keys of CASE_KEYS; raise BadFile."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(entries, list):
        raise BadFile(f"{path} must be a list of cases.")
    return tuple(_case(f"Case {place} of {path}", entry) for place, entry in enumerate(entries, start=1))


def _case(place: str, entry: Any) -> Case:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise BadFile(f"{place} must be a mapping with a name.")
    if unknown := sorted(set(entry) - CASE_KEYS):
        raise BadFile(f"{place} has the unknown key “{unknown[0]}”. Choose from: {', '.join(sorted(CASE_KEYS))}.")
    if [bool(entry.get("fires")), entry.get("quiet") is True, entry.get("miss") is True].count(True) != 1:
        raise BadFile(f"{place} must either name what fires, or be quiet: true, or miss: true.")
    data = {**entry.get("framework", {}), **{key: entry[key] for key in GIVEN_KEYS & entry.keys()}}
    return Case(
        name=entry["name"],
        given=input_of(data, drafts=entry.get("drafts", True)),
        fires=tuple(entry.get("fires", ())),
        border=entry.get("border", False),
        miss=entry.get("miss", False),
        says=tuple(entry.get("says", ())),
    )


def assert_flags(
    code: str, framework: Framework | CheckInput | str | Mapping[str, Any], subjects: Iterable[str]
) -> tuple[Finding, ...]:
    """Return what a rule finds; raise AssertionError unless that is one finding for each of ``subjects``.

    Args:
        code: Code or fault name of the rule.
        framework: A framework, drafts included, or whatever input_of takes, or a CheckInput as it is.
        subjects: The id of the thing of each finding, in any order.
    """
    given = CheckInput(framework, drafts=True) if isinstance(framework, Framework) else framework
    given = given if isinstance(given, CheckInput) else input_of(given)
    found = check(given, [code])
    actual, expected = sorted(finding.subject_id for finding in found), sorted(subjects)
    if actual != expected:
        said = "".join(f"\n  {finding.subject_id}: {finding.message}" for finding in found) or " nothing"
        raise AssertionError(f"{code} was to find {expected}; it found {actual}:{said}")
    return found
