"""What became of a standard between two versions of a set, in words."""

from __future__ import annotations

from workbench.localize import N_, ngettext
from workbench.standards.set_change import Certainty

WORDS = {
    "added": N_("added"),
    "removed": N_("removed"),
    "split": N_("split into several"),
    "merged": N_("merged with others"),
    "reworded": N_("reworded"),
    "moved": N_("moved to another place"),
    "recoded": N_("given another code"),
    "regraded": N_("given other grades"),
    "other details": N_("changed in details"),
}
"""What became of a standard, in words."""
SURE = {Certainty.CERTAIN: N_("Certain"), Certainty.LIKELY: N_("Likely"), Certainty.POSSIBLE: N_("Possible")}
"""How sure it is that two standards are the same one."""


def number_of(kind: str, n: int) -> str:
    """Return how many standards met one kind of change, where it is clear that standards are meant."""
    return {
        "unchanged": ngettext("{n} unchanged", "{n} unchanged", n),
        "added": ngettext("{n} added", "{n} added", n),
        "removed": ngettext("{n} removed", "{n} removed", n),
        "split": ngettext("{n} split into several", "{n} split into several", n),
        "merged": ngettext("{n} merged with others", "{n} merged with others", n),
        "reworded": ngettext("{n} reworded", "{n} reworded", n),
        "moved": ngettext("{n} moved to another place", "{n} moved to another place", n),
        "recoded": ngettext("{n} given another code", "{n} given another code", n),
        "regraded": ngettext("{n} given other grades", "{n} given other grades", n),
        "other details": ngettext("{n} changed in details", "{n} changed in details", n),
    }[kind]


def title_of(kind: str, n: int) -> str:
    """Return the title of a list of the standards that met one kind of change."""
    return {
        "added": ngettext("{n} standard added", "{n} standards added", n),
        "removed": ngettext("{n} standard removed", "{n} standards removed", n),
        "split": ngettext("{n} standard split into several", "{n} standards split into several", n),
        "merged": ngettext("{n} standard merged with others", "{n} standards merged with others", n),
        "reworded": ngettext("{n} standard reworded", "{n} standards reworded", n),
        "moved": ngettext("{n} standard moved to another place", "{n} standards moved to another place", n),
        "recoded": ngettext("{n} standard given another code", "{n} standards given another code", n),
        "regraded": ngettext("{n} standard given other grades", "{n} standards given other grades", n),
        "other details": ngettext("{n} standard changed in details", "{n} standards changed in details", n),
    }[kind]
