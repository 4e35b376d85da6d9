"""Social cards: what is on them, that they are drawn alike everywhere, and that they cost little."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from briefing.editions.web.cards import FONT, FOOT, HEAD, HEIGHT, Card, Cards, issue_card
from briefing.editions.web.lettering import Lettering
from briefing.editions.web.rows import FILTER, PAPER, WIDTH, paper
from briefing.media import carries_more
from briefing.press.theme import load_theme
from briefing.testing import sample_archive
from tests.editions.web.rendered import rendered, sample_site, shipped_theme

CARD = Card("The Pilotage Lantern", "Night berthing resumes", "Issue 1  ·  2 May 2031")


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(shipped_theme())


@lru_cache(maxsize=8)
def seen(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("L")


def ink(content: bytes, box: tuple[int, int, int, int]) -> int:
    """How many dark pixels a part of the picture has."""
    return sum(seen(content).crop(box).histogram()[:80])


def test_a_card_is_a_small_picture_without_metadata(cards: Cards) -> None:
    content = cards.draw(CARD)
    assert seen(content).size == (WIDTH, HEIGHT)
    assert len(content) < 40_000
    assert not carries_more("card.png", content)


@pytest.mark.parametrize("title", [CARD.title, "", "ẴẴ gg " * 9, "wide words " * 60])
def test_every_reader_takes_a_card_to_its_end(cards: Cards, title: str) -> None:
    content = cards.draw(replace(CARD, title=title))
    Image.open(BytesIO(content)).verify()  # every chunk's check
    (pixels,) = re.findall(rb"IDAT(.*)....\0{4}IEND....\Z", content, re.DOTALL)
    reading = zlib.decompressobj()
    rows = reading.decompress(pixels)  # raises where its own check is not met
    assert reading.eof
    assert not reading.unused_data
    assert len(rows) == HEIGHT * (1 + WIDTH // 2)
    assert not any(rows[:: 1 + WIDTH // 2]), "no row is filtered"


def test_masthead_title_and_foot_stand_where_they_belong(cards: Cards) -> None:
    content = cards.draw(CARD)
    parts = {"masthead": (84, 60, 1116, 140), "title": (84, 165, 1116, 500), "foot": (84, 530, 1116, 620)}
    assert all(ink(content, box) > 300 for box in parts.values())
    for part, box in zip(("masthead", "title", "foot"), parts.values(), strict=True):
        assert ink(cards.draw(replace(CARD, **{part: ""})), box) == 0


@pytest.mark.parametrize("title", ["x" * 400, "wide words " * 60, "مرفأ", "", "\u200b", "🚢 " * 9])
def test_nothing_leaves_the_margins(cards: Cards, title: str) -> None:
    content = cards.draw(replace(CARD, title=title, foot=title, masthead=title))
    assert ink(content, (1120, 30, WIDTH, HEIGHT)) == 0
    assert ink(content, (0, 30, 60, HEIGHT)) == 0


def test_the_rows_that_are_drawn_are_those_that_letters_touch() -> None:
    lettering = Lettering(shipped_theme().assets[FONT], 40)
    for words in ("x", "Ågq", "a f\u0301j ẵ", "…", " ", ""):
        image = paper(200)
        lettering.draw(image, (10, 100), words)
        shades = Image.frombytes("L", image.size, image.tobytes()).crop((FILTER, 0, *image.size))
        touched = ImageChops.difference(shades, Image.new("L", shades.size, PAPER)).getbbox()
        assert lettering.extent(words) == ((touched[1] - 100, touched[3] - 100) if touched else (0, 0))


def test_lines_that_reach_into_one_another_are_both_there_as_if_all_rows_were_drawn_at_once(cards: Cards) -> None:
    title, lettering = "ggg " * 8 + "ẴẴẴ " * 8, Lettering(shipped_theme().assets[FONT], 84)
    lines = lettering.lines(title, 1032)
    image = paper(FOOT)
    for number, line in enumerate(lines):
        lettering.draw(image, (FILTER + 84, 194 + round(84 * (0.82 + 1.14 * number))), line)
    drawn = Image.open(BytesIO(cards.draw(replace(CARD, title=title))))
    box = (0, HEAD, WIDTH, FOOT)
    assert len(lines) == 3
    assert drawn.crop(box).tobytes() == image.crop((FILTER, 0, *image.size)).crop(box).tobytes()


def test_a_letter_the_font_lacks_is_shown_without_its_accent_or_left_out() -> None:
    lettering = Lettering(shipped_theme().assets[FONT], 40)
    assert lettering.width("ẹ") == lettering.width("e")
    assert lettering.width("船") == 0
    assert lettering.width("é") > 0


def test_lines_are_as_few_as_can_be_and_even() -> None:
    lettering = Lettering(shipped_theme().assets[FONT], 40)
    lines = lettering.lines("Ferrow report clears the operator and faults the desk he sat at", 1000)
    assert len(lines) == 2
    assert abs(lettering.width(lines[0]) - lettering.width(lines[1])) < 200


def test_the_same_words_give_the_same_bytes_and_the_same_name(cards: Cards) -> None:
    again = Cards(load_theme())
    assert again.draw(CARD) == cards.draw(CARD)
    assert again.path("", CARD) == cards.path("", CARD)


@pytest.mark.parametrize("change", [{"title": "Other"}, {"foot": "Other"}, {"masthead": "Other"}])
def test_other_words_are_another_name(cards: Cards, change: dict[str, str]) -> None:
    assert cards.path("", replace(CARD, **change)) != cards.path("", CARD)


def test_other_colours_are_another_name(cards: Cards) -> None:
    theme = shipped_theme()
    colours = theme.tokens["colour"]
    tokens = {**theme.tokens, "colour": {**colours, "light": {**colours["light"], "accent": "#004400"}}}
    assert Cards(replace(theme, tokens=tokens)).path("", CARD) != cards.path("", CARD)


def test_a_card_of_the_last_build_is_not_drawn_again() -> None:
    theme = shipped_theme()
    archive = sample_archive()
    path = Cards(theme).path(archive.issues[0].path, issue_card(archive.publication, archive.issues[0]))
    site = rendered(archive, replace(theme, drawn={path: b"as it was"}))
    assert site.files[path] == b"as it was"


def test_every_page_names_a_card_that_is_there() -> None:
    site = sample_site()
    base = site.archive.publication.url
    redirects_and_missing = 5
    named = {page: str(card) for page in site.pages for card in site.tree(page).xpath("//meta[@property='og:image']/@content")}
    assert len(named) == len(site.pages) - redirects_and_missing
    assert {card.removeprefix(base) for card in named.values()} <= set(site.files)
    assert named["issues/pilot-hours/index.html"].startswith(f"{base}issues/pilot-hours/card-")
    assert named["archive/index.html"].startswith(f"{base}assets/card-")
