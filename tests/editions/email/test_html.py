"""The HTML part: what it is made of, how it reads, and how big it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import (
    BulletList,
    CitationMark,
    CodeBlock,
    Contact,
    External,
    Figure,
    Heading,
    Internal,
    Link,
    Paragraph,
    PullQuote,
    Table,
    Text,
)
from briefing.model.words import words
from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import UNSUBSCRIBE, elements, html_of, of_blocks, sample_issue, sender, style_of, tree_of

SAMPLE = html_of(sample_issue())


def text(element: object) -> str:
    return " ".join(element.text_content().split())  # type: ignore[attr-defined]  # an lxml element


def links(document: str) -> dict[str, str]:
    """Where each link leads, by its words."""
    return {text(link): link.get("href", "") for link in tree_of(document).iter("a")}


def test_it_is_ascii_and_says_its_character_set_early() -> None:
    assert SAMPLE.isascii()
    assert SAMPLE.index('<meta charset="utf-8">') < 1024


def test_language_and_direction_are_on_the_root_and_on_the_child_of_the_body() -> None:
    page = tree_of(SAMPLE)
    for element in (page, page.body[0]):
        assert (element.get("lang"), element.get("dir")) == ("en-GB", "ltr")


def test_the_title_is_the_subject_and_there_is_one_first_heading() -> None:
    page = tree_of(SAMPLE)
    assert text(page.find(".//title")) == sample_issue().email.subject
    assert [text(heading) for heading in page.iter("h1")] == [sample_issue().title]


def test_the_standfirst_is_the_first_text_and_visible() -> None:
    first = next(element for element in elements(SAMPLE) if element.tag == "p")
    assert text(first) == sample_issue().description
    assert "display" not in style_of(first)


def test_no_link_jumps_inside_the_message() -> None:
    found = links(SAMPLE)
    assert not [address for address in found.values() if address.startswith("#")]
    assert found["[1]"] == "https://lantern.example/bulletin/issues/pilot-hours/#note-1"


def test_each_number_of_a_marker_leads_to_its_note() -> None:
    assert links(SAMPLE)["1, p. 4"].endswith("#note-1")
    assert "[1, p. 4; 2]" in text(tree_of(SAMPLE).body)


def test_no_two_links_of_the_same_words_lead_to_different_places() -> None:
    for document in (SAMPLE, html_of(long_issue())):
        seen: dict[str, str] = {}
        for link in tree_of(document).iter("a"):
            assert seen.setdefault(text(link), link.get("href", "")) == link.get("href")


def test_a_marker_inside_a_link_is_no_link_of_its_own() -> None:
    block = Paragraph("", (Link(External("https://a.example/"), (Text("words"), CitationMark(0))),))
    issue = sample_issue(body=(block,), pulls=(), follows=None)
    assert [text(link) for link in tree_of(html_of(issue)).iter("a")][1] == "words [1]"


def test_a_pull_quote_has_its_marks_and_its_attribution_outside_the_quotation() -> None:
    quotation = next(quote for quote in tree_of(SAMPLE).iter("blockquote") if "We call it a paper rule”" in text(quote))
    assert text(quotation) == "“We call it a paper rule”"
    cell = quotation.getparent()
    assert cell.tag == "td"
    assert "border-left" in style_of(cell)
    assert text(cell).endswith("— Sallow Pilots’ Guild, letter to the Harbour Board, March 2031")


def test_words_of_our_own_are_pulled_without_marks_or_quotation() -> None:
    own = [quote for quote in tree_of(SAMPLE).iter("blockquote") if "nobody counts" in text(quote)]
    assert own == []
    assert text(tree_of(SAMPLE).body).count("nobody counts the hours") == 2


def test_pull_quotes_are_left_out_where_the_publication_says_so() -> None:
    assert "“We call it a paper rule”" not in text(tree_of(html_of(sample_issue(), pulls=frozenset({"web"}))))


def test_a_pull_quote_in_a_list_stands_after_it() -> None:
    pulled = sample_issue().body[1]
    body = text(tree_of(html_of(sample_issue(body=(BulletList(((pulled,),)),), follows=None))))
    assert body.index("and we ask you to say so") < body.index("“We call it a paper rule”")


def test_corrections_stand_at_the_top_and_at_the_foot() -> None:
    body = text(tree_of(SAMPLE).body)
    assert body.index("By Ines") < body.index("Correction, 20 May") < body.index("A fortnight ago")
    assert body.index("Sources") < body.index("Clarification, 18 May")


def test_how_to_stop_it_why_it_came_and_the_postal_address_are_in_it() -> None:
    foot = text(tree_of(SAMPLE).body)[-220:]
    for line in ("You get this because you subscribed", "Unsubscribe", "2 Quay Row, Port Sallow"):
        assert line in foot
    assert links(SAMPLE)["Unsubscribe"] == UNSUBSCRIBE
    assert SAMPLE.count(UNSUBSCRIBE) == 1


def test_those_to_whom_it_was_forwarded_can_subscribe() -> None:
    document = html_of(sample_issue(), sender=sender(subscribe_url="https://lantern.example/subscribe/"))
    assert links(document)["Subscribe"] == "https://lantern.example/subscribe/"


def test_the_way_to_us_in_confidence_is_no_link_that_somebody_could_track() -> None:
    contact = Contact(email="c@lantern.example", signal="l.01", key="https://lantern.example/key", onion="https://abc.onion/")
    document = html_of(sample_issue(), contact=contact)
    for way in ("c@lantern.example", "Signal l.01", "https://lantern.example/key", "https://abc.onion/"):
        assert way in text(tree_of(document).body)
    assert not [address for address in links(document).values() if "onion" in address or "mailto" in address or "key" in address]


def test_the_strapline_is_printed_once() -> None:
    assert text(tree_of(SAMPLE).body).count("Our fortnightly briefing on pilotage") == 1


def test_several_authors_are_named_in_one_line() -> None:
    ines = sample_issue().authors[0]
    authors = (ines, replace(ines, name="Tom Reeve"), replace(ines, name="Una Marsh"))
    assert "By Ines Calloway, Tom Reeve and Una Marsh" in text(tree_of(html_of(sample_issue(authors=authors))))
    assert "By " not in text(tree_of(html_of(of_blocks(authors=()))))


@pytest.mark.parametrize(
    ("path", "shown"), [("assets/a.png", True), ("assets/a.JPG", True), ("assets/a.webp", False), ("a.svg", False)]
)
def test_an_image_is_shown_only_where_every_client_can_show_it(path: str, shown: bool) -> None:
    page = tree_of(html_of(of_blocks(Figure(path, "Rests by month"))))
    images = list(page.iter("img"))
    assert bool(images) is shown
    if shown:
        assert images[0].get("src") == f"https://lantern.example/bulletin/{path}"
        assert (images[0].get("alt"), images[0].get("width")) == ("Rests by month", "560")
        assert (style_of(images[0])["width"], style_of(images[0])["max-width"]) == ("100%", "560px")
    else:
        assert "[Rests by month]" in text(page)


def test_an_image_of_a_preview_is_not_loaded_over_http() -> None:
    assert not list(tree_of(html_of(of_blocks(Figure("a.png", "x")), url="http://127.0.0.1:8000/")).iter("img"))


def test_an_address_of_a_scheme_that_is_not_mails_is_no_link() -> None:
    document = html_of(of_blocks(Paragraph("", (Link(External("javascript:alert(1)"), (Text("press"),)),))))
    assert "press" not in links(document)
    assert "javascript" not in document


def test_addresses_are_ascii_and_keep_what_they_ask_for() -> None:
    address = "https://bücher.example/ä b?q=1&copy=2#frag?x"
    document = html_of(of_blocks(Paragraph("", (Link(External(address), (Text("books"),)),))))
    assert links(document)["books"] == "https://xn--bcher-kva.example/%C3%A4%20b?q=1&copy=2#frag?x"


def test_an_internal_link_is_absolute() -> None:
    document = html_of(of_blocks(Paragraph("", (Link(Internal("about/", "us"), (Text("about"),)),))))
    assert links(document)["about"] == "https://lantern.example/bulletin/about/#us"


def test_code_keeps_its_lines() -> None:
    page = tree_of(html_of(of_blocks(CodeBlock("if night:\r\n\trest += 1"))))
    assert next(page.iter("pre")).text_content() == "if night:\n    rest += 1"


def test_lists_nested_very_deeply_are_not_set_in_for_ever() -> None:
    block: BulletList | Paragraph = Paragraph("", (Text("deep"),))
    for _ in range(20):
        block = BulletList(((block,),))
    indents = [style_of(element)["margin"] for element in tree_of(html_of(of_blocks(block))).iter("ul")]
    assert sum(int(margin.split()[-1].removesuffix("px") or 0) for margin in indents if margin.endswith("24px")) == 3 * 24


def test_every_level_of_heading_has_its_looks() -> None:
    document = html_of(of_blocks(*(Heading(f"h{level}", level, (Text(f"level {level}"),)) for level in range(2, 7))))
    for level in range(2, 7):
        assert next(tree_of(document).iter(f"h{level}")).get("style")


def test_a_long_issue_takes_at_most_19_bytes_a_word_beside_its_frame() -> None:
    document = html_of(long_issue())
    assert len(document) <= 19 * len(words(long_issue())) + 4096
    assert len(document) < 32_000


def test_the_style_block_is_small_and_holds_no_placeholder_of_a_provider() -> None:
    style = SAMPLE.partition("<style>")[2].partition("</style>")[0]
    assert len(style) < 1500
    assert "}}" not in style
    assert "{{" not in style
    assert style.count("!important") == style.count(" !important")


def test_the_frame_balances_with_and_without_outlooks_comments() -> None:
    for document in (SAMPLE.replace("<!--[if mso]>", "").replace("<![endif]-->", ""), SAMPLE):
        shown = document if document is not SAMPLE else "".join(part.partition("-->")[2] or part for part in SAMPLE.split("<!--"))
        for element in ("table", "tr", "td", "p", "blockquote", "a", "div"):
            assert shown.count(f"<{element}>") + shown.count(f"<{element} ") == shown.count(f"</{element}>"), element


def test_a_pull_quote_of_an_issue_without_attribution_stands_alone() -> None:
    issue = sample_issue(pulls=(PullQuote("We call it a paper rule", 0), sample_issue().pulls[1]))
    assert "“We call it a paper rule”" in text(tree_of(html_of(issue)))


def test_words_of_a_table_are_left_whole_on_telephones_that_have_room_for_them() -> None:
    def classes(*header: str) -> set[str | None]:
        block = Table((), tuple((Text(word),) for word in header), ())
        return {cell.get("class") for cell in tree_of(html_of(of_blocks(block))).iter("th")} - {None}

    assert classes("Lock", "Fall") == set()
    assert classes("Reservoir", "Capacity", "Before", "Share", "Now") == {"s"}
    assert classes("Reservoir", "Capacity", "Inspection", "Recommended", "Accepted") == {"t"}
    assert classes(*["Incomprehensibilities"] * 8) == set()


def test_a_table_that_a_telephone_has_no_room_for_gives_up_its_padding_before_its_words() -> None:
    def table(*header: str) -> tuple[str | None, int]:
        document = tree_of(html_of(of_blocks(Table((), tuple((Text(word),) for word in header), ()))))
        cells = list(document.iter("th"))
        return cells[0].getparent().getparent().getparent().get("cellpadding"), sum(
            "break" in cell.get("style") for cell in cells
        )

    assert table("Lock", "Fall", "Before") == ("8", 0)
    assert table("Reservoir", "Capacity", "Recommended") == ("4", 0)
    assert table("Organisation", "Responsibility", "Commissioned", "Outstanding") == ("4", 2)
