"""The scoring criteria that rules about their wording look at, and the texts of their levels."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import Fault
from workbench.checks.language.english import speaks_english
from workbench.checks.levels import level_named, levels_of, scale_of
from workbench.checks.wording import criterion_named, listed, quote
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion


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
    return level_named(key, levels_of(framework, criterion)[key])


def between(framework: Framework, criterion: Criterion, low: str, high: str) -> str:
    """Return how a message speaks of the step from one level of a criterion to another."""
    return f"from {level_at(framework, criterion, low)}, to {level_at(framework, criterion, high)}"


def worded(framework: Framework, criterion: Criterion) -> Iterator[tuple[str, str, str]]:
    """Yield (field, how a message speaks of it, text) of the element and each level with words."""
    yield "element", "", criterion.element
    for key, text in described(framework, criterion).items():
        yield f"descriptors.{key}", f" at {level_at(framework, criterion, key)}", text


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
    return Fault(
        subject=criterion,
        message=f"{criterion_named(framework, criterion)} {saying}: {listed(map(quote, found))}.",
        remedy=remedy,
        field=field,
        evidence=found,
    )
