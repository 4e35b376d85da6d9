"""What is set once for all lists is the same on each of them, and no words of an issue can pass for what is filled in."""

from __future__ import annotations

from dataclasses import replace

from briefing.editions.web.entries import Entries
from briefing.editions.web.excerpts import WAY, Excerpts
from briefing.editions.web.quoted import Quotations
from briefing.testing import sample_archive
from tests.editions.web.rendered import rendered


def test_no_words_stand_for_the_way_to_the_front_page() -> None:
    read = sample_archive()
    quotations = tuple(replace(one, parts=(f"{WAY}{one.parts[0]}",)) for one in read.issues[-1].quotations)
    hostile = replace(read.issues[-1], title=WAY, description=WAY, quotations=quotations)
    site = rendered(replace(read, issues=(*read.issues[:-1], hostile)))
    shown = [site.text(page) for page in site.pages if page.startswith(("sources/", "people/", "quotes/", "archive/"))]
    assert sum("&lt;way&gt;" in page for page in shown) > len(read.sources)
    assert not any(WAY in page for page in shown)


def test_a_list_is_the_same_whatever_was_listed_before() -> None:
    views = Quotations(sample_archive()).all
    shared = Excerpts()
    Entries("../", shared).quotations(views)
    assert Entries("../../", shared).quotations(views, with_speaker=False) == Entries("../../", Excerpts()).quotations(
        views, with_speaker=False
    )
