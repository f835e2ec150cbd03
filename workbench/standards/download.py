"""One file from the web, with bounds on time, size and detours; every failure is one sentence.

The machine is looked up once for each server and checked, and that very machine is connected to, so that a
name that changes its meaning in between leads nowhere. Nothing is logged, for an address may hold a secret.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from workbench.errors import CannotFetch
from workbench.standards.addresses import (
    IP,
    PORTS,
    is_loopback,
    is_public,
    origin,
    parse,
    resolve,
    shown,
)
from workbench.standards.source import LARGEST

if TYPE_CHECKING:
    import ssl

    import httpx

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many bytes came, of how many; 0 where nobody knows."""

MOVED = {301, 302, 303, 307, 308}
BUSY = {429, 502, 503, 504}
"""Answers after which trying again may help."""
UNPROVEN = "cannot prove that it is the server it says (its certificate is not valid)"
PACKED = {"", "identity", "gzip", "deflate"}
"""Ways to pack an answer whose unpacked size is bounded by a thousand times what came; others are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long, how much and how often. Times in seconds, ``size`` in bytes."""

    connect: float = 10
    read: float = 30
    total: float = 300
    size: int = LARGEST
    tries: int = 4
    pause: float = 1
    longest_pause: float = 60
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent: the status, the content, and the address that gave it in the end."""

    status: int
    content: bytes
    url: httpx.URL
    link: str = ""

    @property
    def found(self) -> bool:
        """Return whether the server had something there."""
        return self.status in range(200, 300)


@dataclass
class Session:
    """Fetches from the server that a person named, and from where that server sends on to.

    ``start`` is the address as the person wrote it. Its user name, password and query go to its own server
    alone. Only what the person named may lie in a private network.
    """

    start: httpx.URL
    allow_http: bool = False
    progress: Progress | None = None
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self._machines: dict[str, tuple[IP, ...]] = {}
        self._end = time.monotonic() + self.limits.total

    def get(self, url: httpx.URL) -> Answer:
        """Return the answer of an address, redirects followed; raise CannotFetch."""
        for _ in range(self.limits.redirects + 1):
            answer, onward = self._patiently(url)
            if not onward:
                return answer
            url = self.onward(url, onward)
        raise CannotFetch(f"“{shown(self.start)}” sends on and on to other addresses. Ask for the final one.")

    def same(self, url: httpx.URL) -> bool:
        """Return whether an address is on the server that the person named."""
        return origin(url) == origin(self.start)

    def onward(self, url: httpx.URL, target: str) -> httpx.URL:
        """Return where an answer of ``url`` sends on to; raise CannotFetch, also where encryption would be given up."""
        import httpx

        try:
            found = parse(str(url.join(target)))
        except (CannotFetch, httpx.InvalidURL, ValueError):
            raise CannotFetch(f"“{shown(url)}” sends on to something that is no address on the web.") from None
        if url.scheme == "https" and found.scheme != "https":
            raise CannotFetch(f"“{shown(url)}” sends on to an address without encryption (http), which is refused.")
        return found

    def _patiently(self, url: httpx.URL) -> tuple[Answer, str]:
        """Return an answer and where it sends on to, if anywhere; try again where the server is busy or breaks off."""
        import httpx

        for attempt in range(1, self.limits.tries + 1):
            pause = self.limits.pause * 2 ** (attempt - 1)
            try:
                with self._response(url) as response:
                    if response.status_code not in BUSY:
                        return self._answer(url, response), self._target(response)
                    pause = _asked_pause(response.headers.get("retry-after", "")) or pause
                    fault = f"answers that it is busy ({response.status_code})"
            except CannotFetch:
                raise
            # The last one is what Python says of an encrypted connection that was closed while it was read.
            except (httpx.TransportError, httpx.DecodingError, httpx.InvalidURL, OSError, ValueError) as error:
                fault = _fault(error)
                if fault == UNPROVEN:
                    break
            if pause > self.limits.longest_pause:
                fault = f"asks to come back in {pause / 60:.0f} minutes"
            elif time.monotonic() + pause > self._end:
                fault = f"did not send everything within {self.limits.total:g} seconds"
            elif attempt < self.limits.tries:
                time.sleep(pause)
                continue
            break
        raise CannotFetch(f"“{shown(url)}” {fault}. Try again later, or download the file and add it from there.")

    @contextmanager
    def _response(self, url: httpx.URL) -> Iterator[httpx.Response]:
        """Connect to the machine that was checked, and hand on its answer before the content is read."""
        import httpx

        machines = self._checked(url)
        left = max(self._end - time.monotonic(), 0.001)
        times = httpx.Timeout(min(self.limits.read, left), connect=min(self.limits.connect, left))
        extensions = {"timeout": times.as_dict(), "sni_hostname": url.raw_host.decode("ascii")}
        for place, machine in enumerate(machines, start=1):
            transport = httpx.HTTPTransport(verify=self._tls)
            # A server that sends a byte now and then keeps within the time for each read for ever.
            watch = threading.Timer(left, transport.close)
            watch.daemon = True
            watch.start()
            target = url.copy_with(host=str(machine), userinfo=b"", fragment=None)
            request = httpx.Request("GET", target, headers=self._headers(url), extensions=extensions)
            try:
                response = transport.handle_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                transport.close()
                if place == len(machines):
                    raise
                continue
            else:
                yield response
                return
            finally:
                watch.cancel()
                transport.close()

    def _checked(self, url: httpx.URL) -> tuple[IP, ...]:
        """Return the machines of an address; raise CannotFetch where it must not be asked."""
        machines = self._machines.get(url.host) or resolve(url)
        self._machines[url.host] = machines
        encrypted = url.host == self.start.host and origin(url).port == PORTS["https"]
        if not self.same(url) and not encrypted and not all(map(is_public, machines)):
            raise CannotFetch(
                f"“{shown(self.start)}” sends on to “{shown(url)}”, which lies in a private network; that is refused."
            )
        if url.scheme == "http" and not self.allow_http and not all(map(is_loopback, machines)):
            raise CannotFetch(
                f"“{shown(url)}” is an address without encryption. Use the one that begins with https://, "
                "or allow http where you trust the network."
            )
        return machines

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        import httpx

        return httpx.create_ssl_context()

    def _headers(self, url: httpx.URL) -> dict[str, str]:
        headers = {
            "Host": url.netloc.decode("ascii"),
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": "mastery-workbench",
        }
        if self.same(url) and self.start.userinfo:
            import httpx

            basic = httpx.BasicAuth(self.start.username, self.start.password)
            request = next(basic.auth_flow(httpx.Request("GET", self.start)))
            headers["Authorization"] = request.headers["Authorization"]
        return headers

    def _target(self, response: httpx.Response) -> str:
        return response.headers.get("location", "") if response.status_code in MOVED else ""

    def _answer(self, url: httpx.URL, response: httpx.Response) -> Answer:
        answer = Answer(status=response.status_code, content=b"", url=url, link=response.headers.get("link", ""))
        return replace(answer, content=self._content(url, response)) if answer.found else answer

    def _content(self, url: httpx.URL, response: httpx.Response) -> bytes:
        if response.headers.get("content-encoding", "").strip().lower() not in PACKED:
            raise CannotFetch(f"“{shown(url)}” sends its content packed in a way that cannot be read safely.")
        announced = response.headers.get("content-length", "")
        total = int(announced) if announced.isdecimal() and len(announced) < 16 else 0  # noqa: PLR2004  # digits
        content = bytearray()
        self._measure(url, total)
        for chunk in response.iter_bytes():
            content += chunk
            self._measure(url, len(content))
            if time.monotonic() > self._end:
                raise TimeoutError
            if self.progress:
                self.progress(response.num_bytes_downloaded, total)
        return bytes(content)

    def _measure(self, url: httpx.URL, size: int) -> None:
        if size > self.limits.size:
            limit = f"{self.limits.size / 1024 / 1024:,.0f} MB"
            raise CannotFetch(f"“{shown(url)}” holds more than {limit}. Ask for the standards in smaller packages.")


def _fault(error: Exception) -> str:
    """Return what went wrong on the way, without the address that the error may name."""
    import httpx

    if isinstance(error, httpx.ConnectTimeout | httpx.ReadTimeout | TimeoutError):
        return "did not answer in time"
    if "CERTIFICATE" in str(error):
        return UNPROVEN
    if isinstance(error, httpx.ConnectError):
        return "cannot be reached"
    return "sent damaged content" if isinstance(error, httpx.DecodingError) else "broke off in the middle"


def _asked_pause(header: str) -> float:
    """Return the seconds that a server asks to wait ("Retry-After", RFC 9110), 0 where it does not say."""
    if header.strip().isdecimal():
        return float(header[:9])
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return 0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((aware - datetime.now(UTC)).total_seconds(), 0)
