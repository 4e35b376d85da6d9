"""The website: the final HTML of every page, made from our own templates and public values only."""

from briefing.editions.web.edition import WebEdition

__all__ = ["WebEdition"]
