"""An issue's page: its copy, quotations, citations, notes, pull-quotes and corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from briefing.editions.web.inlines import letters
from briefing.model import (
    Archive,
    Citation,
    CitationMark,
    Correction,
    CorrectionKind,
    External,
    FootnoteMark,
    Issue,
    Link,
    NoteReference,
    Paragraph,
    Showing,
    Text,
)
from briefing.model.words import words
from briefing.testing import sample_archive
from tests.editions.web.rendered import Site, rendered, sample_site

PAGE = "issues/pilot-hours/index.html"
HOSTILE = "<script>alert(1)</script>\"'&{{ 7 * 7 }}"


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return sample_site().tree(PAGE)


def with_issue(**changes: object) -> Archive:
    archive = sample_archive()
    return replace(archive, issues=(archive.issues[0], replace(archive.issues[1], **changes)))  # type: ignore[arg-type]  # tests name real fields


def page_of(**changes: object) -> html.HtmlElement:
    return rendered(with_issue(**changes)).tree(PAGE)


def showing(site: Site, number: int) -> Showing:
    return next(showing for showing in site.rendition.showings if showing.issue == number)


def test_a_quotation_over_two_paragraphs_has_its_id_at_its_first_part_and_no_marks_of_a_browser(page: html.HtmlElement) -> None:
    parts = page.xpath("//p[@id]/span[@class='quoted']")
    assert [part.get("id") for part in parts] == ["q-10000001", None, "q-10000002"]
    assert page.xpath("//q") == []


def test_a_displayed_quotation_stands_in_a_box_with_its_attribution_and_its_source(page: html.HtmlElement) -> None:
    (box,) = page.xpath("//div[@class='quotation']")
    assert box.get("id") == "q-10000003"
    assert [words.text_content() for words in box.xpath("./blockquote/p")] == [
        "“We read every letter.",
        "“We act on those we can.”",
    ]
    assert box.xpath("string(./p[@class='attribution'])") == "— Orla Venn, chair of the Harbour Board2"


def test_a_citation_shows_numbers_and_places_and_links_each_to_its_note(page: html.HtmlElement) -> None:
    mark = page.xpath("//sup[@class='cite'][contains(., 'p. 4')]")[0]
    assert mark.text_content() == "1, p. 4; 2"
    assert [link.get("href") for link in mark] == ["#note-1", "#note-2"]
    assert [link.get("id") for link in mark] == ["ref-1b", "ref-2a"]
    assert [link.get("aria-label") for link in mark] == ["Source 1, p. 4", "Source 2"]


def test_every_note_leads_back_to_each_place_that_cites_it(page: html.HtmlElement) -> None:
    back = {note.get("id"): note.xpath(".//span[@class='back']/a/@href") for note in page.xpath("//ol[@class='notes']/li")}
    assert back == {
        "fn-a": ["#fnref-a-1"],
        "note-1": ["#ref-1a", "#ref-1b"],
        "note-2": ["#ref-2a", "#ref-2b"],
        "note-3": ["#ref-3a"],
        "note-4": ["#ref-4a"],
    }


def test_no_id_occurs_twice(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert sorted(ids) == sorted(set(ids))


def test_a_footnote_that_is_referred_to_twice_leads_back_to_both_places() -> None:
    body = (Paragraph("p-1", (Text("Once"), FootnoteMark(0), Text(" and twice"), FootnoteMark(0))),)
    page = page_of(body=body)
    assert page.xpath("//li[@id='fn-a']//span[@class='back']/a/@href") == ["#fnref-a-1", "#fnref-a-2"]


def test_letters_go_on_after_z() -> None:
    assert [letters(position) for position in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]


def test_a_note_that_is_cited_thirty_times_has_thirty_places_to_go_back_to() -> None:
    body = (Paragraph("p-1", tuple(CitationMark(0) for _ in range(30))),)
    page = page_of(body=body, citations=(Citation((NoteReference(1),)),), quotations=(), footnotes=())
    assert len(set(page.xpath("//li[@id='note-1']//span[@class='back']/a/@href"))) == 30


def test_a_pull_quote_follows_the_paragraph_it_repeats_with_marks_and_attribution(page: html.HtmlElement) -> None:
    first, second = page.xpath("//aside")
    assert first.getprevious().get("id") == "p-00000003"
    assert first.text_content().split("\n") == [
        "",
        "“We call it a paper rule”",
        "Sallow Pilots’ Guild, letter to the Harbour Board, March 2031",
        "",
    ]
    assert second.text_content().strip() == "nobody counts the hours"


def test_a_pull_quote_is_hidden_from_those_who_hear_the_page_and_from_search(page: html.HtmlElement) -> None:
    for aside in page.xpath("//aside"):
        assert aside.get("aria-hidden") == "true"
        assert "data-search-exclude" in aside.attrib
        assert aside.xpath(".//a | .//@tabindex | .//@id") == []


def test_a_publication_without_pull_quotes_on_its_website_shows_none_and_declares_none() -> None:
    archive = sample_archive()
    site = rendered(replace(archive, publication=replace(archive.publication, pulls=frozenset({"email"}))))
    assert site.tree(PAGE).xpath("//aside") == []
    assert "nobody counts the hours" not in showing(site, 2).declared


def test_only_pull_quotes_are_asides_for_reader_views_drop_them(page: html.HtmlElement) -> None:
    assert {aside.get("class") for aside in page.xpath("//article//aside")} == {"pull"}


def test_grave_corrections_stand_before_the_copy_and_small_ones_after_the_sources(page: html.HtmlElement) -> None:
    order = [element.get("class") for element in page.xpath("//article/div | //article/section")]
    assert order == ["details", "correction as-correction", "body prose", "notes-list", "notes-list", "notes-list"]
    assert page.xpath("string(//article/div[2])").strip().startswith("Correction, 20 May 2031: The letter is of March.")
    assert "Clarification, 18 May 2031" in page.xpath("string(//article/section[last()])")


def test_a_corrected_quotation_that_is_gone_keeps_its_id_at_its_correction() -> None:
    gone = Correction(date(2031, 5, 21), CorrectionKind.CORRECTION, major=True, text="Not said.", affects="q-99999999")
    standing = replace(gone, affects="q-10000002")
    page = page_of(corrections=(gone, standing))
    assert [box.get("id") for box in page.xpath("//div[starts-with(@class, 'correction')]")] == ["q-99999999", None]
    assert page.xpath("//p[@class='where']/a/@href") == ["#q-10000002"]


def test_issues_that_belong_together_name_each_other(page: html.HtmlElement) -> None:
    site = sample_site()
    assert "Previously" in page.xpath("string(//nav[@class='related'])")
    earlier = site.tree("issues/night-berthing/index.html")
    assert "Followed up in" in earlier.xpath("string(//nav[@class='related'])")
    assert earlier.xpath("//nav[@class='turn']/a/@rel") == ["next"]
    assert page.xpath("//nav[@class='turn']/a/@rel") == ["prev"]


def test_the_strapline_stands_once(page: html.HtmlElement) -> None:
    assert page.text_content().count("Our fortnightly briefing on pilotage") == 1


def test_a_table_scrolls_in_a_box_that_the_keyboard_reaches(page: html.HtmlElement) -> None:
    (box,) = page.xpath("//div[@class='table']")
    assert (box.get("role"), box.get("tabindex"), box.get("aria-label")) == ("region", "0", "Table 1")
    assert page.xpath("//td/@class") == ["left", "right"] * 2


def words_shown(site: Site, issue: Issue) -> list[str]:
    """The article's words, read as simply as can be: markers in brackets, list marks spelled out, blocks apart."""
    article = site.tree(f"{issue.path}index.html").xpath("//article")[0]
    for mark in article.iter("sup"):
        mark.text = " [" + (mark.text or "")
        (mark[-1] if len(mark) else mark).tail = "]"
    for image in article.iter("img"):
        image.tail = f" [{image.get('alt')}] " + (image.tail or "")
    for rule in article.iter("hr"):
        rule.tail = " * * * " + (rule.tail or "")
    for line_break in article.iter("br"):
        line_break.tail = " " + (line_break.tail or "")
    for listing in article.xpath(".//ul[not(@role)] | .//ol[not(@role)]"):
        for number, item in enumerate(listing, int(listing.get("start", "1"))):
            item.text = ("• " if listing.tag == "ul" else f"{number}. ") + (item.text or "")
    for cell in article.xpath(".//td | .//th"):
        cell.tail = " " + (cell.tail or "")
    return str(article.text_content()).split()


def test_the_article_shows_the_words_of_the_issue_and_what_it_declares_and_nothing_else() -> None:
    site = sample_site()
    for issue in site.archive.issues:
        shown = words_shown(site, issue)
        declared = [line.split() for line in showing(site, issue.number).declared]
        expected = list(words(issue))
        assert sorted(shown) == sorted([*expected, *(word for line in declared for word in line)])
        rest = iter(shown)
        assert all(word in rest for word in expected), "the issue's words stand in their order"
        rest = iter(shown)
        assert all(word in rest for line in declared for word in line), "the declared lines stand in theirs"


@pytest.mark.parametrize("field", ["title", "description", "kicker", "series"])
def test_hostile_words_are_words(field: str) -> None:
    archive = with_issue(**{field: HOSTILE})
    site = rendered(archive)
    for path in site.pages:
        assert site.tree(path).xpath("//script[not(@type='application/ld+json' or @src)] | //@onerror") == []
    assert HOSTILE in site.tree(PAGE).text_content()


def test_hostile_names_of_people_and_of_the_publication_are_words() -> None:
    archive = sample_archive()
    author = replace(archive.publication.authors[0], name=HOSTILE)
    topic = replace(archive.publication.topics[0], name=HOSTILE)
    publication = replace(
        archive.publication,
        title=HOSTILE,
        strapline=HOSTILE,
        topics=(topic,),
        contact=replace(archive.publication.contact, email=HOSTILE, signal=HOSTILE, key=HOSTILE, onion=HOSTILE),
        imprint=replace(archive.publication.imprint, publisher=HOSTILE, address=HOSTILE, editor=HOSTILE),
    )
    issues = tuple(replace(issue, authors=(author,), topics=(topic,)) for issue in archive.issues)
    site = rendered(replace(archive, publication=publication, issues=issues))
    for path in site.pages:
        tree = site.tree(path)
        assert tree.xpath("//script[not(@type='application/ld+json' or @src)] | //@onerror") == []
        assert HOSTILE in tree.text_content()
    assert "<script" not in site.text("assets/icon.svg")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x"])
def test_a_link_that_would_run_code_is_only_words(url: str) -> None:
    page = page_of(body=(Paragraph("p-1", (Link(External(url), (Text("press here"),)),)),), footnotes=())
    assert page.xpath("//p[@id='p-1']/a") == []
    assert page.xpath("string(//p[@id='p-1'])") == "press here"


def test_a_link_cannot_leave_its_attribute() -> None:
    page = page_of(body=(Paragraph("p-1", (Link(External('https://x.example/"><b>'), (Text("here"),)),)),), footnotes=())
    assert page.xpath("//p[@id='p-1']/a/@href") == ["https://x.example/%22%3E%3Cb%3E"]
    assert page.xpath("//p[@id='p-1']//b") == []
