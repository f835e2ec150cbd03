"""Standard sets -> files of other systems, each with an account of what that file does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.errors import UnknownName
from workbench.model import StandardSet
from workbench.spreadsheets import LONGEST, Mended
from workbench.standards.fidelity import TITLES, losses
from workbench.standards.flat import document_texts, item_texts

FORMATS = {"case": ".json", "opensalt": ".xlsx", "csv": ".csv"}
"""The formats, each with the suffix of its files."""

VERBATIM = frozenset({"fullStatement", "notes", "abbreviatedStatement"})
"""The texts of a standard whose blanks stay when a table is read here."""
OF = {"Set": "of the set", "Standard": "of standards", "Association": "of associations"}
"""Whose a part is, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file, and in plain words what it lacks or writes otherwise; ``notes`` are empty where it is all there."""

    content: bytes
    notes: tuple[str, ...] = ()


def export(found: StandardSet, format_name: str, *, at: str) -> Exported:
    """Return a set as a file of the format; the same set on the same day gives the same bytes.

    Args:
        found: Any set: shipped, from a table, from a CASE package.
        format_name: One of ``FORMATS``.
        at: The day (ISO date), for what must have a time of change and has none.

    Raises UnknownName for another format, CannotPublish where the format cannot hold the set at all.
    """
    if format_name not in FORMATS:
        raise UnknownName.of("format", format_name, FORMATS)
    lacking = tuple(_lacking(found, format_name))
    if format_name == "case":
        from workbench.standards.case_out import write_case_told

        content, notes = write_case_told(found, at=at)
        return Exported(content=content, notes=(*lacking, *notes))
    if format_name == "csv":
        from workbench.standards.csv_out import write_csv

        content, mended = write_csv(found)
        notes = (*_mended(mended), *_texts(found, workbook=False), *_repeated(found))
        return Exported(content=content, notes=(*lacking, *notes))
    from workbench.standards.opensalt_out import over_limits, write_opensalt

    content, mended = write_opensalt(found)
    notes = (*_mended(mended), *_texts(found, workbook=True), *_repeated(found), *over_limits(found))
    return Exported(content=content, notes=(*lacking, *notes))


def _lacking(found: StandardSet, format_name: str) -> Iterator[str]:
    """Yield what the format does not hold of this very set: changed parts in a sentence each, lost ones together."""
    title = TITLES[format_name]
    whole: dict[tuple[str, str], list[str]] = {}
    for loss in losses(found, format_name):
        part = loss.part
        way = "Export as CASE to keep this." if loss.in_case else "The project alone keeps this."
        if loss.claim.lost:
            yield f"{title} changes the {part.name} {OF[part.owner]} ({loss.count:,}): {loss.claim.lost}. {way}"
        else:
            whole.setdefault((part.owner, way), []).append(f"{part.name} ({loss.count:,})")
    for (owner, way), names in whole.items():
        yield f"{title} has no place for this {OF[owner]}: {', '.join(names)}. {way}"


def _mended(mended: Mended) -> Iterator[str]:
    if mended.replaced:
        yield f"Characters that the file cannot hold ({mended.replaced:,}): shown as \N{REPLACEMENT CHARACTER} there."
    if mended.continued:
        yield (
            f"Texts longer than the {LONGEST:,} characters of a cell ({mended.continued:,}): they end there. "
            "Export as CASE to keep them whole."
        )
    if mended.guarded:
        yield (
            f"Texts that a spreadsheet program would run as a formula ({mended.guarded:,}): an apostrophe stands "
            "before them, which comes off when the file is read here."
        )


def _texts(found: StandardSet, *, workbook: bool) -> Iterator[str]:
    """Yield what becomes of blanks in a table, of line ends in a workbook, of long texts in a spreadsheet program."""
    trimmed = ends = long = 0
    for texts, verbatim in _texts_of(found):
        for name, text in texts.items():
            trimmed += text != text.strip() and (name not in verbatim or text.isspace())
            ends += workbook and "\r" in text
            long += not workbook and len(text) > LONGEST
    if trimmed:
        yield f"Texts with blanks around them, such as codes ({trimmed:,}): a table may lose the blanks."
    if ends:
        yield f"Texts with line ends of another system ({ends:,}): a workbook has one kind of line end."
    if long:
        yield (
            f"Texts longer than the {LONGEST:,} characters of a cell ({long:,}): a spreadsheet program cuts them when "
            "it opens the file. Do not save it from there."
        )


def _texts_of(found: StandardSet) -> Iterator[tuple[Mapping[str, str], frozenset[str]]]:
    """Yield the texts of the set and of each standard, with the names of those whose blanks stay."""
    yield document_texts(found), frozenset()
    yield from ((item_texts(one), VERBATIM) for one in found.standards)


def _repeated(found: StandardSet) -> Iterator[str]:
    """Yield what becomes of associations that say the same twice."""
    count = len(found.links) - len({(one.type, one.origin_id, one.destination_id) for one in found.links})
    if count:
        yield f"Associations that repeat another ({count:,}): a table that is read here keeps one of each."
