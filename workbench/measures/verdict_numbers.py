"""The numbers behind the answer to “are we aligned?”, each with a word for how much it is and what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from workbench.localize.lazy import capital, lazy_join
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.measures.bands import Band
from workbench.measures.coverage import Matrix
from workbench.measures.demand import Demand, chance_of, demand
from workbench.measures.marks import Status
from workbench.measures.porter import Chance
from workbench.measures.shares import decimal
from workbench.measures.webb import Measure, Webb, webb
from workbench.model import Framework, term


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCount:
    """What became of the standards of one set: how many there are, and how many have which status."""

    id: str
    title: str
    standards: int
    counts: Mapping[Status, int] = field(hash=False)

    @property
    def covered(self) -> int:
        """How many something of ours claims, teaches or assesses."""
        return self.standards - self.counts[Status.NOT_COVERED]

    @property
    def words(self) -> str:
        """How many of the covered are assessed, in a word."""
        return how_many(self.counts[Status.ASSESSED], self.covered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number: its name, how much it is ("3 of 4", "0.20"), its band in words, and what it means.

    All but ``key`` can be said again in another language.
    """

    key: str
    name: str
    value: str
    band: str
    means: str


def how_many(part: int, whole: int) -> str:
    """Return a part of a whole in a word.

    >>> [how_many(part, 8) for part in (8, 5, 4, 1, 0)]
    ['all', 'most', 'half or fewer', 'half or fewer', 'none']
    """
    if not part:
        return _("none")
    if part == whole:
        return _("all")
    return _("most") if 2 * part > whole else _("half or fewer")


def set_counts(standards: Matrix) -> tuple[SetCount, ...]:
    """Return what became of each set, in the order of the matrix."""
    groups: dict[str, list[Status]] = {}
    titles = {}
    for line in standards.lines:
        groups.setdefault(line.head.group_id, []).append(line.status)
        titles[line.head.group_id] = line.head.group
    return tuple(
        SetCount(
            id=key,
            title=titles[key],
            standards=len(some),
            counts={status: some.count(status) for status in Status},
        )
        for key, some in groups.items()
    )


def numbers(framework: Framework, whole: Collection[str]) -> tuple[Number, ...]:
    """Return how far competencies are assessed, Webb’s four criteria and Porter’s index, where they are known.

    ``whole`` are the ids of the competencies that are wholly assessed.
    """
    return tuple(_numbers(framework, whole))


def _numbers(framework: Framework, whole: Collection[str]) -> Iterator[Number]:
    every = len(framework.competencies)
    if not every:
        return
    one, many = term(framework, "competency"), term(framework, "competency", 2)
    indicators = term(framework, "indicator", 2)
    assessed = len(whole)
    yield Number(
        key="assessed",
        name=_("{competencies} assessed", competencies=capital(many)),
        value=_of(assessed, every),
        band=how_many(assessed, every),
        means=_(
            "Courses say that they assess all of the {indicators}, or all that are priorities, and summative "
            "assessments score them there.",
            indicators=indicators,
        ),
    )
    found = webb(framework)
    hit = [each for each in found if each.hits]
    yield Number(
        key="items",
        name=_("{competencies} with items", competencies=capital(many)),
        value=_of(len(hit), every),
        band=how_many(len(hit), every),
        means=_(
            "A summative assessment lists the single tasks that show one of the {indicators}. "
            "Webb’s criteria can be said of each such {competency} alone.",
            indicators=indicators,
            competency=one,
        ),
    )
    yield from _webb(framework, hit)
    yield from _porter(framework, demand(framework))


def _webb(framework: Framework, hit: Sequence[Webb]) -> Iterator[Number]:
    one, many = term(framework, "indicator"), term(framework, "indicator", 2)
    told = {
        "concurrence": (_("Webb: enough items"), _("Six items or more are acceptable, four or five weak.")),
        "depth": (
            _("Webb: deep enough"),
            _("Half of the items or more ask as deep as the {indicator} they show, or deeper.", indicator=one),
        ),
        "range": (_("Webb: broad enough"), _("Half of the {indicators} or more have an item.", indicators=many)),
        "balance": (
            _("Webb: evenly spread"),
            _("The items are spread evenly over the {indicators} they show: 0.70 or more.", indicators=many),
        ),
    }
    for key, (name, means) in told.items():
        bands = Counter(measure.band for each in hit if (measure := _measure(each, key)).band)
        whole = bands.total()
        if whole:
            good = bands[Band.ACCEPTABLE]
            word = _("all acceptable") if good == whole else lazy_join(_band_words(bands), ", ")
            yield Number(key=key, name=name, value=_of(good, whole), band=word, means=means)


def _of(part: int, whole: int) -> str:
    return _("{part} of {whole}", part=f"{part:,}", whole=f"{whole:,}")


def _band_words(bands: Counter[Band]) -> Iterator[str]:
    yield ngettext("{n} acceptable", "{n} acceptable", bands[Band.ACCEPTABLE])
    if weak := bands[Band.WEAK]:
        yield ngettext("{n} weak", "{n} weak", weak)
    if poor := bands[Band.NOT]:
        yield ngettext("{n} not acceptable", "{n} not acceptable", poor)


def _beside(index: Fraction, chance: Chance) -> str:
    """Return how an index stands to what chance gives."""
    low, high = f"{chance.low:.2f}", f"{chance.high:.2f}"
    if index > chance.high:
        return _("more than chance, which gives {low} to {high}", low=low, high=high)
    if index < chance.low:
        return _("less than chance, which gives {low} to {high}", low=low, high=high)
    return _("as much as chance, which gives {low} to {high}", low=low, high=high)


def _measure(each: Webb, key: str) -> Measure:
    found: Measure = getattr(each, key)
    return found


def _porter(framework: Framework, found: Demand) -> Iterator[Number]:
    chance = chance_of(found)
    if found.porter is None or chance is None:
        return
    index = found.porter.index
    many = term(framework, "indicator", 2)
    yield Number(
        key="porter",
        name=_("Porter’s index"),
        value=decimal(index),
        band=_beside(index, chance),
        means=_(
            "The part that what the {indicators} ask for and what the items ask for have in common, from 0 to 1. "
            "Nobody has settled how much is good.",
            indicators=many,
        ),
    )
