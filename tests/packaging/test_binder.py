"""Binder's own steps, taken from repo2docker and run where nothing else is, end in a working start notebook."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from repo2docker.app import Repo2Docker
from repo2docker.buildpacks import PythonBuildPack

from tests.packaging.clean import clean_variables, run

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("binder")]


@pytest.fixture
def buildpack(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> PythonBuildPack:
    """Let repo2docker choose how to build a clone, as its command does."""
    monkeypatch.chdir(checkout)  # repo2docker looks at the working folder only
    app = Repo2Docker()
    return next(pack for kind in app.buildpacks if (pack := kind(app.base_image)).detect())


def test_repo2docker_reads_our_files(buildpack: PythonBuildPack) -> None:
    """The Python rules apply, with our version, our last step and our start."""
    actual = (
        type(buildpack),
        buildpack.python_version,
        buildpack.get_post_build_scripts(),
        buildpack.get_start_script(),
    )
    assert actual == (PythonBuildPack, "3.11", ["binder/postBuild"], "${REPO_DIR}/binder/start")


def test_start_notebook_runs_in_a_fresh_image(
    buildpack: PythonBuildPack, checkout: Path, empty_environment: Callable[[], Path], tmp_path: Path
) -> None:
    """Install, finish and start as repo2docker would; then the notebook shows its room and saves a copy."""
    environment = empty_environment()
    variables = clean_variables(environment) | {
        "KERNEL_PYTHON_PREFIX": str(environment),
        "REPO_DIR": str(checkout),
    }
    installs = [script for _, script in buildpack.get_assemble_scripts() if "pip install" in script]
    for step in [*installs, *buildpack.get_post_build_scripts()]:
        # An image is kept small by not keeping downloads; here keeping them spares the registry.
        run(["bash", "-euc", step.replace(" --no-cache-dir", "")], cwd=checkout, variables=variables)
    execute: list[str | Path] = ["jupyter", "nbconvert", "--execute", "--to", "notebook", "--output-dir", tmp_path]
    run(["binder/start", *execute, "binder/start.ipynb"], cwd=checkout, variables=variables)
    assert "application/vnd.jupyter.widget-view+json" in shown(tmp_path / "start.ipynb")
    assert (checkout / "binder/my-district.workbench").is_file()


def shown(notebook: Path) -> set[str]:
    """Collect the kinds of output that an executed notebook holds."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return {kind for output in outputs for kind in output.get("data", {})}
