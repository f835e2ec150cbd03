"""The way from a finding leads to where it is put right."""

from __future__ import annotations

from inspect import getsource
from types import ModuleType
from typing import cast

import pytest

from tests.ui.test_states import given_in
from workbench.checks import RULES
from workbench.model import Finding, Severity
from workbench.testing import framework_of
from workbench.ui.panes.states import states
from workbench.ui.rooms import ROOMS
from workbench.ui.view import Given, State, View
from workbench.ui.ways import MISSING, PUT_RIGHT, room_to_write, way_to

WHOLE = framework_of("""
districts: [{id: d, title: Ours, settings: {reading_grade: abc}}]
competencies: [{id: c, title: Investigate}]
scales: [{id: s, title: Four levels}]
""")


def finding(code: str, subject: str = "d", kind: str = "district", **rest: object) -> Finding:
    """Return a finding of a rule."""
    made = {"severity": Severity.NOTE, "message": "M", "remedy": "R", **rest}
    return Finding(code=code, kind=kind, subject_id=subject, **made)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "way"),
    [
        (finding("STR015"), ("Competencies", {"room": "competencies"})),
        (finding("VER001", "c", "competency"), ("Verification rules", {"room": "criteria"})),
        (finding(MISSING, evidence=("habit",)), ("Habits of work", {"room": "habits"})),
        (finding("SYS002"), ("Alignment", {"room": "alignment"})),
        (finding("SYS005"), ("Four levels", {"go": {"id": "s", "drafts": True}})),
        (finding("SYS007"), ("Verification rules", {"room": "criteria"})),
        (finding("STR002", "c", "competency"), ("Investigate", {"go": {"id": "c", "drafts": True}})),
        (
            finding("RUB002", "c", "competency"),
            ("Investigate", {"go": {"id": "c", "drafts": True, "room": "criteria"}}),
        ),
        (finding("STR005", "gone", "competency"), ("", None)),
        (
            finding("STR014", field="settings.reading_grade"),
            ("Reading grade of the levels of a criterion", {"visit": {"room": "settings", "at": "page numbers"}}),
        ),
    ],
)
def test_a_finding_leads_to_where_it_is_put_right(found: Finding, way: tuple[str, State]) -> None:
    """Of the whole to the room where what is missing is written; of a thing to the thing; of a setting to its page."""
    assert way_to(WHOLE, found) == way


def test_every_rule_of_the_whole_has_a_room_of_its_own() -> None:
    """A new one is decided on here."""
    texts = {code: getsource(cast("ModuleType", rule.load())) for code, rule in RULES.items()}
    whole = {code for code, text in texts.items() if "fault_of_whole(" in text or "subject=framework.district" in text}
    assert whole == set(PUT_RIGHT) | {MISSING}
    assert {room_to_write(finding(code)) for code in PUT_RIGHT} <= set(ROOMS) - {"start"}


def test_what_has_only_begun_leads_to_its_first_room() -> None:
    """And what is on its way to the next one."""
    goes = []
    for content in ("{}", "beliefs: [{id: b, title: Belonging}]"):
        editor = states(Given(framework=framework_of(content), view=View(room="start")))["editor"]
        goes.append(next(block["go"] for block in editor["blocks"] if block["type"] == "verdict"))
    assert goes == [
        {"label": "Go to Beliefs and portrait", "do": {"room": "beliefs"}},
        {"label": "Go to Competencies", "do": {"room": "competencies"}},
    ]
    whole = states(given_in("start"))["editor"]["blocks"]
    assert next(block["go"] for block in whole if block["type"] == "verdict") is None
