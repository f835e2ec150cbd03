"""“@Name” in what people write: found among the names that are known, and kept apart from the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.localize import N_, _
from workbench.model.discussion import MENTION

GONE = N_("a former member")
"""What is said in place of a name that was removed."""
_STAND_IN = MENTION[1:]


def parted(text: str, people: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with ``MENTION`` in place of each “@Name”, and the ids of those people in order.

    ``people`` are names by id; of two names that fit the longer counts, in any case. A name ends where a word does.

    >>> text, ids = parted("Ask @ana ruiz, not @Ana.", {"1": "Ana", "2": "Ana Ruiz"})
    >>> ids, whole(text, ids, {"2": "Ana Ruiz"})
    (('2', '1'), 'Ask @Ana Ruiz, not @a former member.')
    """
    # What stands for a name in a stored text means nothing in one that is typed.
    typed = text.replace(_STAND_IN, "\N{REPLACEMENT CHARACTER}")
    ids = {name.casefold(): one for one, name in people.items() if name.strip()}
    if not ids:
        return typed, ()
    names = "|".join(re.escape(name) for name in sorted(people.values(), key=len, reverse=True) if name.strip())
    pattern = re.compile(rf"(?<!\w)@({names})(?!\w)", re.IGNORECASE)
    found: list[str] = []

    def part(match: re.Match[str]) -> str:
        person = ids.get(match[1].casefold())
        if person is None:  # letters that fold in two ways
            return match[0]
        found.append(person)
        return MENTION

    return pattern.sub(part, typed), tuple(found)


def pieces(text: str, mentions: tuple[str, ...], people: Mapping[str, str]) -> list[tuple[bool, str]]:
    """Return a stored text in pieces, each with whether it mentions somebody, by today's name."""
    first, *rest = text.split(MENTION)
    found = [(False, first)]
    for person, piece in zip(mentions, rest, strict=True):
        found += [(True, f"@{people.get(person) or _(GONE)}"), (False, piece)]
    return [(named, piece) for named, piece in found if piece]


def whole(text: str, mentions: tuple[str, ...], people: Mapping[str, str]) -> str:
    """Return a stored text as people read it."""
    return "".join(piece for _, piece in pieces(text, mentions, people))
