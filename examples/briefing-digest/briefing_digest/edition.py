"""The digest: each issue as bare text for those who read in a terminal or paste into a report, and a list of all issues."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefing.model import Archive, Artifact, Issue, Publication, Rendition, Showing, Theme, Tree
from briefing.model.dates import day_in_words
from briefing.model.words import lines

SIGN_OFF = "End of the digest."


class DigestEdition:
    """Writes ``dist/digest/<slug>.txt`` for each issue, and ``dist/digest/index.json``."""

    name = "digest"

    def render(self, archive: Archive, theme: Theme) -> Rendition:
        """Everything in it comes from the archive; plain text needs no theme."""
        del theme
        texts = tuple((issue, _text(archive.publication, issue)) for issue in archive.issues)
        return Rendition(
            artifacts=(_index(archive), *(text for _, text in texts)),
            showings=tuple(_showing(archive.publication, issue, text) for issue, text in texts),
        )


def _text(publication: Publication, issue: Issue) -> Artifact:
    """The words of the issue, a block a paragraph, between the two lines that are the edition's own."""
    blocks = (_top(publication, issue), *lines(issue), SIGN_OFF)
    paragraphs = ("\n".join(map(_stuffed, block.splitlines())) for block in blocks if block.strip())
    text = "\n\n".join(paragraphs) + "\n"
    return Artifact(Tree.DIST, f"digest/{issue.slug}.txt", text.encode(), "text/plain")


def _showing(publication: Publication, issue: Issue, text: Artifact) -> Showing:
    """What the proofs hold the file to: the issue's words, and besides them exactly these lines."""
    return Showing(issue.number, text.tree, text.path, text.media_type, declared=(_top(publication, issue), SIGN_OFF))


def _top(publication: Publication, issue: Issue) -> str:
    return f"{publication.title}, issue {issue.number}, {day_in_words(issue.published)}"


def _stuffed(line: str) -> str:
    """A line as ``format=flowed`` has it (RFC 3676 §4.4): what begins like a quoted line is set off by a space, and nothing flows on."""
    line = line.rstrip()
    return f" {line}" if line.startswith((" ", ">", "From ")) else line


def _index(archive: Archive) -> Artifact:
    content = json.dumps(list(_entries(archive)), ensure_ascii=False, indent=2) + "\n"
    return Artifact(Tree.DIST, "digest/index.json", content.encode(), "application/json")


def _entries(archive: Archive) -> Iterator[dict[str, str | int]]:
    for issue in archive.newest_first:
        yield {"issue": issue.number, "title": issue.title, "text": f"{issue.slug}.txt", "words": sum(map(_count, lines(issue)))}


def _count(line: str) -> int:
    return len(line.split())
