"""What a committee decides: what meets what, what has priority, what a newer version changes, what may stay."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from workbench.errors import BadEdit
from workbench.localize import N_, _, ngettext
from workbench.model import Choice, Finding, Framework, PriorityStandard, remove, set_field
from workbench.model.values import Strength
from workbench.project import Project
from workbench.ui.actions import added
from workbench.ui.view import State, View
from workbench.ui.words import finding_key, line_of, short_name, term

DECIDED = {Choice.ACCEPT: N_("Accepted."), Choice.REDIRECT: N_("Redirected."), Choice.DROP: N_("Dropped.")}
ALREADY = N_("It is aligned to this standard already.")


class Chooser(Protocol):
    """What deciding needs: a project and the view in which it is told."""

    project: Project
    view: View

    def tell(self, text: str, *, tone: str = "note", undo: bool = False) -> None:
        """Say what was done."""


def meet(desk: Chooser, wish: State) -> None:
    """Take a standard that was chosen: for the alignment that is redirected, as one's own say, or as agreed.

    ``wish``: subject, set, standard, and the strength where it is known.
    """
    if desk.view.room == "standards" and desk.view.redirect:
        decide(desk, {"id": desk.view.redirect, "choice": "redirect", "standard": wish["standard"]})
        return
    if desk.view.alone:
        judge(desk, {**wish, "strength": wish.get("strength") or str(Strength.FULL)})
        return
    agree(desk, wish)


def agree(desk: Chooser, wish: State) -> None:
    """Align a thing to a standard, or change how fully it meets one that it is aligned to."""
    framework = desk.project.framework
    subject = str(wish["subject"])
    same = [
        one
        for one in framework.alignments_of(subject)
        if (one.set_id, one.standard_id) == (wish["set"], wish["standard"])
    ]
    if same:
        if (strength := wish.get("strength")) and strength != same[0].strength:
            desk.project.edit(set_field(framework, same[0].id, "strength", strength))
        else:
            desk.tell(_(ALREADY))
        return
    preset = {"set_id": wish["set"], "standard_id": wish["standard"], "strength": wish.get("strength") or "full"}
    _thing, changes = added(framework, {"kind": "alignment", "owner": subject, "preset": preset}, desk.project.mint)
    desk.project.edit(changes)
    desk.view = replace(desk.view, message=None)


def judge(desk: Chooser, wish: State) -> None:
    """Note what I say of a thing and a standard, or why; the same said again without a reason takes it back."""
    standard = (wish["set"], wish["standard"])
    mine = [
        one
        for one in desk.project.judgements(wish["subject"])
        if one.person == desk.project.person_id and (one.set_id, one.standard_id) == standard
    ]
    strength, rationale = str(wish["strength"]), wish.get("rationale")
    if "box" in wish and mine:  # A reason that was kept may come after one has changed one's mind.
        strength = str(mine[0].strength)
    if rationale is None:
        strength = "" if mine and mine[0].strength == strength else strength
        rationale = mine[0].rationale if mine else ""
    desk.project.judge(wish["subject"], standard, strength=strength, rationale=str(rationale))


def decide(desk: Chooser, wish: State) -> None:
    """Accept, redirect or drop one alignment that a newer version touches."""
    shelf = desk.project.standards
    found = shelf.impact(*versions_in_view(desk))
    made = shelf.decide(found, [wish["id"]], Choice(wish["choice"]), target=str(wish.get("standard") or ""))
    desk.view = replace(desk.view, redirect="", message=None)
    if made.conflicts:
        desk.tell(_("Somebody else changed this alignment meanwhile. Look at it again."), tone="stop")
        return
    left = len(found.rows) + len(found.unchanged) - len(found.safe) - 1
    rest = ngettext("{n} alignment left to decide on.", "{n} alignments left to decide on.", left)
    desk.tell(f"{_(DECIDED[Choice(wish['choice'])])} {rest}", undo=True)


def decide_all(desk: Chooser, wish: State) -> None:  # noqa: ARG001  # every deed is given its wish
    """Accept every alignment whose standard is certainly the same and unchanged in the newer version, as one step."""
    shelf = desk.project.standards
    found = shelf.impact(*versions_in_view(desk))
    shelf.accept_safe(found)
    words = ngettext(
        "{n} alignment now in the newer version.", "{n} alignments now in the newer version.", len(found.safe)
    )
    desk.tell(words, undo=True)


def versions_in_view(desk: Chooser) -> tuple[str, str]:
    """Return the older and the newer version that the page compares; raise BadEdit where it compares none."""
    new = desk.view.at.partition(" ")[2]
    old = next((one.follows for one in desk.project.standards.infos() if one.id == new), "")
    if not old:
        raise BadEdit(_("There is no version before this one in the project."))
    return old, new


def prioritize(desk: Chooser, wish: State) -> None:
    """Mark a standard as a priority, or take the mark away, as one edit.

    ``wish``: set, standard, and ``value``, whether it is to be one. What is so already stays as it is.
    """
    framework, key = desk.project.framework, (str(wish["set"]), str(wish["standard"]))
    marked = _marks(framework, *key)
    if wish["value"] and not marked:
        _mark(desk, *key)
    elif marked and not wish["value"]:
        desk.project.edit(tuple(change for one in marked for change in remove(framework, one.id)))
        name, things = short_name(marked[0]), term(framework, "priority_standard", 2)
        desk.tell(_("“{name}” is no longer one of the {things}.", name=name, things=things), undo=True)


def _mark(desk: Chooser, set_id: str, standard_id: str) -> None:
    framework = desk.project.framework
    found = next((one.standard for one in desk.project.standards.standards(set_id, [standard_id])), None)
    if found is None:
        raise BadEdit(_("This standard is not in the project, so it cannot be marked."))
    code = found.code or line_of(found)
    # The choice is made by making it: nothing about it is a draft.
    preset = {"set_id": set_id, "standard_id": standard_id, "code": code, "ready": True}
    _thing, changes = added(framework, {"kind": PriorityStandard.kind, "preset": preset}, desk.project.mint)
    desk.project.edit(changes)
    desk.tell(
        _(
            "“{name}” is one of the {things} now. Say why on the page of its set, in the room of standards.",
            name=code,
            things=term(framework, "priority_standard", 2),
        ),
        undo=True,
    )


def _marks(framework: Framework, set_id: str, standard_id: str) -> list[PriorityStandard]:
    return [one for one in framework.priority_standards.by("standard_id", standard_id) if one.set_id == set_id]


def waive(desk: Chooser, wish: State) -> None:
    """Record the decision to live with the finding of the key ``wish["key"]``, with a reason and a last day."""
    decided = desk.project.waive(
        _standing(desk, wish["key"]), reason=wish.get("reason", ""), until=wish.get("until", "")
    )
    desk.tell(_("Recorded: it stays as it is until {day}.", day=decided.until))


def fix(desk: Chooser, key: str) -> None:
    """Put right the finding of this key."""
    desk.tell(_("Done: {what}.", what=desk.project.fix(_standing(desk, key))), undo=True)


def setting(desk: Chooser, wish: State) -> None:
    """Set what a check counts by, under ``wish["key"]``; an empty value takes the usual one again."""
    framework, value = desk.project.framework, str(wish["value"])
    desk.project.edit(set_field(framework, framework.district.id, f"settings.{wish['key']}", value))
    desk.tell(_("Set.") if value else _("The usual counts again."), undo=True)


def unwaive(desk: Chooser, key: str) -> None:
    """Take back the decision on a finding."""
    for finding, decided in desk.project.report(drafts=True).waived:
        if finding_key(finding) == key:
            desk.project.end_waiver(decided)
            desk.tell(_("Taken back. The finding counts again."))


def _standing(desk: Chooser, key: str) -> Finding:
    """Return the finding of this key; raise BadEdit where it is gone."""
    found = next((one for one in desk.project.findings(drafts=True) if finding_key(one) == key), None)
    if found is None:
        raise BadEdit(_("The checks no longer say this, so there is nothing to do about it."))
    return found
