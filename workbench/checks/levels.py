"""The levels on which a scoring criterion scores."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.wording import quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion, Scale
from workbench.model.values import Texts


def scale_of(framework: Framework, criterion: Criterion) -> Scale | None:
    """Return the scale that a criterion names, or the only one there is; None where neither can be had."""
    found = framework.scales.get(criterion.scale_id)
    if found is not None:
        return found
    every = framework.scales.ordered()
    return every[0] if len(every) == 1 else None


def academic_scales(framework: Framework) -> Iterator[Scale]:
    """Yield, in order, the scales on which criteria of indicators score."""
    academic = (one for one in framework.criteria.values() if one.subject_id in framework.indicators)
    used = {scale.id for one in academic if (scale := scale_of(framework, one))}
    return (scale for scale in framework.scales.ordered() if scale.id in used)


def levels_of(framework: Framework, criterion: Criterion) -> Texts:
    """Return the names of a criterion's levels by their keys.

    Where no scale tells them, they are the levels that the criterion has descriptors for, under their keys.
    """
    scale = scale_of(framework, criterion)
    if scale is not None and scale.levels:
        return scale.levels
    return Texts({key: key for key in criterion.descriptors})


def level_named(key: str, name: str) -> str:
    """Return how a message speaks of a level: by its key, and by its name where it has one."""
    return _("level {key}", key=key) if name == key else _("level {key}, {name}", key=key, name=quote(name))
