"""House style: words that should not be printed as they stand, where the settings ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.desk import Desk, Draft
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.house_style import S204, S205, S206
from briefing.reading.front_matter import body_start

_ACRONYM = re.compile(r"(?<![\w’'@/.-])[A-Z][A-Z0-9&]*[A-Z](?=s?(?![\w/@]))")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]{1,80})\]\(")
_NOT_COPY = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|`[^`]*`|<[^>]*>")


class HouseWords:
    """Finds placeholders, acronyms nobody has spelt out, and link texts that say nothing."""

    name = "house-words"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """S204, S205 and S206 at the words; imported issues stay as they came."""
        style = desk.settings.house_style
        for draft in (one for one in desk.drafts if not one.front_matter.imported):
            if style.placeholders:
                yield from _placeholders(draft, style.placeholders)
            if style.acronyms is not None:
                yield from _acronyms(draft, frozenset(style.acronyms))
            if style.link_texts:
                yield from _links(draft, {words.casefold() for words in style.link_texts})


def _placeholders(draft: Draft, words: tuple[str, ...]) -> Iterator[Diagnostic]:
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    for match in pattern.finditer(draft.text):
        yield S204.at(Span(draft.path, *match.span()))


def _acronyms(draft: Draft, known: frozenset[str]) -> Iterator[Diagnostic]:
    """The first mention of each; in brackets, it is being introduced. Quoted words are somebody else's."""
    start = body_start(draft.text)
    covered = bytearray(len(draft.text))
    for first, last in (
        *(match.span() for match in _NOT_COPY.finditer(draft.text, start)),
        *((part.span.start, part.span.end) for quoted in draft.quotations for part in quoted.parts),
    ):
        covered[first:last] = b"\1" * (last - first)
    seen = set(known)
    for match in _ACRONYM.finditer(draft.text, start):
        if match[0] in seen or covered[match.start()]:
            continue
        seen.add(match[0])
        if not _introduced(draft.text, match):
            listed = "in the settings: house_style.acronyms lists those that everybody knows"
            yield S205.at(Span(draft.path, *match.span()), f"{match[0]} is not spelt out at its first mention", notes=(listed,))


def _introduced(text: str, match: re.Match[str]) -> bool:
    """``the Harbour Pilots’ Guild (HPG)``, or ``HPG (the Harbour Pilots’ Guild)``."""
    return (
        text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 2].lstrip("s").startswith(")")
    ) or text[match.end() : match.end() + 2] == " ("


def _links(draft: Draft, refused: set[str]) -> Iterator[Diagnostic]:
    for match in _LINK.finditer(draft.text, body_start(draft.text)):
        if " ".join(match["words"].split()).casefold().strip(" .:") in refused:
            yield S206.at(Span(draft.path, match.start("words"), match.end("words")))
