"""The names of languages, as people write them and as machines do (BCP 47 tags); both are those of Unicode's CLDR."""

from __future__ import annotations

import re
from functools import cache

from workbench.localize import ENGLISH, LANGUAGES, locale

LONG = 3
"""Letters of a code of ISO 639-2, where most languages have one of two letters, which is the tag."""
_SHORT = re.compile(r"[a-z]{2}")
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)


@cache
def tag_of(written: str) -> str:
    """Return the tag of a language that was written as a tag or by name; empty where it is neither.

    Names are known in the languages of our pages.

    >>> tag_of("en_US"), tag_of("Español"), tag_of("Spanish (Mexico)"), tag_of("our own")
    ('en-US', 'es', 'es', '')
    """
    plain = written.strip().replace("_", "-")
    code, dash, rest = plain.partition("-")
    if _SHORT.fullmatch(code) and _TAG.fullmatch(plain):
        return plain  # No name is written like this, so the lists of names need not be read.
    if named := _names().get(re.split(r" ?[(,/]", plain)[0].casefold()):
        return named
    return f"{_aliases().get(code.lower(), code.lower())}{dash}{rest}" if _TAG.fullmatch(plain) else ""


def name_of(written: str) -> str:
    """Return what people call a language here and now; what is none that is known, as it was written.

    >>> name_of("ja"), name_of("Español"), name_of("es-PR"), name_of("our own")
    ('Japanese', 'Spanish', 'Spanish (Puerto Rico)', 'our own')
    """
    from babel import Locale

    here, tag = Locale.parse(locale()), tag_of(written).replace("-", "_")
    code, _, rest = tag.partition("_")
    name, place = here.languages.get(tag), here.territories.get(rest.upper())
    if name is None and code in here.languages:
        name = f"{here.languages[code]} ({place})" if place else here.languages[code]
    return name or written


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    known = [Locale.parse(one, sep="-").languages.items() for one in (*LANGUAGES, ENGLISH)]
    return {name.casefold(): tag.replace("_", "-") for some in known for tag, name in some}


@cache
def _aliases() -> dict[str, str]:
    from babel.core import get_global

    return {old: new.replace("_", "-") for old, new in get_global("language_aliases").items() if len(old) == LONG}
