"""What people bring, pasted rows and tables of their own, as things of a framework.

Values in, changes out: a block of rows is read into a table (``block``), its columns are told apart (``propose``), and
a plan says of every cell what becomes of it before anything is changed (``plan``). Knows the model alone, so that the
same is done with rows from the clipboard, from a file and from another system.
"""

from workbench.incoming.block import Block, block_of
from workbench.incoming.choices import with_choice
from workbench.incoming.clipboard import read_clipboard
from workbench.incoming.plan import Plan, plan
from workbench.incoming.propose import propose
from workbench.incoming.reading import LEFT_OUT, UNDECIDED, Column, Existing, Reading

__all__ = [
    "LEFT_OUT",
    "UNDECIDED",
    "Block",
    "Column",
    "Existing",
    "Plan",
    "Reading",
    "block_of",
    "plan",
    "propose",
    "read_clipboard",
    "with_choice",
]
