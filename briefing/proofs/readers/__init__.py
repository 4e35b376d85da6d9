"""Readers of finished files, one module a family of media types."""

from briefing.proofs.readers.feeds import AtomReader, JsonFeedReader, RssReader
from briefing.proofs.readers.html import HtmlReader
from briefing.proofs.readers.mail import MailReader, TextReader
from briefing.proofs.shown import Reader

READERS: tuple[Reader, ...] = (HtmlReader(), RssReader(), AtomReader(), JsonFeedReader(), MailReader(), TextReader())
"""The built-in ones."""

__all__ = ["READERS", "AtomReader", "HtmlReader", "JsonFeedReader", "MailReader", "RssReader", "TextReader"]
