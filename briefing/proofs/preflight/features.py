"""Which page of caniemail speaks of which letter of the alphabet, and what was reviewed of the limits it names.

A limit is reviewed where it is named here with the reason why it does not touch our emails. It is keyed by the number of the note, so
that a new limit in newer data is a finding again.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "body": "html-body",
        "style": "html-style",
        "div": "html-div",
        "table": "html-table",
        "p": "html-p",
        "blockquote": "html-blockquote",
        "pre": "html-pre",
        "hr": "html-hr",
        "strong": "html-strong",
        "code": "html-code",
        "img": "html-img",
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "html-h1-h6"),
        **dict.fromkeys(("ul", "ol", "li"), "html-lists"),
    }
)

ATTRIBUTES: Mapping[str, str] = MappingProxyType(
    {
        "lang": "html-lang",
        "dir": "html-dir",
        "role": "html-role",
        "width": "html-width",
        "cellpadding": "html-cellpadding",
        "cellspacing": "html-cellspacing",
        "align": "html-align",
        "valign": "html-valign",
        "aria-hidden": "html-aria-hidden",
        "class": "css-selector-class",
    }
)

PROPERTIES: Mapping[str, str] = MappingProxyType(
    {
        **{
            name: f"css-{name}"
            for name in [
                "margin",
                "padding",
                "font",
                "font-size",
                "background-color",
                "max-width",
                "word-break",
                "width",
                "border",
                "white-space",
                "text-decoration",
                "display",
                "height",
            ]
        },
        **dict.fromkeys(("border-left", "border-top", "border-bottom"), "css-border"),
    }
)

STYLE_BLOCK = (
    "css-at-media",
    "css-at-media-prefers-color-scheme",
    "css-important",
    "css-selector-descendant",
    "css-selector-grouping",
    "css-selector-type",
    "html-meta-color-scheme",
)
"""What only the style element uses, and the meta element that goes with it."""

OTHERS = (
    "html-doctype",
    "html-comments",
    "html-mailto-links",
    "css-line-height",
    "css-font-weight",
    "css-unit-px",
    "css-unit-percent",
    "image-png",
    "image-jpg",
)

UNLISTED = frozenset(
    {"html", "head", "meta", "title", "tbody", "tr", "td", "th", "br", "em", "a"}
    | {"charset", "name", "content", "href", "src", "alt", "scope", "start", "color", "font-family"}
)
"""Letters that caniemail has no page of: HTML 3.2 and what every program has always shown."""

REVIEWED: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("html-body", "1"): "the body's first element has its language, class and ground once more",
        ("html-lists", "1"): "no list is reversed",
        ("html-lists", "2"): "no item has a number of its own; sources are numbered in words",
        ("html-img", ""): "never tested in Thunderbird, which shows images as Firefox does",
        ("html-lang", "1"): "the language is on html and on a div",
        ("html-dir", "1"): "no language written from right to left is implemented",
        ("html-dir", "3"): "no link has a direction",
        ("html-role", "2"): "the role is on tables only",
        ("html-align", "3"): "what Outlook for macOS ignores on a table, its own centring makes good",
        ("html-width", "1"): "images are in pixels, and no percentage stands on them",
        ("html-width", "2"): "at 120 dpi the column is narrower, and complete",
        ("css-margin", "1"): "no margin is negative",
        ("css-margin", "2"): "the body's is 0, and no span is used",
        ("css-margin", "3"): "no element with a margin has a ground of its own",
        ("css-margin", "4"): "no margin is automatic",
        ("css-font-size", "1"): "sizes are in pixels",
        ("css-font-size", "2"): "sizes are in pixels",
        ("css-font-weight", "1"): "the only weight is bold",
        ("css-font-weight", "2"): "the only weight is bold",
        ("css-line-height", "1"): "lines are multiples of the size",
        ("css-width", "1"): "only on tables; an image has its attribute",
        ("css-padding", "1"): "only on cells; a list's is 0",
        ("css-padding", "2"): "every row with padding has one cell, or the same padding in all",
        ("css-border", "1"): "the widest is 4 px",
        ("css-border", "2"): "only on cells; a rule's own is its line",
        ("css-text-decoration", "1"): "links are underlined by every program of itself",
        ("css-text-decoration", "2"): "underline alone",
        ("css-text-decoration", "3"): "underline alone",
        ("css-display", "1"): "block only",
        ("css-display", "4"): "nothing is hidden",
        ("css-display", "5"): "an image in a paragraph of its own is a block anyway",
        ("css-display", "6"): "block only",
        ("html-mailto-links", "3"): "no link names a hidden recipient",
    }
)
"""Feature and note of caniemail (no note: unknown, never tested): why the limit does not touch our emails."""

LOSSES: Mapping[str, str] = MappingProxyType(
    {
        "html-body": "the body's first element has everything once more",
        "html-doctype": "no box has a width and a padding; the email measures the same in any mode",
        "html-style": "the light design is complete without it",
        "css-selector-class": "only the style element uses it",
        "css-at-media": "only the style element uses it",
        "css-at-media-prefers-color-scheme": "the light design is made to be turned dark by programs; the four readings are proven",
        "css-important": "only the style element uses it",
        "css-selector-descendant": "only the style element uses it",
        "css-selector-grouping": "only the style element uses it",
        "css-selector-type": "only the style element uses it",
        "html-meta-color-scheme": "programs that do not know it decide by themselves, which is proven, too",
        "html-aria-hidden": "a screen reader says repeated words twice",
        "css-max-width": "Outlook for Windows has a table of its own for it",
        "css-word-break": "a very long word makes the mail scroll sideways",
        "css-white-space": "a long line of code makes the mail scroll sideways",
        "css-height": "the picture's own height holds",
    }
)
"""Features that a program may lack altogether: why nothing is lost."""
