"""Small sets in two versions, for tests of what changed between them."""

from __future__ import annotations

from workbench.model import Standard, StandardLink, StandardSet

COUNTING = (
    Standard(id="d1", code="CC", statement="Counting and Cardinality"),
    Standard(id="d2", code="G", statement="Geometry"),
    Standard(id="s1", code="CC.1", statement="Count to 100 by ones and by tens.", parent_id="d1", grades=("K",)),
    Standard(id="s2", code="CC.2", statement="Write numbers from 0 to 20.", parent_id="d1", grades=("K",)),
    Standard(id="s3", code="G.1", statement="Describe objects using names of shapes.", parent_id="d2", grades=("K",)),
)


def version_of(key: str, *standards: Standard, links: tuple[StandardLink, ...] = ()) -> StandardSet:
    """Return a version of a set of counting standards."""
    return StandardSet(
        id=key, identifier="counting", title="Counting", version=key, standards=standards or COUNTING, links=links
    )


def link(kind: str, origin: str, destination: str) -> StandardLink:
    """Return a link between two standards."""
    return StandardLink(id=f"{kind}-{origin}-{destination}", type=kind, origin_id=origin, destination_id=destination)
