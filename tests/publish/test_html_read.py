"""Reading HTML that a notebook printed."""

import pytest

from workbench.publish.document import Block, Paragraph, Table, text_of
from workbench.publish.html_read import read_html


def table(source: str) -> Table:
    """Return the only block of a fragment, a table."""
    (found,) = read_html(source)
    assert isinstance(found, Table)
    return found


def cells(found: Table) -> list[list[str]]:
    """Return a table's cells as texts."""
    return [[text_of(cell) for cell in row.cells] for row in found.rows]


def texts(source: str) -> list[str]:
    """Return the paragraphs of a fragment."""
    return [text_of(block.runs) for block in read_html(source) if isinstance(block, Paragraph)]


def test_index_of_a_frame_is_the_row_head() -> None:
    """A pandas frame keeps its header cells; the empty head over the index gets a name."""
    found = table(
        "<table border=1><thead><tr><th></th><th>a</th></tr></thead>"
        "<tbody><tr><th>r1</th><td>1 &lt; 2</td></tr><tr><th>r2</th><td>x<br>y</td></tr></tbody></table>"
    )

    assert [column.head for column in found.columns] == ["Row", "a"]
    assert (found.row_heads, cells(found)) == (True, [["r1", "1 < 2"], ["r2", "x\ny"]])


def test_rows_of_heads_become_one() -> None:
    """Where heads stand in two rows, with spans, each column has both words."""
    found = table(
        "<table><thead><tr><th></th><th colspan=2>2026</th></tr><tr><th>town</th><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><th>x</th><td>1</td><td>2</td></tr></tbody></table>"
    )

    assert [column.head for column in found.columns] == ["town", "2026 a", "2026 b"]


def test_cell_that_spans_rows_stands_in_each() -> None:
    """A spanning cell is repeated, so that no row is short."""
    found = table(
        "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>1</td><td>2</td></tr><tr><td>3</td></tr></table>"
    )

    assert cells(found) == [["1", "2"], ["1", "3"]]


def test_table_without_heads_gets_names() -> None:
    """A header cell is never missing: columns without a head are counted."""
    found = table("<table><tr><td>1</td><td>2</td></tr></table>")

    assert ([column.head for column in found.columns], found.row_heads) == (["Column 1", "Column 2"], False)


def test_text_around_a_table_stays() -> None:
    """What stands before and after comes along; style and script do not."""
    found = list(
        read_html("<style>td{}</style><p>before</p><table><tr><td>1</td></tr></table><p>2 rows</p><script>x</script>")
    )

    assert [type(block) for block in found] == [Paragraph, Table, Paragraph]


@pytest.mark.parametrize(
    "source", ["", "<table></table>", "<table><tr></tr></table>", "</table></td>", "<table><tr><td colspan=0></table>"]
)
def test_broken_html_is_no_error(source: str) -> None:
    """What is cut off or empty gives what can be read of it."""
    found: list[Block] = list(read_html(source))

    assert len(found) <= 1


def test_lines_become_paragraphs() -> None:
    """Blocks part the text; spaces fold."""
    assert texts("<div>one   <b>two</b></div><div>three</div>") == ["one two", "three"]
