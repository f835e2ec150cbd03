"""Alignment by standard set: what of ours claims each standard, and how many nobody claims."""

from __future__ import annotations

from workbench.measures.coverage import coverage
from workbench.measures.coverage_words import GROUPS
from workbench.model import Alignment, Standard, StandardSet
from workbench.publish.compose.coverage import became_tables, meanings
from workbench.publish.compose.priorities import priority_blocks
from workbench.publish.compose.words import Section, absent, anchor, capital, say, tag
from workbench.publish.document import (
    Align,
    Block,
    Column,
    Facts,
    Heading,
    Note,
    Row,
    Runs,
    Table,
    joined,
    lines,
    link,
    plain,
    quiet,
)
from workbench.publish.publication import Publication, plural

ROOM = 900
"""Characters for naming the standards of one group that nothing claims; a national set has thousands of them."""


def alignment_section(publication: Publication) -> Section:
    """Return the priorities, a crosswalk for each set that is cited, and what cites a set that the project lacks."""
    held = _cited(publication)
    blocks: list[Block] = [_intro(), overview(publication), *_became(publication)] if held else []
    blocks += priority_blocks(publication)
    for count, one in enumerate(held, start=1):
        blocks += _set(publication, one, f"set-{count}")
    blocks += _lost(publication)
    return Section(title="Alignment to standards", id="alignment", blocks=tuple(blocks))


def _cited(publication: Publication) -> list[StandardSet]:
    cited = dict.fromkeys(alignment.set_id for alignment in publication.framework.alignments.ordered())
    held = (found for key in cited if (found := publication.sets.get(key)) is not None)
    return sorted(held, key=lambda one: (one.local, one.subject, one.title, one.id))


def _intro() -> Block:
    return say(
        "Each table shows which part of this framework claims a standard, in full or in part.",
        "A claim says that students are taught and assessed on what the standard asks for.",
        "Labels of standards may be short ones written for this document; the owner's wording is what counts.",
    )


def _claims(publication: Publication, found: StandardSet) -> dict[str, tuple[Alignment, ...]]:
    return {one.id: publication.framework.alignments_to(found.id, one.id) for one in found.standards}


def overview(publication: Publication) -> Table:
    """Return how many standards of each cited set are claimed in full, in part, not at all."""
    columns = (
        Column(head="Set of standards", width=4),
        Column(head="Standards", width=1, align=Align.END),
        Column(head="Claimed in full", width=1, align=Align.END),
        Column(head="Claimed in part only", width=1, align=Align.END),
        Column(head="Not claimed", width=1, align=Align.END),
    )
    rows = []
    for found in _cited(publication):
        claims = _claims(publication, found)
        full = sum(any(one.strength == "full" for one in claims[leaf.id]) for leaf in found.leaves)
        some = sum(bool(claims[leaf.id]) for leaf in found.leaves)
        counts = (len(found.leaves), full, some - full, len(found.leaves) - some)
        rows.append(Row(cells=(plain(_name(found)), *(plain(f"{count:,}") for count in counts))))
    return Table(caption="How much of each set is claimed", columns=columns, rows=tuple(rows))


def _became(publication: Publication) -> list[Block]:
    """Return how many standards are assessed, only taught, only claimed, and what these words mean."""
    found = coverage(publication.framework, publication.sets, rows="standards")
    return [*became_tables(found, GROUPS[found.rows]), meanings()]


def _name(found: StandardSet) -> str:
    already = "local" in found.title.lower()
    return f"{found.title} (local standards)" if found.local and not already else found.title


def _set(publication: Publication, found: StandardSet, identifier: str) -> list[Block]:
    facts = (
        ("Subject", plain(found.subject)),
        ("Owner", plain(found.owner)),
        ("Version", plain(found.version)),
        ("Source", link(found.source, found.source)),
        ("Licence", plain(found.licence)),
    )
    blocks: list[Block] = [Heading(level=2, text=_name(found), id=identifier)]
    if found.local:
        blocks.append(Note(runs=plain("Written by the district itself, where no outside set was used.")))
    blocks.append(Facts(items=tuple((name, runs) for name, runs in facts if runs)))
    claims = _claims(publication, found)
    columns = (
        Column(head=capital(publication.term("standard")), width=1.2),
        Column(head="What it is about", width=2.4),
        Column(head="Claimed by", width=3.8),
    )
    rows = tuple(
        Row(cells=(plain(one.code or one.id), plain(one.label or one.statement), _by(publication, claims[one.id])))
        for one in found.standards
        if claims[one.id]
    )
    blocks.append(Table(caption=f"Claimed standards of {_name(found)}", columns=columns, rows=rows))
    return [*blocks, *_unclaimed(found, claims)]


def _by(publication: Publication, alignments: tuple[Alignment, ...]) -> Runs:
    """Return who claims a standard: in a row, or with their rationales on a line each."""
    pieces = []
    for alignment in alignments:
        subject = publication.framework.find(alignment.subject_id)
        name = link(tag(subject), f"#{anchor(subject)}") if subject else absent("Something that is no longer there")
        part = quiet(" (in part)") if alignment.strength == "partial" else ()
        rationale = quiet(f": {alignment.rationale.strip()}") if alignment.rationale.strip() else ()
        pieces.append((*name, *part, *rationale))
    return lines(pieces) if any(one.rationale.strip() for one in alignments) else joined(pieces)


def _named(leaves: list[Standard]) -> str:
    """Return the codes of standards; of a large group the first ones, and where the others are listed."""
    names: list[str] = []
    room = ROOM
    for leaf in leaves:
        name = leaf.code or leaf.name
        room -= len(name) + 2
        if room < 0 and names:
            break
        names.append(name)
    more = len(leaves) - len(names)
    return ", ".join(names) + (f", and {more:,} more, which the crosswalk lists" if more else "")


def _unclaimed(found: StandardSet, claims: dict[str, tuple[Alignment, ...]]) -> list[Block]:
    groups: dict[str, list[Standard]] = {}
    for leaf in found.leaves:
        if not claims[leaf.id]:
            groups.setdefault(_top(found, leaf).id, []).append(leaf)
    if not groups:
        return [say("Every standard of this set is claimed.")]
    columns = (
        Column(head="Group", width=2),
        Column(head="Not claimed", width=1, align=Align.END),
        Column(head="Codes", width=4.2),
    )
    rows = tuple(
        Row(
            cells=(
                plain(found.by_id[top].name),
                plain(str(len(leaves))),
                plain(_named(leaves)),
            )
        )
        for top, leaves in groups.items()
    )
    return [Table(caption=f"Standards of {_name(found)} that nothing claims", columns=columns, rows=rows)]


def _top(found: StandardSet, standard: Standard) -> Standard:
    seen = {standard.id}
    while standard.parent_id in found.by_id and standard.parent_id not in seen:
        standard = found.by_id[standard.parent_id]
        seen.add(standard.id)
    return standard


def _lost(publication: Publication) -> list[Block]:
    lost = [
        one
        for one in publication.framework.alignments.ordered()
        if publication.standard(one.set_id, one.standard_id) is None
    ]
    if not lost:
        return []
    sentence = (
        f"{plural(len(lost), 'alignment names a standard', 'alignments name standards')} that the project does not "
        "hold. Add the set of standards, then publish again."
    )
    columns = (
        Column(head=capital(publication.term("standard")), width=2),
        Column(head="Of the set", width=2),
        Column(head="Claimed by", width=3),
    )
    rows = tuple(
        Row(cells=(plain(one.standard_id) or absent("Not named"), plain(one.set_id), _by(publication, (one,))))
        for one in lost
    )
    return [
        Heading(level=2, text="Standards that are not at hand", id="lost-standards"),
        Note(runs=plain(sentence), label="Attention"),
        Table(caption="Standards that are not at hand", columns=columns, rows=rows, show_caption=False),
    ]
