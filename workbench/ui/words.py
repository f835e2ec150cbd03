"""The words of the rooms: what belongs in a place and why, names of severities, numbers, the keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model import Finding, Framework, Severity, Standard, Thing, grade_order, kind_of, plural
from workbench.ui.view import SEVERITIES, State

SEVERITY_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
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
        "Your district, the title of your document, and the words you use.",
        "They stand on the cover of every publication. If your district says “proficiency” or “standard” where others "
        "say “competency”, write your word here and every room and publication will use it.",
    ),
    "design_question": Guide(
        "A question to answer together before you design, so that later choices have something to rest on.",
        "Committees that write their answers down first argue less about details later, and can show the board why.",
    ),
    "belief": Guide(
        "A belief says what your district holds true about learning, in one sentence that everyone can repeat.",
        "Every later choice can be held against it. A belief counts once a practice follows from it, someone sees to "
        "that practice, and you can tell whether it happens.",
        "Students learn at different paces, so time may vary and expectations may not.",
    ),
    "practice": Guide(
        "A practice is what your district does because of this belief.",
        "A belief without a practice is a poster. Name who sees to it and how anyone could tell.",
        "Every course offers time and help to relearn and to show mastery again.",
    ),
    "attribute": Guide(
        "An attribute is one quality of the graduate your community pictures.",
        "Cross-curricular competencies serve these attributes, so each should be something one can see in a student.",
        "Clear communicator: listens, speaks and writes so that others understand and can respond.",
    ),
    "competency": Guide(
        "A competency is what every graduate knows and can do, broad enough to outlast a single course.",
        "Say why it was chosen: it lasts, it is used elsewhere, it prepares for what comes next.",
        "Investigate: ask questions about the natural world and answer them with evidence.",
    ),
    "indicator": Guide(
        "A performance indicator says what meeting the competency looks like, so that it can be measured.",
        "Scoring criteria, courses and standards all attach to indicators. One verb and one product make a good one.",
        "Plan an investigation that controls variables and yields enough data to answer a question.",
    ),
    "target": Guide(
        "A learning target is a step of a lesson or a unit towards this indicator.",
        "Students can say it in their own words. It guides teaching and is never certified.",
        "I can name the variables that I keep the same, and say why.",
    ),
    "criterion": Guide(
        "A scoring criterion describes the work at each level, for any task.",
        "Start with the level that meets the expectation. Each level says what a student can do, in quality and not "
        "in amount, so that a teacher and a student would read it the same way.",
        "3 Proficient: plans an investigation that keeps all relevant variables constant and collects enough data.",
    ),
    "scale": Guide(
        "The levels that all scoring criteria share.",
        "One scale everywhere keeps scores comparable.",
        "1 Beginning, 2 Developing, 3 Proficient (meets the expectation), 4 Distinguished.",
    ),
    "habit": Guide(
        "A habit of work is how a student goes about learning.",
        "Habits are scored and reported apart from what a student knows, so that a grade says one thing.",
        "Revises work after feedback.",
    ),
    "verification_rule": Guide(
        "The rule by which scores become “met”.",
        "Adopted once, it is the same for every student and every pathway.",
        "An indicator is met when the most recent two of its scores are at level 3 or above.",
    ),
    "experience": Guide(
        "A course, or any other route by which students learn and earn credit.",
        "Say which indicators it introduces, develops and assesses: that is what connects it to graduation.",
        "Marine Science: one credit of science with fieldwork at the sound.",
    ),
    "unit": Guide(
        "A unit is one part of the course.",
        "The units in order are its scope and sequence.",
        "Whose story is it? Six weeks: short stories told by very different narrators.",
    ),
    "support": Guide(
        "A support is help or stretch that the course plans for.",
        "Planned support reaches everyone.",
        "Sentence frames for the first two arguments, taken away by the third.",
    ),
    "pathway": Guide(
        "A pathway is a way to graduation or to a credit, made of courses and other experiences.",
        "A graduation pathway has to reach every required competency, whichever choices a student makes.",
        "Internship pathway: core courses, an internship, and a choice of two electives.",
    ),
    "part": Guide(
        "A part is a group of courses: all of them, or some to choose.",
        "Choices make a pathway personal.",
        "Field sciences: choose two of Marine Science, Forestry, Astronomy and Soil Science.",
    ),
    "assessment": Guide(
        "An assessment is where students show what they know and can do.",
        "A summative assessment is scored with the common criteria, so that its results mean the same everywhere.",
        "Design and carry out an investigation of a local stream.",
    ),
    "item": Guide(
        "An item is one task or question of the assessment.",
        "Each names the indicator that it gives evidence of and how much thinking it asks for.",
        "Question 4: explain from the graph why the second sample cooled faster (asks for depth 3).",
    ),
    "alignment": Guide(
        "An alignment says that one of our things meets one common standard, fully or in part, and why.",
        "Nothing else in the framework claims a standard, so this list is the whole claim.",
        "“Support a claim with evidence” meets W.9-10.1 in part: students do not yet answer a counterclaim.",
    ),
}

HELD = "Somebody else has changed the same words since, so nothing was changed. Look at it again, then decide."
"""What is said where an edit of several fields, or an undo, meets what another person wrote."""

KEYS = [
    ["Everywhere", [
        ["F6", "Next column (Shift+F6: the one before)"], ["Ctrl+K", "Find anything"],
        ["Ctrl+Z, Ctrl+Y", "Undo and redo what you did"], ["?", "This list"],
    ]],
    ["In a field", [["Tab", "To its history; Enter opens it, Esc closes it"]]],
    ["In the outline", [
        ["↑ ↓", "Next and previous"], ["→ ←", "Open and close, or go in and out"], ["Home, End", "First and last"],
        ["Letters", "Go to a name or a code"], ["Enter", "Select"], ["Insert", "Add one after this"],
        ["Alt+↑, Alt+↓", "Move it up or down"], ["Delete", "Remove it; undo brings it back"],
        ["Space, Shift+↑ ↓", "Choose several (Esc: none)"], ["Ctrl+V", "Paste rows from a spreadsheet or a text"],
    ]],
    ["In the standards", [
        ["↓ in the search", "Go to what was found"], ["↑ ↓, Page Up, Page Down", "Move"], ["→ ←", "Open and close"],
        ["Enter", "Read the whole standard"], ["Ctrl+Enter", "Align what is selected to it"],
    ]],
    ["In the matrix of alignment", [
        ["Arrows, Home, End", "Move between cells"], ["Page Up, Page Down", "Other rows"], ["Enter", "Go to the thing"],
    ]],
    ["In a text", [
        ["Alt+P", "Propose another wording"], ["Alt+C", "Comment on this text"],
        ["Enter on a proposal", "Take it"],
    ]],
    ["In the discussion", [
        ["@", "Mention somebody: ↑ ↓ and Enter choose"], ["Ctrl+Enter", "Send"],
        ["Esc", "Close the box; the text stays"],
    ]],
    ["In a table", [
        ["Arrows, Home, End", "Move between cells"], ["Enter", "Write"], ["Esc", "Stop writing; the text stays"],
        ["Ctrl+Enter", "Write in the next level"],
    ]],
]  # fmt: skip


def term(framework: Framework, kind: str, count: int = 1) -> str:
    """Return the district's word for a kind of thing, plural unless ``count`` is 1."""
    terms = framework.district.terms
    noun = kind_of(kind).noun
    short = noun.split()[-1] if kind in ("indicator", "criterion") else noun
    own = terms.get(kind, "").strip() or (noun if count == 1 else short)
    if count == 1:
        return own
    return terms.get(f"{kind}.plural", "").strip() or plural(own)


def counted(count: int, one: str, many: str = "") -> str:
    """Return "1 practice" or "3 practices"."""
    return f"{count:,} {one if count == 1 else many or plural(one)}"


def grades_in_words(grades: Iterable[str]) -> str:
    """Return grades in their order; three or more that follow each other by their first and last.

    >>> grades_in_words(["9", "10", "11", "12"]), grades_in_words(["K", "2"]), grades_in_words(["HS"])
    ('9 to 12', 'K, 2', 'HS')
    """
    ordered = sorted(grades, key=grade_order)
    spans = [grade_order(one)[:2] for one in ordered]
    run = all(here == (spans[0][0] + place,) * 2 for place, here in enumerate(spans))
    return f"{ordered[0]} to {ordered[-1]}" if run and len(ordered[2:]) else ", ".join(ordered)


def counted_kind(framework: Framework, count: int, kind: str) -> str:
    """Return a number and the district's word for a kind: "3 competencies"."""
    return f"{count:,} {term(framework, kind, count)}"


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def short_name(thing: Thing) -> str:
    """Return a thing's name for a list: one line, shortened where it is long."""
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
    every = [*names]
    return " and ".join(filter(None, (", ".join(every[:-1]), every[-1]))) if every else ""


def guide_of(kind: str) -> State:
    """Return the guidance for a kind of thing, as a pane shows it."""
    guide = GUIDES[kind]
    return {"what": guide.what, "why": guide.why}


def count_words(findings: Iterable[Finding]) -> State:
    """Return how many findings there are of each severity, as number and words; severities without any left out."""
    found = [finding.severity for finding in findings]
    counts = {severity: found.count(severity) for severity in SEVERITIES}
    return {str(severity): {"n": n, "says": counted(n, str(severity).lower())} for severity, n in counts.items() if n}


def finding_key(finding: Finding) -> str:
    """Return what tells a finding from the others of a page."""
    return f"{finding.code} {finding.subject_id} {finding.field} {finding.message}"
