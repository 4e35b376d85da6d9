"""The feeds edition: RSS, Atom and JSON Feed with every issue in full."""

from briefing.editions.feeds.edition import FeedsEdition

__all__ = ["FeedsEdition"]
