"""The web page in a real browser: accessible, fetching nothing, no wider than a telephone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.measures.covered import SET, standards
from tests.measures.covered import framework as covered
from tests.publish.small import small_publication
from workbench.measures.coverage import coverage
from workbench.publish.coverage_page import coverage_page
from workbench.publish.html_page import framework_html

pytestmark = pytest.mark.browser


@pytest.fixture
def address(tmp_path: Path) -> str:
    """A framework's page on disk."""
    path = tmp_path / "framework.html"
    path.write_bytes(framework_html(small_publication()))
    return path.as_uri()


@pytest.fixture
def coverage_address(tmp_path: Path) -> str:
    """A page of coverage on disk."""
    found = coverage(covered(), {SET: standards()}, rows="standards")
    path = tmp_path / "coverage.html"
    path.write_bytes(coverage_page(covered(), found, revision=1))
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("which", ["address", "coverage_address"])
def test_page_has_no_barrier(
    browser: Browser, request: pytest.FixtureRequest, which: str, width: int, scheme: str
) -> None:
    """Axe finds nothing, light and dark, wide and narrow; contrast is part of it."""
    address: str = request.getfixturevalue(which)
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address)

    found = Axe().run(page).response

    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert any(one["id"] == "color-contrast" for one in found["passes"])


def test_page_reflows_on_a_telephone(browser: Browser, address: str) -> None:
    """At 320 pixels nothing must be scrolled sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_page_fetches_nothing(browser: Browser, address: str) -> None:
    """The only address asked for is the file's own; the typeface comes from inside it."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(address)
    page.wait_for_function("document.fonts.status === 'loaded'")

    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible\"')")
