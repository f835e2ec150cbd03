"""Which standard of a new version is which of the old one: identifier, links, code, then wording.

Each step looks only at what the steps before left unmatched, and takes only what is clear: a key that
two standards of one version share decides nothing. The order departs from "code before wording" in one
place: a code that now stands before a quite different wording is asked last, since publishers renumber, and not at all
where most identifiers lasted.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.model import StandardSet
from workbench.standards.case_names import legal_id
from workbench.standards.matching_codes import (
    match_by_code,
    match_by_code_and_wording,
    match_by_wording,
    match_reused_code,
)
from workbench.standards.matching_links import match_by_links
from workbench.standards.matching_near import match_by_near_wording
from workbench.standards.matching_state import Matching
from workbench.standards.set_change import Certainty, Match


def match_standards(old: StandardSet, new: StandardSet) -> dict[tuple[str, str], Match]:
    """Return why each pair (old id, new id) is taken for one standard; unmatched standards are in none."""
    found = Matching(old, new)
    _by_identifier(found)
    # Where identifiers lasted, a new one before an old code is a new standard.
    kept = 2 * len(found.pairs) > min(len(old.standards), len(new.standards))
    match_by_links(found)
    match_by_code_and_wording(found)
    match_by_wording(found)
    match_by_code(found)
    match_by_near_wording(found)
    if not kept:
        match_reused_code(found)
    return found.pairs


def _by_identifier(found: Matching) -> None:
    for one in [one for one in found.left[0] if one in found.left[1]]:
        found.take(one, one, Match(certainty=Certainty.CERTAIN, score=1.0, reason="The identifier is the same."))
    folded = Match(
        certainty=Certainty.CERTAIN,
        score=1.0,
        reason="The identifier is the same, written in other letters (capital or small).",
    )
    found.unique(lambda one: one.id.casefold(), folded)
    spelt = replace(folded, reason="The identifier is the same, in the spelling that CASE asks for.")
    found.unique(lambda one: legal_id(one.id), spelt)
