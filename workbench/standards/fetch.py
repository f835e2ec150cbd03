"""CASE packages from the web: from the address of a package, of a document, or of a whole CASE server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.errors import CannotFetch
from workbench.standards.addresses import clean, parse, shown
from workbench.standards.download import Answer, Limits, Progress, Session
from workbench.standards.report import visible

if TYPE_CHECKING:
    import httpx

SERVICES = ("/ims/case/v1p1/CFDocuments", "/ims/case/v1p0/CFDocuments")
"""Where a CASE server lists its documents, newest version of the standard first."""
PAGE = 100
"""Documents asked for at a time."""
MOST = 5000
"""Documents of one server that are listed."""
NAMED = 20
"""Documents that a sentence names."""
PACKAGE = re.compile(r"/CFPackages/[^/]+/?$")
DOCUMENT = re.compile(r"/CFDocuments/([^/]+)/?$")
LIST = re.compile(r"/CFDocuments/?$")
SERVICE = re.compile(r"/ims/case/v1p[0-9]/?$")
NEXT = re.compile(r"<([^>]*)>\s*;[^,]*rel=\"?next\"?", re.IGNORECASE)
"""The address of the next page (RFC 8288)."""
FAILURES = {
    401: "asks for a user name and a password",
    403: "does not hand this out to everybody",
    404: "has nothing there",
    410: "has nothing there any more",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A package as it came, and the address that it came from, without secrets."""

    content: bytes
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document that a CASE server offers, with the address of its package."""

    title: str
    identifier: str
    address: str


def fetch_case(
    address: str, *, allow_http: bool = False, progress: Progress | None = None, limits: Limits | None = None
) -> Fetched:
    """Return the CASE package that ``address`` leads to.

    Args:
        address: Of a package, of a document, or of a server that offers one document.
        allow_http: Ask also without encryption; else only this computer itself is asked so.
        progress: Is told how many bytes came, of how many (0 where nobody knows).
        limits: Time, size and number of tries.

    Raises CannotFetch: the server cannot be reached or must not be asked, gives something else, or offers
    several documents, which are then listed.
    """
    session = _session(address, allow_http=allow_http, progress=progress, limits=limits)
    url = session.start
    if PACKAGE.search(url.path):
        return _package(session.get(url))
    if found := DOCUMENT.search(url.path):
        return _of_document(session, url, found[1])
    listed = _documents(session)
    if isinstance(listed, Fetched):
        return listed
    if len(listed) == 1:
        return _package(_first_found(session, [listed[0].address]))
    offered = "; ".join(f"“{visible(one.title)}” ({visible(one.address)})" for one in listed[:NAMED])
    more = f"; and {len(listed) - NAMED} more" if len(listed) > NAMED else ""
    raise CannotFetch(
        f"“{shown(url)}” offers {len(listed)} documents; add one of them by its address: {offered}{more}."
        if listed
        else f"“{shown(url)}” offers no documents."
    )


def list_documents(
    address: str, *, allow_http: bool = False, progress: Progress | None = None, limits: Limits | None = None
) -> tuple[Listed, ...]:
    """Return the documents that the CASE server at ``address`` offers, in its order; raise CannotFetch."""
    listed = _documents(_session(address, allow_http=allow_http, progress=progress, limits=limits))
    if isinstance(listed, Fetched):
        raise CannotFetch(f"“{visible(listed.address)}” is one package and no server; add it by this address.")
    return listed


def _session(address: str, *, allow_http: bool, progress: Progress | None, limits: Limits | None) -> Session:
    return Session(parse(address), allow_http=allow_http, progress=progress, limits=limits or Limits())


def _documents(session: Session) -> tuple[Listed, ...] | Fetched:
    """Return what a server offers, or the package where the address turns out to lead to one."""
    url = session.start
    if LIST.search(url.path):
        return _listed(session, url)
    if SERVICE.search(url.path):
        return _listed(session, url.copy_with(path=f"{url.path.rstrip('/')}/CFDocuments"))
    first = session.get(url) if url.path.strip("/") else None
    if first and (value := _object(first)) is not None:
        if "CFDocument" in value or "CFPackage" in value:
            return _package(first)
        if isinstance(identifier := value.get("identifier"), str):
            return _of_document(session, url, identifier, value)
    for place in SERVICES:
        service = url.copy_with(path=f"{url.path.rstrip('/')}{place}")
        if (answer := session.get(_page(service, 0))).content:
            return _listed(session, service, answer)
    raise CannotFetch(
        f"“{shown(url)}” is no CASE server. Use the address that ends in /CFPackages/ and the document's identifier."
    )


def _of_document(session: Session, url: httpx.URL, identifier: str, known: Mapping[str, Any] | None = None) -> Fetched:
    """Return the package of a document: the one beside it on its server, else the one that it names."""
    told = known
    if told is None:
        answer = session.get(url)
        told = _object(answer) or {}
        if not answer.content:
            raise _failed(answer)
        if "CFDocument" in told:
            return _package(answer)
    beside = re.sub(r"/CFDocuments/[^/]+/?$", f"/CFPackages/{identifier}", url.path)
    link = told.get("CFPackageURI")
    named = link.get("uri") if isinstance(link, dict) else link
    places = [str(url.copy_with(path=beside))] if beside != url.path else []
    if isinstance(named, str) and named.startswith(("http://", "https://", "/")):
        # Servers behind a gate that adds the encryption often give their own address without it.
        plain = f"http://{url.netloc.decode('ascii')}/"
        places.append(f"https{named[4:]}" if url.scheme == "https" and named.startswith(plain) else named)
    if not places:
        raise CannotFetch(f"“{shown(url)}” is no CASE package and names none.")
    return _package(_first_found(session, places))


def _first_found(session: Session, places: list[str]) -> Answer:
    """Return the first answer that has content, or the last one; the person's query goes along to its own server."""
    for place in places:
        url = session.onward(session.start, place)
        answer = session.get(url.copy_with(query=session.start.query or url.query) if session.same(url) else url)
        if answer.content:
            break
    return answer


def _package(answer: Answer) -> Fetched:
    if not answer.content:
        raise _failed(answer)
    if answer.content.lstrip()[:1] != b"{" and not answer.content.startswith(
        (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
    ):
        raise _no_json(answer)
    return Fetched(content=answer.content, address=clean(answer.url))


def _listed(session: Session, url: httpx.URL, first: Answer | None = None) -> tuple[Listed, ...]:
    """Return every page of a list of documents, each document once."""
    found: dict[str, Listed] = {}
    for answer in _pages(session, url, first):
        before = len(found)
        value = _object(answer)
        entries = value.get("CFDocuments") if value else None
        if not isinstance(entries, list):
            raise _no_json(answer) if answer.content else _failed(answer)
        for entry in entries:
            if isinstance(entry, dict) and isinstance(entry.get("identifier"), str):
                one = _entry(url, entry)
                found.setdefault(one.identifier, one)
        if len(found) == before or len(found) >= MOST:
            break
    return tuple(found.values())[:MOST]


def _pages(session: Session, url: httpx.URL, first: Answer | None) -> Iterator[Answer]:
    """Yield page after page: along the links that the server gives, else by counting on while pages are full."""
    answer = first or session.get(_page(url, 0))
    count = 0
    while True:
        yield answer
        entries = (_object(answer) or {}).get("CFDocuments", [])
        count += len(entries)
        if onward := NEXT.search(answer.link):
            url_next = session.onward(answer.url, onward[1])
        elif len(entries) == PAGE:
            url_next = _page(url, count)
        else:
            return
        answer = session.get(url_next)


def _page(url: httpx.URL, offset: int) -> httpx.URL:
    return url.copy_merge_params({"limit": str(PAGE), "offset": str(offset)})


def _entry(url: httpx.URL, entry: Mapping[str, Any]) -> Listed:
    """Return an entry of a list, with the address of its package on the same server."""
    from urllib.parse import quote

    identifier = str(entry["identifier"])
    path = re.sub(r"/CFDocuments/?$", f"/CFPackages/{quote(identifier, safe='')}", url.path)
    title = entry.get("title")
    return Listed(
        title=title if isinstance(title, str) and title else identifier,
        identifier=identifier,
        address=clean(url.copy_with(path=path)),
    )


def _object(answer: Answer) -> Mapping[str, Any] | None:
    """Return the JSON object of an answer, or None where it is something else."""
    try:
        value = json.loads(answer.content) if answer.content else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _failed(answer: Answer) -> CannotFetch:
    why = "answers with nothing" if answer.found else f"answers with the error {answer.status}"
    why = FAILURES.get(answer.status, why)
    return CannotFetch(f"“{shown(answer.url)}” cannot be read: the server {why}. Check the address with its owner.")


def _no_json(answer: Answer) -> CannotFetch:
    page = b"<html" in answer.content[:2000].lower() or b"<!doctype" in answer.content[:2000].lower()
    what = "a web page" if page else "something else"
    return CannotFetch(
        f"“{shown(answer.url)}” gives {what} and no CASE package. "
        "Use the address that ends in /CFPackages/ and the document's identifier."
    )
