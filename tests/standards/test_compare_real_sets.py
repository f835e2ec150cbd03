"""Two publishers' files of the same standards, without a common identifier and with codes built otherwise."""

import re

from tests.standards import vertical_files as files
from workbench.model import StandardSet
from workbench.standards.compare import compare_sets
from workbench.standards.set_change import Certainty, SetDifference


def paired(old: StandardSet, new: StandardSet, spelt: dict[str, str]) -> tuple[set[tuple[str, str]], SetDifference]:
    """Return the true pairs (old id, new id) by the code as the other publisher spells it, and what is found."""
    codes = {one.code: one.id for one in new.standards}
    return {(one, codes[code]) for one, code in spelt.items() if code in codes}, compare_sets(old, new)


def test_english_whose_codes_begin_with_the_strand_or_with_the_grade() -> None:
    """RL.K.1 and K.RL.1, W.3.2a and 3.W.2.a: 798 of 802 are found, and what is certain is right."""
    old, new = files.english(), files.coherence("ela")
    coded = {one.id: re.fullmatch(r"([A-Z]+)\.([^.]+)\.(\d+)([a-z]?)", one.code) for one in old.standards}
    spelt = {
        one: ".".join(filter(None, (found[2], found[1], found[3], found[4]))) for one, found in coded.items() if found
    }
    true, found = paired(old, new, spelt)
    got = {(pair.old.id, pair.new.id) for pair in found.pairs}
    certain = {(pair.old.id, pair.new.id) for pair in found.pairs if pair.match.certainty is Certainty.CERTAIN}

    assert len(true) == 840
    assert len(true & got) >= 798
    assert certain <= true


def test_mathematics_whose_high_school_codes_are_spelt_in_two_ways() -> None:
    """HSF.IF.C.7.c and F-IF.C.7c, 3.MD.C.7.a and 3.MD.C.7a: all but one, whose wording is a heading's in the other."""
    old, new = files.mathematics(), files.coherence("math")
    spelt = {one.id: re.sub(r"\.([a-z])$", r"\1", re.sub(r"^HS([A-Z])\.", r"\1-", one.code)) for one in old.standards}
    true, found = paired(old, new, spelt)
    got = {(pair.old.id, pair.new.id): pair.match.certainty for pair in found.pairs}

    assert len(true) == 471
    assert got.keys() - true == {("HSG.GPE.B.4", "G-GPE.B")}
    assert got["HSG.GPE.B.4", "G-GPE.B"] is Certainty.LIKELY
    assert found.removed == ()
