"""The report of the checks as one web page: by severity and rule, with why each rule matters and what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from workbench.model import Severity
from workbench.publish.compose.closing import SEVERITIES, findings_table, waivers_section
from workbench.publish.compose.words import say
from workbench.publish.document import Block, Document, Heading, Note, Part, Tone, paragraphs, plain
from workbench.publish.html_page import render_html
from workbench.publish.publication import Publication, plural


def check_page(publication: Publication, rules: Mapping[str, tuple[str, str]]) -> bytes:
    """Return the findings of ``publication`` as HTML in UTF-8.

    ``rules`` tells, by the code of a rule, what is wrong in a sentence, and why that matters.
    """
    blocks = [block for severity in Severity for block in _severity(publication, severity, rules)]
    if not publication.findings:
        # Nothing is called good that was not looked at.
        tone = Tone.INFO if publication.unchecked else Tone.OK
        blocks = [Note(runs=plain("The checks found nothing that stands."), tone=tone)]
    if publication.unchecked:
        blocks.insert(0, Note(runs=plain(publication.unchecked), label="Not checked"))
    decided = waivers_section(publication, linked=False)
    if decided.blocks:
        blocks += [Heading(level=1, text=decided.title, id=decided.id), *decided.blocks]
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


def _severity(publication: Publication, severity: Severity, rules: Mapping[str, tuple[str, str]]) -> Iterator[Block]:
    found = sorted((one for one in publication.findings if one.severity is severity), key=lambda one: one.sort_key)
    if not found:
        return
    yield Heading(level=1, text=f"{SEVERITIES[severity]} ({len(found)})", id=str(severity))
    if severity is Severity.ERROR:
        yield say("An error stands in the way of adoption.")
    for code, of_rule in groupby(found, key=lambda one: one.code):
        same = [*of_rule]
        wrong, why = rules[code]
        yield Heading(level=2, text=f"{wrong.rstrip('.')} ({len(same)})", id=f"{severity}-{code}")
        yield from paragraphs(why)
        yield findings_table(publication, same, f"{SEVERITIES[severity]} of {code}", linked=False)
