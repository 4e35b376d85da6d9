"""The edition: every issue that goes out by email, as four files."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.editions.email.flowed import Passage, flowed
from briefing.editions.email.html_frame import html
from briefing.editions.email.letterhead import Letterhead
from briefing.editions.email.looks import looks
from briefing.editions.email.mailing import Mailing
from briefing.editions.email.manifest import manifest
from briefing.editions.email.message import message
from briefing.editions.email.text_frame import text
from briefing.model import Archive, Artifact, Provider, Rendition, Showing, Theme, Tree


class EmailEdition:
    """Issues as mail: ``dist/email/<slug>/`` with ``email.html``, ``email.txt``, ``email.eml`` and ``manifest.json``."""

    name = "email"

    def render(self, archive: Archive, theme: Theme) -> Rendition:
        """Nothing without a sender; else the files of every issue that is to be sent."""
        publication, sender = archive.publication, archive.publication.sender
        if sender is None:
            return Rendition(())
        letterhead = Letterhead(publication, sender, looks(theme.tokens))
        sent = tuple(issue for issue in archive.issues if issue.email.send)
        return _together(theme.share(lambda issue: _issue(Mailing(letterhead, issue)), sent))


def _together(renditions: Iterable[Rendition]) -> Rendition:
    made = tuple(renditions)
    return Rendition(
        tuple(artifact for rendition in made for artifact in rendition.artifacts),
        tuple(showing for rendition in made for showing in rendition.showings),
    )


def _issue(mailing: Mailing) -> Rendition:
    document = html(mailing)
    passages = tuple(text(mailing))
    plain = flowed(_literal(mailing.provider, passages), mailing.provider.unsubscribe_url)
    declared = tuple(passage.text for passage in passages if passage.declared)
    counted = sum(len(passage.text.split()) for passage in passages if not passage.declared)
    parts = (
        _file(mailing, "email.html", document.html.encode("ascii"), "text/html"),
        _file(mailing, "email.txt", plain.encode(), "text/plain"),
        _file(mailing, "email.eml", message(mailing, plain, document.html), "message/rfc822"),
    )
    page, words, letter = parts
    showings = (
        _showing(mailing, page, document.declared),
        _showing(mailing, words, declared),
        _showing(mailing, letter, declared, words.media_type),
        _showing(mailing, letter, document.declared, page.media_type),
    )
    return Rendition(
        (*parts, _file(mailing, "manifest.json", manifest(mailing, counted, parts).encode(), "application/json")), showings
    )


def _literal(provider: Provider, passages: tuple[Passage, ...]) -> Iterable[Passage]:
    """The passages as the provider's template language must have them."""
    if not provider.escapes:
        return passages
    return (passage if passage.placeholder else passage._replace(text=provider.literal(passage.text)) for passage in passages)


def _showing(mailing: Mailing, file: Artifact, declared: tuple[str, ...], entry: str = "") -> Showing:
    return Showing(mailing.issue.number, file.tree, file.path, file.media_type, declared, entry)


def _file(mailing: Mailing, name: str, content: bytes, media_type: str) -> Artifact:
    return Artifact(Tree.DIST, f"email/{mailing.issue.slug}/{name}", content, media_type)
