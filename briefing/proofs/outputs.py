"""Everything a build is about to put out, in one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from briefing.model import Archive, Issue, Showing, Tree
from briefing.model.sharing import Share, one_by_one
from briefing.proofs.clients import ClientData
from briefing.proofs.readers import READERS
from briefing.proofs.shown import Reader, Shown, UnreadableError

ShownFile: TypeAlias = tuple[Tree, str, str]
"""A file and as what it is read: tree, path, media type."""
ReadBack: TypeAlias = Mapping[str, tuple[Shown, ...]] | UnreadableError
"""What a file shows, by entry, or why nobody can tell."""


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
    share: Share = field(default=one_by_one, repr=False, compare=False)
    """For work that is independent for each issue or file."""
    _read: dict[ShownFile, ReadBack] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Files read back already: a feed carries twenty issues, and several proofs look at each."""

    def read_back(self, showing: Showing) -> tuple[Shown, ...]:
        """What the file of ``showing`` shows of its issue, one blank between words; or ``UnreadableError``."""
        file = file_of(showing)
        if file not in self._read:
            self._read[file] = self.read_file(file)
        found = self._read[file]
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

    def remember(self, found: Mapping[ShownFile, ReadBack]) -> None:
        """Take over what ``read_file`` gave in another process."""
        self._read.update(found)

    def read_file(self, file: ShownFile) -> ReadBack:
        """What the reader for its media type makes of a file."""
        tree, path, media_type = file
        content = self.files.get((tree, path))
        if content is None:
            return UnreadableError("there is no such file")
        reader = next((reader for reader in reversed(self.readers) if reader.media_type == media_type), None)
        if reader is None:
            return UnreadableError(f"no reader is installed for {media_type}")
        try:
            read = reader.read(content)
        except UnreadableError as error:
            return error
        return {entry: tuple(_evenly_spaced(self._sent(tree, media_type, one)) for one in shown) for entry, shown in read.items()}

    def _sent(self, tree: Tree, media_type: str, shown: Shown) -> Shown:
        """Plain text of an email as its provider sends it on: what it holds for the provider's template language is undone."""
        sender = self.archive.publication.sender
        if tree is not Tree.DIST or sender is None or not sender.provider.escapes or shown.form == "text/html":
            return shown
        return shown if media_type == "text/html" else replace(shown, text=sender.provider.sent(shown.text))


def file_of(showing: Showing) -> ShownFile:
    """The file that a showing stands in."""
    return showing.tree, showing.path, showing.media_type


def _evenly_spaced(shown: Shown) -> Shown:
    """All spaces are equal, once for all proofs."""
    return replace(shown, text=" ".join(shown.text.split()))
