"""The room of standards: the sets of this project, bringing one in, what a newer version changes, a strand by grade.

What is selected is no thing of the framework: "add", "set ID", "versions ID" (a set against the one it follows),
"strand ID" or "strand ID KEY".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.localize import N_, _, ngettext, number
from workbench.localize.tags import name_of
from workbench.model import Framework, SetInfo, Thing
from workbench.standards import shipped_keys
from workbench.ui.rooms.nodes import heading
from workbench.ui.rooms.standards_arrival import arrival_blocks
from workbench.ui.rooms.standards_priorities import priorities_block
from workbench.ui.rooms.standards_strand import strand_page
from workbench.ui.rooms.standards_versions import versions_page
from workbench.ui.view import Given, State

ADD = "add"
ACCEPT = ".json,.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.xlsb"
KINDS = N_(
    "A CASE package (.json), an OpenSALT workbook, a CSV of OpenSALT, OpenCASE, compeito or Moodle, or any other "
    "spreadsheet with a standard in each row. Nothing is added before you have seen what would come in."
)
DOWNLOADS = {
    "case": N_("Download as CASE"),
    "opensalt": N_("Download as an OpenSALT workbook"),
    "csv": N_("Download as CSV"),
}
ADDRESS = N_("The address of a CASE package, of a document, or of a server that offers one document.")


def outline(given: Given) -> list[State]:
    """Return the outline: the sets, the newest version of each first, the district's own ones apart."""
    groups = {N_("Common standards"): False, N_("Local standards"): True}
    found = [
        (name, [_family(given, one) for one in _newest(given) if one.local is local]) for name, local in groups.items()
    ]
    return [heading(_(name), nodes, key=name) for name, nodes in found if nodes]


def _newest(given: Given) -> list[SetInfo]:
    followed = {one.follows for one in given.infos.values()}
    return [one for one in given.infos.values() if one.id not in followed]


def _family(given: Given, info: SetInfo) -> State:
    """Return the node of a set's newest version, with the versions before it below."""
    older, seen = given.infos.get(info.follows), {info.id}
    children = []
    if older:
        children.append(_row(f"versions {info.id}", _("What the newer version changes")))
    while older and older.id not in seen:
        seen.add(older.id)
        named = _("Version before: {version}", version=older.version)
        children.append(_row(f"set {older.id}", named if older.version else _("Version before: not told")))
        older = given.infos.get(older.follows)
    return _row(f"set {info.id}", f"{info.title} {info.version}".strip(), badge=info.count, children=children)


def _row(key: str, name: str, *, badge: int = 0, children: list[State] | None = None) -> State:
    says = ngettext("{n} standard", "{n} standards", badge)
    shown: State = {"badge": {"short": number(badge), "says": says}} if badge else {}
    return {"id": key, "code": "", "name": name, "fixed": True, "open": True, "children": children or [], **shown}


def first(framework: Framework) -> str:  # noqa: ARG001  # every room is asked the same
    """Return nothing: what is selected first is the list of all sets."""
    return ""


def adds(given: Given, thing: Thing | None) -> list[State]:  # noqa: ARG001  # every room is asked the same
    """Return the way to bring standards in."""
    return [{"label": _("Add standards"), "do": {"select": ADD}}]


def editor(given: Given, thing: Thing | None) -> State:  # noqa: ARG001  # what is selected here is no thing
    """Return the page of what is selected."""
    kind, _space, rest = given.view.at.partition(" ")
    identifier, _space, part = rest.partition(" ")
    info = given.infos.get(identifier)
    if kind == ADD:
        return _adding(given)
    pages: Mapping[str, Callable[[], State]] = {
        "set": lambda: _set_page(given, info) if info else {},
        "versions": lambda: versions_page(given, info) if info else {},
        "strand": lambda: strand_page(given, info, part) if info else {},
    }
    made = pages[kind]() if info and kind in pages else _overview(given)
    return {"id": given.view.at, "kind": "standard_set", "actions": [], **made}


def _overview(given: Given) -> State:
    items = [
        {
            "id": one.id,
            "code": "",
            "name": f"{one.title} {one.version}".strip(),
            "says": _says(given, one),
            "do": {"select": f"set {one.id}"},
        }
        for one in given.infos.values()
    ]  # fmt: skip
    empty = {
        "what": _("This project holds no standards yet."),
        "why": _(
            "Common standards are what your courses and pathways are aligned to. They are somebody else’s: they are "
            "brought in whole and never changed, and a newer version is put beside the old one."
        ),
        "example": _("Your state’s CASE package, or the spreadsheet that the ministry publishes."),
        "add": {"label": _("Add standards"), "do": {"select": ADD}},
    }
    return {
        "title": _("Standards"),
        "guide": {"what": _("Select a set to look through it, or add one."), "why": ""},
        "blocks": [{"type": "links", "key": "sets", "title": _("In this project"), "items": items, "empty": empty}],
    }


def _says(given: Given, info: SetInfo) -> str:
    covered = ngettext(
        "{covered} of {n} standard covered",
        "{covered} of {n} standards covered",
        info.leaves,
        covered=number(given.covered.get(info.id, 0)),
    )
    local = _("Local standards.")
    return f"{local} {covered}" if info.local else covered


def _set_page(given: Given, info: SetInfo) -> State:
    facts = (
        (_("Owner"), info.owner),
        (_("Publisher"), info.publisher),
        (_("Version"), info.version),
        (_("Subject"), info.subject),
        (_("Licence"), info.licence),
        (_("Source"), info.source),
        (_("Language"), name_of(info.language)),
        (_("Notes"), info.notes),
    )
    known = [[name, value] for name, value in facts if value]
    leaves = ngettext("{n} standard", "{n} standards", info.leaves)
    size = ngettext(
        "{n} entry, of which {standards} can be met.",
        "{n} entries, of which {standards} can be met.",
        info.count,
        standards=leaves,
    )
    rows = [[_("Size"), size], [_("Covered"), _says(given, info)], *known]
    blocks: list[State] = [
        {
            "type": "table",
            "key": "facts",
            "label": _("About this set"),
            "columns": [_("About"), _("What is known")],
            "rows": rows,
            "headed": True,
        }
    ]  # fmt: skip
    blocks.append(priorities_block(given, info))
    actions: list[State] = [{"label": _("See a strand across the grades"), "do": {"select": f"strand {info.id}"}}]
    if info.follows:
        actions.insert(0, {"label": _("See what changed"), "primary": True, "do": {"select": f"versions {info.id}"}})
    actions += [
        {"label": _(label), "do": {"export": {"set": info.id, "format": name}}} for name, label in DOWNLOADS.items()
    ]
    local = _("Local standards, written by the district") if info.local else info.owner
    where = " · ".join(part for part in (local, info.version, leaves) if part)
    return {"title": info.title, "where": where, "guide": None, "blocks": blocks, "actions": actions}


def _adding(given: Given) -> State:
    upload = {
        "type": "upload",
        "key": "upload",
        "title": "",
        "says": "",
        "kinds": _(KINDS),
        "accept": ACCEPT,
        "address": _(ADDRESS),
        "example": "https://",
        "message": given.view.forms.get("intake"),
        "busy": given.view.busy,
    }
    came = _("comes with the workbench")
    here = {one.key for one in given.infos.values() if one.key}
    shipped = [
        {"id": key, "code": "", "name": given.shipped[key], "says": came, "do": {"shipped": key}}
        for key in shipped_keys()
        if key not in here
    ]
    blocks: list[State] = arrival_blocks(given) or [upload]
    if shipped and given.arrival is None:
        blocks.append(
            {
                "type": "links",
                "key": "shipped",
                "title": _("Or take a list that comes with the workbench"),
                "items": shipped,
            }
        )
    return {
        "id": ADD,
        "kind": "standard_set",
        "title": _("Add standards"),
        "guide": {
            "what": _("Bring in the standards that your district works towards."),
            "why": _(
                "A set comes in whole, with an account of what became of each part of the file. The same file added "
                "again changes nothing; a newer version is kept beside the old, so that you can see what it changes."
            ),
        },
        "blocks": blocks,
        "actions": [],
    }
