"""Messages name things on one line, in quotation marks, and do not run on."""

from workbench.checks.wording import LONGEST_NAME, criterion_named, listed, named, quote
from workbench.model import Criterion, Practice
from workbench.testing import framework_of


def test_a_name_is_quoted_on_one_line_without_its_full_stop() -> None:
    """A statement can stand in the middle of a sentence."""
    assert named(Practice(id="p", statement="Meets an adviser\nevery week.")) == "“Meets an adviser every week”"
    assert named(Practice(id="p")) == "“unnamed practice”"


def test_a_long_name_is_cut_between_words() -> None:
    """A paragraph does not drown the message, and no word is broken unless it is longer than the whole."""
    assert quote("word " * 40) == f"“{'word ' * 15}word…”"
    assert quote("x" * 100) == f"“{'x' * (LONGEST_NAME - 1)}…”"
    assert quote("x" * LONGEST_NAME) == f"“{'x' * LONGEST_NAME}”"


def test_a_list_reads_as_a_sentence_and_stops() -> None:
    """Up to four are named; of more, the first three and a count of at least two."""
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c", "d"]) == "a, b, c and d"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_a_criterion_is_named_by_its_element_and_what_it_scores() -> None:
    """The subject alone will do where the element has no name; without a subject there is only the element."""
    framework = framework_of("indicators: [{id: i, title: Choose units}]")

    assert (
        criterion_named(framework, Criterion(id="k", element="Fit", subject_id="i"))
        == "The scoring criterion “Fit” of “Choose units”"
    )
    assert criterion_named(framework, Criterion(id="k", subject_id="i")) == "The scoring criterion of “Choose units”"
    assert criterion_named(framework, Criterion(id="k")) == "The scoring criterion “unnamed scoring criterion”"
