"""The table of rules: each row has a rule of its own, named for its fault, and is found by its names."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from workbench import checks
from workbench.checks import FAMILIES, RULES, SENTENCES, choose_rules, find_rule
from workbench.checks.registry import OURS, Rule
from workbench.errors import UnknownName
from workbench.model import Severity

CURES = {"avoid", "do", "dont", "no", "prefer", "require", "use"}


@pytest.mark.parametrize("rule", RULES.values(), ids=str)
def test_a_row_is_well_formed(rule: Rule) -> None:
    """A code is three letters of a family and three digits; the name is of the fault and not of its cure."""
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)
    assert rule.family in FAMILIES
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.name.split("-")[0] not in CURES
    assert rule.row == OURS or rule.row.startswith(f"C-{rule.family}-")
    assert rule.severity in Severity


def test_every_file_of_a_family_is_one_rule() -> None:
    """The folders of the families hold the rules of the table and nothing else."""
    home = Path(checks.__file__).parent
    files = {
        f"workbench.checks.{path.parent.name}.{path.stem}"
        for folder in FAMILIES.values()
        for path in (home / folder).glob("*.py")
        if path.stem != "__init__"
    }

    assert files == {rule.module for rule in RULES.values()}


def test_no_code_and_no_name_is_given_twice() -> None:
    """A code or a name that stood in two rows would hide one of them."""
    source = (Path(checks.__file__).parent / "registry.py").read_text(encoding="utf-8")
    codes = Counter(re.findall(r'^    \("([A-Z]{3}[0-9]{3})", "', source, flags=re.MULTILINE))
    names = Counter(rule.name for rule in RULES.values())

    assert max(codes.values()) == 1
    assert set(codes) == set(RULES)
    assert max(names.values()) == 1


def test_a_rule_is_found_by_code_or_name_in_any_capitals() -> None:
    """People type codes as they come."""
    assert find_rule("STR001") is find_rule("str001 ") is find_rule("INDICATOR-without-competency")


def test_an_unknown_code_gets_near_ones() -> None:
    """A mistyped code or name is answered with those that it may have meant."""
    with pytest.raises(UnknownName, match=r"no rule “STR0001”.*STR001"):
        find_rule("str0001")
    with pytest.raises(UnknownName, match="belief-without-practice"):
        find_rule("belief-without-practise")
    with pytest.raises(UnknownName, match="no rule “”"):
        find_rule("")


def test_rules_are_chosen_by_code_name_or_family() -> None:
    """A selection keeps the order of the table and holds each rule once."""
    chosen = choose_rules(["how", "HOW001", "empty-descriptor"])

    assert [rule.code for rule in chosen] == ["RUB003", "HOW001", "HOW002", "HOW003", "HOW004"]
    assert choose_rules() == tuple(RULES.values())
    assert choose_rules([]) == ()
    with pytest.raises(UnknownName):
        choose_rules(["STR001", "XYZ"])


def test_importing_the_checks_loads_no_rule() -> None:
    """Rules, and whatever they come to need, are loaded when they are first used."""
    program = "import sys, workbench.checks; print(*(name for name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())

    assert "workbench.checks" in loaded
    assert loaded.isdisjoint(rule.module for rule in RULES.values())
    assert loaded.isdisjoint({"pandas", "sqlalchemy", "yaml"})


@pytest.mark.parametrize("code", RULES)
def test_the_rules_that_read_sentences_are_those_that_call_the_reader(code: str) -> None:
    """Told by what a rule's module uses: all of ``checks/language`` but the lists of words as a district wrote them."""
    used = {getattr(value, "__module__", "") or "" for value in vars(RULES[code].load()).values()}
    reads = {name for name in used if name.startswith("workbench.checks.language.")}

    assert bool(reads - {"workbench.checks.language.lists"}) == (code in SENTENCES)
