"""The one table of rules: code, fault name, catalogue row, severity; and where each rule lies.

A code never changes its meaning and is never given again. ``workbench/checks/<family>/<fault>.py`` holds the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from workbench.checks.given import CheckInput, Fault
from workbench.errors import UnknownName
from workbench.model.record import Severity

FAMILIES: Mapping[str, str] = {
    "STR": "structure",
    "STM": "statements",
    "ALN": "alignment",
    "PTH": "pathways",
    "RUB": "scoring",
    "ASM": "assessment",
    "HOW": "habits",
    "VER": "verification",
    "DOK": "demand",
    "SYS": "principles",
}
"""The folder of each family, by the letters of its codes."""

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
OURS = "ours"  # no row of the catalogue says it: alignment of learning experiences and pathways, hedges


class RuleModule(Protocol):
    """What the module of a rule holds beside its docstring, which is the rule's page.

    ``READS`` names the tables of the framework, and the other fields of CheckInput, that ``find`` looks at.
    "districts" goes without saying, since every message is in the district's words. Findings can
    therefore be kept as long as these are the same objects. ``EACH``, where a rule has it: ``by_thing.py``; ``fix``:
    ``fixes.py``.
    """

    READS: tuple[str, ...]

    def find(self, given: CheckInput) -> Iterator[Fault]:
        """Yield what is wrong, in any order, whether the things are ready or not."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    code: str
    name: str
    row: str
    severity: Severity

    @property
    def family(self) -> str:
        """Return the letters of the code."""
        return self.code[:3]

    @property
    def words(self) -> str:
        """Return the name of the fault in words: "empty descriptor"."""
        return self.name.replace("-", " ")

    @property
    def module(self) -> str:
        """Return the name of the module that holds the rule."""
        return f"workbench.checks.{FAMILIES[self.family]}.{self.name.replace('-', '_')}"

    def load(self) -> RuleModule:
        """Return the module that holds the rule, imported at the first call."""
        return _loaded(self.module)


@cache
def _loaded(module: str) -> RuleModule:
    return cast("RuleModule", import_module(module))


_TABLE = (
    ("STR001", "indicator-without-competency", "C-STR-01", E),
    ("STR002", "competency-without-indicator", "C-STR-01", E),
    ("STR003", "criterion-without-subject", "C-STR-01", E),
    ("STR004", "target-without-indicator", "C-STR-01", E),
    ("STR005", "indicator-without-standard", "C-STR-03", E),
    ("STR006", "belief-without-practice", "C-STR-05", W),
    ("STR007", "practice-without-owner", "C-STR-05", W),
    ("STR008", "practice-without-evidence", "C-STR-05", W),
    ("STR009", "attribute-without-competency", "C-STR-04", W),
    ("STR010", "competency-without-attribute", "C-STR-04", W),
    ("STR011", "cross-curricular-count-out-of-range", "C-STR-02", W),
    ("STR012", "area-count-out-of-range", "C-STR-02", W),
    ("STR013", "indicator-count-out-of-range", "C-STR-02", W),
    ("STR014", "unreadable-range", "C-STR-02", W),
    ("STR015", "framework-without-competency", "C-STR-01", E),
    ("STR016", "code-used-twice", "C-STR-06", E),
    ("STR017", "dangling-reference", "C-STR-01", E),
    ("STR018", "priority-not-set", "C-STR-03", N),
    ("STR019", "priority-standard-not-covered", "C-STR-03", E),
    ("STR020", "code-of-an-earlier-edition", "C-STR-06", E),
    ("STM007", "reason-for-priority-missing", "C-STM-07", N),
    ("ALN001", "experience-without-standard", OURS, E),
    ("ALN002", "pathway-without-standard", OURS, E),
    ("ALN003", "unknown-standard", OURS, E),
    ("ALN004", "standard-aligned-twice", OURS, W),
    ("ALN005", "partial-alignment-without-reason", OURS, N),
    ("ALN006", "standard-of-an-older-version", OURS, N),
    ("PTH001", "competency-out-of-reach", "C-PTH-02", E),
    ("PTH002", "pathway-without-experience", "C-PTH-02", E),
    ("PTH003", "choice-larger-than-offer", "C-PTH-02", E),
    ("PTH004", "experience-off-the-competencies", "C-PTH-01", N),
    ("PTH006", "routes-to-different-indicators", "C-PTH-01", N),
    ("RUB001", "criteria-with-differing-levels", "C-RUB-01", E),
    ("RUB002", "indicator-without-criterion", "C-RUB-02", E),
    ("RUB003", "empty-descriptor", "C-RUB-02", E),
    ("RUB004", "criterion-without-scale", "C-RUB-01", E),
    ("RUB005", "level-count-out-of-range", "C-RUB-01", E),
    ("RUB006", "same-descriptor-twice", "C-RUB-05", W),
    ("RUB007", "deficit-wording", "C-RUB-03", W),
    ("RUB008", "only-quantity-changes", "C-RUB-04", W),
    ("RUB009", "only-adverb-changes", "C-RUB-05", W),
    ("RUB010", "leap-in-demand", "C-RUB-06", W),
    ("RUB011", "demand-falls", "C-RUB-07", N),
    ("RUB012", "perfection-at-the-top", "C-RUB-08", W),
    ("RUB013", "task-words-in-criterion", "C-RUB-09", W),
    ("RUB014", "element-left-out-at-proficient", "C-RUB-10", N),
    ("RUB015", "demand-differs-from-indicator", "C-RUB-10", N),
    ("RUB016", "not-parallel", "C-RUB-11", N),
    ("RUB017", "hard-to-read", "C-RUB-12", N),
    ("RUB018", "proficient-level-off-the-scale", "C-RUB-10", W),
    ("RUB019", "proficient-level-not-named", "C-RUB-10", N),
    ("ASM001", "summative-without-common-criteria", "C-ASM-01", E),
    ("ASM002", "summative-without-indicator", "C-ASM-01", E),
    ("ASM003", "indicator-left-unscored", "C-ASM-01", W),
    ("ASM004", "items-below-demand", "C-ASM-03", W),
    ("ASM005", "top-level-out-of-reach", "C-ASM-05", W),
    ("ASM006", "few-opportunities", "C-ASM-04", W),
    ("ASM007", "tests-only", "C-ASM-04", W),
    ("ASM008", "webb-criteria-not-met", "C-ASM-02", N),
    ("ASM009", "indicator-assessed-nowhere", OURS, W),
    ("HOW001", "habit-in-academic-score", "C-HOW-01", E),
    ("HOW002", "habit-among-indicators", "C-HOW-01", E),
    ("HOW003", "habit-without-criterion", "C-HOW-01", W),
    ("HOW004", "behavior-words", "C-HOW-02", W),
    ("VER001", "verification-rule-missing", "C-VER-01", E),
    ("VER002", "verification-rule-incomplete", "C-VER-01", E),
    ("VER003", "verification-rules-contradict", "C-VER-01", E),
    ("DOK001", "demand-not-recorded", "C-DOK-01", W),
    ("DOK002", "demand-not-confirmed", "C-DOK-01", N),
    ("DOK003", "competency-without-complex-indicator", "C-DOK-02", W),
    ("VER004", "threshold-off-the-scale", "C-VER-01", E),
    ("VER005", "more-indicators-needed-than-there-are", "C-VER-01", W),
    ("VER006", "method-for-another-scope", "C-VER-01", E),
    ("SYS001", "goals-not-communicated", "C-SYS-01", N),
    ("SYS002", "same-standards-not-shown", "C-SYS-02", N),
    ("SYS003", "assessments-apart-from-standards", "C-SYS-03", N),
    ("SYS004", "formative-evidence-missing", "C-SYS-04", N),
    ("SYS005", "levels-not-defined", "C-SYS-05", N),
    ("SYS006", "habits-not-reported", "C-SYS-06", N),
    ("SYS007", "grades-not-explained", "C-SYS-07", N),
    ("SYS008", "second-chance-missing", "C-SYS-08", N),
    ("SYS009", "one-way-to-show-learning", "C-SYS-09", N),
    ("SYS010", "student-choice-missing", "C-SYS-10", N),
    ("STM001", "several-sentences", "C-STM-01", W),
    ("STM002", "several-main-verbs", "C-STM-01", W),
    ("STM003", "vague-verb", "C-STM-02", W),
    ("STM004", "verb-hidden-by-wrapper", "C-STM-02", W),
    ("STM005", "ambiguous-verb", "C-STM-03", N),
    ("STM006", "mixed-stems", "C-STM-04", W),
    ("STM008", "task-words", "C-STM-05", W),
    ("STM009", "statement-too-short", "C-STM-06", N),
    ("STM010", "statement-too-long", "C-STM-06", W),
    ("STM011", "proper-noun", "C-STM-06", N),
    ("STM012", "statement-without-verb", "C-STM-06", W),
    ("STM013", "near-duplicate-indicators", "C-STM-08", W),
    ("STM014", "hedged-statement", OURS, W),
)

BUILT_IN: Mapping[str, str] = {
    "C-PTH-01": "Each learning experience is of a kind that the statute names (C.G.S. 10-221a (f) and (g)). A "
    "framework holds no other kind: a file, an edit or a project that brings one is refused, and told the kinds there "
    "are.",
    "C-STR-06": "Identifiers are never given again. Each is made anew, at random, when a thing is added, and a file "
    "that gives one to two things is refused.",
}
"""What halves of rows of the catalogue hold without a rule, since no framework can be otherwise; in words, by row."""

SENTENCES = frozenset(
    [code for code, *_ in _TABLE if code.startswith("STM") and code != "STM007"]
    + [f"RUB{number:03}" for number in range(7, 18)]
    + ["HOW004"]
)
"""The codes of the rules that read sentences. Reading a text the first time takes a while; it is kept."""

RULES: Mapping[str, Rule] = {code: Rule(code, name, row, severity) for code, name, row, severity in _TABLE}
"""Every rule, by code."""


def find_rule(name: str) -> Rule:
    """Return the rule with this code or fault name, in capitals or not; raise UnknownName with near ones."""
    by_name = {rule.name: rule for rule in RULES.values()}
    asked = name.strip()
    found = RULES.get(asked.upper()) or by_name.get(asked.lower())
    if found is None and "-" in asked:
        raise UnknownName.of("rule", asked, by_name)
    if found is None:
        raise UnknownName.of("rule", asked.upper(), RULES)
    return found


def choose_rules(names: Iterable[str] | None = None) -> tuple[Rule, ...]:
    """Return the rules with these codes, fault names or families ("STR"); all of them for None.

    In the order of the table, each once. Raises UnknownName for a name that is none of these.
    """
    if names is None:
        return tuple(RULES.values())
    chosen = set[str]()
    for name in names:
        family = name.strip().upper()
        found = [rule for rule in RULES.values() if rule.family == family] or [find_rule(name)]
        chosen.update(rule.code for rule in found)
    return tuple(rule for code, rule in RULES.items() if code in chosen)
