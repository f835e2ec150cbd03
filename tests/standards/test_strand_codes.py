"""Codes taken apart: grade, strand, and the number that recurs."""

import pytest

from workbench.standards.bands import Band
from workbench.standards.strand_codes import CodeParts, parts_of_code


@pytest.mark.parametrize(
    ("code", "band", "strand", "anchor"),
    [
        ("K.OA.A.1", (0, 0), "OA", "1"),
        ("1.OA.A.1", (1, 1), "OA", "1"),
        ("3.MD.C.7.a", (3, 3), "MD", "7a"),
        ("CCSS.Math.Content.K.CC.B.4c", (0, 0), "CC", "4c"),
        ("K.CC", (0, 0), "CC", ""),
        ("K.CC.A", (0, 0), "CC", "A"),
        ("K.G.A.1", (0, 0), "G", "1"),
        ("HSA.SSE.A.1", (9, 12), "A-SSE", "1"),
        ("HSA-SSE.A.1", (9, 12), "A-SSE", "1"),
        ("A-SSE.A.1", None, "A-SSE", "1"),
        ("F-IF.C.7c", None, "F-IF", "7c"),
        ("HSG.C.A.1", (9, 12), "G-C", "1"),
        ("HSN.Q.A.1", (9, 12), "N-Q", "1"),
        ("RL.K.1", (0, 0), "RL", "1"),
        ("RL.1.1", (1, 1), "RL", "1"),
        ("RL.11-12.10", (11, 12), "RL", "10"),
        ("11-12.RL.1", (11, 12), "RL", "1"),
        ("W.3.2a", (3, 3), "W", "2a"),
        ("CCSS.ELA-LITERACY.RL.9-10.1", (9, 10), "RL", "1"),
        ("6-8.WHST.2.a", (6, 8), "WHST", "2a"),
        ("CCRA.R.1", None, "CCRA", "R.1"),
        ("MP.1", None, "MP", "1"),
        ("HS-LS1-2", (9, 12), "LS1", "2"),
        ("K-LS1-1", (0, 0), "LS1", "1"),
        ("3-5-ETS1-1", (3, 5), "ETS1", "1"),
        ("M.G3.C1OA", (3, 3), "M-C1OA", ""),
        ("M.G3.C1OA.TA.3.OA.A.3", (3, 3), "M-C1OA", "TA.OA.3"),
        ("M.GHS.C1N4", (9, 12), "M-C1N4", ""),
    ],
)
def test_a_code_is_taken_apart(code: str, band: tuple[int, int] | None, strand: str, anchor: str) -> None:
    """As its publisher builds it."""
    assert parts_of_code(code) == CodeParts(band and Band(*band), strand, anchor)


@pytest.mark.parametrize("code", ["", "1.2.3", "...", "2", "9-12", "K", "★"])
def test_a_code_without_letters_names_no_strand(code: str) -> None:
    """Headings must tell it then."""
    assert parts_of_code(code) is None


def test_the_grades_of_the_standard_decide_what_is_a_grade_in_its_code() -> None:
    """The first number of F.IF.7.c is no grade where the standard is for high school."""
    assert parts_of_code("F.IF.7.c", Band(9, 12)) == (Band(9, 12), "F-IF", "7c")
    assert parts_of_code("MP.1.a", Band(0, 12)) == (Band(0, 12), "MP", "1a")
    assert parts_of_code("RL.1.1", Band(1, 1)) == (Band(1, 1), "RL", "1")
