"""Somebody else's common standards: a set, its tree of standards, and the links between them.

Frozen like the framework, but no part of it: a set is never edited, only added in a newer version.
"""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One statement of a set. ``id`` is the owner's identifier, verbatim; ``code`` the owner's own code.

    ``label`` is short and may be ours; ``statement`` is the owner's wording, where we may hold it.
    ``extra`` keeps what the file said beyond our fields, as JSON values.
    """

    id: str
    code: str = ""
    statement: str = ""
    label: str = ""
    kind: str = ""
    parent_id: str = ""
    sequence: int = 0
    grades: tuple[str, ...] = ()
    notes: str = ""
    aliases: tuple[str, ...] = ()
    checked: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        """Return what to show beside the code."""
        return self.label or self.statement or self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardLink:
    """An association of a set that is not the tree: precedes, isRelatedTo, exactMatchOf ...

    An end may lie outside the set; then its id names nothing in ``StandardSet.standards``.
    """

    id: str
    type: str
    origin_id: str
    destination_id: str
    sequence: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class StandardSet:
    """A set of standards in one version. ``local``: written by the district itself where no outside set exists.

    ``identifier`` is the owner's own, verbatim; the versions of a set share it, while ``id`` names this version
    alone. Empty where both are the same. ``follows``: the ``id`` of the version that this one came after.
    """

    id: str
    title: str
    identifier: str = ""
    follows: str = ""
    key: str = ""
    version: str = ""
    subject: str = ""
    owner: str = ""
    publisher: str = ""
    licence: str = ""
    source: str = ""
    language: str = ""
    notes: str = ""
    verified_on: str = ""
    local: bool = False
    standards: tuple[Standard, ...] = ()
    links: tuple[StandardLink, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @cached_property
    def by_id(self) -> Mapping[str, Standard]:
        """The standards by identifier."""
        return {standard.id: standard for standard in self.standards}

    @cached_property
    def by_code(self) -> Mapping[str, Standard]:
        """The standards by folded code and folded alias; the first of several counts."""
        found: dict[str, Standard] = {}
        for standard in self.standards:
            for code in (standard.code, *standard.aliases):
                if code:
                    found.setdefault(fold_code(code), standard)
        return found

    @cached_property
    def children(self) -> Mapping[str, tuple[Standard, ...]]:
        """The children of each standard, in sequence; the top under ""."""
        groups: dict[str, list[Standard]] = {}
        for standard in self.standards:
            parent = standard.parent_id if standard.parent_id in self.by_id else ""
            groups.setdefault(parent, []).append(standard)
        return {key: tuple(sorted(group, key=lambda one: one.sequence)) for key, group in groups.items()}

    @cached_property
    def leaves(self) -> tuple[Standard, ...]:
        """The standards that have no children: what can be met."""
        return tuple(standard for standard in self.standards if standard.id not in self.children)


def standard_id(set_id: str, code: str) -> str:
    """Return the identifier of a standard in a set whose owner gives codes and no identifiers (UUID version 5)."""
    return str(uuid.uuid5(uuid.UUID(set_id), code))


PREFIXES = re.compile(r"^(ccss\W?(math|ela)\W?(content|literacy|practice)?|ccss|ngss)\W?", re.IGNORECASE)


def fold_code(code: str) -> str:
    """Return a code without case, punctuation and publishers' prefixes, for matching and search.

    >>> fold_code("CCSS.Math.Content.HSA-SSE.A.1") == fold_code("hsa.sse.a.1")
    True
    """
    plain = unicodedata.normalize("NFKC", code).strip()
    return re.sub(r"[\W_]", "", PREFIXES.sub("", plain) or plain).casefold()


def spellings(code: str) -> tuple[str, ...]:
    """Return the folded forms under which a code is looked for, its own first, then what its owners write as well.

    The Common Core's owners leave out "HS" and the letter of the cluster (A-SSE.1 for HSA-SSE.A.1, 5.NBT.1 for
    5.NBT.A.1), and put the grade first in English (11-12.RL.1 for RL.11-12.1).

    >>> spellings("CCSS.Math.Content.HSA-SSE.A.1")
    ('hsassea1', 'asse1')
    """
    plain = PREFIXES.sub("", unicodedata.normalize("NFKC", code).strip())
    forms = [fold_code(code)]
    for pattern, other in OTHER_FORMS.items():
        forms += [fold_code(found.expand(other)) for found in [pattern.match(plain)] if found]
    return tuple(dict.fromkeys(form for form in forms if form))


OTHER_FORMS = {
    re.compile(r"^HS([ANFGS])[-.]([A-Z]{1,3})\.[A-D]\.(\d+(?:\.?[a-z])?)$", re.IGNORECASE): r"\1-\2.\3",
    re.compile(r"^([K1-8]\.(?:CC|OA|NBT|NF|MD|G|RP|NS|EE|F|SP))\.[A-D]\.(\d+(?:\.?[a-z])?)$", re.IGNORECASE): r"\1.\2",
    re.compile(r"^(RL|RI|RF|W|SL|L|RH|RST|WHST)\.(K|\d+(?:-\d+)?)\.(\d+(?:\.?[a-z])?)$", re.IGNORECASE): r"\2.\1.\3",
}
"""Codes of the Common Core, and how its owners write the same ones elsewhere."""
