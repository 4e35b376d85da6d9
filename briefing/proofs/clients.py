"""What caniemail's data say of the sixteen mail programs that an email must be right in.

The data are vendored as one JSON file with their date and licence; the press reads it, and nothing here opens a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

CLIENTS = (
    "Gmail web",
    "Gmail mobile web",
    "Gmail iOS",
    "Gmail Android",
    "Outlook Windows",
    "Outlook.com and new",
    "Outlook macOS",
    "Outlook iOS",
    "Outlook Android",
    "Apple Mail iOS",
    "Apple Mail macOS",
    "Yahoo web",
    "Yahoo iOS",
    "Yahoo Android",
    "Samsung",
    "Thunderbird",
)
"""In the order in which the vendored data has them."""

FULL, PARTLY, MISSING, UNKNOWN = "y", "a", "n", "u"


@dataclass(frozen=True, slots=True)
class Support:
    """What one program makes of one feature, by the newest test."""

    status: str
    notes: tuple[str, ...] = ()
    """Numbers of the feature's notes."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One page of caniemail."""

    title: str
    notes: Mapping[str, str]
    support: tuple[Support, ...]
    """One for each of ``CLIENTS``."""


@dataclass(frozen=True, slots=True)
class ClientData:
    """All of it."""

    updated: date
    features: Mapping[str, Feature]


def read_clients(text: str) -> ClientData:
    """The vendored file; a ``ValueError`` says what is wrong with it."""
    try:
        whole = json.loads(text)
        features = {slug: _feature(slug, value) for slug, value in whole["features"].items()}
        return ClientData(date.fromisoformat(whole["updated"]), features)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is not laid out as expected: {error}") from error


def _feature(slug: str, value: Mapping[str, Any]) -> Feature:
    support = tuple(_support(one) for one in value["support"])
    if len(support) != len(CLIENTS):
        raise ValueError(f"{slug} has {len(support)} programs, not {len(CLIENTS)}")
    return Feature(value["title"], {number: str(note) for number, note in value["notes"].items()}, support)


def _support(said: str) -> Support:
    """``a #1 #2``, as caniemail writes it."""
    status, *notes = said.split()
    if status not in {FULL, PARTLY, MISSING, UNKNOWN}:
        raise ValueError(f"“{said}” is none of y, a, n, u")
    return Support(status, tuple(note.removeprefix("#") for note in notes))
