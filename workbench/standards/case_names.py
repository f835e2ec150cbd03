"""Identifiers, addresses and times as CASE 1.1 demands them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from workbench.standards.case_fields import derived_id, plain_id

LEGAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""CASE 1.1's pattern of an identifier. It may stand anywhere in the text: the official schema does not anchor it."""

_SIGN = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
_HOST = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*"
URI = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.\-]*:(?://(?:{_SIGN}*@)?(?:{_HOST}|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?(?:/{_SIGN}*)*"
    rf"|/?(?:{_SIGN}+(?:/{_SIGN}*)*)?)(?:\?(?:{_SIGN}|[/?])*)?(?:\#(?:{_SIGN}|[/?])*)?"
)
"""An address with a scheme (RFC 3986)."""
_ZONE = r"[Zz]|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9]"
MOMENT = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[Tt ][0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?({_ZONE})?")
"""A time (RFC 3339); the zone may be missing, its colon too, and a space may stand for the T."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Names:
    """The identifiers of a package's document and items, each legal and no two the same."""

    def __init__(self, own: Iterable[str]) -> None:
        self.by_id: dict[str, str] = {}
        taken: set[str] = set()
        for one in own:
            found = legal_id(one)
            self.by_id[one] = found if found not in taken else derived_id(one, "again")
            taken.add(self.by_id[one])

    def legal(self, identifier: str) -> str:
        """Return what the package calls ``identifier``, its own or another's."""
        return self.by_id.get(identifier) or legal_id(identifier)


def legal_id(identifier: str) -> str:
    """Return an identifier as it is where CASE takes it, else the same UUID in CASE's spelling, else a derived one.

    >>> legal_id("9FD1B0A2-0C2B-4A0E-8D55-0B7D4BB51D1E"), legal_id("S.1") == legal_id("S.1")
    ('9fd1b0a2-0c2b-4a0e-8d55-0b7d4bb51d1e', True)
    """
    if LEGAL.search(identifier):
        return identifier
    plain = plain_id(identifier)
    return plain if LEGAL.fullmatch(plain) else derived_id(identifier)


def legal_uri(value: str) -> str:
    """Return an address with its odd signs written as percent signs and digits; empty where it is none.

    >>> legal_uri("https://example.org/a b"), legal_uri("/uri/7")
    ('https://example.org/a%20b', '')
    """
    written = value if URI.fullmatch(value) else quote(value.strip(), safe="%/:?#@!$&'()*+,;=~[]", errors="replace")
    return written if URI.fullmatch(written) else ""


def urn(identifier: str) -> str:
    """Return an address that names ``identifier`` and leads nowhere."""
    if LEGAL.fullmatch(identifier):
        return f"urn:uuid:{identifier}"
    return f"urn:x-standard:{quote(identifier, safe='', errors='replace')}"


def legal_moment(value: str) -> str:
    """Return a time as RFC 3339 writes it, taken as UTC where it names no zone; empty where it is none.

    >>> legal_moment("2017-10-24"), legal_moment("2017-10-24 17:19:51"), legal_moment("last year")
    ('2017-10-24T00:00:00Z', '2017-10-24T17:19:51Z', '')
    """
    text = value.strip()
    if DAY.fullmatch(text):
        text += "T00:00:00Z"
    found = MOMENT.fullmatch(text)
    if not found or not _is_date(text[:19].upper()):
        return ""
    zone = found[1] or "Z"
    if len(zone) == len("+0000"):
        zone = f"{zone[:3]}:{zone[3:]}"
    clock = text[: found.start(1)] if found[1] else text
    return f"{clock[:10]}T{clock[11:]}{zone}" if clock[10] == " " else f"{clock}{zone}"


def legal_day(value: str) -> str:
    """Return the date that a text begins with, or an empty text."""
    day = value.strip()[:10]
    return day if DAY.fullmatch(day) and _is_date(day) else ""


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
