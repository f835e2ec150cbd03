"""What a district sets for the checks, as pages of the room of settings: numbers, word lists, rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from workbench.checks import FAMILIES, RULES
from workbench.checks.language.lists import SETTING, word_lists, words_of
from workbench.checks.registry import Rule
from workbench.checks.settings import (
    OFF,
    RANGES,
    SEVERITIES,
    SEVERITY,
    THRESHOLDS,
    read_number,
    read_range,
    severities,
)
from workbench.localize import N_, _, ngettext
from workbench.localize.lazy import capital
from workbench.model import District
from workbench.ui.fields import field_state
from workbench.ui.rooms.nodes import section
from workbench.ui.rooms.settings_words import FAMILY_TITLES, SAYS
from workbench.ui.rule_words import summary_of, why_it_matters
from workbench.ui.view import Given, State
from workbench.ui.words import SEVERITY_WORDS

PAGES = "page "
CHANGED, NUMBERS, LISTS, FAMILY = "page changed", "page numbers", "page lists", "page rules "

Leaf: TypeAlias = Callable[[str, str, State | None], State]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the checks: its key, the page it is on, what it is called, what counts by itself."""

    key: str
    page: str
    label: str
    usual: str
    source: str = ""


def settings_of_checks() -> Iterator[Setting]:
    """Yield every setting of the checks, page by page."""
    for key, one in RANGES.items():
        yield Setting(key, NUMBERS, _(one.label), f"{one.low}-{one.high}", one.source)
    for key, limit in THRESHOLDS.items():
        yield Setting(key, NUMBERS, _(limit.label), f"{limit.default:g}", limit.source)
    for key, words in word_lists().items():
        usual = ngettext("{n} word", "{n} words", len(words.words))
        yield Setting(f"{SETTING}{key}", LISTS, _(words.label), usual, words.source)
    for rule in RULES.values():
        yield Setting(f"{SEVERITY}{rule.code}", f"{FAMILY}{rule.family}", rule_title(rule), _word(str(rule.severity)))


def label_of(key: str) -> str:
    """Return what a setting is called; its key where it is none of ours."""
    return next((one.label for one in settings_of_checks() if one.key == key), key)


def changed(district: District) -> list[Setting]:
    """Return the settings in which this district differs from what counts by itself."""
    return [one for one in settings_of_checks() if district.settings.get(one.key, "").strip()]


def check_pages(given: Given, leaf: Leaf) -> list[State]:
    """Return the nodes of the pages: what was changed, numbers, word lists, and the rules by family."""
    counts: dict[str, int] = {}
    for one in changed(given.framework.district):
        counts[one.page] = counts.get(one.page, 0) + 1
    pages = {CHANGED: _("What you changed"), **_titles()}
    counts[CHANGED] = sum(counts.values())
    return [leaf(key, title, _badge(counts.get(key, 0))) for key, title in pages.items()]


def _titles() -> dict[str, str]:
    about = {key: _(FAMILY_TITLES.get(key, folder)) for key, folder in FAMILIES.items()}
    rules = {f"{FAMILY}{key}": _("Rules: {about}", about=words) for key, words in about.items()}
    return {NUMBERS: _("Numbers"), LISTS: _("Word lists"), **rules}


def _badge(count: int) -> State | None:
    return {"short": str(count), "says": ngettext("{n} changed", "{n} changed", count)} if count else None


def check_page(given: Given, district: District) -> State:
    """Return the page that is selected."""
    at = given.view.at
    title, blocks = _("What you changed"), [_changed(district)]
    what = _(GUIDANCE.get(at, GUIDANCE[FAMILY]))
    if at in _titles():
        title = _titles()[at]
        items = [_item(given, district, one) for one in settings_of_checks() if one.page == at]
        blocks = [section("options", f"{at} options", "", items=items)]
    guide = {"what": what, "why": ""}
    return {"id": at, "kind": "district", "title": title, "guide": guide, "blocks": blocks, "actions": []}


GUIDANCE = {
    CHANGED: N_("Where your district differs from what counts by itself. These choices travel with your project."),
    NUMBERS: N_(
        "How many, how much, how far. A range is written as 4-8, a number as 2.5. An empty field keeps the usual."
    ),
    LISTS: N_(
        "Words that the checks look for. Write +hardly to add a word and -only to take one out, with commas "
        "between; or write a whole list of your own."
    ),
    FAMILY: N_("How grave a finding is. An error stands in the way of adoption; a rule that is off says nothing."),
}


def _item(given: Given, district: District, one: Setting) -> State:
    """Return one setting with its field, what counts by itself, and where that is from."""
    if one.page.startswith(FAMILY):
        return _rule(given, district, one)
    shown = field_state(
        given, district, f"settings.{one.key}", label=one.label, form="line", help=_(SAYS.get(one.key, "")),
        wide=one.page == LISTS, placeholder="" if one.page == LISTS else one.usual,
    )  # fmt: skip
    if problem := unread(one, district):
        # The checks say the same of a district that is looked at closely; here it is said once, and always.
        shown |= {"problem": problem, "marks": []}
    more = [{"label": _("Where the usual one is from"), "texts": [one.source]}] if one.source else []
    if one.page == LISTS:
        words = words_of(given.framework, one.key.removeprefix(SETTING))
        label = ngettext("The {n} word that counts now", "The {n} words that count now", len(words))
        more.insert(0, {"label": label, "texts": [", ".join(words)]})
    usual = "" if one.page == LISTS else _("Usual: {usual}.", usual=_in_words(one.usual))
    return {"key": one.key, "field": shown, "says": usual, "more": more}


def unread(one: Setting, district: District) -> str:
    """Return why what is written for a range or a number does not count; empty where it is read, or nothing is."""
    written, usual = district.settings.get(one.key, "").strip(), _in_words(one.usual)
    if not written or one.page != NUMBERS:
        return ""
    if one.key in THRESHOLDS:
        return "" if read_number(written) is not None else _(NO_NUMBER, written=written, usual=usual)
    return "" if read_range(written, one.label) else _(NO_RANGE, written=written, usual=usual)


def _in_words(written: str) -> str:
    """Return a range or a number in words.

    >>> _in_words("4-8"), _in_words("2-99"), _in_words("2.5")
    ('4 to 8', '2 or more', '2.5')
    """
    low, _dash, high = written.partition("-")
    if not high:
        return written
    return _("{low} or more", low=low) if high == NO_MOST else _("{low} to {high}", low=low, high=high)


NO_RANGE = N_(
    "“{written}” cannot be read: write two whole numbers, the smaller first, such as 4-8. Until then the usual counts: "
    "{usual}."
)
NO_NUMBER = N_("“{written}” cannot be read: write one number, such as 2.5. Until then the usual counts: {usual}.")
NO_MOST = "99"
"""The upper end of a range of which only the least counts."""


def _rule(given: Given, district: District, one: Setting) -> State:
    code = one.key.removeprefix(SEVERITY)
    written = district.settings.get(one.key, "")
    known = [["", _("As usual: {usual}", usual=one.usual.lower())], *([key, _word(key)] for key in SEVERITIES)]
    # What cannot be read is kept in sight, or choosing would overwrite it unseen.
    own = [] if written in ("", *SEVERITIES) else [[written, _("“{written}” (cannot be read)", written=written)]]
    shown = field_state(
        given, district, f"settings.{one.key}", label=one.label, form="choice", choices=[*known, *own], required=True,
        wide=False, help=summary_of(code),
    )  # fmt: skip
    off = severities(given.framework).get(code, "") is None
    label, full = _("Turn it off"), _("Turn it off: {rule}", rule=one.label)
    if off:
        label, full = _("Turn it on again"), _("Turn it on again: {rule}", rule=one.label)
    turn = {"label": label, "label_full": full, "do": {"setting": {"key": one.key, "value": "" if off else OFF}}}
    why = [{"label": _("Why it matters"), "texts": list(why_it_matters(code))}]
    return {"key": one.key, "code": code, "field": shown, "off": off, "action": turn, "more": why,
            "says": _("It is off: nothing is said.") if off else ""}  # fmt: skip


def _changed(district: District) -> State:
    """Return the list of what differs, each with the way back."""
    items = [
        {
            "id": one.key,
            "code": one.key.removeprefix(SEVERITY) if one.key.startswith(SEVERITY) else "",
            "title": one.label,
            "counts": {},
            "says": _("Yours: {yours}. Usual: {usual}.", yours=_written(one, district.settings[one.key]),
                      usual=one.usual.lower()),
            "fields": [],
            "actions": [
                {"label": _("Show it"), "do": {"select": one.page}},
                {"label": _("Back to the usual"), "do": {"setting": {"key": one.key, "value": ""}}},
            ],
        }
        for one in changed(district)
    ]  # fmt: skip
    why = _("Change a number, a word list or how grave a rule is on the pages on the left, and it stands here.")
    empty = {"what": _("Everything is as usual."), "why": why, "example": "", "add": None}
    return section("cards", "changed", "", items=items, empty=empty)


def _written(one: Setting, text: str) -> str:
    return _word(text).lower() if one.key.startswith(SEVERITY) else text


def _word(severity: str) -> str:
    if severity == OFF:
        return _("Off")
    return next((_(word) for key, word in SEVERITY_WORDS.items() if str(key) == severity), capital(severity))


def rule_title(rule: Rule) -> str:
    """Return the fault that a rule looks for, in words: "Indicator without criterion"."""
    return capital(_(rule.words))
