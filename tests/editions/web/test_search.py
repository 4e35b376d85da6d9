"""The search page, and what a search can be narrowed by: never anything of a described source."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from briefing.model import Archive, Citation, NoteReference
from briefing.testing import sample_archive
from tests.editions.web.rendered import Site, rendered, sample_site, with_every_card


@lru_cache(maxsize=8)
def searched(archive: Archive | None = None) -> Site:
    return rendered(archive or sample_archive(), replace(with_every_card(), search=True))


def facets(archive: Archive | None = None) -> dict[int, dict[str, Any]]:
    return {issue["number"]: issue for issue in json.loads(searched(archive).files["search.json"])["issues"]}


def test_a_site_that_will_have_an_index_has_a_search_page_and_a_way_to_it_on_every_page() -> None:
    site = searched()
    page = site.tree("search/index.html")
    assert [str(label.text) for label in page.xpath("//form//label")] == ["Words", "Speaker", "Source", "Topic", "Year"]
    assert all("search/" in "".join(site.links(name)) for name in site.pages if "masthead" in site.text(name))
    assert "wasm-unsafe-eval" in site.text("search/index.html")
    assert [name for name in site.pages if "wasm-unsafe-eval" in site.text(name)] == ["search/index.html"]


def test_without_a_script_there_are_ways_to_browse_and_no_dead_form() -> None:
    page = searched().tree("search/index.html")
    assert "hidden" in page.xpath("//form")[0].attrib
    assert {"../archive/", "../people/", "../sources/", "../quotes/"} <= set(page.xpath("//section[@class='browse']//@href"))


def test_a_site_without_an_index_says_nothing_of_search() -> None:
    site = sample_site()
    assert "search/index.html" not in site.files
    assert "search.json" not in site.files
    assert not [name for name in site.pages if "search/" in "".join(site.links(name))]


def test_issues_can_be_found_by_topic_year_speaker_and_source() -> None:
    issue = facets()[2]
    assert issue["path"] == "issues/pilot-hours/"
    assert issue["year"] == "2031"
    assert issue["topic"] == ["Safety"]
    assert issue["speaker"] == ["Orla Venn", "Sallow Pilots’ Guild"]
    assert "Answers & figures" in issue["source"]


@pytest.mark.parametrize("references", [(NoteReference(3),), (NoteReference(1), NoteReference(3))])
def test_who_may_be_behind_a_described_source_is_in_no_facet(references: tuple[NoteReference, ...]) -> None:
    archive = sample_archive()
    changed = replace(archive.issues[1], citations=(Citation(references), *archive.issues[1].citations[1:]))
    file = searched(replace(archive, issues=(archive.issues[0], changed))).text("search.json")
    assert 'Sallow Pilots’ Guild"' not in file
    assert "rosters" not in file.replace(changed.title, "")


def test_a_source_that_may_not_be_listed_is_in_no_facet() -> None:
    archive = sample_archive()
    sources = tuple(replace(source, listed=source.key != "venn-reply") for source in archive.sources)
    found = facets(replace(archive, sources=sources))[2]
    assert "Answers & figures" not in found["source"]
    assert found["speaker"] == ["Sallow Pilots’ Guild"]


def test_only_the_copy_of_issues_is_indexed_and_repeats_are_left_out() -> None:
    site = searched()
    assert [name for name in site.pages if "data-pagefind-body" in site.text(name)] == [
        "issues/night-berthing/index.html",
        "issues/pilot-hours/index.html",
    ]
