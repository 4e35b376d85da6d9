"""A draft, an embargoed issue and one of the future leave no trace in any output."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.testing import site
from tests.cli.published import FILES, FOLLOWING, NOW, briefing, tree

PUBLISHED: Mapping[str, str] = {path: text for path, text in FILES.items() if path != FOLLOWING}
HEAD = """\
---
title: Kestrel Point pays for a tug of its own
issue: {number}
date: {date}
description: The board of Kestrel Point has paid for a tug of its own, and has told no other harbour of it.
author: harbour-editor
kicker: Kestrel
topics: [safety, money]
series: Rest
follows: 2
aliases: [/kestrel-{number}/]
replies: {{kestrel: "@kestrel-letter"}}
{why}---

The master wrote: “==Nobody asked whether we could pay==, and nobody will.” [@kestrel-letter] Two more knew of it. [@anon-9z9z]

As we [reported](../content/issues/2026-05-16-pilot-hours.md) of rosters, so it is here.

![The tug at Kestrel Point](../assets/kestrel.png)

[^a]: A kestrel hovers.
"""
REGISTER: Mapping[str, str] = {
    "sources/kestrel-letter.yml": "kind: letter\nlevel: named\nauthor: kestrel\nissued: 2026-05\nevidence: [letter.txt]\n",
    "sources/anon-9z9z.yml": "kind: testimony\nlevel: described\ndescribe: somebody at Kestrel Point\n",
    "content/assets/kestrel.png": "",
}
PEOPLE = "kestrel: {name: Kestrel Point Master}\n"


def withheld(number: int, date: str, why: str, folder: str) -> dict[str, str]:
    text = HEAD.format(number=number, date=date, why=why).replace("[^a]: A kestrel hovers.\n", "")
    link = "../content/issues/2026-05-16" if folder == "drafts" else "2026-05-16"
    image = "../content/assets" if folder == "drafts" else "../assets"
    text = text.replace("../content/issues/2026-05-16", link).replace("../assets", image)
    return {f"{folder}/2026-05-2{number}-kestrel-{number}.md": text}


WITHHELD: Mapping[str, str] = {
    **withheld(3, "2026-05-23", "draft: true\n", "content/issues"),
    **withheld(4, "2026-05-24", "embargo: 2026-07-01T00:01\n", "content/issues"),
    **withheld(5, "2026-06-02", "", "content/issues"),
    **withheld(6, "2026-05-26", "draft: true\n", "drafts"),
}


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("without"), PUBLISHED)


def built(folder: Path, files: Mapping[str, str]) -> dict[str, bytes]:
    site(folder, files)
    done = briefing(folder, "build", *NOW)
    assert done.status == 0, done.out
    return tree(folder, "site", "dist")


def test_the_site_with_them_is_the_site_without_them_byte_for_byte(without: dict[str, bytes], tmp_path: Path) -> None:
    people = {"sources/people.yml": f"{FILES['sources/people.yml']}{PEOPLE}"}
    with_them = built(tmp_path, {**PUBLISHED, **WITHHELD, **REGISTER, **people})
    assert sorted(with_them) == sorted(without)
    assert [path for path, content in with_them.items() if content != without[path]] == []
    assert not any(b"kestrel" in content.lower() for content in with_them.values())


def test_the_comparison_would_see_one_that_is_out(without: dict[str, bytes], tmp_path: Path) -> None:
    early = {path: text for path, text in WITHHELD.items() if "kestrel-3" in path}
    out = {path: text.replace("draft: true\n", "") for path, text in early.items()}
    people = {"sources/people.yml": f"{FILES['sources/people.yml']}{PEOPLE}"}
    different = built(tmp_path, {**PUBLISHED, **out, **REGISTER, **people})
    assert [path for path in different if path not in without]
    assert "site/feed.xml" in [path for path, content in different.items() if content != without.get(path)]
