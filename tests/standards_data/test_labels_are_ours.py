"""The labels of the owners' lists are our own words: no sentence of theirs, edited or cut, is shipped."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from tests.standards_data.lists import coherence_map, ela_workbook, leaves, load, words

COPIED_RUN = 6  # as many of the owners' words in a row are a copy, not a label


def copied(labels: dict[str, str], wordings: Iterable[str]) -> list[str]:
    """Give the codes whose label is near an official wording, or holds a run of its words."""
    official = [words(wording) for wording in wordings]
    sentences = [" ".join(sentence) for sentence in official]
    runs = {tuple(s[i : i + COPIED_RUN]) for s in official for i in range(len(s) - COPIED_RUN + 1)}

    def is_copy(label: str) -> bool:
        own = words(label)
        if any(tuple(own[i : i + COPIED_RUN]) in runs for i in range(len(own) - COPIED_RUN + 1)):
            return True
        matcher = SequenceMatcher(b=" ".join(own))
        for sentence in sentences:
            matcher.set_seq1(sentence)
            if matcher.real_quick_ratio() >= 0.9 and matcher.ratio() >= 0.9:
                return True
        return False

    return [code for code, label in labels.items() if is_copy(label)]


def test_no_mathematics_label_copies_the_wording() -> None:
    """No label of a standard or cluster is the owners' wording, near it, or a piece of it."""
    items = [i for i in load("ccss-math-hs")["standards"] if i["kind"] in {"Standard", "Cluster"}]

    assert copied({i["code"]: i["label"] for i in items}, coherence_map("math").values()) == []


def test_no_english_label_copies_the_wording() -> None:
    """No label is the owners' wording, near it, or a piece of it, in either file that has the wording."""
    wordings = [*ela_workbook().values(), *coherence_map("ela").values()]

    assert copied({i["code"]: i["label"] for i in leaves("ccss-ela-9-12")}, wordings) == []


def test_a_copied_label_is_found() -> None:
    """The guard sees a whole sentence, a lightly edited one and a piece of one, and passes our own words."""
    wording = "Explain why any two\n <i>round</i> figures in the plane are similar to each other."
    labels = {
        "whole": "Explain why any two round figures in the plane are similar to each other",
        "edited": "Explain why two round figures in the plane are similar to each other",
        "piece": "two round figures in the plane",
        "own": "Why circles are alike",
    }

    assert copied(labels, [wording]) == ["whole", "edited", "piece"]
