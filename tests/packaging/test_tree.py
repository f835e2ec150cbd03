"""What is kept in the repository, and what must never be."""

import json
import re
import sys
import tomllib
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.clean import ROOT, tracked_files

# In two halves each, so that this file is not the one it looks for.
REGISTRY_HOSTS = [
    "pypi" + ".org",
    "pypi" + ".python.org",
    "python" + "hosted.org",
    "registry." + "npmjs.org",
    "registry." + "yarnpkg.com",
    "deb." + "debian.org",
    "conda." + "anaconda.org",
]


@pytest.mark.parametrize("host", REGISTRY_HOSTS)
def test_no_file_names_a_package_registry(host: str) -> None:
    """Where packages come from is the machine's choice, not ours."""
    assert [path for path in tracked_files() if host.encode() in (ROOT / path).read_bytes().lower()] == []


def test_no_notebook_stores_output() -> None:
    """A notebook holds text and a call; what it shows is made when it is opened."""
    notebooks = [path for path in tracked_files() if path.suffix == ".ipynb"]
    assert notebooks
    assert [path for path in notebooks if stores_output(ROOT / path)] == []


def stores_output(path: Path) -> bool:
    """Say whether a notebook keeps outputs, counts of runs or the state of widgets."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    ran = any(cell["outputs"] or cell["execution_count"] is not None for cell in cells)
    return ran or "widgets" in notebook["metadata"]


def test_exports_hold_nothing_but_their_page() -> None:
    """What people publish stays theirs."""
    assert [path for path in tracked_files() if path.parts[0] == "exports"] == [Path("exports/README.md")]


def lock_blocks() -> list[str]:
    """Split the lock into one block of lines a package."""
    text = re.sub(r"^#.*\n", "", (ROOT / "requirements.lock").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [block for block in re.split(r"\n(?=\S)", text.strip()) if block]


def test_every_locked_package_has_a_hash_and_no_address() -> None:
    """The lock fixes what is installed and leaves open where it comes from."""
    assert [block for block in lock_blocks() if "--hash=sha256:" not in block or "://" in block] == []


def test_lock_fits_the_project() -> None:
    """Everything that pyproject.toml asks for is locked in a version that it accepts."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    locked: dict[str, set[str]] = {}
    for block in lock_blocks():
        pin = Requirement(block.split("\\")[0].strip())
        locked.setdefault(canonicalize_name(pin.name), set()).add(str(pin.specifier).removeprefix("=="))
    missing = [text for text in asked if not fits(Requirement(text), locked)]
    assert missing == [], "run `make lock`"


def fits(asked: Requirement, locked: dict[str, set[str]]) -> bool:
    """Say whether every locked version of a package is one that was asked for."""
    versions = locked.get(canonicalize_name(asked.name), set())
    return bool(versions) and all(asked.specifier.contains(version) for version in versions)


def test_model_imports_only_the_standard_library_errors_and_the_words() -> None:
    """The model can be read, run and tested with Python alone: a catalogue is opened for other languages only."""
    graph = grimp.build_graph("workbench", include_external_packages=True, cache_dir=None)
    model = {name for name in graph.modules if name.startswith("workbench.model")}
    imported = {name for module in model for name in graph.find_modules_directly_imported_by(module)}
    foreign = {name for name in imported - model if name.split(".")[0] not in sys.stdlib_module_names}
    assert foreign <= {"workbench.errors", "workbench.localize", "workbench.localize.lazy", "workbench.localize.tags"}
