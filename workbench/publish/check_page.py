"""The report of the checks as one web page: by severity and rule, with why each rule matters and what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from workbench.model import Finding, Severity
from workbench.publish.compose.closing import SEVERITIES
from workbench.publish.compose.words import one_line, say
from workbench.publish.document import Block, Column, Document, Heading, Note, Part, Row, Table, Tone, paragraphs, plain
from workbench.publish.html_page import render_html
from workbench.publish.publication import Publication, plural


def check_page(publication: Publication, why: Mapping[str, str]) -> bytes:
    """Return the findings of ``publication`` as HTML in UTF-8; ``why`` tells by rule why it matters."""
    blocks = [block for severity in Severity for block in _severity(publication, severity, why)]
    if not publication.findings:
        blocks = [Note(runs=plain("The checks found nothing that stands."), tone=Tone.OK)]
    blocks += _decisions(publication)
    return render_html(
        Document(
            title="What the checks say",
            parts=(Part(blocks=tuple(blocks)),),
            language="en",
            author=publication.district,
            status=plural(len(publication.findings), "finding"),
            draft=publication.is_draft,
            facts=(("As of", publication.as_of), ("Revision", str(publication.revision))),
            dated=publication.as_of,
        )
    )


def _severity(publication: Publication, severity: Severity, why: Mapping[str, str]) -> Iterator[Block]:
    found = sorted((one for one in publication.findings if one.severity is severity), key=lambda one: one.sort_key)
    if not found:
        return
    yield Heading(level=1, text=f"{SEVERITIES[severity]} ({len(found)})", id=str(severity))
    if severity is Severity.ERROR:
        yield say("An error stands in the way of adoption.")
    for code, of_rule in groupby(found, key=lambda one: one.code):
        same = [*of_rule]
        yield Heading(level=2, text=f"{code} ({len(same)})", id=f"{severity}-{code}")
        yield from paragraphs(why.get(code, ""))
        yield _table(publication, same, f"{SEVERITIES[severity]} of {code}")


def _table(publication: Publication, found: Sequence[Finding], caption: str) -> Table:
    columns = (
        Column(head="Where", width=1.6),
        Column(head="What was found", width=2.8),
        Column(head="What to do", width=2.4),
    )
    rows = tuple(Row(cells=(plain(_where(publication, one)), plain(one.message), plain(one.remedy))) for one in found)
    return Table(caption=caption, columns=columns, rows=rows, show_caption=False)


def _decisions(publication: Publication) -> Iterator[Block]:
    if not publication.waived:
        return
    yield Heading(level=1, text=f"Decisions on findings ({len(publication.waived)})", id="decisions")
    yield say("The committee decided to leave these as they are until the day named.")
    heads = ("Where", "What was found", "Why it stands", "Until", "Recorded by")
    rows = tuple(
        Row(
            cells=(
                plain(_where(publication, finding)),
                plain(f"{finding.message} ({finding.code})"),
                plain(decided.reason),
                plain(decided.until),
                plain(name or "a former member"),
            )
        )
        for finding, decided, name in publication.waived
    )
    columns = tuple(Column(head=head, width=2 if head in heads[:3] else 1) for head in heads)
    yield Table(caption="Decisions on findings", columns=columns, rows=rows, show_caption=False)


def _where(publication: Publication, finding: Finding) -> str:
    thing = publication.framework.find(finding.subject_id)
    if thing is None:
        return "The whole framework"
    code = thing.code.strip()
    return f"{one_line(thing.name, 60)}{f' ({code})' if code else ''}"
