"""Documents as JSON and back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.publish.small import small_publication
from tests.strategies import frameworks
from workbench.errors import BadFile
from workbench.model import Framework
from workbench.publish import Publication
from workbench.publish.compose import compose
from workbench.publish.document import Document, Figure, Part
from workbench.publish.document_json import from_json, to_json

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("Document"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["is", "title", "parts", "blocks", "runs", "base64"]), inner, max_size=4)
    ),
    max_leaves=8,
)


def test_whole_document_comes_back() -> None:
    """A framework's document survives, through text."""
    document = compose(small_publication())

    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_picture_comes_back() -> None:
    """Bytes travel as base64."""
    document = Document(title="t", parts=(Part(blocks=(Figure(content=b"\x00\xff", media="image/png", alt="a"),)),))

    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_a_picture_from_a_file_is_never_ours() -> None:
    """Whoever writes the file, its picture does not become markup of a page."""
    ours = Figure(content=b"<svg onload='x'/>", media="image/svg+xml", alt="a", own=True)

    found = from_json({**to_json(Document(title="t", parts=(Part(blocks=(ours,)),)))})

    assert [block.own for block in found.blocks() if isinstance(block, Figure)] == [False]


@given(frameworks())
def test_any_document_comes_back(framework: Framework) -> None:
    """Odd texts survive."""
    publication = Publication(framework=framework, sets={}, findings=(), as_of="2026-11-23", revision=0)
    document = compose(publication)

    assert from_json(json.loads(json.dumps(to_json(document)))) == document


@given(ANY_JSON)
def test_any_json_is_a_document_or_a_bad_file(data: object) -> None:
    """What a notebook holds under our media type never crashes."""
    try:
        found = from_json(data)
    except BadFile:
        return

    assert isinstance(found, Document)
