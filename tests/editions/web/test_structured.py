"""What pages say to programs: schema.org values that hold exactly what may be said, and cannot leave their element."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from briefing.editions.web.structured import as_script
from briefing.model import Archive, Citation, NoteReference
from briefing.testing import sample_archive
from tests.editions.web.rendered import rendered, sample_site

PAGE = "issues/pilot-hours/index.html"
URL = "https://lantern.example/bulletin/"


def data(archive: Archive | None = None, page: str = PAGE) -> dict[str, Any]:
    site = rendered(archive) if archive else sample_site()
    (script,) = site.tree(page).xpath("//script[@type='application/ld+json']")
    value: dict[str, Any] = json.loads(script.text)
    return value


def things(value: object) -> Iterator[dict[str, Any]]:
    """Every value with a type, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from things(one)
    elif isinstance(value, list):
        for one in value:
            yield from things(one)


def with_citation(*references: NoteReference) -> Archive:
    """The sample with its first quotation cited otherwise."""
    archive = sample_archive()
    issue = archive.issues[1]
    changed = replace(issue, citations=(Citation(references), *issue.citations[1:]))
    return replace(archive, issues=(archive.issues[0], changed))


def test_an_issue_says_what_it_is_of_what_and_by_whom() -> None:
    value = data()
    assert value["@context"] == "https://schema.org"
    assert value["@type"] == "AnalysisNewsArticle"
    assert value["headline"] == "Pilots’ rosters & the ‘paper’ rest rule"
    assert value["datePublished"] == "2031-05-16T07:00:00+01:00"
    assert value["author"] == [{"@type": "Person", "name": "Ines Calloway"}]
    assert value["isPartOf"]["issueNumber"] == 2
    assert value["isPartOf"]["isPartOf"]["name"] == "The Pilotage Lantern"
    assert value["mainEntityOfPage"] == f"{URL}issues/pilot-hours/"


def test_each_quotation_of_open_and_named_sources_is_there_with_speaker_and_source() -> None:
    issue = sample_archive().issues[1]
    said = {part["@id"].partition("#")[2]: part for part in data()["hasPart"]}
    assert set(said) == {quotation.id for quotation in issue.quotations}
    assert said["q-10000002"]["spokenByCharacter"]["name"] == "Orla Venn"
    assert [source["@id"] for source in said["q-10000002"]["citation"]] == [
        f"{URL}sources/guild-letter/",
        f"{URL}sources/venn-reply/",
    ]
    assert said["q-10000002"]["citation"][0]["position"] == "p. 4"
    assert all(part["text"] and part["spokenByCharacter"] and part["citation"] for part in said.values())


@pytest.mark.parametrize("references", [(NoteReference(3),), (NoteReference(1), NoteReference(3))])
def test_no_quotation_that_may_be_of_a_described_source_is_there(references: tuple[NoteReference, ...]) -> None:
    value = data(with_citation(*references))
    assert "q-10000001" not in json.dumps(value)
    assert "a person who has seen the rosters" not in json.dumps(value)


def test_a_source_that_may_not_be_listed_is_not_told_to_programs() -> None:
    archive = sample_archive()
    sources = tuple(replace(source, listed=source.key != "venn-reply") for source in archive.sources)
    text = json.dumps(data(replace(archive, sources=sources)), ensure_ascii=False)
    assert "guild-letter" in text
    assert "venn-reply" not in text
    assert "Orla Venn" not in text


def test_somebody_with_an_office_is_a_person_and_nobody_else_is_said_to_be_one() -> None:
    archive = sample_archive()
    bare = replace(archive, people=tuple(replace(person, roles=()) for person in archive.people))
    assert {one["name"] for one in things(data()["hasPart"]) if one["@type"] == "Person"} == {"Orla Venn"}
    assert not [one for one in things(data(bare)["hasPart"]) if one["@type"] == "Person"]


def test_corrections_are_told_with_their_day() -> None:
    corrections = {correction["datePublished"]: correction["text"] for correction in data()["correction"]}
    assert corrections["2031-05-20"].startswith("The letter is of March.")
    assert set(corrections) == {"2031-05-20", "2031-05-18"}


def test_the_front_page_says_whose_site_it_is_and_other_pages_say_nothing() -> None:
    assert data(page="index.html")["publisher"]["name"] == "Lantern Press (fictional)"
    told = {page for page in sample_site().pages if "ld+json" in sample_site().text(page)}
    assert told == {"index.html", PAGE, "issues/night-berthing/index.html"}


def test_nothing_that_is_not_said_has_a_name() -> None:
    assert not [one for thing in things(data()) for one in thing.items() if one[1] in ("", [], None)]


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", '"\\', "&lt;/script&gt;"]
)
def test_no_words_leave_the_element(words: str) -> None:
    script = as_script({"name": words})
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script)["name"] == words


def test_hostile_words_stay_words_on_the_page() -> None:
    archive = sample_archive()
    hostile = replace(archive.issues[1], title="</script><script>alert(1)</script><!--")
    assert data(replace(archive, issues=(archive.issues[0], hostile)))["headline"] == hostile.title
