"""What belongs to something that is no longer there. It is shown by itself, so that nothing vanishes in silence."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model import Framework, Thing
from workbench.model.fields import Form
from workbench.publish.compose.words import Section, anchor, capital, say, title_of
from workbench.publish.document import Column, Row, Table, lines, plain
from workbench.publish.publication import Publication

RECORDS = ("alignment", "translation")
"""Kinds that speak of another thing; the crosswalk shows an alignment by its standard."""


def unplaced_section(publication: Publication) -> Section:
    """Return the things whose owner is missing, with all that is written in them."""
    found = [thing for thing in publication.framework.things() if not _placed(publication.framework, thing)]
    if not found:
        return Section(title="Not yet placed", id="unplaced", blocks=(), optional=True)
    columns = (Column(head="What it is", width=1.5), Column(head="Name", width=2.5), Column(head="Text", width=4))
    rows = tuple(
        Row(
            cells=(plain(capital(thing.noun)), plain(title_of(thing)), lines(plain(text) for text in _texts(thing))),
            id=anchor(thing),
        )
        for thing in found
    )
    sentence = say("These belong to a part of the framework that is not there. Place them, or remove them.")
    table = Table(caption="Not yet placed", columns=columns, rows=rows, show_caption=False)
    return Section(title="Not yet placed", id="unplaced", blocks=(sentence, table), optional=True)


def _placed(framework: Framework, thing: Thing) -> bool:
    """Return whether a thing hangs, through its owners, on one that has a place of its own."""
    if thing.kind in RECORDS or not type(thing).owner_field():
        return True
    owner = framework.find(thing.owner_id)
    return (
        owner is not None
        and owner.kind in type(thing).spec(type(thing).owner_field()).targets
        and _placed(framework, owner)
    )


def _texts(thing: Thing) -> Iterator[str]:
    for name, spec, value in thing.filled():
        if name in ("order", "source_id") or spec.targets:
            continue
        if spec.form in (Form.TEXT, Form.LINE):
            yield f"{spec.label}: {value}"
        elif spec.form is Form.TEXTS:
            yield from (f"{spec.label}, {key}: {text}" for key, text in value.items())
