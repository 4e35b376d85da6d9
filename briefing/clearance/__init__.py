"""The one door from desk to model: a level decides what passes, and nothing is printed that did not pass here."""

from briefing.clearance.archive import clear
from briefing.clearance.levels import NotClearedError

__all__ = ["NotClearedError", "clear"]
