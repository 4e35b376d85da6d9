"""The kinds of sources: what each is called, what the register must say of it, and as what it is exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.model import NoteGroup


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source."""

    id: str
    word: str
    """What a reader calls it: ``board paper``."""
    csl: str
    """The type it exports as (Citation Style Language 1.0.2, appendix III); "" where it is never exported."""
    group: NoteGroup
    """Where its note stands, unless it was said to us."""
    required: tuple[tuple[str, ...], ...]
    """Fields of an open or named source that must be there; of several in one group, one is enough."""


_WHO = ("author",)
_WHEN = ("issued",)
_TITLE = ("title",)
_ISSUER = ("author", "publisher")
_SPEAKER = ("author", "speakers")
_DOCUMENTS, _STATEMENTS, _INTERVIEWS = NoteGroup.DOCUMENTS, NoteGroup.STATEMENTS, NoteGroup.INTERVIEWS

_ALL = (
    Kind("email", "email", "personal_communication", _DOCUMENTS, (_WHO, _WHEN)),
    Kind("letter", "letter", "personal_communication", _DOCUMENTS, (_WHO, _WHEN)),
    Kind("statement", "statement", "document", _STATEMENTS, (_WHO, _WHEN)),
    Kind("press-release", "press release", "document", _DOCUMENTS, (_ISSUER, _WHEN)),
    Kind("foi-release", "Freedom of Information release", "document", _DOCUMENTS, (_ISSUER, _WHEN)),
    Kind("interview", "interview", "interview", _INTERVIEWS, (_SPEAKER, _WHEN)),
    Kind("report", "report", "report", _DOCUMENTS, (_TITLE, _ISSUER, _WHEN)),
    Kind("board-paper", "board paper", "report", _DOCUMENTS, (_TITLE, _ISSUER, _WHEN)),
    Kind("dataset", "dataset", "dataset", _DOCUMENTS, (_TITLE, _ISSUER, ("issued", "accessed"))),
    Kind("hearing", "hearing", "hearing", _DOCUMENTS, (_TITLE, _WHEN)),
    Kind("judgment", "judgment", "legal_case", _DOCUMENTS, (_TITLE, _WHEN)),
    Kind("legislation", "legislation", "legislation", _DOCUMENTS, (_TITLE,)),
    Kind("regulation", "regulation", "regulation", _DOCUMENTS, (_TITLE,)),
    Kind("speech", "speech", "speech", _DOCUMENTS, (_SPEAKER, _WHEN)),
    Kind("broadcast", "broadcast", "broadcast", _DOCUMENTS, (_TITLE, _WHEN)),
    Kind("social-post", "post", "post", _DOCUMENTS, (_WHO, _WHEN)),
    Kind("web-page", "web page", "webpage", _DOCUMENTS, (_TITLE, ("url",))),
    Kind("article", "article", "article-newspaper", _DOCUMENTS, (_TITLE, _ISSUER, _WHEN)),
    Kind("testimony", "testimony", "", _STATEMENTS, (_WHO,)),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ALL})
"""Every kind by its id."""
