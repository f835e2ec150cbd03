"""What single people say of a thing and the standards, and what is suggested: blocks of the room of alignment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.localize import N_, _, ngettext, number
from workbench.measures.suggestions import Suggestion
from workbench.model import Judgement, Thing
from workbench.ui.view import Given, State
from workbench.ui.words import grades_in_words, in_list, line_of, short_name

STRENGTHS = {"full": N_("Fully"), "partial": N_("In part"), "none": N_("Not at all")}
"""What a person can say of a standard, in words."""
AGREE = {"full": N_("Agree on “fully”"), "partial": N_("Agree on “in part”")}
NOTHING = N_("Nothing in this set resembles it enough to be suggested. Search on the right.")
PREPARING = N_("The suggestions are being prepared and will stand here in some seconds. You can go on meanwhile.")
ASK = N_("This set is large: the first suggestions from it take some seconds.")
SHARED = 5
"""Words that two texts share and that are shown."""


def voices_block(given: Given, thing: Thing) -> list[State]:
    """Return what people say of each standard; nothing where nobody says anything and nobody is asked."""
    agreed = {(one.set_id, one.standard_id): one for one in given.framework.alignments_of(thing.id)}
    said: dict[tuple[str, str], list[Judgement]] = {}
    for one in given.judgements:
        said.setdefault((one.set_id, one.standard_id), []).append(one)
    asked = dict.fromkeys([*agreed, *said]) if given.view.alone else dict.fromkeys(said)
    aside = {key for key in asked if key not in agreed and all(one.strength == "none" for one in said[key])}
    items = {key: _voice(given, thing.id, key, said.get(key, []), agreed=key in agreed) for key in asked}
    blocks: list[State] = [
        {
            "key": f"{thing.id} voices",
            "title": _("What each person says"),
            "says": _("This is kept apart from what you agreed on. Say the same again to take it back."),
            "items": [item for key, item in items.items() if key not in aside],
            "folded": False,
        },
        {
            "key": f"{thing.id} aside",
            "title": _("Said not to fit: {n}", n=number(len(aside))),
            "says": _("Say the same again to take it back; it may be suggested again then."),
            "items": [item for key, item in items.items() if key in aside],
            "folded": True,
        },
    ]
    return [{"type": "raters", **block} for block in blocks if block["items"]]


def _voice(given: Given, subject: str, key: tuple[str, str], said: Sequence[Judgement], *, agreed: bool) -> State:
    held = given.standard(*key)
    counts = Counter(one.strength for one in said)
    own = next((one for one in said if one.person == given.me), None)
    place = {"subject": subject, "set": key[0], "standard": key[1]}
    most = next((name for name, _count in counts.most_common() if name != "none"), "")
    label = _(AGREE[most]) if most else ""
    said_by_me = own.strength if own else ""
    agree = {"label": label, "do": {"agree": {**place, "strength": most}}}
    return {
        "id": " ".join(key),
        "code": held.code if held else "",
        "name": line_of(held) if held else _("A standard that is not in this project"),
        "says": _tally(counts, agreed=agreed),
        "voices": [
            {
                "who": given.people.get(one.person) or _("Somebody"),
                "strength": _(STRENGTHS[one.strength]),
                "rationale": one.rationale,
            }
            for one in said
        ],
        "mine": [
            {"label": _(words), "on": said_by_me == name, "do": {"judge": {**place, "strength": name}}}
            for name, words in STRENGTHS.items()
        ],
        "why": {"value": own.rationale, "do": {**place, "strength": own.strength}} if own else None,
        "agree": agree if most and not agreed else None,
    }  # fmt: skip


def _tally(counts: Counter[str], *, agreed: bool) -> str:
    told = _people(counts) if counts.total() else _("Nobody yet.")
    state = _("Agreed on.") if agreed else _("Not agreed on yet.")
    return f"{told} {state}"


def _people(counts: Counter[str]) -> str:
    if counts.total() == 1:
        only = {"full": _("1 person: fully."), "partial": _("1 person: in part."), "none": _("1 person: not at all.")}
        return next(words for name, words in only.items() if counts[name])
    full, partial, none = (counts[name] for name in STRENGTHS)
    parts = [
        *([ngettext("{n} fully", "{n} fully", full)] if full else []),
        *([ngettext("{n} in part", "{n} in part", partial)] if partial else []),
        *([ngettext("{n} not at all", "{n} not at all", none)] if none else []),
    ]
    return _("{n} people: {said}.", n=number(counts.total()), said=in_list(parts))


def suggestions_block(given: Given, thing: Thing) -> list[State]:
    """Return the standards that the thing may meet, each with the reasons; those it meets or I refused left out."""
    met = {one.standard_id for one in given.framework.alignments_of(thing.id) if one.set_id == given.set_id}
    refused = {one.standard_id for one in given.judgements if one.strength == "none" and one.person == given.me}
    info = given.infos.get(given.set_id)
    if info is None:
        return []
    shown = [one for one in given.suggestions or () if one.standard_id not in met | refused]
    items = [_suggestion(given, thing.id, one) for one in shown]
    preparing = given.view.suggest_from == given.set_id
    ask = {"label": _("Suggest from its {n} entries", n=number(info.count)), "do": {"look": {"suggest_from": info.id}}}
    return [
        {
            "type": "suggestions",
            "key": f"{thing.id} suggestions",
            "title": _("May fit as well") if met else _("May fit"),
            "says": _("From “{set}”, by the words of both and by what you aligned before. You decide.", set=info.title),
            "verb": _("Fits fully") if given.view.alone else _("Align"),
            "items": items,
            "none": _(NOTHING if given.suggestions is not None else PREPARING if preparing else ASK),
            "ask": ask if given.suggestions is None and not preparing else None,
        }
    ]


def _suggestion(given: Given, subject: str, one: Suggestion) -> State:
    held = given.standard(given.set_id, one.standard_id)
    place = {"subject": subject, "set": given.set_id, "standard": one.standard_id}
    return {
        "id": one.standard_id,
        "code": held.code if held else "",
        "name": (held.statement or line_of(held)) if held else "",
        "reasons": reasons(given, one),
        "meet": {"meet": place},
        "refuse": {"judge": {**place, "strength": "none"}},
    }


def reasons(given: Given, one: Suggestion) -> list[str]:
    """Return why a standard is suggested, a few words each, the weightiest first."""
    found = []
    if one.learnt_from:
        names = (thing.code or short_name(thing) for key in one.learnt_from[:2] if (thing := given.framework.find(key)))
        found.append(_("As you decided for {things}", things=in_list(names)))
    if one.shared_words:
        found.append(_("Same words: {words}", words=", ".join(one.shared_words[:SHARED])))
    if one.related_words:
        pairs = ", ".join(in_list(pair) for pair in one.related_words[:2])
        found.append(_("Related words: {words}", words=pairs))
    if one.grades:
        grades = grades_in_words(one.grades)
        found.append(ngettext("Same grade: {grades}", "Same grades: {grades}", len(one.grades), grades=grades))
    if one.neighbours:
        found.append(_("Neighbours of yours are aligned here"))
    return found or [_("Alike in its spelling")]
