"""Everything a build is about to put out, in one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from briefing.model import Archive, Issue, Showing, Tree
from briefing.model.sharing import Share, one_by_one
from briefing.proofs.clients import ClientData
from briefing.proofs.cutting import Known, tags_of
from briefing.proofs.expected import Expected, expected
from briefing.proofs.readers import READERS
from briefing.proofs.shown import Container, Reader, Shown, UnreadableError, whole
from briefing.proofs.tags import Tags

ShownFile: TypeAlias = tuple[Tree, str, str]
"""A file and as what it is read: tree, path, media type."""
ReadBack: TypeAlias = Mapping[str, tuple[Shown, ...]] | UnreadableError
"""What a file shows, by entry, or why nobody can tell."""


@dataclass(frozen=True)
class Outputs:
    """The archive, the files made from it, and what the editions state of them.

    A piece of the outputs (``briefing.proofs.pieces``) is one, too: the whole archive, but only some files, each with all its showings.
    """

    archive: Archive
    files: Mapping[tuple[Tree, str], bytes] = field(repr=False)
    showings: tuple[Showing, ...]
    readers: tuple[Reader, ...] = READERS
    """One for each media type; of two for the same type the last counts, so that a plug-in's comes after the built-in ones."""
    clients: ClientData | None = field(default=None, repr=False)
    """What mail programs support; None: not asked."""
    share: Share = field(default=one_by_one, repr=False, compare=False)
    """For work that is independent for each issue or file."""
    known: Known = field(default_factory=Known, repr=False, compare=False)
    """Tags that were met before, in any files."""
    _read: dict[ShownFile, ReadBack] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Files read back already: a feed carries twenty issues, and several proofs look at each."""
    _documents: dict[tuple[Tree, str, bytes], Mapping[str, tuple[Shown, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """By their bytes, for the parts of an email lie beside it as files, too, and several feeds have the same entries."""
    _installed: dict[str, tuple[Reader, Container | None]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Readers by media type."""
    _expected: dict[int, Expected] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By the number of the issue."""

    _tags: dict[str, Tags | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Of the pages of the site, by path."""

    @property
    def issues(self) -> Mapping[int, Issue]:
        """Every published issue by its number."""
        return self.archive.issue_by_number

    def expected(self, issue: Issue) -> Expected:
        """What the editions are to show of a published issue."""
        if issue.number not in self._expected:
            self._expected[issue.number] = expected(issue)
        return self._expected[issue.number]

    def tags(self, path: str) -> Tags | None:
        """What the tags of a page of the site say; None if it cannot be parsed."""
        if path not in self._tags:
            try:
                self._tags[path] = tags_of(self.files[Tree.SITE, path], self.known)
            except UnreadableError:
                self._tags[path] = None
        return self._tags[path]

    def read_back(self, showing: Showing) -> tuple[Shown, ...]:
        """What the file of ``showing`` shows of its issue, one blank between words; or ``UnreadableError``."""
        file = file_of(showing)
        if file not in self._read:
            self._read[file] = self._read_file(file)
        found = self._read[file]
        if isinstance(found, UnreadableError):
            raise found
        if showing.entry not in found:
            raise UnreadableError(f"it has no entry {showing.entry}" if showing.entry else "it is not one whole")
        return found[showing.entry]

    def shown(self) -> Iterator[tuple[Issue, Showing, Shown]]:
        """Every rendering of every published issue that can be read back; the same-words proof reports the others."""
        missing = tuple(dict.fromkeys(file for file in map(file_of, self.showings) if file not in self._read))
        self._read.update(zip(missing, self.share(self._read_file, missing), strict=True))
        for showing in self.showings:
            issue = self.issues.get(showing.issue)
            if issue is None:
                continue
            try:
                renderings = self.read_back(showing)
            except UnreadableError:
                continue
            for rendering in renderings:
                yield issue, showing, rendering

    def _read_file(self, file: ShownFile) -> ReadBack:
        tree, path, media_type = file
        content = self.files.get((tree, path))
        if content is None:
            return UnreadableError("there is no such file")
        try:
            return self._read_as(tree, media_type, content)
        except UnreadableError as error:
            return error

    def _read_as(self, tree: Tree, media_type: str, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the reader for its media type makes of a file, or of a document inside one."""
        key = (tree, media_type, content)
        if key not in self._documents:
            self._documents[key] = self._read_by(media_type, tree, content)
        return self._documents[key]

    def _reader(self, media_type: str) -> tuple[Reader, Container | None]:
        """The one that counts, and whether documents lie in what it reads."""
        if media_type not in self._installed:
            found = next((reader for reader in reversed(self.readers) if reader.media_type == media_type), None)
            if found is None:
                raise UnreadableError(f"no reader is installed for {media_type}")
            self._installed[media_type] = found, found if isinstance(found, Container) else None
        return self._installed[media_type]

    def _read_by(self, media_type: str, tree: Tree, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        reader, container = self._reader(media_type)
        if container is None:
            found = reader.read(content)
            return {entry: tuple(_even(self._sent(tree, media_type, one)) for one in shown) for entry, shown in found.items()}
        even: set[str] = set()

        def inside(media_type: str, document: bytes) -> Shown:
            shown = whole(self._read_as(tree, media_type, document))
            even.add(shown.text)
            return shown

        found = container.read_with(content, inside)
        return {entry: tuple(one if one.text in even else _even(one) for one in shown) for entry, shown in found.items()}

    def _sent(self, tree: Tree, media_type: str, shown: Shown) -> Shown:
        """Plain text of an email as its provider sends it on: what it holds for the provider's template language is undone."""
        sender = self.archive.publication.sender
        if tree is not Tree.DIST or sender is None or not sender.provider.escapes or "text/html" in {media_type, shown.form}:
            return shown
        return replace(shown, text=sender.provider.sent(shown.text))


def file_of(showing: Showing) -> ShownFile:
    """The file that a showing stands in."""
    return showing.tree, showing.path, showing.media_type


def _even(shown: Shown) -> Shown:
    """All spaces are equal, once for all proofs."""
    return Shown(" ".join(shown.text.split()), shown.links, shown.form)
