"""A line that breaks, a server that is killed or stopped, a browser that is closed: nothing typed is lost."""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen

import pytest
from playwright.sync_api import Browser, BrowserContext, WebSocketRoute, expect

from tests.browser.committee import Person
from tests.browser.lab import free_port
from tests.serve.command import started
from tests.serve.served import made_project, wait_until
from workbench.model import set_field
from workbench.project import open_project
from workbench.serve.running import LOCAL

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

KEY = "b1/statement"
LARGE = 24 * 2**20
"""Bytes of a file that is on its way long enough."""
AWAY = "Not saved yet: reconnecting, your text is kept here"


class Site:
    """A project and the server that can be killed, stopped and started again where it was."""

    def __init__(self, file: Path, ends: ExitStack) -> None:
        self.file = file
        self.ends = ends
        self.port = free_port()
        self.url = f"http://{LOCAL}:{self.port}"
        self.process: Popen[str] | None = None

    def start(self) -> str:
        """Start the server, and return the code of its facilitator."""
        running = started(self.file, "--host", LOCAL, "--port", str(self.port))
        self.process, link = self.ends.enter_context(running)
        return link.partition("#")[2]

    def end(self, how: signal.Signals) -> None:
        """End the server."""
        assert self.process
        self.process.send_signal(how)
        self.process.wait(30)

    def holds(self) -> str:
        """Return the statement that the file holds, once the server is stopped."""
        with open_project(self.file) as project:
            return str(getattr(project.framework.get("b1"), "statement", ""))


def standards_file(folder: Path, name: str, *, behind: str = "") -> Path:
    """Write a package of one standard, with blanks ``behind`` it."""
    row = {"identifier": name, "fullStatement": f"Watch {name}.", "humanCodingScheme": "R.1"}
    about = {"identifier": f"doc {name}", "title": name, "creator": "A state"}
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"CFDocument": about, "CFItems": [row], "CFAssociations": []}) + behind)
    return path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Make a project that is closed."""
    with made_project(tmp_path) as project:
        file = project.path
    with ExitStack() as ends:
        yield Site(file, ends)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser that lets a page copy."""
    made = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


def seated(context: BrowserContext, site: Site) -> Person:
    """Open a window of somebody who is here, at the belief in which they write."""
    return Person(context, site.url, absences=True).at("beliefs", "b1")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_that_ends_in_mid_writing(site: Site, context: BrowserContext, how: signal.Signals) -> None:
    """The page says so, goes on taking text, and delivers it by itself once the server is there again."""
    Person(context, site.url, absences=True).come(site.start()).page.close()
    ana = seated(context, site)
    box = ana.box(KEY)
    box.fill("Saved before.")
    ana.wait_until_saved()
    ana.page.keyboard.type(" Typed in its last moment,")
    site.end(how)
    ana.page.keyboard.type(" and while it was away.")
    expect(ana.status).to_contain_text(AWAY)
    button = ana.button("Copy what I typed")
    button.focus()
    ana.page.keyboard.press("Enter")
    expect(button).to_be_focused()
    whole = "Saved before. Typed in its last moment, and while it was away."
    assert whole in ana.page.evaluate("navigator.clipboard.readText()")
    site.start()
    ana.wait_until_saved()
    expect(box).to_have_value(whole)
    expect(button).to_have_count(0)
    box.fill("Saved after.")
    ana.wait_until_saved()
    assert ana.unexcused == []
    site.end(signal.SIGTERM)
    assert site.holds() == "Saved after."


def deaf(line: WebSocketRoute) -> None:
    """Let a page speak to the server, and keep the answers to its edits from it."""
    server = line.connect_to_server()
    server.on_message(lambda said: None if re.search(r'"settled":\s*\{"key"', str(said)) else line.send(said))


def test_what_was_saved_and_not_answered_is_not_saved_again(site: Site, context: BrowserContext) -> None:
    """Somebody else went on writing meanwhile: the next window sends what it does not know to be saved."""
    Person(context, site.url, absences=True).come(site.start()).page.close()
    ana = Person(context, site.url, absences=True)
    ana.page.route_web_socket(re.compile("/live"), deaf)
    ana.at("beliefs", "b1").box(KEY).fill("Typed once.")
    expect(ana.status).to_contain_text(AWAY, timeout=20_000)  # no answer came; the line goes through this process
    wait_until(lambda: site.holds() == "Typed once.")
    with open_project(site.file, person="Joe Kim") as project:
        project.edit(set_field(project.framework, "b1", "statement", "Said better."))
    ana.page.close()
    again = seated(context, site)
    again.wait_until_saved()
    expect(again.box(KEY)).to_have_value("Said better.")
    assert again.page.evaluate("Object.values(localStorage).filter((one) => one.includes('Typed once'))") == []
    site.end(signal.SIGTERM)
    assert site.holds() == "Said better."


def test_a_window_that_is_closed_while_the_server_is_away(
    site: Site, context: BrowserContext, browser: Browser
) -> None:
    """A page loaded anew, and a browser started anew after it was killed, still have the text and deliver it."""
    Person(context, site.url, absences=True).come(site.start()).page.close()
    ana = seated(context, site)
    site.end(signal.SIGKILL)
    ana.box(KEY).fill("Typed to nobody.")
    expect(ana.status).to_contain_text(AWAY)
    crashed = context.storage_state()  # as a disk keeps it of a browser that ends without a word
    ana.page.close()
    site.start()
    again = seated(context, site)
    again.wait_until_saved()
    expect(again.box(KEY)).to_have_value("Typed to nobody.")
    again.box(KEY).fill("Something else.")
    again.wait_until_saved()
    again.box(KEY).fill("")
    again.wait_until_saved()
    other = browser.new_context(storage_state=crashed)
    later = seated(other, site)
    expect(later.box(KEY)).to_have_value("Typed to nobody.")
    later.wait_until_saved()
    other.close()


def test_two_windows_of_one_person_keep_to_their_own(site: Site, context: BrowserContext) -> None:
    """What one window has not delivered yet is not taken up by the other, unless it is gone."""
    Person(context, site.url, absences=True).come(site.start()).page.close()
    one = seated(context, site)
    site.end(signal.SIGKILL)
    one.box(KEY).fill("Of the first window.")
    expect(one.status).to_contain_text(AWAY)
    site.start()
    one.wait_until_saved()
    two = seated(context, site)
    two.box("b1/title").fill("Of the second window")
    two.wait_until_saved()
    expect(one.box("b1/title")).to_have_value("Of the second window")
    expect(two.box(KEY)).to_have_value("Of the first window.")
    assert one.page.evaluate("Object.keys(localStorage).filter((one) => one.includes('unsent'))") == []


def test_a_file_that_is_chosen_while_the_line_is_down_arrives_when_it_is_back(
    site: Site, context: BrowserContext, tmp_path: Path
) -> None:
    """Another one that is chosen meanwhile takes its place."""
    Person(context, site.url, absences=True).come(site.start()).page.close()
    ana = seated(context, site).at("standards", "add")
    editor = ana.pane("editor")
    context.set_offline(True)
    expect(ana.status).to_contain_text("Reconnecting")
    for name in ("rain", "rivers"):
        editor.get_by_label("From a file").set_input_files(standards_file(tmp_path, name))
        expect(editor.get_by_role("status").filter(has_text=f"Sending “{name}.json”")).to_be_visible()
    context.set_offline(False)
    expect(editor.get_by_text("“rivers” would come in whole.")).to_be_visible()
    assert ana.unexcused == []


def test_a_file_that_is_half_sent_when_the_server_ends_is_sent_again(
    site: Site, context: BrowserContext, tmp_path: Path
) -> None:
    """From the beginning, since its first half is gone."""
    Person(context, site.url, absences=True).come(site.start()).page.close()
    ana = seated(context, site).at("standards", "add")
    editor = ana.pane("editor")
    editor.get_by_label("From a file").set_input_files(standards_file(tmp_path, "lakes", behind=" " * LARGE))
    expect(editor.get_by_role("status").filter(has_text=re.compile("Sending “lakes.json”: [1-9]"))).to_be_visible()
    site.end(signal.SIGKILL)
    expect(ana.status).to_contain_text("Reconnecting")
    assert editor.get_by_role("status").filter(has_text="Sending “lakes.json”").is_visible()
    site.start()
    expect(editor.get_by_text("“lakes” would come in whole.")).to_be_visible()
    assert ana.unexcused == []


def test_a_line_that_is_down_for_a_while(site: Site, context: BrowserContext) -> None:
    """Without a network the head says so at once; with it the text arrives, and the caret never moved."""
    Person(context, site.url, absences=True).come(site.start()).page.close()
    ana = seated(context, site)
    box = ana.box(KEY)
    box.focus()
    ana.page.keyboard.type("Typed before")
    context.set_offline(True)
    ana.page.keyboard.type(" and without a line")
    expect(ana.status).to_contain_text(AWAY)
    box.press("Home")
    ana.page.keyboard.type("All of it: ")
    context.set_offline(False)
    ana.wait_until_saved()
    expect(box).to_be_focused()
    ana.page.keyboard.type("yes, ")
    expect(box).to_have_value("All of it: yes, Typed before and without a line")
    ana.wait_until_saved()
    expect(ana.status).to_have_text(re.compile("^✓ Saved"))
    assert ana.unexcused == []
