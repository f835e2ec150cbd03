"""What a newer version of a set changes, what of ours that touches, and what the committee decides."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model import SetInfo, Standard, VersionDecision
from workbench.standards.impact import Impact, ImpactRow
from workbench.standards.set_change import Kind, Pair
from workbench.ui.view import Given, State
from workbench.ui.words import capital, counted, counted_kind, in_list, line_of, short_name

SHOWN = 40
"""Alignments listed at once."""
NAMED = 5
"""Things that an alignment reaches and that are named."""
LISTED = 200
"""Standards of one kind of change that are listed."""
WORDS = {
    "unchanged": "unchanged",
    "added": "added",
    "removed": "removed",
    "split": "split into several",
    "merged": "merged with others",
    "reworded": "reworded",
    "moved": "moved to another place",
    "recoded": "given another code",
    "regraded": "given other grades",
    "other details": "changed in details",
}
"""What became of a standard, in words."""


def versions_page(given: Given, info: SetInfo) -> State:
    """Return the page that compares a set with the version before it."""
    found = given.versions
    if found is None:
        return {"title": "What changed", "guide": None, "blocks": []}
    counts = found.difference.counts
    told = in_list(f"{count:,} {WORDS[kind]}" for kind, count in counts.items() if count)
    old, new = (
        " ".join(filter(None, ("Version", one.version))) for one in (found.difference.old, found.difference.new)
    )
    blocks = [_summary(given, found, told), _review(given, found, old, new), *_decided(given), *_lists(found)]
    return {
        "title": f"What changed in {info.title}",
        "where": f"{old} → {new}",
        "guide": {
            "what": "Decide for each of your alignments what becomes of it. Nothing changes by itself.",
            "why": "Accept points the alignment to the standard's counterpart in the newer version. Redirect lets you "
            "choose another one on the right. Drop removes the alignment. Every decision is recorded.",
        },
        "blocks": blocks,
    }


def _summary(given: Given, found: Impact, told: str) -> State:
    reached = in_list(
        counted_kind(given.framework, count, kind)
        for kind in ("indicator", "experience", "pathway", "assessment")
        if (count := sum(thing.kind == kind for thing in found.reached))
    )
    rest = "rests" if len(found.rows) == 1 else "rest"
    touched = f"{counted(len(found.rows), 'alignment')} {rest} on a standard that changed"
    reach = (
        f"{touched}; {'this reaches ' + reached if reached else 'nothing else rests on them'}." if found.rows else ""
    )
    lost = (
        f"{counted(len(found.unknown), 'alignment')} to standards that the older version does not have."
        if found.unknown
        else ""
    )
    calm = f"{counted(len(found.safe), 'alignment')} can be taken over as they are." if found.safe else ""
    actions = [{"label": f"Take over {len(found.safe):,} unchanged", "primary": True, "do": {"decide_all": True}}]
    return {
        "type": "notice",
        "key": "summary",
        "tone": "warn" if found.rows else "ok",
        "line": f"{capital(told)}." if told else "Nothing changed.",
        "text": " ".join(filter(None, (reach, calm, lost))) or "None of your alignments is to the older version.",
        "actions": actions if found.safe else [],
    }  # fmt: skip


def _review(given: Given, found: Impact, old: str, new: str) -> State:
    rows = [row for row in found.rows if not given.view.change or given.view.change in row.kinds]
    rest = [row for row in found.unchanged if not row.safe]
    shown = [*rows, *rest][:SHOWN]
    more = len(rows) + len(rest) - len(shown)
    return {
        "type": "review",
        "key": "review",
        "title": f"Alignments to decide on: {len(rows) + len(rest):,}" if shown else "Alignments to decide on",
        "says": f"The first {SHOWN} are shown; the next follow as you decide." if more else "",
        "old": old,
        "new": new,
        "items": [_row(given, row) for row in shown],
        "none": "No alignment is left to decide on.",
    }


def _row(given: Given, row: ImpactRow) -> State:
    pair = row.pairs[0] if row.pairs else None
    subject = row.subject
    name = short_name(subject) if subject else "Something that is no longer here"
    redirecting = given.view.redirect == row.alignment.id
    actions = [
        {"label": "Drop", "do": {"decide": {"id": row.alignment.id, "choice": "drop"}}, "says": f"Drop: {name}"},
        {
            "label": "Do not redirect" if redirecting else "Redirect",
            "do": {"look": {"redirect": "" if redirecting else row.alignment.id, "set": given.set_id}},
            "says": f"{'Do not redirect' if redirecting else 'Redirect'}: {name}",
            "focus": "" if redirecting else "standards",
        },
    ]
    if pair:
        accept = {"label": "Accept", "primary": True, "says": f"Accept: {name}"}
        actions.insert(0, {**accept, "do": {"decide": {"id": row.alignment.id, "choice": "accept"}}})
    twins = "Something else of it meets the same standard already." if row.twins else ""
    return {
        "id": row.alignment.id,
        "code": subject.code if subject else "",
        "name": name,
        "change": capital(in_list(WORDS[kind] for kind in row.kinds)) or "Unchanged",
        "old": {"code": row.old.code, "text": row.old.statement or line_of(row.old)},
        "new": _counterpart(pair) if pair else None,
        "reach": f"{_reach(row)} {twins}".strip(),
        "wanted": "Choose on the right the standard that takes its place." if redirecting else "",
        "actions": actions,
    }  # fmt: skip


def _reach(row: ImpactRow) -> str:
    """Return what else rests on an alignment, as a sentence; empty where nothing does."""
    others = [short_name(thing) for thing in row.reaches if row.subject is None or thing.id != row.subject.id]
    more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
    return f"Reaches also: {in_list(others[:NAMED])}{more}." if others else ""


def _counterpart(pair: Pair) -> State:
    place = (
        f" It stood under “{pair.old_place}” and stands under “{pair.new_place}”." if Kind.MOVED in pair.kinds else ""
    )
    return {
        "code": pair.new.code,
        "parts": pair.words,
        "why": f"{capital(pair.match.certainty.value)}: {pair.match.reason}{place}",
    }


def _decided(given: Given) -> list[State]:
    if not given.decisions:
        return []
    rows = [
        [_subject(given, one), WORD_OF[one.choice.value], one.reason, given.people.get(one.person, ""), one.at[:10]]
        for one in given.decisions
    ]
    columns = ["Ours", "Decision", "Reason", "Who", "When"]
    return [{"type": "table", "key": "decisions", "title": "Decided", "columns": columns, "rows": rows, "headed": True}]


WORD_OF = {"accept": "Accepted", "redirect": "Redirected", "drop": "Dropped"}


def _subject(given: Given, one: VersionDecision) -> str:
    thing = given.framework.find(one.subject_id)
    return f"{thing.code} {short_name(thing)}".strip() if thing else "Something that is no longer here"


def _lists(found: Impact) -> Iterable[State]:
    """Yield the standards themselves, by kind of change."""
    difference = found.difference
    for kind, single in (("added", difference.added), ("removed", difference.removed)):
        if single:
            rows: list[list[object]] = [
                [{"code": one.standard.code, "text": _text(one.standard)}, one.place] for one in single[:LISTED]
            ]
            yield _listing(kind, len(single), ["Standard", "Place"], rows)
    for kind in Kind:
        pairs = list(difference.of(kind))
        if pairs:
            rows = [[_told(pair.old), _told(pair.new), pair.match.reason] for pair in pairs[:LISTED]]
            yield _listing(str(kind), len(pairs), ["Before", "Now", "How they were matched"], rows)


def _told(one: Standard) -> State:
    return {"code": one.code, "text": _text(one)}


def _text(one: Standard) -> str:
    return one.statement or line_of(one)


def _listing(kind: str, count: int, columns: list[str], rows: list[list[object]]) -> State:
    says = f"The first {LISTED}; the command “workbench standards diff” lists all." if count > LISTED else ""
    title = f"{counted(count, 'standard')} {WORDS[kind]}"
    return {
        "type": "table",
        "key": f"list {kind}",
        "title": title,
        "says": says,
        "columns": columns,
        "rows": rows,
        "folded": True,
    }
