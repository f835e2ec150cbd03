"""An encrypted line by a certificate of one's own."""

from __future__ import annotations

import hashlib
import socket
import ssl
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from tests.serve.served import serving
from workbench.project import Project
from workbench.serve.running import LOCAL
from workbench.serve.tls import own_certificate

NAMES = ["localhost", LOCAL, "192.168.7.7"]


def test_it_is_made_once(tmp_path: Path) -> None:
    """The same files serve until they no longer fit, so that browsers ask only once."""
    first = own_certificate(tmp_path / "c", NAMES)
    content = first[0].read_bytes(), first[1].read_bytes()
    assert own_certificate(tmp_path / "c", NAMES) == first
    assert own_certificate(tmp_path / "c", NAMES[:2]) == first
    assert (first[0].read_bytes(), first[1].read_bytes()) == content


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_its_key_is_for_its_owner_only(tmp_path: Path) -> None:
    """Also where a copy had made it readable."""
    _, key, _ = own_certificate(tmp_path / "c", NAMES)
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    own_certificate(tmp_path / "c", [*NAMES, "10.0.0.1"])
    assert key.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("change", ["address", "no key", "broken", "another key"])
def test_it_is_made_anew_where_it_would_not_serve(tmp_path: Path, change: str) -> None:
    """Another address, a missing key, a broken file, a key that does not belong to it: never a half pair."""
    certificate, key, before = own_certificate(tmp_path / "c", NAMES)
    if change == "no key":
        key.unlink()
    elif change == "broken":
        certificate.write_text("nothing", encoding="utf-8")
    elif change == "another key":
        key.write_bytes(own_certificate(tmp_path / "d", NAMES)[1].read_bytes())
    certificate, key, after = own_certificate(tmp_path / "c", [*NAMES, "10.0.0.1"] if change == "address" else NAMES)
    assert after != before
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(certificate, key)


def test_it_holds_what_browsers_ask_for(tmp_path: Path) -> None:
    """Names, a use, an identifier, and not longer than they allow."""
    found = x509.load_pem_x509_certificate(own_certificate(tmp_path / "c", NAMES)[0].read_bytes())
    listed = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(one.value) for one in listed] == NAMES
    uses = found.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert ExtendedKeyUsageOID.SERVER_AUTH in uses
    assert found.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    assert (found.not_valid_after_utc - found.not_valid_before_utc).days <= 825


def test_pages_and_lines_are_encrypted(project: Project, tmp_path: Path) -> None:
    """A page and a line over it, checked by the strictest rules; the fingerprint is the one that was told."""
    certificate, key, fingerprint = own_certificate(tmp_path / "c", NAMES)
    with serving(project, certificate=(certificate, key)) as served:
        assert served.trust
        served.trust.verify_flags |= ssl.VERIFY_X509_STRICT
        ben = served.peer("Ben")
        assert ben.get("/").status_code == 200
        cookie = next(one for one in ben.cookies.jar)
        assert cookie.secure
        assert ben.line().shown().shows("Belief 1")
        port = int(served.url.rpartition(":")[2])
        with (
            socket.create_connection((LOCAL, port)) as plain,
            served.trust.wrap_socket(plain, server_hostname=LOCAL) as met,
        ):
            sent = met.getpeercert(binary_form=True) or b""
    assert hashlib.sha256(sent).hexdigest().upper() == fingerprint.replace(":", "")
