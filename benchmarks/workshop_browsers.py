"""Real Chromium pages beside the clients of ``benchmarks.workshop``: when a text of somebody else stands on them."""

from __future__ import annotations

import contextlib
import itertools
import shutil
from collections.abc import AsyncIterator, Sequence

from playwright.async_api import ConsoleMessage, Page, async_playwright

# What a person sees in a field is its value, of which no observer of the page is told: each frame is looked at.
WATCH = """() => {
  window.seen = {};
  const look = () => {
    for (const node of document.querySelectorAll("textarea")) {
      const tag = node.value.match(/#\\d+#/)?.[0];
      if (tag) window.seen[tag] ??= performance.timeOrigin + performance.now();
    }
    requestAnimationFrame(look);
  };
  look();
}"""


class Looking:
    """Pages that are looked at, each at one thing."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.errors: list[str] = []
        for page in pages:
            page.on("console", self._console)
            page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    async def seen(self) -> list[dict[str, float]]:
        """Return when each page first showed a numbered text, in milliseconds since 1970."""
        return [await page.evaluate("window.seen") for page in self.pages]


@contextlib.asynccontextmanager
async def looking(base: str, codes: Sequence[str], things: Sequence[str]) -> AsyncIterator[Looking]:
    """Let one person by each code look at one thing, in a page of one browser, each with a window of their own."""
    if not codes:
        yield Looking([])
        return
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        pages = [await (await browser.new_context()).new_page() for _ in codes]
        found = Looking(pages)
        for page, code, thing in zip(pages, codes, itertools.cycle(things), strict=False):
            await page.goto(f"{base}/join#{code}")
            await page.wait_for_selector("#wb-editor")
            await page.goto(f"{base}/rooms/competencies?at={thing}")
            await page.wait_for_selector("textarea")
            await page.evaluate(WATCH)
        try:
            yield found
        finally:
            await browser.close()
