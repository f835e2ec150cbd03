"""Small frozen values that fields hold: keyed texts and the choices of the field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

KINDERGARTEN = re.compile(r"^(pk|pre-?k|k)(?![a-z])", re.IGNORECASE)


LONGEST_NUMBER = 4000
"""Digits. Python makes no number of more than 4,300."""


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key under which "PK" and "K-5" come before "6-8", and "SC.2" before "SC.10".

    >>> sorted(["9-12", "K-5", "10", "6-8", "PK"], key=natural_key)
    ['PK', 'K-5', '6-8', '9-12', '10']
    """
    early = KINDERGARTEN.match(text)
    first = [(0, -2 if len(early[0]) > 1 else -1, "")] if early else []
    parts = re.findall(r"[0-9]+|[^0-9]+", text[early.end() :] if early else text)
    return (*first, *(_part_key(part) for part in parts))


def _part_key(part: str) -> tuple[int, int, str]:
    """Return the key of digits or of what is none; more digits than Python makes a number of are text."""
    number = part[0] in "0123456789" and len(part) <= LONGEST_NUMBER
    return (0, int(part), "") if number else (1, 0, part.casefold())


class Texts(Mapping[str, str]):
    """Frozen texts by key (level, grade band, term), in natural order of the keys.

    An empty text is the same as none, so that clearing a cell and never filling it are equal.
    """

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[str, str] | None = None) -> None:
        """Hold the non-empty ``items``."""
        kept = [(key, text) for key, text in (items or {}).items() if text]
        self._items = dict(sorted(kept, key=lambda pair: (natural_key(pair[0]), pair[0])))
        self._hash = hash(tuple(self._items.items()))

    def __getitem__(self, key: str) -> str:
        """Return the text under ``key``; raise KeyError where there is none."""
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in natural order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._items)

    def __hash__(self) -> int:
        """Hash by content."""
        return self._hash

    def __repr__(self) -> str:
        """Show the content."""
        return f"Texts({self._items!r})"

    def having(self, key: str, text: str) -> Texts:
        """Return these texts with ``text`` under ``key``; an empty text removes the key."""
        return Texts({**self._items, key: text})


class Reach(StrEnum):
    """Whether a competency crosses the curriculum or belongs to one content area."""

    CROSS = "cross-curricular"
    CONTENT = "content-area"


class Priority(StrEnum):
    """Priority indicators are assessed everywhere; supporting ones serve them."""

    PRIORITY = "priority"
    SUPPORTING = "supporting"


class Bloom(StrEnum):
    """Revised Bloom's taxonomy, lowest demand first."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYZE = "analyze"
    EVALUATE = "evaluate"
    CREATE = "create"


class TargetForm(StrEnum):
    """A learning target is knowledge or a skill."""

    KNOW = "know"
    DO = "do"


class AssessmentPurpose(StrEnum):
    """Formative evidence informs teaching; summative evidence states a level at a point in time."""

    FORMATIVE = "formative"
    SUMMATIVE = "summative"


class AssessmentForm(StrEnum):
    """What students do in an assessment."""

    TEST = "test"
    PERFORMANCE = "performance task"
    WRITING = "writing"
    PORTFOLIO = "portfolio"
    EXHIBITION = "exhibition"
    CAPSTONE = "capstone"
    OBSERVATION = "observation"
    CONFERENCE = "conference"


class AssessmentScope(StrEnum):
    """How widely an assessment is shared."""

    CLASSROOM = "classroom"
    COMMON = "common"
    DISTRICT = "district"


class Route(StrEnum):
    """How credit is earned: a course, or one of the routes of C.G.S. 10-221a (f) and (g)."""

    COURSE = "course"
    CROSS_CURRICULAR = "cross-curricular requirement"
    CAREER_TECHNICAL = "career and technical education"
    VIRTUAL = "virtual learning"
    WORK_BASED = "work-based learning"
    SERVICE = "service learning"
    DUAL_ENROLMENT = "dual enrollment and early college"
    MIDDLE_SCHOOL = "course taken in middle school"
    INTERNSHIP = "internship"
    INDEPENDENT_STUDY = "student-designed independent study"
    HIGHER_EDUCATION = "accredited higher education"
    ONLINE = "online coursework"


class CreditBasis(StrEnum):
    """What a credit is given for (C.G.S. 10-221a (f)): class time or a demonstration of mastery."""

    TIME = "class time"
    MASTERY = "mastery"


class SupportForm(StrEnum):
    """The supports that a learning experience plans for."""

    INTERVENTION = "intervention"
    EXTENSION = "extension"
    REVISE = "revise and relearn"
    REFLECTION = "reflection"
    CHOICE = "student choice"


class PathwayPurpose(StrEnum):
    """A graduation pathway must reach every required competency; a credit pathway need not."""

    GRADUATION = "graduation"
    CREDIT = "credit"


class Strength(StrEnum):
    """How much of a standard one of our things meets."""

    FULL = "full"
    PARTIAL = "partial"


class VerificationMethod(StrEnum):
    """How scores become a statement about an indicator or a competency."""

    MOST_RECENT = "most recent"
    HIGHEST = "highest"
    MODE = "most frequent"
    MEAN = "mean"
    DECAYING = "decaying average"
    TREND = "trend"
    EVIDENCE = "review of a body of evidence"
    ALL = "every indicator met"
    K_OF_N = "a number of indicators met"
    PANEL = "portfolio or exhibition panel"


class VerificationScope(StrEnum):
    """What a verification rule speaks of."""

    INDICATOR = "indicator"
    COMPETENCY = "competency"


class TranslationStatus(StrEnum):
    """How far a translation can be trusted."""

    MACHINE = "machine"
    HUMAN = "human"
    REVIEWED = "reviewed"


class Coverage(StrEnum):
    """What a learning experience does with an indicator."""

    INTRODUCED = "introduced"
    DEVELOPED = "developed"
    ASSESSED = "assessed"
