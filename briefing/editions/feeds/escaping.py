"""Text made safe for HTML inside XML: whatever an issue holds, the feed stays well-formed."""

from __future__ import annotations

import re
from html import escape

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """``text`` with every character that XML 1.0 (§2.2) has no place for made visible as U+FFFD, or a blank if it is a space.

    Such characters are refused when copy is read; here they must not break a feed that carries nineteen other issues.
    """
    if text.isprintable():
        return text
    return _ILLEGAL.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)


def html(text: str) -> str:
    """``text`` as HTML text; marks stay as they are, for some readers' programs show a summary unescaped once only."""
    return escape(legal(text), quote=False)


def attribute(text: str) -> str:
    """``text`` as the value of a quoted attribute."""
    return escape(legal(text), quote=True)


def link(url: str, content: str) -> str:
    """Words in HTML that lead to ``url``."""
    return f'<a href="{attribute(url)}">{content}</a>'
