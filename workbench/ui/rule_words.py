"""What the page of a rule says, in the words that a room shows."""

from __future__ import annotations

from functools import cache

from workbench.localize import _


def why_it_matters(code: str) -> tuple[str, ...]:
    """Return the paragraphs in which a rule's page says why it matters; none where the rule is unknown here."""
    return tuple(map(_, _paragraphs(code)))


def summary_of(code: str) -> str:
    """Return what a rule finds, in a sentence; the code where the rule is unknown here."""
    return _(_summary(code))


def fault_words(code: str) -> str:
    """Return the name of a rule's fault in words: "empty descriptor"; empty where the rule is unknown here."""
    from workbench.checks import RULES

    return _(RULES[code].words) if code in RULES else ""


@cache
def _paragraphs(code: str) -> tuple[str, ...]:
    from workbench.checks import RULES, find_rule
    from workbench.checks.page import page_of

    if code not in RULES:
        return ()
    text = page_of(find_rule(code)).sections.get("Why it matters", "")
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())


@cache
def _summary(code: str) -> str:
    from workbench.checks import RULES, find_rule
    from workbench.checks.page import page_of

    return page_of(find_rule(code)).summary if code in RULES else code
