"""The sheets that join things: alignments as a list, a matrix for each standard set, findings, decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from workbench.model import KINDS, Alignment, PriorityStandard, Thing, field_words
from workbench.publish.publication import Publication
from workbench.publish.workbook_cells import Cell, Head, Sheet, lines
from workbench.publish.workbook_columns import Col, field_columns, label_of, sheet_of


def alignment_sheets(given: Publication) -> Iterator[Sheet]:
    """Yield the list of alignments, the priority standards, then a matrix for each set that is cited or held."""
    yield _list(given)
    yield _priorities(given)
    cited = dict.fromkeys(one.set_id for one in _ordered(given))
    for set_id in dict.fromkeys([*given.sets, *cited]):
        if set_id in cited:
            yield _matrix(given, set_id)


def _ordered(given: Publication) -> list[Alignment]:
    """Return the alignments in the order of what is aligned, then of the standards' own order."""
    framework = given.framework
    kinds = list(KINDS)
    places: dict[str, tuple[int, int]] = {}
    for kind in ("indicator", "experience", "pathway", "assessment"):
        for place, thing in enumerate(framework.table(kind).ordered()):
            places[thing.id] = (kinds.index(kind), place)
    last = (len(kinds), 0)
    return sorted(framework.alignments.ordered(), key=lambda one: places.get(one.subject_id, last))


def _set_title(given: Publication, set_id: str) -> str:
    held = given.sets.get(set_id)
    return held.title if held else set_id


def _list(given: Publication) -> Sheet:
    """Return the alignments, a row each."""
    columns = [
        _column("What is aligned", 34, lambda one: label_of(given, one.subject_id)),
        _column("Kind", 14, lambda one: _kind(given, one.subject_id)),
        *_standard_columns(given),
        *field_columns(given, Alignment, skip=["subject_id", "set_id", "standard_id"]),
    ]
    return sheet_of("Alignments", columns, _ordered(given))


def _priorities(given: Publication) -> Sheet:
    """Return the priority standards, a row each, with the indicators that are aligned to them."""

    def covered(one: PriorityStandard) -> str | None:
        found = given.framework.indicators_aligned_to(one.set_id, one.standard_id)
        return lines([label_of(given, each.id) for each in found]) or None

    columns = [
        *_standard_columns(given),
        *field_columns(given, PriorityStandard, skip=["set_id", "standard_id"]),
        _column("Covered by", 34, covered),
    ]
    return sheet_of("Priority standards", columns, given.framework.priority_standards.ordered())


def _column(head: str, width: int, says: Callable[[Any], Cell]) -> Col:
    return Col(head=head, width=width, says=says)


def _standard_columns(given: Publication) -> list[Col]:
    """Return the columns of what names a standard of a set: the set, the code, the name."""
    return [
        _column("Standard set", 24, lambda one: _set_title(given, one.set_id)),
        _column("Code of the standard", 18, lambda one: given.code_of_standard(one.set_id, one.standard_id)),
        _column("Standard", 40, lambda one: _standard_name(given, one)),
    ]


def _kind(given: Publication, identifier: str) -> str | None:
    found = given.framework.find(identifier)
    return given.term(found.kind) if found else None


def _standard_name(given: Publication, one: Alignment | PriorityStandard) -> str:
    found = given.standard(one.set_id, one.standard_id)
    return found.name if found else "This standard is not in the project."


def _matrix(given: Publication, set_id: str) -> Sheet:
    """Return standards by things: every standard of the set has a row, so that a gap is an empty row."""
    own = [one for one in _ordered(given) if one.set_id == set_id]
    subjects = list(dict.fromkeys(one.subject_id for one in own))
    marks: dict[tuple[str, str], str] = {(one.standard_id, one.subject_id): one.strength.value for one in own}
    held = given.sets.get(set_id)
    listed = [(one.id, one.code, one.name) for one in held.standards] if held else []
    known = {identifier for identifier, _, _ in listed}
    listed += [(one, "", one) for one in dict.fromkeys(one.standard_id for one in own) if one not in known]
    heads = (
        Head(text="Code", width=18),
        Head(text="Standard", width=50),
        Head(text="Times met", width=8),
        *(Head(text=_short(given, subject), width=9) for subject in subjects),
        Head(text="Identifier", width=42),
    )
    rows = []
    for identifier, code, name in listed:
        cells = [marks.get((identifier, subject)) for subject in subjects]
        rows.append((code or None, name, sum(cell is not None for cell in cells), *cells, identifier))
    # Titles of sets begin alike and are longer than a sheet's may be; subjects tell them apart.
    short = held.subject or held.title if held else set_id
    return Sheet(title=f"Matrix {short}", heads=heads, rows=tuple(rows), about=_set_title(given, set_id))


def _short(given: Publication, identifier: str) -> str:
    """Return a heading for a thing: its code, or the beginning of its name."""
    thing: Thing | None = given.framework.find(identifier)
    return (thing.code or thing.name[:60]) if thing else identifier


def findings_sheet(given: Publication) -> Sheet:
    """Return the findings, as the checks sorted them."""
    heads = (
        Head(text="Severity", width=10),
        Head(text="Rule", width=10),
        Head(text="What it is about", width=36),
        Head(text="Where", width=18),
        Head(text="Finding", width=50),
        Head(text="What to do", width=50),
        Head(text="Also concerns", width=34),
        Head(text="Identifier", width=42),
    )
    rows = tuple(
        (
            one.severity.value,
            one.code,
            label_of(given, one.subject_id),
            field_words(one.kind, one.field) or None,
            one.message,
            one.remedy,
            "\n".join(label_of(given, other) for other in one.others) or None,
            one.subject_id,
        )
        for one in given.findings
    )
    return Sheet(title="Findings", heads=heads, rows=rows)


def decisions_sheet(given: Publication) -> Sheet:
    """Return the findings that the committee decided to live with."""
    heads = (
        Head(text="Rule", width=10),
        Head(text="What it is about", width=36),
        Head(text="Finding", width=50),
        Head(text="Why it stands", width=50),
        Head(text="Until", width=14),
        Head(text="Recorded by", width=24),
        Head(text="Identifier", width=42),
    )
    rows = tuple(
        (
            finding.code,
            label_of(given, finding.subject_id),
            finding.message,
            decided.reason,
            given.until(decided),
            name,
            finding.subject_id,
        )
        for finding, decided, name in given.decided
    )
    return Sheet(title="Decisions", heads=heads, rows=rows)
