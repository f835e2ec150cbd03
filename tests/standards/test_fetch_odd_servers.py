"""Servers that misbehave in rarer ways, and addresses that lead where nobody meant to go."""

import json
import socket
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import trustme

from tests.standards.case_server import PACKAGE, Reply, running, sends
from tests.standards.test_fetch import DOCUMENT, PLACE, documents, refusal
from workbench.errors import CannotFetch
from workbench.standards.download import Limits
from workbench.standards.fetch import fetch_case, list_documents

QUICK = Limits(connect=2, read=0.3, total=1.5, size=100_000, tries=3, pause=0.01, longest_pause=1)


def silent(_: BaseHTTPRequestHandler) -> None:
    """Say nothing for longer than anybody waits."""
    Event().wait(2)


def slow_to_begin(handler: BaseHTTPRequestHandler) -> None:
    """Send a header that has no end, each byte within the time for a read."""
    never = Event()
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not never.wait(0.05):
            handler.wfile.write(b"x")
    except OSError:
        return


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Send more and more without saying how much."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 10_000)
    except OSError:
        return


def announces_much(handler: BaseHTTPRequestHandler) -> None:
    """Say that more will come than is allowed."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100001")
    handler.end_headers()


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (silent, "did not answer in time"),
        (slow_to_begin, "did not send everything within 1.5 seconds"),
        (endless, "holds more than 0 MB"),
        (announces_much, "holds more than 0 MB"),
        (sends(b"not packed at all", Content_Encoding="gzip"), "sent damaged content"),
        (sends(b"x", Content_Encoding="gzip, gzip"), "packed in a way that cannot be read safely"),
        (sends(b"x", Content_Encoding="br"), "packed in a way that cannot be read safely"),
        (sends(b"x", 302), "answers with the error 302"),
        (sends(b"", 302, Location="/CFPackages/p"), "sends on and on to other addresses"),
        (sends(b"", 302, Location="file:///etc/passwd"), "sends on to something that is no address on the web"),
        (sends(b"", 302, Location="http://["), "sends on to something that is no address on the web"),
        (lambda handler: handler.wfile.write(b"what?\r\n\r\n"), "broke off in the middle"),
    ],
)
def test_an_odd_server_ends_in_one_sentence(reply: Reply, says: str) -> None:
    """Within the time and the size that were given, whatever it does."""
    assert says in refusal({"/CFPackages/p": reply}, "/CFPackages/p", limits=QUICK)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:1/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[fe80::1]/x",
        "http://[64:ff9b::a00:1]/x",
        "http://2130706433/x",
        "http://0x7f.1/x",
        "http://0/x",
        "http://100.64.0.1/x",
        "http://224.0.0.1/x",
    ],
)
def test_no_link_inside_a_document_leads_into_a_private_network(target: str) -> None:
    """However the address is written, even where http is allowed; the next page of a list neither."""
    document = {"/d": sends({**DOCUMENT, "CFPackageURI": {"uri": target}})}
    pages = {f"{PLACE}/CFDocuments": sends(documents("a"), Link=f'<{target}>; rel="next"')}

    for replies, path in ((document, "/d"), (pages, PLACE)):
        said = refusal(replies, path, limits=QUICK, allow_http=True)
        assert "which lies in a private network; that is refused" in said


@pytest.mark.parametrize("named", ["http://[", "https://", "/nowhere", 7, None, {"uri": []}])
def test_a_document_that_names_no_package_is_told(named: Any) -> None:
    """Whatever stands in the place of the address."""
    said = refusal({"/d": sends({**DOCUMENT, "CFPackageURI": named})}, "/d", limits=QUICK)

    assert "http://127.0.0.1:" in said


@pytest.mark.parametrize("address", ["https://exa mple.org", "https://a:99999/", "https://a:0/"])
def test_an_address_with_an_odd_server_name_or_port_is_none(address: str) -> None:
    """Before anything is looked up."""
    with pytest.raises(CannotFetch, match="no address on the web"):
        fetch_case(address, limits=QUICK)


def test_pages_without_links_are_counted_on() -> None:
    """250 documents come in three pages of a hundred; a page that comes again ends the list."""
    names = [f"d{number:03}" for number in range(250)]

    def page(handler: BaseHTTPRequestHandler) -> None:
        query = dict(pair.split("=") for pair in handler.path.partition("?")[2].split("&"))
        start = int(query["offset"])
        sends(documents(*names[start : start + 100]))(handler)

    with running({f"{PLACE}/CFDocuments": page}) as server:
        listed = list_documents(server.url, limits=QUICK)
        server.replies[f"{PLACE}/CFDocuments"] = sends(documents(*names[:100]))
        again = list_documents(server.url, limits=QUICK)

    assert [one.identifier for one in listed] == names
    assert len(again) == 100


def test_a_machine_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that meant this computer at first cannot mean another one a moment later."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def counting(host: str, *args: Any, **kwargs: Any) -> Any:
        looked_up.append(host)
        return real(host, *args, **kwargs)

    replies = {f"{PLACE}/CFDocuments": sends(documents("p")), f"{PLACE}/CFPackages/p": sends(PACKAGE)}
    with running(replies) as server:
        monkeypatch.setattr(socket, "getaddrinfo", counting)
        fetch_case(server.url.replace("127.0.0.1", "localhost"), limits=QUICK)

        assert len(server.asked) == 2
    assert [host for host in looked_up if host == "localhost"] == ["localhost"]


def test_nothing_that_is_fetched_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Logs are kept and read by others, and an address may hold a secret."""
    caplog.set_level(0)
    with running({"/CFPackages/p": sends(PACKAGE)}) as server:
        fetch_case(f"{server.url.replace('//', '//ana:geheim@')}/CFPackages/p?token=abc123", limits=QUICK)

    assert not any(secret in caplog.text for secret in ("geheim", "abc123"))


def test_a_server_behind_a_gate_is_asked_with_encryption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its document gives the address of the package as http; the package is fetched by https."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with running({"/uri/p": sends(PACKAGE)}, certificate=authority.issue_cert("localhost")) as server:
        named = server.url.replace("https://", "http://") + "/uri/p"
        server.replies["/uri/d"] = sends({**DOCUMENT, "CFPackageURI": {"uri": named}})
        found = fetch_case(f"{server.url}/uri/d", limits=QUICK)

    assert (json.loads(found.content), found.address) == (PACKAGE, f"{server.url}/uri/p")
