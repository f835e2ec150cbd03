"""What the page of a rule says, in the words that a room shows."""

from __future__ import annotations

from functools import cache


@cache
def why_it_matters(code: str) -> tuple[str, ...]:
    """Return the paragraphs in which a rule's page says why it matters; none where the rule is unknown here."""
    from workbench.checks import RULES, find_rule
    from workbench.checks.page import page_of

    if code not in RULES:
        return ()
    text = page_of(find_rule(code)).sections.get("Why it matters", "")
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())


@cache
def summary_of(code: str) -> str:
    """Return what a rule finds, in a sentence; the code where the rule is unknown here."""
    from workbench.checks import RULES, find_rule
    from workbench.checks.page import page_of

    return page_of(find_rule(code)).summary if code in RULES else code
