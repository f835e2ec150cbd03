"""Whether a framework is written in English; in another language the rules that read sentences stay quiet."""

from __future__ import annotations

from workbench.localize import ENGLISH
from workbench.model.framework import Framework


def speaks_english(framework: Framework) -> bool:
    """Tell whether the framework is written in English: in the first of the district's languages, or none is named."""
    return framework.district.language.partition("-")[0] == ENGLISH
