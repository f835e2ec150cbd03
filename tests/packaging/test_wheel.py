"""The wheel, built from a clone and installed where nothing else is, works from any folder."""

import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.packaging.clean import clean_variables, run

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive and, from that archive alone, the wheel."""
    out = tmp_path_factory.mktemp("dist")
    build: list[str | Path] = [sys.executable, "-m", "build", "--no-isolation", "--outdir", out]
    run(build, cwd=checkout, variables=clean_variables(Path(sys.prefix)))
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, checkout: Path, empty_environment: Callable[[], Path]) -> Path:
    """Install the wheel with what it says it needs, in the locked versions, and nothing more."""
    environment = empty_environment()
    versions = environment / "versions.txt"
    versions.write_text("\n".join(locked_versions(checkout / "requirements.lock")))
    python, uv = environment / "bin/python", shutil.which("uv")
    pip = [uv, "pip"] if uv else [python, "-m", "pip"]
    install = [*pip, "install", "--quiet", "--constraint", versions, wheel]
    run(install, cwd=environment, variables=clean_variables(environment))
    return environment


def locked_versions(lock: Path) -> list[str]:
    """Give the lock's packages without their hashes, which a file beside an unhashed wheel may not have."""
    lines = [line.removesuffix("\\").strip() for line in lock.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "--"))]


def test_lock_lines_are_requirements(checkout: Path) -> None:
    """Each line taken from the lock names one package in one version."""
    versions = locked_versions(checkout / "requirements.lock")
    assert {len(Requirement(line).specifier) for line in versions} == {1}


@pytest.mark.parametrize("folder", ["notebooks", "standards_data"])
def test_wheel_carries_what_the_workbench_reads(wheel: Path, checkout: Path, folder: str) -> None:
    """Every notebook and every list of standards travels with the package."""
    expected = {path.relative_to(checkout).as_posix() for path in (checkout / folder).rglob("*") if path.is_file()}
    names = zipfile.ZipFile(wheel).namelist()
    actual = {name.removeprefix("workbench/_data/") for name in names if f"_data/{folder}/" in name}
    assert expected
    assert actual == expected


def test_wheel_carries_the_package_whole(wheel: Path, checkout: Path) -> None:
    """Every file of the package travels: code, front-end files, fonts, templates."""
    files = (checkout / "workbench").rglob("*.*")
    # Another test may have run the package where it lies, which leaves compiled files behind.
    expected = {path.relative_to(checkout).as_posix() for path in files if "__pycache__" not in path.parts}
    names = zipfile.ZipFile(wheel).namelist()
    assert {name for name in names if name.startswith("workbench/") and "/_data/" not in name} == expected


def test_installed_workbench_makes_the_example_from_any_folder(installed: Path, tmp_path: Path) -> None:
    """`workbench demo` drafts, checks and publishes far from any checkout."""
    variables = clean_variables(installed)
    run([installed / "bin/workbench", "demo", "--out", "made"], cwd=tmp_path, variables=variables)
    made = {path.suffix for path in (tmp_path / "made").rglob("*") if path.is_file()}
    assert made >= {".workbench", ".xlsx", ".pdf", ".html", ".json"}


def test_installed_workbench_is_the_wheel(installed: Path, tmp_path: Path) -> None:
    """The package that ran is the installed one, not a checkout that happened to be near."""
    where = "import workbench; print(workbench.__file__)"
    found = run([installed / "bin/python", "-c", where], cwd=tmp_path, variables=clean_variables(installed))
    assert Path(found.strip()).is_relative_to(installed)
