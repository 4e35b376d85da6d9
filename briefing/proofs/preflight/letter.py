"""One email as it lies in its folder: three files, the issue they were made from, and who sends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from functools import cached_property

from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.model import Internal, Issue, Provider, Publication, Sender, Tree
from briefing.proofs.outputs import Outputs
from briefing.proofs.preflight.page import Page, read_page
from briefing.proofs.preflight.tags import Tag, Tags
from briefing.proofs.readers.headers import ContentType, content_type, headers


@dataclass
class Letter:
    """What the rules look at; everything is read once."""

    publication: Publication
    sender: Sender
    issue: Issue
    html: str
    text: str
    html_octets: bytes = field(repr=False)
    text_octets: bytes = field(repr=False)
    raw: bytes = field(repr=False)
    """The message."""
    tags: Tags
    namesake: Issue | None = None
    """The first earlier issue with the same subject."""

    @property
    def provider(self) -> Provider:
        """Who sends it on."""
        return self.sender.provider

    @cached_property
    def page(self) -> Page:
        """The HTML, read."""
        return read_page(self.html, self.tags)

    @cached_property
    def message(self) -> Message:
        """The headers of the message, as written."""
        return headers(self.raw.partition(b"\r\n\r\n")[0])

    @cached_property
    def said(self) -> Mapping[str, str]:
        """What each header says, by its name in lower case; of several with one name the first counts."""
        return {name.lower(): str(value) for name, value in reversed(self.message.items())}

    @cached_property
    def type(self) -> ContentType:
        """What the message says it is, and what stands between its parts."""
        return content_type(self.message)

    @cached_property
    def parts(self) -> tuple[tuple[ContentType, bytes], ...]:
        """What each part says it is, and its encoded content."""
        boundary = self.type.boundary
        pieces = self.raw.split(f"\r\n--{boundary}".encode())[1:-1] if boundary else []
        halves = (piece.partition(b"\r\n\r\n") for piece in pieces)
        return tuple((self.tags.part(head.lstrip()), body) for head, _, body in halves)

    @cached_property
    def links(self) -> tuple[tuple[str, str, bool], ...]:
        """Every link of the HTML: address, words, and whether it has the provider's mark against tracking."""
        name = self.provider.no_track.partition("=")[0]
        return tuple(
            (element.tag.attributes.get("href", ""), words, bool(name) and name in element.tag.attributes)
            for element, words in self.page.words_of("a")
        )

    @cached_property
    def styles(self) -> int:
        """How many style elements the HTML has, or seems to have."""
        return self.html.count("<style")

    @cached_property
    def permalink(self) -> str:
        """The issue's address on the website."""
        return self.publication.absolute(Internal(self.issue.path))

    def shapes(self, rule: str, judge: Callable[[Tag], Iterable[Diagnostic]]) -> Iterator[Diagnostic]:
        """What ``judge`` has against the looks of any tag; a shape it has nothing against is not asked about again."""
        shapes, sound = self.page.shapes, self.tags.sound[rule]
        if sound.issuperset(shapes):
            return
        for tag in shapes.values():
            if tag.shape in sound:
                continue
            found = tuple(judge(tag))
            if not found:
                sound.add(tag.shape)
            yield from found

    def at(
        self,
        code: Code,
        message: str | None = None,
        *,
        file: str = "email.html",
        about: str = "",
        notes: Iterable[str] = (),
        help: Iterable[str] = (),
        severity: Severity | None = None,
    ) -> Diagnostic:
        """A finding in one of the files."""
        place = Span(f"{Tree.DIST.value}/email/{self.issue.slug}/{file}")
        return code.at(place, message, notes=notes, help=help, severity=severity, about=about)


def mailed(outputs: Outputs) -> Iterator[tuple[Issue, Issue | None]]:
    """The issues that are sent, each with the first earlier one whose email has the same subject."""
    subjects: dict[str, Issue] = {}
    for issue in outputs.archive.issues:
        first = subjects.setdefault(" ".join(issue.email.subject.split()), issue)
        if issue.email.send:
            yield issue, first if first is not issue else None


def letter_of(outputs: Outputs, issue: Issue, namesake: Issue | None, tags: Tags) -> Letter | None:
    """The email of an issue; a missing file is another proof's finding."""
    publication, folder = outputs.archive.publication, f"email/{issue.slug}"
    html, text, raw = (outputs.files.get((Tree.DIST, f"{folder}/email.{kind}")) for kind in ("html", "txt", "eml"))
    if publication.sender is None or html is None or text is None or raw is None:
        return None
    page, words = html.decode("utf-8", "replace"), text.decode("utf-8", "replace")
    return Letter(publication, publication.sender, issue, page, words, html, text, raw, tags, namesake)
