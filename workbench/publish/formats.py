"""The formats by name. A format's code is imported when it is used, so that listing them costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from workbench.errors import UnknownName
from workbench.localize import N_
from workbench.publish.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: what a person asks for, the file it makes, what that file is.

    ``home`` names the function (Publication) -> bytes as "module:function". Calling the format calls it.
    """

    name: str
    file_name: str
    says: str
    home: str

    def __call__(self, publication: Publication) -> bytes:
        """Return the bytes of the file; the same publication gives the same bytes."""
        module, _, function = self.home.partition(":")
        render = cast("Callable[[Publication], bytes]", getattr(import_module(module), function))
        return render(publication)


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format(
            name="xlsx",
            file_name="framework.xlsx",
            says=N_("workbook, a sheet a section"),
            home="workbench.publish.workbook:workbook_bytes",
        ),
        Format(
            name="pdf",
            file_name="framework.pdf",
            says=N_("accessible PDF"),
            home="workbench.publish.typst_pdf:framework_pdf",
        ),
        Format(
            name="html",
            file_name="framework.html",
            says=N_("web page, one file"),
            home="workbench.publish.html_page:framework_html",
        ),
        Format(
            name="case",
            file_name="framework.case.json",
            says=N_("CASE 1.1 for other systems"),
            home="workbench.publish.case_package:case_bytes",
        ),
    )
}


def find_format(name: str) -> Format:
    """Return the format ``name``; raise UnknownName that lists those there are."""
    if name not in FORMATS:
        raise UnknownName.of("format", name, FORMATS)
    return FORMATS[name]
