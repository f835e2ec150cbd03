"""The room of publication: a draft at any time, an edition when nothing stands in the way."""

from __future__ import annotations

from workbench.model import Edition, Thing
from workbench.publish import FORMATS
from workbench.ui.rooms.start import verdict
from workbench.ui.view import Given, State
from workbench.ui.words import counted

ADOPTION = (
    ("title", "Title of the edition", "Graduation framework, first edition"),
    ("vote", "The vote", "Adopted by the board on 12 May 2026, 8 to 1."),
    ("effective", "In force from the school year", "2026-27"),
)


def editor(given: Given, thing: Thing | None) -> State:  # noqa: ARG001  # every room is asked the same
    """Return the page: publish a draft, what was written, adopt, the editions."""
    blocks = [_draft(given), *([_written(given)] if given.view.files else []), _adoption(given), _editions(given)]
    what = "A draft may be published at any time, marked as one. An edition is adopted by a vote and never changes."
    return {"title": "Publish", "id": "publish", "guide": {"what": what, "why": ""}, "blocks": blocks, "actions": []}


def _draft(given: Given) -> State:
    formats = [
        {"name": name, "form": "flag", "label": found.file_name, "help": found.says, "value": True}
        for name, found in FORMATS.items()
    ]
    folder = {"name": "folder", "form": "line", "label": "Folder", "value": given.folder, "wide": True}
    return {
        "type": "form",
        "key": "draft",
        "name": "publish",
        "title": "Publish the draft",
        "says": f"Every page says DRAFT, with {counted(len(given.all_findings), 'finding')} counted.",
        "fields": [*formats, folder],
        "submit": "Publish the draft",
        "busy": given.view.busy,
        "message": given.view.forms.get("publish"),
    }


def _written(given: Given) -> State:
    items = [
        {"name": path.replace("\\", "/").rpartition("/")[2], "path": path, "says": "", "do": {"download": path}}
        for path in given.view.files
    ]
    return {"type": "files", "key": "written", "title": "What was written", "items": items}


def _adoption(given: Given) -> State:
    stands = verdict(given)["line"]
    fields = [
        {"name": name, "form": "line", "label": label, "help": f"For example: {example}", "value": "", "wide": True}
        for name, label, example in ADOPTION
    ]
    return {
        "type": "form",
        "key": "adoption",
        "name": "adopt",
        "title": "Adopt an edition",
        "says": f"{stands} An edition keeps its content and its files as they are on the day of the vote.",
        "fields": fields,
        "submit": "Adopt this framework",
        "busy": given.view.busy,
        "message": given.view.forms.get("adopt"),
    }


def _editions(given: Given) -> State:
    return {
        "type": "files",
        "key": "editions",
        "title": "Editions",
        "items": [item for edition in reversed(given.editions) for item in _edition(edition)],
        "empty": {
            "what": "No edition is adopted yet.",
            "why": "An edition is the framework as the board adopted it. It can be handed out unchanged for ever.",
            "example": "Graduation framework, first edition. Adopted by the board on 12 May 2026, 8 to 1.",
            "add": None,
        },
    }


def _edition(edition: Edition) -> list[State]:
    return [
        {
            "name": f"Edition {edition.number}: {edition.title}",
            "path": f"{name}, {len(content) // 1024 + 1:,} kB",
            "says": f"In force from {edition.effective}. {edition.vote}",
            "do": {"download": f"edition {edition.number} {name}"},
        }
        for name, content in edition.files
    ]
