"""The search of a standard set, beside the thing that is to be aligned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from workbench.model import Standard, StandardSet, Thing, fold_code
from workbench.ui.view import Given, State
from workbench.ui.words import counted

RESULTS = 40
"""Standards shown at once; more words narrow the list."""


def chosen_set(given: Given, thing: Thing) -> StandardSet | None:
    """Return the set to be searched: the one chosen, else the one that the thing and its neighbours cite most."""
    framework = given.framework
    near = (thing, *(framework.siblings(thing) if thing.owner_id else ()))
    cited = Counter(one.set_id for other in near for one in framework.alignments_of(other.id))
    wanted = [given.view.set_id, *(key for key, _ in cited.most_common()), *given.sets]
    return next((given.sets[key] for key in wanted if key in given.sets), None)


def standards_block(given: Given, thing: Thing) -> State:
    """Return the search of one standard set, with what it finds."""
    found_set = chosen_set(given, thing)
    found = search(found_set, given.view.query) if found_set else []
    aligned = {one.standard_id for one in given.framework.alignments_of(thing.id)}
    return {
        "type": "standards",
        "key": f"{thing.id} standards",
        "title": "Find standards",
        "set": found_set.id if found_set else "",
        "sets": [[key, f"{one.title}{' (local)' if one.local else ''}"] for key, one in given.sets.items()],
        "query": given.view.query,
        "found": _found_words(found, given.view.query) if found_set else "This project holds no standard set yet.",
        "results": [result(found_set, one, thing, aligned) for one in found[:RESULTS]] if found_set else [],
    }


def _found_words(found: list[Standard], query: str) -> str:
    if not found:
        return "No standard in this set fits. Try another word, or another set."
    fit = f" {'fits' if len(found) == 1 else 'fit'}" if query else ""
    more = f" The first {RESULTS} are shown: add a word to narrow the list." if len(found) > RESULTS else ""
    return f"{counted(len(found), 'standard')} in this set{fit}.{more}"


def result(found_set: StandardSet, standard: Standard, thing: Thing, aligned: set[str]) -> State:
    """Return one standard that was found, with the button that aligns to it."""
    parent = found_set.by_id.get(standard.parent_id)
    preset: Mapping[str, str] = {"set_id": found_set.id, "standard_id": standard.id}
    return {
        "id": standard.id,
        "code": standard.code,
        "label": standard.name,
        "says": f" {parent.name}" if parent else "",
        "aligned": standard.id in aligned,
        "do": {"add": {"kind": "alignment", "owner": thing.id, "preset": preset}},
    }


def search(found_set: StandardSet, query: str) -> list[Standard]:
    """Return the standards of a set that fit a code or all words of ``query``; exact codes first."""
    words = query.casefold().split()
    code = fold_code(query) if query.strip() else ""
    exact, others = [], []
    for standard in found_set.leaves:
        codes = [fold_code(one) for one in (standard.code, *standard.aliases) if one]
        parent = found_set.by_id.get(standard.parent_id)
        text = f"{standard.code} {standard.label} {standard.statement} {parent.name if parent else ''}".casefold()
        if code and code in codes:
            exact.append(standard)
        elif all(word in text for word in words) or (code and any(one.startswith(code) for one in codes)):
            others.append(standard)
    return exact + others
