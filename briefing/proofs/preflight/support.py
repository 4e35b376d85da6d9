"""The alphabet held to the data: what each program lacks of it, and whether that was reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.email_markup import E214, E215
from briefing.proofs.clients import CLIENTS, FULL, MISSING, UNKNOWN, ClientData, Feature, Support
from briefing.proofs.preflight.alphabet import ALPHABET
from briefing.proofs.preflight.features import ATTRIBUTES, ELEMENTS, LOSSES, OTHERS, PROPERTIES, REVIEWED, STYLE_BLOCK


@dataclass(frozen=True, slots=True)
class Limit:
    """One program that does not support one feature in full."""

    feature: str
    client: str
    support: Support
    reason: str
    """Why that is harmless; "" where nobody has said so."""


def used_features() -> tuple[str, ...]:
    """Every page of caniemail that the alphabet leans on."""
    named = {ELEMENTS.get(triple.element, "") for triple in ALPHABET}
    named |= {ATTRIBUTES.get(triple.attribute, "") for triple in ALPHABET}
    named |= {PROPERTIES.get(triple.property, "") for triple in ALPHABET}
    return tuple(sorted({*named, *STYLE_BLOCK, *OTHERS} - {""}))


def limits(data: ClientData) -> Iterator[Limit]:
    """Every limit, reviewed or not; a feature that the data lacks has none, see ``unknown``."""
    for slug in used_features():
        if slug in data.features:
            yield from _limits_of(slug, data.features[slug])


def unknown(data: ClientData) -> tuple[str, ...]:
    """Features that the alphabet leans on and the data does not have."""
    return tuple(slug for slug in used_features() if slug not in data.features)


def _limits_of(slug: str, feature: Feature) -> Iterator[Limit]:
    for client, support in zip(CLIENTS, feature.support, strict=True):
        if support.status != FULL:
            yield Limit(slug, client, support, _reason(slug, support))


def _reason(slug: str, support: Support) -> str:
    if slug in LOSSES:
        return LOSSES[slug]
    if support.status == MISSING:
        return ""
    reasons = [REVIEWED.get((slug, note), "") for note in support.notes or ("",)]
    return "; ".join(dict.fromkeys(reasons)) if all(reasons) else ""


def judged(data: ClientData) -> Iterator[Diagnostic]:
    """What is not reviewed, once a build."""
    place = Span("dist/email")
    for slug in unknown(data):
        yield E214.at(place, f"caniemail’s data do not have {slug}", help=("look for its new name, and refresh the data",))
    for limit in limits(data):
        if not limit.reason:
            code = E215 if limit.support.status in {MISSING, UNKNOWN} else E214
            notes = tuple(
                f"note {number}: {data.features[limit.feature].notes.get(number, '?')}" for number in limit.support.notes
            )
            yield code.at(place, f"{limit.client} does not fully support {limit.feature}", notes=notes)
