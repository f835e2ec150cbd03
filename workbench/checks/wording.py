"""Words for messages: names in quotation marks, and lists of them. The district's own terms are the model's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_join
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion
from workbench.model.terms import term
from workbench.model.thing import Thing

LONGEST_NAME = 80
"""Characters of a name that a message shows; a statement without a short name can be a paragraph."""


def quote(text: str) -> str:
    """Return a text in quotation marks, on one line, shortened where it is long, without its full stop."""
    line = " ".join(text.split()).removesuffix(".")
    if len(line) <= LONGEST_NAME:
        return f"“{line}”"
    head = line[:LONGEST_NAME]
    return f"“{head.rpartition(' ')[0] or head[:-1]}…”"


def named(thing: Thing) -> str:
    """Return the name of a thing in quotation marks."""
    return quote(thing.name)


def folded(text: str) -> str:
    """Return a text without capitals and with single blanks, for comparing what people typed."""
    return " ".join(text.casefold().split())


def listed(names: Iterable[str], show: int = 3) -> str:
    """Return names as a list in a sentence: the first ``show`` of them, then how many more."""
    every = [*names]
    return _listed(every[: show + 1], len(every), show)


def _listed(first: list[str], count: int, show: int) -> str:
    """Return a list in a sentence of ``count`` names, of which one more than are shown is given."""
    if count > show + 1:
        return _("{names} and {n} more", names=lazy_join(first[:show], ", "), n=count - show)
    if len(first) <= 1:
        return first[0] if first else ""
    return _("{names} and {last}", names=lazy_join(first[:-1], ", "), last=first[-1])


def named_ids(table: Mapping[str, Thing], ids: Collection[str], show: int = 3) -> str:
    """Return the names of things of a table as ``listed`` does; of many, only those it shows are looked up."""
    return _listed([named(table[one]) for one in islice(ids, show + 1)], len(ids), show)


def criterion_named(framework: Framework, criterion: Criterion) -> str:
    """Return how a message speaks of a scoring criterion: by its element and what it scores."""
    subject = framework.indicators.get(criterion.subject_id) or framework.habits.get(criterion.subject_id)
    word = term(framework, "criterion")
    if subject is None:
        return _("The {criterion} {name}", criterion=word, name=named(criterion))
    if not criterion.element.strip():
        return _("The {criterion} of {subject}", criterion=word, subject=named(subject))
    return _("The {criterion} {name} of {subject}", criterion=word, name=named(criterion), subject=named(subject))


def called(framework: Framework, thing: Thing) -> str:
    """Return how a message speaks of a thing: the word for its kind, and its name."""
    return lazy_join([term(framework, thing.kind), named(thing)])


def quoted(texts: Iterable[str]) -> str:
    """Return texts in quotation marks as a list in a sentence, each once, whatever its capitals."""
    return listed(quote(text) for text in {text.lower(): text for text in texts}.values())
