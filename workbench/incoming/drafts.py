"""The things that rows speak of while a plan is made: new ones, and those that are in the framework already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.incoming.reading import main_field
from workbench.model import Framework, Scale, Texts, Thing, kind_of


@dataclass(slots=True)
class Draft:
    """One thing: as it is in the framework, or blank, and what the rows say of it."""

    thing: Thing
    new: bool
    line: int
    owner: str = ""

    @property
    def id(self) -> str:
        """The identifier of the thing."""
        return self.thing.id

    @property
    def kind(self) -> str:
        """The kind of the thing."""
        return self.thing.kind

    def put(self, path: str, value: Any) -> None:
        """Write a JSON value into "field" or "field.key"; raise BadEdit where the field cannot hold it."""
        name, _, key = path.partition(".")
        spec = self.thing.spec(name)
        held = getattr(self.thing, name).having(key, spec.decode_entry(value)) if key else spec.decode(value)
        values: dict[str, Any] = {name: held}
        self.thing = replace(self.thing, **values)


@dataclass(slots=True)
class Drafts:
    """The drafts of one plan, and everything that a cell may name by its code, name, text or identifier."""

    framework: Framework
    mint: Callable[[], str]
    made: dict[str, Draft] = field(default_factory=dict)
    _names: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def named(self, kinds: Iterable[str], text: str, *, owner: str = "") -> str:
        """Return the id of the thing of these kinds that ``text`` names, or ""; under ``owner``, if given."""
        for kind in kinds:
            for one in self._index(kind).get(plain(text), ()):
                if not owner or self._owner(kind, one) == owner:
                    return one
        return ""

    def draft(self, kind: str, identifier: str, line: int) -> Draft:
        """Return the draft of a thing that is here already."""
        if identifier not in self.made:
            self.made[identifier] = Draft(self.framework.table(kind)[identifier], new=False, line=line)
        return self.made[identifier]

    def begin(self, kind: str, line: int, owner: str) -> Draft:
        """Return the draft of a new thing under ``owner``."""
        thing = kind_of(kind)(id=self.mint())
        found = Draft(thing, new=True, line=line, owner=owner)
        if name := type(thing).owner_field():
            values: dict[str, Any] = {name: owner}
            found.thing = replace(thing, **values)
        self.made[thing.id] = found
        return found

    def know(self, draft: Draft) -> None:
        """Let later cells name a draft by what is written in it by now."""
        index = self._index(draft.kind)
        for name in names_of(draft.thing):
            if draft.id not in index.setdefault(name, []):
                index[name].append(draft.id)

    def _index(self, kind: str) -> dict[str, list[str]]:
        if kind not in self._names:
            index: dict[str, list[str]] = {}
            for thing in self.framework.table(kind).ordered():
                for name in names_of(thing):
                    index.setdefault(name, []).append(thing.id)
            self._names[kind] = index
        return self._names[kind]

    def _owner(self, kind: str, identifier: str) -> str:
        held = self.made.get(identifier)
        return (held.thing if held else self.framework.table(kind)[identifier]).owner_id


def plain(text: str) -> str:
    """Return a name as it is compared: small, with single blanks."""
    return " ".join(text.split()).casefold()


def names_of(thing: Thing) -> Iterator[str]:
    """Yield everything by which a cell may name a thing, each once: identifier, code, code and name, name, text."""
    main = str(getattr(thing, main_field(thing.kind), "") or "")
    code = thing.code
    name = thing.name
    levels = ", ".join(thing.levels.values()) if isinstance(thing, Scale) else ""
    found = [
        levels,
        thing.id,
        thing.source_id,
        code,
        f"{code}: {name}" if code else "",
        f"{code} {name}" if code else "",
        name,
        main,
    ]
    yield from dict.fromkeys(filter(None, map(plain, found)))


def with_marks(old: Texts, marks: str, ids: Iterable[str]) -> Texts:
    """Return what a course does with indicators, with ``marks`` added for ``ids``."""
    return Texts({**old, **{one: f"{old.get(one, '')} {marks}".strip() for one in ids}})
