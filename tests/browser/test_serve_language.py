"""The rooms in the language of each person: chosen, kept, complete, and from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import axe
from tests.browser.committee import Committee, Person, committee_of
from tests.browser.test_serve_rooms import WIDE
from tests.serve.served import Served
from tests.spoken import is_told, parts_of, unmarked, written
from workbench.localize import ACCENTED, MIRRORED
from workbench.model import Role
from workbench.project import Project
from workbench.serve.cookies import LANGUAGE
from workbench.ui.rooms import ROOMS

WORD = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"^(\S*\d\S*|workbench) ")
"""What stands before a name: its code, or who did something."""
SAID = """() => {
  const own = (node) => node.closest("[dir=auto], .wb-language, .wb-code, option, kbd, textarea, .wb-rule");
  const shown = (node) => node.checkVisibility({ visibilityProperty: true });
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    if (own(node) || !shown(node)) continue;
    for (const name of ["aria-label", "placeholder", "title"]) found.push(node.getAttribute(name) || "");
  }
  const walk = (node) => node.nodeType === 3 ? node.data : node.nodeType !== 1 || own(node) || !shown(node) ? "" :
    [...node.childNodes].map(walk).join("") + (getComputedStyle(node).display.startsWith("inline") ? "" : "\\n");
  return found.join("\\n") + "\\n" + walk(document.body);
}"""
"""Every text that a page says, but for what is the committee's own."""


@pytest.fixture
def committee(example: Served, browser: Browser) -> Iterator[Committee]:
    """Seat people before the example project."""
    with committee_of(example, browser) as made:
        yield made


def speak(person: Person, language: str) -> Person:
    """Let somebody have chosen a language before they come in."""
    person.context.add_cookies([{"name": LANGUAGE, "value": language, "url": person.url}])
    return person.at("start")


def test_a_language_is_chosen_in_the_head_and_stays(committee: Committee) -> None:
    """Half a text is not lost by it, findings are said in it too, and others go on in theirs."""
    ana, ben = committee.person("Ana"), committee.person("Ben", Role.COMMENTER)
    belief = committee.served.project.framework.beliefs.ordered()[0]
    ana.at("beliefs", belief.id)
    box = ana.box(f"{belief.id}/explanation")
    box.fill("Students will know what belonging means.")
    ana.pane("header").get_by_label("Language").select_option("es")

    expect(ana.pane("header").get_by_role("button", name="Creencias y perfil")).to_be_visible()
    expect(ana.status).to_contain_text("Guardado")
    expect(box).to_have_value("Students will know what belonging means.")
    expect(ana.page.locator("html")).to_have_attribute("lang", "es")
    expect(box).to_have_attribute("lang", "en")
    ana.page.reload()
    expect(ana.pane("findings").get_by_role("heading", name="Observaciones")).to_be_visible()
    expect(box).to_have_value("Students will know what belonging means.")
    ben.at("beliefs", belief.id)
    expect(ben.pane("findings").get_by_role("heading", name="Findings")).to_be_visible()
    expect(ben.box(f"{belief.id}/explanation")).to_have_value("Students will know what belonging means.")
    assert axe.found(ana.page, None, ("moderate", *axe.SERIOUS)) == []


def test_a_browser_is_answered_in_its_own_language(committee: Committee) -> None:
    """From the door on, before anybody has chosen."""
    context = committee.browser.new_context(locale="pt-BR")
    committee.ends.callback(context.close)
    page = context.new_page()
    _, code = committee.served.invite("Inês", Role.DRAFTER)
    page.goto(f"{committee.served.url}/join")
    expect(page.locator("html")).to_have_attribute("lang", "pt-BR")
    page.goto(f"{committee.served.url}/join#{code}")
    expect(page.get_by_role("navigation", name="Salas")).to_be_visible()


def own(project: Project) -> frozenset[str]:
    """Return all that people wrote, said and are called, and the names of the sets and standards they use."""
    talk = project.discussion.talk
    said = [one.text for thread in talk.threads for one in (thread.first, *thread.replies)]
    names = [*project.discussion.people.values(), *(one.name for one in project.members.all())]
    return written(project) | {part for text in (*said, *names) for part in parts_of(text)}


def test_every_text_on_a_page_is_in_the_catalogue(committee: Committee) -> None:
    """What stands outside the brackets of the pseudo-language is what people wrote."""
    person = speak(committee.person("Eve"), ACCENTED)
    known = own(committee.served.project)
    left: dict[str, str] = {}
    for room in ROOMS:
        said = str(person.walk_to(room).page.evaluate(SAID))
        for line in unmarked(said).splitlines():
            for part in parts_of(line):
                text = CODE.sub("", part.strip("?!@+▲■●✓✔/; "))
                if WORD.search(text) and text not in NAMES and not is_told(text, known, cut="…" in line):
                    left.setdefault(text, room)
    assert left == {}


NAMES = {
    "eve",
    "ana",
    "ben",
    "workbench",
    "case",
    "pdf",
    "csv",
    "excel",
    "word",
    "english",
    "español",
    "português",
    "am",
    "pm",
}
"""Names, which every language has alike."""


@pytest.mark.parametrize("width", [1280, 390])
def test_from_right_to_left_nothing_breaks(committee: Committee, width: int) -> None:
    """The outline begins the page, nothing reaches out of its place, and what comes next lies on the left."""
    person = speak(committee.person("Noor"), MIRRORED)
    person.page.set_viewport_size({"width": width, "height": 900})
    for room in ROOMS:
        person.walk_to(room)
        assert (room, person.page.evaluate(WIDE)) == (room, [])
    person.at("competencies")
    shut = person.pane("outline").locator("[role=treeitem][aria-expanded=false]").first
    shut.focus()
    person.page.keyboard.press("ArrowLeft")
    expect(person.pane("outline").locator("[role=treeitem]:focus")).to_have_attribute("aria-expanded", "true")
    if width > 1000:
        outline, editor = person.pane("outline").bounding_box(), person.pane("editor").bounding_box()
        assert outline is not None
        assert editor is not None
        assert outline["x"] > editor["x"]
