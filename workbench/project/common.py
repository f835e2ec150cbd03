"""What everybody who works on one project in one process has in common: one framework, one set of findings."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.model import Finding, Framework, apply
from workbench.project.presence import Presence
from workbench.project.sets import CitedSets, LazySets

if TYPE_CHECKING:
    from workbench.checks import Memo
    from workbench.store import Store


class Common:
    """The framework as it now is, with what was read and worked out for it. Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        """Read the framework from an open ``store``."""
        self.store = store
        self.lock = threading.RLock()
        self.presence = Presence()
        self.version = 0
        snapshot = store.load()
        self.framework, self.revision = snapshot.framework, snapshot.revision
        self._listeners: list[Callable[[], None]] = []
        self._sets: LazySets | None = None
        self._cited: CitedSets | None = None
        self._findings: dict[tuple[int, str, bool, bool], tuple[Finding, ...]] = {}
        self._memo: Memo | None = None
        self._earlier: Mapping[int, Framework] = {}

    @property
    def sets(self) -> LazySets:
        """The standard sets; each is read when it is asked for, and then kept."""
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

    def forget_sets(self) -> None:
        """Read the sets anew when they are asked for: one came."""
        self._sets = None
        self._findings.clear()

    def refresh(self) -> bool:
        """Pick up what any process wrote since; tell the listeners and return True where there was something."""
        with self.lock:
            revision, changes = self.store.changes_since(self.revision)
            # Adding a set is no change of the framework, so that no revision tells of it.
            more_sets = self._sets is not None and len(self.store.shelves.infos()) > len(self._sets)
            if revision == self.revision and not more_sets:
                return False
            self.framework, self.revision = apply(self.framework, changes), revision
            if more_sets:
                self.forget_sets()
        self.tell()
        return True

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

        with self.lock:
            self._memo = self._memo or Memo()
            key = (self.revision, day, drafts, sentences)
            if key not in self._findings:
                given = CheckInput(
                    framework=self.framework,
                    sets=self.cited.sets,
                    newer=self.cited.newer,
                    earlier=self._adopted(),
                    rule_set=rule_set,
                    as_of=day,
                    drafts=drafts,
                )
                # Only the present revision is asked for again and again; older answers would only pile up.
                self._findings = {one: found for one, found in self._findings.items() if one[0] == self.revision}
                # The memo looks at everything, sentences too.
                self._findings[key] = check(given, memo=self._memo) if sentences else check(given, ignore=SENTENCES)
            return self._findings[key]

    def _adopted(self) -> Mapping[int, Framework]:
        """Return the frameworks of the adopted editions, each read once: the same object until there is one more."""
        if more := self.store.adopted(after=max(self._earlier, default=0)):
            self._earlier = {**self._earlier, **more}
        return self._earlier

    def forget_findings(self) -> None:
        """Work out the findings anew when they are asked for: the record says something else."""
        self._findings.clear()
