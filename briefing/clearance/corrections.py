"""What readers are told was wrong, and when an issue last changed for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from briefing.desk import DraftCorrection
from briefing.model import Correction, CorrectionKind

_HOUSE_KEEPING = "typo"
_ALWAYS_MAJOR = frozenset({CorrectionKind.APOLOGY, CorrectionKind.RECALL})


def corrections(entries: Iterable[DraftCorrection]) -> tuple[Correction, ...]:
    """The corrections readers are shown, oldest first; a typo is logged and not shown."""
    shown = (entry for entry in entries if entry.kind != _HOUSE_KEEPING)
    return tuple(_correction(entry) for entry in sorted(shown, key=lambda entry: entry.on))


def updated(published: datetime, shown: Iterable[Correction]) -> datetime:
    """``published``, or midnight, in the publication's zone, of the last correction shown; never before ``published``."""
    return max((published, *(datetime.combine(correction.on, time.min, published.tzinfo) for correction in shown)))


def _correction(entry: DraftCorrection) -> Correction:
    kind = CorrectionKind(entry.kind)
    return Correction(
        on=entry.on,
        kind=kind,
        major=kind in _ALWAYS_MAJOR or entry.significance == "major",
        text=entry.text,
        was=entry.was,
        now=entry.now,
        affects=entry.affects,
    )
