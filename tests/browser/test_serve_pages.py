"""The pages of a served project as browsers, and people with other eyes, hands and screens, meet them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe
from tests.browser.lab import PATIENCE
from tests.serve.served import Served, made_project, serving
from workbench.model import Role

PAGES = ("join", "join refused", "rooms", "people", "sheet", "reach", "refused", "missing")
WIDE = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a project to which some are invited, one with a long name, one of them here."""
    with made_project(tmp_path_factory.mktemp("served")) as project, serving(project) as running:
        for name, role in (("Ben Okafor", Role.DRAFTER), ("Wolfeschlegel-Steinhausen-Bergerdorff", Role.READER)):
            running.invite(name, role)
        running.peer("Joe Kim", Role.COMMENTER).line().shown()
        yield running


@pytest.fixture
def page(served: Served, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a page that fails the test when a script fails, says something is wrong, or asks another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=_scheme(request))
    found = context.new_page()
    found.set_default_timeout(PATIENCE / 2)
    faults: list[str] = []
    ours = (served.url, served.url.replace("http", "ws", 1), "data:", "blob:")
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    found.on("request", lambda asked: None if asked.url.startswith(ours) else faults.append(asked.url))
    yield found
    context.close()
    # A page that is refused on purpose is an error to the console as well.
    assert [one for one in faults if "responded with a status of 40" not in one] == []


def _scheme(request: pytest.FixtureRequest) -> Literal["light", "dark"]:
    dark = hasattr(request.node, "callspec") and request.node.callspec.params.get("scheme") == "dark"
    return "dark" if dark else "light"


def lead(page: Page, served: Served) -> None:
    """Come in as the facilitator, by a link as it is printed."""
    page.goto(f"{served.url}/join#{served.project.members.own_code()}")
    expect(page.locator(".wb-shell .wb-header")).to_be_visible()


def show(page: Page, served: Served, name: str) -> None:
    """Go to one of the pages."""
    match name:
        case "join":
            page.goto(f"{served.url}/join")
        case "join refused":
            page.goto("about:blank")  # another code behind the # alone would load nothing
            page.goto(f"{served.url}/join#2222-2222-2222")
            expect(page.get_by_role("alert")).to_contain_text("Not joined.")
        case "sheet":
            page.goto(f"{served.url}/people")
            for form in page.locator("tr").filter(has_text="Ben Okafor").all():
                form.get_by_role("button", name="New link").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Links for the people invited")
        case "refused":
            page.context.clear_cookies()
            page.goto(f"{served.url}/people")
        case _:
            page.goto(f"{served.url}/{ {'rooms': '', 'missing': 'nothing'}.get(name, name) }")
    if name == "rooms":
        expect(page.locator(".wb-shell .wb-block:visible").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody(served: Served, page: Page, scheme: str) -> None:
    """Nothing serious for axe; one heading, a language, a title of its own, zoom allowed."""
    lead(page, served)
    found, titles = [], set()
    for name in PAGES:
        show(page, served, name)
        _keep(page, name, scheme)
        found += [(name, *one) for one in axe.found(page, None)]
        assert (name, page.get_by_role("heading", level=1).count()) == (name, 1)
        assert page.locator("html").get_attribute("lang") == "en"
        assert "scale" not in (page.locator("meta[name=viewport]").get_attribute("content") or "").split("initial-")[0]
        titles.add(page.title())
    assert found == []
    assert all(titles)
    assert len(titles) >= len(PAGES) - 2  # both pages to join have one title, and so have both refusals


def _keep(page: Page, name: str, scheme: str) -> None:
    """Keep pictures to look at where the variable SCREENS names a folder."""
    if folder := os.environ.get("SCREENS"):
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=Path(folder) / f"{name} {width} {scheme}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (1280, 2)])
def test_no_page_is_wider_than_its_place(served: Served, page: Page, width: int, zoom: int) -> None:
    """On the narrowest telephone, and at twice the size: nobody scrolls sideways."""
    lead(page, served)
    page.set_viewport_size({"width": width // zoom, "height": 640})
    wide = {}
    for name in PAGES:
        show(page, served, name)
        wide[name] = page.evaluate(WIDE)
    assert {name: over for name, over in wide.items() if over > 0} == {}


def test_a_link_lets_in_without_leaving_its_code_in_the_address(served: Served, page: Page) -> None:
    """The code is neither in the address nor in the history of the browser."""
    _, code = served.invite(f"Link {page.viewport_size}")
    page.goto(f"{served.url}/join#{code}")
    expect(page.locator(".wb-shell .wb-header")).to_be_visible()
    assert code not in page.url
    page.go_back()
    assert code not in page.url


def test_the_pages_are_walked_by_keys(served: Served, page: Page) -> None:
    """The first key leads past the head; every control shows where one is."""
    lead(page, served)
    show(page, served, "people")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") != "none"
