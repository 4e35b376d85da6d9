"""The words of an issue as filed, passage by passage, and their digests: what may not change in silence once it is out.

Markup, markers and notes are no part of them: what a note says comes from the register at each build, in words of the tool.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from briefing.desk import Draft, DraftCorrection
from briefing.model.words import copy_lines

_LENGTH = 8


def passages(draft: Draft) -> Iterator[str]:
    """Headline, standfirst, every block of the copy, who is said to have said what is set apart, footnotes."""
    front = draft.front_matter
    lines = (
        front.title,
        front.description,
        *copy_lines(draft.body),
        *(quotation.attribution.words for quotation in draft.quotations if quotation.attribution),
        *(line for footnote in draft.footnotes for line in copy_lines(footnote.content)),
    )
    return (" ".join(line.split()) for line in lines if line.strip())


def words_digests(draft: Draft) -> tuple[str, ...]:
    """A digest of each passage, in order."""
    return tuple(map(digest, passages(draft)))


def entry_digests(draft: Draft) -> tuple[str, ...]:
    """A digest of each entry of ``corrections`` as written, in order, and of a recall; where it was sent in is no part of it."""
    return tuple(map(_entry_digest, draft.front_matter.corrections))


def digest(passage: str) -> str:
    """Enough of SHA-256 to see that something changed; nobody is kept out by it."""
    return sha256(passage.encode(errors="surrogatepass")).hexdigest()[:_LENGTH]


def _entry_digest(entry: DraftCorrection) -> str:
    said = (entry.on.isoformat(), entry.kind, entry.significance, entry.text, entry.was, entry.now, entry.affects)
    return digest("\n".join(said))
