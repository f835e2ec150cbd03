"""What a coverage matrix is called and what its words mean, in the district's own terms."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.localize import N_
from workbench.measures.coverage import Matrix
from workbench.measures.marks import Mark, Status
from workbench.model import Framework, term

KINDS = {"standards": "standard", "competencies": "competency", "indicators": "indicator"}
PLACES = {"courses": "experience", "departments": "department", "pathways": "pathway"}
GROUPS = {"standards": "Set of standards", "competencies": "Content area", "indicators": "Content area"}
"""What the rows of a matrix are grouped by."""

MEANINGS: Mapping[Status, str] = {
    Status.ASSESSED: "where it is said to be assessed, a summative assessment scores it.",
    Status.APART: (
        "a summative assessment scores it, but not where it is said to be assessed. Mark it as assessed where that "
        "assessment is used."
    ),
    Status.CLAIMED: "it is said to be met or assessed, and no summative assessment scores it.",
    Status.TAUGHT: "it is introduced or developed, and nothing is said to assess it.",
    Status.NOT_COVERED: "nothing claims, teaches or assesses it.",
}

GAPS: Mapping[Status, str] = {
    Status.APART: "Assessed, but not where it is said to be assessed.",
    Status.CLAIMED: "Said to be met or assessed, and no summative assessment scores it.",
    Status.TAUGHT: "Taught, and assessed nowhere.",
    Status.NOT_COVERED: "Nobody teaches or assesses it.",
}
"""What is missing, where something is."""

REMEDIES: Mapping[Status, str] = {
    Status.TAUGHT: N_("Say in a course that it assesses them, and let a summative assessment score them."),
    Status.APART: N_("Mark them as assessed in a course in which that assessment is used."),
    Status.CLAIMED: N_(
        "Let a summative assessment score what leads to them, or align one of your assessments to them."
    ),
}
"""What to do about what is promised and not kept, the most telling first."""

WAYS = (
    "In a pathway, “required” is what every student comes to, whatever they choose; “by choice (1 of 2)” is what those "
    "come to who choose so, here one learning experience of two."
)

UNTAUGHT = "Assessed, and nobody introduces or develops it."

MARK_MEANINGS: Mapping[Mark, str] = {
    Mark.ASSESSED: "assessed, and a summative assessment scores it",
    Mark.SAID: "said to be assessed, and no summative assessment scores it",
    Mark.DEVELOPED: "developed",
    Mark.INTRODUCED: "introduced",
    Mark.CLAIMED: "claimed by an alignment alone",
}


def subject_of(framework: Framework, found: Matrix) -> str:
    """Return what a matrix shows: "Coverage of standards by learning experiences"."""
    return f"Coverage of {term(framework, KINDS[found.rows], 2)} by {term(framework, PLACES[found.by], 2)}"
