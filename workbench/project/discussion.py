"""Comments and suggestions as use cases, in the name of one person: each is one transaction, and all are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.localize import N_
from workbench.model import Form, Role, Thing, field_value
from workbench.model.discussion import Comment, Disposition, Fate, Suggestion, Told
from workbench.workshop.discussion import (
    Talk,
    Thread,
    Wording,
    change_of,
    check_reason,
    check_resolved,
    check_said,
    check_withdrawn,
    check_wording,
    may_resolve,
)
from workbench.workshop.mentions import parted
from workbench.workshop.telling import told

if TYPE_CHECKING:
    from workbench.project.common import Common
    from workbench.project.project import Outcome, Project

MAKER = "workbench"
"""Under whose name a starter's things are written: nobody to talk to."""


class Discussion:
    """What is said about the framework of a project. What writes raises NotAllowed, BadEdit or CannotWrite."""

    def __init__(self, project: Project, common: Common) -> None:
        """Speak in the name of the person of ``project``."""
        self._project = project
        self._common = common

    @property
    def talk(self) -> Talk:
        """Everything that was said."""
        return self._common.talk

    @property
    def people(self) -> Mapping[str, str]:
        """The names of the people of this project, by their opaque ids, without those that were removed."""
        return {
            one: name
            for one, name in self._common.recorded("people", self._common.store.people).items()
            if name != MAKER
        }

    def threads(self, thing: str = "", *, open_only: bool = False) -> tuple[Thread, ...]:
        """Return the threads about one thing (an id), or all of them, oldest first; of removed things too."""
        return tuple(
            one
            for one in self.talk.threads
            if thing in ("", one.first.thing_id) and not (open_only and one.fate is not Fate.OPEN)
        )

    def proposals(self, thing: str = "", *, open_only: bool = False) -> tuple[Wording, ...]:
        """Return the suggested wordings for one thing (an id), or all of them, oldest first, as they stand now."""
        return tuple(
            one
            for one in self.talk.proposals(self._project.framework)
            if thing in ("", one.suggestion.thing_id) and not (open_only and one.fate is not Fate.OPEN)
        )

    def open_counts(self) -> Mapping[str, int]:
        """Return how many threads and proposals are open, by the id of the thing that they are about."""
        return self.talk.open_counts(self._project.framework)

    def told(self) -> tuple[Told, ...]:
        """Return everything that was said and what became of it, in words."""
        return told(self.talk, self._project.framework, self.people)

    def comment(self, thing: str, text: str, *, field: str = "", identifier: str = "") -> Comment:
        """Say something of a thing, or of one field of it; “@Name” in the text mentions a person of the project.

        ``identifier`` is the comment's own where it was given one already: said twice under it, it is there once.
        """
        found = self._project.framework.get(thing)
        if field:
            found.spec(field.partition(".")[0])
        return self._say({**_about(found), "field": field}, check_said(text), identifier)

    def reply(self, comment: str, text: str, *, identifier: str = "") -> Comment:
        """Answer in the thread of a comment (an id)."""
        thread = self.talk.thread(comment)
        first = thread.first
        values = {"thing_id": first.thing_id, "kind": first.kind, "called": first.called, "field": first.field}
        return self._say({**values, "reply_to": first.id}, check_said(text, thread), identifier)

    def _say(self, about: Mapping[str, str], text: str, identifier: str) -> Comment:
        self._project.require(Role.COMMENTER, N_("comment"))
        stored, mentions = parted(text, self.people)
        said = Comment(
            id=identifier or self._project.mint(),
            text=stored,
            mentions=mentions,
            person=self._project.person_id,
            at=_now(),
            **about,
        )
        self._common.store.say(said)
        self._project.refresh()
        return said

    def resolve(self, comment: str, fate: Fate, reason: str) -> None:
        """Settle the thread of a comment (an id): accepted, declined or deferred, and why."""
        thread = self.talk.thread(comment)
        if not may_resolve(thread, self._project.person_id, self._project.role):
            self._project.require(Role.DRAFTER, N_("resolve what somebody else began"))
        self._settle(thread.first.id, fate, check_resolved(fate, reason))

    def reopen(self, comment: str) -> None:
        """Open a thread again that was settled."""
        self._settle(self.talk.thread(comment).first.id, Fate.OPEN, "")

    def suggest(
        self, thing: str, field: str, new: str, *, why: str = "", old: str | None = None, base: int | None = None,
        identifier: str = "",
    ) -> Suggestion:  # fmt: skip
        """Propose another wording for a field ("statement", "descriptors.3"), whose text was ``old`` at ``base``."""
        self._project.require(Role.COMMENTER, N_("propose a wording"))
        found = self._project.framework.get(thing)
        spec = found.spec(field.partition(".")[0])
        said = Suggestion(
            id=identifier or self._project.mint(),
            **_about(found),
            field=field,
            base=self._project.revision if base is None else base,
            old=str(field_value(found, field) or "") if old is None else old,
            new=" ".join(new.splitlines()) if spec.form is Form.LINE else new,
            why=why.strip(),
            person=self._project.person_id,
            at=_now(),
        )
        self._common.store.say(check_wording(said))
        self._project.refresh()
        return said

    def take(self, suggestion: str) -> Outcome:
        """Put a proposed wording in its place, merged with what others did since; undo takes that back.

        With conflicts nothing was changed, and the proposal stays.
        """
        from workbench.project.project import Outcome

        self._project.require(Role.DRAFTER, N_("change the framework"))
        found = self.talk.suggestion(suggestion)
        decided = self._decided(found.id, Fate.TAKEN, "")
        why = found.why or "Took a wording that was proposed"
        made = self._common.store.take_suggestion([change_of(found)], decided, base=found.base, why=why)
        self._project.refresh()
        return Outcome(self._project.framework, self._project.revision, made.conflicts)

    def decline(self, suggestion: str, reason: str) -> None:
        """Turn down a proposed wording, and say why."""
        self._project.require(Role.DRAFTER, N_("decline a proposal"))
        self._settle(self.talk.suggestion(suggestion).id, Fate.DECLINED, check_reason(reason))

    def withdraw(self, suggestion: str) -> None:
        """Take back a wording that this person proposed."""
        found = self.talk.suggestion(suggestion)
        check_withdrawn(found, self._project.person_id)
        self._settle(found.id, Fate.WITHDRAWN, "")

    def _settle(self, about: str, fate: Fate, reason: str) -> None:
        self._project.require(Role.COMMENTER, N_("settle a discussion"))
        self._common.store.settle(self._decided(about, fate, reason))
        self._project.refresh()

    def _decided(self, about: str, fate: Fate, reason: str) -> Disposition:
        return Disposition(about=about, fate=fate, reason=reason, person=self._project.person_id, at=_now())


def _about(thing: Thing) -> dict[str, str]:
    return {"thing_id": thing.id, "kind": thing.kind, "called": f"{thing.code} {thing.name}".strip()}


def _now() -> str:
    from workbench.project.project import now

    return now()
