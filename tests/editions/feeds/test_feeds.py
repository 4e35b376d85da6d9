from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.editions.feeds import FeedsEdition
from briefing.model import Archive, Contact, Correction, CorrectionKind, Issue, Paragraph, Rendition, Text, Theme
from briefing.model.words import words
from briefing.proofs import Outputs
from briefing.proofs.same_words import SameWords
from briefing.testing import sample_archive
from tests.characters import ANY

BARE = Theme({}, {}, {})
XML = ("feed.xml", "atom.xml")
SITE = "https://lantern.example/bulletin/"


@lru_cache(maxsize=32)
def render(archive: Archive) -> Rendition:
    """The feeds of an archive, rendered once however often they are looked into."""
    return FeedsEdition().render(archive, BARE)


def file(archive: Archive, path: str) -> bytes:
    (content,) = (artifact.content for artifact in render(archive).artifacts if artifact.path == path)
    return content


@lru_cache(maxsize=32)
def parsed(archive: Archive, path: str) -> Any:
    """The feed with its issues; corrections as entries of their own have tests of their own. Not to be changed: it is read once."""
    feed = feedparser.parse(file(archive, path))
    assert not feed.bozo, feed.get("bozo_exception")
    feed.entries = [entry for entry in feed.entries if "/correction/" not in entry.id]
    return feed


def items(archive: Archive) -> list[dict[str, Any]]:
    """The same of the JSON feed."""
    found: list[dict[str, Any]] = json.loads(file(archive, "feed.json"))["items"]
    return [item for item in found if "/correction/" not in item["id"]]


def archive_with(**changes: Any) -> Archive:
    """The sample with fields of its publication changed."""
    archive = sample_archive()
    return replace(archive, publication=replace(archive.publication, **changes))


def issue_with(**changes: Any) -> Archive:
    """The sample with fields of its newest issue changed."""
    archive = sample_archive()
    return replace(archive, issues=(archive.issues[0], replace(archive.issues[1], **changes)))


@lru_cache(maxsize=32)
def proven(archive: Archive) -> list[tuple[str, ...]]:
    rendition = render(archive)
    files = {(artifact.tree, artifact.path): artifact.content for artifact in rendition.artifacts}
    return [finding.notes for finding in SameWords().prove(Outputs(archive, files, rendition.showings))]


def test_there_are_feeds_of_everything_of_each_topic_and_author_and_of_corrections_and_a_list_of_all_issues() -> None:
    assert [artifact.path for artifact in render(sample_archive()).artifacts] == [
        *("feed.xml", "atom.xml", "feed.json", "rss.xml", "index.xml"),
        *("topics/safety/feed.xml", "topics/money/feed.xml", "authors/harbour-editor/feed.xml", "corrections/feed.xml"),
        *("archive.json", "assets/feed.css", "calendar.ics"),
    ]


def test_there_are_two_copies_at_old_addresses() -> None:
    assert file(sample_archive(), "feed.xml") == file(sample_archive(), "rss.xml") == file(sample_archive(), "index.xml")


def test_the_bytes_are_the_same_every_time() -> None:
    assert FeedsEdition().render(sample_archive(), BARE) == render(sample_archive())


def test_every_feed_shows_the_words_of_every_issue() -> None:
    assert proven(sample_archive()) == []


@pytest.mark.parametrize("path", XML)
def test_a_reader_s_program_finds_what_it_looks_for(path: str) -> None:
    feed, issue = parsed(sample_archive(), path), sample_archive().issues[1]
    entry = feed.entries[0]
    assert feed.feed.title == "The Pilotage Lantern"
    assert feed.feed.link == SITE
    assert feed.feed.subtitle == "A fortnightly briefing on harbour pilotage & its oversight"
    assert feed.feed.language == "en-GB"
    assert (entry.id, entry.title, entry.link) == (issue.id, issue.title, f"{SITE}issues/pilot-hours/")
    assert entry.author == "Ines Calloway"
    assert [tag.term for tag in entry.tags] == ["Safety"]
    assert tuple(entry.published_parsed) == tuple(issue.published.utctimetuple())
    assert entry.summary == "Letters seen by the Lantern show that the board knew its rest rule was not kept &lt;at night&gt;."
    text = " ".join(re.sub(r"<[^>]+>", " ", entry.content[0].value).split())
    assert "Write to the guild {{ nothing }} *|X|* %y%." in text


def test_atom_says_when_an_entry_was_changed() -> None:
    entry = parsed(sample_archive(), "atom.xml").entries[0]
    assert entry.updated == "2031-05-20T00:00:16+01:00"
    assert entry.published == "2031-05-16T07:00:00+01:00"


def test_json_feed_has_what_version_1_1_asks_for() -> None:
    feed = json.loads(file(sample_archive(), "feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"]) == (SITE, f"{SITE}feed.json")
    (first,) = (item for item in feed["items"] if item["id"] == sample_archive().issues[1].id)
    assert first["id"] == "tag:lantern.example,2031-05-16:2"
    assert first["url"] == f"{SITE}issues/pilot-hours/"
    assert first["tags"] == ["Safety"]
    assert first["authors"] == [{"name": "Ines Calloway"}]
    assert first["date_modified"] > first["date_published"]


def test_an_id_is_no_link_and_survives_a_new_slug_and_title() -> None:
    assert b'<guid isPermaLink="false">tag:lantern.example,2031-05-16:2</guid>' in file(sample_archive(), "feed.xml")
    moved = issue_with(slug="rest-rules", title="Rest rules")
    assert [entry.id for entry in parsed(moved, "feed.xml").entries] == [
        entry.id for entry in parsed(sample_archive(), "feed.xml").entries
    ]


def test_the_feeds_are_as_old_as_their_newest_change_and_know_no_clock() -> None:
    feed = parsed(sample_archive(), "feed.xml").feed
    assert parsedate_to_datetime(feed.updated).isoformat() == "2031-05-20T00:00:17+01:00"
    assert parsed(sample_archive(), "atom.xml").feed.updated == "2031-05-20T00:00:17+01:00"


def test_a_correction_changes_date_and_content_and_keeps_the_id() -> None:
    corrected = issue_with(
        corrections=(Correction(date(2031, 6, 1), CorrectionKind.APOLOGY, major=True, text="We were wrong."),),
    )
    before, after = items(sample_archive())[0], items(corrected)[0]
    assert before["id"] == after["id"]
    assert before["date_published"] == after["date_published"]
    assert after["date_modified"] == "2031-06-01T00:00:16+01:00"
    assert "Apology, 1 June 2031: We were wrong." in after["content_html"]
    assert parsed(corrected, "atom.xml").feed.updated == "2031-06-01T00:00:17+01:00"


def test_the_newest_issues_come_first_and_old_ones_drop_out() -> None:
    assert [entry.title for entry in parsed(sample_archive(), "feed.xml").entries][1] == sample_archive().issues[0].title
    for path in XML:
        assert len(parsed(archive_with(feed_items=1), path).entries) == 1
    assert len(items(archive_with(feed_items=1))) == 1


def test_a_publication_without_issues_has_feeds_too() -> None:
    empty = replace(sample_archive(), issues=())
    assert [parsed(empty, path).entries for path in XML] == [[], []]
    assert items(empty) == []
    assert FeedsEdition().render(empty, BARE) == render(empty)


def test_a_hub_is_named_where_one_is_configured() -> None:
    hub = "https://hub.example/"
    for path in XML:
        assert [link.href for link in parsed(archive_with(feed_hub=hub), path).feed.links if link.rel == "hub"] == [hub]
        assert parsed(archive_with(feed_hub=hub), path).feed.link == SITE
        assert b'"hub"' not in file(sample_archive(), path)
    assert json.loads(file(archive_with(feed_hub=hub), "feed.json"))["hubs"] == [{"type": "WebSub", "url": hub}]


def test_every_feed_names_itself() -> None:
    for path in XML:
        assert [link.href for link in parsed(sample_archive(), path).feed.links if link.rel == "self"] == [f"{SITE}{path}"]


def test_content_has_absolute_addresses_and_nothing_that_runs_or_styles() -> None:
    content = items(sample_archive())[0]["content_html"]
    addresses = re.findall(r'(?:href|src)="([^"]*)"', content)
    assert len(addresses) > 8
    assert all(re.match(r"https://|mailto:", address) for address in addresses)
    assert not re.search(r"\bid=|<h1|<script|<style|style=|class=", content)


def test_markers_lead_to_the_notes_on_the_website() -> None:
    content = items(sample_archive())[0]["content_html"]
    page = f"{SITE}issues/pilot-hours/#note-"
    assert f'<sup><a href="{page}1">1, p. 4</a>; <a href="{page}2">2</a></sup>' in content


def test_pull_quotes_are_shown_only_where_the_publication_says_so() -> None:
    without, shown = (
        items(sample_archive())[0]["content_html"],
        items(archive_with(pulls=frozenset({"feeds"})))[0]["content_html"],
    )
    pull = "<blockquote><p>“We call it a paper rule”</p></blockquote><p>— Sallow Pilots’ Guild, letter to the Harbour Board, March 2031</p>"
    assert pull not in without
    assert shown.index(pull) > shown.index("and we ask you to say so.”")
    assert "<blockquote><p>nobody counts the hours</p></blockquote>" in shown
    assert proven(archive_with(pulls=frozenset({"feeds"}))) == []


def test_there_is_no_line_about_contact_where_there_is_no_way() -> None:
    assert "In confidence:" not in items(archive_with(contact=Contact()))[0]["content_html"]
    ways = Contact(signal="lantern.01", key="https://lantern.example/key.asc", onion="http://lantern.onion/")
    assert (
        'In confidence: Signal lantern.01, <a href="http://lantern.onion/">http://lantern.onion/</a>, '
        '<a href="https://lantern.example/key.asc">public key</a>'
    ) in items(archive_with(contact=ways))[0]["content_html"]
    assert proven(archive_with(contact=ways, strapline="")) == []


def test_an_issue_in_another_language_says_so() -> None:
    assert items(issue_with(language="cy"))[0]["content_html"].startswith('<div lang="cy">')
    assert proven(issue_with(language="cy")) == []


HOSTILE = [
    "R&D at Smith & Sons &amp; co",
    "1 < 2 > 0 <b>bold</b> </item>",
    "]]> and <![CDATA[ and <!-- and -->",
    "\N{FIREWORKS}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET} 👩🏽‍🚒",
    "مرحبا بالعالم \N{RIGHT-TO-LEFT MARK}עברית",
    "港口引航員的休息規則",
    "“quoted” 'straight' \"double\"",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "&#0; &bogus; %00 \\u0000 {{7*7}}",
    "a\u00a0no-break\u2009thin\u2028line",
    "soft\u00adhyphen e\u0301",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("path", XML)
def test_any_title_and_name_is_kept_as_it_is(text: str, path: str) -> None:
    archive = issue_with(
        title=text,
        authors=(replace(sample_archive().issues[1].authors[0], name=text),),
        topics=(replace(sample_archive().issues[1].topics[0], name=text),),
        body=(Paragraph("p", (Text(text),)),),
        description=text,
    )
    archive = replace(archive, publication=replace(archive.publication, title=text, description=text, strapline=text))
    feed = parsed(archive, path)
    assert feed.entries[0].tags[0].term.split() == text.split()
    assert feed.entries[0].author.split() == text.split()
    assert f">{_escaped(text)}</title>" in file(archive, path).decode()
    assert proven(archive) == []
    assert items(archive)[0]["title"] == text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_characters_that_xml_cannot_hold_do_not_break_the_feed_and_do_not_go_unseen() -> None:
    archive = issue_with(title="a\x00b\ufffe \ud800", body=(Paragraph("p", (Text("c\x1fd \x0be\x07"),)),))
    assert parsed(archive, "feed.xml").entries[0].title == "a\ufffdb\ufffd \ufffd"
    assert len(proven(archive)) == len([*XML, "feed.json", "topics/safety/feed.xml", "authors/harbour-editor/feed.xml"])


@given(st.text(ANY, min_size=1), st.text(ANY, min_size=1), st.text(ANY))
def test_whatever_the_words_are_the_feeds_are_well_formed(title: str, description: str, text: str) -> None:
    archive = issue_with(title=title, description=description, body=(Paragraph("p", (Text(text),)),))
    unprintable = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
    assert bool(proven(archive)) == bool(unprintable.search(title + description + text))


WORD = re.compile(r"<[^>]*>|&\w+;|([^\s<>&]+)")
MUTATIONS: dict[str, Callable[[str], str]] = {
    "drop": lambda _: "",
    "double": lambda word: f"{word} {word}",
    "alter": lambda word: f"{word}x",
    "turn a mark": lambda word: word.translate({0x201D: '"', 0x201C: '"', 0x2019: "'"}),
    "change case": lambda word: word.swapcase(),
}


@given(st.data())
def test_any_change_of_one_word_of_a_feed_is_caught(data: st.DataObject) -> None:
    archive = archive_with(pulls=frozenset({"feeds"}))
    rendition = render(archive)
    files = {(artifact.tree, artifact.path): artifact.content for artifact in rendition.artifacts}
    feed = json.loads(file(archive, "feed.json"))
    item = data.draw(st.sampled_from([item for item in feed["items"] if "/correction/" not in item["id"]]))
    part = data.draw(st.sampled_from(["title", "summary", "content_html"]))
    found = data.draw(st.sampled_from([match for match in WORD.finditer(item[part]) if match[1]]))
    mutated = MUTATIONS[data.draw(st.sampled_from(sorted(MUTATIONS)))](found[1])
    item[part] = item[part][: found.start()] + mutated + item[part][found.end() :]
    (key,) = (key for key in files if key[1] == "feed.json")
    whole = Outputs(archive, {**files, key: json.dumps(feed).encode()}, rendition.showings)
    assert [finding.code for finding in SameWords().prove(whole)] == ([] if mutated == found[1] else ["D101"])


def test_an_issue_of_every_form_has_a_good_many_words_to_compare() -> None:
    newest: Issue = sample_archive().issues[1]
    assert len(words(newest)) > 200
