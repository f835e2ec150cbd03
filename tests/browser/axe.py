"""What axe-core finds on a page as it is."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = ("serious", "critical")
ROOM = ".wb-shell"
"""Where a room is on a page of JupyterLab, whose own parts are not ours."""


def found(page: Page, within: str | None = ROOM, impacts: tuple[str, ...] = SERIOUS) -> list[tuple[str, list[str]]]:
    """Return the rules that are broken ``within`` a part of the page, None for all of it, each with three places."""
    return [
        (one["id"], [node["html"][:200] for node in one["nodes"]][:3])
        for one in Axe().run(page, context=within).response["violations"]
        if one["impact"] in impacts
    ]
