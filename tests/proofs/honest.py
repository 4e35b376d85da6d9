"""A plain but complete set of outputs: real feeds, and the simplest page and email that show every word."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from briefing.diagnostics import Diagnostic
from briefing.editions.feeds import FeedsEdition
from briefing.model import Archive, Issue, Showing, Theme, Tree
from briefing.model.words import lines
from briefing.proofs import Outputs, Proof
from briefing.testing import sample_archive

BARE = Theme({}, {}, {})
MASTHEAD = "The Pilotage Lantern — No. 2"


def outputs(archive: Archive | None = None) -> Outputs:
    """Everything in order: no proof finds anything."""
    archive = archive or sample_archive()
    rendition = FeedsEdition().render(archive, BARE)
    files = {(artifact.tree, artifact.path): artifact.content for artifact in rendition.artifacts}
    showings = list(rendition.showings)
    for issue in archive.issues:
        for tree, path, media_type, content in made(issue):
            files[tree, path] = content
            showings.append(Showing(issue.number, tree, path, media_type, (MASTHEAD,)))
    files[Tree.SITE, "index.html"] = b'<title>Front</title><a href="issues/pilot-hours/#note-1">newest</a>'
    files[Tree.SITE, "assets/rests.png"] = b"\x89PNG"
    return Outputs(archive, files, tuple(showings))


def made(issue: Issue) -> list[tuple[Tree, str, str, bytes]]:
    """The page and the three files of the email."""
    text = flowed("\n".join((MASTHEAD, *lines(issue))))
    page = html(issue)
    return [
        (Tree.SITE, f"{issue.path}index.html", "text/html", page),
        (Tree.DIST, f"email/{issue.slug}/email.html", "text/html", page),
        (Tree.DIST, f"email/{issue.slug}/email.txt", "text/plain", text.encode()),
        (Tree.DIST, f"email/{issue.slug}/email.eml", "message/rfc822", message(text, page.decode())),
    ]


def html(issue: Issue) -> bytes:
    """A page with a navigation that is no part of the article, and a place for every note."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines(issue) if line)
    places = "".join(f'<span id="note-{note.number}"></span>' for note in issue.notes)
    return f"<title>x</title><nav>Archive</nav><article><p>{MASTHEAD}</p>{paragraphs}{places}</article>".encode()


def flowed(text: str) -> str:
    """As RFC 3676 has it: space-stuffed, every long line broken after a blank, a mark for quoting before each other line."""
    folded = []
    for number, line in enumerate(text.split("\n")):
        quoting = ">" if number % 2 else ""
        words = line.split(" ")
        for start in range(0, len(words), 9):
            end = " " if start + 9 < len(words) else ""
            folded.append(f"{quoting} {' '.join(words[start : start + 9])}{end}")
    return "\n".join(folded)


def message(text: str, page: str) -> bytes:
    """Both as alternatives."""
    mail = EmailMessage(SMTP)
    mail["Subject"] = "Issue"
    mail.set_content(text, params={"format": "flowed", "delsp": "no"})
    mail.add_alternative(page, subtype="html")
    return mail.as_bytes()


def changed(whole: Outputs, path: str, old: str, new: str, *, tree: Tree = Tree.SITE) -> Outputs:
    """The outputs with one place of one file changed."""
    content = whole.files[tree, path].decode()
    assert old in content, f"{path} has no {old}"
    return with_file(whole, path, content.replace(old, new, 1).encode(), tree=tree)


def with_file(whole: Outputs, path: str, content: bytes, *, tree: Tree = Tree.SITE) -> Outputs:
    """The outputs with one file more, or another one in its place; what was read back of the others is known by their bytes."""
    made = replace(whole, files={**whole.files, (tree, path): content})
    made._documents.update(whole._documents)
    return made


def found(proof: Proof, whole: Outputs) -> list[str]:
    """Codes and places of what the proof finds."""
    return [f"{finding.code} {finding.span.path}" for finding in proof.prove(whole)]


def told(proof: Proof, whole: Outputs) -> str:
    """Everything an editor is told, as one text."""
    return "\n".join(map(_told, proof.prove(whole)))


def _told(finding: Diagnostic) -> str:
    return "\n".join((finding.span.path, finding.message, *finding.notes))
