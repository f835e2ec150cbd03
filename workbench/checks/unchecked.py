"""What the checks did not look at, said wherever findings are: a report that is silent of it says too much."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.language.english import speaks_english
from workbench.checks.registry import RULES, SENTENCES, Rule
from workbench.checks.settings import severities
from workbench.checks.wording import listed
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_join
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.beliefs import District
from workbench.model.framework import KINDS, Framework
from workbench.model.table import Table
from workbench.model.thing import Thing


def turned_off(framework: Framework) -> tuple[Rule, ...]:
    """Return the rules that the district turned off, in the order of the table."""
    own = severities(framework)
    return tuple(rule for code, rule in RULES.items() if code in own and own[code] is None)


def unread(framework: Framework) -> tuple[Rule, ...]:
    """Return the rules that read English sentences, where the framework is in another language."""
    off = turned_off(framework)
    return () if speaks_english(framework) else tuple(RULES[one] for one in sorted(SENTENCES) if RULES[one] not in off)


def not_ready(framework: Framework) -> int:
    """Return how many things are not marked ready: no finding at them is reported but where drafts are asked for."""
    return sum(framework.table(kind).derived(_drafts) for kind in KINDS if kind != District.kind)


def unchecked_words(framework: Framework, *, drafts: bool) -> str:
    """Return, a sentence each, what was not checked; empty where everything was, ``drafts`` included.

    >>> from workbench.testing import framework_of
    >>> unchecked_words(framework_of('districts: [{id: d, settings: {severity.ASM007: "off"}}]'), drafts=True)
    '1 rule is turned off in the settings: tests only (ASM007).'
    >>> unchecked_words(framework_of('beliefs: [{id: b}]'), drafts=False)
    '1 part is not marked ready, so it was not checked.'
    """
    return lazy_join([*([] if drafts else _left(framework)), *_off(framework), *_foreign(framework)])


def _drafts(table: Table[Thing]) -> int:
    return sum(not one.ready for one in table.values())


def _left(framework: Framework) -> Iterator[str]:
    if count := not_ready(framework):
        yield ngettext(
            "{n} part is not marked ready, so it was not checked.",
            "{n} parts are not marked ready, so they were not checked.",
            count,
        )


def _off(framework: Framework) -> Iterator[str]:
    if rules := turned_off(framework):
        names = (_("{rule} ({code})", rule=_(rule.words), code=rule.code) for rule in rules)
        yield ngettext(
            "{n} rule is turned off in the settings: {rules}.",
            "{n} rules are turned off in the settings: {rules}.",
            len(rules),
            rules=listed(names, len(rules)),
        )


def _foreign(framework: Framework) -> Iterator[str]:
    if rules := unread(framework):
        yield ngettext(
            "{n} rule reads English only and was not used, since the framework is in another language.",
            "{n} rules read English only and were not used, since the framework is in another language.",
            len(rules),
        )
