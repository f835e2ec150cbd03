"""The PDF: tagged for those who listen, complete, the same bytes each time."""

import subprocess
import unicodedata
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from tests.publish.pdf_reading import attribute, kinds, opened, pdf_text
from tests.publish.small import small_edition, small_publication
from tests.strategies import frameworks
from workbench.errors import CannotPublish
from workbench.model import Framework
from workbench.publish import Publication
from workbench.publish.compose import compose
from workbench.publish.document import (
    Block,
    Code,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Part,
    Row,
    Run,
    Table,
    bullets,
    plain,
)
from workbench.publish.faces import EMBEDDED
from workbench.publish.typst_pdf import framework_pdf, render_pdf

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><rect width="90" height="20" fill="teal"/></svg>'


def made(*blocks: Block, language: str = "en-US") -> bytes:
    """Return the PDF of a document that is these blocks."""
    return render_pdf(Document(title="Five lines", parts=(Part(blocks=blocks),), language=language)).content


def table(*, row_heads: bool = True) -> Table:
    """Return a table of two columns and two rows."""
    rows = (Row(cells=(plain("A.1"), plain("one"))), Row(cells=(plain("A.2"), plain("two"))))
    return Table(caption="Marks", columns=(Column(head="Code"), Column(head="Text")), rows=rows, row_heads=row_heads)


def test_column_and_row_heads_are_header_cells_with_scope() -> None:
    """Heads of columns have Scope Column, heads of rows Scope Row; the rest are data cells."""
    pdf = opened(made(table()))

    assert [str(attribute(one, "/Scope")) for one in kinds(pdf, "/TH")] == ["/Column", "/Column", "/Row", "/Row"]
    assert len(kinds(pdf, "/TD")) == 2


def test_data_cells_name_their_heads() -> None:
    """Each data cell names its column's and its row's header cell, and the tree's index finds both."""
    pdf = opened(made(table()))

    ids = {str(one.ID) for one in kinds(pdf, "/TH")}
    named = [{str(one) for one in attribute(cell, "/Headers")} for cell in kinds(pdf, "/TD")]
    index = pdf.Root.StructTreeRoot.IDTree.Names
    assert [len(names) for names in named] == [2, 2]
    assert set.union(*named) <= ids
    assert {str(name) for name in list(index)[::2]} == ids
    assert [str(name) for name in list(index)[::2]] == sorted(ids)


def test_table_without_row_heads_has_none() -> None:
    """Where the first column is data, only the column heads are header cells."""
    pdf = opened(made(table(row_heads=False)))

    assert [str(attribute(one, "/Scope")) for one in kinds(pdf, "/TH")] == ["/Column", "/Column"]
    assert len(kinds(pdf, "/TD")) == 4


def test_every_table_of_a_framework_has_row_heads() -> None:
    """In the whole document no body row is without its header cell."""
    pdf = opened(framework_pdf(small_publication()))

    rows = [row for body in kinds(pdf, "/TBody") for row in body.K]
    assert len(rows) > 40
    assert {str(attribute(row.K[0], "/Scope")) for row in rows} == {"/Row"}


def test_pdf_says_that_it_is_accessible() -> None:
    """The PDF/UA-1 mark, the title shown in the window, the language, the tags."""
    pdf = opened(framework_pdf(small_publication()))

    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Graduation framework"
    assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("en", True)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_bookmarks_are_the_headings() -> None:
    """The outline has contents and parts, and what is below them."""
    with opened(framework_pdf(small_publication())).open_outline() as outline:
        tops = [item.title for item in outline.root]
        below = [item.title for item in outline.root[2].children]

    assert tops[:3] == ["Contents", "1. How to read this document", "2. Vision and portrait of a graduate"]
    assert below == ["Portrait of a graduate"]


def test_independent_checker_finds_no_fault() -> None:
    """A checker of PDF/UA-1 that is not ours has nothing to say against a whole framework."""
    report = page.validate_pdf_bytes(framework_pdf(small_publication()), profile="ua1")

    assert [failure.message for failure in report.failures] == []
    assert report.rules.total > 100


def test_every_page_of_a_draft_says_so(tmp_path: Path) -> None:
    """DRAFT and the count of findings stand on each page behind the cover, with the page's number."""
    pages = pdf_text(framework_pdf(small_publication()), tmp_path).split("\f")[:-1]

    assert all("DRAFT, 2 findings" in one for one in pages)
    assert f"Page 2 of {len(pages)}" in pages[1]


def test_edition_is_no_draft(tmp_path: Path) -> None:
    """An adopted edition shows its vote and fingerprint and never says DRAFT."""
    text = pdf_text(framework_pdf(small_edition()), tmp_path)

    assert "DRAFT" not in text
    assert "7 to 0" in text
    assert "Edition 1, adopted 2026-11-30" in text


def test_criteria_lie_crosswise() -> None:
    """The pages of the criteria matrices are wider than they are high; the others are not."""
    pdf = opened(framework_pdf(small_publication()))

    wide = [float(one.mediabox[2]) > float(one.mediabox[3]) for one in pdf.pages]
    assert 0 < sum(wide) < len(wide)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """What would be code, a function or a formula elsewhere is printed as it was written."""
    hostile = '#eval("1+1") $x^2$ *b* _i_ `c` @ref <label> = head // no /* no */ \\n #panic() =1+1 <script>'

    content = made(
        Heading(level=1, text=hostile, id="a b#[]"),
        Paragraph(runs=(Run(text=hostile, link="#a b#[]"),)),
        Note(runs=plain(hostile), label=hostile),
        bullets([plain(hostile)]),
        Code(text=hostile),
        Table(caption=hostile, columns=(Column(head=hostile),), rows=(Row(cells=(plain(hostile),)),)),
    )

    text = " ".join(pdf_text(content, tmp_path).split())
    assert text.count('#eval("1+1") $x^2$ *b* _i_ `c` @ref <label>') >= 5


def test_long_words_stay_on_the_page(tmp_path: Path) -> None:
    """A word of ten thousand letters breaks, in a paragraph and in a narrow cell; no letter is lost."""
    word = "w" * 10_000
    narrow = Table(
        caption="Narrow",
        columns=tuple(Column(head=str(place)) for place in range(5)),
        rows=(Row(cells=(plain(word), plain(word))),),
    )

    content = made(Paragraph(runs=plain(word)), narrow)

    assert pdf_text(content, tmp_path).count("w") == 30_000 + len("Narrow") - 5
    run = subprocess.run(
        ["pdftotext", "-bbox", str(tmp_path / "read.pdf"), "-"], capture_output=True, text=True, check=True
    )
    right = [float(part.split('"')[1]) for part in run.stdout.split("xMax=")[1:]]
    assert max(right) < 612


def test_characters_without_a_face_are_replaced_and_reported(tmp_path: Path) -> None:
    """Control characters go, characters without a face become squares, and the file says so."""
    document = Document(title="中 title", parts=(Part(blocks=(Paragraph(runs=plain("a\x01b 文 ok\ud800")),)),))

    pdf = render_pdf(document)

    assert pdf.replaced == ("\x01", "中", "文", "\ud800")
    assert "cannot show: U+4E2D, U+6587." in pdf_text(pdf.content, tmp_path)


def test_faces_of_the_compiler_show_what_is_claimed() -> None:
    """Every character that is said to have a face in the compiler has one."""
    ranges = [range(first, last + 1) for first, last in EMBEDDED]
    chars = [chr(code) for one in ranges for code in one if unicodedata.category(chr(code)) != "Cn"]

    pdf = render_pdf(Document(title="Symbols", parts=(Part(blocks=(Paragraph(runs=plain(" ".join(chars))),)),)))

    assert pdf.replaced == ()


def test_right_to_left_text_and_language_of_a_passage() -> None:
    """Arabic is set without loss, and its language is marked."""
    pdf = opened(made(Paragraph(runs=(Run(text="plain "), Run(text="مرحبا بالعالم", language="ar")))))

    assert b"/Lang(ar)" in pdf.pages[0].Contents.read_bytes()


def test_figure_has_its_alternative_text() -> None:
    """A picture is tagged with the text that stands for it."""
    pdf = opened(made(Figure(content=SVG, media="image/svg+xml", alt="A teal bar")))

    assert [str(one.Alt) for one in kinds(pdf, "/Figure")][:1] == ["A teal bar"]


def test_a_picture_of_ours_holds_any_letters(tmp_path: Path) -> None:
    """A letter that a picture cannot hold becomes a square, and the caption says so; the others stand."""
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="9">Arte é عربي 数学 ế</text></svg>'

    content = made(Figure(content=drawn.encode(), media="image/svg+xml", alt="x", caption="Art", own=True))

    said = pdf_text(content, tmp_path)
    assert "Art (□ stands for letters that a picture in this file cannot hold.)" in said
    assert "Arte é" in said


@pytest.mark.parametrize("size", [(300, 3000), (3000, 300), (40, 40)])
def test_a_picture_of_ours_fits_its_page(size: tuple[int, int]) -> None:
    """However tall, it makes no second page; and a small one is not blown up."""
    wide, tall = size
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}"><path d="M0 0v{tall}"/></svg>'

    pdf = opened(made(Figure(content=drawn.encode(), media="image/svg+xml", alt="x", own=True)))

    assert len(pdf.pages) == 1
    boxes = [box for one in kinds(pdf, "/Figure") if (box := attribute(one, "/BBox", "/Layout")) is not None]
    left, bottom, right, top = map(float, boxes[0])
    assert right - left <= min(wide, 477)
    assert 30 <= bottom < top <= 792


def test_damaged_picture_is_an_error_with_a_way_out() -> None:
    """What cannot be set is said in a sentence, not as a traceback of the typesetter."""
    with pytest.raises(CannotPublish, match=r"^The PDF of “Five lines” could not be made: .*still be published\.$"):
        made(Figure(content=b"no png", media="image/png", alt="x"))


def test_same_document_gives_the_same_bytes() -> None:
    """No clock, no random, no name of a temporary folder."""
    assert framework_pdf(small_publication()) == framework_pdf(small_publication())


def test_file_is_whole() -> None:
    """The amended file has no fault that a strict reader sees."""
    problems = opened(framework_pdf(small_publication())).check_pdf_syntax()

    assert problems == []


def test_link_to_nowhere_is_text() -> None:
    """A link to a place that is not in the document is printed as text."""
    pdf = opened(made(Paragraph(runs=(Run(text="gone", link="#gone"), Run(text="bad", link="javascript:x")))))

    assert kinds(pdf, "/Link") == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks())
def test_any_framework_becomes_a_pdf(framework: Framework) -> None:
    """Any legal framework, whatever its texts, becomes an accessible PDF."""
    publication = Publication(framework=framework, sets={}, findings=(), as_of="2026-11-23", revision=0)

    content = render_pdf(compose(publication)).content

    assert isinstance(opened(content), pikepdf.Pdf)
