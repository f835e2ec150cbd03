"""The room of many at once: rows that people bring, words to replace everywhere, new codes for a list."""

from __future__ import annotations

from workbench.incoming.reading import PASTED
from workbench.localize import _, ngettext, number
from workbench.localize.lazy import capital
from workbench.model import Framework, Thing
from workbench.model.find_text import in_place_of
from workbench.ui.bringing import CLIPBOARD, ROOM
from workbench.ui.bulk import SETTABLE
from workbench.ui.many import Codes, Search
from workbench.ui.rooms.bring_preview import preview_blocks
from workbench.ui.view import Given, State
from workbench.ui.words import short_name, term

SHOWN = 300
"""Places of words, or new codes, that are listed; the rest is counted."""
SCHEMES = {"competency": "{area}.{n}", "indicator": "{owner}{a}"}


def editor(given: Given, thing: Thing | None) -> State:  # noqa: ARG001  # every room is asked the same
    """Return the page: what is looked at before it is done, or the three ways to begin."""
    many = given.many
    if many.brought:
        title = _("Look at it before you keep it")
        name = _(CLIPBOARD) if many.brought.name == CLIPBOARD else many.brought.name
        return {"id": "bring preview", "title": title, "where": name, "blocks": preview_blocks(given)}
    return {
        "id": ROOM,
        "title": _("Bring in and change"),
        "where": _("Nothing happens before you have seen it, and undo takes it back."),
        "blocks": [paste_block(given), find_block(given), codes_block(given)],
    }


def paste_block(given: Given) -> State:
    """Return the place where rows are pasted, and a file is chosen."""
    form, tone, text = given.many.said
    return {
        "type": "paste",
        "key": "paste",
        "title": _("Bring in what you have"),
        "says": _(
            "Copy rows in Google Sheets, Excel or Word, headings too if there are any, and paste them here. You "
            "see what each column is taken for, and correct it, before anything is added."
        ),
        "kinds": [["", _("Told by the headings")], *([kind, _many(given, kind)] for kind in PASTED)],
        "kind": given.many.kind,
        "into": ROOM,
        "accept": ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.json",
        "files": _("A workbook, a CSV file, or a CASE package (JSON) of your own framework."),
        "busy": given.view.busy,
        "message": {"tone": tone, "text": text} if form == "paste" else None,
    }


def _many(given: Given, kind: str) -> str:
    return capital(term(given.framework, kind, 2))


def find_block(given: Given) -> State:
    """Return find and replace, with each place where the words stand."""
    search = given.many.search
    return {
        "type": "hits",
        "key": "hits",
        "title": _("Find and replace"),
        "says": _("In all that is written here, but for codes, alignments and translations. You see each place first."),
        "words": search.words if search else "",
        "by": search.by if search else "",
        "whole": search.whole if search else False,
        "case": search.case if search else False,
        "found": _found(given.framework, search) if search else None,
    }


def _found(framework: Framework, search: Search) -> State:
    groups: dict[str, list[State]] = {}
    names: dict[str, str] = {}
    for hit in search.hits[:SHOWN]:
        thing = framework.find(hit.id)
        if thing is None:
            continue
        names[hit.id] = f"{thing.code} {capital(short_name(thing))}".strip()
        label = _(thing.spec(hit.path.partition(".")[0]).label)
        new = search.by if search.case else in_place_of(hit.found, search.words, search.by)
        shown = {"key": hit.key, "field": label, "before": hit.before, "found": hit.found, "new": new}
        shown["after"] = hit.after
        groups.setdefault(hit.id, []).append({**shown, "on": hit.key not in search.leave})
    chosen = sum(1 for one in search.hits if one.key not in search.leave)
    return {
        "says": _places(search) if search.hits else _("“{words}” stands nowhere.", words=search.words),
        "groups": [{"id": key, "name": names[key], "hits": group} for key, group in groups.items()],
        "rest": _rest(search) if len(search.hits) > SHOWN else "",
        "chosen": chosen,
    }


def _rest(search: Search) -> str:
    """Return what becomes of the places that are not listed; they are ticked all or none."""
    rest = search.hits[SHOWN:]
    if rest[0].key in search.leave:
        return ngettext(
            "And {n} place more, which stays as it is.", "And {n} places more, which stay as they are.", len(rest)
        )
    return ngettext(
        "And {n} place more, which are replaced as well.",
        "And {n} places more, which are replaced as well.",
        len(rest),
    )


def _places(search: Search) -> str:
    things = ngettext("{n} thing", "{n} things", len({one.id for one in search.hits}))
    return ngettext("{n} place in {things}.", "{n} places in {things}.", len(search.hits), things=things)


def codes_block(given: Given) -> State:
    """Return the form for new codes, and the codes beside the old."""
    codes = given.many.codes
    return {
        "type": "codes",
        "key": "codes",
        "title": _("Number a list anew"),
        "says": _(
            "{n} is the number in the list, {nn} with two digits, {a} a letter; {owner} is the code of what it "
            "belongs to, {area} the first letters of its content area. What points at a thing still does."
        ),
        "kinds": [[kind, _many(given, kind), SCHEMES.get(kind, _scheme(kind))] for kind in SETTABLE],
        "kind": codes.kind if codes else "indicator",
        "scheme": codes.scheme if codes else SCHEMES["indicator"],
        "found": _codes(codes) if codes else None,
    }


def _scheme(kind: str) -> str:
    return f"{kind[0].upper()}{{n}}"


def _codes(codes: Codes) -> State:
    changed = [one for one in codes.codes if one.thing.code != one.new]
    rows = [[one.thing.code or _("no code"), one.new, capital(short_name(one.thing))] for one in changed[:SHOWN]]
    rest = len(changed) - SHOWN
    all_of_them = number(len(codes.codes))
    says = ngettext(
        "{n} code of {all} would change.", "{n} codes of {all} would change.", len(changed), all=all_of_them
    )
    first = _("The first {n} are shown.", n=number(SHOWN))
    return {
        "says": f"{says} {first}" if rest > 0 else says,
        "rows": rows,
        "count": len(changed),
    }
