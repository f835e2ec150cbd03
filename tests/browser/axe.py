"""What axe-core finds on a page as it is."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = ("serious", "critical")
ROOM = ".wb-shell"
"""Where a room is on a page of JupyterLab, whose own parts are not ours."""
RUN = """async (within) => {
  const { violations } = await axe.run(within || document, { resultTypes: ["violations"] });
  const places = (nodes) => nodes.slice(0, 3).map((one) => one.html.slice(0, 200));
  return violations.map(({ id, impact, nodes }) => [id, impact, places(nodes)]);
}"""


def found(page: Page, within: str | None = ROOM, impacts: tuple[str, ...] = SERIOUS) -> list[tuple[str, list[str]]]:
    """Return the rules that are broken ``within`` a part of the page, None for all of it, each with three places."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return [(rule, places) for rule, impact, places in page.evaluate(RUN, within) if impact in impacts]
