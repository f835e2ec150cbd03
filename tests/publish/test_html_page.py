"""The web page: valid structure, nothing fetched, text that stays text."""

import re
from html.parser import HTMLParser

from hypothesis import given

from tests.measures.covered import framework as covered
from tests.publish.small import small_publication
from tests.strategies import frameworks
from workbench.measures.coverage import coverage
from workbench.measures.heat_map import heat_map
from workbench.model import Framework
from workbench.publish import Publication
from workbench.publish.compose import compose
from workbench.publish.document import (
    Block,
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
from workbench.publish.html_page import framework_html, render_html

VOID = {"meta", "br", "img", "link", "hr"}


class Page(HTMLParser):
    """Reads a page into (tag, attributes) in order, and complains of tags that do not match."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(source.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if self.open and self.open[-1] not in ("style", "title"):
            self.text.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element with one of these names."""
        return [attributes for tag, attributes in self.elements if tag in tags]


def page(*blocks: Block) -> Page:
    """Return the page of a document that is these blocks."""
    return Page(render_html(Document(title="Five lines", parts=(Part(blocks=blocks),), language="en-US")))


def test_table_has_header_cells_with_scope() -> None:
    """Column heads have the scope of a column, row heads that of a row, and the caption names the table."""
    table = Table(
        caption="Marks",
        columns=(Column(head="Code"), Column(head="Text")),
        rows=(Row(cells=(plain("A.1"), plain("one")), id="a-1"), Row(cells=(plain("A.2"), plain("two")))),
    )

    found = page(table)

    assert [cell["scope"] for cell in found.all("th")] == ["col", "col", "row", "row"]
    assert len(found.all("td")) == 2
    assert [row.get("id") for row in found.all("tr")] == [None, "a-1", None]
    assert "Marks" in found.text


def test_cells_say_their_column_on_a_narrow_screen() -> None:
    """A card shows the column's head beside each cell, and keeps its part in the table for those who listen."""
    table = Table(caption="T", columns=(Column(head="Code"), Column(head="3 Good\nmeets")), rows=(Row(cells=((), ())),))

    (cell,) = page(table).all("td")

    assert (cell["data-head"], cell["role"]) == ("3 Good: meets", "cell")


def test_wide_table_scrolls_in_a_region_that_keys_reach() -> None:
    """A table with many columns does not widen the page."""
    columns = tuple(Column(head=str(place)) for place in range(12))

    (region,) = [one for one in page(Table(caption="Wide", columns=columns, rows=())).all("div") if "role" in one]

    assert region == {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": "Wide"}


def test_a_picture_of_ours_stands_in_the_page_itself() -> None:
    """Its title and description are read aloud, and it scrolls in a region of its own."""
    drawn = heat_map(coverage(covered()), "Science")

    found = page(Figure(content=drawn.encode(), media="image/svg+xml", alt="As a picture", caption="Science", own=True))

    assert found.all("img") == []
    assert [one["role"] for one in found.all("svg")] == ["img"]
    (region,) = found.all("div")[-1:]
    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "As a picture")


def test_headings_skip_no_level() -> None:
    """The title is the only h1; what a person wrote two levels down comes one level down."""
    found = page(Heading(level=1, text="One"), Heading(level=3, text="Below"), Heading(level=2, text="Beside"))

    assert [tag for tag, _ in found.elements if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3", "h3"]


def test_hostile_text_stays_text() -> None:
    """Markup, formulas and addresses that run code are shown, never obeyed."""
    hostile = '<script>alert("x")</script>=1+1 #eval("x") {{x}} \x00\x01\ud800 "\'><img src=x onerror=y>'

    found = page(
        Heading(level=1, text=hostile, id='"><script>'),
        Paragraph(runs=(Run(text=hostile, link="javascript:alert(1)"), Run(text="x", language='"><b>'))),
        Note(runs=plain(hostile), label=hostile),
        bullets([plain(hostile)]),
        Table(caption=hostile, columns=(Column(head=hostile),), rows=(Row(cells=(plain(hostile),)),)),
        Figure(content=b"<svg onload=alert(1)>", media="image/svg+xml", alt=hostile),
    )

    assert found.all("script") == []
    assert [one.get("onerror") for one in found.all("img")] == [None]
    assert [one["href"] for one in found.all("a") if not str(one["href"]).startswith("#")] == []
    assert '<script>alert("x")</script>=1+1 #eval("x") {{x}}  "\'><img src=x onerror=y>' in "".join(found.text)


def test_page_asks_nothing_of_another_host() -> None:
    """Every source is in the file itself, and the page's own policy forbids the rest."""
    source = framework_html(small_publication())

    found = Page(source)
    addresses = [str(one.get("src")) for one in found.all("img", "script", "iframe")] + re.findall(
        r"url\(([^)#]{1,5})", source.decode()
    )
    assert found.all("link", "script", "iframe", "base") == []
    assert {address[:5] for address in addresses} == {"data:"}
    assert any(str(one.get("content")).startswith("default-src 'none'") for one in found.all("meta"))


def test_page_has_landmarks_language_and_a_way_past_the_contents() -> None:
    """The page has banner, navigation, main part and footer, its language, and a first link to the text."""
    found = Page(framework_html(small_publication()))

    assert [len(found.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert found.all("html") == [{"lang": "en"}]
    assert found.all("a")[0] == {"class": "skip", "href": "#main"}


def test_each_thing_has_a_permalink() -> None:
    """What the contents and the codes lead to is there, once."""
    found = Page(framework_html(small_publication()))

    ids = [str(attributes["id"]) for _, attributes in found.elements if attributes.get("id")]
    targets = {str(one["href"])[1:] for one in found.all("a") if str(one["href"]).startswith("#")}

    assert len(ids) == len(set(ids))
    assert targets - set(ids) == set()
    assert "indicator-i2" in ids


def test_passage_in_another_language_says_so() -> None:
    """A passage has its language, and its own direction."""
    (span,) = page(Paragraph(runs=(Run(text="مرحبا", language="ar"),))).all("span")

    assert (span["lang"], span["dir"]) == ("ar", "auto")


def test_same_document_gives_the_same_bytes() -> None:
    """No clock, no random."""
    assert framework_html(small_publication()) == framework_html(small_publication())


def test_draft_is_marked() -> None:
    """DRAFT and the count of findings stand under the title."""
    found = Page(framework_html(small_publication()))

    assert {"class": "status draft"} in found.all("p")
    assert "DRAFT, 2 findings" in found.text


@given(frameworks())
def test_any_framework_becomes_a_page(framework: Framework) -> None:
    """Any legal framework gives a page whose elements match, with one h1."""
    publication = Publication(framework=framework, sets={}, findings=(), as_of="2026-11-23", revision=0)

    found = Page(render_html(compose(publication)))

    assert (found.open, len(found.all("h1")), found.all("script")) == ([], 1, [])
