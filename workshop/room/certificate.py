"""A certificate for a room that can be reached from other machines, where none was given.

Browsers don't know who has signed it, and say so once. What goes over the network is encrypted all
the same: PINs, the room's code, everybody's work.
"""

from __future__ import annotations

import datetime
import ipaddress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from workshop.processes.whole_file import write_whole

#: How long one is good for. Long enough for a course, too short to be forgotten somewhere.
DAYS = 90


@dataclass(frozen=True)
class Certificate:
    """A certificate and its key, as PEM files."""

    certificate: Path
    key: Path


def made_for(names: list[str], folder: Path) -> Certificate:
    """Return a certificate for these addresses and names; the one there is, while it is good.

    Args:
        names: IP addresses and host names that the room is reached by.
        folder: where it is kept.
    """
    made = Certificate(folder / "certificate.pem", folder / "certificate.key")
    if _is_good(made, names):
        return made
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "temporal-workshop room")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName([_general(each) for each in names]), False)
        .sign(key, hashes.SHA256())
    )
    write_whole(made.certificate, certificate.public_bytes(serialization.Encoding.PEM).decode())
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    write_whole(made.key, pem.decode())
    return made


def _is_good(made: Certificate, names: list[str]) -> bool:
    try:
        there = x509.load_pem_x509_certificate(made.certificate.read_bytes())
        covered = there.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, x509.ExtensionNotFound):
        return False
    tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
    return (
        made.key.exists()
        and there.not_valid_after_utc > tomorrow
        and all(_general(each) in covered for each in names)
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
