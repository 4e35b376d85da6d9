"""A published document: its own lines, with the quoted passages marked and each leading back to the issues that quote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from briefing.editions.web.inlines import NOTHING
from briefing.editions.web.places import Place
from briefing.model import Archive, Document, PublicSource

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_UNPRINTABLE = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of a document; one without form feeds is a single page without a number."""

    number: int
    html: Markup


@dataclass(slots=True)
class _Quoting:
    """One quotation as it stands in the document, and the issues that have it."""

    spans: tuple[tuple[int, int], ...]
    issues: list[int] = field(default_factory=list)


def set_document(archive: Archive, source: PublicSource, place: Place) -> tuple[PageView, ...]:
    """The pages of a source's document; none if it is not published."""
    document = source.document
    if document is None:
        return ()
    setter = _Setter(archive, document, place)
    pages: list[PageView] = []
    at = 0
    for number, text in enumerate(document.text.split("\f"), 1):
        pages.append(PageView(number, setter.set(at, at + len(text))))
        at += len(text) + 1
    return tuple(page for page in pages if page.html)


class _Setter:
    """Sets stretches of one document."""

    def __init__(self, archive: Archive, document: Document, place: Place) -> None:
        self._text = document.text
        self._place = place
        self._issues = {issue.number: issue for issue in archive.issues}
        self._quoting = _by_quotation(document)
        spans = [span for one in self._quoting.values() for span in one.spans]
        self._spans = _merged(spans)
        self._cuts = sorted({edge for span in spans for edge in span})

    def set(self, begin: int, end: int) -> Markup:
        """The paragraphs of a page."""
        found = _PARAGRAPH.finditer(self._text, begin, end)
        return NOTHING.join(Markup("<p>{}</p>\n").format(self._paragraph(*_trimmed(one))) for one in found)

    def _paragraph(self, begin: int, end: int) -> Markup:
        edges = [begin, *(cut for cut in self._cuts if begin < cut < end), end]
        return NOTHING.join(self._stretch(first, last) for first, last in pairwise(edges))

    def _stretch(self, begin: int, end: int) -> Markup:
        words = self._text[begin:end].translate(_UNPRINTABLE)
        if not any(first <= begin and end <= last for first, last in self._spans):
            return Markup("{}").format(words)
        opening = [identifier for identifier, one in self._quoting.items() if begin <= one.spans[0][0] < end]
        closing = [identifier for identifier, one in self._quoting.items() if begin < one.spans[-1][1] <= end]
        anchors = NOTHING.join(Markup('<span id="{}"></span>').format(identifier) for identifier in opening[1:])
        name = Markup(' id="{}"').format(opening[0]) if opening else NOTHING
        return Markup("{}<mark{}>{}</mark>{}").format(anchors, name, words, NOTHING.join(self._back(one) for one in closing))

    def _back(self, identifier: str) -> Markup:
        """The ways back to the issues that quote a passage, behind its last word."""
        return NOTHING.join(self._link(number, identifier) for number in self._quoting[identifier].issues)

    def _link(self, number: int, identifier: str) -> Markup:
        issue = self._issues[number]
        href = self._place.to(issue.path, identifier)
        return Markup(' <a class="quoted-in" href="{}" aria-label="Quoted in issue {}: {}">issue {}</a>').format(
            href, number, issue.title, number
        )


def _by_quotation(document: Document) -> Mapping[str, _Quoting]:
    """Several issues may quote the same words, which then have the same id and the same place."""
    found: dict[str, _Quoting] = {}
    for passage in document.passages:
        found.setdefault(passage.quotation, _Quoting(passage.spans)).issues.append(passage.issue)
    return found


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap as one."""
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def _trimmed(found: re.Match[str]) -> Iterator[int]:
    """Begin and end of a paragraph without the blanks around it."""
    text = found[0]
    yield found.start() + len(text) - len(text.lstrip())
    yield found.end() - len(text) + len(text.rstrip())
