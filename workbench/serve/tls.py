"""A certificate of this machine's own, for an encrypted line in a building. Browsers ask once whether to trust it."""

from __future__ import annotations

import datetime as dt
import ipaddress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.x509 import GeneralName

DAYS = 825
"""The longest that browsers accept a certificate for (the rule of Apple's platforms since 2019)."""


def own_certificate(folder: Path, names: Sequence[str]) -> tuple[Path, Path, str]:
    """Return the files of a certificate for ``names`` and its key, and the fingerprint that people can compare.

    They are made in ``folder`` once and used again while they name the same and hold. Raises CannotWrite.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    certificate, key = folder / "certificate.pem", folder / "key.pem"
    try:
        if not (certificate.exists() and key.exists() and _serve(certificate, key, names)):
            _make(certificate, key, names)
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
    except OSError as error:
        raise CannotWrite(f"The certificate cannot be kept in {folder}: {error.strerror}. Move the project.") from error
    return certificate, key, found.fingerprint(hashes.SHA256()).hex(":").upper()


def _serve(certificate: Path, key: Path, names: Sequence[str]) -> bool:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    try:
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
        secret = serialization.load_pem_private_key(key.read_bytes(), None)
        listed = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (ValueError, TypeError, x509.ExtensionNotFound):  # not ours, or broken
        return False
    if found.public_key() != secret.public_key():
        return False
    told = {str(one.value) for one in listed}
    return found.not_valid_after_utc > dt.datetime.now(dt.UTC) and told.issuperset(names)


def _make(certificate: Path, key: Path, names: Sequence[str]) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    secret = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Curriculum workbench")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName([_name(one) for one in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        # Apple's devices take none without its use, and the strict rules of OpenSSL none without an identifier.
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(secret.public_key()), critical=False)
        .sign(secret, hashes.SHA256())
    )
    certificate.parent.mkdir(exist_ok=True)
    key.touch(mode=0o600)
    key.chmod(0o600)
    key.write_bytes(
        secret.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))


def _name(text: str) -> GeneralName:
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text)
