from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Tree
from briefing.proofs import Outputs
from briefing.proofs.same_words import SameWords
from tests.proofs.honest import MASTHEAD, changed, found, outputs, told, with_file

PAGE = "issues/pilot-hours/index.html"


@pytest.fixture(scope="module")
def honest() -> Outputs:
    return outputs()


def test_honest_editions_pass(honest: Outputs) -> None:
    assert told(SameWords(), honest) == ""


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml", "feed.json", PAGE])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("at all.", "all.", id="a word is dropped"),
        pytest.param("after the fact", "after the the fact", id="a word is doubled"),
        pytest.param("Some twice", "twice Some", id="two words are swapped"),
        pytest.param("say so.”", 'say so."', id="a quotation mark is changed"),
        pytest.param("a matter", "amatter", id="two words are run together"),
        pytest.param("a person who has seen the rosters", "", id="a note is dropped"),
        pytest.param("The figures", "The figures Subscribe", id="a line is not declared"),
        pytest.param("to us, 14 May", "to us, 15 May", id="a date is changed"),
    ],
)
def test_one_change_is_caught_in_every_edition(honest: Outputs, path: str, old: str, new: str) -> None:
    content = honest.files[Tree.SITE, path].decode()
    spelt = old.replace("”", "&#8221;") if old not in content else old
    assert len(found(SameWords(), changed(honest, path, spelt, new if path != "feed.json" else new.replace('"', '\\"')))) == 1


def test_the_finding_shows_both_sides(honest: Outputs) -> None:
    message = told(SameWords(), changed(honest, PAGE, "Some twice.", "Some thrice."))
    assert message.splitlines() == [
        f"site/{PAGE}",
        "this page does not show the words of the issue",
        "both have: … Rosters are altered after the fact. [3] Some",
        "the issue goes on: twice. [4] The figures Month Short rests March 41 April & May …",
        "this file goes on: thrice. [4] The figures Month Short rests March 41 April & May …",
    ]


def test_a_finding_in_a_feed_names_the_entry(honest: Outputs) -> None:
    message = told(SameWords(), changed(honest, "atom.xml", "Some twice", "Some thrice"))
    assert "site/atom.xml" in message
    assert "entry tag:lantern.example,2031-05-16:2" in message


def test_a_missing_end_is_told_as_such(honest: Outputs) -> None:
    page = honest.files[Tree.SITE, PAGE].decode()
    start = page.index("<p>Clarification")
    cut = with_file(honest, PAGE, (page[:start] + "</article>").encode())
    assert "this file goes on: (the end)" in told(SameWords(), cut)


def test_a_declared_line_that_is_missing_is_caught(honest: Outputs) -> None:
    message = told(SameWords(), changed(honest, PAGE, f"<p>{MASTHEAD}</p>", ""))
    assert f"the next line it declares: {MASTHEAD}" in message


def test_declared_lines_in_another_order_are_caught(honest: Outputs) -> None:
    feeds = [showing for showing in honest.showings if showing.path == "feed.xml" and showing.issue == 2]
    assert found(SameWords(), replace(honest, showings=tuple(feeds))) == []
    turned = tuple(replace(showing, declared=showing.declared[::-1]) for showing in feeds)
    assert found(SameWords(), replace(honest, showings=turned)) == ["D101 site/feed.xml"]


@pytest.mark.parametrize(("part", "old"), [("text/plain", "altered"), ("text/html", "&amp; the")])
def test_each_part_of_an_email_must_show_the_words(honest: Outputs, part: str, old: str) -> None:
    path = "email/pilot-hours/email.eml"
    mail = honest.files[Tree.DIST, path].decode()
    assert mail.count(old) >= 1
    at = mail.rindex(old) if part == "text/html" else mail.index(old)
    broken = with_file(honest, path, (mail[:at] + mail[at + len(old) :]).encode(), tree=Tree.DIST)
    findings = list(SameWords().prove(broken))
    assert [finding.code for finding in findings] == ["E101"]
    assert f"in the file: part {part}" in findings[0].notes


def test_the_text_of_an_email_is_unfolded(honest: Outputs) -> None:
    path = "email/pilot-hours/email.txt"
    assert found(SameWords(), changed(honest, path, "altered", "alter ed", tree=Tree.DIST)) == [f"E101 dist/{path}"]


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("feed.xml", b"<rss><channel>", "it is not well-formed XML"),
        ("feed.xml", b"<rss/>", "it has no entry tag:lantern.example,2031-05-16:2"),
        ("atom.xml", b"\xff\xfe\x00", "it is not well-formed XML"),
        ("feed.json", b"[]", "it is not a JSON Feed"),
        ("feed.json", b'{"items": [{"id": 1, "title": 5}]}', "it is not a JSON Feed"),
        ("feed.json", b'{"items": [{"id": "a", "content_html": "\\ud800"}]}', "it is not Unicode"),
        ("feed.xml", b"<rss><item><guid>a</guid></item><item><guid>a</guid></item></rss>", "two entries have the id a"),
    ],
)
def test_a_feed_that_cannot_be_read_back_is_a_finding(honest: Outputs, path: str, content: bytes, reason: str) -> None:
    broken = with_file(honest, path, content)
    assert set(found(SameWords(), broken)) == {f"D105 site/{path}"}
    assert reason in told(SameWords(), broken)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Subject: x\n\nText only", "it has 0 parts of the type text/html, not one"),
        (b"Content-Type: text/html\n\n<p>x", "it has 0 parts of the type text/plain, not one"),
    ],
)
def test_an_email_with_one_part_only_is_a_finding(honest: Outputs, content: bytes, reason: str) -> None:
    assert reason in told(SameWords(), with_file(honest, "email/pilot-hours/email.eml", content, tree=Tree.DIST))


def test_a_showing_of_a_missing_file_or_an_unknown_type_is_a_finding(honest: Outputs) -> None:
    first = honest.showings[0]
    lost = (replace(first, path="nowhere.xml"), replace(first, media_type="image/gif"))
    message = told(SameWords(), replace(honest, showings=lost))
    assert "there is no such file" in message
    assert "no reader is installed for image/gif" in message


def test_a_feed_is_parsed_once_for_all_its_issues(honest: Outputs) -> None:
    class Counting:
        media_type = "application/rss+xml"

        def __init__(self) -> None:
            self.times = 0

        def read(self, content: bytes) -> dict[str, tuple[()]]:
            self.times += bool(content)
            return {"tag:lantern.example,2031-05-16:2": (), "tag:lantern.example,2031-05-02:1": ()}

    reader = Counting()
    fresh = replace(honest, readers=(*honest.readers, reader))
    assert found(SameWords(), fresh) == []
    assert reader.times == len({showing.path for showing in honest.showings if showing.media_type == reader.media_type})
