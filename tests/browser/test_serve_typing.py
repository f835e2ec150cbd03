"""What one types into a box that is no field of a thing stays as it was typed, whatever happens around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.committee import Committee, committee_of
from tests.serve.served import Served


@pytest.fixture
def committee(example: Served, browser: Browser) -> Iterator[Committee]:
    """Seat people before the example project."""
    with committee_of(example, browser) as made:
        yield made


def test_typed_rows_are_what_was_chosen_last(committee: Committee) -> None:
    """First the rows, then what each of them is."""
    ana = committee.person("Ana").at("bring")
    ana.page.get_by_label("Paste the rows here").fill("Everyone is known well.")
    ana.page.get_by_label("What each row is").select_option("belief")
    ana.button("Look at these rows").click()
    expect(ana.pane("editor")).to_contain_text("This adds 1 belief")
