"""Packages from an address: what leads to one, what is refused, what goes wrong, each in one sentence."""

from __future__ import annotations

import gzip
import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.standards.case_server import PACKAGE, Reply, bomb, breaks_off, drips, running, sends
from workbench.errors import CannotFetch
from workbench.standards.addresses import is_public, parse, resolve
from workbench.standards.download import Limits
from workbench.standards.fetch import fetch_case, list_documents

QUICK = Limits(connect=2, read=2, total=4, size=2_000_000, tries=3, pause=0.01, redirects=3)
PLACE = "/ims/case/v1p1"
DOCUMENT = {"identifier": "doc-1", "title": "Weather", "uri": "x"}


def fetched(replies: dict[str, Reply], path: str, **rest: Any) -> Any:
    """Return what comes from a path of a server with these answers."""
    with running(replies) as server:
        found = fetch_case(f"{server.url}{path}", limits=rest.pop("limits", QUICK), **rest)
        return json.loads(found.content)


def refusal(replies: dict[str, Reply], path: str = "/p", **rest: Any) -> str:
    """Return the sentence with which a path is refused."""
    with running(replies) as server, pytest.raises(CannotFetch) as caught:
        fetch_case(f"{server.url}{path}", limits=rest.pop("limits", QUICK), **rest)
    said = str(caught.value)
    assert "\n" not in said
    return said


def documents(*identifiers: str) -> dict[str, Any]:
    """Return the answer of a list of documents."""
    return {"CFDocuments": [{"identifier": one, "title": f"Title {one}"} for one in identifiers]}


@pytest.mark.parametrize("path", ["/CFPackages/doc-1", f"{PLACE}/CFPackages/doc-1", "/any/package.json"])
def test_a_package_comes_from_its_address(path: str) -> None:
    """With and without the usual path."""
    assert fetched({path: sends(PACKAGE)}, path) == PACKAGE


def test_a_document_leads_to_its_package() -> None:
    """By the address beside it, or by the one that it names."""
    beside = {f"{PLACE}/CFDocuments/doc-1": sends(DOCUMENT), f"{PLACE}/CFPackages/doc-1": sends(PACKAGE)}
    named = {
        "/d/CFDocuments/doc-1": sends({**DOCUMENT, "CFPackageURI": {"uri": "/elsewhere/CFPackages/1"}}),
        "/elsewhere/CFPackages/1": sends(PACKAGE),
    }

    assert fetched(beside, f"{PLACE}/CFDocuments/doc-1") == PACKAGE
    assert fetched(named, "/d/CFDocuments/doc-1") == PACKAGE


@pytest.mark.parametrize("version", ["v1p1", "v1p0"])
def test_a_server_that_offers_one_document_gives_its_package(version: str) -> None:
    """In the newest version of the standard that it knows."""
    place = f"/ims/case/{version}"
    replies = {f"{place}/CFDocuments": sends(documents("doc-1")), f"{place}/CFPackages/doc-1": sends(PACKAGE)}

    assert fetched(replies, "") == PACKAGE


def test_of_several_documents_one_is_to_be_chosen() -> None:
    """All are named with their addresses."""
    said = refusal({f"{PLACE}/CFDocuments": sends(documents("a", "b"))}, "")

    assert "offers 2 documents" in said
    assert "“Title a”" in said
    assert said.count("/CFPackages/") == 2


def test_every_page_of_a_list_is_read() -> None:
    """Along the link that the server gives."""
    with running({}) as server:
        onward = f'<{server.url}/second>; rel="next"'
        server.replies[f"{PLACE}/CFDocuments"] = sends(documents("a", "b"), Link=onward)
        server.replies["/second"] = sends(documents("b", "c"))
        found = list_documents(server.url, limits=QUICK)

    assert [one.identifier for one in found] == ["a", "b", "c"]


def test_progress_is_told_as_the_content_comes() -> None:
    """How much, of how much."""
    told: list[tuple[int, int]] = []
    large = {**PACKAGE, "notes": "x" * 300_000}
    fetched({"/p": sends(large)}, "/p", progress=lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == len(json.dumps(large))


def test_a_busy_server_is_asked_again_and_a_packed_answer_unpacked() -> None:
    """After 429 and 503 it answers."""
    packed = sends(gzip.compress(json.dumps(PACKAGE).encode()), Content_Encoding="gzip")
    answers = [sends(b"", 429, Retry_After="0"), sends(b"", 503), packed]

    def reply(handler: BaseHTTPRequestHandler) -> None:
        answers.pop(0)(handler)

    assert fetched({"/p": reply}, "/p") == PACKAGE


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (sends(b"<!doctype html><p>Hello", Content_Type="text/html"), "gives a web page and no CASE package"),
        (sends(b"nothing", 404), "has nothing there"),
        (sends(b"", 401), "asks for a user name and a password"),
        (sends(b"", 503), "busy (503)"),
        (sends(b"", 429, Retry_After="7200"), "asks to come back in 120 minutes"),
        (sends(b"", 200), "answers with nothing"),
        (breaks_off, "broke off in the middle"),
        (drips, "did not"),
        (bomb(50), "holds more than 2 MB"),
        (sends(b" " * 3_000_000), "holds more than 2 MB"),
        (sends(b"x", Content_Encoding="br"), "packed in a way that cannot be read safely"),
        (sends(b"no gzip", Content_Encoding="gzip"), "sent damaged content"),
        (sends(b"", 302, Location="/p"), "sends on and on"),
        (sends(b"", 302, Location="ftp://x"), "no address on the web"),
    ],
)
def test_what_goes_wrong_is_one_sentence(reply: Reply, says: str) -> None:
    """What, where, and what to do; within the time that was given."""
    assert says in refusal({"/CFPackages/p": reply, "/p": reply}, "/CFPackages/p")


def test_a_redirect_is_followed_but_not_into_a_private_network() -> None:
    """Another server on this computer was not named by anybody."""
    moved = {"/old": sends(b"", 301, Location="/CFPackages/new"), "/CFPackages/new": sends(PACKAGE)}
    assert fetched(moved, "/old") == PACKAGE
    with running({"/CFPackages/p": sends(PACKAGE)}) as other:
        said = refusal({"/CFPackages/p": sends(b"", 302, Location=f"{other.url}/CFPackages/p")}, "/CFPackages/p")
        assert other.asked == []

    assert "lies in a private network" in said


@pytest.mark.parametrize(
    "address", ["http://169.254.169.254/x", "http://10.0.0.1/x", "http://[::ffff:10.0.0.1]/x", "http://0x0a000001/x"]
)
def test_no_redirect_leads_to_what_is_not_public(address: str) -> None:
    """In whatever form the address is written."""
    said = refusal({"/CFPackages/p": sends(b"", 302, Location=address)}, "/CFPackages/p", allow_http=True)

    assert "private network" in said or "no server" in said


@pytest.mark.parametrize(
    ("written", "public"),
    [("127.0.0.1", False), ("2130706433", False), ("[::1]", False), ("[fe80::1]", False), ("[64:ff9b::a00:1]", False),
     ("8.8.8.8", True), ("[2001:4860:4860::8888]", True)],
)  # fmt: skip
def test_machines_are_judged_by_where_they_really_are(written: str, public: bool) -> None:  # noqa: FBT001  # a case's answer
    """Decimal, mapped and translated forms included."""
    assert all(map(is_public, resolve(parse(f"https://{written}/")))) == public


def test_http_is_only_for_this_computer_unless_allowed() -> None:
    """Before anything is asked."""
    with pytest.raises(CannotFetch, match="without encryption"):
        fetch_case("http://192.0.2.1/x", limits=QUICK)


def test_an_encrypted_connection_is_made_to_the_server_that_its_certificate_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the machine is asked by its number; a certificate that nobody vouches for is refused."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    replies = {"/CFPackages/p": sends(PACKAGE)}
    with running(replies, certificate=authority.issue_cert("localhost")) as server:
        with pytest.raises(CannotFetch, match="its certificate is not valid"):
            fetch_case(f"{server.url}/CFPackages/p", limits=QUICK)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        assert json.loads(fetch_case(f"{server.url}/CFPackages/p", limits=QUICK).content) == PACKAGE
    with running(replies, certificate=authority.issue_cert("elsewhere.example")) as other:
        with pytest.raises(CannotFetch, match="its certificate is not valid"):
            fetch_case(f"{other.url}/CFPackages/p", limits=QUICK)
        assert other.asked == []


def test_encryption_is_not_given_up_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect from https to http is refused."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    replies = {"/CFPackages/p": sends(b"", 302, Location="http://localhost/CFPackages/p")}
    certificate = authority.issue_cert("localhost")
    with (
        running(replies, certificate=certificate) as server,
        pytest.raises(CannotFetch, match="without encryption"),
    ):
        fetch_case(f"{server.url}/CFPackages/p", limits=QUICK, allow_http=True)


def test_secrets_are_neither_told_nor_kept() -> None:
    """A name, a password and a token reach their server and nothing else."""
    with running({"/CFPackages/p": sends(b"", 404), "/CFPackages/q": sends(PACKAGE)}) as server:
        host = server.url.removeprefix("http://")
        with pytest.raises(CannotFetch) as caught:
            fetch_case(f"http://ana:geheim@{host}/CFPackages/p?token=abc123", limits=QUICK)
        found = fetch_case(f"http://ana:geheim@{host}/CFPackages/q?token=abc123", limits=QUICK)
        asked = server.asked[-1]

    assert "geheim" not in str(caught.value)
    assert "abc123" not in str(caught.value)
    assert found.address == f"{server.url}/CFPackages/q"
    assert "token=abc123" in asked[0]
    assert asked[1]["Authorization"].startswith("Basic ")


@pytest.mark.parametrize("address", ["ftp://x/y", "https://", "standards", "https://x:port/"])
def test_what_is_no_address_is_told(address: str) -> None:
    """With the way to a right one."""
    with pytest.raises(CannotFetch, match="no address on the web"):
        fetch_case(address, limits=QUICK)
