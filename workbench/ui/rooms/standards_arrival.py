"""What arrived and is not kept yet: the account of the file, the first standards, the columns of a table."""

from __future__ import annotations

from pathlib import Path

from workbench.localize import N_, _, ngettext, number
from workbench.model import StandardSet
from workbench.standards import Fate, ImportReport
from workbench.ui.column_choices import choice_fields
from workbench.ui.view import Arrival, Given, State
from workbench.ui.words import grades_in_words, in_list, line_of

SHOWN = 12
"""Standards that are shown before they are kept."""
FATES = {
    Fate.KEPT: N_("Kept"),
    Fate.REPAIRED: N_("Mended"),
    Fate.NOTED: N_("Worth a look"),
    Fate.LEFT_OUT: N_("Left out"),
}


def arrival_blocks(given: Given) -> list[State]:
    """Return what would come in, before anything does; nothing where nothing has arrived."""
    arrival = given.arrival
    if arrival is None:
        return []
    read = [_account(arrival.report), _sample(arrival.found)] if arrival.found and arrival.report else []
    return [_decision(given, arrival), *_columns(arrival), *read[::-1]]


def _columns(arrival: Arrival) -> list[State]:
    """Return how the columns are read, to be corrected, and the reasons for it."""
    if arrival.mapping is None or arrival.proposal is None:
        return []
    reasons = [[line] for line in arrival.proposal.sentences()]
    return [
        {
            "type": "mapper",
            "key": "columns",
            "file": arrival.name,
            "title": _("How the columns are read"),
            "says": _(
                "Each column was read by its name and by what stands in it. Correct what is wrong: the standards "
                "below follow at once. The next file with these columns is read alike."
            ),
            "fields": choice_fields(
                arrival.mapping,
                arrival.proposal.examples,
                title=arrival.found.title if arrival.found else Path(arrival.name).stem,
            ),
        },
        {
            "type": "table",
            "key": "reasons",
            "title": _("Why they are read so"),
            "columns": [_("Reason")],
            "rows": reasons,
            "folded": True,
        },
    ]


def _account(report: ImportReport) -> State:
    rows = [
        {"fate": _(word), "count": number(tally.count), "reason": tally.reason, "examples": list(tally.examples)}
        for fate, word in FATES.items()
        for tally in report.tallies(fate)
    ]
    return {
        "type": "account",
        "key": "account",
        "title": _("What became of each part of the file"),
        "says": _("What was read is either kept or left out; some of it was mended, or deserves a look, besides."),
        "rows": rows,
    }


def _sample(found: StandardSet) -> State:
    shown = found.standards[:SHOWN]
    columns = [
        (_("Code"), [one.code for one in shown]),
        (_("Short name"), [one.label if one.statement else "" for one in shown]),
        (_("Statement"), [one.statement or line_of(one) for one in shown]),
        (_("Under"), [_parent(found, one.parent_id) for one in shown]),
        (_("Grades"), [grades_in_words(one.grades) for one in shown]),
    ]
    filled = [(name, texts) for name, texts in columns if any(texts)]
    title = ngettext(
        "{title}: the first of {n} entry",
        "{title}: the first of {n} entries",
        len(found.standards),
        title=found.title,
    )
    return {
        "type": "table",
        "key": "sample",
        "title": title,
        "columns": [name for name, _texts in filled],
        "rows": [list(row) for row in zip(*(texts for _name, texts in filled), strict=True)],
    }


def _parent(found: StandardSet, parent_id: str) -> str:
    parent = found.by_id.get(parent_id)
    return f"{parent.code} {line_of(parent)}".strip()[:80] if parent else ""


def _decision(given: Given, arrival: Arrival) -> State:
    keep = {"label": _("Add to this project"), "primary": True, "do": {"keep": True}}
    leave = {"label": _("Do not add"), "do": {"drop": True}}
    told = given.view.forms.get("intake", {}).get("text", "")
    if arrival.found is None or arrival.report is None:
        text = told or _("Say below which column holds the wording of each standard.")
        return _notice("warn", _("“{name}” cannot be added yet.", name=arrival.name), text, [leave])
    # The number after the words, which are the importer's own and know no singular.
    read = in_list(f"{tally.reason} ({number(tally.count)})" for tally in arrival.report.read)
    line = _("“{title}” would come in whole.", title=arrival.found.title)
    text = _("Read from “{name}”: nothing. Nothing has been added yet.", name=arrival.name)
    if read:
        text = _("Read from “{name}”: {read}. Nothing has been added yet.", name=arrival.name, read=read)
    return _notice("ok", line, text, [keep, leave])


def _notice(tone: str, line: str, text: str, actions: list[State]) -> State:
    return {"type": "notice", "key": "decision", "tone": tone, "line": line, "text": text, "actions": actions}
