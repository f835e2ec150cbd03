"""Standards matched by what the publisher says: the links ``replacedBy`` and ``exactMatchOf`` of either version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.model import StandardLink
from workbench.standards.matching_state import Matching
from workbench.standards.set_change import Certainty, Match


def match_by_links(found: Matching) -> None:
    """Match what the links of either version say; here alone a standard may have several counterparts."""
    ends = tuple({one.casefold(): one for one in side.by_id} for side in (found.old, found.new))
    matched = (set(found.numbers[0]), set(found.numbers[1]))
    for link in (*found.old.links, *found.new.links):
        for old_id, new_id, match in _said(link, ends):
            # A link between two standards that both versions have is about something else than the versions.
            if old_id not in matched[0] or new_id not in matched[1]:
                found.take(old_id, new_id, match)


def _said(link: StandardLink, ends: tuple[Mapping[str, str], ...]) -> Iterator[tuple[str, str, Match]]:
    """Yield the pair that a link names, if it does.

    CASE 1.1: the origin of ``replacedBy`` is superseded by the destination; the origin of ``exactMatchOf`` is
    derived from the destination.
    """
    forward = {"replacedBy": True, "exactMatchOf": False}.get(link.type)
    if forward is None:
        return
    words = "was replaced by this one" if forward else "is the original of this one"
    for straight in (True, False):
        old_end, new_end = link.origin_id, link.destination_id
        if forward is not straight:
            old_end, new_end = new_end, old_end
        old_id, new_id = ends[0].get(old_end.casefold()), ends[1].get(new_end.casefold())
        if old_id is not None and new_id is not None:
            yield old_id, new_id, _link_match(words, straight=straight)


def _link_match(words: str, *, straight: bool) -> Match:
    if straight:
        return Match(certainty=Certainty.CERTAIN, score=0.98, reason=f"The publisher says that the old one {words}.")
    reason = "The publisher links the two, but the other way round, as if the newer version were the older one."
    return Match(certainty=Certainty.LIKELY, score=0.8, reason=reason)
