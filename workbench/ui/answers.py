"""Answers to what the pane of common standards asks: branches of the tree, hits of a search, one standard.

A question changes nothing, so nothing is drawn anew for it: the answer goes back to the pane that asked, which keeps
it, since a standard set never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from workbench.localize import N_, _, ngettext
from workbench.localize.lazy import capital
from workbench.model import Branch, Found, Framework, Standard
from workbench.project import Project
from workbench.ui.recall import field_history
from workbench.ui.view import State
from workbench.ui.words import grades_in_words, line_of, short_name, term

WINDOW = 200
"""Rows of a branch that are sent at once."""
HITS = 60
PLACE = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
LINKS = {
    "precedes": (N_("Comes before"), N_("Comes after")),
    "exactMatchOf": (N_("Same as"), N_("Same as")),
    "replacedBy": (N_("Replaced by"), N_("Replaces")),
    "isPartOf": (N_("Part of"), N_("Has as a part")),
    "isRelatedTo": (N_("Related to"), N_("Related to")),
    "isPeerOf": (N_("Beside"), N_("Beside")),
}
"""What a link between two standards says, read from its origin and from its destination."""
STRENGTHS = {"full": N_("{thing} (full)"), "partial": N_("{thing} (partial)")}
"""A thing of ours, and how much of a standard it meets."""


def branch(project: Project, wish: State) -> State:
    """Return one window of the children of a standard; the top of the set under an empty ``parent``."""
    set_id, parent, offset = str(wish["set"]), str(wish["parent"]), int(wish["offset"])
    rows = [
        {
            "id": one.standard.id,
            "code": one.standard.code,
            "name": line_of(one.standard),
            "children": one.children,
            "leaves": one.leaves or 1,
        }
        for one in project.standards.children(set_id, parent, offset=offset, limit=WINDOW)
    ]
    total = project.standards.child_count(set_id, parent)
    return {"set": set_id, "branch": {"parent": parent, "offset": offset, "total": total, "rows": rows}}


def search(project: Project, wish: State) -> State:
    """Return what fits a code, words and a grade, grouped by place in the tree, and how much it is in words."""
    set_id, query, grade = str(wish["set"]), str(wish["query"]), str(wish["grade"])
    found = project.standards.find(query, set_ids=(set_id,), grades=(grade,) if grade else (), limit=HITS)
    groups = [
        {
            "key": above or "top",
            "place": place_words(hits[0].path),
            "hits": [_hit(hit.branch) for hit in hits],
        }
        for (_, above), hits in found.groups.items()
    ]
    shown = len(found.hits)
    says = _found_words(found) if shown else _(NOTHING)
    if found.total > shown:
        says += " " + _("The first {n} are shown: add a word to narrow the list.", n=shown)
    return {"set": set_id, "found": {"n": wish.get("n"), "says": says, "groups": groups}}


def _found_words(found: Found) -> str:
    if found.more:
        return ngettext("More than {n} standard found.", "More than {n} standards found.", found.total)
    return ngettext("{n} standard found.", "{n} standards found.", found.total)


def _hit(found: Branch) -> State:
    one = found.standard
    return {"id": one.id, "code": one.code, "name": line_of(one), "leaves": found.leaves or 1}


NOTHING = N_("No standard in this set fits. Try another word, or another set.")


def standard(project: Project, wish: State) -> State:
    """Return one standard whole: its wording, its place, what it is linked to, what of ours claims it."""
    set_id, identifier = str(wish["set"]), str(wish["id"])
    found = next(one.standard for one in project.standards.standards(set_id, [identifier]))
    claims = project.framework.alignments_to(set_id, identifier)
    lists = [*_linked(project, set_id, identifier)]
    if claims:
        items = [
            {"key": one.id, "name": _claim(project.framework, one.subject_id, str(one.strength or "")), "go": {
                "id": one.subject_id, "room": "alignment"
            }}
            for one in claims
        ]  # fmt: skip
        title = ngettext("Met by {n} thing of ours", "Met by {n} things of ours", len(claims))
        lists.insert(0, {"title": title, "items": items})
    grades = _("Grade {grades}", grades=grades_in_words(found.grades)) if found.grades else ""
    return {
        "set": set_id,
        "standard": {
            "id": identifier,
            "code": found.code,
            "kind": found.kind,
            "name": line_of(found),
            "place": place_words(one.standard for one in project.standards.ancestors(set_id, identifier)),
            "text": found.statement or found.label or found.code,
            "chips": [part for part in (found.kind, grades) if part],
            "notes": found.notes,
            "lists": lists,
        },
    }


def _claim(framework: Framework, subject_id: str, strength: str) -> str:
    thing = framework.get(subject_id)
    name = f"{capital(term(framework, thing.kind))} {thing.code} {short_name(thing)}"
    told = _(STRENGTHS[strength], thing=name) if strength in STRENGTHS else f"{name} ({strength})"
    return told.replace("  ", " ")


def _linked(project: Project, set_id: str, identifier: str) -> Iterable[State]:
    """Yield a list for each way in which a standard is linked to others."""
    lists: dict[str, list[State]] = {}
    for link, other in project.standards.links(set_id, identifier):
        forth, back = LINKS.get(link.type, (link.type, link.type))
        outgoing = link.origin_id == identifier
        key = link.destination_id if outgoing else link.origin_id
        name = f"{other.code} {line_of(other)}".strip() if other else key
        item = {"key": f"{link.id} {key}", "name": name, "id": other.id if other else ""}
        lists.setdefault(forth if outgoing else back, []).append(item)
    for title, items in lists.items():
        yield {"title": f"{_(title)} ({len(items)})", "items": items}


def reveal(project: Project, wish: State) -> State:
    """Return the way to a standard from the top: each one's id, its parent's, and its place among its siblings."""
    set_id = str(wish["set"])
    return {
        "set": set_id,
        "path": [
            {"parent": parent, "id": one, "index": index}
            for parent, one, index in project.standards.way_to(set_id, str(wish["id"]))
        ],
    }


def place_words(ancestors: Iterable[Standard]) -> str:
    """Return the names of what stands above a standard, from the top, with a mark between them."""
    return PLACE.join(one.label or one.statement or one.code for one in ancestors)


QUESTIONS: Mapping[str, Callable[[Project, State], State]] = {
    "branch": branch,
    "search": search,
    "standard": standard,
    "reveal": reveal,
    "field_history": field_history,
}
"""What can be asked, by the name that the message bears."""
