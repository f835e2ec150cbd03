"""In a real kernel a room opens before its sentences are read, and what the checks say of them follows."""

from pathlib import Path

import pytest

from workbench.project import VARIABLE, create_project

CELLS = (
    "from workbench.ui import show; shell = show('competencies'); print(shell.desk.sentences)",
    "import asyncio\nwhile not shell.desk.sentences:\n    await asyncio.sleep(0.05)\nprint('read')",
)


@pytest.mark.slow
def test_a_kernel_reads_sentences_after_the_room_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first cell ends without them; the kernel's own loop brings them."""
    import nbformat
    from nbclient import NotebookClient

    create_project(tmp_path / "ours.workbench", starter="example", person="Ana Ruiz").close()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "ours.workbench"))
    cells = [{"cell_type": "code", "source": one, "metadata": {}, "outputs": []} for one in CELLS]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    book = nbformat.from_dict(content)  # type: ignore[no-untyped-call]  # nbformat has no types here

    NotebookClient(book, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()

    assert [cell.outputs[0]["text"].strip() for cell in book.cells] == ["False", "read"]
