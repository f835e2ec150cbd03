"""Whether a framework is written in English; in another language the rules that read sentences stay quiet."""

from __future__ import annotations

import re

from workbench.model.framework import Framework

_ENGLISH = re.compile(r"(?:en|eng|english)(?![a-z])", re.IGNORECASE)


def speaks_english(framework: Framework) -> bool:
    """Tell whether the framework is written in English: in the first of the district's languages, or none is named.

    A language is a BCP 47 tag ("en-US") or a name as people type it ("English"); those after the first are
    languages of translations.
    """
    first = next((one.strip() for one in framework.district.languages if one.strip()), "en")
    return bool(_ENGLISH.match(first))
