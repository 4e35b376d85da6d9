"""The kit passes our own editions, and names what a broken one breaks."""

from __future__ import annotations

import contextlib
import itertools
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

from briefing.editions.email import EmailEdition
from briefing.editions.feeds import FeedsEdition
from briefing.editions.web import WebEdition
from briefing.model import Archive, Artifact, Edition, Issue, Rendition, Showing, Table, Theme, Tree
from briefing.model.words import lines
from briefing.testing import EVERY_FORM, archive, assert_edition_contract

MASTHEAD = "In plain words"


@pytest.mark.parametrize("edition", [FeedsEdition(), EmailEdition(), pytest.param(WebEdition(), marks=pytest.mark.slow)])
def test_our_own_editions_keep_the_contract(edition: Edition) -> None:
    assert_edition_contract(edition)
    assert_edition_contract(edition, archive(EVERY_FORM))


class Plain:
    """A page an issue, as simple as can be; broken ones change one thing."""

    name = "plain"

    def render(self, archive: Archive, theme: Theme) -> Rendition:
        del theme
        pages = [(issue, Artifact(Tree.SITE, self.path(issue), self.page(issue), "text/html")) for issue in archive.issues]
        return Rendition(tuple(page for _, page in pages), tuple(self.showing(issue, page) for issue, page in pages))

    def path(self, issue: Issue) -> str:
        return f"plain/{issue.slug}.html"

    def page(self, issue: Issue) -> bytes:
        return "".join(f"<p>{line}</p>" for line in (MASTHEAD, *map(escape, self.lines(issue)))).encode()

    def lines(self, issue: Issue) -> Iterator[str]:
        return lines(issue)

    def showing(self, issue: Issue, page: Artifact) -> Showing:
        return Showing(issue.number, page.tree, page.path, page.media_type, (MASTHEAD,))


def test_an_edition_need_not_be_more_than_this() -> None:
    assert_edition_contract(Plain())


class DropsAWord(Plain):
    def lines(self, issue: Issue) -> Iterator[str]:
        return (line.replace("eleven hours of rest", "hours of rest") for line in lines(issue))


class NeverTheSame(Plain):
    def page(self, issue: Issue) -> bytes:
        return super().page(issue) + f"<!-- {random.random()} -->".encode()  # noqa: S311 - the fault that is planted


class Remembers(Plain):
    def __init__(self) -> None:
        self.runs = itertools.count()

    def path(self, issue: Issue) -> str:
        return f"plain/{issue.slug}-{next(self.runs)}.html"


class OpensAFile(Plain):
    def page(self, issue: Issue) -> bytes:
        Path(__file__).read_bytes()
        return super().page(issue)


class OpensAFileInSecret(Plain):
    def page(self, issue: Issue) -> bytes:
        with contextlib.suppress(AssertionError):
            Path(__file__).read_bytes()
        return super().page(issue)


class LeavesItsFolder(Plain):
    def path(self, issue: Issue) -> str:
        return f"../{issue.slug}.html"


class OnePathForAll(Plain):
    def path(self, issue: Issue) -> str:
        return "plain/ISSUE.html" if issue.number == 1 else "plain/issue.html"


class FileAsFolder(Plain):
    def path(self, issue: Issue) -> str:
        return "plain/issue" if issue.number == 1 else "plain/issue/2.html"


class DeclaresNothing(Plain):
    def showing(self, issue: Issue, page: Artifact) -> Showing:
        return replace(super().showing(issue, page), declared=())


class ShowsAnotherType(Plain):
    def showing(self, issue: Issue, page: Artifact) -> Showing:
        return replace(super().showing(issue, page), media_type="text/plain")


class ShowsAnotherFile(Plain):
    def showing(self, issue: Issue, page: Artifact) -> Showing:
        return replace(super().showing(issue, page), path="plain/elsewhere.html")


class ShowsAnotherIssue(Plain):
    def showing(self, issue: Issue, page: Artifact) -> Showing:
        return replace(super().showing(issue, page), issue=issue.number + 100)


class DoesNotEscape(Plain):
    def page(self, issue: Issue) -> bytes:
        return f"{super().page(issue).decode()}<footer>{issue.title}</footer>".encode()

    def showing(self, issue: Issue, page: Artifact) -> Showing:
        return replace(super().showing(issue, page), declared=(MASTHEAD, re.sub(r"<.*?>", "", issue.title)))


class KnowsNoTables(Plain):
    def lines(self, issue: Issue) -> Iterator[str]:
        body = tuple(block for block in issue.body if not isinstance(block, Table))
        return lines(replace(issue, body=body))


class FailsOnTables(Plain):
    def lines(self, issue: Issue) -> Iterator[str]:
        if len(issue.body) == 1 and isinstance(issue.body[0], Table):
            raise NotImplementedError
        return lines(issue)


class NeedsAnIssue(Plain):
    def render(self, archive: Archive, theme: Theme) -> Rendition:
        archive.issues[0]
        return super().render(archive, theme)


class SaysNothingOfItsIssues(Plain):
    def render(self, archive: Archive, theme: Theme) -> Rendition:
        return replace(super().render(archive, theme), showings=())


class Untyped(Plain):
    def render(self, archive: Archive, theme: Theme) -> Rendition:
        rendition = super().render(archive, theme)
        artifacts = (*rendition.artifacts, Artifact(Tree.DIST, "plain/list.txt", b"", "text/plain; charset=utf-8"))
        return replace(rendition, artifacts=artifacts)


class OddlyNamed(Plain):
    name = "Plain edition"


@pytest.mark.parametrize(
    ("edition", "breach"),
    [
        (DropsAWord, "site/plain/pilot-hours.html:1:1: error.W101.*the issue goes on: eleven hours of rest"),
        (NeverTheSame, "site/plain/night-berthing.html differs between two runs"),
        (Remembers, "its list of files differs between two runs"),
        (OpensAFile, "rendering the archive reached for open .*test_edition_contract.py.*the theme"),
        (OpensAFileInSecret, "rendering the archive reached for open"),
        (LeavesItsFolder, "site/../night-berthing.html: a path is relative.* stays in its folder"),
        (OnePathForAll, "site/plain/issue.html: two files have this path"),
        (FileAsFolder, "site/plain/issue/2.html: one of its folders is a file"),
        (DeclaresNothing, "night-berthing.html.*this file goes on: In plain words.*declare every other line"),
        (ShowsAnotherType, "its showing says text/plain, the file itself text/html"),
        (ShowsAnotherFile, "site/plain/elsewhere.html: a showing names this file, but the edition made none"),
        (ShowsAnotherIssue, "its showing names issue 101, which is not in the archive"),
        (DoesNotEscape, "site/plain/night-berthing.html: markup of the copy became markup of the file; escape"),
        (KnowsNoTables, "site/plain/pilot-hours.html.*the issue goes on: Month Short rests"),
        (FailsOnTables, "rendering an issue that is one Table raised NotImplementedError"),
        (NeedsAnIssue, "rendering an archive without issues raised IndexError"),
        (SaysNothingOfItsIssues, "site/plain/night-berthing.html: it carries the text of issue 1: add a Showing"),
        (Untyped, "dist/plain/list.txt: “text/plain; charset=utf-8” is no media type"),
        (OddlyNamed, "its name: a name is lower case"),
    ],
)
def test_a_broken_edition_is_told_what_it_breaks(edition: Callable[[], Edition], breach: str) -> None:
    with pytest.raises(AssertionError, match=f"(?s)^edition “[Pp]lain.*{breach}"):
        assert_edition_contract(edition())
