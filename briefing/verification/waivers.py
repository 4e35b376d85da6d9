"""Waivers in the vault: quotations that an editor lets pass unchecked, each with a reason that is nobody else's business."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

PRIVATE = "source.yml"
"""What only the vault knows of a source."""
_ID = re.compile(r"q-[0-9a-f]{8}(?:-[0-9]+)?")
_NO_LIST = "waivers is no list of {quotation: q-…, why: …}"


@dataclass(frozen=True, slots=True)
class Waivers:
    """What ``waivers:`` of one source says."""

    quotations: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()
    """Why an entry does not count; nothing of what it says."""


def read_waivers(folder: Path) -> Waivers:
    """``waivers: [{quotation: q-…, why: …}]``; one without a reason is none, and that is said."""
    try:
        private = yaml.safe_load((folder / PRIVATE).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Waivers()
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return Waivers(faults=(f"{PRIVATE} in the vault cannot be read",))
    if private is not None and not isinstance(private, dict):
        return Waivers(faults=(f"{PRIVATE} in the vault holds no keys",))
    entries = (private or {}).get("waivers") or []
    if not isinstance(entries, list):
        return Waivers(faults=(_NO_LIST,))
    faults = {number: tuple(_faults(entry)) for number, entry in enumerate(entries, 1)}
    good = frozenset(entry["quotation"] for number, entry in enumerate(entries, 1) if not faults[number])
    return Waivers(good, tuple(f"waiver {number}: {fault}" for number, found in faults.items() for fault in found))


def _faults(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield _NO_LIST
        return
    if not _ID.fullmatch(str(entry.get("quotation", ""))):
        yield "quotation is no id like q-3f9a1c07"
    if not str(entry.get("why") or "").strip():
        yield "it gives no reason: why: …"
