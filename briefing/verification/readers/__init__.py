"""Readers of evidence files: bytes in, text by author and standing out. Each runs in a process of its own (``isolation``)."""

from briefing.verification.readers.mail import MailReader
from briefing.verification.readers.plain import PlainReader
from briefing.verification.readers.portable import PdfReader
from briefing.verification.readers.web import HtmlReader, web_headings
from briefing.verification.readers.word import WordReader, word_headings

__all__ = ["HtmlReader", "MailReader", "PdfReader", "PlainReader", "WordReader", "web_headings", "word_headings"]
