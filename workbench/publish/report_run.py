"""Running a report notebook on a project and writing it as a web page and a PDF."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from workbench.errors import CannotPublish
from workbench.publish.files import write_files
from workbench.publish.html_page import render_html
from workbench.publish.notebook_document import notebook_document
from workbench.publish.typst_pdf import render_pdf
from workbench.resources import resource_folder

NOTEBOOK = "report.ipynb"
REPORTS = {"report": NOTEBOOK, "alignment-report": "alignment-report.ipynb"}
"""The notebook of each report, by its name, which its files have too."""
SECONDS = 300
"""How long one cell may take."""


def run_report(project: Path, out: Path, *, name: str = "report", as_of: str = "") -> list[Path]:
    """Run a report notebook on the project file and write its web page and its PDF into the folder ``out``.

    ``as_of`` (ISO date) is the day to check for; today where it is empty. Raises CannotPublish where a cell stops,
    CannotWrite.
    """
    document = notebook_document(execute_report(project, REPORTS[name], as_of=as_of), name="Report")
    return write_files(out, {f"{name}.html": render_html(document), f"{name}.pdf": render_pdf(document).content})


def execute_report(project: Path, file: str = NOTEBOOK, *, as_of: str = "") -> Any:
    """Return a report notebook with its outputs, run in a kernel of this Python in a folder of its own."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    source = (resource_folder("notebooks") / file).read_text(encoding="utf-8")
    notebook = nbformat.from_dict(json.loads(source))  # type: ignore[no-untyped-call]  # nbformat has no types here
    with TemporaryDirectory(prefix="workbench-report-") as folder:
        client = NotebookClient(
            notebook,
            kernel_manager_class=_this_python(),
            resources={"metadata": {"path": folder}},
            timeout=SECONDS,
            record_timing=False,
        )
        try:
            # The kernel's own remarks about its sockets are not for the person who publishes.
            client.execute(env=_environment(project, folder, as_of), stderr=subprocess.DEVNULL)
        except CellExecutionError as error:
            raise CannotPublish(f"The report could not be made: {error.ename}: {error.evalue}") from error
    return notebook


def _environment(project: Path, folder: str, as_of: str) -> dict[str, str]:
    return {
        **os.environ,
        "WORKBENCH_PROJECT": str(Path(project).resolve()),
        "WORKBENCH_AS_OF": as_of,
        # Whoever publishes is not noted once more, under the name of this machine's user.
        "WORKBENCH_READS": "1",
        "IPYTHONDIR": folder,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }


def _this_python() -> type:
    """Return a kernel manager whose kernel is this very Python, whatever kernels the machine has registered."""
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class ThisPython(AsyncKernelManager):
        @property
        def kernel_spec(self) -> KernelSpec:
            command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=command, language="python", display_name="Python")

    return ThisPython
