"""Checks 13 and 18 to 22: the letters of the alphabet, and how styles and tables must be for Word and the webmails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.email_markup import E213, E218, E219, E220, E221, E222
from briefing.proofs.preflight.alphabet import ALPHABET, LAYOUT_ATTRIBUTES, Triple
from briefing.proofs.preflight.letter import Letter
from briefing.proofs.preflight.page import TEXT_BLOCKS
from briefing.proofs.preflight.tags import Tag

DEEPEST_TABLE = 4
WIDEST_BORDER = 8

_BANNED = frozenset(
    ["script", "form", "input", "button", "iframe", "frame", "object", "embed", "video", "audio", "svg", "link", "base"]
)
_FONT = re.compile(r"(?:bold )?\d+px/[\d.]+ \S")
_LENGTH = re.compile(r"-\s*\d|\bauto\b|\d(?:rem|em|vw|vh|pt|ch)\b|calc\(|clamp\(|var\(")
_BORDER = re.compile(r"(\d+)px")
_BAD_IMPORTANT = re.compile(r"\S!important|!(?!important)")
_NESTED_AT = re.compile(r"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*@")


def alphabet(letter: Letter) -> Iterator[Diagnostic]:
    """What is outside it, and what does not fit the grammar of an email."""
    for fault in letter.page.faults:
        yield letter.at(E213, "the HTML is not written as an email must be", notes=(f"here: {fault}",))
    yield from letter.shapes("alphabet", lambda tag: _strange(letter, tag))


def _strange(letter: Letter, tag: Tag) -> Iterator[Diagnostic]:
    mark = letter.provider.no_track.partition("=")[0]
    if tag.name in _BANNED or any(name.startswith("on") for name in tag.attributes):
        yield letter.at(E222, f"there is an element <{tag.name}> that mail programs remove")
        return
    for triple in sorted(_triples(tag) - ALPHABET - {Triple("a", mark)}):
        yield letter.at(E213, f"not in the alphabet: {_spelt(triple)}")


def styles(letter: Letter) -> Iterator[Diagnostic]:
    """What an element must say of itself, and what Word and the webmails do not take."""
    for tag in letter.page.holding:
        if tag.name in TEXT_BLOCKS and not (_FONT.match(tag.style.get("font", "")) and "color" in tag.style):
            yield letter.at(E218, f"<{tag.name}> holds text and does not say its font and colour")
    yield from letter.shapes("styles", lambda tag: _unfit_styles(letter, tag))
    style, sound = letter.page.style, letter.tags.sound["style"]
    if style not in sound:
        if _unheeded(style):
            yield letter.at(E220)
        else:
            sound.add(style)


def _unheeded(style: str) -> bool:
    return "/*" in style or bool(_BAD_IMPORTANT.search(style) or _NESTED_AT.search(style))


def _unfit_styles(letter: Letter, tag: Tag) -> Iterator[Diagnostic]:
    if tag.name == "a" and "color" not in tag.style:
        yield letter.at(E218, "a link does not say its colour")
    for name, value in tag.style.items():
        if fault := _unfit(tag.name, name, value):
            yield letter.at(E219, f"<{tag.name}>: {name}:{value}: {fault}")
        if "!important" in value:
            yield letter.at(E220, f"!important in an attribute of <{tag.name}>")


def tables(letter: Letter) -> Iterator[Diagnostic]:
    """How deep they go, and that those for layout say so."""
    page = letter.page
    data = {page.inside(index, "table") for index in page.named("th")}
    for index in page.named("table"):
        attributes = page.elements[index].tag.attributes
        if index in data:
            if attributes.get("role") == "presentation":
                yield letter.at(E221, "a table of data says that it is none")
        elif attributes.get("role") != "presentation" or not set(attributes) >= LAYOUT_ATTRIBUTES:
            yield letter.at(E221, "a table for layout does not say so, or lacks an attribute")
        if sum(one.tag.name == "table" for one in page.chain(index)) > DEEPEST_TABLE:
            yield letter.at(E221, f"a table lies inside {DEEPEST_TABLE} others")


def _triples(tag: Tag) -> set[Triple]:
    found = {Triple(tag.name), *(Triple(tag.name, attribute) for attribute in tag.attributes)}
    return found | {Triple(tag.name, "style", name) for name in tag.style}


def _spelt(triple: Triple) -> str:
    return " ".join(part for part in (f"<{triple.element}>", triple.attribute, triple.property) if part)


def _unfit(element: str, name: str, value: str) -> str:
    if name == "padding" and element not in {"td", "th"} and value != "0":
        return "padding works on cells only"
    if name != "font" and _LENGTH.search(value) and not (name == "height" and value == "auto"):
        return "lengths are px or %, never negative or automatic"
    if name.startswith("border") and any(int(width) > WIDEST_BORDER for width in _BORDER.findall(value)):
        return f"a border is at most {WIDEST_BORDER} px"
    return ""
