"""A difference in lines: every kind of change, and nothing that a terminal would obey."""

from dataclasses import replace

from tests.standards.framework_on_versions import OLD, SPLIT
from tests.standards.versions_made import COUNTING, version_of
from workbench.standards.compare import compare_sets
from workbench.standards.difference_text import difference_lines


def test_each_part_of_a_split_has_its_line() -> None:
    """Old code, new code, and the words."""
    assert list(difference_lines(compare_sets(OLD, SPLIT)))[1:] == [
        "",
        "Split, reworded and recoded (2)",
        "  CC.1 → CC.1a  Count[- to 100-] by ones[- and by tens-].",
        "  CC.1 → CC.1b  Count[- to 100 by ones and-] by tens.",
    ]


def test_moves_grades_and_what_is_not_certain_are_told_below() -> None:
    """Each in a line of its own."""
    newer = [replace(one, id=f"n{one.id}", parent_id=one.parent_id and f"n{one.parent_id}") for one in COUNTING]
    newer[2] = replace(newer[2], code="", parent_id="", grades=("1",))
    lines = list(difference_lines(compare_sets(OLD, version_of("2024", *newer))))

    assert lines[0].endswith("1 moved, 1 recoded, 1 regraded. 1 match is not certain.")
    assert lines[3:] == [
        "  CC.1  Count to 100 by ones and by tens.",
        "      moved from “CC Counting and Cardinality” to the top",
        "      grades: K → 1",
        "      likely (0.90): The wording is the same, and no other standard has it.",
    ]


def test_control_characters_are_shown_and_not_obeyed() -> None:
    """A statement cannot clear the screen or turn the line round."""
    newer = [replace(one, statement="Say \x1b[2J\u202eit\n now") if one.id == "s1" else one for one in COUNTING]
    lines = "\n".join(difference_lines(compare_sets(OLD, version_of("2024", *newer))))

    assert "\x1b" not in lines
    assert "\u202e" not in lines
    assert "Say \N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}it now" in lines
