"""The sheets of a framework, one a section, in the order in which a committee works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from workbench.model import Belief, Criterion, Indicator, LearningExperience, Pathway, Scale, Thing, kind_of
from workbench.model.values import Coverage
from workbench.publish.publication import Publication
from workbench.publish.workbook_cells import Sheet, lines
from workbench.publish.workbook_columns import (
    Col,
    field_column,
    field_columns,
    key_columns,
    keys_of,
    label_of,
    sheet_of,
    shown,
    under_owners,
)


def framework_sheets(given: Publication) -> Iterator[Sheet]:
    """Yield a sheet for each section, the empty ones too: an empty section is something to know."""
    yield _plain(given, "design_question", "Design questions")
    yield _beliefs(given)
    yield _portrait(given)
    yield _plain(given, "competency")
    yield _indicators(given)
    yield _plain(given, "target")
    yield _plain(given, "scale")
    yield _criteria(given)
    yield _plain(given, "habit")
    yield _plain(given, "verification_rule")
    yield _aligned(given, "assessment")
    yield _plain(given, "item", "Assessment items")
    yield _courses(given)
    yield _plain(given, "unit")
    yield _plain(given, "support")
    yield _pathways(given)
    yield _plain(given, "translation", "Translations")


def _title(given: Publication, kind: str) -> str:
    many = given.term(kind, many=True)
    return many[:1].upper() + many[1:]


def _things(given: Publication, kind: str) -> list[Thing]:
    """Return the things of a kind in order, under their owners where they have one."""
    cls = kind_of(kind)
    table = given.framework.table(kind).ordered()
    owner = cls.owner_field()
    targets = cls.spec(owner).targets if owner else ()
    if not owner or "*" in targets:
        return list(table)
    # Two steps up: a learning target follows its indicator, which follows its competency.
    return under_owners(table, [_things(given, target) for target in targets])


def _plain(given: Publication, kind: str, title: str = "") -> Sheet:
    """Return the sheet of a kind with a column for each field."""
    things = _things(given, kind)
    return sheet_of(title or _title(given, kind), field_columns(given, kind_of(kind)), things)


def _aligned(given: Publication, kind: str, *, skip: Sequence[str] = (), more: Sequence[Col] = ()) -> Sheet:
    """Return the sheet of a kind with a column for the standards that its things meet."""
    columns = field_columns(given, kind_of(kind), skip=skip)
    columns[-1:-1] = [*more, _standards_column(given)]
    return sheet_of(_title(given, kind), columns, _things(given, kind))


def _standards_column(given: Publication) -> Col:
    def says(thing: Thing) -> str | None:
        found = given.framework.alignments_of(thing.id)
        return lines([given.code_of_standard(one.set_id, one.standard_id) for one in found]) or None

    return Col(head="Standards it meets", width=26, says=says)


def _beliefs(given: Publication) -> Sheet:
    """Return beliefs, each followed by its practices: one row each, told apart by the first column."""
    framework = given.framework
    rows: list[Thing] = []
    for belief in framework.beliefs.ordered():
        rows += [belief, *framework.practices_of(belief.id)]
    rows += [one for one in framework.practices.ordered() if one.belief_id not in framework.beliefs]
    columns = [
        _kind_column(given),
        *_shared_columns(given, Belief, "code", "title", "statement", "explanation", heads={"statement": "Statement"}),
        *_shared_columns(
            given, kind_of("practice"), "belief_id", "owner", "evidence", "ready", heads={"belief_id": "Comes from"}
        ),
    ]
    return sheet_of(f"{_title(given, 'belief')} and {given.term('practice', many=True)}", columns, rows)


def _kind_column(given: Publication) -> Col:
    return Col(head="Kind", width=14, says=lambda thing: given.term(thing.kind))


def _shared_columns(
    given: Publication, cls: type[Thing], *names: str, heads: Mapping[str, str] | None = None
) -> list[Col]:
    """Return columns of fields on a sheet where things of another kind, without those fields, have rows too.

    ``heads`` are the headings that would mislead there as they are.
    """

    def column(name: str) -> Col:
        own = field_column(given, cls.spec(name))
        head = (heads or {}).get(name, own.head)
        return Col(head=head, width=own.width, says=lambda thing: own.says(thing) if name in thing.specs() else None)

    return [column(name) for name in names]


def _portrait(given: Publication) -> Sheet:
    """Return the portrait with a column for each grade band."""
    cls = kind_of("attribute")
    things = _things(given, "attribute")
    columns = field_columns(given, cls, skip=["descriptors"])
    bands = {key: f"Grades {key}" for key in keys_of(things, "descriptors")}
    columns[-1:-1] = key_columns(cls.spec("descriptors"), bands)
    return sheet_of("Portrait of a graduate", columns, things)


def _indicators(given: Publication) -> Sheet:
    """Return the indicators with where they are learned."""
    framework = given.framework

    def where(coverage: Coverage) -> Col:
        def says(thing: Thing) -> str | None:
            found = [one for one in framework.experiences_with(thing.id) if thing.id in one.covering(coverage)]
            return lines([one.code or one.name for one in found]) or None

        return Col(head=f"{coverage.value.capitalize()} in", width=24, says=says)

    return _aligned(given, Indicator.kind, more=[where(coverage) for coverage in Coverage])


def _criteria(given: Publication) -> Sheet:
    """Return the scoring criteria as a matrix: what is scored, the element, a column for each level."""
    framework = given.framework
    things = _things(given, Criterion.kind)
    used = {cast("Criterion", one).scale_id for one in things}
    scales = [one for one in framework.scales.ordered() if one.id in used]
    levels = sorted({*keys_of(things, "descriptors"), *keys_of(scales, "levels")}, key=_level_rank)
    columns = field_columns(given, Criterion, skip=["descriptors"])
    heads = {level: _level_head(level, scales) for level in levels}
    columns[-1:-1] = key_columns(Criterion.spec("descriptors"), heads)
    return sheet_of(_title(given, Criterion.kind), columns, things)


def _level_rank(level: str) -> tuple[bool, int, str]:
    number = level.isdecimal()
    return (not number, int(level) if number else 0, level)


def _level_head(level: str, scales: Sequence[Scale]) -> str:
    """Return "3: Proficient" where every scale that has the level names it so, else "Level 3"."""
    names = {scale.levels[level] for scale in scales if level in scale.levels}
    return f"{level}: {names.pop()}" if len(names) == 1 else f"Level {level}"


def _courses(given: Publication) -> Sheet:
    """Return the learning experiences with the indicators by what happens to them there."""

    def indicators(coverage: Coverage) -> Col:
        def says(thing: Thing) -> str | None:
            return lines([label_of(given, one) for one in cast("LearningExperience", thing).covering(coverage)]) or None

        return Col(head=f"Indicators {coverage.value}", width=40, says=says)

    columns = [indicators(coverage) for coverage in Coverage]
    return _aligned(given, LearningExperience.kind, skip=["indicators"], more=columns)


def _pathways(given: Publication) -> Sheet:
    """Return pathways, each followed by its parts: one row each, told apart by the first column."""
    framework = given.framework
    rows: list[Thing] = []
    for pathway in framework.pathways.ordered():
        rows += [pathway, *framework.parts_of(pathway.id)]
    rows += [one for one in framework.parts.ordered() if one.pathway_id not in framework.pathways]
    part = kind_of("part")
    columns = [
        Col(head="Kind", width=14, says=lambda thing: given.term("pathway") if thing.kind == "pathway" else "part"),
        *_shared_columns(
            given, Pathway, "code", "title", "purpose", "description", "audience", heads={"title": "Title"}
        ),
        *_shared_columns(given, part, "pathway_id", heads={"pathway_id": "Part of"}),
        Col(head="How many", width=14, says=_how_many),
        *_shared_columns(given, part, "experience_ids"),
        Col(head="Standards it meets", width=26, says=_standards_column(given).says),
        *_shared_columns(given, part, "ready"),
    ]
    return sheet_of(_title(given, "pathway"), columns, rows)


def _how_many(thing: Thing) -> str | None:
    if thing.kind != "part":
        return None
    choose: Any = getattr(thing, "choose", None)
    return "all" if choose is None else f"choose {choose}"


def cover_facts(given: Publication) -> list[tuple[str, str]]:
    """Return what the cover says: the district's own fields, the status, the edition."""
    own = [
        (spec.label, str(shown(given, spec, district) or ""))
        for district in given.framework.districts.ordered()
        for name, spec in district.specs().items()
        if name not in {"order", "ready"}
    ]
    edition = given.edition
    adopted = (
        [("Vote", edition.vote), ("In force", edition.effective), ("Adopted on", edition.adopted_on),
         ("SHA-256 of the content", edition.sha256)]
        if edition
        else []
    )  # fmt: skip
    counts = ", ".join(f"{count} {severity.value}" for severity, count in given.counts.items() if count)
    facts = [("Status", given.status_line), ("As of", given.as_of), ("Revision", str(given.revision))]
    checked = [("Findings", counts), ("Not checked", given.unchecked)]
    return [(name, text) for name, text in [*facts, *checked, *adopted, *own] if text]
