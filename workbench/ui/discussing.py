"""What people say, propose and settle in a room. Whoever wrote something hears whether it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from workbench.errors import WorkbenchError
from workbench.localize import N_, _, ngettext
from workbench.model import Role
from workbench.model.discussion import Fate
from workbench.ui.choices import Chooser
from workbench.ui.view import State

Sitter = TypeVar("Sitter")
NO_LONGER_FITS = N_(
    "The same words have changed since, so nothing was changed. The proposal stays in the discussion: "
    "write into the text what you want of it."
)
REMOVED = "What it was about was removed."
"""Kept as the reason, in English as all that is stored."""


def comment(desk: Chooser, wish: State) -> None:
    """Say something of a thing or of one of its fields."""
    desk.project.discussion.comment(
        wish["thing"], wish["text"], field=wish.get("field", ""), identifier=wish.get("id", "")
    )


def reply(desk: Chooser, wish: State) -> None:
    """Answer in a thread."""
    desk.project.discussion.reply(wish["to"], wish["text"], identifier=wish.get("id", ""))


def resolve(desk: Chooser, wish: State) -> None:
    """Settle a thread with what became of it, and why."""
    desk.project.discussion.resolve(wish["to"], Fate(wish["fate"]), wish["text"])


def reopen(desk: Chooser, wish: State) -> None:
    """Open a thread again."""
    desk.project.discussion.reopen(wish["to"])


def suggest(desk: Chooser, wish: State) -> None:
    """Propose another wording of a field, against the text that the writer saw."""
    desk.project.discussion.suggest(
        wish["thing"],
        wish["field"],
        wish["text"],
        why=wish.get("why", ""),
        old=wish["old"],
        base=wish["base"],
        identifier=wish.get("id", ""),
    )


def take(desk: Chooser, wish: State) -> None:
    """Put a proposed wording in its place."""
    if desk.project.discussion.take(wish["to"]).conflicts:
        desk.tell(_(NO_LONGER_FITS), tone="stop")
    else:
        desk.tell(_("Taken: the proposed wording stands there now."), undo=True)


def decline(desk: Chooser, wish: State) -> None:
    """Turn down a proposed wording, and say why."""
    desk.project.discussion.decline(wish["to"], wish["text"])


def withdraw(desk: Chooser, wish: State) -> None:
    """Take back what one proposed oneself."""
    desk.project.discussion.withdraw(wish["to"])


def settle_removed(desk: Chooser, wish: State) -> None:  # noqa: ARG001  # every deed is given its wish
    """Settle every open thread about something that was removed."""
    desk.project.require(Role.DRAFTER, N_("settle what others discuss"))
    found = [
        one
        for one in desk.project.discussion.threads(open_only=True)
        if desk.project.framework.find(one.first.thing_id) is None
    ]
    for one in found:
        desk.project.discussion.resolve(one.first.id, Fate.DECLINED, REMOVED)
    words = ngettext(
        "Resolved {n} discussion about what was removed.",
        "Resolved {n} discussions about what was removed.",
        len(found),
    )
    desk.tell(words)


def heard(desk: Sitter, deed: Callable[[Sitter, State], None], wish: State) -> State | None:
    """Do a deed; where the wish came from a box that holds a text, say whether the text is kept, or why not."""
    try:
        deed(desk, wish)
    except WorkbenchError as error:
        if "box" not in wish:
            raise
        return {"said": {"box": wish["box"], "refused": str(error), "later": error.passes}}
    return {"said": {"box": wish["box"]}} if "box" in wish else None


DEEDS: Mapping[str, Callable[[Chooser, State], None]] = {
    "comment": comment,
    "reply": reply,
    "resolve": resolve,
    "reopen": reopen,
    "suggest": suggest,
    "take": take,
    "decline": decline,
    "withdraw": withdraw,
    "settle_removed": settle_removed,
}
"""What can be asked, by the name that the message bears."""
