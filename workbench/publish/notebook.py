"""The exporters that nbconvert finds: any executed notebook as an accessible web page or PDF.

They need no LaTeX, no Pandoc and no browser, and ask nothing of another host.
"""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter
from traitlets import Bool

from workbench.publish.document import Document
from workbench.publish.html_page import render_html
from workbench.publish.notebook_document import notebook_document
from workbench.publish.typst_pdf import render_pdf


class _WorkbenchExporter(Exporter):
    """What both have in common: a notebook goes through one document."""

    show_code = Bool(False, help="Show the code of the cells, too.").tag(config=True)  # traitlets' way

    def from_notebook_node(  # type: ignore[override]  # typed for the base, which returns the notebook itself
        self, nb: Any, resources: dict[str, Any] | None = None, **keywords: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """Return the file's bytes and nbconvert's resources."""
        copied, made = super().from_notebook_node(nb, resources, **keywords)
        name = str(made.get("metadata", {}).get("name", "") or "Notebook")
        return self.render(notebook_document(copied, name=name, show_code=self.show_code)), made

    def render(self, document: Document) -> bytes:
        """Return ``document`` in this exporter's format."""
        raise NotImplementedError


class WorkbenchHTMLExporter(_WorkbenchExporter):
    """A notebook as one self-contained, accessible web page."""

    export_from_notebook = "Web page (Workbench)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def render(self, document: Document) -> bytes:
        """Return the page."""
        return render_html(document)


class WorkbenchPDFExporter(_WorkbenchExporter):
    """A notebook as a tagged PDF (PDF/UA-1)."""

    export_from_notebook = "Accessible PDF (Workbench)"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def render(self, document: Document) -> bytes:
        """Return the PDF."""
        return render_pdf(document).content
