"""The room of publication: a draft at any time, an edition when nothing stands in the way."""

from __future__ import annotations

from workbench.localize import N_, _, ngettext, number
from workbench.model import Edition, Thing
from workbench.publish import FORMATS
from workbench.ui.rooms.start import verdict
from workbench.ui.view import Given, State

ADOPTION = (
    ("title", N_("Title of the edition"), N_("Graduation framework, first edition")),
    ("vote", N_("The vote"), N_("Adopted by the board on 12 May 2026, 8 to 1.")),
    ("effective", N_("In force from the school year"), "2026-27"),
)


def editor(given: Given, thing: Thing | None) -> State:  # noqa: ARG001  # every room is asked the same
    """Return the page: publish a draft, what was written, adopt, the editions."""
    blocks = [_draft(given), *([_written(given)] if given.view.files else []), _adoption(given), _editions(given)]
    what = _("A draft may be published at any time, marked as one. An edition is adopted by a vote and never changes.")
    return {"title": _("Publish"), "id": "publish", "guide": {"what": what, "why": ""}, "blocks": blocks, "actions": []}


def _draft(given: Given) -> State:
    formats = [
        {"name": name, "form": "flag", "label": found.file_name, "help": _(found.says), "value": True}
        for name, found in FORMATS.items()
    ]
    folder = {"name": "folder", "form": "line", "label": _("Folder"), "value": given.folder, "wide": True}
    says = ngettext(
        "Every page says DRAFT, with {n} finding counted.",
        "Every page says DRAFT, with {n} findings counted.",
        len(given.all_findings),
    )
    return {
        "type": "form",
        "key": "draft",
        "name": "publish",
        "title": _("Publish the draft"),
        "says": says,
        "fields": [*formats, folder],
        "submit": _("Publish the draft"),
        "busy": given.view.busy,
        "message": given.view.forms.get("publish"),
    }


def _written(given: Given) -> State:
    items = [
        {"name": path.replace("\\", "/").rpartition("/")[2], "path": path, "says": "", "do": {"download": path}}
        for path in given.view.files
    ]
    return {"type": "files", "key": "written", "title": _("What was written"), "items": items}


def _adoption(given: Given) -> State:
    stands = verdict(given)["line"]
    fields = [
        {"name": name, "form": "line", "label": _(label), "value": "", "wide": True,
         "help": _("For example: {example}", example=_(example))}
        for name, label, example in ADOPTION
    ]  # fmt: skip
    keeps = _("An edition keeps its content and its files as they are on the day of the vote.")
    return {
        "type": "form",
        "key": "adoption",
        "name": "adopt",
        "title": _("Adopt an edition"),
        "says": f"{stands} {keeps}",
        "fields": fields,
        "submit": _("Adopt this framework"),
        "busy": given.view.busy,
        "message": given.view.forms.get("adopt"),
    }


def _editions(given: Given) -> State:
    return {
        "type": "files",
        "key": "editions",
        "title": _("Editions"),
        "items": [item for edition in reversed(given.editions) for item in _edition(edition)],
        "empty": {
            "what": _("No edition is adopted yet."),
            "why": _("An edition is the framework as the board adopted it. It can be handed out unchanged for ever."),
            "example": _("Graduation framework, first edition. Adopted by the board on 12 May 2026, 8 to 1."),
            "add": None,
        },
    }


def _edition(edition: Edition) -> list[State]:
    since = _("In force from {year}.", year=edition.effective)
    return [
        {
            "name": _("Edition {n}: {title}", n=number(edition.number), title=edition.title),
            "path": _("{name}, {size} kB", name=name, size=number(len(content) // 1024 + 1)),
            "says": f"{since} {edition.vote}",
            "do": {"download": f"edition {edition.number} {name}"},
        }
        for name, content in edition.files
    ]
