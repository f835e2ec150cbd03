"""The page of a rule: its module's docstring, which explain, the rooms and the reference all show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from inspect import getdoc

from workbench.checks.registry import Rule, find_rule

SECTIONS = ("What it checks", "Why it matters", "Flagged", "Instead", "Limits", "Source")
"""The headings of every page, in this order, after its first line."""

_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """``summary`` is one sentence that names the fault; ``sections`` are Markdown, by heading, as written."""

    rule: Rule
    summary: str
    sections: Mapping[str, str]

    def example(self, heading: str) -> str:
        """Return the YAML of the framework in the section "Flagged" or "Instead"; empty where there is none."""
        found = _FENCE.search(self.sections.get(heading, ""))
        return found[1] if found else ""

    @property
    def text(self) -> str:
        """Return the whole page as Markdown."""
        rule = self.rule
        head = f"# {rule.code} {rule.name}\n\n{self.summary}\n\nSeverity: {rule.severity}. Catalogue row: {rule.row}."
        return "\n\n".join((head, *(f"## {name}\n\n{body}" for name, body in self.sections.items())))


def page_of(rule: Rule) -> Page:
    """Return the page of a rule."""
    first, *rest = re.split(r"^## ", getdoc(rule.load()) or "", flags=re.MULTILINE)
    parts = (part.partition("\n") for part in rest)
    return Page(rule, first.strip(), {name.strip(): body.strip() for name, _, body in parts})


def explain(code: str) -> str:
    """Return the page of a rule as Markdown, by its code or fault name; raise UnknownName with near ones."""
    return page_of(find_rule(code)).text
