"""A page cut at its angle brackets says what a parser finds in it; where that is not sure, it is parsed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Tree
from briefing.proofs.cutting import Known, parsed_tags, plain_tags, plainest_tag, tags_of
from briefing.proofs.tags import Tag, redirect_of
from briefing.testing import EVERY_FORM, archive
from tests.editions.web.rendered import EDITION, shipped_theme

PIECES = [
    *("<p>", "</p>", '<p id="a">', '<div class="x" id="b">', "</div>", "<br/>", "<hr />", "words", " ", "\n", "&amp;", "—"),
    *(
        '<a href="../x/">',
        '<a name="c">',
        '<a href="/x?a=1&amp;b=2">',
        "</a>",
        '<img src="x.png" alt="a &gt; b">',
        '<img srcset="a 1x, b 2x">',
    ),
    *(
        '<script src="/x.js">',
        "</script>",
        "<script>",
        '<script type="application/json">',
        "{}",
        "<title>",
        "</title>",
        "<textarea>",
    ),
    *(
        '<meta http-equiv="refresh" content="0; url=../y/">',
        '<meta http-equiv="Content-Security-Policy" content="default-src x">',
    ),
    *(
        '<link rel="stylesheet" href="//h/x">',
        '<p onclick="x()">',
        '<a href="javascript:x">',
        "<base>",
        '<object data="x">',
        "<svg>",
    ),
    *(
        '<use href="//h/x">',
        '<p style="background: url(//h/x)">',
        "<!-- one -->",
        '<!-- <p id="d"> -->',
        "<!doctype html>",
        "</textarea>",
    ),
    *(
        "<P ID=e>",
        "<p id='f'>",
        '<p id="g" id="h">',
        '<p title="',
        '">',
        "<",
        ">",
        "<style>",
        "a{}",
        "</style>",
        "<noscript>",
        "</noscript>",
    ),
    *(
        "<iframe>",
        "</iframe>",
        "<![CDATA[",
        "]]>",
        "<?x?>",
        '<p id="&eacute;">',
        '<p id="&#105;">',
        '<p id="\x00">',
        "<!--[if x]>",
        "<![endif]-->",
    ),
    *(
        "<!-->",
        "<!--->",
        "--!>",
        "--",
        '<p id="i"title="j">',
        '<p id = "k">',
        "<p/id=l>",
        "<template>",
        "</template>",
        "<xmp>",
        "</xmp>",
    ),
]


@pytest.fixture(scope="module")
def pages() -> list[bytes]:
    rendition = EDITION.render(archive(EVERY_FORM), shipped_theme())
    return [one.content for one in rendition.artifacts if one.tree is Tree.SITE and one.path.endswith(".html")]


def test_every_page_of_ours_is_plain_and_says_what_a_parser_finds(pages: list[bytes]) -> None:
    known = Known()
    for page in pages:
        plain = plain_tags(page, known)
        assert plain is not None, page
        assert set(plain) == set(parsed_tags(page))


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_page_is_plain_and_says_what_a_parser_finds_or_is_parsed(pieces: list[str]) -> None:
    page = f"<body>{''.join(pieces)}</body>".encode()
    plain = plain_tags(page, Known())
    if plain is not None:
        assert set(plain) >= set(parsed_tags(page))


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8), min_size=2, max_size=6))
def test_a_page_says_the_same_whatever_was_met_before(pages: list[list[str]]) -> None:
    known = Known()
    for pieces in pages:
        page = f"<body>\n{chr(10).join(pieces)}\n</body>".encode()
        for _ in range(3):  # lines are kept when they are met again
            found, parsed = tags_of(page, known), parsed_tags(page)
            assert set(found) >= set(parsed)
            assert redirect_of(found) == redirect_of(parsed)
            assert [tag.policy for tag in found if tag.policy is not None] == [
                tag.policy for tag in parsed if tag.policy is not None
            ]


def test_an_element_of_words_that_is_known_from_one_line_is_none_on_its_own_line() -> None:
    known = Known()
    for _ in range(3):
        tags_of(b'<title>words</title>\n<a id="x">\n</a>', known)
    content = b'<title>\n<a id="x">\n</title>'
    for _ in range(3):
        assert tags_of(content, known) == parsed_tags(content) == ()


def test_of_two_redirects_the_first_counts_whichever_is_known() -> None:
    first, second = (b'<meta http-equiv="refresh" content="0; url=../%b/">' % where for where in (b"x", b"y"))
    known = Known()
    for _ in range(3):
        tags_of(second, known)
    assert redirect_of(tags_of(first + b"\n" + second, known)) == "../x/"


@pytest.mark.parametrize(
    "page",
    [
        '<title><a id="x"></title>',
        '<textarea><a id="x"></textarea>',
        '<noscript><a id="x"></noscript>',
        '<!-- <a id="x"> -->',
        '<p title="a>b" id="x">',
        '<p title="<a>" id="x">',
        "<p id=x>",
        "<style>p{background:url(//h/x)}</style>",
        '<p id="x" id="y">',
        '<p id="caf\xe9">',
    ],
)
def test_a_page_that_could_be_read_otherwise_is_parsed(page: str) -> None:
    content = page.encode("latin-1")
    assert plain_tags(content, Known()) is None
    assert tags_of(content, Known()) == parsed_tags(content)


VALUES = [
    "",
    "a",
    "../x/#y",
    "/x y?z=1",
    "javascript:x",
    " JavaScript:x",
    "VBScript:x",
    "jvs",
    "2031-08-03T10:00:00Z",
    "é",
    "a&amp;b",
    "'",
    "\x00",
]


@given(
    st.sampled_from(["a", "p", "h2", "time", "meta", "link", "script", "base", "x-y", "/p"]),
    st.lists(
        st.tuples(
            st.sampled_from(["href", "id", "class", "name", "property", "content", "datetime", "rel", "src", "onclick"]),
            st.sampled_from([*VALUES, "canonical", "stylesheet", "refresh"]),
        ),
        max_size=3,
        unique_by=lambda one: one[0],
    ),
)
def test_a_tag_written_like_most_says_what_a_parser_finds(name: str, attributes: list[tuple[str, str]]) -> None:
    token = f"<{name}{''.join(f' {one}={chr(34)}{value}{chr(34)}' for one, value in attributes)}>".encode()
    tag = plainest_tag(token)
    if tag is not None:
        assert {tag} - {Tag()} == set(parsed_tags(b"<body>" + token + b"</body>"))


def test_a_tag_may_run_over_the_end_of_a_line() -> None:
    content = b'<p\nid="x">words\n</p>'
    assert plain_tags(content, Known()) == parsed_tags(content)


@pytest.mark.parametrize("page", ['<title>\n<a id="x">\n</title>', '<p>\n<!--\n<a id="x">\n-->', '<p title="\n<a>\n" id="x">'])
def test_lines_that_are_words_or_comments_are_not_taken_for_tags(page: str) -> None:
    content = page.encode()
    known = Known()
    assert tags_of(b'<p>\n<a id="x">\n</p>', known)
    assert tags_of(content, known) == parsed_tags(content)


def test_what_is_known_of_a_tag_is_not_found_out_again() -> None:
    known = Known()
    (first,) = tags_of(b'<p id="x" title="y">', known)
    (second,) = tags_of(b'<div></div><p id="x" title="y">', known)
    assert first is second
