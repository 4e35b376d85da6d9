"""The site as a whole: which files there are, how they hang together, and that nothing else decides their bytes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from briefing.editions.web import WebEdition
from briefing.model import Archive, Html, Page, Topic
from briefing.testing import sample_archive
from tests.editions.web.rendered import at, is_outside, many_issues, rendered, sample_site, shipped_theme

ADDRESSES = ["https://lantern.example/", "https://host.example/repo/"]
COPY_IMAGE = "assets/rests.png"  # the press copies the files that copy refers to


def test_every_promised_page_is_there() -> None:
    assert {
        "index.html",
        "404.html",
        "about/index.html",
        "archive/index.html",
        "archive/2031/index.html",
        "contact/index.html",
        "corrections/index.html",
        "issues/latest/index.html",
        "issues/1/index.html",
        "issues/2/index.html",
        "issues/night-berthing/index.html",
        "issues/pilot-hours/index.html",
        "old/pilot-hours/index.html",
        "robots.txt",
        "sitemap.xml",
        "subscribe/index.html",
        "topics/money/index.html",
        "topics/safety/index.html",
    } <= set(sample_site().files)


def test_no_two_files_have_one_path() -> None:
    paths = [artifact.path for artifact in rendered(many_issues(30)).rendition.artifacts]
    assert sorted(paths) == sorted(set(paths))


@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("archive", [sample_archive(), many_issues(40), replace(sample_archive(), issues=())])
def test_every_internal_link_leads_to_a_file_and_a_place_on_it(url: str, archive: Archive) -> None:
    site = rendered(at(url, archive))
    for page in site.pages:
        for link in site.links(page):
            if is_outside(link):
                continue
            file, fragment = site.target(page, link)
            assert file in site.files or file == COPY_IMAGE, f"{page}: {link}"
            assert not fragment or fragment in site.ids(file), f"{page}: {link}"


@pytest.mark.parametrize("url", ADDRESSES)
def test_internal_links_are_relative_but_for_the_page_that_is_shown_at_any_depth(url: str) -> None:
    site = rendered(at(url, sample_archive()))
    root = url.removeprefix("https://").partition("/")[2]
    for page in site.pages:
        inside = [link for link in site.links(page) if not is_outside(link)]
        rooted = [link for link in inside if link.startswith("/")]
        if page == "404.html":
            assert rooted == [link for link in inside if not link.startswith("#")]
            assert all(link.startswith(f"/{root}") for link in rooted)
        else:
            assert rooted == []


def test_only_links_of_the_copy_and_our_own_absolute_ones_lead_outside() -> None:
    site = sample_site()
    asked = {str(link) for page in site.pages for link in site.tree(page).xpath("//@src | //link/@href") if is_outside(str(link))}
    assert all(link.startswith("https://lantern.example/bulletin/") for link in asked)


def test_every_page_says_what_it_is() -> None:
    site = sample_site()
    for page in site.pages:
        tree = site.tree(page)
        assert tree.get("lang") == "en-GB"
        assert tree.xpath("count(//title[normalize-space()])") == 1, page
        assert tree.xpath("count(//meta[@http-equiv='Content-Security-Policy'])") == 1, page
        assert tree.xpath("count(//link[@rel='canonical'])") == (0 if page == "404.html" else 1), page


def test_every_page_has_one_first_heading_and_skips_no_level() -> None:
    site = sample_site()
    redirects = {"issues/latest/index.html", "issues/1/index.html", "issues/2/index.html", "old/pilot-hours/index.html"}
    for page in set(site.pages) - redirects:
        levels = [int(heading.tag[1]) for heading in site.tree(page).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), (page, levels)


RUNS = "//script[not(@type='application/ld+json')]"


def test_only_issues_run_a_script_and_only_one_of_this_site() -> None:
    site = sample_site()
    running = {
        page: [str(src) for src in site.tree(page).xpath(f"{RUNS}/@src")] for page in site.pages if site.tree(page).xpath(RUNS)
    }
    assert set(running) == {f"issues/{slug}/index.html" for slug in ("night-berthing", "pilot-hours")}
    for page, (script,) in running.items():
        assert site.target(page, script)[0] in site.files
        assert "; script-src 'self'\"" in site.text(page)
    assert all("script-src" not in site.text(page) for page in set(site.pages) - set(running))


def test_no_page_has_a_script_or_a_style_in_it() -> None:
    site = sample_site()
    for page in site.pages:
        assert (
            site.tree(page).xpath(
                "//script[not(@type='application/ld+json' or @src)] | //style | //@style | //@*[starts-with(name(), 'on')]"
            )
            == []
        ), page
        assert "default-src 'none'" in site.text(page)


def test_the_contact_page_and_its_links_send_no_referrer() -> None:
    tree = sample_site().tree("contact/index.html")
    assert tree.xpath("//meta[@name='referrer']/@content") == ["no-referrer"]


def test_the_same_archive_gives_the_same_bytes() -> None:
    theme = shipped_theme()
    assert rendered(sample_archive(), theme).rendition == rendered(sample_archive(), theme).rendition


@pytest.mark.slow  # builds a long archive
def test_no_page_grows_with_the_number_of_issues() -> None:
    few, many = rendered(many_issues(40)), rendered(many_issues(120))
    for page in ("index.html", "subscribe/index.html"):
        assert len(many.files[page]) <= len(few.files[page]) + 50, "names of months differ in length, nothing else"
    for page in ("archive/index.html", "topics/safety/index.html"):
        years = len(many.tree(page).xpath("//nav[@class='years']//li"))
        assert len(many.files[page]) <= len(few.files[page]) + 100 * years


@pytest.mark.slow  # builds a long archive
def test_an_issue_page_is_not_one_byte_longer_among_fifty_than_among_five() -> None:
    issue = "issues/issue-1002/index.html"
    assert rendered(many_issues(5)).files[issue] == rendered(many_issues(50)).files[issue]


def test_the_sitemap_lists_every_page_but_redirects_with_the_day_an_issue_last_changed() -> None:
    site = sample_site()
    sitemap = etree.fromstring(site.files["sitemap.xml"])
    entries = {str(url[0].text): (str(url[1].text) if len(url) > 1 else "") for url in sitemap}
    base = "https://lantern.example/bulletin/"
    assert entries[f"{base}issues/pilot-hours/"] == "2031-05-20"
    assert entries[f"{base}about/"] == ""
    assert not {f"{base}issues/latest/", f"{base}issues/2/", f"{base}old/pilot-hours/", f"{base}404.html"} & set(entries)
    assert b"Sitemap: https://lantern.example/bulletin/sitemap.xml" in site.files["robots.txt"]


@pytest.mark.parametrize("old", ["issues/latest/", "issues/2/", "old/pilot-hours/"])
def test_a_redirect_leads_on_with_and_without_a_browser_that_follows_it(old: str) -> None:
    tree = sample_site().tree(f"{old}index.html")
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://lantern.example/bulletin/issues/pilot-hours/"]
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../../issues/pilot-hours/"]
    assert tree.xpath("//a/@href") == ["../../issues/pilot-hours/"]


def test_older_addresses_need_no_slash_at_either_end() -> None:
    archive = sample_archive()
    issue = replace(archive.issues[1], aliases=("/news/2031-05", "old.html"))
    files = rendered(replace(archive, issues=(archive.issues[0], issue))).files
    assert {"news/2031-05/index.html", "old.html"} <= set(files)


def test_a_page_of_the_publication_supplies_the_intro_of_the_one_generated_at_its_address() -> None:
    page = Page("contact/", "Talk to us", "Where to write", Html('<p id="own">Ring the bell.</p>'))
    tree = rendered(replace(sample_archive(), pages=(page,))).tree("contact/index.html")
    assert tree.xpath("string(//h1)") == "Talk to us"
    assert tree.xpath("string(//*[@id='own'])") == "Ring the bell."
    assert "lantern.01" in tree.text_content()


def test_a_page_that_brings_its_own_heading_gets_no_second_one() -> None:
    pages = tuple(Page(path, "About", "", Html("<h1>Who we are</h1>")) for path in ("about/", "contact/", ""))
    site = rendered(replace(sample_archive(), pages=pages))
    for page in ("about/index.html", "contact/index.html", "index.html"):
        assert [heading.text for heading in site.tree(page).xpath("//h1")] == ["Who we are"]


def test_aligned_cells_of_an_ordinary_page_keep_their_alignment_without_a_style_attribute() -> None:
    page = Page("about/", "About", "", Html('<table><tr><td style="text-align: right;">1</td></tr></table>'))
    tree = rendered(replace(sample_archive(), pages=(page,))).tree("about/index.html")
    assert tree.xpath("//td/@class") == ["right"]
    assert tree.xpath("//@style") == []


def test_the_style_of_ordinary_pages_is_loaded_by_them_only() -> None:
    site = sample_site()
    assert {page for page in site.pages if "assets/pages." in site.text(page)} == {"about/index.html"}


def test_a_topic_nobody_has_written_on_has_a_page_that_says_so() -> None:
    archive = sample_archive()
    topics = (*archive.publication.topics, Topic("fog", "Fog & ice"))
    tree = rendered(replace(archive, publication=replace(archive.publication, topics=topics))).tree("topics/fog/index.html")
    assert tree.xpath("string(//h1)") == "Fog & ice"
    assert tree.xpath("//article") == []


def test_a_publication_without_issues_has_a_front_page() -> None:
    site = rendered(replace(sample_archive(), issues=()))
    assert "first issue has not come out yet" in site.text("index.html")
    assert "issues/latest/index.html" not in site.files


def test_an_edition_that_is_used_again_goes_by_the_theme_of_that_time() -> None:
    edition, archive, shipped = WebEdition(), sample_archive(), shipped_theme()
    theme = replace(shipped, templates=dict.fromkeys(shipped.templates, "plain"))
    changed = replace(theme, templates={**theme.templates, "web/404.html": "changed"})
    pages = [
        next(one.content for one in edition.render(archive, given).artifacts if one.path == "404.html").decode()
        for given in (theme, theme, changed, theme)
    ]
    assert pages == ["plain", "plain", "changed", "plain"]
