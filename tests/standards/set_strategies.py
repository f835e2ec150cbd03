"""Hypothesis strategies: standard sets with odd texts, as tables and other programs may bring them."""

import uuid

from hypothesis import strategies as st

from tests.strategies import texts
from workbench.model import Standard, StandardLink, StandardSet
from workbench.standards.csv_out import LINKS

GRADES = ("PS", "K", *map(str, range(1, 13)), "13")


def ids() -> st.SearchStrategy[str]:
    """Draw an identifier that CASE takes."""
    return st.uuids(version=4).map(str)


@st.composite
def standard_sets(draw: st.DrawFn, *, most: int = 6) -> StandardSet:
    """Draw a set that no CASE package told: a tree of standards in reading order, and links between them."""
    identifiers = draw(st.lists(ids(), max_size=most, unique=True))
    parents = [draw(st.sampled_from(["", *identifiers[:place]])) for place in range(len(identifiers))]
    pairs = st.tuples(st.sampled_from(LINKS), st.sampled_from(identifiers), ids() | st.sampled_from(identifiers))
    ends = draw(st.lists(pairs, max_size=3, unique=True)) if identifiers else []
    return StandardSet(
        id=str(draw(st.uuids(version=4))),
        title=f"A set {draw(texts())}",
        version=draw(texts()),
        subject=draw(texts()),
        owner=draw(texts()),
        publisher=draw(texts()),
        licence=draw(texts()),
        language=draw(texts()),
        notes=draw(texts()),
        source=draw(st.sampled_from(["", "https://example.org/a?b=c,d"])),
        standards=tuple(
            Standard(
                id=identifier,
                code=draw(texts()),
                statement=f"s{draw(texts())}",
                label=draw(texts()),
                kind=draw(texts()),
                notes=draw(texts()),
                parent_id=parent,
                sequence=1 + sum(other == parent for other in parents[:place]),
                grades=tuple(draw(st.lists(st.sampled_from(GRADES), max_size=3, unique=True))),
            )
            for place, (identifier, parent) in enumerate(zip(identifiers, parents, strict=True))
        ),
        links=tuple(
            StandardLink(
                id=str(uuid.uuid5(uuid.NAMESPACE_URL, "|".join(end))),
                type=end[0],
                origin_id=end[1],
                destination_id=end[2],
            )
            for end in ends
        ),
    )
