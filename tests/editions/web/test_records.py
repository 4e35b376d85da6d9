"""Pages of sources, people, quotations and documents: what is on them, how they hang together, and that none grows without end."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from lxml import html

from briefing.model import Archive, Checking, Correction, CorrectionKind, Document, Passage, PublicPerson
from briefing.testing import EVERY_FORM, archive, sample_archive
from tests.editions.web.rendered import Site, is_outside, rendered, sample_site

SOURCE = "sources/venn-reply/index.html"
DOCUMENT = "sources/venn-reply/document/index.html"
ISSUE = "issues/pilot-hours/index.html"
RECORDS = ("sources/", "people/", "quotes/", "quotes.json")


def taken(site: Site, page: str) -> list[html.HtmlElement]:
    return list(site.tree(page).xpath("//div[@class='taken'][blockquote]"))


def spaced(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def data(site: Site) -> list[dict[str, Any]]:
    return list(json.loads(site.files["quotes.json"])["quotations"])


def with_issue(read: Archive, **changes: object) -> Archive:
    return replace(read, issues=(*read.issues[:-1], replace(read.issues[-1], **changes)))  # type: ignore[arg-type]  # tests name real fields


@cache
def yearly(count: int) -> Site:
    """The sample's second issue again and again, every year, so that its source is quoted over many years."""
    read = sample_archive()
    issues = (
        replace(
            read.issues[1],
            number=number,
            slug=f"issue-{number:04}",
            follows=None,
            aliases=(),
            published=read.issues[1].published + timedelta(days=365 * (number - 1000)),
            updated=read.issues[1].published + timedelta(days=365 * (number - 1000)),
        )
        for number in range(1000, 1000 + count)
    )
    return rendered(replace(read, issues=tuple(issues), sources=tuple(replace(one, document=None) for one in read.sources)))


@cache
def busy_year() -> Site:
    """An issue in 2030 and eighty in 2031, each with three quotations."""
    read = sample_archive()
    first = read.issues[1].published.replace(year=2031, month=1, day=1)
    days = (first - timedelta(days=30), *(first + timedelta(days=4.5 * number) for number in range(80)))
    issues = (
        replace(read.issues[1], number=number, slug=f"issue-{number}", follows=None, aliases=(), published=day, updated=day)
        for number, day in enumerate(days, 1000)
    )
    return rendered(replace(read, issues=tuple(issues), sources=tuple(replace(one, document=None) for one in read.sources)))


# what is on a page


def test_a_page_of_somebody_who_was_asked_for_a_reply_says_what_came_back() -> None:
    site = rendered(archive(EVERY_FORM))
    section = site.tree("people/board/index.html").xpath("//section[@aria-labelledby='_replies']")[0]
    assert spaced(section) == (
        "Asked for a reply Replied: Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031 Issue 2, 16 May 2031 The reply"
    )
    assert [link.get("href") for link in section.iter("a")] == ["../../issues/pilot-hours/", "../../sources/venn-reply/"]
    assert not site.tree("people/guild/index.html").xpath("//section[@aria-labelledby='_replies']")


def test_a_source_page_says_what_it_is_whose_and_where_to_find_it() -> None:
    tree = sample_site().tree(SOURCE)
    facts = {spaced(row.find("dt")): spaced(row.find("dd")) for row in tree.xpath("//dl[@class='facts']/div")}
    assert facts == {
        "What it is": "Statement",
        "Whose": "Orla Venn",
        "The document": "Read it here, with the quoted passages marked",
        "Original": "https://board.example/statement?a=1&b=2",
        "Archived copy": "https://archive.example/board",
        "Last looked at": "15 May 2031",
        "Licence": "Open <Board> Licence",
    }
    assert tree.xpath("string(//h1)") == "Answers & figures"


def test_a_source_page_has_every_quotation_with_its_issue_its_place_and_what_was_checked() -> None:
    letter, joint = taken(sample_site(), "sources/guild-letter/index.html")
    assert spaced(letter) == (
        "“Since January no pilot on the night turn has had the eleven hours… “We call it a paper rule, and we ask you to say so.” "
        "Issue 2, 16 May 2031 Checked word for word, with cuts marked"
    )
    assert letter.xpath(".//p[@class='meta']/a/@href") == ["../../issues/pilot-hours/#q-10000001"]
    assert spaced(joint).endswith("Issue 2, 16 May 2031 p. 4 See it in the document")


def test_a_quotation_that_cites_two_sources_stands_on_the_page_of_each() -> None:
    site = sample_site()
    for page in ("sources/guild-letter/index.html", SOURCE):
        assert "not a matter for the board" in site.tree(page).text_content()


def test_a_page_of_a_person_has_roles_then_and_now_their_quotations_and_their_sources() -> None:
    site = sample_site()
    page = "people/orla-venn/index.html"
    rows = site.tree(page).xpath("//dl[@class='facts']/div")
    assert [(spaced(row.find("dt")), spaced(row.find("dd"))) for row in rows] == [
        ("Since 2031", "Chair of the Harbour Board"),
        ("2028 – December 2030", "Deputy harbour master"),
    ]
    assert [spaced(one.find("blockquote")) for one in taken(site, page)] == [
        "“not a matter for the board”",
        "“We read every letter. “We act on those we can.”",
    ]
    assert site.tree(page).xpath("//h3/a/@href") == ["../../sources/venn-reply/"]


def test_a_correction_of_a_quotation_stands_beside_it_wherever_it_is_listed() -> None:
    day = sample_archive().issues[1].updated.date()
    wrong = Correction(day, CorrectionKind.CORRECTION, major=False, text="She said so in June.", affects="q-10000003")
    site = rendered(with_issue(sample_archive(), corrections=(wrong,)))
    for page in (SOURCE, "people/orla-venn/index.html", "quotes/index.html"):
        assert [spaced(one).endswith("Correction, 20 May 2031: She said so in June.") for one in taken(site, page)].count(
            True
        ) == 1
    assert [entry["id"] for entry in data(site) if entry["corrected"]] == ["q-10000003"]


def test_the_list_of_sources_has_each_with_what_was_taken_from_it() -> None:
    entries = [spaced(one) for one in sample_site().tree("sources/index.html").xpath("//div[@class='taken']")]
    assert entries == [
        "Sallow Pilots’ Guild, letter to the Harbour Board, March 2031 Letter 2 quotations cited in issue 2",
        "Answers & figures Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031 Statement 2 quotations cited in issue 2 The document",
    ]


def test_quotations_as_data_say_who_where_from_and_what_was_checked() -> None:
    first = data(sample_site())[0]
    base = "https://lantern.example/bulletin/"
    assert first == {
        "id": "q-10000001",
        "url": f"{base}issues/pilot-hours/#q-10000001",
        "words": [
            "“Since January no pilot on the night turn has had the eleven hours…",
            "“We call it a paper rule, and we ask you to say so.”",
        ],
        "speaker": {"name": "Sallow Pilots’ Guild", "url": f"{base}people/guild/"},
        "sources": [
            {
                "credit": "Sallow Pilots’ Guild, letter to the Harbour Board, March 2031",
                "kind": "letter",
                "where": "",
                "url": f"{base}sources/guild-letter/",
            }
        ],
        "issue": {"number": 2, "title": "Pilots’ rosters & the ‘paper’ rest rule", "date": "2031-05-16"},
        "checked": "cuts marked",
        "document": None,
        "corrected": False,
    }
    assert data(sample_site())[2]["document"] == f"{base}sources/venn-reply/document/#q-10000003"


# the document itself


def test_each_quoted_passage_is_marked_in_the_document_and_leads_back_to_where_it_is_quoted() -> None:
    sheets = sample_site().tree(DOCUMENT).xpath("//*[@class='sheet']")
    assert [sheet.get("id") for sheet in sheets] == ["page-1", "page-2"]
    marks = [(mark.get("id"), mark.text) for sheet in sheets for mark in sheet.iter("mark")]
    assert marks == [
        ("q-10000002", "not a matter for the board"),
        ("q-10000003", "We read every letter."),
        (None, "We act on those we can."),
    ]
    back = [link.get("href") for sheet in sheets for link in sheet.iter("a")]
    assert back == [f"../../../issues/pilot-hours/#q-1000000{number}" for number in (2, 3)]
    assert sheets[1].text_content().split() == ["Page", "2", *["We", "act", "on", "those", "we", "can."], "issue", "2"]


def test_a_quotation_is_one_click_from_its_proof() -> None:
    page = sample_site().tree(ISSUE)
    links = page.xpath("//a[starts-with(@class, 'verdict')]/@href")
    assert links == [f"../../sources/venn-reply/document/#q-1000000{number}" for number in (2, 3)]


def test_passages_that_overlap_are_marked_once_and_lead_back_from_each() -> None:
    text = "one two three four five\n"
    passages = (Passage(2, "q-a", ((0, 13),)), Passage(2, "q-b", ((4, 18),)), Passage(1, "q-b", ((4, 18),)))
    read = sample_archive()
    sources = tuple(replace(one, document=one.document and Document(text, passages)) for one in read.sources)
    (sheet,) = rendered(replace(read, sources=sources)).tree(DOCUMENT).xpath("//*[@class='sheet']")
    assert "".join(mark.text for mark in sheet.iter("mark")) == "one two three four"
    assert sheet.xpath(".//*/@id") == ["q-a", "q-b"]
    assert [link.text for link in sheet.iter("a")] == ["issue 2", "issue 2", "issue 1"]
    assert sheet.get("id") is None, "a document without pages has no page 1"


def test_characters_that_no_page_may_hold_are_left_out_of_a_document() -> None:
    read = sample_archive()
    document = Document("one\x00 two\x85\x1b three <b>\n \n\n")
    sources = tuple(replace(one, document=one.document and document) for one in read.sources)
    (paragraph,) = rendered(replace(read, sources=sources)).tree(DOCUMENT).xpath("//*[@class='sheet']/p")
    assert paragraph.text == "one two three <b>"


# what an issue's page says of each quotation


def test_what_was_checked_is_said_behind_each_quotation_and_is_no_word_of_it() -> None:
    quotations = tuple(
        replace(one, verdict=verdict)
        for one, verdict in zip(
            sample_archive().issues[1].quotations, (Checking.EXACT, Checking.UNSAID, Checking.CUT), strict=True
        )
    )
    page = rendered(with_issue(sample_archive(), quotations=quotations)).tree(ISSUE)
    marks = page.xpath("//*[starts-with(@class, 'verdict')]")
    assert [(mark.tag, mark.get("class"), mark.get("aria-label")) for mark in marks] == [
        ("span", "verdict checked", "Checked word for word"),
        ("a", "verdict", "See it in the document"),
        ("a", "verdict checked", "Checked word for word, with cuts marked: see it in the document"),
    ]
    assert marks[0].get("role") == "img"
    assert marks[0].getprevious() is not None
    assert [mark.text for mark in marks] == [None] * 3
    assert marks[0].xpath("string(..)").startswith("“We call it a paper rule"), "behind the last paragraph only"


def test_nothing_is_said_where_nothing_was_checked() -> None:
    read = replace(sample_archive(), sources=(), people=())
    quotations = tuple(replace(one, verdict=Checking.UNSAID) for one in read.issues[1].quotations)
    assert rendered(with_issue(read, quotations=quotations)).tree(ISSUE).xpath("//*[starts-with(@class, 'verdict')]") == []


def test_notes_lead_to_the_pages_of_their_sources_and_a_described_one_to_none() -> None:
    page = sample_site().tree(ISSUE)
    links = {
        note.get("id"): note.xpath(".//*[@class='credit']/a/@href") for note in page.xpath("//li[starts-with(@id, 'note-')]")
    }
    assert links == {
        "note-1": ["../../sources/guild-letter/"],
        "note-2": ["../../sources/venn-reply/"],
        "note-3": [],
        "note-4": [],
    }
    assert page.xpath("//li[@id='note-2']//span[@class='meta']/a/@href") == [
        "../../sources/venn-reply/document/",
        "https://board.example/statement?a=1&b=2",
        "https://archive.example/board",
    ]
    assert page.xpath("//p[@class='attribution']/a/@href") == ["../../people/orla-venn/"]


def test_the_page_on_method_states_its_limits_and_every_page_leads_to_it() -> None:
    site = sample_site()
    method = spaced(site.tree("method/index.html"))
    assert "It does not prove that the file is genuine" in method
    assert "Of 3 quotations from sources that we name, 1 was checked word for word, 1 of them with cuts marked." in method
    for page in (ISSUE, SOURCE, "index.html"):
        assert any(str(link).endswith("method/") for link in site.links(page))


def test_no_page_calls_anything_true() -> None:
    site = sample_site()
    assert not any(" true " in site.tree(page).text_content() for page in site.pages if page.startswith(("sources/", "method/")))


# what is on none


AGREED = "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\ndirect-quote: agreed\n"
COPY = """\
The guild wrote: “We call it a paper rule, and we say so.” [@guild-letter, p. 4]

A person who knows said: “They were burnt in April, all of them.” [@anon-7k2q]

Both say that it was “a matter of a few hours at most”. [@rest-report; @anon-7k2q]

The chair said: “We read every letter.” [@venn-reply]
"""
PEOPLE = """\
guild: {name: Sallow Pilots’ Guild}
board: {name: Harbour Board}
orla-venn: {name: Orla Venn, later: Ms Venn, index: false, roles: [{role: chair of the Harbour Board, from: 2031}]}
"""
WITHHELD = (
    "---\ntitle: Later\nissue: 9\ndraft: true\ndate: 2031-06-13\n"
    "description: The report says what the board has not said, at some length.\n---\n\n"
    "The report calls it “a matter that nobody has looked into”. [@rest-report]\n"
)


@cache
def shy_site() -> Site:
    files = {"content/issues/2031-05-16-copy.md": COPY, "sources/anon-7k2q.yml": AGREED, "sources/people.yml": PEOPLE}
    return rendered(archive({**files, "drafts/2031-06-13-later.md": WITHHELD}))


def records(site: Site) -> dict[str, str]:
    return {path: site.text(path) for path in site.files if path.startswith(RECORDS)}


def test_nothing_of_a_described_source_is_in_any_record() -> None:
    for path, text in records(shy_site()).items():
        for secret in ("anon-7k2q", "They were burnt", "a matter of a few hours", "a person who has seen"):
            assert secret not in text, path


def test_nothing_of_a_withheld_issue_is_in_any_record() -> None:
    for path, text in records(shy_site()).items():
        assert "nobody has looked into" not in text, path
        assert "Later" not in text, path


def test_who_may_not_be_indexed_is_in_no_list_and_on_no_page_that_search_engines_may_list() -> None:
    site = shy_site()
    named = [path for path, text in records(site).items() if "Venn" in text or "We read every letter" in text]
    assert named == ["sources/venn-reply/index.html"]
    assert site.tree(named[0]).xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert b"venn" not in site.files["sitemap.xml"]
    assert not any(path.startswith("people/orla-venn") for path in site.files)
    assert [entry["id"] for entry in data(site)] == [
        entry["id"] for entry in data(site) if entry["speaker"]["name"] != "Orla Venn"
    ]


def test_whoever_is_on_a_page_can_be_listed_otherwise() -> None:
    site = rendered(archive(EVERY_FORM))
    assert {"sources/venn-reply/index.html", "people/orla-venn/index.html"} <= set(site.files)
    assert site.tree("sources/venn-reply/index.html").xpath("//meta[@name='robots']") == []
    assert b"/people/orla-venn/" in site.files["sitemap.xml"]


# how they grow


@pytest.mark.slow  # builds a long archive
def test_no_record_grows_with_the_number_of_issues_but_by_a_line_a_year() -> None:
    few, many = yearly(24), yearly(30)
    for page in (SOURCE, "people/orla-venn/index.html", "quotes/index.html", "sources/index.html"):
        years = len(many.tree(page).xpath("//nav[@class='years']//li"))
        assert years == 30
        assert len(many.files[page]) <= len(few.files[page]) + 110 * (30 - 24), page


@pytest.mark.slow  # builds a long archive
def test_what_is_not_on_the_first_page_is_on_that_of_its_year() -> None:
    site = yearly(30)
    shown = {spaced(one) for page in site.pages if page.startswith("quotes/2") for one in taken(site, page)}
    assert len(shown) == 30 * 3
    by_year = [page for page in site.pages if page.startswith("people/orla-venn/2")]
    assert len([one for page in by_year for one in taken(site, page)]) == 30 * 2


@pytest.mark.slow  # builds a long archive
def test_of_a_year_with_very_many_quotations_each_month_has_a_page() -> None:
    site = busy_year()
    months = sorted(page for page in site.pages if page.startswith("quotes/2031/") and page != "quotes/2031/index.html")
    assert months == [f"quotes/2031/{month:02}/index.html" for month in range(1, 13)]
    assert sum(len(taken(site, page)) for page in months) == 80 * 3
    assert len(taken(site, "quotes/2031/index.html")) == 24
    assert not any(page.startswith("quotes/2030/1") for page in site.pages), "a year with few stays on one page"


@pytest.mark.slow  # builds a long archive
def test_months_and_their_year_lead_to_one_another_and_are_in_the_sitemap() -> None:
    site = busy_year()
    march = site.tree("quotes/2031/03/index.html")
    assert march.xpath("string(//h1)") == "Quotations, March 2031"
    assert (
        site.target("quotes/2031/03/index.html", march.xpath("string(//p[@class='kicker']/a/@href)"))[0]
        == "quotes/2031/index.html"
    )
    assert march.xpath("string(//nav[@class='years']//a[@aria-current='page'])") == "March"
    for place in ("//nav[@class='years']//a", "//p[@class='more']//a"):
        links = site.tree("quotes/2031/index.html").xpath(f"{place}/@href")
        assert {f"quotes/2031/{month:02}/index.html" for month in range(1, 13)} <= {
            site.target("quotes/2031/index.html", link)[0] for link in links
        }
    assert b"/quotes/2031/03/</loc>" in site.files["sitemap.xml"]
    for page in (page for page in site.pages if page.startswith("quotes/")):
        assert all(site.target(page, link)[0] in site.files for link in site.links(page) if not is_outside(link))


def test_a_source_that_is_quoted_twice_needs_no_page_a_year() -> None:
    assert not any(path.startswith(("sources/venn-reply/2", "people/orla-venn/2")) for path in sample_site().files)


def test_a_hundred_names_stand_on_one_page_and_of_more_each_initial_has_its_own() -> None:
    read = sample_archive()
    names = [f"{initial}{number}" for initial in ("Ada ", "Élan ", "The Ferry ", "7 Locks ") for number in range(40)]
    people = tuple(PublicPerson(f"p-{number}", name) for number, name in enumerate(names))
    few, many = (rendered(replace(read, people=(*read.people, *some))) for some in (people[:90], people))
    assert len(few.tree("people/index.html").xpath("//ul[@class='bare names']/li")) == 92
    assert [spaced(one) for one in many.tree("people/index.html").xpath("//ul[@class='bare names']/li/a")] == [
        "Orla Venn",
        "Sallow Pilots’ Guild",
    ], "who was quoted last"
    letters = sorted(path.split("/")[2] for path in many.pages if path.startswith("people/by-letter/"))
    assert letters == ["a", "e", "f", "o", "other", "s"]


@pytest.mark.slow  # builds a long archive
def test_two_archives_of_one_issue_give_one_issue_page() -> None:
    issue = "issues/issue-1002/index.html"
    assert yearly(24).files[issue] == yearly(30).files[issue]


def test_a_publication_that_cites_nothing_has_empty_lists() -> None:
    site = rendered(replace(sample_archive(), issues=(), sources=(), people=()))
    assert data(site) == []
    for page in ("sources/index.html", "people/index.html", "quotes/index.html"):
        assert "yet" in site.tree(page).xpath("string(//*[@class='empty'])")
