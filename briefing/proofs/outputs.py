"""Everything a build is about to put out, in one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefing.model import Archive, Issue, Showing, Tree
from briefing.proofs.clients import ClientData
from briefing.proofs.readers import READERS
from briefing.proofs.shown import Reader, Shown, UnreadableError

_ReadBack = Mapping[str, tuple[Shown, ...]] | UnreadableError


@dataclass(frozen=True)
class Outputs:
    """The archive, the files made from it, and what the editions state of them."""

    archive: Archive
    files: Mapping[tuple[Tree, str], bytes] = field(repr=False)
    showings: tuple[Showing, ...]
    readers: tuple[Reader, ...] = READERS
    """One for each media type; of two for the same type the last counts, so that a plug-in's comes after the built-in ones."""
    clients: ClientData | None = field(default=None, repr=False)
    """What mail programs support; None: not asked."""
    _read: dict[tuple[Tree, str, str], _ReadBack] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Files read back already: a feed carries twenty issues, and several proofs look at each."""

    def read_back(self, showing: Showing) -> tuple[Shown, ...]:
        """What the file of ``showing`` shows of its issue, one blank between words; or ``UnreadableError``."""
        key = (showing.tree, showing.path, showing.media_type)
        if key not in self._read:
            self._read[key] = self._read_file(showing)
        found = self._read[key]
        if isinstance(found, UnreadableError):
            raise found
        if showing.entry not in found:
            raise UnreadableError(f"it has no entry {showing.entry}" if showing.entry else "it is not one whole")
        return found[showing.entry]

    def shown(self) -> Iterator[tuple[Issue, Showing, Shown]]:
        """Every rendering of every published issue that can be read back; the same-words proof reports the others."""
        issues = {issue.number: issue for issue in self.archive.issues}
        for showing in self.showings:
            if showing.issue not in issues:
                continue
            try:
                renderings = self.read_back(showing)
            except UnreadableError:
                continue
            for rendering in renderings:
                yield issues[showing.issue], showing, rendering

    def _read_file(self, showing: Showing) -> _ReadBack:
        content = self.files.get((showing.tree, showing.path))
        if content is None:
            return UnreadableError("there is no such file")
        reader = next((reader for reader in reversed(self.readers) if reader.media_type == showing.media_type), None)
        if reader is None:
            return UnreadableError(f"no reader is installed for {showing.media_type}")
        try:
            read = reader.read(content)
        except UnreadableError as error:
            return error
        return {entry: tuple(_evenly_spaced(self._sent(showing, one)) for one in shown) for entry, shown in read.items()}

    def _sent(self, showing: Showing, shown: Shown) -> Shown:
        """Plain text of an email as its provider sends it on: what it holds for the provider's template language is undone."""
        sender = self.archive.publication.sender
        if showing.tree is not Tree.DIST or sender is None or not sender.provider.escapes or shown.form == "text/html":
            return shown
        return shown if showing.media_type == "text/html" else replace(shown, text=sender.provider.sent(shown.text))


def _evenly_spaced(shown: Shown) -> Shown:
    """All spaces are equal, once for all proofs."""
    return replace(shown, text=" ".join(shown.text.split()))
