"""The example district broken in sixty ways: each is found by its rule, and no unrelated error comes with it."""

from dataclasses import replace
from functools import cache
from itertools import count
from random import Random

import pytest

from tests.checks.breaks import BREAKS, OLDER, Break
from workbench.checks import RULES, CheckInput, Memo, check
from workbench.model import Finding, SetInfo, Severity, apply
from workbench.project import load_rule_set
from workbench.standards import load_shipped
from workbench.starters import instantiate, load_starter

SEEDS = (1, 2)
MEMO = Memo()


@cache
def example() -> CheckInput:
    """Return what the checks are given of the example district, as if it had been adopted just so."""
    starter, numbers = load_starter("example"), count(1)
    sets = {key: load_shipped(key) for key in starter.sets}
    framework = instantiate(starter, sets, lambda: f"id-{next(numbers)}")
    older = replace(sets["ccss-math-hs"], id=OLDER, identifier=sets["ccss-math-hs"].id, version="earlier")
    newer = SetInfo(id=sets["ccss-math-hs"].id, title=older.title, identifier=older.identifier)
    return CheckInput(
        framework,
        sets={one.id: one for one in (*sets.values(), older)},
        newer={OLDER: newer},
        earlier={1: framework},
        rule_set=load_rule_set("connecticut"),
        as_of="2026-11-25",
        drafts=True,
    )


@cache
def before() -> frozenset[Finding]:
    """Return what the checks say of it as it is."""
    return frozenset(check(example(), memo=MEMO))


def test_there_are_sixty_ways_or_more() -> None:
    """Of many rules, each of which there is."""
    assert len(BREAKS) * len(SEEDS) >= 60
    assert {one.code for one in BREAKS} <= set(RULES)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("broken", [pytest.param(one, id=one.code) for one in BREAKS])
def test_what_is_broken_is_found_by_its_rule(broken: Break, seed: int) -> None:
    """At the thing that was broken, and by no error of another kind."""
    given = example()
    subject, changes = broken.do(given.framework, Random(f"{broken.code} {seed}"))  # noqa: S311  # the same each time
    changed = replace(given, framework=apply(given.framework, changes))

    new = [one for one in check(changed, memo=MEMO) if one not in before()]

    assert (broken.code, subject) in {(one.code, one.subject_id) for one in new}
    errors = {one.code for one in new if one.severity is Severity.ERROR}
    assert errors <= {broken.code, *broken.also}
