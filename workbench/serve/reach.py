"""The page “Can others reach me?”: the addresses of this machine, and what to do where a network keeps people apart."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

import psutil
import segno

from workbench.serve.pages import page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def own_addresses() -> list[str]:
    """Return the addresses under which other machines in the same networks reach this one, likely ones first."""
    running = psutil.net_if_stats()
    found = {
        one.address
        for name, addresses in psutil.net_if_addrs().items()
        if name in running and running[name].isup
        for one in addresses
        if one.family.name == "AF_INET" and not ipaddress.ip_address(one.address).is_loopback
    }
    return sorted(
        found, key=lambda one: (not one.startswith("192.168."), not ipaddress.ip_address(one).is_private, one)
    )


def show_code(link: str) -> None:
    """Print a link as a code for a camera."""
    segno.make(link, error="m").terminal(compact=True)


async def show_reach(request: Request) -> Response:
    """Show under which addresses others reach this server, and whether they came that way."""
    addresses = request.app.state.settings.addresses
    links = [
        {"link": f"{one}/join", "picture": segno.make(f"{one}/join", error="m").svg_data_uri(scale=4)}
        for one in addresses
    ]
    from_here = ipaddress.ip_address(request.client.host).is_loopback if request.client else True
    local = not addresses or all("127.0.0.1" in one or "localhost" in one for one in addresses)
    return page(request.scope, "reach", links=links, from_here=from_here, local=local)
