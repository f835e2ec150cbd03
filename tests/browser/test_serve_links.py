"""Links that are followed from elsewhere, and links of several people in one browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.committee import Committee, committee_of
from tests.browser.lab import PATIENCE
from tests.serve.served import Served, made_project, serving

MAIL = "http://localhost:8799/mail"
"""A page of another site: to a browser, localhost is none of 127.0.0.1's."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Serve a small project."""
    with made_project(tmp_path) as project, serving(project) as running:
        yield running


@pytest.fixture
def committee(served: Served, browser: Browser) -> Iterator[Committee]:
    """Seat people before it."""
    with committee_of(served, browser) as made:
        yield made


def mail(context: BrowserContext, link: str) -> Page:
    """Open a mail with a link in it, and follow that."""
    context.route(MAIL, lambda route: route.fulfill(content_type="text/html", body=f'<a href="{link}">Look here</a>'))
    page = context.new_page()
    page.set_default_timeout(PATIENCE / 2)
    page.goto(MAIL)
    page.get_by_role("link").click()
    return page


def test_a_link_in_a_mail_leads_who_is_signed_in_to_the_thing(committee: Committee) -> None:
    """Though the browser sends no cookie with a link from another site."""
    ben = committee.person("Ben")
    page = mail(ben.context, f"{committee.served.url}/rooms/beliefs?at=b2")
    expect(page.locator('[data-key="b2/title"]')).to_have_value("Belief 2")
    expect(page).to_have_url(re.compile(r"/rooms/beliefs\?at=b2$"))
    page.go_back()
    expect(page).to_have_url(MAIL)


def test_a_link_in_a_mail_tells_a_stranger_once_what_to_do(committee: Committee) -> None:
    """The page stays and is not asked for again and again."""
    context = committee.browser.new_context()
    committee.ends.callback(context.close)
    asked: list[str] = []
    context.on("request", lambda one: asked.append(one.method) if "/rooms/" in one.url else None)
    page = mail(context, f"{committee.served.url}/rooms/beliefs?at=b2")
    expect(page.get_by_text("Open the link of your invitation.")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == ["GET", "HEAD"]


def test_a_page_saves_nothing_in_the_name_of_who_uses_the_browser_next(committee: Committee) -> None:
    """Once its line broke it says so, keeps what was typed, and tries no more."""
    ana = committee.person("Ana", absences=True).at("beliefs", "b1")
    _, code = committee.served.invite("Rea")
    tab = ana.context.new_page()
    tab.goto(f"{committee.served.url}/join#{code}")
    expect(tab.locator(".wb-header")).to_be_visible()
    lines: list[str] = []
    ana.page.on("websocket", lambda line: lines.append(line.url))
    ana.context.set_offline(True)
    expect(ana.status).to_contain_text("Reconnecting")
    ana.box("b1/statement").fill("Typed by Ana.")
    ana.context.set_offline(False)
    expect(ana.page.get_by_role("alert")).to_have_text(re.compile("^Somebody else uses this browser now"))
    tried = len(lines)
    ana.page.evaluate("dispatchEvent(new Event('online'))")
    expect(ana.status).to_have_text("Not saved: your text is kept here, copy it")
    expect(ana.box("b1/statement")).to_have_value("Typed by Ana.")
    assert len(lines) == tried
    assert committee.served.project.history("b1", "statement") == []
