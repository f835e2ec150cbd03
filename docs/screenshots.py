"""Take the pictures of the rooms that the guide and the README show.

``python docs/screenshots.py`` makes an example district with a committee at work, serves it, opens its rooms in
Chromium and writes ``docs/images``. With ``--all FOLDER`` every room goes there, at three widths, light and dark, to be
looked at. It needs what the tests need: Playwright and a Chromium; with Pillow the files are a third of the size.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Literal

import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from workbench.model import Role
from workbench.model.edits import set_field
from workbench.project import Project, create_project
from workbench.serve.cookies import LANGUAGE
from workbench.serve.running import LOCAL, Listening, bound, configured
from workbench.ui.rooms import ROOMS

IMAGES = Path(__file__).resolve().parent / "images"
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
COLORS = 128
HEIGHT = 820
SETTLES = 700
"""Milliseconds for what the checks read of sentences to come in after the room stands."""
WIDTHS = (1280, 1024, 390)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Committee:
    """A served example: where, whose code lets in, and the things that something is going on about."""

    url: str
    codes: dict[str, str]
    things: dict[str, str]


@dataclass(frozen=True)
class Shot:
    """One picture: of a room, at a thing, after something was done there."""

    name: str
    room: str
    at: str = ""
    width: int = 1280
    scheme: Scheme = "light"
    height: int = HEIGHT
    language: str = "en"
    do: Callable[[Page], None] = lambda _: None


def ask_history(page: Page) -> None:
    """Open what the levels of a criterion, or the words of a thing, were before."""
    page.locator(".wb-editor textarea").first.focus()
    page.locator(".wb-field:focus-within > .wb-past").click()
    expect(page.locator(".wb-past-lines li").first).to_be_visible()


def open_matrix(page: Page) -> None:
    """Scroll to the matrix of the room of alignment."""
    page.locator(".wb-overview-matrix").evaluate("one => one.scrollIntoView({ block: 'start' })")


def read_standard(page: Page) -> None:
    """Select a set, and read one of its standards in the tree."""
    page.locator(".wb-outline [role=treeitem]:not(.wb-group)").first.click()
    search = page.get_by_label("Find by code or word")
    search.fill("functions")
    page.locator(".wb-hit-name").first.click()
    expect(page.locator(".wb-shelf-detail")).to_be_visible()


def show_levels(page: Page) -> None:
    """Scroll to the levels of a criterion, which are cards on a telephone."""
    page.locator(".wb-block-grid").evaluate("one => one.scrollIntoView({ block: 'start' })")


DOCS = (
    Shot("start", "start"),
    Shot("beliefs", "beliefs", "belief"),
    Shot("room", "criteria", "criterion", height=1000),
    Shot("criteria-dark", "criteria", "criterion", scheme="dark", height=1000),
    Shot("discussion", "competencies", "indicator"),
    Shot("history", "competencies", "indicator", do=ask_history),
    Shot("habits", "habits"),
    Shot("courses", "courses", "course"),
    Shot("assessments", "assessments", "assessment"),
    Shot("standards", "standards", do=read_standard),
    Shot("are-we-aligned", "alignment"),
    Shot("matrix-dark", "alignment", scheme="dark", do=open_matrix),
    Shot("alignment", "alignment", "indicator"),
    Shot("settings", "settings"),
    Shot("spanish", "competencies", "indicator", language="es"),
    Shot("telephone", "criteria", "criterion", width=390, height=844, do=show_levels),
)


def everything() -> tuple[Shot, ...]:
    """Return every room, at each width, light and dark."""
    at = {one.room: one.at for one in DOCS if one.at}
    pages = {**{key: (key, at.get(key, "")) for key in ROOMS}, "are-we-aligned": ("alignment", "")}
    return tuple(
        Shot(f"{name}-{width}-{scheme}", *page, width, scheme, 1000)
        for name, page in pages.items()
        for width in WIDTHS
        for scheme in SCHEMES
    )


def at_work(project: Project) -> dict[str, str]:
    """Let a committee have said, proposed and half-written something; return the things it is about, by a name."""
    framework = project.framework
    indicator = framework.indicators.ordered()[0]
    criterion = framework.criteria_of(indicator.id)[0]
    for level, text in (
        ("1", "Lacks an order and fails to name the audience."),
        ("2", "Usually organizes an idea into a message; the order is limited."),
    ):
        project.edit(set_field(project.framework, criterion.id, f"descriptors.{level}", text))
    edited = project.beside(project.newcomer("Joe Kim"), Role.DRAFTER)
    shorter = "Compose a message that suits its audience."
    edited.edit(set_field(edited.framework, indicator.id, "statement", shorter), why="Try it without the purpose.")
    project.edit(set_field(project.framework, indicator.id, "statement", indicator.statement), why="It belongs there.")
    joe = edited.discussion
    ben = project.beside(project.newcomer("Ben Okafor"), Role.COMMENTER).discussion
    asked = joe.comment(indicator.id, "Does this leave room for speech as well as writing?", field="statement")
    project.discussion.reply(asked.id, "It should. @Ben Okafor, how does it read in world languages?")
    ben.comment(criterion.id, "The first two levels read as if something were missing. Can we say what students do?")
    better = criterion.descriptors["3"].replace("brings and needs", "knows, brings and needs")
    ben.suggest(criterion.id, "descriptors.3", better, why="What an audience knows decides what to explain.")
    statement = f"{indicator.statement.rstrip('.')} and say why it suits them."
    ben.suggest(indicator.id, "statement", statement, why="So that the choice shows.")
    return {
        "indicator": indicator.id,
        "criterion": criterion.id,
        "belief": framework.beliefs.ordered()[0].id,
        "course": next(one.id for one in framework.experiences.ordered()),
        "assessment": framework.assessments.ordered()[0].id,
    }


@contextmanager
def serving(folder: Path, starter: str = "example") -> Iterator[tuple[Project, Committee]]:
    """Serve a new project with two people invited beside who leads."""
    with create_project(folder / f"{starter}.workbench", starter=starter, person="Ana Ruiz") as project:
        people = (("Joe Kim", Role.DRAFTER), ("Ben Okafor", Role.COMMENTER), ("Ines Duarte", Role.READER))
        codes = {name: project.members.invite(name, role)[1] for name, role in people}
        codes[project.person] = project.members.own_code()
        things = at_work(project) if starter == "example" else {}
        listener = bound(LOCAL, 0)
        listening = Listening(host=LOCAL, port=listener.getsockname()[1])
        server = uvicorn.Server(configured(project, listening))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield project, Committee(listening.addresses[0], codes, things)
        finally:
            server.should_exit = True
            thread.join(10)
            listener.close()


def enter(browser: Browser, committee: Committee, person: str, scheme: Scheme = "light") -> Page:
    """Open the rooms as one of the committee."""
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{committee.url}/join#{committee.codes[person]}")
    expect(page.locator(".wb-shell .wb-header")).to_be_visible(timeout=60_000)
    return page


def go(page: Page, committee: Committee, shot: Shot) -> None:
    """Show what the picture is of, and wait until it stands still."""
    page.set_viewport_size({"width": shot.width, "height": shot.height})
    page.context.add_cookies([{"name": LANGUAGE, "value": shot.language, "url": committee.url}])
    at = committee.things.get(shot.at, "")
    page.goto(f"{committee.url}/rooms/{shot.room}{f'?at={at}' if at else ''}")
    expect(page.locator(".wb-shell h1:visible").first).to_be_visible(timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(SETTLES)
    shot.do(page)


def take(page: Page, path: Path) -> None:
    """Write what is seen as a small file."""
    path.write_bytes(smaller(page.screenshot()))
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


def smaller(picture: bytes) -> bytes:
    """Reduce a picture to a palette where Pillow is installed."""
    try:
        from PIL import Image
    except ImportError:
        return picture
    out = io.BytesIO()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLORS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def take_all(folder: Path, shots: Sequence[Shot]) -> None:
    """Take pictures into ``folder``, each as it looks while two others are here."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, serving(Path(made)) as (_, committee), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        for person, room in (("Joe Kim", "courses"), ("Ben Okafor", "criteria")):
            go(enter(browser, committee, person), committee, Shot("", room))
        for scheme in SCHEMES:
            page = enter(browser, committee, "Ana Ruiz", scheme)
            for shot in (one for one in shots if one.scheme == scheme):
                go(page, committee, shot)
                take(page, folder / f"{shot.name}.png")
            page.context.close()
        browser.close()


def main(arguments: Sequence[str]) -> int:
    """Take the pictures of the docs, or of everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--all", metavar="FOLDER", type=Path, help="write every room there, at each width and scheme")
    parser.add_argument("--only", default="", metavar="WORD", help="take only pictures whose names have this in them")
    chosen = parser.parse_args(arguments)
    shots = everything() if chosen.all else DOCS
    take_all(chosen.all or IMAGES, [one for one in shots if chosen.only in one.name])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
