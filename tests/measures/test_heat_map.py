"""The picture of coverage: letters and words beside the colours, text that stays text, a part of what is large."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from tests.measures.covered import SET, framework, standards
from tests.strategies import frameworks
from workbench.measures.coverage import Matrix, coverage
from workbench.measures.coverage_window import window
from workbench.measures.heat_map import LOOKS, heat_map
from workbench.measures.marks import Mark
from workbench.model import Framework

SVG = "{http://www.w3.org/2000/svg}"


def matrix() -> Matrix:
    """Return the small set by course."""
    return coverage(framework(), {SET: standards()}, rows="standards")


def texts(picture: str, name: str = "text") -> list[str]:
    """Return what stands in the elements of a name, in order."""
    return [one.text or "" for one in ET.fromstring(picture).iter(SVG + name)]  # noqa: S314  # our own picture


def test_each_cell_has_its_letter_and_each_row_its_words() -> None:
    """Columns first, then the set, then the rows with what they come to."""
    found = texts(heat_map(matrix(), "Science"))

    assert found[:8] == ["BIO", "Chemistry", "State science", "S1 Part 1", "A", "I", "assessed", "S2 Part 2"]
    assert found[found.index("S3 Part 3") :][:3] == ["S3 Part 3", "A?", "claimed but not assessed"]
    assert "said to be assessed, and no summative assessment scores it" in found


def test_title_and_description_stand_for_the_picture() -> None:
    """The ids are its own, so that two of them can stand on a page."""
    picture = heat_map(matrix(), "Science & more", remark="Half is left out.", key="two")

    assert texts(picture, "title") == ["Science & more"]
    (said,) = texts(picture, "desc")
    assert said.startswith("9 rows by 2 columns: 3 assessed; 1 assessed, but not where it is said to be; ")
    assert said.endswith(" 1 not covered. Half is left out.")
    root = ET.fromstring(picture)  # noqa: S314  # our own picture
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "two-title two-desc")
    assert all((one.get("id") or "two-").startswith("two-") for one in root.iter())


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark])
def test_letters_can_be_read(mark: Mark) -> None:
    """Seven to one; and no two marks share a pattern."""
    look = LOOKS[mark]
    dark, light = sorted((luminance(look.ground), luminance(look.letter)))

    assert (light + 0.05) / (dark + 0.05) >= 7
    assert sum(look.path == other.path for other in LOOKS.values()) == 1


def test_a_window_says_what_it_leaves_out() -> None:
    """Columns without a mark go first."""
    cut, remark = window(matrix(), first=2, rows=2)

    assert [line.head.code for line in cut.lines] == ["S3", "S4"]
    assert [head.code for head in cut.columns] == ["BIO"]
    assert remark == ("Rows 3 to 4 of 9. Left out: 1 of 2 columns, without a mark in these rows.")
    assert window(matrix(), columns=1)[1] == "Left out: 1 more column, for want of room."
    assert window(matrix()) == (matrix(), "")


@given(frameworks(kinds=("competency", "indicator", "experience", "alignment")))
def test_any_text_stays_text(drawn: Framework) -> None:
    """Whatever people paste, the picture is well-formed, and has a row a competency."""
    found = coverage(drawn)

    assert len(texts(heat_map(found, "Any", key='"<&'))) >= len(found.lines)
