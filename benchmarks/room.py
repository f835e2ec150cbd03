"""``python -m benchmarks.room``: a set of 100,000 standards in the alignment room, in a real JupyterLab and Chromium.

Beside it stands the same with the 237 entries of a shipped set, which is the floor.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.lab import Lab, Room, open_room, running_lab
from tests.conftest import CHROMIUM
from workbench.model import Standard, StandardSet

COUNT = 100_000
BELOW = 100
"""Entries of one heading, itself among them: a thousand headings stand at the top."""
WORDS = ("change 3", "L.500", "relation 77", "heading 900")
"""What is searched for."""
PLACES = 20
"""Places in the tree that are scrolled to."""


def large() -> StandardSet:
    """Return a set of ``COUNT`` entries in a tree of two levels."""
    return StandardSet(id="large", title="A large set", standards=tuple(_entries()))


def _entries() -> Iterator[Standard]:
    for number in range(COUNT):
        head = number - number % BELOW
        if number == head:
            yield Standard(id=f"h{head}", code=f"L.{head}", statement=f"Heading {head}", sequence=number, grades=("9",))
        else:
            text = f"Explain relation {number} between quantity {number % 97} and change {number % 89} in a system."
            yield Standard(
                id=f"s{number}", code=f"L.{number}", statement=text, parent_id=f"h{head}", sequence=number % BELOW
            )


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def choose(room: Room, set_id: str) -> None:
    """Choose a set, and wait until its first rows are there."""
    room.pane("standards").get_by_label("Set").select_option(set_id)
    room.pane("standards").get_by_role("tree").locator("[data-id]").first.wait_for()


def scroll(page: Page, room: Room, share: float) -> None:
    """Go to a place in the tree, and wait until every row in sight is there."""
    shelf = room.pane("standards").locator(".wb-shelf")
    shelf.evaluate("(box, share) => { box.scrollTop = share * (box.scrollHeight - box.clientHeight); }", share)
    page.wait_for_function(
        "() => !document.querySelector('.wb-shelf .wb-waiting') && document.querySelector('.wb-shelf [data-id]')"
    )


def search(room: Room, words: str) -> None:
    """Type words, and wait for the first hit."""
    room.pane("standards").get_by_label("Find by code or word").fill(words)
    room.pane("standards").locator(".wb-hit").filter(has_text=words).first.wait_for()


def measure(lab: Lab, page: Page) -> None:
    """Print what a person waits for."""
    with lab.open_project() as project:
        small = next(iter(project.sets))
        project.add_set(large())
    print(
        f"the room opens with 100,000 standards in the project: {seconds(lambda: open_room(lab, page, 'start')):.2f} s"
    )
    room = Room(page)
    print(f"the alignment room is entered: {seconds(lambda: room.enter('Alignment')):.2f} s")
    room.pane("overview").get_by_role("grid").wait_for()
    print(
        f"the last key of a reason to its finding: {_spread(list(findings(page, room)))}, of which 400 ms are the pause"
    )
    room.pane("standards").get_by_role("tree").wait_for()
    for name, set_id in (("237 entries", small), ("100,000 entries", "large")):
        print(f"{name}: chosen in {seconds(partial(choose, room, set_id)) * 1000:.0f} ms")
    times = [seconds(partial(scroll, page, room, at / PLACES)) for at in range(1, PLACES + 1)]
    print(f"a place in the tree is scrolled to in {_spread(times)}")
    rows = room.pane("standards").locator("[role=treeitem]").count()
    print(f"rows in the page at once: {rows}")
    hits = [seconds(partial(search, room, words)) for words in WORDS]
    print(f"a search is typed and found in {_spread(hits)}, of which 120 ms are the pause after the last key")


WATCH = """field => {
  const said = () => Boolean(document.querySelector(".wb-block-said .wb-finding"));
  const had = said();
  window.seen = new Promise(done => {
    let pressed = 0;
    field.addEventListener("input", () => { pressed = performance.now(); });
    const watch = new MutationObserver(() => {
      if (said() === had) return;
      watch.disconnect();
      done((performance.now() - pressed) / 1000);
    });
    watch.observe(document.querySelector(".wb-editor.wb-pane"), { childList: true, subtree: true });
  });
}"""


def findings(page: Page, room: Room) -> Iterator[float]:
    """Yield how long a finding takes to come or to go after the last key, in seconds, as the page itself sees it."""
    room.node("Solve problems").first.press("ArrowRight")
    room.node("Develop possible solutions").first.click()
    card = room.pane("editor").locator(".wb-card").filter(has=page.locator("option[value=partial]:checked")).first
    reason = card.get_by_role("textbox")
    text = reason.input_value()
    for words in ("", text) * 5:
        reason.evaluate(WATCH)
        reason.fill(words)
        yield page.evaluate("window.seen")


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered) * 1000:.0f} ms (median), {ordered[-1] * 1000:.0f} ms at most"


def main() -> None:
    """Measure in a lab of its own."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM.split())
        with running_lab(Path(folder), chromium) as lab:
            page = chromium.new_page(viewport={"width": 1280, "height": 900})
            measure(lab, page)
        chromium.close()


if __name__ == "__main__":
    main()
