"""Where new things stand: behind what is there, in the order of the rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.incoming.drafts import Draft
from workbench.model import Framework, Thing
from workbench.model.order import between, spread


def placed(framework: Framework, drafts: Iterable[Draft]) -> list[Thing]:
    """Return the things of ``drafts``, the new ones with order keys behind those they come to stand with."""
    found: list[Thing] = []
    groups: dict[tuple[str, str], list[Thing]] = {}
    for draft in drafts:
        if draft.new:
            groups.setdefault((draft.kind, draft.thing.owner_id), []).append(draft.thing)
        else:
            found.append(draft.thing)
    for group in groups.values():
        last = max((one.order for one in framework.siblings(group[0])), default="")
        start = between(last, "") if last else ""
        keys = spread(len(group))
        found += [replace(one, order=start + key) for one, key in zip(group, keys, strict=True)]
    return found
