"""What happens to an issue after it is out: silent edits stop, corrections show everywhere, recalls leave a notice."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import feedparser
import pytest

from briefing.proofs.readers.html import parse, text_of
from tests.cli.published import FIRST, FOLLOWING, ISSUE, NEXT, NOW, briefing, edit, publish, release, tree

ID = "tag:lantern.example,2026-05-16:2"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("released"))


@pytest.fixture
def project(released: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(released, folder)
    return folder


def shown(page: Path) -> str:
    return " ".join(text_of(parse(page.read_bytes())).split())


def texts_of(value: object) -> list[str]:
    """Every string of a JSON value."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts_of(part)]


def test_a_release_writes_down_what_is_out(released: Path) -> None:
    version, *lines = (released / "sources/ids.lock").read_text(encoding="utf-8").splitlines()
    assert version == '{"version": 1}'
    records = [json.loads(line) for line in lines]
    assert [(record["issue"], record["id"], record["slugs"]) for record in records] == [
        (1, "tag:lantern.example,2026-05-02:1", ["night-berthing"]),
        (2, ID, ["pilot-hours"]),
    ]
    assert all(record["first"] == "2026-06-01" and record["sent"] == "" for record in records)


def test_a_second_release_and_a_preview_write_nothing(project: Path) -> None:
    before = tree(project, "content", "sources", "site", "dist")
    assert release(project).status == 0
    assert briefing(project, "build", *NOW).status == 0
    assert tree(project, "content", "sources", "site", "dist") == before


def test_one_word_changed_in_silence_stops_every_build(project: Path) -> None:
    edit(project, "Rosters are altered", "Rosters were altered")
    line = (project / ISSUE).read_text(encoding="utf-8").partition("Rosters were")[0].count("\n") + 1
    done = briefing(project, "build", *NOW)
    assert done.status == 1
    assert f"{ISSUE}:{line}:1: error[R502] the words of a published issue changed and no correction says so" in done.out
    assert f"1 passage differs (line {line}); it came out on 1 June 2026" in done.out
    assert "briefing correct 2" in done.out


def test_a_correction_shows_on_every_surface(project: Path) -> None:
    edit(project, "Rosters are altered", "Rosters were altered")
    quotations = json.loads((project / "site/quotes.json").read_text(encoding="utf-8"))["quotations"]
    (quoted,) = (one["id"] for one in quotations if "We read every letter" in one["words"][0])
    options = ("--affects", quoted, "--text", "Rosters <were> & are.", "--was", "are altered", "--is", "were altered", "--major")
    done = briefing(project, "correct", "2", *options, *NEXT)
    assert done.status == 0, done.out
    assert "https://lantern.example/bulletin/issues/pilot-hours/, above the text" in done.out
    assert "in the email of the next issue" in done.out or "in the email of issue 3" in done.out
    done_writing = done.out
    done = release(project, *NEXT)
    assert done.status == 0, done.out
    line = "Correction, 6 June 2026: Rosters <were> & are. It said “are altered”; it now says “were altered”."
    site = project / "site"
    assert line in shown(site / "issues/pilot-hours/index.html")
    assert line in shown(site / "corrections/index.html")
    assert line in shown(site / "corrections/2026/index.html")
    assert line in shown(site / "sources/venn-reply/index.html")
    assert line in shown(site / "people/orla-venn/index.html")
    assert "sources/venn-reply/" in done_writing
    page = (site / "issues/pilot-hours/index.html").read_text(encoding="utf-8")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert line.partition(": ")[2] in texts_of(json.loads(data))
    for path in ("feed.xml", "atom.xml", "topics/safety/feed.xml", "authors/harbour-editor/feed.xml", "corrections/feed.xml"):
        entries = {entry.id: entry for entry in feedparser.parse((site / path).read_bytes()).entries}
        assert line in " ".join(text_of(parse(entries[f"{ID}/correction/2026-06-06"].content[0].value.encode())).split())
        if path != "corrections/feed.xml":
            assert line in " ".join(text_of(parse(entries[ID].content[0].value.encode())).split())
    items = {item["id"]: item for item in json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]}
    assert items[ID]["date_modified"].startswith("2026-06-06")
    assert items[f"{ID}/correction/2026-06-06"]["title"] == "Correction: Pilots’ rosters & the ‘paper’ rule"


def test_the_next_email_carries_what_was_corrected_and_marking_it_as_sent_settles_that(project: Path) -> None:
    assert briefing(project, "correct", "2", "--text", "It was March.", "--on", "2026-06-02", *NEXT).status == 0
    assert release(project, *NEXT).status == 0
    mail = (project / "dist/email/tugs/email.txt").read_text(encoding="utf-8")
    assert "Corrections to earlier issues" in mail
    assert "Correction, 2 June 2026: It was March." in " ".join(mail.split())
    assert "It was March." in shown(project / "dist/email/tugs/email.html")
    done = briefing(project, "mark-sent", "3", *NEXT)
    assert done.status == 0, done.out
    assert (project / ISSUE).read_text(encoding="utf-8").count("sent-in: 3") == 2, "the older entry went along, too"
    record = json.loads((project / "sources/ids.lock").read_text(encoding="utf-8").splitlines()[3])
    assert (record["issue"], record["sent"]) == (3, "2026-06-06")
    assert briefing(project, "mark-sent", "3", *NEXT).status == 2
    before = tree(project, "site", "dist")
    assert release(project, *NEXT).status == 0
    assert tree(project, "site", "dist") == before, "where it was sent is nothing that readers are told"


def test_what_is_corrected_after_an_email_went_out_waits_for_the_one_after(project: Path) -> None:
    assert release(project, *NEXT).status == 0
    assert briefing(project, "mark-sent", "3", *NEXT).status == 0
    done = briefing(project, "correct", "1", "--text", "It was Tuesday.", "--on", "2026-06-02", *NEXT)
    assert "in the email of the next issue, which must not go out without it" in done.out
    assert release(project, *NEXT).status == 0
    assert "It was Tuesday." not in (project / "dist/email/tugs/email.txt").read_text(encoding="utf-8")


def test_a_typo_is_logged_and_shown_to_nobody(project: Path) -> None:
    before = tree(project, "site")
    edit(project, "Ships of more than", "Ships of over", FIRST)
    assert release(project).status == 1
    done = briefing(project, "correct", "night-berthing", "--kind", "typo", *NOW)
    assert (done.status, "shown to nobody" in done.out) == (0, True)
    assert release(project).status == 0
    after = tree(project, "site")
    assert after["site/corrections/index.html"] == before["site/corrections/index.html"]
    assert after["site/corrections/feed.xml"] == before["site/corrections/feed.xml"]
    edit(project, "Ships of over", "Ships of nearly", FIRST)
    assert release(project).status == 1, "one entry stands for one change"


def test_a_published_correction_cannot_be_taken_away_in_silence(project: Path) -> None:
    edit(project, "text: The letter is of March.", "text: The letter is old.")
    done = release(project)
    assert "error[R502]" in done.out
    assert "a correction or recall that was published is gone, or says something else" in done.out


def test_markup_and_citations_may_change(project: Path) -> None:
    edit(project, "**nobody** counts", "*nobody* counts")
    edit(project, "kicker: Rosters", "kicker: On rosters")
    assert release(project).status == 0


def test_a_correction_can_be_asked_for_word_by_word(project: Path) -> None:
    done = briefing(project, "correct", "2", *NOW, asked="clarification\n\n\nA turn can begin at sea.\nn\n")
    assert done.status == 0, done.out
    text = (project / ISSUE).read_text(encoding="utf-8")
    assert '  - on: 2026-06-01\n    kind: clarification\n    text: "A turn can begin at sea."\n---\n' in text


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("9", "--text", "x"), "there is no issue 9"),
        (("3", "--text", "x"), "issue 3 is not out: change it as you like"),
        (("2", "--text", "x", "--was", "a"), "give --is, too"),
        (("2", "--text", "x", "--on", "2026-05-01"), "a correction is not older"),
        (("2", "--text", "x", "--affects", "p-1"), "is no id of a quotation"),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_nothing_is_written(released: Path, arguments: tuple[str, ...], why: str) -> None:
    before = tree(released, "content")
    done = briefing(released, "correct", *arguments, *NOW)
    assert (done.status, why in done.out) == (2, True), done.out
    assert tree(released, "content") == before


def test_a_recalled_issue_is_a_notice_everywhere(project: Path) -> None:
    done = briefing(project, "recall", "2", "--why", "The letter was not the guild’s.", *NEXT)
    assert done.status == 0, done.out
    done = release(project, *NEXT)
    assert done.status == 0, done.out
    notice = "Recall, 6 June 2026: The letter was not the guild’s."
    assert notice in shown(project / "site/issues/pilot-hours/index.html")
    outputs = tree(project, "site", "dist")
    for words in (b"paper rule", b"We read every letter", b"eleven hours", b"The letter is of March", b"q-"):
        assert [path for path, content in outputs.items() if words in content and path.endswith((".html", ".xml", ".json"))] == []
    assert not (project / "dist/email/pilot-hours").exists()
    assert not (project / "site/assets/rests.png").exists()
    entries = {entry.id: entry for entry in feedparser.parse((project / "site/feed.xml").read_bytes()).entries}
    assert notice in entries[ID].content[0].value
    assert entries[f"{ID}/recall/2026-06-06"].title == "Recall: Pilots’ rosters & the ‘paper’ rule"
    assert briefing(project, "recall", "2", "--why", "again", *NEXT).status == 2
    assert "nothing is left of it to correct" in briefing(project, "correct", "2", "--text", "x", *NEXT).out
    edit(project, 'recalled: {on: 2026-06-06, why: "The letter was not the guild’s."}\n', "")
    assert "error[R502]" in release(project, *NEXT).out, "what was taken back does not come back in silence"


def test_the_next_email_tells_of_a_recall(project: Path) -> None:
    assert briefing(project, "recall", "2", "--why", "It was not theirs.", "--on", "2026-06-02", *NEXT).status == 0
    assert release(project, *NEXT).status == 0
    assert "Recall, 2 June 2026: It was not theirs." in shown(project / "dist/email/tugs/email.html")
    assert briefing(project, "mark-sent", "3", *NEXT).status == 0
    assert 'why: "It was not theirs.", sent-in: 3}' in (project / ISSUE).read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["draft", "deleted", "another number", "future"])
def test_what_is_out_does_not_disappear(project: Path, how: str) -> None:
    match how:
        case "draft":
            edit(project, "issue: 1\n", "issue: 1\ndraft: true\n", FIRST)
        case "deleted":
            (project / FIRST).unlink()
            edit(project, "[reported](2026-05-02-night-berthing.md)", "reported")
            edit(project, "follows: 1\n", "")
        case "another number":
            edit(project, "issue: 1\n", "issue: 7\n", FIRST)
        case _:
            edit(project, "issue: 1\n", "issue: 1\ndate: 2026-07-01\n", FIRST)
    done = briefing(project, "build", *NOW)
    assert done.status == 1
    assert "sources/ids.lock:2:1: error[D201] a published issue would disappear" in done.out
    assert "briefing recall 1" in done.out


def test_a_new_slug_needs_a_redirect_from_the_old_one_and_then_keeps_the_id(project: Path) -> None:
    edit(project, "issue: 2\n", "issue: 2\nslug: rest-rules\n")
    done = release(project)
    assert "error[W201] the address of a published issue would be lost" in done.out
    assert "add /issues/pilot-hours/ under aliases:" in done.out
    edit(project, "slug: rest-rules\n", "slug: rest-rules\naliases: [/issues/pilot-hours/]\n")
    assert release(project).status == 0
    page = (project / "site/issues/pilot-hours/index.html").read_text(encoding="utf-8")
    assert re.search(r'http-equiv="refresh" content="0; url=../../issues/rest-rules/"', page)
    assert ID in (project / "site/feed.xml").read_text(encoding="utf-8")
    assert '"slugs": ["pilot-hours", "rest-rules"]' in (project / "sources/ids.lock").read_text(encoding="utf-8")


def test_a_new_host_keeps_every_id_and_every_verdict(project: Path) -> None:
    edit(project, "site_url: https://lantern.example/bulletin/", "site_url: https://elsewhere.example/", "mkdocs.yml")
    done = release(project)
    assert done.status == 0, done.out
    assert "3 checked word for word" in done.out
    feed = feedparser.parse((project / "site/feed.xml").read_bytes())
    assert [entry.id for entry in feed.entries if "/correction/" not in entry.id] == [ID, "tag:lantern.example,2026-05-02:1"]
    assert all(entry.link.startswith("https://elsewhere.example/") for entry in feed.entries)


def test_a_release_in_continuous_integration_mints_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited = project / FOLLOWING
    assert edited.exists()
    monkeypatch.setattr("briefing.press.composing.unattended", lambda: True)
    done = release(project, *NEXT)
    assert done.status == 1
    assert f"{FOLLOWING}:1:1: error[D204] this issue was never released" in done.out
    before = tree(project, "sources")
    assert release(project).status == 0
    assert tree(project, "sources") == before


def test_a_damaged_lock_is_told_and_mints_nothing_anew(project: Path) -> None:
    lock = project / "sources/ids.lock"
    lines = lock.read_text(encoding="utf-8").splitlines(keepends=True)
    lock.write_text("".join((lines[0], "<<<<<<< HEAD\n", *lines[1:], lines[2])), encoding="utf-8")
    done = release(project)
    assert "sources/ids.lock:2:1: error[D202] this line is no record of a published issue" in done.out
    assert "sources/ids.lock:5:1: error[D203] two records claim one issue" in done.out


def test_what_was_corrected_after_an_email_went_out_did_not_go_with_it(project: Path) -> None:
    done = briefing(project, "mark-sent", "2", "--on", "2026-05-16", *NOW)
    assert done.status == 0, done.out
    assert "sent-in" not in (project / ISSUE).read_text(encoding="utf-8"), "its correction is of 20 May"
