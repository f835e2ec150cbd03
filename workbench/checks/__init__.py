"""Checks: a framework in, findings out. A rule is loaded when it is first used, so importing this is cheap."""

from workbench.checks.engine import check
from workbench.checks.fixes import Fix, fix_of
from workbench.checks.given import CheckInput, Fault
from workbench.checks.memo import Memo
from workbench.checks.page import explain
from workbench.checks.registry import FAMILIES, RULES, SENTENCES, Rule, choose_rules, find_rule
from workbench.checks.unchecked import not_ready, turned_off, unchecked_words, unread

__all__ = [
    "FAMILIES",
    "RULES",
    "SENTENCES",
    "CheckInput",
    "Fault",
    "Fix",
    "Memo",
    "Rule",
    "check",
    "choose_rules",
    "explain",
    "find_rule",
    "fix_of",
    "not_ready",
    "turned_off",
    "unchecked_words",
    "unread",
]
