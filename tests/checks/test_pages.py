"""Every rule has a page, the same wherever it is shown."""

import pytest

from workbench.checks import RULES, explain
from workbench.checks.page import SECTIONS, Page, page_of
from workbench.errors import UnknownName


@pytest.fixture(params=RULES)
def page(request: pytest.FixtureRequest) -> Page:
    """The page of each rule in turn."""
    return page_of(RULES[request.param])


def test_a_page_has_every_section_in_order_and_none_is_empty(page: Page) -> None:
    """A reader who knows one page finds their way on all."""
    assert tuple(page.sections) == SECTIONS
    assert all(page.sections.values())


def test_a_page_begins_with_one_sentence(page: Page) -> None:
    """The first line says what is wrong, in one sentence."""
    assert page.summary.endswith(".")
    assert "\n" not in page.summary
    assert "!" not in page.text.replace("!=", "")


def test_explain_shows_the_page_under_its_code_and_name() -> None:
    """A person who reads a finding types its code and reads the page."""
    text = explain("str006")

    assert text.startswith("# STR006 belief-without-practice\n\nA belief has no practices.\n\nSeverity: warning.")
    assert text.index("## What it checks") < text.index("## Source")
    assert explain("belief-without-practice") == text


def test_explain_answers_an_unknown_code_with_near_ones() -> None:
    """The way out is in the message."""
    with pytest.raises(UnknownName, match="RUB003"):
        explain("RUB03")
