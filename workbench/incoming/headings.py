"""What the heading of a column says: the model's own labels, the district's words, and words that people use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.incoming.reading import above, level_heads, main_field, owner_kinds
from workbench.localize import N_
from workbench.model import FieldSpec, Framework, kind_of, plural, term

WORDS: Mapping[str, str] = {
    "id": "identifier",
    "code": "code|number|no|nr|id|ref|reference|key|coding|notation|#|human coding scheme|sced code|sced course code",
    "title": "title|name|short name|short title|label|heading|abbreviated statement",
    "statement": "statement|description|text|wording|full statement|descriptor|definition|what students do",
    "explanation": "explanation|what it means|meaning|rationale|elaboration",
    "owner": "owner|who|responsible|person responsible|lead|who sees to it",
    "evidence": "evidence|how we know|look fors|how we can tell|indicators of success",
    "definition": "definition|meaning|description|what it means",
    "question": "question|prompt",
    "answer": "answer|response|our answer",
    "guidance": "guidance|hint",
    "area": "area|subject|content area|discipline|subject area|domain|department|dept",
    "reach": "reach|cross curricular or content area|scope",
    "grade_band": "grades|grade|grade band|grade level|grade levels|grade span|band",
    "grades": "grades|grade|grade level|grade levels",
    "endurance": "endurance",
    "leverage": "leverage",
    "readiness": "readiness",
    "priority": "priority|priority or supporting|power standard|essential",
    "dok": "dok|depth of knowledge|dok level|webb|webb level|rigor",
    "bloom": "bloom|blooms|blooms level|bloom level|blooms taxonomy|taxonomy",
    "form": "form|type|knowledge or skill|kind",
    "purpose": "purpose|type|formative or summative|formative summative",
    "scope": "scope|shared across",
    "element": "element|trait|dimension|criterion|criteria|row|component",
    "scale_id": "scale",
    "levels": "levels",
    "description": "description|course description|summary|overview|details",
    "summary": "summary|description|overview",
    "department": "department|dept|subject|content area|discipline|subject area",
    "credit_area": "credit area|credit type|credit category",
    "credits": "credits|credit|credit value|number of credits",
    "minutes": "minutes|class time",
    "provider": "provider|partner",
    "route": "kind|route|type",
    "weeks": "weeks|duration|length|length in weeks|pacing",
    "prompt": "item|question|task|prompt",
    "audience": "audience|for whom|who it is for",
    "choose": "choose|how many|how many to choose",
    "ready": "ready|ready for review",
}
"""Words for fields, beside the labels that the fields have in the rooms. Compared in small letters without signs."""

SECOND = {"descriptor"}
"""Words for the statement that may mean the short name beside one."""

BELONGS = ("comes from", "part of", "belongs to", "under", "parent")
SHORT = {"indicator": ("indicator", "pi"), "target": ("target", "objective", "learning objective", "i can statement"),
         "criterion": ("criterion", "rubric row"), "experience": ("course", "learning experience"),
         "competency": ("competency", "standard", "proficiency", "graduation competency", "graduation standard"),
         "attribute": ("attribute", "trait", "graduate attribute"), "habit": ("habit", "work habit", "disposition"),
         "item": ("item",), "part": ("part",)}  # fmt: skip
"""What people call a kind besides its own name and the district's word."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading may mean, how sure, and why."""

    means: str
    sure: float
    why: str


def folded(text: str) -> str:
    """Return a heading as it is compared: small letters and digits, what stands in brackets left out.

    >>> folded("  Grade Level(s): "), folded("Bloom’s"), folded("#"), folded("fullStatement"), folded("CompetencyID")
    ('grade level', 'blooms', '#', 'full statement', 'competency id')
    """
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)  # As programs write their headings.
    plain = re.sub(r"\(.*?\)", " ", text.casefold().replace("’", "").replace("'", ""))
    return " ".join(re.findall(r"[^\W_]+", plain)) or text.strip()


def kind_words(framework: Framework, kind: str) -> set[str]:
    """Return what a kind of thing may be called, one and many, as it is compared."""
    names = {kind_of(kind).noun, term(framework, kind), *SHORT.get(kind, ())}
    return {folded(word) for name in names for word in (name, plural(name))} | {folded(term(framework, kind, 2))}


def dictionary(framework: Framework, kind: str) -> Mapping[str, Guess]:
    """Return what each heading means in a table of things of ``kind``; its own fields come before those above it."""
    found: dict[str, Guess] = {}
    for one in (kind, *reversed(above(kind))):
        for words, guess in _named(framework, kind, one):
            if words and (words not in found or guess.sure > found[words].sure):
                found[words] = guess
    for words, level in level_heads(framework).items() if kind == "criterion" else ():
        found[folded(words)] = Guess(f"criterion.descriptors.{level}", 0.9, N_("the name of a level"))
    return found


def _named(framework: Framework, kind: str, one: str) -> Iterator[tuple[str, Guess]]:
    own = one == kind
    nouns = kind_words(framework, one)
    for name, spec in [("id", None), *kind_of(one).specs().items()]:
        if name == "order":
            continue
        means = f"{one}.{name}"
        if spec and spec.owner:
            yield from ((folded(word), Guess(means, 0.8, N_("says what it belongs to"))) for word in BELONGS if own)
        for label in _labels(spec) if spec else ():
            yield folded(label), Guess(means, 1.0 if own else 0.55, N_("the field’s own name"))
        for word in WORDS.get(name, "").split("|"):
            yield folded(word), Guess(means, 0.85 if own else 0.45, N_("a usual word for it"))
            yield from (
                (f"{noun} {folded(word)}", Guess(means, 0.95, N_("names the thing and the field"))) for noun in nouns
            )
    whole = f"{one}.{main_field(one)}"
    if not own and one in owner_kinds(kind):
        whole = f"{kind}.{kind_of(kind).owner_field()}"
    yield from ((noun, Guess(whole, 1.0, N_("the word for the thing itself"))) for noun in nouns)


def _labels(spec: FieldSpec) -> Iterable[str]:
    """Return the label of a field, and the part before a colon, which is its name where the rest explains it."""
    return (spec.label, spec.label.partition(":")[0])


def guess_heading(kind: str, known: Mapping[str, Guess], heading: str) -> Guess | None:
    """Return what a heading means in a table of ``kind``, None where nobody can say."""
    words = folded(heading)
    if keyed := _keyed(kind, words, heading):
        return keyed
    return known.get(words)


def second_meanings(kind: str, heads: Sequence[str], found: Sequence[Guess | None]) -> list[Guess | None]:
    """Return the guesses, with the short name in a column whose word for the statement another column has taken."""
    title, taken = f"{kind}.title", {one.means for one in found if one}
    place = next((at for at, head in enumerate(heads) if not found[at] and folded(head) in SECOND), -1)
    if place < 0 or title in taken or "title" not in kind_of(kind).specs():
        return [*found]
    guess = Guess(title, 0.6, N_("the statement stands in another column"))
    return [guess if at == place else one for at, one in enumerate(found)]


def _keyed(kind: str, words: str, heading: str) -> Guess | None:
    """Return the field and key that a heading names: a level, a grade band, what a course does with indicators."""
    if kind == "criterion" and (level := re.fullmatch(r"(?:level|score)?\s*([1-9])(?:\s+.*)?", words)):
        return Guess(f"criterion.descriptors.{level[1]}", 0.95, N_("the number of a level"))
    if kind == "scale" and (level := re.fullmatch(r"(?:level|name of level)\s*([1-9])", words)):
        return Guess(f"scale.levels.{level[1]}", 0.9, N_("the number of a level"))
    if kind == "attribute" and (band := re.fullmatch(r"(?:grades?|gr)\s+(.*)", heading.strip(), re.IGNORECASE)):
        return Guess(f"attribute.descriptors.{band[1]}", 0.9, N_("names grades"))
    if kind == "experience" and (marks := re.fullmatch(r"\w+ (introduced|developed|assessed)", words)):
        return Guess(f"experience.indicators@{marks[1]}", 0.9, N_("what the course does with indicators"))
    return None


def tells_kind(framework: Framework, kinds: Iterable[str], cells: Iterable[str]) -> bool:
    """Tell whether every cell is the word for one of ``kinds``."""
    words = {word for kind in kinds for word in kind_words(framework, kind)}
    filled = [folded(cell) for cell in cells if cell]
    return bool(filled) and all(cell in words for cell in filled)


def kind_named(framework: Framework, kinds: Iterable[str], cell: str) -> str:
    """Return which of ``kinds`` a cell names, or an empty text."""
    return next((kind for kind in kinds if folded(cell) in kind_words(framework, kind)), "")
