"""A published document: its own lines, with the quoted passages marked and each leading back to the issues that quote it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from briefing.editions.web.filling import escaped
from briefing.editions.web.places import Place
from briefing.model import Archive, Document, PublicSource

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
    """Sets stretches of one document; between two cuts, every word is quoted by the same issues."""

    def __init__(self, archive: Archive, document: Document, place: Place) -> None:
        self._text = document.text
        self._place = place
        self._issues = archive.issue_by_number
        self._quoting = _by_quotation(document)
        spans = [span for one in self._quoting.values() for span in one.spans]
        self._spans = _merged(spans)
        self._cuts = sorted({edge for span in spans for edge in span})
        self._opening: dict[int, list[str]] = {}
        self._closing: dict[int, list[str]] = {}
        for identifier, one in self._quoting.items():
            self._opening.setdefault(one.spans[0][0], []).append(identifier)
            self._closing.setdefault(one.spans[-1][1], []).append(identifier)

    def set(self, begin: int, end: int) -> Markup:
        """The paragraphs of a page."""
        paragraphs = _paragraphs(self._text, begin, end)
        html = "".join([f"<p>{self._paragraph(first, last)}</p>\n" for first, last in paragraphs])
        return Markup(html)  # noqa: S704 - every text in it is escaped

    def _paragraph(self, begin: int, end: int) -> str:
        cuts = self._cuts[bisect_right(self._cuts, begin) : bisect_left(self._cuts, end)]
        return "".join([self._stretch(first, last) for first, last in pairwise((begin, *cuts, end))])

    def _stretch(self, begin: int, end: int) -> str:
        words = escaped(self._text[begin:end].translate(_UNPRINTABLE))
        if not self._is_quoted(begin, end):
            return words
        opening, closing = self._opening.get(begin, []), self._closing.get(end, [])
        anchors = "".join([f'<span id="{escaped(identifier)}"></span>' for identifier in opening[1:]])
        name = f' id="{escaped(opening[0])}"' if opening else ""
        return f"{anchors}<mark{name}>{words}</mark>{''.join(map(self._back, closing))}"

    def _is_quoted(self, begin: int, end: int) -> bool:
        before = bisect_right(self._spans, begin, key=lambda span: span[0])
        return before > 0 and end <= self._spans[before - 1][1]

    def _back(self, identifier: str) -> str:
        """The ways back to the issues that quote a passage, behind its last word."""
        return "".join([self._link(number, identifier) for number in self._quoting[identifier].issues])

    def _link(self, number: int, identifier: str) -> str:
        issue = self._issues[number]
        href, title = escaped(self._place.to(issue.path, identifier)), escaped(issue.title)
        return f' <a class="quoted-in" href="{href}" aria-label="Quoted in issue {number}: {title}">issue {number}</a>'


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


def _paragraphs(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Begin and end of each run of lines that hold a word, without the blanks around it."""
    first = last = None
    for line in text[begin:end].split("\n"):
        words = line.strip()
        if words:
            start = begin + line.index(words)
            first, last = start if first is None else first, start + len(words)
        elif first is not None and last is not None:
            yield first, last
            first = None
        begin += len(line) + 1
    if first is not None and last is not None:
        yield first, last
