"""A committee before a served project: a browser of its own for each person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.lab import FAILURES, PATIENCE, Room
from tests.serve.served import Served
from workbench.model import Role
from workbench.ui.rooms import ROOMS

ABSENT = ("status of 401", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_", "WebSocket connection to")
"""What a browser says by itself of a server that is away."""


class Person(Room):
    """Somebody with the rooms before them, in one window of theirs."""

    def __init__(self, context: BrowserContext, url: str, *, absences: bool = False) -> None:
        page = context.new_page()
        page.set_default_timeout(PATIENCE / 2)
        page.add_init_script(FAILURES)
        super().__init__(page)
        self.context = context
        self.invitation = ""
        self.url = url
        self.faults: list[str] = []
        ours = (url, url.replace("http", "ws", 1), "data:", "blob:")
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("request", lambda asked: None if asked.url.startswith(ours) else self.faults.append(asked.url))
        self._excused = ABSENT if absences else ()

    @property
    def unexcused(self) -> list[str]:
        """What went wrong in the window, but for what a server that is away explains."""
        return [one for one in self.faults if not any(excuse in one for excuse in self._excused)]

    def come(self, code: str) -> Person:
        """Use the link of an invitation."""
        self.page.goto(f"{self.url}/join#{code}")
        expect(self.pane("header").get_by_role("navigation", name="Rooms")).to_be_visible()
        return self

    def at(self, room: str, thing: str = "") -> Person:
        """Open a room by its address."""
        self.page.goto(f"{self.url}/rooms/{room}{f'?at={thing}' if thing else ''}")
        expect(self.pane("header").locator("[aria-current=page]")).to_be_visible()
        expect(self.page.get_by_role("heading", level=1).first).to_be_visible()
        return self

    def walk_to(self, room: str) -> Person:
        """Go to a room from the one that is open."""
        link = self.pane("header").locator(".wb-room-link").nth(list(ROOMS).index(room))
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
        return self

    def box(self, key: str) -> Locator:
        """Return the control of a field, by the id of its thing and its name."""
        return self.page.locator(f'[data-key="{key}"]')

    @property
    def status(self) -> Locator:
        """What the head says of saving."""
        return self.pane("header").locator(".wb-status")


@dataclass
class Committee:
    """A served project and the people who have it open."""

    served: Served
    browser: Browser
    ends: ExitStack
    people: list[Person] = field(default_factory=list)

    def person(self, name: str, role: Role = Role.DRAFTER, *, absences: bool = False, **context: Any) -> Person:
        """Invite somebody, and return them with the rooms open."""
        invited, code = self.served.invite(name, role)
        self.ends.callback(self.served.project.members.revoke, invited.id)
        opened = self.browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        self.ends.callback(opened.close)
        person = self._seated(opened, absences=absences).come(code)
        person.invitation = invited.id
        return person

    def second_tab(self, person: Person) -> Person:
        """Return another window of somebody who is here."""
        return self._seated(person.context)

    def _seated(self, context: BrowserContext, *, absences: bool = False) -> Person:
        person = Person(context, self.served.url, absences=absences)
        self.people.append(person)
        return person


@contextmanager
def committee_of(served: Served, browser: Browser) -> Iterator[Committee]:
    """Open windows until the end; then nothing may have gone wrong in any of them."""
    with ExitStack() as ends:
        made = Committee(served, browser, ends)
        yield made
        wrong = [one.unexcused for one in made.people if one.unexcused]
        assert not wrong, wrong
