"""The report: what it says of a publication, and the notebook that says it."""

from dataclasses import replace
from pathlib import Path

import page
import pytest

from tests.publish.pdf_reading import pdf_text
from tests.publish.small import small_publication
from tests.publish.test_html_page import Page
from workbench import create_project
from workbench.errors import CannotPublish
from workbench.publish import report
from workbench.publish.document import Note, Table, text_of
from workbench.publish.report_run import run_report


def cells(shown: report.Shown) -> list[list[str]]:
    """Return the cells of the answer's table."""
    (table,) = [block for block in shown.document.blocks() if isinstance(block, Table)]
    return [[text_of(cell) for cell in row.cells] for row in table.rows]


def note(shown: report.Shown) -> str:
    """Return the answer's remark."""
    (found,) = [block for block in shown.document.blocks() if isinstance(block, Note)]
    return f"{found.label}: {text_of(found.runs)}"


def test_verdict_follows_the_gravest_finding() -> None:
    """An error means not ready; warnings alone do not stand in the way."""
    publication = small_publication()
    warned = replace(publication, findings=publication.findings[1:])

    assert note(report.verdict(publication)) == "Not ready: Not ready for adoption: 1 error must be mended first."
    assert note(report.verdict(warned)).startswith("Ready, with warnings: Ready for adoption, with 1 warning")
    assert note(report.verdict(replace(publication, findings=()))).startswith("Ready: Ready for adoption")


def test_errors_come_first() -> None:
    """The findings table begins with what blocks adoption."""
    assert [row[3] for row in cells(report.findings(small_publication()))] == ["STR001", "ALN001"]


def test_coverage_counts_indicators_of_each_competency() -> None:
    """Of the two indicators of MA.1, one has criteria and a standard and is assessed in a course."""
    rows = cells(report.coverage(small_publication()))

    assert rows[1] == ["MA.1 Modeling", "2", "1", "1", "1", "1", "0"]


def test_matrix_counts_assessed_indicators_by_area() -> None:
    """Algebra I assesses one mathematics indicator and only develops the cross-curricular one."""
    assert cells(report.matrix(small_publication()))[0] == ["MA101 Algebra I", "0", "1", "0"]


def test_standards_are_counted_by_set() -> None:
    """The cited set is there with its counts."""
    assert cells(report.standards(small_publication())) == [["Example mathematics standards", "3", "1", "1", "1"]]


def test_answers_are_frames_too() -> None:
    """The same table as a pandas frame, for those who compute."""
    frame = report.contents(small_publication()).frame

    assert frame.loc["Competencies", "How many"] == "3"


def test_answers_show_themselves_everywhere() -> None:
    """A notebook gets our document, a web view and plain text."""
    bundle = report.verdict(small_publication())._repr_mimebundle_()  # Jupyter's protocol

    assert set(bundle) == {"application/vnd.workbench.document+json", "text/html", "text/plain"}
    assert bundle["text/plain"] == "Not ready for adoption: 1 error must be mended first."


@pytest.mark.slow
def test_report_of_a_project_is_the_same_twice(tmp_path: Path) -> None:
    """The notebook runs on a real project and gives an accessible page and PDF, byte for byte the same."""
    path = tmp_path / "district.workbench"
    create_project(path, starter="example").close()

    first = [one.read_bytes() for one in run_report(path, tmp_path / "one", as_of="2026-11-23")]
    second = [one.read_bytes() for one in run_report(path, tmp_path / "two", as_of="2026-11-23")]

    assert first == second
    found = Page(first[0])
    assert (found.open, found.all("script"), len(found.all("table"))) == ([], [], 5)
    assert page.validate_pdf_bytes(first[1], profile="ua1").is_compliant
    assert "DRAFT" in pdf_text(first[1], tmp_path)


@pytest.mark.slow
def test_report_of_no_project_says_what_stopped(tmp_path: Path) -> None:
    """Where the notebook stops, the sentence says why, and nothing is written."""
    with pytest.raises(CannotPublish, match=r"^The report could not be made: MissingFile"):
        run_report(tmp_path / "nothing.workbench", tmp_path / "out")

    assert not (tmp_path / "out").exists()
