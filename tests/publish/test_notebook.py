"""Notebooks as documents, and the exporters that nbconvert finds."""

import base64
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import page
import pytest
from nbconvert.exporters import get_exporter

from tests.publish.test_html_page import Page
from workbench.publish.document import (
    Block,
    BulletList,
    Code,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Part,
    Row,
    Table,
    plain,
    text_of,
)
from workbench.publish.document_json import MIME, to_json
from workbench.publish.notebook_document import notebook_document

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
FRAME = "<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><th>r</th><td>1</td></tr></tbody></table>"


def markdown(source: str) -> dict[str, Any]:
    """Return a Markdown cell."""
    return {"cell_type": "markdown", "id": "m", "metadata": {}, "source": source}


def code(*outputs: dict[str, Any], source: str = "1 + 1", tags: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return an executed code cell."""
    metadata = {"tags": list(tags)}
    return {
        "cell_type": "code",
        "id": "c",
        "metadata": metadata,
        "source": source,
        "outputs": list(outputs),
        "execution_count": 1,
    }


def shown(metadata: dict[str, Any] | None = None, **data: Any) -> dict[str, Any]:
    """Return an output with data by media type; "_" stands for "/" in the names."""
    named = {name.replace("_", "/", 1).replace("svg", "svg+xml"): value for name, value in data.items()}
    return {"output_type": "display_data", "data": named, "metadata": metadata or {}}


def notebook(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    """Return a notebook."""
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def blocks(*cells: dict[str, Any], show_code: bool = False) -> list[Block]:
    """Return the blocks of a notebook's document."""
    return list(notebook_document(notebook(*cells), show_code=show_code).blocks())


def test_first_heading_is_the_title() -> None:
    """The title is said once; without one the file's name stands."""
    document = notebook_document(notebook(markdown("# Report\n\nText.\n\n## Part")))

    assert document.title == "Report"
    assert [block.text for block in document.blocks() if isinstance(block, Heading)] == ["Part"]
    assert notebook_document(notebook(markdown("Text.")), name="my file").title == "my file"


def test_markdown_becomes_blocks() -> None:
    """Lists, tables, code, quotes and pictures come through; raw markup gives its text alone."""
    found = blocks(
        markdown(
            "One *two* **three** `four` [five](https://example.org)\n\n- a\n  - b\n\n| h |\n|---|\n| =1 |\n\n"
            f"```\ncode\n```\n\n> said\n\n![A dot](data:image/png;base64,{DOT})\n\n<b>bold</b> <script>x</script>"
        )
    )

    assert [type(block) for block in found] == [Paragraph, BulletList, Table, Code, Note, Figure, Paragraph]
    first, _, table, _, _, figure, _ = found
    assert isinstance(first, Paragraph)
    assert [run.link for run in first.runs if run.link] == ["https://example.org"]
    assert isinstance(table, Table)
    assert text_of(table.rows[0].cells[0]) == "=1"
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.content[:4]) == ("A dot", b"\x89PNG")


def test_code_is_hidden_unless_asked_for() -> None:
    """A reader of a report wants what the code showed; a cell or an option can show it."""
    assert blocks(code()) == []
    assert blocks(code(), show_code=True) == [Code(text="1 + 1")]
    assert blocks(code(tags=("show-code",))) == [Code(text="1 + 1")]
    assert blocks(code({"output_type": "stream", "name": "stdout", "text": "x"}, tags=("remove-cell",))) == []


def test_frame_is_a_table_with_header_cells() -> None:
    """A pandas frame becomes a table; its caption comes from the metadata."""
    (table,) = blocks(code(shown({"caption": "Counts"}, text_html=[FRAME], text_plain="a")))

    assert isinstance(table, Table)
    assert (table.caption, [column.head for column in table.columns], table.row_heads) == ("Counts", ["Row", "a"], True)


def test_picture_has_the_alternative_text_of_its_metadata() -> None:
    """Alternative text comes from the output's metadata; without it, a sentence says that there is none."""
    told, untold = blocks(
        code(shown({"image/png": {"alt": "A dot"}}, image_png=DOT)), code(shown(image_svg="<svg/>", text_plain="x"))
    )

    assert isinstance(told, Figure)
    assert isinstance(untold, Figure)
    assert told.alt == "A dot"
    assert untold.alt == "Picture made by cell 2. No description was given."


def test_errors_and_warnings_are_notes() -> None:
    """What went wrong is said in words, without colours of a terminal."""
    stopped, aside = blocks(
        code({"output_type": "error", "ename": "ValueError", "evalue": "\x1b[31mbad\x1b[0m", "traceback": []}),
        code({"output_type": "stream", "name": "stderr", "text": ["careful\n"]}),
    )

    assert isinstance(stopped, Note)
    assert isinstance(aside, Note)
    assert (stopped.label, text_of(stopped.runs)) == ("Cell 1 stopped", "ValueError: bad")
    assert text_of(aside.runs) == "careful"


def test_own_document_comes_through_unchanged() -> None:
    """What the workbench itself showed keeps its blocks, and its status counts for the whole."""
    table = Table(caption="T", columns=(Column(head="a"),), rows=(Row(cells=(plain("=1"),)),), id="t")
    own = Document(title="inner", parts=(Part(blocks=(table,)),), status="DRAFT, 1 finding", draft=True)

    document = notebook_document(notebook(code(shown(**{MIME.replace("/", "_", 1): to_json(own)}))), name="N")

    assert list(document.blocks()) == [table]
    assert (document.title, document.status, document.draft) == ("N", "DRAFT, 1 finding", True)


@pytest.mark.parametrize("data", [None, [], "x", {"is": "Document"}, {"is": "Run", "text": 1}, {"parts": [[]]}])
def test_damaged_document_is_a_note(data: Any) -> None:
    """What only looks like ours is not trusted, and is no crash."""
    (note,) = blocks(code(shown(**{MIME.replace("/", "_", 1): data})))

    assert isinstance(note, Note)


def test_widget_and_unknown_output_are_said() -> None:
    """What a page cannot hold is named, not dropped."""
    widget, unknown = blocks(
        code(shown(text_plain="VBox()", **{"application_vnd.jupyter.widget-view+json": {}})),
        code(shown(audio_wav="x")),
    )

    assert isinstance(widget, Note)
    assert isinstance(unknown, Note)
    assert "interactive" in text_of(widget.runs)
    assert "audio/wav" in text_of(unknown.runs)


@pytest.fixture
def executed(tmp_path: Path) -> Path:
    """A notebook file with a bit of everything."""
    content = notebook(
        markdown("# Everything\n\nText with <script>alert(1)</script> and #eval.\n\n## Table"),
        code(shown(text_html=FRAME), shown(image_png=DOT), {"output_type": "stream", "name": "stdout", "text": "a  b"}),
    )
    path = tmp_path / "everything.ipynb"
    path.write_text(nbformat.writes(nbformat.from_dict(content)), encoding="utf-8")  # type: ignore[no-untyped-call]
    return path


def test_web_page_exporter_is_found_by_name(executed: Path) -> None:
    """Nbconvert finds the exporter; its page is whole, without script or fetched part."""
    content, resources = get_exporter("workbench-html")().from_filename(str(executed))  # type: ignore[no-untyped-call]

    found = Page(content)
    assert resources["output_extension"] == ".html"
    assert (found.open, found.all("script", "link")) == ([], [])
    assert [one["scope"] for one in found.all("th")] == ["col", "col", "row"]


def test_pdf_exporter_is_found_by_name(executed: Path) -> None:
    """Nbconvert finds the exporter; its PDF passes a checker of PDF/UA-1, twice with the same bytes."""
    exporter = get_exporter("workbench-pdf")()  # type: ignore[no-untyped-call]

    content, resources = exporter.from_filename(str(executed))

    assert resources["output_extension"] == ".pdf"
    assert page.validate_pdf_bytes(content, profile="ua1").is_compliant
    assert exporter.from_filename(str(executed))[0] == content


def test_nbconvert_command_writes_both(executed: Path) -> None:
    """The command people know makes the files, needing neither LaTeX nor a browser."""
    for name in ("workbench-html", "workbench-pdf"):
        subprocess.run(
            [sys.executable, "-m", "nbconvert", "--to", name, str(executed)],
            check=True,
            capture_output=True,
            cwd=executed.parent,
        )

    assert executed.with_suffix(".html").read_bytes().startswith(b"<!doctype html>")
    assert executed.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_picture_of_these_tests_is_a_picture() -> None:
    """The dot above is a PNG, or the tests of pictures would test nothing."""
    assert base64.b64decode(DOT).startswith(b"\x89PNG\r\n\x1a\n")
