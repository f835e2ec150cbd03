"""The notebooks as JupyterLab runs them: rooms run clean, and the report says the same when it is run again.

What a room does is asserted elsewhere: its widgets live in metadata, which pytest-notebook cannot judge.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from pytest_notebook.nb_regression import NBRegressionFixture

from workbench.project import VARIABLE, create_project
from workbench.publish.report_run import NOTEBOOK, REPORTS, execute_report
from workbench.resources import resource_folder

ROOMS = sorted(path.name for path in resource_folder("notebooks").glob("[0-9]*.ipynb"))
MADE = ("/cells/*/outputs", "/cells/*/execution_count", "/metadata/widgets", "/metadata/language_info")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an example project."""
    file = tmp_path_factory.mktemp("notebooks") / "example.workbench"
    create_project(file, starter="example").close()
    return file


@pytest.mark.parametrize("name", ROOMS)
def test_room_runs_clean_from_an_empty_project(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nb_regression: NBRegressionFixture
) -> None:
    """No cell fails, nothing but output is new, and what is shown is a widget."""
    create_project(tmp_path / "blank.workbench", starter="blank").close()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "blank.workbench"))
    nb_regression.diff_ignore = MADE

    result = nb_regression.check(str(resource_folder("notebooks") / name))

    shown = [output for cell in result.nb_final.cells for output in cell.get("outputs", [])]
    assert ["application/vnd.jupyter.widget-view+json" in output.get("data", {}) for output in shown] == [True]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("report", "Ready for adoption, with 3 warnings to look at."),
        ("alignment-report", "Not yet: 46 of 214 standards are claimed but not assessed."),
    ],
)
def test_report_says_the_same_when_it_is_run_again(
    name: str,
    answer: str,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    nb_regression: NBRegressionFixture,
) -> None:
    """Each output of a report is the same in a second kernel, and the first says the verdict."""
    executed = execute_report(project, REPORTS[name], as_of="2026-11-23")
    nbformat.write(executed, tmp_path / REPORTS[name])  # type: ignore[no-untyped-call]  # nbformat has no types here
    monkeypatch.setenv(VARIABLE, str(project))
    monkeypatch.setenv("WORKBENCH_AS_OF", "2026-11-23")
    nb_regression.diff_ignore = ("/metadata/language_info",)

    result = nb_regression.check(str(tmp_path / REPORTS[name]))

    texts = [output["data"]["text/plain"] for cell in result.nb_final.cells for output in cell.get("outputs", [])]
    assert answer in texts[0]


def test_a_changed_report_is_noticed(project: Path, tmp_path: Path, nb_regression: NBRegressionFixture) -> None:
    """The comparison above can fail: one word changed in an output is a difference."""
    executed = execute_report(project, as_of="2026-11-23")
    cell = next(cell for cell in executed.cells if cell.get("outputs"))
    cell.outputs[0].data["text/plain"] = "Something else."
    nbformat.write(executed, tmp_path / NOTEBOOK)  # type: ignore[no-untyped-call]  # nbformat has no types here

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(project))
        patch.setenv("WORKBENCH_AS_OF", "2026-11-23")
        result = nb_regression.check(str(tmp_path / NOTEBOOK), raise_errors=False)

    assert "Something else." in result.diff_string
