"""The words of the interface in the reader's language. They stand in English in the code; others have catalogues.

Mark a text with ``_`` where it is shown, and with ``N_`` where it only stands for later; what is counted goes through
``ngettext``. Values are named: ``_("{who} is writing", who=name)``. What a person wrote is never looked up here, and
nothing that is stored, checked or published is said in the reader's language: only what a page shows them.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.localize.catalogue import Catalogue

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "es": "Español", "pt-BR": "Português"}
"""The languages that people may choose, each by its own name."""
ACCENTED, MIRRORED = "en-XA", "ar-XB"
"""Not languages: every text of the catalogue in brackets, written from left to right and from right to left.

Whatever stands without brackets then is not in the catalogue. The names are those of CLDR's pseudo-locales.
"""
KNOWN = (*LANGUAGES, ACCENTED, MIRRORED)
_now: ContextVar[str] = ContextVar("language", default=ENGLISH)


def language() -> str:
    """Return the language that is spoken here and now, as a BCP 47 tag."""
    return _now.get()


@contextlib.contextmanager
def speaking(wanted: str) -> Iterator[None]:
    """Speak a language in this context and the functions it calls; English, where ``wanted`` is none of ours."""
    before = _now.set(wanted if wanted in KNOWN else ENGLISH)
    try:
        yield
    finally:
        _now.reset(before)


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


def retold(text: str) -> str:
    """Return a text in the language spoken now, where it can be said in it; any other as it is."""
    return text.retold() if isinstance(text, Lazy) and _now.get() != ENGLISH else text


def _(message: str, **values: Any) -> str:
    """Return a text in the reader's language, its ``{names}`` filled in; in English where nobody has translated it."""
    if _now.get() == ENGLISH:
        return message.format(**values) if values else message
    told = _spoken().text(message)
    return told.format(**_told(values)) if values else told


def N_(message: str) -> str:  # noqa: N802  # the name that gettext's tools look for
    """Mark a text for the catalogue and leave it as it is: it is said in the reader's language where it is shown."""
    return message


def ngettext(one: str, many: str, n: int, **values: Any) -> str:
    """Return what fits a number of things; ``{n}`` in it is the number, with its thousands marked."""
    if _now.get() == ENGLISH:
        return (one if n == 1 else many).format(n=number(n), **values)
    return _spoken().counted(one, many, n).format(n=number(n), **_told(values))


def number(n: int) -> str:
    """Return a whole number with its thousands marked, as the reader's language does."""
    if locale() == ENGLISH or abs(n) < 1000:  # noqa: PLR2004  # nothing to mark below
        return f"{n:,}"
    from babel.numbers import format_decimal

    return format_decimal(n, locale=locale())


def locale() -> str:
    """Return the language that is spoken here as Babel names it; English for what is none."""
    return ENGLISH if _now.get() not in LANGUAGES else _now.get().replace("-", "_")


def direction(wanted: str) -> str:
    """Return how a language is written: "ltr" or "rtl"."""
    return "rtl" if wanted.partition("-")[0] in {"ar", "fa", "he", "ps", "ur", "yi"} else "ltr"


def preferred(header: str) -> str:
    """Return the language of ours that a browser asks for first.

    ``header`` is what HTTP's Accept-Language holds (RFC 9110, 12.5.4).

    >>> [preferred(one) for one in ("es-MX,es;q=0.9,en;q=0.8", "de, pt ; q=0.5, en; q=0.4", "es;q=0", "")]
    ['es', 'pt-BR', 'en', 'en']
    """
    asked = sorted(_asked(header), key=lambda one: -one[1])
    for tag in (tag for tag, quality in asked if quality):
        for ours in LANGUAGES:
            if tag.partition("-")[0] == ours.lower().partition("-")[0]:
                return ours
    return ENGLISH


def _asked(header: str) -> Iterator[tuple[str, float]]:
    for part in header.lower().split(","):
        tag, *quality = re.split(r"\s*;\s*q=", part.strip())
        with contextlib.suppress(ValueError):
            yield tag, float(quality[0]) if quality else 1.0


def words_of(modules: Collection[str]) -> Mapping[str, Any]:
    """Return what modules of the browser's code say, in the language spoken now: English text to text, or to forms."""
    return {} if _now.get() == ENGLISH else _spoken().of_modules(frozenset(modules))


def _spoken() -> Catalogue:
    from workbench.localize.catalogue import catalogue

    return catalogue(_now.get())


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: retold(one) if isinstance(one, str) else one for name, one in values.items()}
