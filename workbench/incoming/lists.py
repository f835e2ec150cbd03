"""A list in one cell: lines that begin with a bullet or a number, as Word and Sheets keep them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.incoming.values import split_label

MARK = re.compile("[ \t]*(?:[•·▪●○◦‣∙■□➢❖\uf0b7\uf0a7*–—-][ \t]+|o\t)(?=\\S)")
COUNT = re.compile(r"[ \t]*\(?(\d{1,2}|[A-Za-z])[.)][ \t]+(?=\S)")
CODED = re.compile(
    r"[ \t]*(?=[^\s:]*\d)(?:[A-Za-z]+[\w&/-]*\.[\w.]+|\d+(?:\.\d+)+[a-z]?\.?|[A-Za-z&/.-]+\d[\w.-]*[:.)])[ \t]+(?=\S)"
)
"""What a line of a list begins with: a bullet; a number or a letter that counts; a code such as SC.1a, 1.2 or B1:"""


def items_of(text: str) -> tuple[str, ...]:
    r"""Return the items of a list, without their bullets and without numbers that only count; codes stay.

    Empty where a text is no list: where not two lines at least begin like items, or the first does not.

    >>> items_of("• Plan\n• Conclude,\n  then argue"), items_of("1. Plan\n2. Conclude")
    (('Plan', 'Conclude,\nthen argue'), ('Plan', 'Conclude'))
    >>> items_of("SC.1a Plan\nSC.1b Conclude"), items_of("Students can:\n- plan\n- conclude")
    (('SC.1a Plan', 'SC.1b Conclude'), ())
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or not _begins(lines[0]):
        return ()
    items: list[list[str]] = []
    for line in lines:
        if _begins(line):
            items.append([])
        items[-1].append(line)
    if not items[1:] or not _even([one[0] for one in items]):
        return ()
    return tuple("\n".join(part.strip() for part in [_bare(first), *rest]) for first, *rest in items)


def _begins(line: str) -> bool:
    return any(one.match(line) for one in (MARK, COUNT, CODED))


def _even(firsts: Sequence[str]) -> bool:
    """Tell whether what only counts does count: 1, 2, 3 or a, b, c. "A. Smith" over "J. Doe" is no list."""
    counts = [found[1] for one in firsts if not MARK.match(one) and (found := COUNT.match(one))]
    steps = [int(one) if one.isdecimal() else ord(one) for one in counts]
    return all(later == before + 1 for before, later in pairwise(steps))


def _bare(line: str) -> str:
    for one in (MARK, COUNT):
        found = one.match(line)
        line = line[found.end() :] if found else line
    return line


def code_and_text(item: str) -> tuple[str, str]:
    r"""Return the code that an item begins with, which may be empty, and its text.

    >>> code_and_text("SC.1a: Plan\nwell"), code_and_text("Plan 2 tests")
    (('SC.1a', 'Plan\nwell'), ('', 'Plan 2 tests'))
    """
    return split_label(item) if CODED.match(item) else ("", item)
