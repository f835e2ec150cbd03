"""The standards that the committee chose as priorities, with the reason and what covers each."""

from __future__ import annotations

from workbench.model import PriorityStandard
from workbench.publish.compose.words import absent, anchor, capital, say, tag_links
from workbench.publish.document import Block, Column, Heading, Row, Runs, Table, plain
from workbench.publish.publication import Publication


def priority_blocks(publication: Publication) -> list[Block]:
    """Return a heading and a table of the priority standards; nothing where none is chosen."""
    chosen = publication.framework.priority_standards.ordered()
    if not chosen:
        return []
    title = capital(publication.term("priority_standard", many=True))
    columns = (
        Column(head=capital(publication.term("standard")), width=1.2),
        Column(head="What it is about", width=2.4),
        Column(head="Why it is a priority", width=2.6),
        Column(head="Covered by", width=1.6),
    )
    rows = tuple(Row(cells=_cells(publication, one), id=anchor(one)) for one in chosen)
    return [
        Heading(level=2, text=title, id="priority-standards"),
        say("The committee chose these standards as the ones that every student learns and shows."),
        Table(caption=title, columns=columns, rows=rows, show_caption=False),
    ]


def _cells(publication: Publication, one: PriorityStandard) -> tuple[Runs, ...]:
    framework = publication.framework
    found = publication.standard(one.set_id, one.standard_id)
    covering = framework.indicators_aligned_to(one.set_id, one.standard_id)
    lost = f"The project does not hold it: {one.standard_id} of the set {one.set_id}"
    return (
        plain((found.code if found else one.code) or one.standard_id) or absent("Not named"),
        plain(found.label or found.statement) if found else absent(lost),
        plain(one.reason.strip()) or absent("Not said"),
        tag_links(framework, (each.id for each in covering)) or absent(f"No {publication.term('indicator')} yet"),
    )
