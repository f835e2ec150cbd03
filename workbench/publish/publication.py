"""What is published: one framework at one moment, with its standards, findings and edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbench.localize import ENGLISH
from workbench.measures.verdict import Verdict, verdict
from workbench.model import (
    Edition,
    Finding,
    Framework,
    Severity,
    Standard,
    StandardSet,
    Waiver,
    count_by_severity,
    term,
)
from workbench.model.discussion import Told


def plural(count: int, one: str, many: str = "") -> str:
    """Return "1 finding", "2 findings"; ``many`` where adding an s is not enough."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Everything that a format may show. A draft has no ``edition``.

    ``sets`` are the standard sets by id; ``as_of`` is the day (ISO date) for which the findings hold;
    ``revision`` is the project's revision; ``credit_areas`` are the titles of the graduation rules' areas by key;
    ``decided`` are the findings that the committee decided to live with, the decision, and the name of who recorded it;
    one that has run out before ``as_of`` is among them, and its finding stands again.
    ``unchecked`` says what the checks did not look at, and ``drafts_left`` how much of it is not marked ready.
    ``discussed`` is what people said of the framework and what became of it.
    ``summaries`` say what a rule finds, by the codes of the rules that found something.
    No clock and no version of ours: the same publication is the same bytes.
    """

    framework: Framework
    sets: Mapping[str, StandardSet]
    findings: tuple[Finding, ...]
    as_of: str
    revision: int
    edition: Edition | None = None
    credit_areas: Mapping[str, str] = field(default_factory=dict)
    decided: tuple[tuple[Finding, Waiver, str], ...] = ()
    unchecked: str = ""
    drafts_left: int = 0
    discussed: tuple[Told, ...] = ()
    summaries: Mapping[str, str] = field(default_factory=dict)

    def until(self, decided: Waiver) -> str:
        """Return the last day of a decision, or in words that it has run out."""
        return decided.until if decided.until >= self.as_of else f"Ran out on {decided.until}"

    @cached_property
    def verdict(self) -> Verdict:
        """The answer to “are we aligned?”, worked out when it is first asked for."""
        return verdict(self.framework, self.sets, self.findings, drafts_left=self.drafts_left)

    @property
    def is_draft(self) -> bool:
        """Whether nobody has adopted this."""
        return self.edition is None

    @property
    def title(self) -> str:
        """Return the title of the document."""
        district = self.framework.district
        return district.document_title.strip() or (self.edition.title.strip() if self.edition else "") or "Framework"

    @property
    def district(self) -> str:
        """Return the district's name, or an empty text."""
        return self.framework.district.title.strip()

    @property
    def language(self) -> str:
        """Return the language of the document as a BCP 47 tag: the first of the district's, English without one."""
        return self.framework.district.language or ENGLISH

    @property
    def status_line(self) -> str:
        """Return "DRAFT, 7 findings", or the edition's line."""
        if self.edition is None:
            return f"DRAFT, {plural(len(self.findings), 'finding') if self.findings else 'no findings'}"
        return f"Edition {self.edition.number}, adopted {self.edition.adopted_on}"

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        return count_by_severity(self.findings)

    def term(self, kind: str, many: bool = False) -> str:  # noqa: FBT001, FBT002  # reads as term("indicator", many=True)
        """Return the district's word for a kind of thing ("competency", "indicator"), or ours."""
        return term(self.framework, kind, 2 if many else 1)

    def credit_area(self, key: str) -> str:
        """Return the title of a credit area; its key as words where the rules are not at hand."""
        words = key.replace("_", " ").strip()
        return self.credit_areas.get(key, "") or words[:1].upper() + words[1:]

    def standard(self, set_id: str, standard_id: str) -> Standard | None:
        """Return a standard that an alignment names, or None where the project does not hold its set."""
        held = self.sets.get(set_id)
        return held.by_id.get(standard_id) if held else None

    def label_of_standard(self, set_id: str, standard_id: str) -> str:
        """Return a standard's code and name ("HSA.SSE.A.1: Interpreting parts of expressions").

        A standard that the project does not hold is shown by its identifier, so that no alignment vanishes.
        """
        found = self.standard(set_id, standard_id)
        if found is None:
            return standard_id
        return f"{found.code}: {found.name}" if found.code and found.name != found.code else found.name

    def code_of_standard(self, set_id: str, standard_id: str) -> str:
        """Return a standard's code; its name or identifier where it has none."""
        found = self.standard(set_id, standard_id)
        return (found.code or found.name) if found else standard_id
