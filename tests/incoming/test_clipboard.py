"""What comes from the clipboard: the same rows whichever program wrote them, and nothing that hurts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.incoming.clipboards import PROGRAMS, sheets, tabs
from workbench.errors import BadFile
from workbench.incoming import read_clipboard

WORD = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="•·▪●○◦‣∙■□➢❖"), min_size=1, max_size=8
)
LINE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
CELL = st.just("") | st.lists(LINE, min_size=1, max_size=3).map("\n".join)
ROWS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width - 1, max_size=width - 1).flatmap(
        lambda row: LINE.map(lambda last: [*row, last])), min_size=1, max_size=6)
)  # fmt: skip


@given(ROWS)
def test_text_with_tabs_is_read_back(rows: list[list[str]]) -> None:
    """Line ends, tabs and quotation marks within a cell too."""
    assert [list(row) for row in read_clipboard(tabs(rows)).rows] == rows


@pytest.mark.parametrize("program", PROGRAMS)
@given(rows=ROWS)
def test_the_table_of_each_program_is_read_back(program: str, rows: list[list[str]]) -> None:
    """Whatever it wraps the cells in."""
    assert [list(row) for row in read_clipboard("other text", PROGRAMS[program](rows)).rows] == rows


def test_text_that_begins_like_a_formula_is_text() -> None:
    """As are angle brackets, and what looks like a script."""
    rows = [["=HYPERLINK(1)", "<script>alert(1)</script>"]]

    assert read_clipboard("", sheets(rows)).rows == (("=HYPERLINK(1)", "<script>alert(1)</script>"),)


def test_merged_cells_say_the_same_in_each_row() -> None:
    """A competency beside its three indicators; what spans columns stands in the first."""
    html = (
        "<table><tr><td rowspan=2>Model</td><td>Build</td></tr><tr><td>Test</td></tr>"
        "<tr><td colspan=2>Science</td></tr></table>"
    )

    assert read_clipboard("", html).rows == (("Model", "Build"), ("Model", "Test"), ("Science", ""))


def test_what_word_puts_between_letters_is_cleaned_and_told() -> None:
    """Control characters, soft hyphens, blanks that do not break, bullets."""
    block = read_clipboard("•\tPlan\u00a0it\ninves\u00adtigate\x0b\x07now\n")

    assert block.rows == (("Plan it",), ("investigate\nnow",))
    assert block.notes == (
        "1 cell held control characters, which were taken out.",
        "1 cell held soft hyphens or other signs that nobody sees, which were taken out.",
        "1 cell held non-breaking spaces, which are plain spaces now.",
        "1 cell began with a bullet, which was taken off.",
    )


def test_scripts_styles_and_addresses_in_the_clipboard_are_not_text() -> None:
    """Only what a reader sees is read."""
    html = (
        "<table><tr><td>Plan<script>alert(1)</script><style>td{}</style><img src='http://x.example/a.png' "
        "onerror='alert(2)'></td></tr></table>"
    )

    assert read_clipboard("", html).rows == (("Plan",),)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\tb\n" * 100_000, ""),
        ("x" * 1_000_000, ""),
        ("\t" * 1_000, ""),
        ("", "<table>" + "<tr><td>a</td></tr>" * 100_000),
        ("", "<table><tr><td>" + "x" * 1_000_000),
        ("", "<table><tr>" + "<td>a</td>" * 1_000),
        ("", "\0" * 100),
        (" \n\t\n", ""),
        ("a" * 9_000_000, ""),
    ],
)
def test_too_much_or_nothing_is_refused_in_one_sentence(text: str, html: str) -> None:
    """A hundred thousand rows, a million letters in a cell, a thousand columns, nothing at all."""
    with pytest.raises(BadFile, match=r"\.$"):
        read_clipboard(text, html)


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<a b='", "<table>", "<table><tr><td>", "<td>", "&#", "<![", "<script>", "<td rowspan=9999>"]
)
def test_hostile_html_takes_no_longer_than_a_page(piece: str) -> None:
    """Unclosed comments, attributes and tables, sixty thousand times."""
    began = time.monotonic()
    block = read_clipboard("a", f"<table><tr><td>b</td></tr></table>{piece * 60_000}")

    assert block.rows
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "text", ['"open', '"a"b\tc', '"', '""', '"a\tb\nc\td"e', 'say "so"\tx', '"\t' * 90 + "x", '"""\t' * 90 + "x"]
)
def test_quotation_marks_that_do_not_pair_are_letters(text: str) -> None:
    """Nothing is swallowed: every letter but the marks is still there."""
    found = "".join(cell for row in read_clipboard(text + "\tend").rows for cell in row)

    assert found.replace('"', "").replace("\n", "").replace("\t", "") == (text + "end").replace('"', "").replace(
        "\n", ""
    ).replace("\t", "")


def test_nul_characters_are_taken_out() -> None:
    """No project can hold them."""
    assert read_clipboard("a\0b\tc").rows == (("ab", "c"),)
