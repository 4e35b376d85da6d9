from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import feedparser
import pytest

from briefing.clearance import clear
from briefing.editions.feeds import FeedsEdition
from briefing.model import Archive, Correction, CorrectionKind, Theme
from briefing.press.composing import compose
from briefing.press.project import read_project
from briefing.press.theme import load_theme
from briefing.proofs import Outputs
from briefing.proofs.changes import Changes
from briefing.proofs.completeness import Completeness
from briefing.proofs.same_words import SameWords
from briefing.testing import sample_archive
from briefing.testing.variants import hostile
from tests.acceptance.conftest import FOLDER
from tests.editions.feeds.feed_rules import faults

ROOT = Path(__file__).parents[3]
BARE = Theme({}, {}, {})


def of_project(folder: Path) -> Archive:
    """What would be published of a real project, read from its files."""
    if not folder.is_dir():
        pytest.skip("the acceptance project is not beside this checkout")
    composition = compose(read_project(folder / "mkdocs.yml"), (), datetime(2026, 12, 1, tzinfo=UTC))
    assert composition.desk is not None
    return clear(composition.desk, ())


def corrected(archive: Archive) -> Archive:
    """Every issue with three corrections, two of them of one day, which is the same in all."""
    day = date(2031, 6, 1)
    kinds = (CorrectionKind.CORRECTION, CorrectionKind.UPDATE)
    more = tuple(Correction(day, kind, major=True, text="R&D ]]> <b>") for kind in kinds)
    last = Correction(date(2031, 6, 2), CorrectionKind.RECALL, major=True, text="“…”")
    return replace(archive, issues=tuple(replace(issue, corrections=(*more, last)) for issue in archive.issues))


ARCHIVES: dict[str, Callable[[], Archive]] = {
    "the archive of the kit": sample_archive,
    "harm in every text": lambda: hostile(sample_archive()),
    "much corrected": lambda: corrected(sample_archive()),
    "much corrected, with harm": lambda: hostile(corrected(sample_archive())),
    "with a hub": lambda: replace(
        sample_archive(), publication=replace(sample_archive().publication, feed_hub="https://hub.example/?a=1&b=2")
    ),
    "empty": lambda: replace(sample_archive(), issues=()),
    "the sample publication": lambda: of_project(ROOT),
    "the acceptance project": lambda: of_project(FOLDER / "mental-health-matters"),
}


OF_PROJECTS = {"the sample publication": pytest.mark.slow, "the acceptance project": pytest.mark.acceptance}
"""They are read from files."""


def among(names: Iterable[str]) -> list[pytest.ParameterSet]:
    return [pytest.param(name, marks=OF_PROJECTS.get(name, ())) for name in names]


@pytest.mark.parametrize("name", among(ARCHIVES))
def test_every_feed_keeps_every_rule(name: str) -> None:
    rendition = FeedsEdition().render(ARCHIVES[name](), BARE)
    feeds = [artifact for artifact in rendition.artifacts if artifact.media_type not in {"text/css", "text/calendar"}]
    assert len(feeds) > 5
    for artifact in {artifact.content: artifact for artifact in feeds}.values():  # some stand at two addresses
        assert faults(artifact.path, artifact.content) == [], artifact.path
        if artifact.path.endswith(".xml"):
            parsed = feedparser.parse(artifact.content, sanitize_html=False, resolve_relative_uris=False)
            assert not parsed.bozo, parsed.get("bozo_exception")


@pytest.mark.parametrize("name", among(["the archive of the kit", "much corrected, with harm", "the sample publication"]))
def test_the_words_of_all_feeds_are_proven_and_no_issue_or_correction_is_missing(name: str) -> None:
    archive = ARCHIVES[name]()
    rendition = FeedsEdition().render(archive, BARE)
    outputs = Outputs(archive, {(one.tree, one.path): one.content for one in rendition.artifacts}, rendition.showings)
    found = [*SameWords().prove(outputs), *Changes().prove(outputs), *Completeness().prove(outputs)]
    assert [one for one in found if one.code.startswith("D")] == []
    assert {one.path for one in rendition.showings} >= {"feed.xml", "atom.xml", "feed.json"}


PLANTED: dict[str, tuple[str, bytes, bytes]] = {
    "UndefinedElement: author": ("feed.xml", b"<guid", b"<author>x</author><guid"),
    "DuplicateIds": ("feed.xml", b"2031-05-02:1<", b"2031-05-16:2<"),
    "InvalidRFC2822Date": ("feed.xml", b"Fri, 16 May", b"Mon, 16 May"),
    "ContainsRelRef": ("feed.xml", b'&lt;a href="https:', b'&lt;a href="/a'),
    "SecurityRisk: script": ("atom.xml", b"&lt;em&gt;Our", b"&lt;script&gt;Our"),
    "DuplicateUpdated": ("atom.xml", b"00:00:17", b"00:00:16"),
    "InvalidRFC3339Date": ("atom.xml", b"2031-05-20T00:00:17+01:00", b"2031-05-20"),
    "MissingAtomSelfLink": ("feed.xml", b'rel="self"', b'rel="other"'),
    "no style sheet": ("feed.xml", b"<?xml-stylesheet ", b"<?other "),
    "unknown member author": ("feed.json", b'"authors"', b'"author"'),
}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_broken_rule_is_seen(rule: str) -> None:
    path, old, new = PLANTED[rule]
    (whole,) = (one.content for one in FeedsEdition().render(sample_archive(), BARE).artifacts if one.path == path)
    assert old in whole
    assert any(fault.startswith(rule) for fault in faults(path, whole.replace(old, new)))


def test_the_feeds_of_a_long_archive_are_as_long_as_they_may_be() -> None:
    short, corrected_one = sample_archive().issues
    issue = replace(short, corrections=corrected_one.corrections)
    numbered = (replace(issue, number=number, id=f"tag:lantern.example,2031-05-16:{number}") for number in range(1, 31))
    archive = replace(sample_archive(), issues=tuple(numbered))
    files = {one.path: one.content for one in FeedsEdition().render(archive, BARE).artifacts}
    for path in ("feed.xml", "topics/safety/feed.xml", "authors/harbour-editor/feed.xml", "corrections/feed.xml"):
        entries = [entry.id for entry in feedparser.parse(files[path], sanitize_html=False, resolve_relative_uris=False).entries]
        assert sum("/correction/" not in entry for entry in entries) == (0 if path.startswith("corrections") else 20)
        assert sum("/correction/" in entry for entry in entries) == 20
    assert files["archive.json"].count(b'"content_text"') == 30


def test_a_browser_is_told_what_a_feed_is_and_where_to_subscribe() -> None:
    title = 'R&D "]]> \\ </style> <x>'
    archive = replace(sample_archive(), publication=replace(sample_archive().publication, title=title))
    (sheet,) = (
        one.content.decode() for one in FeedsEdition().render(archive, load_theme()).artifacts if one.path.endswith(".css")
    )
    assert "https://lantern.example/bulletin/subscribe/" in sheet
    assert "--paper: #fdfcf9;" in sheet
    assert r"R&D \22 ]]\3e  \5c  \3c /style\3e  \3c x\3e : copy its address" in sheet
    assert "<" not in sheet


@pytest.mark.slow
def test_the_clock_plays_no_part() -> None:
    before = FeedsEdition().render(sample_archive(), BARE)
    time.sleep(1.1)
    assert FeedsEdition().render(sample_archive(), BARE) == before
