"""Document to one HTML file: no script, nothing fetched, readable on a telephone, on paper and aloud."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from workbench.publish.compose import compose
from workbench.publish.document import Block, Document, Heading, relevel
from workbench.publish.faces import FOLDERS
from workbench.publish.html_blocks import Html, language_of, text
from workbench.publish.publication import Publication

STYLE = Path(__file__).with_name("page.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""What the page may load: only what it carries. It holds even where a text should slip through as markup."""
CONTENTS_FROM = 4
"""Headings from which on a page has contents."""
FACES = (("AtkinsonHyperlegible-Regular.ttf", 400), ("AtkinsonHyperlegible-Bold.ttf", 700))


def framework_html(publication: Publication) -> bytes:
    """Return a framework as a web page."""
    return render_html(compose(publication))


def render_html(document: Document) -> bytes:
    """Return ``document`` as one self-contained HTML file in UTF-8."""
    html = Html(document)
    title = text(document.title) or "Untitled"
    sections = _sections(relevel(document.blocks()))
    contents = _contents(sections) if sum(1 for _ in document.headings()) >= CONTENTS_FROM else ""
    body = "\n".join(f"<section>\n{html.blocks(blocks)}\n</section>" for blocks in sections)
    foot = " · ".join(filter(None, (text(document.author), text(document.status), text(document.dated))))
    page = f"""<!doctype html>
<html lang="{language_of(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<title>{title}{f" – {text(document.author)}" if document.author.strip() else ""}</title>
<style>
{_style()}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="cover">
{_cover(document, title)}
</header>
<div class="body{" with-contents" if contents else ""}">
{contents}<main id="main">
{body}
</main>
</div>
<footer>{foot or title}</footer>
</body>
</html>
"""
    return page.encode("utf-8")


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks parted before each heading of level 1."""
    sections: list[list[Block]] = []
    for block in blocks:
        if not sections or (isinstance(block, Heading) and block.level == 1):
            sections.append([])
        sections[-1].append(block)
    return sections


def _contents(sections: Sequence[Sequence[Block]]) -> str:
    entries = []
    for blocks in sections:
        headings = [one for one in blocks if isinstance(one, Heading) and one.id]
        tops = [one for one in headings if one.level == 1]
        below = "".join(f"<li>{_entry(one)}</li>" for one in headings if one.level == 2)  # noqa: PLR2004
        inner = f"<ol>{below}</ol>" if below else ""
        entries += [f"<li>{_entry(one)}{inner}</li>" for one in tops]
    listed = "\n".join(entries)
    heading = '<h2 id="contents">Contents</h2>'
    return f'<nav class="contents" aria-labelledby="contents">\n{heading}\n<ol>{listed}</ol>\n</nav>\n'


def _entry(heading: Heading) -> str:
    return f'<a href="#{text(heading.id)}">{text(" ".join(heading.text.split())) or "Untitled"}</a>'


def _cover(document: Document, title: str) -> str:
    district = f'<p class="district">{text(document.author)}</p>\n' if document.author.strip() else ""
    mark = "status draft" if document.draft else "status"
    status = f'\n<p class="{mark}">{text(document.status)}</p>' if document.status else ""
    facts = "".join(f"<dt>{text(name)}</dt><dd>{text(said)}</dd>" for name, said in document.facts)
    return f"{district}<h1>{title}</h1>{status}" + (f'\n<dl class="facts">{facts}</dl>' if facts else "")


@cache
def _style() -> str:
    return _faces() + STYLE.read_text(encoding="utf-8")


def _faces() -> str:
    rules = []
    for name, weight in FACES:
        data = base64.b64encode((FOLDERS[0] / name).read_bytes()).decode("ascii")
        source = f'src: url(data:font/ttf;base64,{data}) format("truetype")'
        rules.append(f'@font-face {{ font-family: "Atkinson Hyperlegible"; font-weight: {weight}; {source}; }}\n')
    return "".join(rules)
