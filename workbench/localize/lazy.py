"""Texts that can be said again in another language: what is worked out once and shown to many.

They are made in English and are plain texts everywhere, so that they are kept, compared and published in English.
``retold`` says them in the language spoken now. In a module whose texts are of this kind, the names of gettext stand
for the lazy ones: ``from workbench.localize.lazy import lazy_gettext as _``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.localize import Lazy, _, ngettext, retold


def lazy_gettext(message: str, **values: Any) -> str:
    """Return a text of the catalogue, its ``{names}`` filled in with values that may be such texts themselves."""
    english = message.format(**values) if values else message
    return Lazy.of(english, lambda: _(message, **values))


def lazy_ngettext(one: str, many: str, n: int, **values: Any) -> str:
    """Return what fits a number of things; ``{n}`` in it is the number."""
    english = (one if n == 1 else many).format(n=f"{n:,}", **values)
    return Lazy.of(english, lambda: ngettext(one, many, n, **values))


def lazy_join(texts: Iterable[str], between: str = " ") -> str:
    """Return texts one after the other."""
    every = [*texts]
    return Lazy.of(between.join(every), lambda: between.join(map(retold, every)))


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    english = text[:1].upper() + text[1:]
    return Lazy.of(english, lambda: capital(text.retold())) if isinstance(text, Lazy) else english


def choice_said(chosen: str) -> str:
    """Return how a message speaks of a choice, within a sentence; the catalogue has it with a capital."""
    return Lazy.of(str(chosen), lambda: _(chosen.capitalize()).lower())
