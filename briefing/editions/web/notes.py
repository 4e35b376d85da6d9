"""An issue's notes: footnotes and the source list, each with the ways back to the places that point at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.editions.web.declared import Copy
from briefing.editions.web.filling import escaped
from briefing.editions.web.inlines import letters
from briefing.editions.web.places import Place, document_path, outside, source_path
from briefing.model import Archive, Footnote, Note, PublicSource

_BACK = "↩︎"

References = Sequence[str]
"""Ids of the places that point at a note."""


class NoteSetter:
    """Sets the entries of one list; what it shows beyond the issue's words is noted in order of appearance."""

    def __init__(self, archive: Archive, place: Place) -> None:
        self._archive = archive
        self._place = place
        self._declared: list[str] = []

    def sources(self, notes: Iterable[tuple[Note, References]]) -> Copy:
        """Entries of the source list."""
        return self._copy([self._source(note, references) for note, references in notes])

    def footnotes(self, footnotes: Iterable[tuple[Footnote, Copy, References]]) -> Copy:
        """Asides below the copy."""
        return self._copy([self._footnote(*footnote) for footnote in footnotes])

    def _copy(self, entries: Iterable[str]) -> Copy:
        declared, self._declared = self._declared, []
        return Copy("".join(entries), tuple(declared))

    def _own(self, line: str) -> str:
        """A line of the edition's own."""
        self._declared.append(line)
        return escaped(line)

    def _source(self, note: Note, references: References) -> str:
        source = self._archive.source_by_key.get(note.source or "")
        url, words = outside(note.url), escaped(note.text)
        page = self._link(source_path(source.key)) if source else escaped(url)
        credit = f'<a href="{page}">{words}</a>' if page else words
        checked = f'<span class="checked">{escaped(note.checked)}</span>\n' if note.checked else ""
        return (
            f'<li id="note-{note.number}"><span class="number">[{note.number}]</span>\n'
            f'<div class="note"><span class="credit">{credit}</span>\n{checked}{self._about(note, source, url)}'
            f"{self._back([(one, letters(at), f'{note.number}{letters(at)}') for at, one in enumerate(references)])}</div></li>\n"
        )

    def _about(self, note: Note, source: PublicSource | None, url: str) -> str:
        """Where to look for oneself."""
        lines = []
        if source and source.document:
            lines.append(self._leading(self._link(document_path(source.key)), "The document"))
        if source and url:
            lines.append(self._leading(escaped(url), "Original"))
        if archived := outside(note.archive_url):
            lines.append(self._leading(escaped(archived), "Archived copy"))
        if note.accessed:
            lines.append(f"<span>{self._own(f'Accessed {note.accessed}')}</span>\n")
        if note.licence:
            lines.append(f"<span>{self._own(f'Licence: {note.licence}')}</span>\n")
        return f'<span class="meta">\n{"".join(lines)}</span>\n' if lines else ""

    def _leading(self, href: str, words: str) -> str:
        return f'<a href="{href}">{self._own(words)}</a>\n'

    def _footnote(self, footnote: Footnote, content: Copy, references: References) -> str:
        self._declared.extend(content.declared)
        letter = escaped(footnote.letter)
        back = self._back([(one, str(number), footnote.letter) for number, one in enumerate(references, 1)])
        number = f'<span class="number">{escaped(footnote.label)}</span>'
        return f'<li id="fn-{letter}">{number} <div class="note">{content.html}\n{back}</div></li>\n'

    def _back(self, places: Sequence[tuple[str, str, str]]) -> str:
        """The ways back: the id of each place, what stands there, and what it is called for those who hear the page."""
        links = [
            (f'<a href="#{escaped(one)}" aria-label="Back to reference {escaped(name)}">', shown) for one, shown, name in places
        ]
        if len(links) == 1:
            return f'<span class="back">{links[0][0]}{self._own(_BACK)}</a></span>\n'
        if not links:
            return ""
        arrow = f'<span aria-hidden="true">{self._own(_BACK)}</span>\n'
        lettered = "".join([f"{link}{self._own(shown)}</a>\n" for link, shown in links])
        return f'<span class="back">{arrow}{lettered}</span>\n'

    def _link(self, path: str) -> str:
        return escaped(self._place.to(path))
