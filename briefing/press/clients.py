"""What mail programs support, from the file that is shipped with us."""

from __future__ import annotations

from pathlib import Path

from briefing.diagnostics import Reading, Span
from briefing.diagnostics.codes.email_markup import E214
from briefing.proofs.clients import ClientData, read_clients

SHIPPED = Path(__file__).with_name("caniemail.json")


def load_clients(place: Path = SHIPPED) -> Reading[ClientData]:
    """The data; a file that is damaged is a finding, for nothing could be said of any program then."""
    try:
        return Reading(read_clients(place.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        note = f"{type(error).__name__}: {error}"
        help_ = ("install mkdocs-briefing anew",)
        return Reading(None, (E214.at(Span(place.name), "caniemail’s data cannot be read", notes=(note,), help=help_),))
