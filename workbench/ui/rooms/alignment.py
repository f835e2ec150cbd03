"""The room of alignment: our things on the left, common standards on the right, what meets what and why between."""

from __future__ import annotations

from collections import Counter

from workbench.localize import _, ngettext, number, retold
from workbench.localize.lazy import capital
from workbench.model import Alignment, Framework, SetInfo, Thing
from workbench.ui.fields import fields_of
from workbench.ui.guides import GUIDES
from workbench.ui.rooms.alignment_voices import suggestions_block, voices_block
from workbench.ui.rooms.competencies import areas
from workbench.ui.rooms.courses import experience_groups
from workbench.ui.rooms.nodes import heading, node, page
from workbench.ui.sections import marked_by, ready_button
from workbench.ui.view import Given, State
from workbench.ui.words import SEVERITY_WORDS, count_words, finding_key, line_of, short_name, term

ALIGNABLE = ("indicator", "experience", "pathway", "assessment")
OVERVIEW = "overview"
"""What the outline selects while nothing of ours is: the page “Are we aligned?”."""


def outline(given: Given) -> list[State]:
    """Return the outline: everything that can be aligned, each with how many standards it has."""
    framework = given.framework
    found = []
    for area, competencies in areas(framework).items():
        nodes = [_competency(given, one) for one in competencies]
        found.append((area, [one for one in nodes if one["children"] or not given.view.unaligned]))
    for name, things in experience_groups(framework).items():
        found.append((_("Courses: {name}", name=name), _nodes(given, things)))
    found.append((capital(term(framework, "pathway", 2)), _nodes(given, framework.pathways.ordered())))
    found.append((_("Assessments"), _nodes(given, framework.assessments.ordered())))
    return [_overview(given), *(heading(name, nodes) for name, nodes in found if nodes)]


def _overview(given: Given) -> State:
    """Return the node of the page that answers for all; it carries the count of every finding."""
    counts = count_words(given.findings)
    return {"id": OVERVIEW, "code": "", "name": _("Are we aligned?"), "fixed": True, "counts": counts, "children": []}


def _competency(given: Given, competency: Thing) -> State:
    children = _nodes(given, given.framework.indicators_of(competency.id))
    return node(given, competency, children, open=given.view.unaligned, ready=False, fixed=True, insert=None)


def _nodes(given: Given, things: tuple[Thing, ...] | list[Thing]) -> list[State]:
    """Return the nodes of things with their number of standards; the aligned left out where only others are wanted."""
    found = []
    for thing in things:
        count = len(given.framework.alignments_of(thing.id))
        if count and given.view.unaligned:
            continue
        badge = {"short": str(count), "says": standards(count)}
        found.append(node(given, thing, badge=badge, ready=False, fixed=True, insert=None))
    return found


def first(framework: Framework) -> str:  # noqa: ARG001  # every room is asked the same
    """Return nothing of ours: the room begins with the answer for all."""
    return ""


def adds(given: Given, thing: Thing | None) -> list[State]:  # noqa: ARG001  # every room is asked the same
    """Return what can be added from here: nothing, an alignment is added by its standard."""
    return []


def chosen_set(given: Given, thing: Thing | None, shown: str = "") -> str:
    """Return the id of the set to look at.

    It is the one chosen, else the one ``shown`` beside the same thing already, so that nobody's alignment changes what
    another person reads; else the one that the thing and its neighbours cite most.
    """
    framework = given.framework
    near = (thing, *(framework.siblings(thing) if thing.owner_id else ())) if thing else ()
    cited = Counter(one.set_id for other in near for one in framework.alignments_of(other.id))
    here = list(given.infos)
    standing = given.view.at.split(" ")[1:2] if given.view.room == "standards" else []
    wanted = [*standing, given.view.set_id, shown, *(key for key, _count in cited.most_common()), *here]
    return next((key for key in wanted if key in here), "")


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected: what it meets, what people say, what else it may meet."""
    if thing is None:
        return {"title": _("Are we aligned?"), "id": OVERVIEW, "blocks": [], "actions": []}
    if thing.kind not in ALIGNABLE:
        return _choose(given, thing)
    framework = given.framework
    statement = str(getattr(thing, "statement", "") or getattr(thing, "description", "") or thing.name)
    quote = {"type": "quote", "key": f"{thing.id} quote", "text": statement, "chips": _chips(given, thing)}
    blocks = [
        quote,
        _aligned(given, thing),
        _said(given, thing),
        *voices_block(given, thing),
        *suggestions_block(given, thing),
    ]
    actions = [{"label": _("Open it in its own room"), "do": {"go": {"id": thing.id}}}]
    meant = marked_by(framework, thing, "alignment")
    found = page(given, thing, blocks, actions=[*([ready_button(meant)] if meant else []), *actions, *_downloads()])
    count = len(meant)
    found["where"] = " · ".join(
        part for part in (thing.code, capital(term(framework, thing.kind)), standards(count)) if part
    )
    return {**found, "guide": None}


def _said(given: Given, thing: Thing) -> State:
    """Return what the checks say of the thing: its standards stand where findings do in other rooms."""
    items = [
        {
            "key": finding_key(one),
            "severity": str(one.severity),
            "word": _(SEVERITY_WORDS[one.severity]),
            "code": one.code,
            "message": retold(one.message),
            "remedy": retold(one.remedy),
        }
        for one in given.findings_of(thing)
    ]
    return {"type": "said", "key": f"{thing.id} said", "title": _("What the checks say"), "live": True, "items": items}


def _downloads() -> list[State]:
    return [
        {"label": _("Download the crosswalk as a workbook"), "do": {"crosswalk": "xlsx"}},
        {"label": _("Download the crosswalk as CSV"), "do": {"crosswalk": "csv"}},
    ]


def _choose(given: Given, thing: Thing) -> State:
    empty = {
        "what": _(GUIDES["alignment"].what),
        "why": _("Choose an indicator or a course on the left to align it."),
        "example": _(GUIDES["alignment"].example),
        "add": None,
    }
    return {
        "title": short_name(thing),
        "id": thing.id,
        "blocks": [{"type": "empty", "key": "empty", **empty}, *_totals(given)],
        "actions": _downloads() if given.framework.alignments else [],
    }


def _totals(given: Given) -> list[State]:
    items = [
        {
            "id": one.id,
            "code": "",
            "name": one.title,
            "says": coverage_words(given, one),
            "do": {"look": {"set": one.id}},
        }
        for one in given.infos.values()
    ]  # fmt: skip
    return [{"type": "links", "key": "sets", "title": _("Standard sets in this project"), "items": items}]


def coverage_words(given: Given, info: SetInfo) -> str:
    """Return how many standards of a set something of ours is aligned to, in words."""
    covered = number(given.covered.get(info.id, 0))
    return ngettext(
        "{covered} of {n} standard covered", "{covered} of {n} standards covered", info.leaves, covered=covered
    )


def standards(count: int) -> str:
    """Return a number of standards in words."""
    return ngettext("{n} standard", "{n} standards", count)


def _chips(given: Given, thing: Thing) -> list[State]:
    if thing.kind != "experience":
        return []
    through = {
        (one.set_id, one.standard_id)
        for key in given.framework.experiences[thing.id].indicators
        for one in given.framework.alignments_of(key)
    }
    return [{"text": _("Through its indicators: {standards}", standards=standards(len(through)))}]


def _aligned(given: Given, thing: Thing) -> State:
    alignments = given.framework.alignments_of(thing.id)
    return {
        "type": "cards",
        "key": f"{thing.id} alignments",
        "title": _("Aligned to"),
        "items": [_alignment(given, one) for one in alignments],
        "empty": {
            "what": _("Aligned to nothing yet."),
            "why": _("Choose a standard on the right, or one suggested below, that this meets, fully or in part."),
            "example": _("HS-LS2-6, partial: students argue from data, and do not yet judge claims of others."),
        },
    }


def _alignment(given: Given, alignment: Alignment) -> State:
    info = given.infos.get(alignment.set_id)
    held = given.standard(alignment.set_id, alignment.standard_id)
    return {
        "id": alignment.id,
        "code": held.code if held else "",
        "title": line_of(held) if held else _("A standard that is not in this project"),
        "says": _set_words(given, info) if info else _("Its set of standards is not in this project."),
        "counts": {},
        "fields": fields_of(given, alignment, "strength", "rationale"),
        "actions": [{"label": _("Remove"), "do": {"remove": alignment.id}}],
    }


def _set_words(given: Given, info: SetInfo) -> str:
    """Return what a set is called; with its version, where a newer one is here as well."""
    later = any(one.follows == info.id for one in given.infos.values())
    name = f"{info.title} {info.version}" if later else info.title
    told = _("{set} (local standards).", set=name) if info.local else f"{name}."
    newer = _("A newer version of this set is here: see what changed in the room of standards.")
    return f"{told} {newer}" if later else told
