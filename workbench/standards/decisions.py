"""What a committee decides about an alignment when a new version of a set comes: accept, redirect or drop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.errors import BadEdit
from workbench.model import Change, Choice, Framework, StandardSet, VersionDecision, remove, set_field
from workbench.standards.impact import ImpactRow
from workbench.standards.naming import short_name


def decision_changes(
    framework: Framework, row: ImpactRow, choice: Choice, *, into: StandardSet, target: str = ""
) -> tuple[Change, ...]:
    """Return the changes that carry out a decision on the alignment of ``row``.

    Accepting points it at the proposed standard of the new version ``into``, redirecting at the standard ``target``
    of it; dropping removes it. Strength and rationale stay. Raises BadEdit where there is nothing to accept, where
    ``target`` is not in the new version, and where somebody changed or removed the alignment meanwhile.
    """
    _check_fresh(framework, row)
    if choice is Choice.DROP:
        return remove(framework, row.alignment.id)
    return (
        *set_field(framework, row.alignment.id, "set_id", into.id),
        *set_field(framework, row.alignment.id, "standard_id", target_of(row, choice, into=into, target=target)),
    )


def mark_changes(
    framework: Framework, rows: Iterable[ImpactRow], *, old: StandardSet, into: StandardSet
) -> Iterator[Change]:
    """Yield the changes that take the marks of priority along where the alignments of ``rows`` are accepted.

    A standard of ``into`` that is marked already keeps its own mark, and so does the older one: which of the two
    reasons holds is for people to say.
    """
    taken = {one.standard_id for one in framework.priority_standards.by("set_id", into.id)}
    goals = {row.old.id: row.proposed for row in rows if row.proposed}
    for one in framework.priority_standards.by("set_id", old.id):
        goal = goals.get(one.standard_id)
        if goal is not None and goal.id not in taken:
            taken.add(goal.id)
            yield from set_field(framework, one.id, "set_id", into.id)
            yield from set_field(framework, one.id, "standard_id", goal.id)
            yield from set_field(framework, one.id, "code", goal.code or goal.name)


def target_of(row: ImpactRow, choice: Choice, *, into: StandardSet, target: str = "") -> str:
    """Return the identifier of the standard that a decision points at, empty for none; raise BadEdit."""
    if choice is Choice.DROP:
        return ""
    if choice is Choice.ACCEPT and row.proposed is None:
        raise BadEdit(f"The new version has nothing for “{short_name(row.old)}”. Choose another standard, or drop it.")
    found = row.proposed.id if choice is Choice.ACCEPT and row.proposed else target
    if found not in into.by_id:
        raise BadEdit(f"“{found}” is no standard of “{into.title}” {into.version}. Choose one that is in it.")
    return found


def decision_of(
    row: ImpactRow, choice: Choice, *, old: StandardSet, into: StandardSet, target: str = "", reason: str = ""
) -> VersionDecision:
    """Return a decision as it is recorded, still without its person and moment."""
    return VersionDecision(
        old_set_id=old.id,
        new_set_id=into.id,
        alignment_id=row.alignment.id,
        subject_id=row.alignment.subject_id,
        old_standard_id=row.old.id,
        new_standard_id=target_of(row, choice, into=into, target=target),
        choice=choice,
        reason=reason,
    )


def why(rows: Iterable[ImpactRow], choice: Choice, *, into: StandardSet, target: str = "", reason: str = "") -> str:
    """Return what the log says of a decision, in one sentence and the committee's own reason behind it."""
    some = list(rows)
    name = " ".join(filter(None, (into.title, into.version)))
    if len(some) == 1:
        goal = target_of(some[0], choice, into=into, target=target)
        old = f"“{short_name(some[0].old)}”"
        became = "was dropped" if not goal else f"now points at “{short_name(into.by_id[goal])}”"
        said = f"New version “{name}”: the alignment to {old} {became}."
    else:
        verb = "dropped" if choice is Choice.DROP else "taken over"
        said = f"New version “{name}”: {len(some):,} alignments were {verb} together."
    return f"{said} {reason}".strip()


def _check_fresh(framework: Framework, row: ImpactRow) -> None:
    now = framework.alignments.get(row.alignment.id)
    if now is None or (now.set_id, now.standard_id) != (row.alignment.set_id, row.alignment.standard_id):
        raise BadEdit(
            f"The alignment to “{short_name(row.old)}” was changed or removed meanwhile. Look at the list again."
        )
