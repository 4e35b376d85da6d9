"""Every body, place and person here is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desk import DraftCorrection, FrontMatter, Reply, Settings
from briefing.diagnostics import Reading, Severity, worst
from briefing.model import Author, Publication, Topic
from briefing.reading.front_matter import RESERVED_SLUGS, body_start, read_front_matter
from tests.characters import ANY
from tests.reading.placed import marked, placed

PATH = "content/issues/2031-05-16-pilot-hours.md"
LONDON = ZoneInfo("Europe/London")
SETTINGS = Settings(
    Publication(
        title="The Pilotage Lantern",
        url="https://lantern.example/",
        description="",
        language="en-GB",
        timezone=LONDON,
        authors=(Author("harbour-editor", "Ines Calloway"), Author("night-editor", "Bram Oakes")),
        topics=(Topic("safety", "Safety"), Topic("money", "Money")),
    ),
    issue_time=time(7, 0),
)
DESCRIPTION = "description: Letters seen by the Lantern show that the rest rule was not kept at night.\n"
LEAST = f"title: A paper rule\nissue: 2\n{DESCRIPTION}"


def issue(lines: str = "") -> str:
    return f"---\n{LEAST}{lines}---\n\nCopy.\n"


def read(text: str, path: str = PATH, settings: Settings = SETTINGS) -> Reading[FrontMatter]:
    return read_front_matter(path, text, settings)


def value(lines: str = "", path: str = PATH) -> FrontMatter:
    reading = read(issue(lines), path)
    assert not reading.findings
    assert reading.value is not None
    return reading.value


def test_the_least_front_matter_takes_date_and_slug_from_the_file_name() -> None:
    front = value()
    assert (front.title, front.issue, front.slug) == ("A paper rule", 2, "pilot-hours")
    assert front.dated == datetime(2031, 5, 16, 7, 0, tzinfo=LONDON)
    assert (front.language, front.email_send, front.draft, front.imported) == ("en-GB", True, False, False)


def test_the_front_matter_wins_over_the_file_name() -> None:
    front = value("date: 2031-06-01\nslug: hours-2\n")
    assert front.dated == datetime(2031, 6, 1, 7, 0, tzinfo=LONDON)
    assert front.slug == "hours-2"


def test_a_file_name_without_a_date_is_a_slug() -> None:
    assert value("date: 2031-06-01\n", "content/issues/hours.md").slug == "hours"


def test_everything_there_is_can_be_read() -> None:
    lines = """\
date: 2031-05-16T06:30
embargo: 2031-05-15
draft: true
author: [harbour-editor, night-editor]
kicker: "Rosters: part two"
topics: [safety, money, safety]
series: Rosters
follows: 1
aliases: [/old/hours/, old/rest.html, /hours]
lang: en
email: {subject: The paper rule, send: false}
not-quotations: ["flavour of the month"]
replies:
  harbour-board: "@board-reply"
  pilots-guild: declined
  port-sallow: no-reply
  orla-venn: {not-needed: she published the letters herself}
corrections:
  - {on: 2031-05-20, kind: correction, significance: major, was: April, now: March, text: The letter is of March., affects: q-3f9a1c07-2, sent-in: "3"}
  - {on: 2031-05-21, kind: typo}
recalled: {on: 2031-06-02, why: a source was exposed}
archive: imported
x-desk: {any: [thing, &here true]}
x-note: whatever
"""
    text = issue(lines.replace("&here ", ""))
    reading = read(text)
    assert not reading.findings
    front = reading.value
    assert front is not None
    assert front.dated == datetime(2031, 5, 16, 6, 30, tzinfo=LONDON)
    assert front.embargo == datetime(2031, 5, 15, 7, 0, tzinfo=LONDON)
    assert front.draft
    assert front.authors == ("harbour-editor", "night-editor")
    assert (front.kicker, front.series, front.follows, front.language) == ("Rosters: part two", "Rosters", 1, "en")
    assert front.topics == ("safety", "money")
    assert front.aliases == ("old/hours/", "old/rest.html", "hours/")
    assert (front.email_subject, front.email_send) == ("The paper rule", False)
    assert front.not_quotations == ("flavour of the month",)
    spans = [reply.span for reply in front.replies]
    named = [text[reply.named.start : reply.named.end] for reply in front.replies if reply.named]
    assert named == ["harbour-board", "pilots-guild", "port-sallow", "orla-venn"]
    assert tuple(replace(reply, named=None) for reply in front.replies) == (
        Reply("harbour-board", spans[0], source="board-reply"),
        Reply("pilots-guild", spans[1], outcome="declined"),
        Reply("port-sallow", spans[2], outcome="no-reply"),
        Reply("orla-venn", spans[3], outcome="not-needed", reason="she published the letters herself"),
    )
    assert text[spans[0].start : spans[0].end] == '"@board-reply"'
    first, second = front.corrections
    assert first == DraftCorrection(
        date(2031, 5, 20), "correction", first.span, "major", "The letter is of March.", "April", "March", "q-3f9a1c07-2", "3"
    )
    assert (second.kind, second.text, second.significance) == ("typo", "", "minor")
    assert (front.recalled_on, front.recalled_why) == (date(2031, 6, 2), "a source was exposed")
    assert front.imported
    assert text[front.spans["kicker"].start : front.spans["kicker"].end] == '"Rosters: part two"'


def test_the_house_s_own_keys_are_kept_out() -> None:
    assert "x-desk" not in repr(value("x-desk: {secret: yes}\n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A paper rule\n", "1:1 F301"),
        ("", "1:1 F301"),
        ("----\ntitle: x\n----\n", "1:1 F301"),
        ("\n---\ntitle: x\n---\n", "1:1 F302"),
        ("\ufeff  \n\n---\ntitle: x\n---\n", "1:1 F302"),
        ("---\ntitle: x\n\nCopy.\n", "1:1 F303"),
        ("---\ntitle: x\n ---\n\nCopy.\n", "1:1 F303"),
        ("---\ntitle: x\n----\n", "1:1 F303"),
    ],
)
def test_front_matter_that_is_missing_or_open_is_one_finding(text: str, expected: str) -> None:
    assert placed(text, read(text).findings) == [expected]
    assert read(text).value is None
    assert body_start(text) == 0


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("closing", ["---", "---  ", "..."])
def test_the_copy_begins_after_the_closing_line(newline: str, bom: str, closing: str) -> None:
    text = bom + issue().replace("---\n\n", f"{closing}\n\n").replace("\n", newline)
    assert text[body_start(text) :] == f"{newline}Copy.{newline}"
    assert read(text).value is not None
    assert not read(text).findings


def test_front_matter_may_end_with_the_file() -> None:
    text = issue().removesuffix("\n\nCopy.\n")
    assert body_start(text) == len(text)
    assert read(text).value is not None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("descripton: x", "5:1 F201"),
        ("kicker: Rosters: two", "5:9 F102"),
        ("kicker: Berth #4", "5:9 F113"),
        ("kicker: [a, b]", "5:9 F203"),
        ('kicker: ""', "5:9 F206"),
        ("kicker:", "5:8 F206"),
        ('kicker: "a\\u200Bb"', "5:9 F112"),
        ("date: 2031-02-30", "5:7 F204"),
        ("date: 2031-05-16T25:00", "5:7 F204"),
        ("date: 2031-05-16T07:00+99:00", "5:7 F204"),
        ("date: 0031-05-16", "5:7 F204"),
        ("date: 16 May 2031", "5:7 F203"),
        ("date: 2031-5-16", "5:7 F203"),
        ("date: 2031-05", "5:7 F203"),
        ("date: ٢٠٣١-٠٥-١٦", "5:7 F203"),
        ("date: 2031-05-16T7", "5:7 F203"),
        ("date: [2031-05-16]", "5:7 F203"),
        ("embargo: tomorrow", "5:10 F203"),
        ("draft: perhaps", "5:8 F203"),
        ("draft: 1", "5:8 F203"),
        ("author: harbour-editr", "5:9 F309"),
        ("author: [harbour-editor, {a: b}]", "5:26 F203"),
        ("topics: [safety, saftey]", "5:18 F308"),
        ("topics: {safety: true}", "5:9 F203"),
        ("follows: 2", "5:10 F316"),
        ("follows: the first", "5:10 F203"),
        ("follows: -1", "5:10 F203"),
        ("follows: 1_000", "5:10 F203"),
        ("follows: " + "9" * 5000, "5:10 F203"),
        ("slug: Pilot-Hours", "5:7 F305"),
        ("slug: ../about", "5:7 F305"),
        ("slug: pilot hours", "5:7 F305"),
        ("slug: " + "a" * 81, "5:7 F305"),
        ("slug: é", "5:7 F305"),
        ("slug: 2031", "5:7 F306"),
        ("aliases: [../hours/]", "5:11 F307"),
        ("aliases: [/old/../../hours/]", "5:11 F307"),
        ("aliases: /", "5:10 F307"),
        ("aliases: //other.example/", "5:10 F307"),
        ("aliases: 'https://other.example/'", "5:10 F307"),
        ("aliases: /a%2e%2e/b", "5:10 F307"),
        ("aliases: /a/?b", "5:10 F307"),
        ("aliases: '\\a'", "5:10 F307"),
        ("aliases: /a/./b/", "5:10 F307"),
        ("aliases: {a: b}", "5:10 F203"),
        ("lang: de", "5:7 F312"),
        ("lang: cy-GB", "5:7 F312"),
        ("lang: English!", "5:7 F203"),
        ("email: false", "5:8 F203"),
        ("email: {subjct: x}", "5:9 F201"),
        ("email: {send: soon}", "5:15 F203"),
        ("not-quotations: flavour", "5:17 F203"),
        ("replies: {harbour-board: none}", "5:26 F313"),
        ("replies: {harbour-board: }", "5:26 R501"),
        ("replies: {harbour-board: not-needed}", "5:26 F313"),
        ('replies: {harbour-board: "@Board Reply"}', "5:26 F313"),
        ("replies: {harbour-board: @board-reply}", "5:26 F102"),
        ("replies: {harbour-board: {not_needed: x}}", "5:27 F201"),
        ("replies: {harbour-board: {not-needed: }}", "5:39 F206"),
        ("replies: {Harbour Board: declined}", "5:11 F401"),
        ("replies: [harbour-board]", "5:10 F203"),
        ("replies: {a: declined, a: no-reply}", "5:24 F103"),
        ("corrections: {on: 2031-05-20}", "5:14 F203"),
        ("corrections: [{kind: typo}]", "5:15 F202"),
        ("corrections: [{on: 2031-05-20, text: x}]", "5:15 F202"),
        ("corrections: [{on: 2031-05-20, kind: correction}]", "5:15 F202"),
        ("corrections: [{on: 2031-05-20, kind: corection, text: x}]", "5:38 F205"),
        ("corrections: [{on: 2031-05-20, kind: typo, significance: huge}]", "5:58 F205"),
        ("corrections: [{on: 2031-05-20, kind: update, text: x, was: y}]", "5:15 F314"),
        ("corrections: [{on: 2031-05-20, kind: update, text: x, affects: p-1}]", "5:64 F203"),
        ("corrections: [{on: 2031-05-32, kind: typo}]", "5:20 F204"),
        ("recalled: true", "5:11 F203"),
        ("recalled: {on: 2031-05-20}", "5:11 F202"),
        ("recalled: {why: x}", "5:11 F202"),
        ("archive: true", "5:10 F205"),
        ("title: Again", "5:1 F103"),
        ("x-desk: !tag y", "5:9 F108"),
        ("\tkicker: x", "5:1 F104"),
    ],
)
def test_every_fault_is_one_finding_at_its_place(line: str, expected: str) -> None:
    text = issue(f"{line}\n")
    assert placed(text, read(text).findings) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("issue: 2\n", "", "2:1 F202"),
        ("issue: 2", "isue: 2", "3:1 F201"),
        ("issue: 2", "issue: two", "3:8 F203"),
        ("issue: 2", "issue: 0", "3:8 F203"),
        ("issue: 2", "issue: 02", "3:8 F203"),
        ("issue: 2", "issue: 2.0", "3:8 F203"),
    ],
)
def test_without_a_number_there_is_no_issue(old: str, new: str, expected: str) -> None:
    text = issue().replace(old, new)
    reading = read(text)
    assert placed(text, reading.findings) == [expected]
    assert reading.value is None


@pytest.mark.parametrize(("new", "expected"), [("", "2:1 F202"), ("title:\n", "2:7 F206")])
def test_without_a_title_the_copy_is_read_all_the_same(new: str, expected: str) -> None:
    text = issue().replace("title: A paper rule\n", new)
    reading = read(text)
    assert placed(text, reading.findings) == [expected]
    assert worst(reading.findings) is Severity.ERROR
    assert reading.value is not None
    assert "title" in reading.value.spans


@pytest.mark.parametrize(
    ("characters", "expected"),
    [(39, ["4:14 F310"]), (40, []), (160, []), (161, ["4:14 F311"])],
)
def test_a_description_has_40_to_160_characters(characters: int, expected: list[str]) -> None:
    words = ("ships wait " * 20)[: characters - 1] + "."
    text = issue().replace(DESCRIPTION, f'description: "{words}"\n')
    findings = read(text).findings
    assert placed(text, findings) == expected
    assert [finding.severity for finding in findings] == [
        {"F310": Severity.WARNING, "F311": Severity.ERROR}[line[-4:]] for line in expected
    ]
    assert not read(text.replace("issue: 2", "issue: 2\narchive: imported")).findings


def test_a_missing_description_is_an_error() -> None:
    text = issue().replace(DESCRIPTION, "")
    assert placed(text, read(text).findings) == ["2:1 F202"]


def test_a_description_over_several_lines_is_one_line() -> None:
    text = issue().replace(
        DESCRIPTION, "description: >\n  Letters seen by the Lantern show that\n  the rest rule was not kept at night.\n\n"
    )
    reading = read(text)
    assert not reading.findings
    assert reading.value is not None
    assert reading.value.description == "Letters seen by the Lantern show that the rest rule was not kept at night."


def test_no_break_spaces_stay_as_filed() -> None:
    assert value("kicker: Berth\u00a04\n").kicker == "Berth\u00a04"


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS | {"2", "2031"}))
def test_a_slug_that_the_website_needs_is_refused(slug: str) -> None:
    text = issue(f"slug: {slug}\n")
    assert placed(text, read(text).findings) == ["5:7 F306"]
    assert placed(text, read(issue(), f"content/issues/2031-05-16-{slug}.md").findings) == ["1:1 F306"]


@pytest.mark.parametrize(
    ("path", "lines", "code"),
    [
        ("content/issues/pilot-hours.md", "", "F304"),
        ("content/issues/2031-05-16.md", "", "F305"),
        ("content/issues/2031-05-16-.md", "", "F305"),
        ("content/issues/2031-05-16-Pilot_hours.md", "", "F305"),
        ("content/issues/2031-02-30-pilot-hours.md", "", "F204"),
        ("content/issues/.md", "date: 2031-05-16\n", "F305"),
        ("content/issues/2031-05-16-..md", "", "F305"),
    ],
)
def test_a_file_name_that_lacks_something_is_one_finding_at_the_file(path: str, lines: str, code: str) -> None:
    text = issue(lines)
    assert placed(text, read(text, path).findings) == [f"1:1 {code}"]


def test_a_bad_date_in_the_file_name_does_not_matter_where_the_front_matter_has_one() -> None:
    assert value("date: 2031-03-01\n", "content/issues/2031-02-30-hours.md").dated.day == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2031-05-16", "2031-05-16T07:00:00+01:00"),
        ("2031-12-16", "2031-12-16T07:00:00+00:00"),
        ("2031-05-16T00:01", "2031-05-16T00:01:00+01:00"),
        ("2031-05-16 00:01:30", "2031-05-16T00:01:30+01:00"),
        ("2031-05-16T07:00Z", "2031-05-16T08:00:00+01:00"),
        ("2031-05-16T23:30-05:00", "2031-05-17T05:30:00+01:00"),
        ('"2031-05-16"', "2031-05-16T07:00:00+01:00"),
    ],
)
def test_a_date_is_meant_in_the_publication_s_time_zone(written: str, meant: str) -> None:
    assert value(f"date: {written}\n").dated.isoformat() == meant


@pytest.mark.parametrize(
    ("written", "meant", "told"),
    [
        ("2031-03-30T01:30", "2031-03-30T02:30:00+01:00", "01:30 is skipped that day; taken as 02:30"),
        ("2031-10-26T01:30", "2031-10-26T01:30:00+01:00", "01:30 comes twice that day; taken as the first"),
    ],
)
def test_where_the_clocks_change_the_time_is_later_or_the_first_and_a_note_says_so(written: str, meant: str, told: str) -> None:
    text = issue(f"date: {written}\n")
    reading = read(text)
    assert placed(text, reading.findings) == ["5:7 F315"]
    assert reading.findings[0].severity is Severity.NOTE
    assert reading.findings[0].label == told
    (help_,) = reading.findings[0].help
    assert datetime.fromisoformat(help_.rpartition(" ")[2]).isoformat() == meant
    assert reading.value is not None
    assert reading.value.dated.isoformat() == meant


def test_a_skipped_time_still_sorts_between_the_times_around_it() -> None:
    moments = []
    for clock in ("00:59", "01:00", "01:30", "02:31"):
        reading = read(issue(f"date: 2031-03-30T{clock}\n"))
        assert reading.value is not None
        moments.append(reading.value.dated.astimezone(UTC))
    assert moments == sorted(moments)


def test_an_unknown_topic_is_answered_with_the_nearest_and_with_the_list() -> None:
    (finding,) = read(issue("topics: saftey\n")).findings
    assert finding.label == "did you mean safety?"
    assert finding.help == ("in mkdocs.yml: safety, money",)


def test_an_unknown_key_is_answered_with_the_nearest() -> None:
    text = issue("not_quotation: [a]\n")
    (finding,) = read(text).findings
    assert finding.label == "did you mean not-quotations?"
    assert marked(text, finding) == "not_quotation"


def test_a_wrong_type_is_named_with_an_example() -> None:
    (finding,) = read(issue("follows: first\n")).findings
    assert finding.message == "follows must be a whole number"
    assert finding.help == ("for example: follows: 4",)


def test_all_faults_are_told_in_one_run() -> None:
    text = issue("draft: perhaps\nslug: ../x\ntopics: [a]\nkiker: b\n")
    assert sorted(placed(text, read(text).findings)) == ["5:8 F203", "6:7 F305", "7:10 F308", "8:1 F201"]


LINES = st.sampled_from(
    [
        *LEAST.splitlines(),
        "date: 2031-05-16",
        "slug: x",
        "replies:",
        "  a: b",
        "corrections:",
        "- on: x",
        "  kind: typo",
        "- [",
        "email: {",
        "}",
    ]
)


@given(
    st.one_of(
        st.text(ANY, max_size=80),
        st.lists(st.one_of(LINES, st.text(ANY, max_size=12))).map(lambda lines: "---\n" + "\n".join(lines) + "\n---\n"),
    ),
    st.sampled_from([PATH, "", "x.md", "content/issues/2031-99-99-.md"]),
)
def test_any_text_gives_findings_and_never_an_exception(text: str, path: str) -> None:
    reading = read(text, path)
    assert reading.value is not None or reading.findings
    assert 0 <= body_start(text) <= len(text)
