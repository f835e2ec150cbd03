"""What of a framework is compared with standards: a thing's words, its grades, its neighbours, earlier decisions."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.measures.suggestions.memory import Decision
from workbench.model import Assessment, Framework, Indicator, LearningExperience, Pathway, Thing


def text_of(framework: Framework, thing: Thing) -> str:
    """Return the words by which a thing is compared: its own, then those of what it belongs to or is made of."""
    own = [str(getattr(thing, name, "")) for name in ("title", "statement", "description")]
    match thing:
        case Indicator() if competency := framework.competencies.get(thing.competency_id):
            own += [competency.title, competency.area]
        case LearningExperience():
            own += [thing.department, *_statements(framework, thing.indicators)]
        case Assessment():
            own += _statements(framework, thing.indicator_ids)
        case Pathway():
            held = {one for part in framework.parts_of(thing.id) for one in part.experience_ids}
            own += [one.title for one in framework.experiences.ordered() if one.id in held]
    return ". ".join(part for part in own if part.strip())


def _statements(framework: Framework, ids: Iterable[str]) -> list[str]:
    return [one.statement or one.title for key in ids if (one := framework.indicators.get(key))]


def grades_of(framework: Framework, thing: Thing) -> tuple[str, ...]:
    """Return the grades of a thing as people wrote them; an indicator without any has its competency's."""
    match thing:
        case LearningExperience():
            return thing.grades
        case Indicator():
            competency = framework.competencies.get(thing.competency_id)
            return (thing.grade_band or (competency.grade_band if competency else ""),)
        case _:
            return ()


def near_standards(framework: Framework, thing: Thing, set_id: str) -> tuple[str, ...]:
    """Return the standards of a set to which a thing's neighbours are aligned, those of most neighbours first."""
    counts: dict[str, int] = {}
    for other in _neighbours(framework, thing):
        for one in framework.alignments_of(other.id):
            if other.id != thing.id and one.set_id == set_id:
                counts[one.standard_id] = counts.get(one.standard_id, 0) + 1
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))


def _neighbours(framework: Framework, thing: Thing) -> tuple[Thing, ...]:
    """Return what stands beside a thing: of the same competency, or of the same department."""
    if isinstance(thing, LearningExperience):
        return framework.experiences.by("department", thing.department) if thing.department else ()
    return framework.siblings(thing) if thing.owner_id else ()


def decisions_of(framework: Framework, set_id: str) -> tuple[Decision, ...]:
    """Return the framework's alignments to one set, each with the words of what is aligned."""
    texts: dict[str, str] = {}
    found = []
    for one in framework.alignments.by("set_id", set_id):
        thing = framework.find(one.subject_id)
        if thing is not None:
            text = texts.setdefault(thing.id, text_of(framework, thing))
            found.append(Decision(subject_id=thing.id, text=text, standard_id=one.standard_id))
    return tuple(found)
