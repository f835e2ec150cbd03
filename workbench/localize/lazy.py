"""Texts that can be said again in another language: what is worked out once and shown to many.

They are made in English and are plain texts everywhere, so that they are kept, compared and published in English.
``retold`` says them in the language spoken now. In a module whose texts are of this kind, the names of gettext stand
for the lazy ones: ``from workbench.localize.lazy import lazy_gettext as _``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from workbench.localize import ENGLISH, _, language, ngettext


class Lazy(str):
    """An English text that knows how to say itself in another language; copied or stored, it is the text alone."""

    __slots__ = ("_again",)
    _again: Callable[[], str]

    @classmethod
    def of(cls, english: str, again: Callable[[], str]) -> Lazy:
        """Return a text that ``again`` says in the language spoken when it is called."""
        made = cls(english)
        made._again = again
        return made

    def retold(self) -> str:
        """Return the text in the language spoken now."""
        return self._again()

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)


def lazy_gettext(message: str, **values: Any) -> str:
    """Return a text of the catalogue, its ``{names}`` filled in with values that may be such texts themselves."""
    english = message.format(**values) if values else message
    return Lazy.of(english, lambda: _(message, **_told(values)))


def lazy_ngettext(one: str, many: str, n: int, **values: Any) -> str:
    """Return what fits a number of things; ``{n}`` in it is the number."""
    english = (one if n == 1 else many).format(n=f"{n:,}", **values)
    return Lazy.of(english, lambda: ngettext(one, many, n, **_told(values)))


def lazy_join(texts: Iterable[str], between: str = " ") -> str:
    """Return texts one after the other."""
    every = [*texts]
    return Lazy.of(between.join(every), lambda: between.join(map(retold, every)))


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    english = text[:1].upper() + text[1:]
    return Lazy.of(english, lambda: capital(text.retold())) if isinstance(text, Lazy) else english


def retold(text: str) -> str:
    """Return a text in the language spoken now, where it can be said in it; any other as it is."""
    return text.retold() if isinstance(text, Lazy) and language() != ENGLISH else text


def _told(values: dict[str, Any]) -> dict[str, Any]:
    return {name: retold(one) if isinstance(one, str) else one for name, one in values.items()}
