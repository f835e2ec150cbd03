"""What a person may do in the rooms, as the rooms show it: nobody is offered what would be refused.

The project itself refuses what a role does not allow; here the states of the panes are only made to fit that.
"""

from __future__ import annotations

from typing import Any

from workbench.localize import N_, _
from workbench.model import Role
from workbench.ui.view import State

_DRAFTERS = (
    *("edit", "add", "remove", "duplicate", "move", "ready", "undo", "redo", "bring_back", "setting"),
    *("upload", "mapping", "keep", "drop", "shipped", "meet", "agree", "prioritize", "decide", "decide_all"),
    *("fix", "waive", "unwaive", "take", "decline", "settle_removed"),
    *("bring_paste", "bring_choice", "bring_keep", "bring_drop"),
    *("bulk", "copy_descriptors", "renumber", "recode", "replace_text", "untick"),
)
NEEDS: dict[str, Role] = {
    **dict.fromkeys(_DRAFTERS, Role.DRAFTER),
    **dict.fromkeys(("judge", "comment", "reply", "resolve", "reopen", "suggest", "withdraw"), Role.COMMENTER),
    **dict.fromkeys(("publish", "adopt", "copy", "fetch"), Role.FACILITATOR),
}
"""The role that a deed needs, by the deed's name; every other deed only changes how one looks."""
BRINGING = {"select": "add"}
"""Going to the page where standards are brought in; that page is of use to drafters only."""
ASKED_BY = {"paste": "bring_paste", "hits": "replace_text", "codes": "renumber"}
"""Blocks that ask for a deed without naming it, by their type; finding without replacing is what Ctrl+K is for."""
WHOLE = frozenset({"nodes", "options", "words"})
"""Parts of a state that many people are shown as the very same value, and that hold nothing to do."""
LED = frozenset({"start", "publish", "standards"})
"""Rooms with something that only a facilitator does; in all others a drafter is offered everything."""
ONLY = {
    Role.READER: N_("You are here as a reader: you can look at everything, and change nothing."),
    Role.COMMENTER: N_("You are here as a commenter: you can comment and propose wordings, but not change the text."),
}
ASK = N_("Ask whoever invited you for the right to write.")
DONE_BY = {
    Role.FACILITATOR: N_("Only a facilitator does this."),
    Role.DRAFTER: N_("Only drafters and facilitators do this."),
}


def only_words(role: Role) -> str:
    """Return why the fields cannot be written in; empty where they can."""
    return f"{_(ONLY[role])} {_(ASK)}" if role in ONLY else ""


def fitted(panes: dict[str, State], role: Role, room: str, *, alone: bool = False) -> dict[str, State]:
    """Return the states of a room's panes without what ``role`` may not do; ``alone``: standards are only spoken of."""
    if role is Role.DRAFTER and room not in LED:
        return panes
    needs = {**NEEDS, "meet": Role.COMMENTER} if alone else NEEDS
    barred = frozenset(name for name, needed in needs.items() if not role.may(needed))
    if not barred:
        return panes
    made = {name: _without(state, barred) for name, state in panes.items()}
    if "meet" in barred:
        made["standards"] |= {"subject": "", "subject_id": ""}
    return made


def _without(value: Any, barred: frozenset[str]) -> Any:
    """Return a JSON value without the buttons, and with the forms closed, that ask for one of these deeds."""
    if isinstance(value, list):
        return [_without(one, barred) for one in value if not _asks(one, barred)]
    if not isinstance(value, dict):
        return value
    if (name := _form(value)) in barred:
        return _closed(value, NEEDS[name])
    return {
        key: one if key in WHOLE else None if _asks(one, barred) else _without(one, barred)
        for key, one in value.items()
    }


def _asks(value: Any, barred: frozenset[str]) -> bool:
    """Tell whether a value is a button, or a wish, for one of these deeds."""
    wish = value.get("do", value) if isinstance(value, dict) else None
    if wish == BRINGING:
        return "upload" in barred
    return isinstance(wish, dict) and len(wish) == 1 and not barred.isdisjoint(wish)


def _form(block: State) -> str:
    kind = str(block.get("type", ""))
    return str(block["name"]) if kind == "form" else ASKED_BY.get(kind, kind)


def _closed(block: State, needed: Role) -> State:
    """Return what stands in place of a form: what it is for, and whose it is."""
    says = " ".join(filter(None, (block.get("says"), _(DONE_BY[needed]))))
    return {"type": "fields", "key": block["key"], "title": block.get("title", ""), "says": says, "fields": []}
