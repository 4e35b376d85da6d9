from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Tree
from briefing.proofs import Outputs
from briefing.proofs.addresses import Addresses
from briefing.proofs.links import Links
from tests.proofs.honest import changed, found, outputs, told, with_file

SITE = "https://lantern.example/bulletin/"


@pytest.fixture(scope="module")
def honest() -> Outputs:
    return outputs()


def page(honest: Outputs, html: str, path: str = "about/index.html") -> Outputs:
    return with_file(honest, path, html.encode())


def test_honest_editions_pass(honest: Outputs) -> None:
    assert told(Links(), honest) == ""


@pytest.mark.parametrize(
    "address",
    [
        "../issues/pilot-hours/",
        "../issues/pilot-hours",
        "../issues/pilot-hours/#note-4",
        "../issues/pilot-hours/?from=about#note-4",
        "/bulletin/",
        "../",
        "./",
        "",
        "#here",
        "../assets/rests.png",
        f"{SITE}feed.xml",
        f"{SITE}",
        "https://lantern.example/shop",
        "https://elsewhere.example/nothing#at-all",
        "//elsewhere.example/nothing",
        "mailto:a@b.example",
        "tel:+44",
        "with%20blank.html",
        "data:image/png;base64,AAAA",
    ],
)
def test_what_leads_somewhere_is_left_alone(honest: Outputs, address: str) -> None:
    whole = with_file(honest, "about/with blank.html", b"<p>x")
    assert told(Links(), page(whole, f'<p id="here"><a href="{address}">x</a>')) == ""


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("../issues/pilot-hour/", "L201"),
        ("../issues/pilot-hours/index.htm", "L201"),
        ("nothing.png", "L201"),
        ("/issues/pilot-hours/", "L201"),
        ("../../../issues/", "L201"),
        (f"{SITE}issues/9/", "L201"),
        ("http://[", "L201"),
        ("../issues/pilot-hours/#note-9", "L202"),
        (f"{SITE}issues/pilot-hours/#note-9", "L202"),
        ("#nowhere", "L202"),
        ("javascript:alert(1)", "L203"),
        (" JavaScript:alert(1)", "L203"),
        ("java\nscript:alert(1)", "L203"),
        ("data:text/html,hello", "L203"),
    ],
)
def test_what_leads_nowhere_is_caught(honest: Outputs, address: str, code: str) -> None:
    assert found(Links(), page(honest, f'<p id="here"><a href="{address}">x</a>')) == [f"{code} site/about/index.html"]


def test_images_scripts_and_style_sheets_must_be_there_too(honest: Outputs) -> None:
    html = '<link rel="stylesheet" href="a.css"><script src="b.js"></script><img src="c.png" alt="">'
    assert found(Links(), page(honest, html)) == ["L201 site/about/index.html"] * 3


def test_redirects_are_followed_to_their_end(honest: Outputs) -> None:
    refresh = '<meta http-equiv="Refresh" content="0; url={}">'
    whole = with_file(honest, "old/index.html", refresh.format("../older/").encode())
    whole = with_file(whole, "older/index.html", refresh.format("../issues/pilot-hours/").encode())
    assert found(Links(), page(whole, '<a href="../old/#note-1">x</a>')) == []
    assert found(Links(), page(whole, '<a href="../old/#note-9">x</a>')) == ["L202 site/about/index.html"]
    assert found(Links(), with_file(whole, "older/index.html", refresh.format("../x/").encode())) == [
        "L201 site/older/index.html"
    ]


def test_a_circle_of_redirects_ends(honest: Outputs) -> None:
    whole = with_file(honest, "old/index.html", b'<meta http-equiv="refresh" content="0; url=.">')
    assert found(Links(), page(whole, '<a href="../old/#x">x</a>')) == ["L202 site/about/index.html"]


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml", "feed.json"])
def test_links_of_feeds_are_followed(honest: Outputs, path: str) -> None:
    note = f"{SITE}issues/pilot-hours/#note-4"
    assert found(Links(), changed(honest, path, note, f"{SITE}issues/pilot-hours/#note-5")) == [f"L202 site/{path}"]
    assert found(Links(), changed(honest, path, note, f"{SITE}issues/pilot-hour/#note-4")) == [f"L201 site/{path}"]
    assert found(Links(), changed(honest, path, note, "#note-4")) == [f"L201 site/{path}"]
    assert found(Links(), changed(honest, path, note, "../#note-4")) == [f"L201 site/{path}"]
    assert found(Links(), changed(honest, path, note, "javascript:x")) == [f"L203 site/{path}"]


def test_links_of_emails_are_followed_and_placeholders_left_alone(honest: Outputs) -> None:
    page_path, text_path = "email/pilot-hours/email.html", "email/pilot-hours/email.txt"
    html = f'<article><a href="{{{{unsubscribe_url}}}}">x</a><a href="*|UNSUB|*">y</a><a href="{SITE}nowhere/">z</a>'
    whole = with_file(honest, page_path, html.encode(), tree=Tree.DIST)
    assert found(Links(), whole) == [f"L201 dist/{page_path}"]
    whole = with_file(honest, text_path, f"Read it at {SITE}nowhere/.".encode(), tree=Tree.DIST)
    assert found(Links(), whole) == [f"L201 dist/{text_path}"]


def test_one_missing_page_is_one_finding_however_many_files_lead_there(honest: Outputs) -> None:
    whole = page(page(honest, '<a href="../x/">x</a>'), '<a href="../x/">x</a>', "contact/index.html")
    findings = list(Links().prove(whole))
    assert [finding.code for finding in findings] == ["L201"]
    assert findings[0].notes == ("1 more file has it",)
    assert findings[0].message.endswith(f": {SITE}x/")


ADDRESSES = (
    *(
        "",
        "#x",
        "a/",
        "a/b.txt#y",
        "../",
        "../#x",
        "../a/",
        "../../",
        "../../a/?q=1",
        "../../b/c-d/x.y.css#e.f",
        "../b..c/",
        "../a//b/",
        "../a/./b/",
        ".../a/",
        "../../../a/",
        "/",
        "/a/",
        "//other.example/",
    ),
    *(
        "https://weirpost.example/",
        "https://weirpost.example/news/a/#x",
        "https://weirpost.example/news",
        "https://other.example/",
    ),
    *("mailto:a@b.example", "javascript:x", "{{unsubscribe}}", "http://["),
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["", *("index.html", "404.html", "a/index.html", "b/index.html", "b/x.html", "a/b/index.html", "é:/index.html")]
            ),
            st.sampled_from(ADDRESSES),
        )
    )
)
def test_an_address_leads_from_every_page_where_it_would_lead_alone(written: list[tuple[str, str]]) -> None:
    url = "https://weirpost.example/news/"
    addresses = Addresses(url)
    for path, address in written:
        folders = addresses.folders(path) if path else ()
        alone = Addresses(url)
        assert addresses.ends(folders, [address, address]) == [alone.end(folders, address)] * 2
        if path and isinstance(end := alone.end(folders, address), str):
            assert end == urljoin(folders[0], address)
        if path:
            assert folders[0] == urljoin(url, path.removesuffix("index.html"))


def test_a_long_address_that_is_not_plain_at_its_end_takes_no_longer_than_others() -> None:
    url = "https://weirpost.example/news/"
    address = f"../{'long-name-' * 300}é%20/"
    assert Addresses(url).end((f"{url}a/", url), address) == f"{url}{address.removeprefix('../')}"
