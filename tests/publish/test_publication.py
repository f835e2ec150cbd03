"""What a publication says of itself."""

from dataclasses import replace

import pytest

from tests.publish.small import small_edition, small_framework, small_publication
from workbench.model import Framework, apply, set_field
from workbench.publish import Publication
from workbench.publish.html_page import framework_html
from workbench.publish.publication import plural


def test_status_line_of_a_draft_counts_findings() -> None:
    """A draft says DRAFT and how many findings there are."""
    draft = small_publication()

    assert draft.status_line == "DRAFT, 2 findings"
    assert replace(draft, findings=()).status_line == "DRAFT, no findings"


def test_status_line_of_an_edition_names_it() -> None:
    """An edition says its number and its day."""
    assert small_edition().status_line == "Edition 1, adopted 2026-11-30"


def test_label_of_standard_is_code_and_name() -> None:
    """A standard at hand shows its code and label; one that is not shows its identifier."""
    publication = small_publication()

    assert publication.label_of_standard("set1", "st1") == "F.1: Building functions"
    assert publication.label_of_standard("gone", "LOST.1") == "LOST.1"


def test_terms_are_the_districts() -> None:
    """The district's word replaces ours, its plural too; ours stands where it has none."""
    publication = small_publication()

    assert publication.term("indicator", many=True) == "graduation proficiencies"
    assert publication.term("criterion", many=True) == "scoring criteria"


def test_empty_framework_has_a_title() -> None:
    """A framework without district still has a title and a language."""
    empty = Publication(framework=Framework(), sets={}, findings=(), as_of="2026-11-23", revision=0)

    assert (empty.title, empty.language, empty.district) == ("Framework", "en", "")


def test_plural_counts_in_words() -> None:
    """One is one; thousands are parted."""
    assert [plural(1, "finding"), plural(1200, "finding")] == ["1 finding", "1,200 findings"]


def test_small_framework_has_every_kind_but_translations() -> None:
    """The framework of these tests leaves no kind out, so that no section is tested empty."""
    framework = small_framework()

    assert [kind for kind in ("belief", "part", "item", "support", "unit") if not framework.table(kind)] == []


def test_credit_area_has_the_title_of_the_rules() -> None:
    """The graduation rules name an area; without them its key is put into words."""
    publication = replace(small_publication(), credit_areas={"stem": "Science and mathematics"})

    assert publication.credit_area("stem") == "Science and mathematics"
    assert publication.credit_area("pe_wellness") == "Pe wellness"


@pytest.mark.parametrize(
    ("written", "tag"), [(("Español", "English"), "es"), (("es_MX",), "es-MX"), ((" ",), "en"), (("our own",), "en")]
)
def test_the_language_is_a_tag_however_it_was_written(written: tuple[str, ...], tag: str) -> None:
    """Which is what a screen reader goes by; the page says the language by name."""
    framework = small_framework()
    named = apply(framework, set_field(framework, framework.district.id, "languages", written))
    publication = replace(small_publication(), framework=named)

    page = framework_html(publication).decode()
    assert f'<html lang="{tag}">' in page
    assert ("Spanish, English" in page) is (tag == "es")
