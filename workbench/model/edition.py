"""What an edition consists of, as bytes that can be hashed and handed out unchanged for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from workbench.model.canonical import canonical_bytes, to_json
from workbench.model.framework import Framework
from workbench.model.record import Waiver
from workbench.model.shelf import SetInfo
from workbench.model.standards import StandardSet


def edition_content(
    framework: Framework, sets: Mapping[str, SetInfo] | Mapping[str, StandardSet], waivers: Iterable[Waiver] = ()
) -> bytes:
    """Return the canonical JSON of a framework, the versions of the standard sets it cites, and its waivers."""
    cited = {one.set_id for one in framework.citing()}
    versions = {
        key: {"title": found.title, "version": found.version, "publisher": found.publisher}
        for key in sorted(cited)
        if (found := sets.get(key)) is not None
    }
    decisions = sorted((asdict(waiver) for waiver in waivers), key=canonical_bytes)
    return canonical_bytes({"framework": to_json(framework), "standard_sets": versions, "waivers": decisions})


def edition_hash(content: bytes) -> str:
    """Return the SHA-256 of an edition's content in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
