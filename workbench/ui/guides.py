"""What belongs in a place, why, and one example to start from."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.localize import N_, _
from workbench.ui.view import State


@dataclass(frozen=True, slots=True)
class Guide:
    """What belongs in a place, why, and one example to start from."""

    what: str
    why: str
    example: str = ""


GUIDES = {
    "district": Guide(
        N_("Your district, the title of your document, and the words you use."),
        N_(
            "They stand on the cover of every publication. If your district says “proficiency” or “standard” where "
            "others say “competency”, write your word here and every room and publication will use it."
        ),
    ),
    "design_question": Guide(
        N_("A question to answer together before you design, so that later choices have something to rest on."),
        N_(
            "Committees that write their answers down first argue less about details later, and can show the board why."
        ),
    ),
    "belief": Guide(
        N_("A belief says what your district holds true about learning, in one sentence that everyone can repeat."),
        N_(
            "Every later choice can be held against it. A belief counts once a practice follows from it, someone sees "
            "to that practice, and you can tell whether it happens."
        ),
        N_("Students learn at different paces, so time may vary and expectations may not."),
    ),
    "practice": Guide(
        N_("A practice is what your district does because of this belief."),
        N_("A belief without a practice is a poster. Name who sees to it and how anyone could tell."),
        N_("Every course offers time and help to relearn and to show mastery again."),
    ),
    "attribute": Guide(
        N_("An attribute is one quality of the graduate your community pictures."),
        N_(
            "Cross-curricular competencies serve these attributes, so each should be something one can see in "
            "a student."
        ),
        N_("Clear communicator: listens, speaks and writes so that others understand and can respond."),
    ),
    "competency": Guide(
        N_("A competency is what every graduate knows and can do, broad enough to outlast a single course."),
        N_("Say why it was chosen: it lasts, it is used elsewhere, it prepares for what comes next."),
        N_("Investigate: ask questions about the natural world and answer them with evidence."),
    ),
    "indicator": Guide(
        N_("A performance indicator says what meeting the competency looks like, so that it can be measured."),
        N_(
            "Scoring criteria, courses and standards all attach to indicators. One verb and one product make a good "
            "one."
        ),
        N_("Plan an investigation that controls variables and yields enough data to answer a question."),
    ),
    "target": Guide(
        N_("A learning target is a step of a lesson or a unit towards this indicator."),
        N_("Students can say it in their own words. It guides teaching and is never certified."),
        N_("I can name the variables that I keep the same, and say why."),
    ),
    "criterion": Guide(
        N_("A scoring criterion describes the work at each level, for any task."),
        N_(
            "Start with the level that meets the expectation. Each level says what a student can do, in quality and "
            "not in amount, so that a teacher and a student would read it the same way."
        ),
        N_("3 Proficient: plans an investigation that keeps all relevant variables constant and collects enough data."),
    ),
    "scale": Guide(
        N_("The levels that all scoring criteria share."),
        N_("One scale everywhere keeps scores comparable."),
        N_("1 Beginning, 2 Developing, 3 Proficient (meets the expectation), 4 Distinguished."),
    ),
    "habit": Guide(
        N_("A habit of work is how a student goes about learning."),
        N_("Habits are scored and reported apart from what a student knows, so that a grade says one thing."),
        N_("Revises work after feedback."),
    ),
    "verification_rule": Guide(
        N_("The rule by which scores become “met”."),
        N_("Adopted once, it is the same for every student and every pathway."),
        N_("An indicator is met when the most recent two of its scores are at level 3 or above."),
    ),
    "experience": Guide(
        N_("A course, or any other route by which students learn and earn credit."),
        N_("Say which indicators it introduces, develops and assesses: that is what connects it to graduation."),
        N_("Marine Science: one credit of science with fieldwork at the sound."),
    ),
    "unit": Guide(
        N_("A unit is one part of the course."),
        N_("The units in order are its scope and sequence."),
        N_("Whose story is it? Six weeks: short stories told by very different narrators."),
    ),
    "support": Guide(
        N_("A support is help or stretch that the course plans for."),
        N_("Planned support reaches everyone."),
        N_("Sentence frames for the first two arguments, taken away by the third."),
    ),
    "pathway": Guide(
        N_("A pathway is a way to graduation or to a credit, made of courses and other experiences."),
        N_("A graduation pathway has to reach every required competency, whichever choices a student makes."),
        N_("Internship pathway: core courses, an internship, and a choice of two electives."),
    ),
    "part": Guide(
        N_("A part is a group of courses: all of them, or some to choose."),
        N_("Choices make a pathway personal."),
        N_("Field sciences: choose two of Marine Science, Forestry, Astronomy and Soil Science."),
    ),
    "assessment": Guide(
        N_("An assessment is where students show what they know and can do."),
        N_("A summative assessment is scored with the common criteria, so that its results mean the same everywhere."),
        N_("Design and carry out an investigation of a local stream."),
    ),
    "item": Guide(
        N_("An item is one task or question of the assessment."),
        N_("Each names the indicator that it gives evidence of and how much thinking it asks for."),
        N_("Question 4: explain from the graph why the second sample cooled faster (asks for depth 3)."),
    ),
    "alignment": Guide(
        N_("An alignment says that one of our things meets one common standard, fully or in part, and why."),
        N_("Nothing else in the framework claims a standard, so this list is the whole claim."),
        N_("“Support a claim with evidence” meets W.9-10.1 in part: students do not yet answer a counterclaim."),
    ),
}


def guide_of(kind: str) -> State:
    """Return the guidance for a kind of thing, as a pane shows it."""
    guide = GUIDES[kind]
    return {"what": _(guide.what), "why": _(guide.why)}
