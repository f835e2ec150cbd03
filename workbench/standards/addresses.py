"""Addresses on the web: which machine one leads to, whether that machine is public, and what of one may be shown."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from workbench.errors import CannotFetch
from workbench.standards.report import visible

if TYPE_CHECKING:
    import httpx

IP: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"http": 80, "https": 443}
LAST_PORT = 65535
NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses whose last four bytes are an IPv4 address (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One server: two addresses of one origin may know each other's secrets."""

    scheme: str
    host: str
    port: int


def is_address(text: str) -> bool:
    """Return whether a text is an address on the web and no name of a file.

    >>> is_address("HTTPS://example.org/x"), is_address("standards.json")
    (True, False)
    """
    return text.strip().lower().startswith(("http://", "https://"))


def parse(text: str) -> httpx.URL:
    """Return the parts of an address that a person wrote; raise CannotFetch where it is none."""
    import httpx

    try:
        url = httpx.URL(text.strip())
        unusable = not url.host or "%" in url.host or url.port == 0 or (url.port or 1) > LAST_PORT
    except (httpx.InvalidURL, ValueError):
        raise CannotFetch("This is no address on the web. Copy it from the browser; it begins with https://.") from None
    if unusable or url.scheme not in PORTS:
        raise CannotFetch(
            f"“{shown(url)}” is no address on the web. Copy it from the browser; it begins with https://."
        )
    return url


def origin(url: httpx.URL) -> Origin:
    """Return the server of an address."""
    return Origin(url.scheme, url.host.rstrip("."), url.port or PORTS[url.scheme])


def clean(url: httpx.URL) -> str:
    """Return an address without what may be a secret: user name, password, everything behind the path."""
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def shown(url: httpx.URL) -> str:
    """Return an address as a sentence may name it."""
    return visible(clean(url))


def resolve(url: httpx.URL) -> tuple[IP, ...]:
    """Return the machines that an address leads to, in the order in which to try them; raise CannotFetch.

    Decimal and other odd spellings of IP addresses are resolved by the same call as names.
    """
    try:
        found = socket.getaddrinfo(url.host, url.port or PORTS[url.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotFetch(
            f"There is no server “{visible(url.host)}”. Check the address, and whether this computer is online."
        ) from None
    return tuple(dict.fromkeys(ipaddress.ip_address(str(one[4][0])) for one in found))


def is_public(address: IP) -> bool:
    """Return whether an IP address is on the open internet, whatever form it is written in.

    >>> is_public(ipaddress.ip_address("::ffff:169.254.169.254")), is_public(ipaddress.ip_address("8.8.8.8"))
    (False, True)
    """
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_loopback(address: IP) -> bool:
    """Return whether an IP address is this computer itself."""
    inner = _inner(address)
    return address.is_loopback if inner is None else is_loopback(inner)


def _inner(address: IP) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in NAT64:
        return ipaddress.IPv4Address(address.packed[-4:])
    if address.teredo:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour
