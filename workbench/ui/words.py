"""The words of the rooms: what belongs in a place and why, names of severities, numbers, the keys."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from workbench.localize import ENGLISH, N_, _, locale, ngettext, number, retold
from workbench.model import Finding, Framework, Severity, Standard, Thing, grade_order, kind_of, plural
from workbench.model import term as district_term
from workbench.ui.view import SEVERITIES, State

SEVERITY_WORDS = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.NOTE: N_("Note")}
LONGEST = 90
"""Characters of a name in a list; a statement without a short name can be a paragraph."""


HELD = N_("Somebody else has changed the same words since, so nothing was changed. Look at it again, then decide.")
"""What is said where an edit of several fields, or an undo, meets what another person wrote."""


def passed_words(count: int) -> str:
    """Return that undoing or redoing left some later steps alone."""
    return ngettext(
        "{n} later step of yours stays as it is, because somebody else has changed the same words since.",
        "{n} later steps of yours stay as they are, because somebody else has changed the same words since.",
        count,
    )


KEYS = {
    N_("Everywhere"): [
        ("F6", N_("Next column (Shift+F6: the one before)")),
        (N_("Ctrl+K"), N_("Find anything")),
        (N_("Ctrl+Z, Ctrl+Y"), N_("Undo and redo what you did")),
        ("?", N_("This list")),
    ],
    N_("In a field"): [
        (N_("Tab"), N_("To its history; Enter opens it, Esc closes it")),
    ],
    N_("In the outline"): [
        ("↑ ↓", N_("Next and previous")),
        ("→ ←", N_("Open and close, or go in and out")),
        (N_("Home, End"), N_("First and last")),
        (N_("Letters"), N_("Go to a name or a code")),
        (N_("Enter"), N_("Select")),
        (N_("Insert"), N_("Add one after this")),
        (N_("Alt+↑, Alt+↓"), N_("Move it up or down")),
        (N_("Delete"), N_("Remove it; undo brings it back")),
        (N_("Space, Shift+↑ ↓"), N_("Choose several (Esc: none)")),
        (N_("Ctrl+V"), N_("Paste rows from a spreadsheet or a text")),
    ],
    N_("In the standards"): [
        (N_("↓ in the search"), N_("Go to what was found")),
        (N_("↑ ↓, Page Up, Page Down"), N_("Move")),
        ("→ ←", N_("Open and close")),
        (N_("Enter"), N_("Read the whole standard")),
        (N_("Ctrl+Enter"), N_("Align what is selected to it")),
    ],
    N_("In the matrix of alignment"): [
        (N_("Arrows, Home, End"), N_("Move between cells")),
        (N_("Page Up, Page Down"), N_("Other rows")),
        (N_("Enter"), N_("Go to the thing")),
    ],
    N_("In a text"): [
        (N_("Alt+P"), N_("Propose another wording")),
        (N_("Alt+C"), N_("Comment on this text")),
        (N_("Enter on a proposal"), N_("Take it")),
    ],
    N_("In the discussion"): [
        ("@", N_("Mention somebody: ↑ ↓ and Enter choose")),
        (N_("Ctrl+Enter"), N_("Send")),
        (N_("Esc"), N_("Close the box; the text stays")),
    ],
    N_("In a table"): [
        (N_("Arrows, Home, End"), N_("Move between cells")),
        (N_("Enter"), N_("Write")),
        (N_("Esc"), N_("Stop writing; the text stays")),
        (N_("Ctrl+Enter"), N_("Write in the next level")),
    ],
}


def term(framework: Framework, kind: str, count: int = 1) -> str:
    """Return the district's word for a kind of thing, plural unless ``count`` is 1; ours in the reader's language."""
    terms = framework.district.terms
    own, many = (terms.get(key, "").strip() for key in (kind, f"{kind}.plural"))
    if not own and not (many and count != 1):
        return kind_noun(kind, count)
    return retold(district_term(framework, kind, count))


def kind_noun(kind: str, count: int = 1) -> str:
    """Return our own word for a kind of thing, plural unless ``count`` is 1: of several, the short one."""
    if count != 1 and kind == "indicator":
        return ngettext("indicator", "indicators", count)
    if count != 1 and kind == "criterion":
        return ngettext("criterion", "criteria", count)
    noun = kind_of(kind).noun
    return ngettext(noun, plural(noun), count)


def grades_in_words(grades: Iterable[str]) -> str:
    """Return grades in their order; three or more that follow each other by their first and last.

    >>> grades_in_words(["9", "10", "11", "12"]), grades_in_words(["K", "2"]), grades_in_words(["HS"])
    ('9 to 12', 'K, 2', 'HS')
    """
    ordered = sorted(grades, key=grade_order)
    spans = [grade_order(one)[:2] for one in ordered]
    run = all(here == (spans[0][0] + place,) * 2 for place, here in enumerate(spans))
    if not run or not ordered[2:]:
        return ", ".join(ordered)
    return _("{first} to {last}", first=ordered[0], last=ordered[-1])


def counted_kind(framework: Framework, count: int, kind: str) -> str:
    """Return a number and the district's word for a kind: "3 competencies"."""
    return _("{number} {things}", number=number(count), things=term(framework, kind, count))


def short_name(thing: Thing) -> str:
    """Return a thing's name for a list: one line, shortened where it is long."""
    if thing.name == f"unnamed {thing.noun}":
        return _("unnamed {thing}", thing=ngettext(thing.noun, plural(thing.noun), 1))
    return shortened(thing.name)


def shortened(text: str) -> str:
    """Return a text as one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def line_of(standard: Standard) -> str:
    """Return a standard's name as one line, without its code, which stands beside it.

    >>> line_of(Standard(id="1", code="K.1", label="K.1: Count")), line_of(Standard(id="2", code="K", label="Kinds"))
    ('Count', 'Kinds')
    """
    name = " ".join((standard.label or standard.statement).split())
    # "A" is a word too, and "1" a number: those are told from a code only by the sign behind it.
    apart = r"(?: ?[–—-] |[.:)] )" if standard.code.isalpha() or standard.code.isdecimal() else r"(?: ?[–—-] |[.:)]? )"
    own = re.match(re.escape(standard.code) + apart, name)
    return (name[own.end() :] if own and standard.code else name) or standard.code


def in_list(names: Iterable[str]) -> str:
    """Return names as a list in a sentence: "a, b and c"."""
    *others, last = [*names] or [""]
    first = ", ".join(others)
    return _("{names} and {last}", names=first, last=last) if first and last else first or last


def day_words(day: dt.date) -> str:
    """Return a day as people read it: "3 March 2027"."""
    if locale() == ENGLISH:
        return f"{day.day} {day:%B %Y}"
    from babel.dates import format_date

    return format_date(day, "long", locale=locale())


def count_words(findings: Iterable[Finding]) -> State:
    """Return how many findings there are of each severity, as number and words; severities without any left out."""
    found = [finding.severity for finding in findings]
    counts = {severity: found.count(severity) for severity in SEVERITIES}
    return {str(severity): {"n": n, "says": severity_count(severity, n)} for severity, n in counts.items() if n}


def severity_count(severity: Severity, n: int) -> str:
    """Return a number of findings of one severity: "2 warnings"."""
    match severity:
        case Severity.ERROR:
            return ngettext("{n} error", "{n} errors", n)
        case Severity.WARNING:
            return ngettext("{n} warning", "{n} warnings", n)
        case Severity.NOTE:
            return ngettext("{n} note", "{n} notes", n)


def finding_key(finding: Finding) -> str:
    """Return what tells a finding from the others of a page."""
    return f"{finding.code} {finding.subject_id} {finding.field} {finding.message}"
