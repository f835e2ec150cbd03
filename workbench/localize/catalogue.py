"""A catalogue of translations, read from its file as translators edit it (gettext's PO format)."""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from workbench.localize import ACCENTED, MIRRORED

FOLDER = Path(__file__).parent
TEMPLATE = FOLDER / "messages.pot"
"""Every text of the interface, as it stands in the code."""


class Catalogue:
    """One language's texts."""

    def __init__(self, read: Catalog, mark: Callable[[str], str] | None = None) -> None:
        """Hold what was ``read``; with ``mark`` each text of it is that of the English, marked."""
        self._read = read
        self._mark = mark
        compiled = io.BytesIO()
        write_mo(compiled, read)
        compiled.seek(0)
        self._texts = gettext.GNUTranslations(compiled)
        self._known = {one.id if isinstance(one.id, str) else one.id[0] for one in read if one.id}
        self._of_modules: dict[frozenset[str], Mapping[str, Any]] = {}

    def text(self, message: str) -> str:
        """Return a text; the English where there is none."""
        if self._mark:
            return self._mark(message) if message in self._known else message
        return self._texts.gettext(message) if message else ""

    def counted(self, one: str, many: str, n: int) -> str:
        """Return the text for this number of things; the English where there is none."""
        if self._mark:
            told = one if n == 1 else many
            return self._mark(told) if one in self._known else told
        return self._texts.ngettext(one, many, n)

    def of_modules(self, modules: frozenset[str]) -> Mapping[str, Any]:
        """Return the texts of the browser's modules with these names; of what is counted all forms, in their order."""
        if modules not in self._of_modules:
            self._of_modules[modules] = dict(self._said(modules))
        return self._of_modules[modules]

    def _said(self, modules: frozenset[str]) -> list[tuple[str, str | list[str]]]:
        found: list[tuple[str, str | list[str]]] = []
        for message in self._read:
            names = {Path(place).stem for place, _ in message.locations if place.endswith(".js")}
            if not message.id or modules.isdisjoint(names):
                continue
            if isinstance(message.id, str):
                found.append((message.id, self.text(message.id)))
            else:
                one, many = message.id
                forms = [self._mark(one), self._mark(many)] if self._mark else [*(message.string or ())]
                found.append((one, forms if all(forms) else [one, many]))
        return found


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language, as a BCP 47 tag."""
    if language in (ACCENTED, MIRRORED):
        return Catalogue(_read(TEMPLATE, "en"), lambda text: f"⟦{text}⟧")
    name = language.replace("-", "_")
    return Catalogue(_read(FOLDER / f"{name}.po", name))


def _read(path: Path, locale: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale)
