"""What everybody who works on one project in one process has in common: one framework, one set of findings."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.model import Change, Finding, Framework, apply
from workbench.project.kept import Kept
from workbench.project.presence import Presence
from workbench.project.sets import CitedSets, LazySets
from workbench.project.shelf_memory import ShelfMemory

if TYPE_CHECKING:
    from workbench.checks import Memo
    from workbench.checks.language.kept import Readings
    from workbench.store import Store
    from workbench.workshop.discussion import Talk

R = TypeVar("R")


class Common:
    """The framework as it now is, with what was read and worked out for it. Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        """Read the framework from an open ``store``."""
        self.store = store
        self.lock = threading.RLock()
        self.presence = Presence()
        self.version = 0
        self.held = 0
        self.kept = Kept()
        self.shelf_memory = ShelfMemory()
        self._names: dict[str, str] = {}
        self._touched: dict[str, int] = {}
        snapshot = store.load()
        # Together, so that whoever reads both without the lock has two that belong to each other.
        self.moment = (snapshot.framework, snapshot.revision)
        self._stamp = snapshot.stamp
        self._listeners: list[Callable[[], None]] = []
        self._sets: LazySets | None = None
        self._cited: CitedSets | None = None
        self._findings: dict[tuple[int, int, str, bool, bool], tuple[Finding, ...]] = {}
        self._checking = threading.RLock()
        self._cleared = 0
        self._memo: Memo | None = None
        self._earlier: Mapping[int, Framework] = {}

    @property
    def framework(self) -> Framework:
        """The framework as it now is."""
        return self.moment[0]

    @property
    def revision(self) -> int:
        """How many changes were made to it."""
        return self.moment[1]

    @property
    def sets(self) -> LazySets:
        """The standard sets; each is read when it is asked for, and then kept."""
        with self.lock:
            if self._sets is None:
                self._sets = LazySets(self.store.shelves)
            return self._sets

    @property
    def cited(self) -> CitedSets:
        """The standards that alignments and priorities name, as of now."""
        with self.lock:
            if self._cited is None or self._cited.infos is not self.sets.infos:
                self._cited = CitedSets(self.store.shelves, self.sets.infos)
            self._cited.take(self.framework)
            return self._cited

    @property
    def talk(self) -> Talk:
        """What people said of the framework."""
        from workbench.workshop.discussion import Talk

        return self.recorded("talk", lambda: Talk(self.store.said()))

    def forget_sets(self) -> None:
        """Read the sets anew when they are asked for: one came."""
        with self.lock:
            self._sets = None
            self._cleared += 1

    def refresh(self) -> bool:
        """Pick up what any process wrote since; tell the listeners and return True where there was something."""
        with self.lock:
            stamp = self.store.stamp()
            if stamp == self._stamp:
                return False
            revision, changes = self.store.changes_since(self.revision)
            self.moment = (apply(self.framework, changes), revision)
            self._touched.update(dict.fromkeys(self._with_owners(changes), revision))
            if stamp.sets != self._stamp.sets:
                self.forget_sets()
            if stamp.people != self._stamp.people:
                self._names = {}
            if stamp.editions != self._stamp.editions:
                self._cleared += 1
            self._stamp = stamp
        self.tell()
        return True

    def _with_owners(self, changes: Iterable[Change]) -> set[str]:
        found: set[str] = set()
        for identifier in {one.id for one in changes}:
            thing = self.framework.find(identifier)
            while thing and thing.id not in found:
                found.add(thing.id)
                thing = self.framework.find(thing.owner_id) if thing.owner_id else None
            found.add(identifier)
        return found

    def touched(self, things: Iterable[str]) -> int:
        """Return the latest revision since this process began that changed one of these things or what is theirs."""
        return max((self._touched.get(one, 0) for one in things), default=0)

    def recorded(self, what: str, read: Callable[[], R]) -> R:
        """Return what the record holds of ``what``, read anew when anything was recorded since."""
        # Edits of the framework leave the record alone.
        return self.kept.take(what, (), self._stamp[1:], read)

    def name_of(self, person: str) -> str:
        """Return the name behind an opaque id; empty where it was removed or nobody has it."""
        names = self._names
        if person not in names:
            names = self._names = {person: "", **self.store.people()}
        return names[person]

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def tell(self) -> None:
        """Tell all listeners that something changed."""
        self.version += 1
        for listener in tuple(self._listeners):
            listener()

    def found(self, day: str, *, rule_set: Mapping[str, Any], drafts: bool, sentences: bool) -> tuple[Finding, ...]:
        """Return what the checks say on ``day``, worked out once for each revision whoever asks."""
        from workbench.checks import SENTENCES, CheckInput, Memo, check

        # A lock of its own: saving need not wait until something is checked.
        with self._checking:
            with self.lock:
                (framework, revision), cleared = self.moment, self._cleared
                sets, newer, earlier = self.cited.sets, self.cited.newer, self.adopted()
            # Noting who looked what up is for the edits to come; a command that asks once does without.
            if self._memo is None and (self._listeners or self._findings):
                self._memo = Memo()
            key = (cleared, revision, day, drafts, sentences)
            if key not in self._findings:
                given = CheckInput(
                    framework=framework,
                    sets=sets,
                    newer=newer,
                    earlier=earlier,
                    rule_set=rule_set,
                    as_of=day,
                    drafts=drafts,
                )
                # Only the present revision is asked for again and again; older answers would only pile up.
                self._findings = {one: found for one, found in self._findings.items() if one[:2] == key[:2]}
                if sentences:
                    with self._readings.used():
                        self._findings[key] = check(given, memo=self._memo)
                else:  # the memo looks at everything, sentences too
                    self._findings[key] = check(given, ignore=SENTENCES)
            return self._findings[key]

    def read_sentences(self) -> None:
        """Read every sentence that the checks read, and keep what was read."""
        from workbench.checks import SENTENCES, CheckInput, check

        with self._readings.used():
            check(CheckInput(self.framework, drafts=True), SENTENCES)
        self.keep_readings()

    @cached_property
    def _readings(self) -> Readings:
        from workbench.checks.language.kept import Readings
        from workbench.checks.language.reading import reader

        return Readings(lambda: self.store.kept_readings(reader()))

    def keep_readings(self) -> None:
        """Keep with the project what checks have read in texts, where that can be."""
        if "_readings" in vars(self):
            from workbench.checks.language.reading import reader

            self._readings.save(partial(self.store.keep_readings, reader()))

    def adopted(self) -> Mapping[int, Framework]:
        """Return the frameworks of the adopted editions, each read once: the same object until there is one more."""
        if len(self._earlier) < self._stamp.editions:
            self._earlier = {**self._earlier, **self.store.adopted(after=max(self._earlier, default=0))}
        return self._earlier
