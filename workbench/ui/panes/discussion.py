"""What people say of the thing selected, as the right column and the start room show it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.localize import _, ngettext, number, retold
from workbench.localize.lazy import capital
from workbench.model import Form, Role, Thing, field_words
from workbench.model.discussion import Comment, Disposition, Fate, Suggestion
from workbench.model.thing import PLACE_FIELDS
from workbench.model.word_diff import word_diff
from workbench.ui.view import Given, State
from workbench.ui.words import short_name, shortened, term
from workbench.workshop.discussion import Thread, Wording, may_resolve
from workbench.workshop.mentions import pieces, whole
from workbench.workshop.telling import about_words, fate_words, name_words

_parts = lru_cache(maxsize=1024)(word_diff)
"""Proposals seldom change, and every page that shows them is drawn again and again."""
SHOWN = 8
"""Open discussions that the start room lists."""
SPOKEN_OF = (Form.TEXT, Form.LINE, Form.CHOICE, Form.NUMBER, Form.DECIMAL)
"""Forms of fields that a comment can be about, when it is not begun from the field itself."""


def discussion_state(given: Given, thing: Thing | None) -> State | None:
    """Return the discussion of a thing and of what belongs to it; None where nothing is selected."""
    if thing is None:
        return None
    own = {thing.id, *(one.id for one in given.framework.owned(thing.id))}
    threads = [(one.fate, one.first.at, thread_state(given, one, thing)) for one in given.talk.threads
               if one.first.thing_id in own]  # fmt: skip
    proposals = [(one.fate, one.suggestion.at, proposal_state(given, one, thing)) for one in given.proposals
                 if one.suggestion.thing_id in own]  # fmt: skip
    items = sorted([*threads, *proposals], key=lambda one: one[1])
    return {
        "thing": thing.id,
        "may": given.role.may(Role.COMMENTER),
        "fields": [
            [name, _(spec.label)] for name, spec in thing.specs().items()
            if spec.form in SPOKEN_OF and name not in PLACE_FIELDS
        ],
        "open": [state for fate, _at, state in items if fate is Fate.OPEN],
        "settled": [state for fate, _at, state in items if fate is not Fate.OPEN],
        "people": [name for one, name in sorted(given.everyone.items(), key=lambda one: one[1]) if one != given.me],
    }  # fmt: skip


def thread_state(given: Given, thread: Thread, thing: Thing) -> State:
    """Return one thread: what it is about, what was said, what became of it."""
    return {
        "key": thread.first.id,
        "sort": "thread",
        **_place(given, thread.first, thing),
        "resolves": may_resolve(thread, given.me, given.role),
        "comments": [_comment(given, one) for one in (thread.first, *thread.replies)],
        **_outcome(given, thread.fate, thread.decided[-1] if thread.decided else None),
    }


def proposal_state(given: Given, proposal: Wording, thing: Thing | None = None) -> State:
    """Return one proposed wording with its words marked: against the text as it is now, while it is open."""
    one = proposal.suggestion
    stands = proposal.fate is Fate.OPEN
    return {
        "key": one.id,
        "sort": "proposal",
        **_place(given, one, thing),
        "who": name_words(one.person, given.everyone),
        "mine": one.person == given.me,
        "may": given.role.may(Role.COMMENTER),
        "takes": given.role.may(Role.DRAFTER),
        "at": one.at,
        "parts": _parts(proposal.now, proposal.would) if stands else _parts(one.old, one.new),
        "why": one.why,
        **_outcome(given, proposal.fate, proposal.decided),
    }


def wording_state(given: Given, thing: Thing, path: str) -> list[State]:
    """Return the open proposals for one field."""
    return [proposal_state(given, one) for one in given.wordings.get((thing.id, path), ())]


def talk_words(given: Given, thing: Thing, *, owned: bool) -> State:
    """Return how much is open about a thing and, where told so, about what is its own: number and words; or nothing."""
    if not given.talking:
        return {}
    ids = dict.fromkeys([thing.id, *(one.id for one in given.framework.owned(thing.id) if owned)])
    count = sum(given.talking.get(one, 0) for one in ids)
    says = ngettext("{n} being discussed", "{n} being discussed", count)
    return {"talk": {"n": count, "says": says}} if count else {}


def being_discussed(given: Given) -> list[State]:
    """Return the block of the start room: what is open, what mentions the reader first, then the newest."""
    rows = sorted(_rows(given), key=lambda one: one[0], reverse=True)
    if not rows:
        return []
    gone = any(row["gone"] for _order, row in rows)
    tidy = {"label": _("Resolve what is about removed things"), "do": {"settle_removed": {}}}
    rest = len(rows) - SHOWN
    more = ngettext(
        "The {shown} newest; {n} more stand beside the things they are about.",
        "The {shown} newest; {n} more stand beside the things they are about.",
        rest,
        shown=SHOWN,
    )
    return [
        {
            "type": "links",
            "key": "discussed",
            "stacked": True,
            "title": _("Being discussed"),
            "count": number(len(rows)),
            "says": more if rest > 0 else "",
            "items": [row for _order, row in rows[:SHOWN]],
            "add": tidy if gone and given.role.may(Role.DRAFTER) else None,
        }
    ]


def _rows(given: Given) -> Iterator[tuple[tuple[bool, bool, str], State]]:
    for thread in given.talk.threads:
        if thread.fate is Fate.OPEN:
            one = thread.first
            yield _row(given, one, _said(given, thread), thread.latest, mine=given.me in thread.mentions)
    for proposal in given.proposals:
        if proposal.fate is Fate.OPEN:
            suggestion = proposal.suggestion
            name = _("Proposed: “{text}”", text=shortened(suggestion.new))
            yield _row(given, suggestion, name, suggestion.at, mine=False)


def _said(given: Given, thread: Thread) -> str:
    text = shortened(whole(thread.first.text, thread.first.mentions, given.everyone))
    if not thread.replies:
        return _("“{text}”", text=text)
    return ngettext("“{text}”, {n} reply", "“{text}”, {n} replies", len(thread.replies), text=text)


def _row(
    given: Given, said: Comment | Suggestion, name: str, latest: str, *, mine: bool
) -> tuple[tuple[bool, bool, str], State]:
    gone = given.framework.find(said.thing_id) is None
    about = ", ".join(filter(None, (about_words(said, given.framework), retold(field_words(said.kind, said.field)))))
    who = name_words(said.person, given.everyone)
    parts = (_("Mentions you") if mine else "", who, shortened(about), _("removed since") if gone else "")
    row = {
        "id": said.id,
        "code": "",
        "name": name,
        "says": " · ".join(filter(None, parts)),
        "counts": {},
        "gone": gone,
        "do": None if gone else {"go": {"id": said.thing_id}},
    }
    return (mine, not gone, latest), row


def _place(given: Given, said: Comment | Suggestion, thing: Thing | None) -> State:
    """Return what something is about, seen from the page of ``thing``, and the key of its field."""
    subject = given.framework.find(said.thing_id)
    elsewhere = subject is not None and thing is not None and subject.id != thing.id
    kind = capital(term(given.framework, said.kind))
    of = _("{thing} “{name}”", thing=kind, name=short_name(subject)) if elsewhere and subject else ""
    field = retold(field_words(said.kind, said.field))
    return {"about": ": ".join(filter(None, (of, field))), "field": f"{said.thing_id}/{said.field}" if field else ""}


def _comment(given: Given, one: Comment) -> State:
    return {
        "key": one.id,
        "who": name_words(one.person, given.everyone),
        "at": one.at,
        "parts": [
            ["name" if named else "text", text] for named, text in pieces(one.text, one.mentions, given.everyone)
        ],
    }


def _outcome(given: Given, fate: Fate, decided: Disposition | None) -> State:
    if fate is Fate.OPEN:
        return {"outcome": ""}
    by = name_words(decided.person, given.everyone) if decided else ""
    return {
        "outcome": fate_words(fate),
        "by": by,
        "reason": decided.reason if decided else "",
        "settled": decided.at if decided else "",
    }
