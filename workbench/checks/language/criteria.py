"""The scoring criteria that rules about their wording look at, and the texts of their levels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.given import Fault
from workbench.checks.language.english import speaks_english
from workbench.checks.levels import level_named, levels_of, scale_of
from workbench.checks.wording import criterion_named, listed, quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion

_level_named = lru_cache(1_000)(level_named)  # criteria share their scale's levels


def academic(framework: Framework) -> Iterator[Criterion]:
    """Yield the criteria of indicators in order; none where the framework is not written in English."""
    if speaks_english(framework):
        yield from (one for one in framework.criteria.ordered() if one.subject_id in framework.indicators)


def described(framework: Framework, criterion: Criterion) -> dict[str, str]:
    """Return the descriptors by the keys of their levels, lowest first; levels without words are left out."""
    texts = ((key, criterion.descriptors.get(key, "")) for key in levels_of(framework, criterion))
    return {key: text for key, text in texts if text.strip()}


def level_at(framework: Framework, criterion: Criterion, key: str) -> str:
    """Return how a message speaks of one level of a criterion."""
    return _level_named(key, levels_of(framework, criterion)[key])


def between(framework: Framework, criterion: Criterion, low: str, high: str) -> str:
    """Return how a message speaks of the step from one level of a criterion to another."""
    below, above = level_at(framework, criterion, low), level_at(framework, criterion, high)
    return _("from {below}, to {above}", below=below, above=above)


def worded(framework: Framework, criterion: Criterion) -> Iterator[tuple[str, str, str]]:
    """Yield (field, how a message speaks of its level, text) of the element, which has none, and each level."""
    yield "element", "", criterion.element
    for key, text in described(framework, criterion).items():
        yield f"descriptors.{key}", level_at(framework, criterion, key), text


def proficient_key(framework: Framework, criterion: Criterion) -> str:
    """Return the key of the level that meets the expectation; empty where the scale does not say it."""
    scale = scale_of(framework, criterion)
    return str(scale.proficient) if scale and scale.proficient else ""


def proficient_text(framework: Framework, criterion: Criterion) -> str:
    """Return the descriptor of the level that meets the expectation; empty where there is none."""
    return criterion.descriptors.get(proficient_key(framework, criterion), "").strip()


def fault_of_words(
    framework: Framework, criterion: Criterion, saying: str, found: tuple[str, ...], *, field: str, remedy: str
) -> Fault:
    """Return a fault of a criterion that rests on the words ``found``; ``saying`` goes between its name and these."""
    name, words = criterion_named(framework, criterion), listed(map(quote, found))
    return Fault(
        subject=criterion,
        message=_("{criterion} {saying}: {words}.", criterion=name, saying=saying, words=words),
        remedy=remedy,
        field=field,
        evidence=found,
    )
