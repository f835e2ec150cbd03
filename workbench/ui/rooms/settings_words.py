"""What each setting of the checks says, in a sentence for a teacher, and what a family of rules is about."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.localize import N_

SAYS: Mapping[str, str] = {
    "cross_curricular_competencies": N_("How many competencies hold across all subjects."),
    "area_competencies": N_("How many competencies one subject has."),
    "indicators_per_competency": N_("How many indicators tell when a competency is met."),
    "levels": N_("How many levels a scale has."),
    "statement_words": N_("How long a competency or an indicator is, in words."),
    "opportunities_per_indicator": N_("How many chances a student has on a pathway to show an indicator."),
    "demand_leap": N_("How far the thinking may rise from one level to the next; with a higher number less is said."),
    "demand_fall": N_("How far the thinking may fall from one level to the next; with a higher number less is said."),
    "reading_grade": N_("Up to which grade of reading a criterion counts as plain; students read criteria, too."),
    "similar_statements": N_("From which likeness two indicators count as the same; 1 is word for word."),
    "words.vague_verbs": N_("No one can see a student do these, so an indicator with such a verb is hard to score."),
    "words.wrapper_phrases": N_("Openings before the verb that matters, such as “demonstrate understanding of”."),
    "words.quantity_words": N_("Levels of a criterion that differ only by these describe how much, and not how well."),
    "words.quality_words": N_("Levels that differ only by these leave to the reader what “clearly” looks like."),
    "words.deficit_words": N_("They say what a student does not do; each level should say what a student does."),
    "words.perfection_words": N_("A top level with these asks for work without a fault."),
    "words.task_words": N_("They tie an indicator or a criterion to one task or one resource."),
    "words.hedges": N_("They leave open what is asked, such as “as appropriate”."),
    "words.behavior_words": N_("They speak of behavior, which habits of work score apart."),
    "words.negated_positives": N_("Negations that say something good, and so are no deficit."),
    "words.verb_pairs": N_("Two verbs that are one act, and so do not make two indicators of one."),
    "words.near_verbs": N_("Two verbs that mean nearly the same, and so count as one."),
    "words.noun_like_verbs": N_("Words that can be verbs and are mostly names of things."),
    "words.names_allowed": N_("Names that an indicator may hold because they belong to its subject."),
}
"""By the key of the setting."""

FAMILY_TITLES: Mapping[str, str] = {
    "STR": N_("how it hangs together"),
    "STM": N_("how statements are worded"),
    "ALN": N_("alignment"),
    "PTH": N_("pathways"),
    "RUB": N_("scoring criteria"),
    "ASM": N_("assessments"),
    "HOW": N_("habits of work"),
    "VER": N_("how scores add up"),
    "DOK": N_("demand"),
    "SYS": N_("the ten principles"),
}
"""By the letters of the family."""
