"""Threads and proposals as rows of the record make them, and who may do what with them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.errors import BadEdit, UnknownName
from workbench.localize import _
from workbench.model import Change, Conflict, Form, Framework, Role, field_value, kind_of, merge_change
from workbench.model.discussion import Comment, Disposition, Fate, Said, Suggestion

OF_THREADS = (Fate.ACCEPTED, Fate.DECLINED, Fate.DEFERRED)
"""What can become of a thread."""
KEPT = 1000
"""Wordings that are not merged anew while the text stays: every page asks for all of them whenever it is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A comment with its replies, and what was decided on it, oldest first."""

    first: Comment
    replies: tuple[Comment, ...] = ()
    decided: tuple[Disposition, ...] = ()

    @property
    def fate(self) -> Fate:
        """What became of it."""
        return self.decided[-1].fate if self.decided else Fate.OPEN

    @property
    def mentions(self) -> frozenset[str]:
        """Everybody whom it mentions."""
        return frozenset(person for one in (self.first, *self.replies) for person in one.mentions)

    @property
    def latest(self) -> str:
        """When something was last said in it (ISO, UTC)."""
        return (self.replies or (self.first,))[-1].at


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A suggested wording as it stands now: what became of it, and, while it is open, the text it ``would`` make.

    ``now`` is the text that stands there.
    """

    suggestion: Suggestion
    fate: Fate
    decided: Disposition | None = None
    now: str = ""
    would: str = ""


@dataclass(frozen=True)
class Talk:
    """All threads and all suggestions, oldest first."""

    said: Said = Said()

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """The comments that began something, with what followed. A reply to nothing known begins a thread."""
        known = {one.id for one in self.said.comments}
        replies: dict[str, list[Comment]] = {}
        for one in self.said.comments:
            replies.setdefault(one.reply_to if one.reply_to in known else "", []).append(one)
        return tuple(
            Thread(first=one, replies=tuple(replies.get(one.id, ())), decided=tuple(self._decided.get(one.id, ())))
            for one in replies.get("", ())
        )

    @cached_property
    def _decided(self) -> Mapping[str, list[Disposition]]:
        found: dict[str, list[Disposition]] = {}
        for one in self.said.dispositions:
            found.setdefault(one.about, []).append(one)
        return found

    def thread(self, comment_id: str) -> Thread:
        """Return the thread that this comment began or stands in; raise UnknownName."""
        for one in self.threads:
            if comment_id in {one.first.id, *(reply.id for reply in one.replies)}:
                return one
        raise UnknownName(_("This comment is not in the project."))

    def suggestion(self, identifier: str) -> Suggestion:
        """Return the suggestion with this id; raise UnknownName."""
        found = next((one for one in self.said.suggestions if one.id == identifier), None)
        if found is None:
            raise UnknownName(_("This proposal is not in the project."))
        return found

    def proposals(self, framework: Framework) -> tuple[Wording, ...]:
        """Return all suggestions as they stand in ``framework``."""
        return tuple(self.proposal(one, framework) for one in self.said.suggestions)

    def proposal(self, suggestion: Suggestion, framework: Framework) -> Wording:
        """Return a suggestion as it stands in ``framework``: overtaken as long as its words no longer fit."""
        if decided := self._decided.get(suggestion.id):
            return Wording(suggestion=suggestion, fate=decided[-1].fate, decided=decided[-1])
        thing = framework.find(suggestion.thing_id)
        if thing is None or thing.kind != suggestion.kind:
            return Wording(suggestion=suggestion, fate=Fate.OVERTAKEN)
        now = field_value(thing, suggestion.field)
        return _put(suggestion, str(now or ""))

    def open_counts(self, framework: Framework) -> Mapping[str, int]:
        """Return how many open threads and proposals there are, by the id of the thing they are about."""
        threads = (one.first.thing_id for one in self.threads if one.fate is Fate.OPEN)
        proposals = (one.suggestion.thing_id for one in self.proposals(framework) if one.fate is Fate.OPEN)
        return Counter([*threads, *proposals])


@lru_cache(KEPT)
def _put(suggestion: Suggestion, now: str) -> Wording:
    """Return a suggestion that nobody decided on, beside the text that stands in its place ``now``."""
    made = merge_change(change_of(suggestion), now or None)
    if made is None or isinstance(made, Conflict):
        return Wording(suggestion=suggestion, fate=Fate.OVERTAKEN, now=now)
    return Wording(suggestion=suggestion, fate=Fate.OPEN, now=now, would=str(made.new or ""))


def change_of(suggestion: Suggestion) -> Change:
    """Return the change of the framework that a suggestion asks for."""
    return Change(
        suggestion.kind, suggestion.thing_id, suggestion.field, suggestion.old or None, suggestion.new or None
    )


def takes_wording(kind: str, field: str) -> bool:
    """Tell whether a wording can be proposed for a field ("statement", "descriptors.3"): whether it holds free text."""
    name, _, key = field.partition(".")
    spec = kind_of(kind).specs().get(name)
    if spec is None or spec.choices or name in ("order", "source_id"):
        return False
    return spec.form is Form.TEXTS if key else spec.form in (Form.TEXT, Form.LINE)


def check_said(text: str, thread: Thread | None = None) -> str:
    """Return what can be said, without blanks around it; raise BadEdit for nothing, or in a thread that is settled."""
    if not text.strip():
        raise BadEdit(_("Write something first."))
    if thread is not None and thread.fate is not Fate.OPEN:
        raise BadEdit(_("This discussion is resolved. Reopen it to go on."))
    return text.strip()


def check_resolved(fate: Fate, reason: str) -> str:
    """Return the reason of a decision on a thread; raise BadEdit without one, or for what becomes of no thread."""
    if fate not in OF_THREADS:
        known = ", ".join(OF_THREADS)
        raise BadEdit(_("A discussion cannot be “{fate}”. Choose from: {known}.", fate=fate, known=known))
    return check_reason(reason)


def check_reason(reason: str) -> str:
    """Return a reason without blanks around it; raise BadEdit where there is none."""
    if not reason.strip():
        raise BadEdit(_("Say why in a sentence. Whoever wrote this will read it."))
    return reason.strip()


def may_resolve(thread: Thread, person: str, role: Role) -> bool:
    """Tell whether a person may resolve a thread: a drafter any, a commenter what they began."""
    return role.may(Role.COMMENTER if thread.first.person == person else Role.DRAFTER)


def check_withdrawn(suggestion: Suggestion, person: str) -> None:
    """Raise BadEdit where somebody else than who proposed a wording would withdraw it."""
    if suggestion.person != person:
        raise BadEdit(_("Only the person who proposed this can withdraw it. You can decline it, with a reason."))


def check_wording(suggestion: Suggestion) -> Suggestion:
    """Return a suggestion that can be made; raise BadEdit where its field takes no text, or nothing would change."""
    if not takes_wording(suggestion.kind, suggestion.field):
        raise BadEdit(_("For this field no wording can be proposed. Write a comment instead."))
    if suggestion.new == suggestion.old:
        raise BadEdit(_("The proposal says the same as the text does. Change some words first."))
    return suggestion
