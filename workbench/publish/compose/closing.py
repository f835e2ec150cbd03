"""What stands around the content: how to read it, findings, glossary, and what the document is."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.localize.tags import name_of
from workbench.model import KINDS, Finding, Severity
from workbench.publish.compose.words import Section, anchor, capital, listed, one_line, say
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
    Tone,
    bullets,
    joined,
    link,
    paragraphs,
    plain,
    strong,
)
from workbench.publish.publication import Publication, plural

ACCESSIBILITY = (
    "This document is made as a tagged PDF with bookmarks and as a web page. Headings, lists and tables are marked as "
    "such, every table has header cells, and nothing is told by colour alone. If a part of it does not work for you, "
    "ask us for it in another form."
)
CREDIT = (
    "The structure of design questions, beliefs and practices follows “Brief 4: Mastery-Based Learning” by the Great "
    "Schools Partnership and the Connecticut Association of Public School Superintendents (CC BY-NC-SA 4.0)."
)
SEVERITIES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}
GLANCE = (
    ("attribute", "portrait"),
    ("belief", "beliefs"),
    ("competency", "content-areas"),
    ("indicator", "content-areas"),
    ("criterion", "criteria"),
    ("habit", "habits"),
    ("assessment", "assessment"),
    ("experience", "experiences"),
    ("pathway", "pathways"),
)
"""The kinds that are counted at the beginning, and the section where each is."""
MEANINGS = (
    ("attribute", "a quality that every graduate will have"),
    ("competency", "what every graduate will know and be able to do"),
    ("indicator", "a measurable part of one {competency}, to which {criteria} attach"),
    ("target", "a step towards one {indicator}, the size of a lesson or a unit"),
    ("criterion", "a description of work at each level of a scale, the same for every task"),
    ("habit", "how students work, reported apart from what they know and can do"),
    ("experience", "a course, or another way in which a student learns and earns credit"),
    ("pathway", "learning experiences put together, leading to graduation or to credit"),
    ("verification_rule", "the rule by which scores become the statement that something is met"),
    ("standard", "what the state or another body says that students should learn"),
)


def reading_section(publication: Publication, unwritten: Sequence[str]) -> Section:
    """Return how to read the document, what a draft is, and which parts are not yet written."""
    competency, indicator = publication.term("competency"), publication.term("indicator")
    blocks: list[Block] = [
        say(
            f"This document says what every graduate will know and be able to do. Each {competency} is made measurable "
            f"by its {publication.term('indicator', many=True)}; {publication.term('criterion', many=True)} describe "
            f"work at each level; {publication.term('experience', many=True)} and "
            f"{publication.term('pathway', many=True)} show where students learn it and how they earn credit for it."
        ),
        bullets(
            (
                joined((strong("Codes"), plain(f"name each {competency} and {indicator}, and lead to it.")), " "),
                joined(
                    (
                        strong("Introduced, developed, assessed"),
                        plain(
                            f"say what a course does for each {indicator}. A student is scored where it is assessed."
                        ),
                    ),
                    " ",
                ),
                joined(
                    (
                        strong("Depth of knowledge"),
                        plain("runs from 1, recall, to 4, extended thinking (Norman Webb's four levels)."),
                    ),
                    " ",
                ),
            )
        ),
    ]
    blocks += _at_a_glance(publication)
    if publication.is_draft:
        counts = f"The checks found {_counted(publication)}." if publication.findings else "The checks found nothing."
        text = f"Nobody has adopted this document. {counts}"
        blocks.append(Note(runs=plain(text), tone=Tone.WARN, label="Draft"))
    if unwritten:
        blocks.append(Note(runs=plain(f"Not yet written: {listed(list(unwritten))}."), label="Still to come"))
    return Section(title="How to read this document", id="reading", blocks=tuple(blocks))


def _at_a_glance(publication: Publication) -> list[Block]:
    framework = publication.framework
    claimed = {(one.set_id, one.standard_id) for one in framework.alignments.values()}
    counts = [(publication.term(kind, many=True), len(framework.table(kind)), id_) for kind, id_ in GLANCE]
    counts.append((f"{publication.term('standard', many=True)} claimed", len(claimed), "alignment"))
    rows = tuple(
        Row(cells=(link(capital(name), f"#{identifier}"), plain(f"{count:,}")))
        for name, count, identifier in counts
        if count
    )
    columns = (Column(head="What this document holds", width=3), Column(head="How many", align=Align.END))
    return [Table(caption="At a glance", columns=columns, rows=rows)] if rows else []


def _counted(publication: Publication) -> str:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
    return listed([plural(count, words[severity]) for severity, count in publication.counts.items() if count])


def findings_section(publication: Publication) -> Section:
    """Return what the checks say of a draft, and which rules are turned off; an adopted edition has the latter only."""
    blocks: list[Block] = []
    if publication.is_draft:
        for severity, title in SEVERITIES.items():
            found = [one for one in publication.findings if one.severity is severity]
            if found:
                blocks.append(Heading(level=2, text=f"{title} ({len(found)})", id=f"findings-{severity}"))
                blocks.append(findings_table(publication, found, title))
    if blocks:
        blocks.insert(0, say(f"As of {publication.as_of}, revision {publication.revision}. An error blocks adoption."))
    if publication.unchecked:
        blocks.append(Note(runs=plain(publication.unchecked), label="Not checked"))
    return Section(title="Findings", id="findings", blocks=tuple(blocks), optional=True)


def findings_table(publication: Publication, found: Sequence[Finding], caption: str, *, linked: bool = True) -> Table:
    """Return findings as a table: where, what, what to do, by which rule; ``linked`` where the thing is on the page."""
    columns = (
        Column(head="Where", width=1.6),
        Column(head="What was found", width=2.6),
        Column(head="What to do", width=2.4),
        Column(head="Rule", width=0.8),
    )
    rows = tuple(
        Row(cells=(_where(publication, one, linked=linked), plain(one.message), plain(one.remedy), plain(one.code)))
        for one in found
    )
    return Table(caption=caption, columns=columns, rows=rows, show_caption=False)


def waivers_section(publication: Publication, *, linked: bool = True) -> Section:
    """Return the findings that the committee decided to live with: what, why, until when, by whom recorded."""
    columns = (
        Column(head="Where", width=1.5),
        Column(head="What was found", width=2.4),
        Column(head="Why it stands", width=2.4),
        Column(head="Until", width=1),
        Column(head="Recorded by", width=1.1),
    )
    rows = tuple(
        Row(
            cells=(
                _where(publication, finding, linked=linked),
                plain(f"{finding.message} ({finding.code})"),
                *map(plain, (decided.reason, publication.until(decided), name)),
            )
        )
        for finding, decided, name in publication.decided
    )
    intro = say(
        "The checks found the following. The committee decided to leave it as it is until the day named. "
        "A decision that has run out no longer holds."
    )
    table = Table(caption="Decisions on findings", columns=columns, rows=rows, show_caption=False)
    return Section(title="Decisions on findings", id="waivers", blocks=(intro, table) if rows else (), optional=True)


def _where(publication: Publication, finding: Finding, *, linked: bool) -> Runs:
    thing = publication.framework.find(finding.subject_id)
    if thing is None:
        return plain("The whole framework")
    code, name = thing.code.strip(), one_line(thing.name, 60)
    own = plain(f"({code})") if code and code != name else ()
    return joined((link(name, f"#{anchor(thing)}") if linked else plain(name), own), " ")


def glossary_section(publication: Publication) -> Section:
    """Return the words of the document as the district says them."""
    framework = publication.framework
    used = [(kind, meaning) for kind, meaning in MEANINGS if kind == "standard" or framework.table(kind)]
    if not any(kind != "standard" for kind, _ in used):
        return Section(title="Glossary", id="glossary", blocks=(), optional=True)
    words = {
        "competency": publication.term("competency"),
        "indicator": publication.term("indicator"),
        "criteria": publication.term("criterion", many=True),
    }
    rows = tuple(
        Row(cells=(strong(capital(publication.term(kind))), plain(_meaning(publication, kind, meaning, words))))
        for kind, meaning in used
    )
    columns = (Column(head="Word", width=1.6), Column(head="What it means here", width=5))
    table = Table(caption="Words used in this document", columns=columns, rows=rows, show_caption=False)
    return Section(title="Glossary", id="glossary", blocks=(table,), optional=True)


def _meaning(publication: Publication, kind: str, meaning: str, words: dict[str, str]) -> str:
    usual = KINDS[kind].noun if kind in KINDS else kind
    own = publication.term(kind)
    also = f" Elsewhere called “{usual}”." if own.lower() != usual else ""
    return capital(meaning.format_map(words)) + "." + also


def about_section(publication: Publication) -> Section:
    """Return revision, acknowledgements, accessibility, contact, licence and credits."""
    district = publication.framework.district
    blocks: list[Block] = [Heading(level=2, text="Revision", id="revision"), _revision(publication)]
    texts = (
        ("Committee and acknowledgements", "acknowledgements", district.acknowledgements),
        ("Accessibility", "accessibility", district.accessibility.strip() or ACCESSIBILITY),
        ("Contact", "contact", district.contact),
        ("Licence and credits", "licence", _licence(district.licence.strip())),
    )
    for title, identifier, text in texts:
        if text.strip():
            blocks += [Heading(level=2, text=title, id=identifier), *paragraphs(text)]
    return Section(title="About this document", id="about", blocks=tuple(blocks))


def _licence(own: str) -> str:
    return own if "Brief 4" in own else f"{own}\n\n{CREDIT}".strip()


def _revision(publication: Publication) -> Facts:
    edition = publication.edition
    facts = [("Status", publication.status_line), ("Findings as of", publication.as_of)]
    if edition is not None:
        facts = [
            ("Edition", f"{edition.number}: {edition.title.strip()}".strip(": ")),
            ("Adopted on", edition.adopted_on),
            ("Vote", edition.vote),
            ("In effect", edition.effective),
            ("Fingerprint (SHA-256)", edition.sha256),
        ]
    facts += [
        ("Revision", str(publication.revision)),
        ("Languages", ", ".join(map(name_of, publication.framework.district.languages))),
    ]
    return Facts(items=tuple((name, plain(text)) for name, text in facts if text.strip()))
