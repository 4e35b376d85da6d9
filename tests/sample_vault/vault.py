"""The vault of the sample publication, generated: evidence files as the register names them, identities as nobody may print them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.sample_vault.documents import DOCUMENTS, IDENTITIES, Identity

ACCEPTED = (("V304", "q-e56fb815"),)
"""Codes and quotations: what the sample's editors have looked at and let stand. Between its two halves a page of the report ends."""


def write_vault(folder: Path, sources: Path) -> Path:
    """Write the vault that belongs to the register in ``sources`` into ``folder``, and return it."""
    for key, text in DOCUMENTS.items():
        (name,) = yaml.safe_load((sources / f"{key}.yml").read_text(encoding="utf-8"))["evidence"]
        _write(folder / key / name, text)
    for key, identity in IDENTITIES.items():
        _write(folder / key / "source.yml", yaml.safe_dump(_private(identity), allow_unicode=True))
        _write(folder / key / "notes.txt", identity.notes)
    return folder


def _private(identity: Identity) -> dict[str, Any]:
    known = {
        "names": [identity.name],
        "aliases": [identity.alias],
        "emails": [identity.email],
        "phones": [identity.phone],
        "employer": identity.employer,
        "role": identity.role,
    }
    return {"identity": known, "never-say": list(identity.never_say)}


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="")
