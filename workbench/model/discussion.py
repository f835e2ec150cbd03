"""What people say about a framework, what they propose, and what became of it. Record, not content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MENTION = "@\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a stored text for each person it mentions, in order, so that a name can be removed from all texts."""


class Fate(StrEnum):
    """What became of a thread or of a proposal; OPEN while nothing has.

    Of a thread: accepted, declined, deferred. Of a proposal: taken, declined, withdrawn; overtaken is never recorded,
    it is told from what the text has become.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DEFERRED = "deferred"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What a person said of a thing, or of one field of it ("descriptors.3").

    ``person`` is an opaque id, ``at`` a moment (ISO, UTC). ``kind`` and ``called`` tell what the thing was when it was
    said, for when it is gone. ``reply_to`` is the id of the comment that began the thread. ``mentions`` are the people
    that the text mentions, one for each ``MENTION``.
    """

    id: str
    thing_id: str
    kind: str
    text: str
    person: str
    at: str
    called: str = ""
    field: str = ""
    reply_to: str = ""
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Another wording that ``person`` proposes for one field ("statement", "descriptors.3") of a thing, and why.

    ``old`` is the text that stood there, at the revision ``base`` of the framework.
    """

    id: str
    thing_id: str
    kind: str
    field: str
    base: int
    old: str
    new: str
    person: str
    at: str
    called: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """A decision on the thread or proposal with the id ``about``; OPEN opens a thread again. The latest counts."""

    about: str
    fate: Fate
    person: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that was said, each in the order in which it was."""

    comments: tuple[Comment, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    dispositions: tuple[Disposition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One comment, reply or proposal in words, for lists that people read: names, titles and labels, no ids.

    ``outcome`` is what became of it, ``by`` whom and when (``settled``) and why (``reason``); a reply has none of
    its own. ``gone``: the thing was removed.
    """

    id: str
    sort: str
    about: str
    field: str
    who: str
    at: str
    text: str
    old: str = ""
    gone: bool = False
    open: bool = False
    outcome: str = ""
    reason: str = ""
    by: str = ""
    settled: str = ""
