"""No email holds an element, an attribute or a property that is not in the alphabet."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from lxml.html import HtmlElement

from briefing.editions.email.html_frame import GHOST_CLOSE, GHOST_OPEN
from briefing.proofs.preflight.alphabet import ALPHABET, ENHANCEMENTS, Triple
from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import elements, html_of, sample_issue, style_of, tree_of

EMAILS = {"sample": html_of(sample_issue()), "long": html_of(long_issue())}
every_email = pytest.mark.parametrize("email", EMAILS.values(), ids=EMAILS)


class _Spelling(HTMLParser):
    """Every triple and every comment of a document, by a parser that mends nothing."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.triples: set[Triple] = set()
        self.comments: list[str] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.triples.add(Triple(tag))
        for name, value in attrs:
            self.triples.add(Triple(tag, name))
            if name == "style":
                self.triples |= {Triple(tag, name, part.partition(":")[0]) for part in (value or "").split(";")}

    def handle_comment(self, data: str) -> None:
        self.comments.append(f"<!--{data}-->")


def outside(document: str) -> set[Triple]:
    return _Spelling(document).triples - ALPHABET


@every_email
def test_an_email_is_written_in_the_alphabet(email: str) -> None:
    assert outside(email) == set()


@pytest.mark.parametrize(
    "planted", ["<span>", '<p onclick="x">', '<p style="position:fixed">', "<script>", '<td bgcolor="#ffffff">']
)
def test_whatever_is_not_in_the_alphabet_is_seen(planted: str) -> None:
    assert outside(EMAILS["sample"].replace("<h1", f"{planted}<h1", 1))


def test_between_them_the_emails_use_the_whole_alphabet() -> None:
    used = set.union(*(_Spelling(email).triples for email in EMAILS.values()))
    never_sampled = {triple for triple in ALPHABET if triple.element in {"h4", "h5", "h6"}}
    assert ALPHABET - used - never_sampled == {Triple(f"h{level}", "class") for level in (1, 2)}


def test_every_enhancement_is_a_letter_and_has_a_reason() -> None:
    assert set(ENHANCEMENTS) <= ALPHABET
    assert all(ENHANCEMENTS.values())


@every_email
def test_the_only_comments_are_those_outlook_needs(email: str) -> None:
    assert _Spelling(email).comments == [GHOST_OPEN, GHOST_CLOSE]


@every_email
def test_padding_is_on_cells_only(email: str) -> None:
    padded = {(element.tag, style_of(element)["padding"]) for element in elements(email) if "padding" in style_of(element)}
    assert {tag for tag, padding in padded if padding != "0"} <= {"td", "th"}


@every_email
def test_text_says_its_colour_size_and_family_itself(email: str) -> None:
    blocks = [element for element in elements(email) if element.tag in {"p", "h1", "h2", "h3", "h4", "li", "td", "th", "pre"}]
    texts = [element for element in blocks if (element.text or "").strip()]
    assert len(texts) > 20
    for element in texts:
        style = style_of(element)
        size, _, leading = style["font"].removeprefix("bold ").partition(" ")[0].partition("/")
        assert int(size.removesuffix("px")) >= 14
        # a headline of several lines holds together when they stand closer than running text
        assert float(leading) >= (1.2 if int(size.removesuffix("px")) > 20 else 1.4)
        assert len(style["color"]) == 7


@every_email
def test_running_text_is_at_least_16_pixels_and_links_are_underlined(email: str) -> None:
    paragraphs = [element for element in elements(email) if element.tag == "p" and "Georgia" in element.get("style", "")]
    assert min(int(style_of(element)["font"].partition("px")[0].removeprefix("bold ")) for element in paragraphs) >= 16
    assert all(style_of(element)["text-decoration"] == "underline" for element in elements(email) if element.tag == "a")


@every_email
def test_layout_tables_say_that_they_are_none_and_are_not_nested_deeply(email: str) -> None:
    tables = list(tree_of(email).iter("table"))
    layout = [table for table in tables if table.get("role") == "presentation"]
    assert all({"width", "cellpadding", "cellspacing", "border"} <= set(table.attrib) for table in layout)
    assert all(table.find(".//th") is not None for table in tables if table not in layout)
    assert max(_depth(table) for table in tables) + 1 <= 4  # and Outlook's own


def _depth(table: HtmlElement) -> int:
    return 1 + sum(1 for _ in table.iterancestors("table"))
