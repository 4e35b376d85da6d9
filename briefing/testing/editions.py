"""What every edition must keep to, as one assertion; each breach names the edition, the file, and what to do."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.rendering import render_text
from briefing.model import Archive, Artifact, Edition, Issue, Paragraph, Quoted, Rendition, Theme, Tree
from briefing.model.words import unmarked
from briefing.press.printing import is_safe
from briefing.press.theme import load_theme
from briefing.proofs import Outputs
from briefing.proofs.markers import Markers
from briefing.proofs.quotations import Quotations
from briefing.proofs.same_words import SameWords
from briefing.testing.harm import harm_done
from briefing.testing.purity import ImpureError, no_way_out
from briefing.testing.samples import sample_archive
from briefing.testing.variants import hostile, with_one_form_each

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*")
_TELLING = 6
"""From how many words on a paragraph found in a file is no coincidence."""


def assert_edition_contract(edition: Edition, archive: Archive | None = None, theme: Theme | None = None) -> None:
    """Fail unless ``edition`` keeps to the contract, on the sample archive and the shipped theme if no others are given.

    It is pure and gives the same bytes twice; its files are named, typed and placed as they must be; each file that carries an issue
    says so and passes the proofs; every form of copy survives; and copy that means harm comes out as words.
    """
    archive, theme = archive or sample_archive(), theme or load_theme()
    _assert(edition, _NAME.fullmatch(edition.name) is not None, "its name", "a name is lower case, its words joined by hyphens")
    rendition = _render(edition, archive, theme, "the archive")
    _assert_reproducible(edition, rendition, _render(edition, copy.deepcopy(archive), theme, "the archive a second time"))
    _assert_files(edition, rendition)
    _assert_showings(edition, rendition, archive)
    _assert_proven(edition, rendition, archive)
    for form, single in with_one_form_each(archive):
        _assert_same_words(edition, _render(edition, single, theme, f"an issue that is one {form}"), single, f"one {form}")
    _render(edition, Archive(archive.publication, ()), theme, "an archive without issues")
    _assert_harmless(edition, archive, theme)


def _assert(edition: Edition, holds: bool, where: str, what: str) -> None:
    if not holds:
        raise AssertionError(f"edition “{edition.name}”: {where}: {what}")


def _render(edition: Edition, archive: Archive, theme: Theme, what: str) -> Rendition:
    try:
        with no_way_out():
            return edition.render(archive, theme)
    except ImpureError as error:
        raise AssertionError(
            f"edition “{edition.name}”: rendering {what} reached for {error}; "
            "an edition goes by its arguments alone: templates and files are in the theme"
        ) from error
    except Exception as error:
        raise AssertionError(f"edition “{edition.name}”: rendering {what} raised {type(error).__name__}: {error}") from error


def _assert_reproducible(edition: Edition, first: Rendition, second: Rendition) -> None:
    advice = "the same archive must give the same bytes: no clock, no chance, and no order of a set"
    paths = [_path(artifact) for artifact in first.artifacts]
    _assert(
        edition, paths == [_path(artifact) for artifact in second.artifacts], "its list of files differs between two runs", advice
    )
    for one, other in zip(first.artifacts, second.artifacts, strict=True):
        _assert(edition, one == other, f"{_path(one)} differs between two runs", advice)
    _assert(edition, first.showings == second.showings, "its showings differ between two runs", advice)


def _assert_files(edition: Edition, rendition: Rendition) -> None:
    seen = set[tuple[Tree, str]]()
    for artifact in rendition.artifacts:
        _assert(
            edition, is_safe(artifact.path), _path(artifact), "a path is relative, with forward slashes, and stays in its folder"
        )
        typed = _MEDIA_TYPE.fullmatch(artifact.media_type) is not None
        _assert(
            edition, typed, _path(artifact), f"“{artifact.media_type}” is no media type: write text/plain, without parameters"
        )
        _assert(edition, isinstance(artifact.content, bytes), _path(artifact), "its content must be bytes: encode text as UTF-8")
        key = (artifact.tree, artifact.path.casefold())
        _assert(edition, key not in seen, _path(artifact), "two files have this path; some disks know no upper case")
        seen.add(key)
    for tree, path in seen:
        folders = {(tree, str(parent)) for parent in PurePosixPath(path).parents}
        _assert(edition, not folders & seen, f"{tree.value}/{path}", "one of its folders is a file of the same edition")


def _assert_showings(edition: Edition, rendition: Rendition, archive: Archive) -> None:
    files = {(artifact.tree, artifact.path): artifact.media_type for artifact in rendition.artifacts}
    numbers = {issue.number for issue in archive.issues}
    for showing in rendition.showings:
        where, key = f"{showing.tree.value}/{showing.path}", (showing.tree, showing.path)
        _assert(edition, key in files, where, "a showing names this file, but the edition made none of that path")
        same = files[key] == showing.media_type
        _assert(edition, same, where, f"its showing says {showing.media_type}, the file itself {files[key]}: give both one type")
        _assert(edition, showing.issue in numbers, where, f"its showing names issue {showing.issue}, which is not in the archive")
    for artifact, issue in _unshown(rendition, archive):
        _assert(edition, False, _path(artifact), f"it carries the text of issue {issue.number}: add a Showing for it")


def _unshown(rendition: Rendition, archive: Archive) -> Iterator[tuple[Artifact, Issue]]:
    """Files that carry an issue without saying so; a copy, byte for byte, of a file that says so is proven with it."""
    stated = {(showing.tree, showing.path) for showing in rendition.showings}
    proven = {artifact.content for artifact in rendition.artifacts if (artifact.tree, artifact.path) in stated}
    for artifact in rendition.artifacts:
        if artifact.content not in proven:
            yield from ((artifact, issue) for issue in _carried(artifact, archive))


def _carried(artifact: Artifact, archive: Archive) -> Iterator[Issue]:
    """The issues of which a whole paragraph of our own words stands in the file as it is; quotations may be listed anywhere."""
    text = " ".join(artifact.content.decode("utf-8", "replace").split())
    for issue in archive.issues:
        own = (block for block in issue.body if isinstance(block, Paragraph) and not _is_quotation(block))
        paragraphs = (" ".join(unmarked(block.content).split()) for block in own)
        if any(len(words.split()) >= _TELLING and words in text for words in paragraphs):
            yield issue


def _is_quotation(paragraph: Paragraph) -> bool:
    """Whether all its words are somebody's, in marks."""
    return not unmarked(tuple(inline for inline in paragraph.content if not isinstance(inline, Quoted))).strip()


def _outputs(rendition: Rendition, archive: Archive) -> Outputs:
    files = {(artifact.tree, artifact.path): artifact.content for artifact in rendition.artifacts}
    return Outputs(archive, files, rendition.showings)


def _assert_proven(edition: Edition, rendition: Rendition, archive: Archive) -> None:
    outputs = _outputs(rendition, archive)
    _assert_nothing_found(edition, "", (one for proof in (SameWords(), Quotations(), Markers()) for one in proof.prove(outputs)))


def _assert_same_words(edition: Edition, rendition: Rendition, archive: Archive, what: str) -> None:
    _assert_nothing_found(edition, f" with an issue that has {what}", SameWords().prove(_outputs(rendition, archive)))


def _assert_nothing_found(edition: Edition, what: str, findings: Iterable[Diagnostic]) -> None:
    if found := tuple(findings):
        raise AssertionError(f"edition “{edition.name}”{what} does not pass the proofs\n{render_text(found, {})}")


def _assert_harmless(edition: Edition, archive: Archive, theme: Theme) -> None:
    harmful = hostile(archive)
    rendition = _render(edition, harmful, theme, "an archive with markup in its texts")
    for artifact in rendition.artifacts:
        if problem := harm_done(artifact):
            _assert(edition, False, _path(artifact), f"{problem}; escape every text where it enters the file")
    _assert_same_words(edition, rendition, harmful, "markup in its texts: escape it, and show it as words")


def _path(artifact: Artifact) -> str:
    return f"{artifact.tree.value}/{artifact.path}"
