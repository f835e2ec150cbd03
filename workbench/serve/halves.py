"""Half a character: JSON can spell half of a pair of code units, and nothing that is sent or stored can hold it.

A page that cuts an emoji in two says such a half, and so may whoever writes messages by hand.
"""

from __future__ import annotations

import json
import re
from typing import Any

SPELLED = re.compile(r"\\u[dD][89a-fA-F]")
"""How JSON spells a half; pages spell whole characters as they are."""


def read(text: str) -> Any:
    r"""Return the JSON value of ``text``, with U+FFFD for each half a character.

    >>> read('["half \\ud83d", "whole \\ud83d\\ude00"]')
    ['half �', 'whole 😀']
    """
    found = json.loads(text)
    return json.loads(whole(json.dumps(found, ensure_ascii=False))) if SPELLED.search(text) else found


def whole(text: str) -> str:
    """Return ``text`` with U+FFFD for each half a character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
