"""The way from a finding to where it is put right."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.localize import _
from workbench.localize.lazy import capital
from workbench.model import Finding, Framework
from workbench.ui.places import room_of_kind
from workbench.ui.rooms import ROOMS
from workbench.ui.rooms.settings_checks import NUMBERS, label_of, settings_of_checks
from workbench.ui.view import State
from workbench.ui.words import short_name, term

PUT_RIGHT: Mapping[str, str] = {
    "STR011": "competency",
    "STR012": "competency",
    "STR015": "competency",
    "VER001": "verification_rule",
    "SYS002": "alignment",
    "SYS003": "assessment",
    "SYS004": "assessment",
    "SYS005": "scale",
    "SYS006": "habit",
    "SYS007": "verification_rule",
    "SYS008": "experience",
    "SYS009": "assessment",
    "SYS010": "experience",
}
"""What is to be written where a rule speaks of the whole: it stands at the district, or at a competency where there is
none, only because it has no thing of its own."""
MISSING = "SYS001"
"""The rule that names the kinds that are missing: the first of them is what is to be written."""
SHOWN_FIRST = ("SYS005", "SYS007")
"""Rules of the whole about things that are there already: one is led to the first of them."""
ELSEWHERE: Mapping[str, str] = {
    "RUB002": "criteria", "STR005": "alignment", "ALN001": "alignment", "ALN002": "alignment",
}  # fmt: skip
"""The rooms of rules about a thing that lacks what is written in another room than the thing itself."""
SETTING = "settings."


def kind_to_write(finding: Finding) -> str:
    """Return the kind of thing that puts a finding of the whole right; that of its subject for any other."""
    if finding.code == MISSING and finding.evidence:
        return finding.evidence[0]
    return PUT_RIGHT.get(finding.code, finding.kind)


def room_to_write(finding: Finding) -> str:
    """Return the room where a finding is put right."""
    return room_of_kind(kind_to_write(finding))


def way_to(framework: Framework, finding: Finding) -> tuple[str, State | None]:
    """Return what one is led to by a finding, in words, and the wish that leads there; no wish where it is gone."""
    subject = framework.find(finding.subject_id)
    if finding.field.startswith(SETTING):
        return _to_setting(finding.field.removeprefix(SETTING))
    if finding.code in PUT_RIGHT or finding.code == MISSING:
        return _to_kind(framework, finding)
    if subject is None:
        return "", None
    elsewhere = {"room": ELSEWHERE[finding.code]} if finding.code in ELSEWHERE else {}
    return short_name(subject), {"go": {"id": finding.subject_id, "drafts": True, **elsewhere}}


def _to_setting(key: str) -> tuple[str, State]:
    page = next((one.page for one in settings_of_checks() if one.key == key), NUMBERS)
    return label_of(key), {"visit": {"room": "settings", "at": page}}


def _to_kind(framework: Framework, finding: Finding) -> tuple[str, State]:
    kind = kind_to_write(finding)
    first = next(iter(framework.table(kind).ordered()), None)
    if finding.code in SHOWN_FIRST and first:
        return short_name(first), {"go": {"id": first.id, "drafts": True}}
    room = room_of_kind(kind)
    name = _(ROOMS[room].title) if kind == "alignment" else capital(term(framework, kind, 2))
    return name, {"room": room}
