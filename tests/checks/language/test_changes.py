"""What changes between two levels."""

from workbench.checks.language.changes import adjacent, changed, only_changed
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


def test_words_of_a_list_are_told_from_others_that_change() -> None:
    """Articles do not count, numbers do, and any other word that changes makes it empty."""
    phrases = ("at least", "some")

    assert only_changed("Uses a source.", "Uses at least 2 sources.", phrases) == ("at", "least", "2")
    assert only_changed("Uses some sources.", "Uses the sources.", phrases) == ("some",)
    assert only_changed("Uses some sources.", "Weighs sources.", phrases) == ()
    assert only_changed("Uses sources.", "Uses sources.", phrases) == ()
