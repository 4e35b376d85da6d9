"""Checks 23 to 28: that everybody can read it, with eyes, ears or a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.email_markup import E223, E224, E226, E227, E228
from briefing.proofs.preflight.letter import Letter
from briefing.proofs.preflight.page import HEADINGS, TEXT_BLOCKS
from briefing.proofs.preflight.tags import Tag

RUNNING_TEXT, ANY_TEXT, HEADLINE = 16, 14, 20
"""Pixels: at least, at least, and from where on lines may stand closer."""
LEADING, HEADLINE_LEADING = 1.4, 1.2

_SIZE = re.compile(r"(?:bold )?(\d+)px/([\d.]+) ")
_EMPTY_WORDS = frozenset({"here", "click here", "read more", "more", "link", "this", "this link", "read on"})
_SMALL_PRINT = ("Arial", "Consolas")


def language(letter: Letter) -> Iterator[Diagnostic]:
    """On html and on the body's first element, since programs drop the first two."""
    elements = letter.page.elements
    body = next((index for index, element in enumerate(elements) if element.tag.name == "body"), -1)
    inner = next((element.tag for element in elements if element.parent == body), None) if body >= 0 else None
    for where, tag in (("html", elements[0].tag if elements else None), ("the body’s first element", inner)):
        said = tag.attributes if tag else {}
        if said.get("lang") != letter.issue.language or said.get("dir") not in {"ltr", "rtl"}:
            yield letter.at(E223, f"{where} does not say lang={letter.issue.language} and dir")


def headings(letter: Letter) -> Iterator[Diagnostic]:
    """The title, the one first-level heading, and no level left out."""
    titles = [words for _, words in letter.page.words_of("title")]
    if titles != [" ".join(letter.issue.email.subject.split())]:
        yield letter.at(E224, "the title of the email is not its subject")
    levels = [(int(element.tag.name[1]), words) for element, words in letter.page.words_of(*HEADINGS)]
    if [level for level, _ in levels].count(1) != 1:
        yield letter.at(E224, "there is not exactly one first-level heading")
    for (before, _), (level, words) in pairwise(levels):
        if level > before + 1:
            message = f"a heading of level {level} follows one of level {before}"
            yield letter.at(E224, message, about=words, notes=(f"the heading: {words}",))


def sizes(letter: Letter) -> Iterator[Diagnostic]:
    """Of every element that holds text."""
    yield from letter.shapes("sizes", lambda tag: _unreadable(letter, tag))


def _unreadable(letter: Letter, tag: Tag) -> Iterator[Diagnostic]:
    if tag.name in TEXT_BLOCKS and (size := _SIZE.match(tag.style.get("font", ""))):
        yield from _size_faults(letter, tag, int(size[1]), float(size[2]))
    if tag.style.get("text-align") == "justify":
        yield letter.at(E226, f"<{tag.name}> is justified")
    if tag.name == "a" and "underline" not in tag.style.get("text-decoration", ""):
        yield letter.at(E226, "a link is not underlined")


def _size_faults(letter: Letter, tag: Tag, size: int, leading: float) -> Iterator[Diagnostic]:
    running = not any(family in tag.style["font"] for family in _SMALL_PRINT)
    least = RUNNING_TEXT if running else ANY_TEXT
    if size < least:
        yield letter.at(E226, f"<{tag.name}> is set in {size} px; at least {least} can be read")
    if leading < (HEADLINE_LEADING if size > HEADLINE else LEADING):
        yield letter.at(E226, f"<{tag.name}> has lines {leading} apart")


def link_words(letter: Letter) -> Iterator[Diagnostic]:
    """Whether each says where it leads, and no two say the same of different places."""
    leads: dict[str, str] = {}
    for address, words, _ in letter.links:
        said = words.casefold().strip(" .,:;!?’”→")
        if not said or said in _EMPTY_WORDS:
            yield letter.at(E227, about=address, notes=(f"the words: “{words}”, which lead to {address}",))
        elif leads.setdefault(said, address) != address:
            message = "the same words lead to two places"
            yield letter.at(E227, message, about=address, notes=(f"“{words}” leads to {leads[said]}", f"and to {address}"))


def images(letter: Letter) -> Iterator[Diagnostic]:
    """Their words and their width."""
    for index in letter.page.named("img"):
        attributes = letter.page.elements[index].tag.attributes
        if "alt" not in attributes or "width" not in attributes:
            yield letter.at(E228, about=attributes.get("src", "").rpartition("/")[2])
