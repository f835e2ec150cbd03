"""The report on alignment: what each answer says, and the notebook as a page and a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import page
import pytest

from tests.measures.covered import SET, framework, standards
from tests.publish.pdf_reading import pdf_text
from tests.publish.small import small_publication
from tests.publish.test_html_page import Page
from tests.publish.test_report import cells, note
from workbench import create_project
from workbench.model import Framework
from workbench.publish import Publication, alignment_report
from workbench.publish.document import Figure, Paragraph, text_of
from workbench.publish.report_run import run_report


def publication(given: Framework | None = None) -> Publication:
    """Return the framework in which every status occurs, with one finding; or another one without."""
    if given is not None:
        return Publication(framework=given, sets={}, findings=(), as_of="2026-11-23", revision=1)
    made = small_publication()
    return replace(
        made,
        framework=framework(),
        sets={SET: standards()},
        findings=made.findings[:1],
        summaries={"STR001": "An indicator without its competency."},
    )


def test_the_cells_share_one_verdict() -> None:
    """It is worked out for the first cell and holds for the rest: the publication is frozen."""
    found = publication()
    assert "verdict" not in vars(found)

    alignment_report.answer(found)
    told = vars(found)["verdict"]
    alignment_report.steps(found)

    assert found.verdict is told


def test_the_answer_is_the_sentence_of_the_room() -> None:
    """With its tone in a word, and what is left open apart."""
    shown = alignment_report.answer(publication())

    assert note(shown).startswith("Answer: Not yet: 1 of 8 standards is taught but never assessed")
    _, besides = shown.document.parts[0].blocks
    assert isinstance(besides, Paragraph)
    assert text_of(besides.runs).startswith("1 of the 9 standards")


def test_steps_are_errors_then_gaps() -> None:
    """Each with the sentence of its rule, or what is missing, and a count."""
    blocks = alignment_report.steps(publication()).document.blocks()
    leads = [text_of(one.runs) for one in blocks if isinstance(one, Paragraph) and one.lead]

    assert leads == [
        "An indicator without its competency. 1 place.",
        "Standards taught but never assessed. 1 standard.",
        "Standards assessed, but not where it is said to be. 1 standard.",
        "Standards claimed but not assessed. 3 standards.",
    ]


def test_sets_are_counted_by_what_became_of_their_standards() -> None:
    """Standards, covered, assessed, claimed, taught: those that nothing claims are the rest."""
    assert cells(alignment_report.standards(publication())) == [
        ["State science", "9", "8", "3", "4", "1", "half or fewer"]
    ]


def test_pictures_have_a_text_and_the_same_in_words() -> None:
    """Of each mark, where it stands."""
    shown = alignment_report.competencies(publication())
    (figure,) = [one for one in shown.document.blocks() if isinstance(one, Figure)]

    assert figure.alt.startswith("Coverage of competencies by learning experiences, as a picture.")
    assert cells(shown)[0] == ["SC Model", "assessed", "BIO", "", "Chemistry"]
    assert [row[0] for row in cells(alignment_report.gaps(publication()))] == [
        "S3 Part 3", "S4 Part 4", "S5 Part 5", "S6 Part 6", "S8 Part 8"
    ]  # fmt: skip


def test_an_empty_framework_has_answers_too() -> None:
    """Each says in a sentence what is not there yet."""
    empty = publication(Framework())

    assert note(alignment_report.answer(empty)) == "Answer: Not begun: nothing is aligned to a standard yet."
    for answer in (alignment_report.steps, alignment_report.standards, alignment_report.numbers,
                   alignment_report.competencies, alignment_report.pathways, alignment_report.gaps):  # fmt: skip
        assert note(answer(empty)).endswith(".")


@pytest.mark.slow
def test_the_report_of_a_project_is_accessible(tmp_path: Path) -> None:
    """The notebook runs on a real project; its page has pictures with a name, and its PDF is PDF/UA."""
    path = tmp_path / "district.workbench"
    create_project(path, starter="example").close()
    html, pdf = (
        one.read_bytes() for one in run_report(path, tmp_path / "out", name="alignment-report", as_of="2026-11-23")
    )

    found = Page(html)
    assert (found.open, found.all("script"), len(found.all("img"))) == ([], [], 3)
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant
    assert "46 of 214 standards are claimed but not assessed" in " ".join(pdf_text(pdf, tmp_path).split())
