"""The room of settings: the district and its words, what the checks count by, the scales."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from workbench.localize import N_, _, ngettext
from workbench.model import KINDS, District, Framework, Scale, Thing, plural
from workbench.resources import resource_folder
from workbench.ui.fields import field_state, fields_of
from workbench.ui.rooms.criteria_grid import LEVELS
from workbench.ui.rooms.nodes import add_button, empty_place, fields_block, heading, node, page, section
from workbench.ui.rooms.settings_checks import PAGES, check_page, check_pages
from workbench.ui.view import Given, State
from workbench.ui.words import counted_kind

WORDS = "page words"
TERM_KINDS = (
    "competency", "indicator", "criterion", "target", "attribute", "habit", "experience", "pathway", "assessment",
)  # fmt: skip
"""Kinds for which a district may have a word of its own."""


def outline(given: Given) -> list[State]:
    """Return the outline: the district and its words, the pages of what the checks count by, the scales."""
    framework = given.framework
    district = [node(given, one, fixed=True, insert=None, counts={}) for one in framework.districts.ordered()]
    words = [leaf(WORDS, _("Our words"))] if district else []
    groups = [
        (N_("District"), [*district, *words]),
        (N_("What the checks count by"), check_pages(given, leaf) if district else []),
        (N_("Scales"), [node(given, one) for one in framework.scales.ordered()]),
    ]
    return [heading(_(name), nodes, key=name) for name, nodes in groups if nodes]


def leaf(identifier: str, name: str, badge: State | None = None) -> State:
    """Return the node of a page that is no thing of the framework."""
    return {"id": identifier, "code": "", "name": name, "children": [], "fixed": True, "badge": badge}


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    return next(iter(framework.districts), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here."""
    return [add_button(given.framework, "scale", after=thing.id if isinstance(thing, Scale) else None)]


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected."""
    if isinstance(thing, Scale):
        return _scale(given, thing)
    if not isinstance(thing, District):
        empty = empty_place(given.framework, "district", add_button(given.framework, "district"))
        return {"title": _("Settings"), "blocks": [{"type": "empty", "key": "empty", **empty}]}
    if given.view.at == WORDS:
        return _words(given, thing)
    return check_page(given, thing) if given.view.at.startswith(PAGES) else _district(given, thing)


def _district(given: Given, district: District) -> State:
    rules = field_state(
        given, district, "rule_set", form="choice", choices=[*_kept(district), *rule_sets().items()], required=False,
        none=_("None: graduation is not checked against rules"),
        help=_("The credits and areas that the state asks for. Courses name their credit area from it."),
    )  # fmt: skip
    names = fields_block(given, district, "title", "document_title", "mission", "state")
    languages = field_state(
        given, district, "languages",
        help=_("First the one of your texts, then those of translations: by name, or by a code such as “es”."),
    )  # fmt: skip
    names["fields"] += [rules, languages, *fields_of(given, district, "contact")]
    last = fields_block(
        given, district, "acknowledgements", "accessibility", "licence", title=_("For the last page"), folded="shut"
    )
    return {**page(given, district, [names, last], actions=[]), "where": ""}


def _kept(district: District) -> list[tuple[str, str]]:
    """Return what the district names as its rules where no rules of this name come with the workbench."""
    own = district.rule_set
    return [(own, _("{name} (not in this workbench)", name=own))] if own and own not in rule_sets() else []


@cache
def rule_sets() -> Mapping[str, str]:
    """Return the titles of the graduation rules that come with the workbench, by key."""
    files = sorted((resource_folder("standards_data") / "rule_sets").glob("*.json"))
    return {path.stem: str(json.loads(path.read_text(encoding="utf-8"))["title"]) for path in files}


def _words(given: Given, district: District) -> State:
    """Return the page of the district's words: one, and many, of each kind."""
    fields = [
        field_state(given, district, f"terms.{kind}{part}", label=label, form="line", wide=False, placeholder=usual)
        for kind in TERM_KINDS
        for one, many in [_usual_words(KINDS[kind].noun)]
        for part, label, usual in (
            ("", _("Our word for “{noun}”", noun=one), one),
            (".plural", _("For several: “{nouns}”", nouns=many), many),
        )
    ]
    says = _("Leave a field empty to keep the usual word. Rooms and publications use yours at once.")
    block = section("fields", f"{district.id} terms", "", says=says, fields=fields, pairs=True)
    shown = {"id": WORDS, "title": _("Our words"), "where": "", "guide": None}
    return {**page(given, district, [block], actions=[]), **shown}


def _usual_words(noun: str) -> tuple[str, str]:
    """Return what one and what several of a kind are called."""
    return _(noun), ngettext(noun, plural(noun), 2)


def _scale(given: Given, scale: Scale) -> State:
    """Return the page of a scale: its levels by name and meaning, and an empty one to add a level."""
    numbers = [int(key) for key in scale.levels if key.isdecimal()]
    keys = [*(scale.levels or LEVELS[:1]), str(max(numbers, default=0) + 1)]
    levels = [
        field
        for key in dict.fromkeys(keys)
        for field in (
            field_state(given, scale, f"levels.{key}", form="line", wide=False,
                        label=_("Name of level {level}", level=key)),
            *([field_state(given, scale, f"meanings.{key}", wide=False,
                           label=_("What level {level} means", level=key))] if key in scale.levels else []),
        )
    ]  # fmt: skip
    used = given.framework.criteria.by("scale_id", scale.id)
    where = [
        ngettext("{n} level", "{n} levels", len(scale.levels)),
        _("{criteria} by it", criteria=counted_kind(given.framework, len(used), "criterion")),
    ]
    return page(given, scale, [
        fields_block(given, scale, "title", "proficient"),
        section("fields", f"{scale.id} levels", _("Levels"), fields=levels, pairs=True,
                says=_("From the lowest. Write into the empty field to add one.")),
    ], where=where)  # fmt: skip
