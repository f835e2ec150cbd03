"""How demanding the lists of verbs place what a text asks for. A hint, on which no rule rests more than a warning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.language.criteria import described
from workbench.checks.language.kept import remembered
from workbench.checks.language.verb_levels import TOP_BAND, mean_level
from workbench.checks.language.verbs import lead
from workbench.checks.wording import quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion


@dataclass(frozen=True, slots=True)
class Demand:
    """The most demanding main verb of a text and its mean level over the lists, from 1 to TOP_BAND."""

    verb: str
    level: float

    @property
    def in_words(self) -> str:
        """Return the verb with its number, as a message shows it."""
        level = f"{self.level:.1f}"
        if self.level == TOP_BAND:
            return _("{verb} ({level} or above)", verb=quote(self.verb), level=level)
        return f"{quote(self.verb)} ({level})"


@remembered
def demand_of(text: str) -> Demand | None:
    """Return the demand of a text; None where it has no main verb, or one that the lists do not know."""
    levels = [(mean_level(verb.lemma), verb.lemma) for verb in lead(text).verbs]
    known = [Demand(verb, min(level, TOP_BAND)) for level, verb in levels if level is not None]
    return max(known, key=lambda one: one.level) if known and len(known) == len(levels) else None


def steps(framework: Framework, criterion: Criterion) -> Iterator[tuple[str, Demand, str, Demand]]:
    """Yield (lower key, its demand, upper key, its demand) for neighbouring levels where both demands are known."""
    found = [(key, demand_of(text)) for key, text in described(framework, criterion).items()]
    for (low, lower), (high, upper) in pairwise(found):
        if lower and upper:
            yield low, lower, high, upper
