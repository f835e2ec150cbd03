"""What the sections share: anchors, names, codes as links, counted words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.model import Competency, Framework, Indicator, Thing
from workbench.model.values import Reach
from workbench.publish.document import Block, Paragraph, Runs, joined, link, plain, quiet
from workbench.publish.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the document before it has its number. Without ``blocks`` there is nothing to show yet.

    ``optional``: left out in silence when empty; the others are named as not yet written.
    """

    title: str
    id: str
    blocks: tuple[Block, ...]
    wide: bool = False
    optional: bool = False


def anchor(thing: Thing) -> str:
    """Return the permalink of a thing: its kind and its id, with nothing that an address cannot hold."""
    return f"{thing.kind}-" + re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found[0]):x}_", thing.id)


def tag(thing: Thing) -> str:
    """Return the short way to name a thing: its code, or its name."""
    return thing.code.strip() or one_line(thing.name)


def one_line(text: str, limit: int = 90) -> str:
    """Return text on one line, cut at a word where it is longer than ``limit``."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def title_of(thing: Thing) -> str:
    """Return a heading for a thing: code and name on one line. A title stands in full, a statement may be cut."""
    title = " ".join(str(getattr(thing, "title", "")).split())
    name = title or one_line(thing.name)
    return f"{thing.code.strip()} {name}" if thing.code.strip() and thing.code.strip() != name else name


def tag_link(thing: Thing) -> Runs:
    """Return a thing's short name, leading to the thing."""
    return link(tag(thing), f"#{anchor(thing)}")


def tag_links(framework: Framework, identifiers: Iterable[str]) -> Runs:
    """Return the short names of things by id, in the framework's order; what is gone is left out."""
    found = {thing.id: thing for one in identifiers if (thing := framework.find(one)) is not None}
    return joined(tag_link(thing) for thing in sorted(found.values(), key=lambda one: place(framework, one)))


def place(framework: Framework, thing: Thing) -> tuple[tuple[str, str], ...]:
    """Return the sort key under which a thing stands where it stands in the document: owners first."""
    own = (thing.order, thing.id)
    owner = framework.find(thing.owner_id) if thing.owner_id else None
    if isinstance(thing, Indicator) and owner is not None:
        return (*place(framework, owner), own)
    if isinstance(thing, Competency):
        return (("0" if thing.reach is Reach.CROSS else "1", ""), own)
    return (own,)


def say(*sentences: str) -> Paragraph:
    """Return a paragraph of our own sentences."""
    return Paragraph(runs=plain(" ".join(sentence for sentence in sentences if sentence)))


def absent(text: str) -> Runs:
    """Return words for what is not there, so that no cell is empty without saying so."""
    return quiet(text)


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def capital(text: str) -> str:
    """Return text with its first letter capital, the rest as it was."""
    return text[:1].upper() + text[1:]


def number(value: Decimal | None) -> str:
    """Return an exact number without needless zeros, or an empty text."""
    return "" if value is None else f"{value.normalize():f}"


def standards_of(publication: Publication, subject_id: str) -> Runs:
    """Return the codes of the standards that a thing is aligned to, "in part" where it is so."""
    pieces = []
    for alignment in publication.framework.alignments_of(subject_id):
        code = publication.code_of_standard(alignment.set_id, alignment.standard_id)
        pieces.append(plain(f"{code} (in part)" if alignment.strength == "partial" else code))
    return joined(pieces)


def areas(framework: Framework) -> dict[str, list[Competency]]:
    """Return the content-area competencies by area, areas in the order of their first competency."""
    groups: dict[str, list[Competency]] = {}
    for competency in framework.competencies.ordered():
        if competency.reach is Reach.CONTENT:
            groups.setdefault(competency.area.strip(), []).append(competency)
    return groups


def cross(framework: Framework) -> list[Competency]:
    """Return the cross-curricular competencies in order."""
    return [one for one in framework.competencies.ordered() if one.reach is Reach.CROSS]
