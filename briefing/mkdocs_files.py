"""What MkDocs is given to carry: finished files under its own name for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mkdocs.structure.files import File, Files, InclusionLevel


class CarriedFile(File):
    """A file MkDocs copies and never renders: an issue's ``.md`` is only the target of links."""

    def __init__(self, uri: str, site: str, content: bytes = b"", dest: str | None = None) -> None:
        super().__init__(uri, None, site, use_directory_urls=True, dest_uri=dest or uri)
        self.content_bytes = content

    def is_documentation_page(self) -> bool:
        """Never, whatever its name ends in."""
        return False


class CarriedFiles(Files):
    """MkDocs' files, of which those that are finished are written at once, by all processors."""

    def __init__(self, files: Iterable[File], write: Callable[[dict[str, bytes]], None]) -> None:
        super().__init__(files)
        self.write = write

    def copy_static_files(
        self, dirty: bool = False, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> None:
        """Write the finished ones, and let MkDocs copy the others."""
        self.write(
            {file.dest_uri: file.content_bytes for file in self if isinstance(file, CarriedFile) and inclusion(file.inclusion)}
        )
        Files([file for file in self if not isinstance(file, CarriedFile)]).copy_static_files(dirty, inclusion=inclusion)
