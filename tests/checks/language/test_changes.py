"""What changes between two levels."""

from workbench.checks.language.changes import adjacent, changed
from workbench.testing import framework_of


def test_changed_words_are_compared_by_lemma() -> None:
    """Another ending is no other word."""
    lower, upper = changed("Uses some sources to explain a claim.", "Using many sources, explains a claim.")

    assert [word.text for word in lower] == ["some", "to"]
    assert [word.text for word in upper] == ["many"]


def test_a_level_without_words_is_passed_over() -> None:
    """Its neighbours are compared with each other."""
    framework = framework_of(
        """
        indicators: [{id: i}]
        scales: [{id: s, levels: {"1": One, "2": Two, "3": Three}}]
        criteria: [{id: k, subject_id: i, scale_id: s, descriptors: {"1": Names, "2": " ", "3": Explains}}]
        """
    )

    assert [*adjacent(framework, framework.criteria["k"])] == [("1", "3")]
