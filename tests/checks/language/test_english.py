"""Whether a framework is written in English."""

import pytest

from workbench.checks.language.english import speaks_english
from workbench.testing import framework_of


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ("[]", True),
        ("[' ']", True),
        ("[en]", True),
        ("[EN-us, es]", True),
        ("[en_GB]", True),
        ("[English]", True),
        ("[English (US)]", True),
        ("[es, en]", False),
        ("[enm]", False),
        ("[Português]", False),
    ],
)
def test_the_first_language_counts(languages: str, *, expected: bool) -> None:
    """A tag in any form, a name, or nothing; those after the first are of translations."""
    framework = framework_of(f"districts: [{{id: d, languages: {languages}}}]")

    assert speaks_english(framework) is expected


def test_a_framework_without_a_district_is_taken_for_english() -> None:
    """The publication takes it for English too."""
    assert speaks_english(framework_of("indicators: [{id: i}]"))
