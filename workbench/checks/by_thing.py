"""What the rules that go thing by thing found, kept by thing with what was looked up for it meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeAlias

from workbench.checks.given import CheckInput, Fault
from workbench.checks.noting import COUNT, DERIVED, EVERY, ITEM, SETS, Note, NotingInput
from workbench.checks.registry import RULES, Rule, RuleModule
from workbench.model.framework import Framework, table_names
from workbench.model.table import Table, keys_of
from workbench.model.thing import Thing

FEW = 300
"""Things of a table up to which each rule is kept by itself: one of many things is cheap to run every rule on, and
what was looked up for it is kept once for them all."""

Key: TypeAlias = tuple[str, str, int]
"""A thing by its table and id, and which of the groups of rules that go over that table."""


class ByThing:
    """What the rules with EACH found, by rule and thing, and which things looked what up for it."""

    def __init__(self) -> None:
        self._of: CheckInput | None = None
        self._groups: dict[str, list[list[Rule]]] = {}
        self._found: dict[str, dict[Key, tuple[Fault, ...]]] = defaultdict(dict)
        self._joined: dict[str, tuple[Fault, ...]] = {}
        self._notes: dict[Key, tuple[Note, ...]] = {}
        self._readers: dict[Note, set[Key]] = defaultdict(set)
        self._fields: dict[str, set[str]] = defaultdict(set)
        self._derived: dict[str, set[Callable[[Any], Any]]] = defaultdict(set)

    def faults(self, code: str, given: CheckInput) -> tuple[Fault, ...]:
        """Return what one rule finds in what is given now."""
        if self._of is None or self._of.framework is not given.framework or self._of.sets is not given.sets:
            self._update(given)
        if code not in self._joined:
            self._joined[code] = tuple(chain.from_iterable(self._found[code].values()))
        return self._joined[code]

    def _update(self, given: CheckInput) -> None:
        noting = NotingInput(given)
        for key in self._touched(given):
            name, identifier, group = key
            thing = getattr(given.framework, name).get(identifier)
            for rule in self._groups[name][group]:
                self._keep(rule.code, key, () if thing is None else _run(rule, thing, noting))
            self._note(key, noting.taken())
        self._of = given

    def _keep(self, code: str, key: Key, faults: tuple[Fault, ...]) -> None:
        found = self._found[code]
        if found.get(key, ()) != faults:
            self._joined.pop(code, None)
            if faults:
                found[key] = faults
            else:
                del found[key]

    def _note(self, key: Key, notes: tuple[Note, ...]) -> None:
        for note in self._notes.pop(key, ()):
            self._readers[note].discard(key)
        for note in notes:
            self._readers[note].add(key)
            if note[1] == DERIVED:
                self._derived[note[0]].add(note[2])
            else:
                self._fields[note[0]].add(note[1])
        if notes:
            self._notes[key] = notes

    def _touched(self, given: CheckInput) -> Iterable[Key]:
        """Return the things to look at again: every one at first, later what changed and what looked it up."""
        before, framework = self._of, given.framework
        if before is None:
            self._groups = _groups(framework)
            return [key for name in self._groups for one in getattr(framework, name) for key in self._keys(name, one)]
        touched: dict[Key, None] = {}
        for name in table_names():
            for note in self._changed_notes(name, getattr(before.framework, name), getattr(framework, name)):
                if note[1] == ITEM:
                    touched.update(dict.fromkeys(self._keys(name, note[2])))
                touched.update(dict.fromkeys(self._readers.get(note, ())))
        for one in before.sets.keys() | given.sets.keys():
            readers = self._readers.get((SETS, ITEM, one))
            if readers and before.sets.get(one) is not given.sets.get(one):
                touched.update(dict.fromkeys(readers))
        return touched

    def _keys(self, name: str, identifier: str) -> Iterator[Key]:
        return ((name, identifier, group) for group in range(len(self._groups.get(name, ()))))

    def _changed_notes(self, name: str, before: Table[Thing], now: Table[Thing]) -> Iterator[Note]:
        """Yield every look-up in a table that could tell another answer now."""
        changed = now.changed_since(before)
        if not changed:
            return
        yield (name, EVERY, "")
        if len(now) != len(before):
            yield (name, COUNT, "")
        # What is derived from a table is often the same after an edit: of ids and marks, not of texts.
        yield from ((name, DERIVED, make) for make in self._derived[name] if now.derived(make) != before.derived(make))
        fields = self._fields[name] - {ITEM, EVERY, COUNT}
        for one in changed:
            yield (name, ITEM, one)
            for thing in filter(None, (before.get(one), now.get(one))):
                yield from ((name, field, key) for field in fields for key in keys_of(thing, field))


def _run(rule: Rule, thing: Thing, noting: NotingInput) -> tuple[Fault, ...]:
    """Return what a rule finds for one thing."""
    module = rule.load()
    noting.narrow(each_of(module), thing)
    found = tuple(module.find(noting.given))
    noting.widen(each_of(module))
    return found


def _groups(framework: Framework) -> dict[str, list[list[Rule]]]:
    """Return, by table, the rules with EACH that go over it: each by itself where there are few things, else as one."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for rule in RULES.values():
        for name in each_of(rule.load()):
            rules[name].append(rule)
    return {
        name: [[one] for one in some] if len(getattr(framework, name)) <= FEW else [some]
        for name, some in rules.items()
    }


def each_of(module: RuleModule) -> tuple[str, ...]:
    """Return the tables that a rule goes over thing by thing; none where it looks at the whole."""
    return getattr(module, "EACH", ())
