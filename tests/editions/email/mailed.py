"""Emails to look into: the sample archive's, and any issue's, rendered with the shipped theme and read back by other code."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from functools import cache, lru_cache

from lxml import html
from lxml.html import HtmlElement

from briefing.editions.email import EmailEdition
from briefing.model import Archive, Block, Blocks, Issue, Rendition, Sender, Theme
from briefing.press.theme import load_theme
from briefing.proofs import Outputs
from briefing.testing import sample_archive

UNSUBSCRIBE = "{{unsubscribe_url}}"


@cache
def shipped_theme() -> Theme:
    return load_theme()


@lru_cache(maxsize=16)
def rendered(archive: Archive) -> Rendition:
    """Its emails, rendered once however many tests look into them."""
    return EmailEdition().render(archive, shipped_theme())


def files(archive: Archive, slug: str = "pilot-hours") -> dict[str, bytes]:
    """The files of one issue by their names."""
    found = [artifact for artifact in rendered(archive).artifacts if artifact.path.startswith(f"email/{slug}/")]
    return {artifact.path.rpartition("/")[2]: artifact.content for artifact in found}


def with_issue(issue: Issue, **publication: object) -> Archive:
    """The sample archive with one issue, and some of the publication's values changed."""
    archive = sample_archive()
    return replace(archive, issues=(issue,), publication=replace(archive.publication, **publication))  # type: ignore[arg-type]  # any field


def sample_issue(**changes: object) -> Issue:
    """The sample's second issue, changed."""
    return replace(sample_archive().issues[1], **changes)  # type: ignore[arg-type]  # any field


def of_blocks(*body: Block, **changes: object) -> Issue:
    """An issue whose whole copy is ``body``."""
    blocks: Blocks = body
    bare = sample_issue(body=blocks, quotations=(), citations=(), notes=(), footnotes=(), pulls=(), corrections=(), follows=None)
    return replace(bare, **changes)  # type: ignore[arg-type]  # any field


def html_of(issue: Issue, **publication: object) -> str:
    return files(with_issue(issue, **publication), issue.slug)["email.html"].decode("ascii")


def text_of(issue: Issue, **publication: object) -> str:
    return files(with_issue(issue, **publication), issue.slug)["email.txt"].decode()


def message_of(issue: Issue, **publication: object) -> EmailMessage:
    raw = files(with_issue(issue, **publication), issue.slug)["email.eml"]
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def sender(**changes: object) -> Sender:
    original = sample_archive().publication.sender
    assert original is not None
    return replace(original, **changes)  # type: ignore[arg-type]  # any field


def tree_of(text: str) -> HtmlElement:
    return html.document_fromstring(text)


def elements(text: str) -> Iterator[HtmlElement]:
    """Every element, comments left out."""
    return (element for element in tree_of(text).iter() if isinstance(element.tag, str))


def style_of(element: HtmlElement) -> dict[str, str]:
    declarations = (part.partition(":") for part in element.get("style", "").split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in declarations}


def outputs(archive: Archive) -> Outputs:
    """The email edition alone, as the proofs see it."""
    made = rendered(archive)
    return Outputs(archive, {(file.tree, file.path): file.content for file in made.artifacts}, made.showings)


def unflowed(text: str) -> list[tuple[int, str]]:
    """Depth of quoting and text of each paragraph: RFC 3676, written anew."""
    paragraphs: list[tuple[int, str]] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        if open_depth == depth:
            paragraphs[-1] = (depth, paragraphs[-1][1] + content)
        else:
            paragraphs.append((depth, content))
        open_depth = depth if content.endswith(" ") and content != "-- " else None
    return [(depth, content) for depth, content in paragraphs if content]
