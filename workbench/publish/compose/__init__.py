"""Framework to document, in the order of an adopted edition. Pure: the same publication, the same document."""

from __future__ import annotations

from collections.abc import Callable

from workbench.publish.compose.alignment import alignment_section
from workbench.publish.compose.assessment import assessment_section, habits_section
from workbench.publish.compose.closing import (
    about_section,
    findings_section,
    glossary_section,
    reading_section,
    waivers_section,
)
from workbench.publish.compose.competencies import content_section, cross_section
from workbench.publish.compose.criteria import criteria_section
from workbench.publish.compose.experiences import experiences_section
from workbench.publish.compose.pathways import pathways_section
from workbench.publish.compose.portrait import beliefs_section, portrait_section, questions_section
from workbench.publish.compose.unplaced import unplaced_section
from workbench.publish.compose.words import Section
from workbench.publish.document import Document, Heading, Part
from workbench.publish.publication import Publication

SECTIONS: tuple[Callable[[Publication], Section], ...] = (
    portrait_section,
    beliefs_section,
    questions_section,
    cross_section,
    content_section,
    criteria_section,
    habits_section,
    assessment_section,
    experiences_section,
    pathways_section,
    alignment_section,
    unplaced_section,
    findings_section,
    waivers_section,
    glossary_section,
    about_section,
)


def compose(publication: Publication) -> Document:
    """Return the document of a framework: cover, how to read it, its sections, what the document is.

    A section without content is left out; one that a framework needs is named as not yet written.
    """
    sections = [section(publication) for section in SECTIONS]
    unwritten = [one.title[:1].lower() + one.title[1:] for one in sections if not one.blocks and not one.optional]
    written = [reading_section(publication, unwritten), *(one for one in sections if one.blocks)]
    return Document(
        title=publication.title,
        parts=tuple(_part(one, count) for count, one in enumerate(written, start=1)),
        language=publication.language,
        author=publication.district,
        status=publication.status_line,
        draft=publication.is_draft,
        cover=True,
        facts=_cover(publication),
        dated=publication.as_of,
    )


def _part(section: Section, count: int) -> Part:
    heading = Heading(level=1, text=f"{count}. {section.title}", id=section.id)
    return Part(blocks=(heading, *section.blocks), wide=section.wide)


def _cover(publication: Publication) -> tuple[tuple[str, str], ...]:
    edition = publication.edition
    if edition is None:
        facts = [("As of", publication.as_of), ("Revision", str(publication.revision))]
    else:
        facts = [
            ("Edition", f"{edition.number}: {edition.title.strip()}".strip(": ")),
            ("Vote", edition.vote),
            ("Adopted on", edition.adopted_on),
            ("In effect", edition.effective),
            ("Fingerprint", edition.sha256),
        ]
    return tuple((name, text) for name, text in facts if text.strip())


__all__ = ["SECTIONS", "compose"]
