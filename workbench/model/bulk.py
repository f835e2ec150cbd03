"""One action on many things: set a field, move, remove, copy the descriptors of a criterion.

Each returns the changes of one change set and leaves the framework alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from workbench.errors import BadEdit
from workbench.localize import _
from workbench.model.changes import Change, apply
from workbench.model.difference import difference
from workbench.model.edits import duplicate, move, remove, set_field
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion
from workbench.model.thing import Thing

Changes = tuple[Change, ...]


def step_by_step(framework: Framework, steps: Iterable[Callable[[Framework], Changes]]) -> Changes:
    """Return the changes that several steps make together, each on what the ones before it left."""
    after = framework
    for step in steps:
        after = apply(after, step(after))
    return difference(framework, after)


def set_many(framework: Framework, identifiers: Iterable[str], field: str, value: Any) -> Changes:
    """Return the changes that put ``value`` into ``field`` of each thing; raise BadEdit where one has no such field."""
    changes: list[Change] = []
    for one in dict.fromkeys(identifiers):
        thing = framework.get(one)
        if field.partition(".")[0] not in thing.specs():
            raise BadEdit(
                _(
                    "“{thing}” ({kind}) has no such field. Choose things of one kind.",
                    thing=thing.name,
                    kind=_(thing.noun),
                )
            )
        changes += set_field(framework, one, field, value)
    return tuple(changes)


def remove_many(framework: Framework, identifiers: Iterable[str]) -> Changes:
    """Return the changes that remove things with all they own; one that goes with another is no matter."""

    def step(identifier: str) -> Callable[[Framework], Changes]:
        return lambda now: remove(now, identifier) if now.find(identifier) else ()

    return step_by_step(framework, map(step, identifiers))


def move_many(framework: Framework, identifiers: Sequence[str], owner: str) -> Changes:
    """Return the changes that put things, in this order, at the end of what ``owner`` owns."""

    def step(identifier: str) -> Callable[[Framework], Changes]:
        return lambda now: move(now, identifier, owner=owner)

    return step_by_step(framework, map(step, identifiers))


def shift_many(
    framework: Framework, identifiers: Iterable[str], by: int, *, heading: Callable[[Thing], object] = lambda _: None
) -> Changes:
    """Return the changes that move things up (-1) or down (1) together; those that stand at the end stay there.

    Neighbours are the siblings under the same ``heading``.
    """
    chosen = set(identifiers)
    groups: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one in dict.fromkeys(identifiers):
        thing = framework.get(one)
        siblings = framework.siblings(thing)
        group = tuple(other.id for other in siblings if heading(other) == heading(thing))
        groups[group] = tuple(other.id for other in siblings)
    return step_by_step(framework, (step for pair in groups.items() for step in _shifted(*pair, chosen, by)))


def _shifted(
    group: Sequence[str], siblings: Sequence[str], chosen: Collection[str], by: int
) -> Iterator[Callable[[Framework], Changes]]:
    """Yield the steps that move those of ``group`` that are ``chosen`` by one place, first those that go ahead."""
    wanted = list(group[:: by * -1])
    for place in range(1, len(wanted)):
        if wanted[place] in chosen and wanted[place - 1] not in chosen:
            wanted[place - 1], wanted[place] = wanted[place], wanted[place - 1]
    wanted = wanted[:: by * -1]
    ahead = siblings.index(group[0])
    before = siblings[ahead - 1] if ahead else ""
    for place, one in enumerate(wanted):
        if one in chosen and group[place] != one:
            yield _placed(one, wanted[place - 1] if place else before)


def _placed(identifier: str, after: str) -> Callable[[Framework], Changes]:
    return lambda now: move(now, identifier, after=after)


def duplicate_many(framework: Framework, identifiers: Iterable[str], mint: Callable[[], str]) -> Changes:
    """Return the changes that copy things with all they own, each behind its original."""

    def step(identifier: str) -> Callable[[Framework], Changes]:
        return lambda now: duplicate(now, identifier, mint)[1]

    return step_by_step(framework, map(step, identifiers))


def copy_descriptors(framework: Framework, source: str, targets: Iterable[str]) -> Changes:
    """Return the changes that give criteria the scale and the descriptors of another one, in place of their own."""
    given = framework.get(source)
    changes: list[Change] = []
    for one in targets:
        thing = framework.get(one)
        if not isinstance(given, Criterion) or not isinstance(thing, Criterion):
            raise BadEdit(_("Descriptors are copied from one scoring criterion to another. Choose two criteria."))
        changes += set_field(framework, one, "scale_id", given.scale_id)
        changes += set_field(framework, one, "descriptors", given.descriptors)
    return tuple(changes)
