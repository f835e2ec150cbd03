"""The words of the rooms: what belongs in a place and why, names of severities, numbers, the keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.localize import ENGLISH, N_, _, locale, ngettext, number, retold
from workbench.model import Finding, Framework, Severity, Standard, Thing, grade_order, kind_of, plural
from workbench.model import term as district_term
from workbench.ui.view import SEVERITIES, State

SEVERITY_WORDS = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.NOTE: N_("Note")}
LONGEST = 90
"""Characters of a name in a list; a statement without a short name can be a paragraph."""


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

HELD = N_("Somebody else has changed the same words since, so nothing was changed. Look at it again, then decide.")
"""What is said where an edit of several fields, or an undo, meets what another person wrote."""

KEYS = {
    N_("Everywhere"): [
        ("F6", N_("Next column (Shift+F6: the one before)")),
        (N_("Ctrl+K"), N_("Find anything")),
        (N_("Ctrl+Z, Ctrl+Y"), N_("Undo and redo what you did")),
        ("?", N_("This list")),
    ],
    N_("In a field"): [
        (N_("Tab"), N_("To its history; Enter opens it, Esc closes it")),
    ],
    N_("In the outline"): [
        ("↑ ↓", N_("Next and previous")),
        ("→ ←", N_("Open and close, or go in and out")),
        (N_("Home, End"), N_("First and last")),
        (N_("Letters"), N_("Go to a name or a code")),
        (N_("Enter"), N_("Select")),
        (N_("Insert"), N_("Add one after this")),
        (N_("Alt+↑, Alt+↓"), N_("Move it up or down")),
        (N_("Delete"), N_("Remove it; undo brings it back")),
        (N_("Space, Shift+↑ ↓"), N_("Choose several (Esc: none)")),
        (N_("Ctrl+V"), N_("Paste rows from a spreadsheet or a text")),
    ],
    N_("In the standards"): [
        (N_("↓ in the search"), N_("Go to what was found")),
        (N_("↑ ↓, Page Up, Page Down"), N_("Move")),
        ("→ ←", N_("Open and close")),
        (N_("Enter"), N_("Read the whole standard")),
        (N_("Ctrl+Enter"), N_("Align what is selected to it")),
    ],
    N_("In the matrix of alignment"): [
        (N_("Arrows, Home, End"), N_("Move between cells")),
        (N_("Page Up, Page Down"), N_("Other rows")),
        (N_("Enter"), N_("Go to the thing")),
    ],
    N_("In a text"): [
        (N_("Alt+P"), N_("Propose another wording")),
        (N_("Alt+C"), N_("Comment on this text")),
        (N_("Enter on a proposal"), N_("Take it")),
    ],
    N_("In the discussion"): [
        ("@", N_("Mention somebody: ↑ ↓ and Enter choose")),
        (N_("Ctrl+Enter"), N_("Send")),
        (N_("Esc"), N_("Close the box; the text stays")),
    ],
    N_("In a table"): [
        (N_("Arrows, Home, End"), N_("Move between cells")),
        (N_("Enter"), N_("Write")),
        (N_("Esc"), N_("Stop writing; the text stays")),
        (N_("Ctrl+Enter"), N_("Write in the next level")),
    ],
}


def term(framework: Framework, kind: str, count: int = 1) -> str:
    """Return the district's word for a kind of thing, plural unless ``count`` is 1; ours in the reader's language."""
    terms = framework.district.terms
    own, many = (terms.get(key, "").strip() for key in (kind, f"{kind}.plural"))
    if not own and not (many and count != 1):
        return kind_noun(kind, count)
    return retold(district_term(framework, kind, count))


def kind_noun(kind: str, count: int = 1) -> str:
    """Return our own word for a kind of thing, plural unless ``count`` is 1: of several, the short one."""
    if count != 1 and kind == "indicator":
        return ngettext("indicator", "indicators", count)
    if count != 1 and kind == "criterion":
        return ngettext("criterion", "criteria", count)
    noun = kind_of(kind).noun
    return ngettext(noun, plural(noun), count)


def grades_in_words(grades: Iterable[str]) -> str:
    """Return grades in their order; three or more that follow each other by their first and last.

    >>> grades_in_words(["9", "10", "11", "12"]), grades_in_words(["K", "2"]), grades_in_words(["HS"])
    ('9 to 12', 'K, 2', 'HS')
    """
    ordered = sorted(grades, key=grade_order)
    spans = [grade_order(one)[:2] for one in ordered]
    run = all(here == (spans[0][0] + place,) * 2 for place, here in enumerate(spans))
    if not run or not ordered[2:]:
        return ", ".join(ordered)
    return _("{first} to {last}", first=ordered[0], last=ordered[-1])


def counted_kind(framework: Framework, count: int, kind: str) -> str:
    """Return a number and the district's word for a kind: "3 competencies"."""
    return _("{number} {things}", number=number(count), things=term(framework, kind, count))


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def short_name(thing: Thing) -> str:
    """Return a thing's name for a list: one line, shortened where it is long."""
    if thing.name == f"unnamed {thing.noun}":
        return _("unnamed {thing}", thing=ngettext(thing.noun, plural(thing.noun), 1))
    return shortened(thing.name)


def shortened(text: str) -> str:
    """Return a text as one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def line_of(standard: Standard) -> str:
    """Return a standard's name as one line, without its code, which stands beside it."""
    name = " ".join((standard.label or standard.statement).split())
    return name.removeprefix(standard.code).strip() or standard.code


def in_list(names: Iterable[str]) -> str:
    """Return names as a list in a sentence: "a, b and c"."""
    *others, last = [*names] or [""]
    first = ", ".join(others)
    return _("{names} and {last}", names=first, last=last) if first and last else first or last


def day_words(day: dt.date) -> str:
    """Return a day as people read it: "3 March 2027"."""
    if locale() == ENGLISH:
        return f"{day.day} {day:%B %Y}"
    from babel.dates import format_date

    return format_date(day, "long", locale=locale())


def guide_of(kind: str) -> State:
    """Return the guidance for a kind of thing, as a pane shows it."""
    guide = GUIDES[kind]
    return {"what": _(guide.what), "why": _(guide.why)}


def count_words(findings: Iterable[Finding]) -> State:
    """Return how many findings there are of each severity, as number and words; severities without any left out."""
    found = [finding.severity for finding in findings]
    counts = {severity: found.count(severity) for severity in SEVERITIES}
    return {str(severity): {"n": n, "says": severity_count(severity, n)} for severity, n in counts.items() if n}


def severity_count(severity: Severity, n: int) -> str:
    """Return a number of findings of one severity: "2 warnings"."""
    match severity:
        case Severity.ERROR:
            return ngettext("{n} error", "{n} errors", n)
        case Severity.WARNING:
            return ngettext("{n} warning", "{n} warnings", n)
        case Severity.NOTE:
            return ngettext("{n} note", "{n} notes", n)


def finding_key(finding: Finding) -> str:
    """Return what tells a finding from the others of a page."""
    return f"{finding.code} {finding.subject_id} {finding.field} {finding.message}"
