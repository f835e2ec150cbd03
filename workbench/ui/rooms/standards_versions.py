"""What a newer version of a set changes, what of ours that touches, and what the committee decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.localize import N_, _, ngettext, number
from workbench.localize.lazy import capital
from workbench.model import SetInfo, Standard, VersionDecision
from workbench.standards.decisions import mark_changes
from workbench.standards.impact import Impact, ImpactRow
from workbench.standards.set_change import Kind, Pair
from workbench.ui.rooms.standards_words import SURE, WORDS, number_of, title_of
from workbench.ui.view import Given, State
from workbench.ui.words import counted_kind, in_list, line_of, short_name, term

SHOWN = 40
"""Alignments listed at once."""
NAMED = 5
"""Things that an alignment reaches and that are named."""
LISTED = 200
"""Standards of one kind of change that are listed."""


def versions_page(given: Given, info: SetInfo) -> State:
    """Return the page that compares a set with the version before it."""
    found = given.versions
    if found is None:
        return {"title": _("What changed"), "guide": None, "blocks": []}
    counts = found.difference.counts
    told = in_list(number_of(kind, count) for kind, count in counts.items() if count)
    old, new = (
        _("Version {version}", version=one.version) if one.version else _("Version")
        for one in (found.difference.old, found.difference.new)
    )
    blocks = [_summary(given, found, told), _review(given, found, old, new), *_decided(given), *_lists(found)]
    return {
        "title": _("What changed in {title}", title=info.title),
        "where": f"{old} → {new}",
        "guide": {
            "what": _("Decide for each of your alignments what becomes of it. Nothing changes by itself."),
            "why": _(
                "Accept points the alignment to the standard's counterpart in the newer version. Redirect lets you "
                "choose another one on the right. Drop removes the alignment. Every decision is recorded."
            ),
        },
        "blocks": blocks,
    }


def _summary(given: Given, found: Impact, told: str) -> State:
    reached = in_list(
        counted_kind(given.framework, count, kind)
        for kind in ("indicator", "experience", "pathway", "assessment")
        if (count := sum(thing.kind == kind for thing in found.reached))
    )
    reach = ngettext(
        "{n} alignment rests on a standard that changed; nothing else rests on it.",
        "{n} alignments rest on a standard that changed; nothing else rests on them.",
        len(found.rows),
    )
    if reached:
        reach = ngettext(
            "{n} alignment rests on a standard that changed; this reaches {reached}.",
            "{n} alignments rest on a standard that changed; this reaches {reached}.",
            len(found.rows),
            reached=reached,
        )
    lost = ngettext(
        "{n} alignment to standards that the older version does not have.",
        "{n} alignments to standards that the older version does not have.",
        len(found.unknown),
    )
    calm = ngettext(
        "{n} alignment can be taken over as it is.",
        "{n} alignments can be taken over as they are.",
        len(found.safe),
    )
    if _marked(given, found.safe):
        marks = term(given.framework, "priority_standard", 2)
        calm += " " + _("The marks of {things} go with them.", things=marks)
    told_of = ((found.rows, reach), (found.safe, calm), (found.unknown, lost))
    take = ngettext("Take over {n} unchanged", "Take over {n} unchanged", len(found.safe))
    actions = [{"label": take, "primary": True, "do": {"decide_all": True}}]
    return {
        "type": "notice",
        "key": "summary",
        "tone": "warn" if found.rows else "ok",
        "line": f"{capital(told)}." if told else _("Nothing changed."),
        "text": " ".join(says for some, says in told_of if some)
        or _("None of your alignments is to the older version."),
        "actions": actions if found.safe else [],
    }  # fmt: skip


def _review(given: Given, found: Impact, old: str, new: str) -> State:
    rows = [row for row in found.rows if not given.view.change or given.view.change in row.kinds]
    rest = [row for row in found.unchanged if not row.safe]
    shown = [*rows, *rest][:SHOWN]
    all_of_them = len(rows) + len(rest)
    title = _("Alignments to decide on")
    if shown:
        title = _("Alignments to decide on: {n}", n=number(all_of_them))
    says = _("The first {n} are shown; the next follow as you decide.", n=number(SHOWN))
    return {
        "type": "review",
        "key": "review",
        "title": title,
        "says": says if all_of_them > len(shown) else "",
        "old": old,
        "new": new,
        "items": [_row(given, row) for row in shown],
        "none": _("No alignment is left to decide on."),
    }


def _row(given: Given, row: ImpactRow) -> State:
    pair = row.pairs[0] if row.pairs else None
    subject = row.subject
    name = short_name(subject) if subject else _("Something that is no longer here")
    redirecting = given.view.redirect == row.alignment.id
    label, says = _("Redirect"), _("Redirect: {name}", name=name)
    if redirecting:
        label, says = _("Do not redirect"), _("Do not redirect: {name}", name=name)
    drop = {"label": _("Drop"), "says": _("Drop: {name}", name=name)}
    actions: list[State] = [
        {**drop, "do": {"decide": {"id": row.alignment.id, "choice": "drop"}}},
        {
            "label": label,
            "do": {"look": {"redirect": "" if redirecting else row.alignment.id, "set": given.set_id}},
            "says": says,
            "focus": "" if redirecting else "standards",
        },
    ]
    if pair:
        accept = {"label": _("Accept"), "primary": True, "says": _("Accept: {name}", name=name)}
        actions.insert(0, {**accept, "do": {"decide": {"id": row.alignment.id, "choice": "accept"}}})
    notes = [_reach(row)]
    if row.twins:
        notes.append(_("Something else of it meets the same standard already."))
    if _marked(given, [row]):
        notes.append(_("Its mark as {thing} goes with it.", thing=term(given.framework, "priority_standard")))
    return {
        "id": row.alignment.id,
        "code": subject.code if subject else "",
        "name": name,
        "change": capital(in_list(_(WORDS[kind]) for kind in row.kinds)) or _("Unchanged"),
        "old": {"code": row.old.code, "text": row.old.statement or line_of(row.old)},
        "new": _counterpart(pair) if pair else None,
        "reach": " ".join(filter(None, notes)),
        "wanted": _("Choose on the right the standard that takes its place.") if redirecting else "",
        "actions": actions,
    }  # fmt: skip


def _marked(given: Given, rows: Sequence[ImpactRow]) -> bool:
    """Tell whether a mark of priority goes with what is accepted."""
    found = given.versions and given.versions.difference
    return bool(found and any(mark_changes(given.framework, rows, old=found.old, into=found.new)))


def _reach(row: ImpactRow) -> str:
    """Return what else rests on an alignment, as a sentence; empty where nothing does."""
    others = [short_name(thing) for thing in row.reaches if row.subject is None or thing.id != row.subject.id]
    names = in_list(others[:NAMED])
    if len(others) > NAMED:
        more = len(others) - NAMED
        return ngettext("Reaches also: {names} and {n} more.", "Reaches also: {names} and {n} more.", more, names=names)
    return _("Reaches also: {names}.", names=names) if others else ""


def _counterpart(pair: Pair) -> State:
    why = f"{_(SURE[pair.match.certainty])}: {pair.match.reason}"
    if Kind.MOVED in pair.kinds:
        why += " " + _("It stood under “{old}” and stands under “{new}”.", old=pair.old_place, new=pair.new_place)
    return {
        "code": pair.new.code,
        "parts": pair.words,
        "why": why,
    }


def _decided(given: Given) -> list[State]:
    if not given.decisions:
        return []
    rows = [
        [_subject(given, one), _(WORD_OF[one.choice.value]), one.reason, given.people.get(one.person, ""), one.at[:10]]
        for one in given.decisions
    ]
    columns = [_("Ours"), _("Decision"), _("Reason"), _("Who"), _("When")]
    shown = {"title": _("Decided"), "columns": columns, "rows": rows, "headed": True}
    return [{"type": "table", "key": "decisions", **shown}]


WORD_OF = {"accept": N_("Accepted"), "redirect": N_("Redirected"), "drop": N_("Dropped")}


def _subject(given: Given, one: VersionDecision) -> str:
    thing = given.framework.find(one.subject_id)
    return f"{thing.code} {short_name(thing)}".strip() if thing else _("Something that is no longer here")


def _lists(found: Impact) -> Iterable[State]:
    """Yield the standards themselves, by kind of change."""
    difference = found.difference
    for kind, single in (("added", difference.added), ("removed", difference.removed)):
        if single:
            rows: list[list[object]] = [
                [{"code": one.standard.code, "text": _text(one.standard)}, one.place] for one in single[:LISTED]
            ]
            yield _listing(kind, len(single), [_("Standard"), _("Place")], rows)
    for kind in Kind:
        pairs = list(difference.of(kind))
        if pairs:
            rows = [[_told(pair.old), _told(pair.new), pair.match.reason] for pair in pairs[:LISTED]]
            yield _listing(str(kind), len(pairs), [_("Before"), _("Now"), _("How they were matched")], rows)


def _told(one: Standard) -> State:
    return {"code": one.code, "text": _text(one)}


def _text(one: Standard) -> str:
    return one.statement or line_of(one)


def _listing(kind: str, count: int, columns: list[str], rows: list[list[object]]) -> State:
    says = _("The first {n}; the command “workbench standards diff” lists all.", n=number(LISTED))
    return {
        "type": "table",
        "key": f"list {kind}",
        "title": title_of(kind, count),
        "says": says if count > LISTED else "",
        "columns": columns,
        "rows": rows,
        "folded": True,
    }
