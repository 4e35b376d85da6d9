"""Readers of evidence files: bytes in, text by author and standing out. Each runs in a process of its own (``isolation``)."""

from briefing.verification.readers.mail import MailReader
from briefing.verification.readers.plain import PlainReader
from briefing.verification.readers.portable import PdfReader
from briefing.verification.readers.web import HtmlReader
from briefing.verification.readers.word import WordReader

__all__ = ["HtmlReader", "MailReader", "PdfReader", "PlainReader", "WordReader"]
