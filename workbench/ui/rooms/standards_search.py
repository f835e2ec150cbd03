"""The search of a standard set, beside the thing that is to be aligned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from workbench.model import Found, Hit, SetInfo, Thing
from workbench.ui.view import Given, State

RESULTS = 40
"""Standards shown at once; more words narrow the list."""


def chosen_set(given: Given, thing: Thing) -> SetInfo | None:
    """Return the set to be searched: the one chosen, else the one that the thing and its neighbours cite most."""
    framework = given.framework
    near = (thing, *(framework.siblings(thing) if thing.owner_id else ()))
    cited = Counter(one.set_id for other in near for one in framework.alignments_of(other.id))
    wanted = [given.view.set_id, *(key for key, _ in cited.most_common()), *given.infos]
    return next((given.infos[key] for key in wanted if key in given.infos), None)


def standards_block(given: Given, thing: Thing) -> State:
    """Return the search of one standard set, with what it finds."""
    chosen = chosen_set(given, thing)
    found = Found()
    if given.shelf and chosen:
        found = given.shelf.find(given.view.query, set_ids=(chosen.id,), leaves=True, limit=RESULTS)
    aligned = {(one.set_id, one.standard_id) for one in given.framework.alignments_of(thing.id)}
    return {
        "type": "standards",
        "key": f"{thing.id} standards",
        "title": "Find standards",
        "set": chosen.id if chosen else "",
        "sets": [[key, _title(one, given)] for key, one in given.infos.items()],
        "query": given.view.query,
        "found": _found_words(found, given.view.query) if chosen else "This project holds no standard set yet.",
        "results": [result(hit, thing, aligned) for hit in found.hits],
    }


def _title(one: SetInfo, given: Given) -> str:
    """Return a set's title; with its version where several are here."""
    versions = sum(other.identifier == one.identifier for other in given.infos.values())
    told = f", {one.version or 'version not told'}" if versions > 1 else ""
    return f"{one.title}{told}{' (local)' if one.local else ''}"


def _found_words(found: Found, query: str) -> str:
    if not found.total:
        return "No standard in this set fits. Try another word, or another set."
    fit = f" {'fits' if found.total == 1 else 'fit'}" if query else ""
    more = f" The first {RESULTS} are shown: add a word to narrow the list." if found.total > RESULTS else ""
    return f"{found.count_words} in this set{fit}.{more}"


def result(hit: Hit, thing: Thing, aligned: set[tuple[str, str]]) -> State:
    """Return one standard that was found, with the button that aligns to it."""
    set_id, standard = hit.branch.set_id, hit.branch.standard
    preset: Mapping[str, str] = {"set_id": set_id, "standard_id": standard.id}
    return {
        "id": standard.id,
        "code": standard.code,
        "label": standard.name,
        "says": f" {hit.path[-1].name}" if hit.path else "",
        "aligned": (set_id, standard.id) in aligned,
        "do": {"add": {"kind": "alignment", "owner": thing.id, "preset": preset}},
    }
