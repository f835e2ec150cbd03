"""The rules that a district turned off, said wherever findings are: a report that is silent of them says too much."""

from __future__ import annotations

from workbench.checks.registry import RULES, Rule
from workbench.checks.settings import severities
from workbench.checks.wording import listed
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.framework import Framework


def turned_off(framework: Framework) -> tuple[Rule, ...]:
    """Return the rules that the district turned off, in the order of the table."""
    own = severities(framework)
    return tuple(rule for code, rule in RULES.items() if code in own and own[code] is None)


def off_words(framework: Framework) -> str:
    """Return one sentence that names the rules that are turned off; empty where none is.

    >>> from workbench.testing import framework_of
    >>> off_words(framework_of('districts: [{id: d, settings: {severity.ASM007: "off"}}]'))
    '1 rule is turned off in the settings: tests only (ASM007).'
    """
    rules = turned_off(framework)
    if not rules:
        return ""
    names = (_("{rule} ({code})", rule=_(rule.words), code=rule.code) for rule in rules)
    return ngettext(
        "{n} rule is turned off in the settings: {rules}.",
        "{n} rules are turned off in the settings: {rules}.",
        len(rules),
        rules=listed(names, len(rules)),
    )
