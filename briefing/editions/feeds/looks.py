"""What people see who open a feed in a browser: a page that says what it is and where to go, set by a style sheet.

No XSL: Chromium shows a warning above pages made with it, ahead of taking it out. A style sheet makes no links, so the address of
the page for subscribers stands there to be read and copied.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.model import Internal, Publication

STYLE = "assets/feed.css"

_PLAIN = {
    "light": {"paper": "#ffffff", "ink": "#000000", "muted": "#595959", "rule": "#cccccc"},
    "dark": {"paper": "#000000", "ink": "#ffffff", "muted": "#aaaaaa", "rule": "#444444"},
}
"""Colours without a theme."""

_NAMESPACES = """\
@namespace atom url(http://www.w3.org/2005/Atom);
@namespace content url(http://purl.org/rss/1.0/modules/content/);
@namespace dc url(http://purl.org/dc/elements/1.1/);
"""
_RULES = """\
* { display: none; }
:root { color-scheme: light dark; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 Georgia, serif; }
rss, atom|feed { display: block; max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; }
rss::before, atom|feed::before { content: %s; display: block; white-space: pre-line; border: 1px solid var(--rule); padding: 1rem; font: 1rem/1.5 sans-serif; }
channel, item, atom|entry { display: block; }
item, atom|entry { border-top: 1px solid var(--rule); margin-top: 1.5rem; padding-top: 1rem; }
title, atom|title { display: block; font-weight: 600; }
channel > title, atom|feed > atom|title { font-size: 2rem; margin-top: 1.5rem; }
description, atom|subtitle, atom|summary { display: block; }
pubDate, item > link, atom|published { display: block; color: var(--muted); font: 0.9375rem/1.5 sans-serif; overflow-wrap: anywhere; }
"""


def style_sheet(publication: Publication, tokens: Mapping[str, Any]) -> bytes:
    """The style sheet of all feeds."""
    colours = {scheme: {**plain, **tokens.get("colour", {}).get(scheme, {})} for scheme, plain in _PLAIN.items()}
    variables = {scheme: " ".join(f"--{name}: {found[name]};" for name in _PLAIN[scheme]) for scheme, found in colours.items()}
    subscribe = publication.absolute(Internal("subscribe/"))
    told = (
        f"This is a feed of {publication.title}: copy its address into a feed reader to get every new issue.\n"
        f"What that is, and other ways to subscribe: {subscribe}"
    )
    light = f":root {{ {variables['light']} }}"
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {variables['dark']} }} }}"
    return f"{_NAMESPACES}{light}\n{dark}\n{_RULES % _string(told)}".encode()


def _string(text: str) -> str:
    """A string of CSS (css-syntax-3, 4.3.5): what could end it, or begin an escape, is written as its number."""
    return '"' + "".join(f"\\{ord(one):x} " if one in '"\\<>' or not one.isprintable() else one for one in text) + '"'
