"""Packages from the web: what a good server gives comes in, what a bad one does ends in one sentence."""

import gzip
import json
import ssl
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.standards.case_files import DOCUMENT, item, link, package
from tests.standards.web import Asked, Told, serving
from workbench.errors import BadFile, CannotFetch
from workbench.standards import read_fetched, write_case
from workbench.standards.download import Limits
from workbench.standards.fetch import Fetched, fetch_case, list_documents

PACKAGE = json.dumps(package([item("a"), item("b")], [link("isChildOf", "a", "doc")]))
QUICK = Limits(connect=2, read=0.3, total=1.5, size=100_000, tries=3, pause=0.01, longest_pause=1)
V1P1 = "/ims/case/v1p1"


def site(pages: dict[str, Any]) -> Told:
    """Return a server with these pages, the query left aside; what is no text is JSON."""

    def told(asked: Asked) -> None:
        found = pages.get(asked.path.partition("?")[0])
        if found is None:
            asked.answer("<!doctype html><html>Not found</html>", 404)
        else:
            asked.answer(found if isinstance(found, str | bytes) else json.dumps(found))

    return told


def documents(*names: str) -> dict[str, Any]:
    """Return the answer of a list endpoint."""
    return {"CFDocuments": [{"identifier": name, "title": f"Title {name}"} for name in names]}


def sentence(address: str, limits: Limits = QUICK, *, allow_http: bool = False) -> str:
    """Return what a person reads where an address gives nothing."""
    with pytest.raises(CannotFetch) as caught:
        fetch_case(address, limits=limits, allow_http=allow_http)
    told = str(caught.value)
    assert "\n" not in told
    return told


def test_a_package_is_fetched_and_its_address_is_the_source() -> None:
    """The standards are those of the package, and the set says where it came from."""
    seen: list[tuple[int, int]] = []
    with serving(site({f"{V1P1}/CFPackages/doc": PACKAGE})) as server:
        address = server.at(f"{V1P1}/CFPackages/doc")
        fetched = fetch_case(address, progress=lambda done, total: seen.append((done, total)), limits=QUICK)

    read, report = read_fetched(fetched)

    assert [one.id for one in read.standards] == ["a", "b"]
    assert (read.source, report.source) == (address, address)
    assert seen[-1] == (len(PACKAGE), len(PACKAGE))


@pytest.mark.parametrize("official", [None, "https://example.org/official"])
def test_where_it_was_fetched_from_does_not_go_out_with_it(official: str | None) -> None:
    """The owner's own address of the source stays what the package says, or stays unsaid."""
    given = {**DOCUMENT, "caseVersion": "1.1", **({"officialSourceURL": official} if official else {})}
    content = json.dumps({"CFDocument": given, "CFItems": [], "CFAssociations": []}).encode()

    read, _ = read_fetched(Fetched(content=content, address="https://example.org/x"))

    assert json.loads(write_case(read, at="2026-11-25")) == json.loads(content)


@pytest.mark.parametrize(
    "start",
    [
        f"{V1P1}/CFDocuments/doc",
        f"{V1P1}/CFDocuments",
        f"{V1P1}/",
        V1P1,
        "/",
        "",
        "/uri/doc",
        "/uri/package",
    ],
)
def test_a_document_a_list_and_a_server_lead_to_the_package(start: str) -> None:
    """Whatever address a person copies, the package behind it is found."""
    pages = {
        f"{V1P1}/CFPackages/doc": PACKAGE,
        f"{V1P1}/CFDocuments/doc": {**DOCUMENT, "CFPackageURI": {"uri": "https://elsewhere.example/CFPackages/doc"}},
        f"{V1P1}/CFDocuments": documents("doc"),
        "/uri/doc": {**DOCUMENT, "CFPackageURI": {"uri": f"{V1P1}/CFPackages/doc"}},
        "/uri/package": PACKAGE,
    }
    with serving(site(pages)) as server:
        fetched = fetch_case(server.at(start), limits=QUICK)

        assert json.loads(fetched.content) == json.loads(PACKAGE)
        assert fetched.address == server.at(start if start == "/uri/package" else f"{V1P1}/CFPackages/doc")


def test_an_older_server_is_asked_in_its_own_way() -> None:
    """Where there is no CASE 1.1 service, that of CASE 1.0 is used, under any path."""
    pages = {"/tenant/ims/case/v1p0/CFDocuments": documents("doc"), "/tenant/ims/case/v1p0/CFPackages/doc": PACKAGE}
    with serving(site(pages)) as server:
        fetched = fetch_case(server.at("/tenant"), limits=QUICK)

        assert fetched.address == server.at("/tenant/ims/case/v1p0/CFPackages/doc")


def test_several_documents_are_named_to_choose_from() -> None:
    """One sentence with titles and addresses; the same as a list for a room."""
    with serving(site({f"{V1P1}/CFDocuments": documents("a", "b")})) as server:
        told = sentence(server.at(""))
        listed = list_documents(server.at(""), limits=QUICK)

        places = [server.at(f"{V1P1}/CFPackages/{name}") for name in "ab"]
        assert told == (
            f"“{server.at('')}” offers 2 documents; add one of them by its address: "
            f"“Title a” ({places[0]}); “Title b” ({places[1]})."
        )
        assert [(one.title, one.address) for one in listed] == [("Title a", places[0]), ("Title b", places[1])]


@pytest.mark.parametrize("linked", [True, False])
def test_every_page_of_a_long_list_is_read(linked: bool) -> None:  # noqa: FBT001  # a parameter of the table
    """250 documents come in three pages, along the server's links or by counting on."""
    names = [f"d{number:03}" for number in range(250)]

    def told(asked: Asked) -> None:
        query = dict(pair.split("=") for pair in asked.path.partition("?")[2].split("&"))
        start = int(query["offset"])
        page = names[start : start + 100]
        onward = f'<{V1P1}/CFDocuments?offset={start + 100}&limit=100>; rel="next"'
        more = {"Link": onward} if linked and start + 100 < len(names) else {}
        asked.answer(json.dumps(documents(*page)), 200, **more)

    with serving(told) as server:
        listed = list_documents(server.at(f"{V1P1}/CFDocuments"), limits=QUICK)

        assert [one.identifier for one in listed] == names
        assert len(server.asked) == 3


def test_a_server_that_ignores_the_page_is_read_once() -> None:
    """A list of exactly one page that comes again and again ends."""
    names = [f"d{number}" for number in range(100)]
    with serving(site({f"{V1P1}/CFDocuments": documents(*names)})) as server:
        assert len(list_documents(server.at(V1P1), limits=QUICK)) == 100


def test_secrets_are_used_and_told_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """User name, password and token reach their own server, and no source, message or log."""
    caplog.set_level(0)
    with serving(site({f"{V1P1}/CFPackages/doc": PACKAGE})) as server:
        fetched = fetch_case(server.at(f"{V1P1}/CFPackages/doc?token=t0ken", user="ann:s3cret@"), limits=QUICK)
        told = sentence(server.at(f"{V1P1}/CFPackages/gone?token=t0ken", user="ann:s3cret@"))

        assert server.asked[0].endswith("?token=t0ken")
        assert server.headers[0]["Authorization"] == "Basic YW5uOnMzY3JldA=="
        assert fetched.address == server.at(f"{V1P1}/CFPackages/doc")
    for text in (told, fetched.address, repr(fetched), caplog.text):
        assert not any(secret in text for secret in ("t0ken", "s3cret", "ann:"))


def test_a_busy_server_is_asked_again() -> None:
    """After "too many requests" with a time to wait, and after 503, the third answer counts."""

    def told(asked: Asked) -> None:
        turn = len(asked.server.asked)
        if turn == 1:
            asked.answer("", 429, Retry_After="1")
        elif turn == 2:
            asked.answer("", 503)
        else:
            asked.answer(PACKAGE)

    with serving(told) as server:
        began = time.monotonic()
        fetch_case(server.at("/CFPackages/doc"), limits=Limits(tries=3, pause=0.01))

        assert len(server.asked) == 3
        assert time.monotonic() - began >= 1


def test_a_transfer_that_breaks_off_is_tried_again() -> None:
    """Half of the content and then nothing is a fault of the moment."""

    def told(asked: Asked) -> None:
        if len(asked.server.asked) == 1:
            asked.send_response(200)
            asked.send_header("Content-Length", str(len(PACKAGE)))
            asked.end_headers()
            asked.wfile.write(PACKAGE[:50].encode())
            asked.close_connection = True
        else:
            asked.answer(PACKAGE)

    with serving(told) as server:
        assert fetch_case(server.at("/CFPackages/doc"), limits=QUICK).content == PACKAGE.encode()


def slow_to_answer(asked: Asked) -> None:
    """Say nothing until the test is over."""
    asked.server.stopped.wait(5)


def slow_to_finish(asked: Asked) -> None:
    """Send one byte at a time, each within the time for a read."""
    asked.send_response(200)
    asked.send_header("Content-Length", "1000")
    asked.end_headers()
    while not asked.server.stopped.wait(0.05):
        asked.wfile.write(b" ")


def slow_to_begin(asked: Asked) -> None:
    """Send a header that has no end."""
    asked.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not asked.server.stopped.wait(0.05):
        asked.wfile.write(b"x")


def broken_off(asked: Asked) -> None:
    """Stop in the middle, every time."""
    asked.send_response(200)
    asked.send_header("Content-Length", "1000")
    asked.end_headers()
    asked.close_connection = True


def huge(asked: Asked) -> None:
    """Announce more than is allowed."""
    asked.send_response(200)
    asked.send_header("Content-Length", "100001")
    asked.end_headers()
    asked.close_connection = True


def endless(asked: Asked) -> None:
    """Send more and more without saying how much."""
    asked.send_response(200)
    asked.end_headers()
    asked.close_connection = True
    while not asked.server.stopped.is_set():
        asked.wfile.write(b" " * 10_000)


def bomb(asked: Asked) -> None:
    """Send little that unpacks to much."""
    asked.answer(gzip.compress(b" " * 10_000_000), Content_Encoding="gzip")


FAULTS = [
    (slow_to_answer, "did not answer in time"),
    (slow_to_finish, "did not send everything within 1.5 seconds"),
    (slow_to_begin, "did not send everything within 1.5 seconds"),
    (broken_off, "broke off in the middle"),
    (huge, "holds more than 0 MB. Ask for the standards in smaller packages"),
    (endless, "holds more than 0 MB"),
    (bomb, "holds more than 0 MB"),
    (lambda asked: asked.answer(b"not packed at all", Content_Encoding="gzip"), "sent damaged content"),
    (lambda asked: asked.answer(b"x", Content_Encoding="gzip, gzip"), "packed in a way that cannot be read safely"),
    (lambda asked: asked.answer(b"x", Content_Encoding="br"), "packed in a way that cannot be read safely"),
    (lambda asked: asked.answer("no", 404), "cannot be read: the server has nothing there"),
    (lambda asked: asked.answer("no", 401), "the server asks for a user name and a password"),
    (lambda asked: asked.answer("no", 500), "the server answers with the error 500"),
    (lambda asked: asked.answer("", 200), "the server answers with nothing"),
    (lambda asked: asked.answer("no", 503), "answers that it is busy (503). Try again later"),
    (lambda asked: asked.answer("no", 429, Retry_After="1200"), "asks to come back in 20 minutes"),
    (lambda asked: asked.answer("<!DOCTYPE html><html>Sign in</html>"), "gives a web page and no CASE package"),
    (lambda asked: asked.answer("", 302, Location="/round"), "sends on and on to other addresses"),
    (lambda asked: asked.answer("", 302), "the server answers with the error 302"),
    (lambda asked: asked.answer("", 302, Location="file:///etc/passwd"), "sends on to something that is no address"),
    (lambda asked: asked.answer("", 302, Location="http://["), "sends on to something that is no address"),
    (lambda asked: asked.answer("", 302, Location="http://[::ffff:10.0.0.1]/"), "sends on to"),
    (lambda asked: asked.wfile.write(b"what?\r\n\r\n"), "broke off in the middle"),
]


@pytest.mark.parametrize(("told", "expected"), FAULTS, ids=[expected[:32] for _, expected in FAULTS])
def test_a_bad_server_ends_in_one_sentence(told: Told, expected: str) -> None:
    """Within the time given, whatever it does."""
    began = time.monotonic()
    with serving(told) as server:
        assert expected in sentence(server.at("/CFPackages/doc"))
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[fe80::1]/x",
        "http://[64:ff9b::a00:1]/x",
        "http://2130706433/x",
        "http://0x7f.1/x",
        "http://0/x",
        "http://localhost:1/x",
        "http://100.64.0.1/x",
        "http://224.0.0.1/x",
    ],
)
def test_no_server_leads_into_a_private_network(target: str) -> None:
    """However the address is written, even where http is allowed; neither do the links inside documents."""

    def told(asked: Asked) -> None:
        if "CFPackages" in asked.path:
            asked.answer("", 302, Location=target)
        else:
            asked.answer(json.dumps({**DOCUMENT, "CFPackageURI": {"uri": target}}))

    with serving(told) as server:
        redirected = sentence(server.at("/CFPackages/doc"), allow_http=True)
        linked = sentence(server.at("/uri/doc"), allow_http=True)

    assert "which lies in a private network; that is refused" in redirected
    assert "which lies in a private network; that is refused" in linked


def test_without_encryption_only_this_computer_is_asked() -> None:
    """Another machine is refused before anything is sent to it."""
    assert "is an address without encryption" in sentence("http://203.0.113.7/ims/case/v1p1")


@pytest.mark.parametrize(
    "address", ["https://", "ftp://example.org/x", "https://exa mple.org", "https://a:99999/", "x"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    """Before anything is looked up."""
    assert "no address on the web" in sentence(address)


def test_a_server_that_does_not_exist_is_told() -> None:
    """Names that end in .invalid never exist (RFC 6761)."""
    assert "There is no server “nowhere.invalid”" in sentence("https://nowhere.invalid/ims/case/v1p1")


def test_a_machine_is_looked_up_once() -> None:
    """A name that meant this computer at first cannot mean another one a moment later."""
    import socket

    looked_up: list[str] = []
    real = socket.getaddrinfo

    def counting(host: str, *args: Any, **kwargs: Any) -> Any:
        looked_up.append(host)
        return real(host, *args, **kwargs)

    with serving(site({f"{V1P1}/CFDocuments": documents("doc"), f"{V1P1}/CFPackages/doc": PACKAGE})) as server:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(socket, "getaddrinfo", counting)
            fetch_case(server.at("", host="localhost"), limits=QUICK)

        assert len(server.asked) == 2
        assert server.headers[0]["Host"] == f"localhost:{server.server_port}"
    assert [host for host in looked_up if host == "localhost"] == ["localhost"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for "localhost" that nobody has signed; key and certificate in one file."""
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "made.pem"
    made_how = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key -out cert"
    command = [*made_how.split(), "-addext", "subjectAltName=DNS:localhost"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not here")
    made.write_bytes((folder / "key").read_bytes() + (folder / "cert").read_bytes())
    return made


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    """Return what a server with that certificate needs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_an_encrypted_server_is_asked_by_its_name(
    certificate: Path, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection goes to the machine, the certificate is checked against the name."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(site({f"{V1P1}/CFPackages/doc": PACKAGE}), tls=tls) as server:
        fetched = fetch_case(server.at(f"{V1P1}/CFPackages/doc", host="localhost"), limits=QUICK)
        wrong = sentence(server.at(f"{V1P1}/CFPackages/doc"))

    assert fetched.content == PACKAGE.encode()
    assert "cannot prove that it is the server it says" in wrong


def test_a_certificate_that_nobody_signed_is_refused(tls: ssl.SSLContext) -> None:
    """Encryption alone says nothing about who is there."""
    with serving(site({}), tls=tls) as server:
        assert "its certificate is not valid" in sentence(server.at("/CFPackages/x", host="localhost"))


def test_encryption_is_never_given_up(certificate: Path, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect from https to http is refused, even to the same machine."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(lambda asked: asked.answer("", 301, Location="http://localhost/x"), tls=tls) as server:
        told = sentence(server.at("/CFPackages/x", host="localhost"), allow_http=True)

    assert "sends on to an address without encryption (http), which is refused" in told


def test_an_encrypted_server_that_names_itself_without_encryption_is_asked_with_it(
    certificate: Path, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its document gives the address of the package as http; the package is fetched by https."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    def told(asked: Asked) -> None:
        named = f"http://localhost:{asked.server.server_port}/uri/p"
        asked.answer(PACKAGE if asked.path == "/uri/p" else json.dumps({**DOCUMENT, "CFPackageURI": {"uri": named}}))

    with serving(told, tls=tls) as server:
        fetched = fetch_case(server.at("/uri/doc", host="localhost"), limits=QUICK)

        assert fetched.address == server.at("/uri/p", host="localhost")


@pytest.mark.parametrize("named", ["http://[", "https://", "/nowhere", 7, None, {"uri": []}])
def test_a_document_that_names_no_package_is_told(named: Any) -> None:
    """Whatever stands in the place of the address."""
    with serving(site({"/uri/doc": {**DOCUMENT, "CFPackageURI": named}})) as server:
        assert server.at("/") in sentence(server.at("/uri/doc"))


def test_what_came_is_judged_like_a_file() -> None:
    """A list under the address of a package is told by what it is, with the address in its sentence."""
    content = json.dumps(documents("a")).encode()

    with pytest.raises(BadFile, match=r"“https://example\.org/x” holds 1 documents, no CASE package"):
        read_fetched(Fetched(content=content, address="https://example.org/x"))
