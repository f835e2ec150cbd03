"""The pathways: what each is for, and what it is made of."""

from __future__ import annotations

from workbench.model import Pathway, PathwayPart
from workbench.publish.compose.words import (
    Section,
    absent,
    anchor,
    capital,
    say,
    standards_of,
    title_of,
)
from workbench.publish.document import (
    Block,
    Column,
    Facts,
    Heading,
    Row,
    Runs,
    Table,
    joined,
    lines,
    link,
    paragraphs,
    plain,
    strong,
)
from workbench.publish.publication import Publication


def pathways_section(publication: Publication) -> Section:
    """Return each pathway with its parts."""
    blocks: list[Block] = []
    for pathway in publication.framework.pathways.ordered():
        blocks += _pathway(publication, pathway)
    return Section(title=capital(publication.term("pathway", many=True)), id="pathways", blocks=tuple(blocks))


def _pathway(publication: Publication, pathway: Pathway) -> list[Block]:
    blocks: list[Block] = [Heading(level=2, text=title_of(pathway), id=anchor(pathway))]
    blocks += paragraphs(pathway.description)
    facts = (
        ("Leads to", plain(capital(pathway.purpose))),
        ("For", plain(pathway.audience.strip())),
        ("Standards", standards_of(publication, pathway.id)),
    )
    blocks.append(Facts(items=tuple((name, runs) for name, runs in facts if runs)))
    parts = publication.framework.parts_of(pathway.id)
    if not parts:
        return [*blocks, say("Nothing has been put into it yet.")]
    columns = (
        Column(head="Part", width=1.8),
        Column(head="What is needed", width=1.2),
        Column(head=capital(publication.term("experience", many=True)), width=4),
    )
    rows = tuple(_part(publication, part) for part in parts)
    return [*blocks, Table(caption=f"Parts of {title_of(pathway)}", columns=columns, rows=rows, show_caption=False)]


def _part(publication: Publication, part: PathwayPart) -> Row:
    held = [publication.framework.find(one) for one in part.experience_ids]
    names: list[Runs] = [link(title_of(one), f"#{anchor(one)}") for one in held if one is not None]
    needed = f"{part.choose} of these {len(names)}" if part.choose is not None else "All of these"
    title = part.title.strip() or part.code.strip()
    return Row(
        cells=(
            strong(title) or absent("Not named"),
            plain(needed),
            lines(joined((name,)) for name in names) or absent("None yet"),
        ),
        id=anchor(part),
    )
