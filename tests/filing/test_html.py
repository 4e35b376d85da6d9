"""HTML of other systems as our Markdown. Everything quoted here is invented."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.filing.html import markdown_of
from briefing.model import Figure
from briefing.testing import archive

BASE = "https://old.example/2020/berthing/"


def written(html: str) -> str:
    return markdown_of(html, BASE).text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <em>two</em> <b> three </b>four", "One *two*  **three** four"),
        ("one<p>two</p>three", "one\n\ntwo\n\nthree"),
        ("<a href='../rests/?a=1&amp;b=2#c'>rests</a>", "[rests](<https://old.example/2020/rests/?a=1&b=2#c>)"),
        ("<a href='javascript:alert(1)'>no</a> <a href='#x'>here</a>", "no here"),
        ("<a href='data:text/html,x'>no</a>", "no"),
        ("[a]<span>(b)</span>", "[a]\\(b)"),
        ("<a href='x'>a]b</a>", "[a\\]b](<https://old.example/2020/berthing/x>)"),
        ("<a href='x'>a \\] b</a>", "[a \\\\\\] b](<https://old.example/2020/berthing/x>)"),
        ("<a href='x'>[a]</a>", "[[a]](<https://old.example/2020/berthing/x>)"),
        ("<p>a<br>- b<br>2. c", "a\\\n\\- b\\\n2\\. c"),
        ("<h1>A <a href='x'>title</a></h1><h4>B</h4>", "## A title\n\n### B"),
        ("<blockquote><p>Words</p><p>— Somebody</p></blockquote>", "> Words\n\n— Somebody"),
        ("<script>x</script><!-- y --><style>z</style>", ""),
        ("<p onclick=x><span style=y>ok</span></p>", "ok"),
        ("<code>a`b</code>", "`` a`b ``"),
        ("&lt;script&gt; [@key] [a](b) ==c== {: .d}", "\\<script> \\[@key] [a\\](b) \\=\\=c\\=\\= \\{: .d}"),
    ],
)
def test_what_has_a_form_gets_it_and_nothing_else_passes(html: str, expected: str) -> None:
    assert written(html).replace("  ", " ") == expected.replace("  ", " ")


TAGS = [
    "p",
    "div",
    "b",
    "em",
    "a href='x'",
    "ul",
    "li",
    "ol",
    "blockquote",
    "h1",
    "h3",
    "table",
    "tr",
    "td",
    "pre",
    "code",
    "span",
    "figure",
    "br",
    "hr",
]
PIECES = st.one_of(
    st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag.split()[0]}>" for tag in TAGS)]),
    st.text(st.sampled_from("ab1 .*_[]()#>-=|`“”‘’'\"&{}:\\\n"), max_size=8),
    st.sampled_from(
        ["<script>x</script>", "<!-- c -->", "<img src=a.png alt='p'>", "— a", "<iframe src=//v.example>", "&amp;lt;"]
    ),
)


@given(st.lists(PIECES, max_size=14))
def test_whatever_the_html_an_imported_issue_can_be_published(pieces: list[str]) -> None:
    front = "---\ntitle: A post\nissue: 1\ndate: 2020-03-02\ndescription: x\narchive: imported\n---\n\n"
    archive({"content/issues/2020-03-02-x.md": f"{front}Begins.\n\n{written(''.join(pieces))}\n"})


SAID = st.text(st.sampled_from("ab1 .*_[]()!#>-=|`“”‘’'&{}:\\"), max_size=12)


@given(SAID, SAID)
def test_whatever_is_said_of_a_picture_it_comes_in_as_a_picture(shows: str, caption: str) -> None:
    source = f"<figure><img src='a.png' alt='{escape(shows)}'><figcaption>{escape(caption)}</figcaption></figure>"
    made = markdown_of(source, "https://old.example/x/", lambda address: f"../assets/{address.rpartition('/')[2]}")
    front = "---\ntitle: A post\nissue: 1\ndate: 2020-03-02\ndescription: x\narchive: imported\n---\n\n"
    files = {"content/issues/2020-03-02-x.md": f"{front}Begins.\n\n{made.text}\n", "content/assets/a.png": ""}
    body = archive(files).issues[0].body
    assert any(isinstance(block, Figure) and block.image == "assets/a.png" for block in body) == bool(
        shows.strip() or caption.strip()
    )
