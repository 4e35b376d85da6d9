"""Social cards: a picture for each issue, drawn from its title, number and date and the masthead; no browser, no network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from urllib.parse import urlsplit

import PIL
from PIL import Image

from briefing.editions.web.lettering import Lettering
from briefing.editions.web.rows import FILTER, PAPER, WIDTH, Rows, joined, packed, paper
from briefing.media.png import written_png
from briefing.model import Artifact, Issue, Publication, Theme, Tree
from briefing.model.dates import day_in_words

HEIGHT = 630

FONT = "assets/fonts/source-serif-4-latin-600-normal.woff2"

_DESIGN = 2
"""Changes with the drawing below, so that a card drawn otherwise has another name."""
_MARGIN = 84
_WIDTH = WIDTH - 2 * _MARGIN
_BAND = 24
_MASTHEAD, _FOOT = 44, 34
_SIZES = ((84, 3), (66, 4), (52, 5))
"""Sizes of a title, and how many lines of each there is room for."""
_LEADING = 1.14
_FINE = 1
_ACCENT = 13
_RULE = 14
"""Colours by number; from 0, the ink, to the paper they blend."""
_LEFT = FILTER + _MARGIN
HEAD, FOOT = _BAND + 131, HEIGHT - 108
"""The title has the rows between these."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    masthead: str
    title: str
    foot: str


def issue_card(publication: Publication, issue: Issue) -> Card:
    """The card of an issue."""
    return Card(publication.title, issue.title, f"Issue {issue.number}  ·  {day_in_words(issue.published.date())}")


def site_card(publication: Publication) -> Card:
    """The card of every other page."""
    says = publication.description or publication.strapline or publication.title
    return Card(publication.title, says, urlsplit(publication.url).hostname or "")


class Cards:
    """Draws cards in the theme's colours and its font, or takes them from the last build: a card's name says all that it shows."""

    def __init__(self, theme: Theme) -> None:
        font = theme.assets[FONT]
        self._drawn = theme.drawn
        self._masthead, self._foot = Lettering(font, _MASTHEAD), Lettering(font, _FOOT)
        self._titles = tuple((Lettering(font, size), room) for size, room in _SIZES)
        self._heads: dict[str, Rows] = {}
        self._blanks: dict[int, Rows] = {}
        self._rule = packed(_ruled(paper(_FINE), 0, _FINE))
        self._palette = b"".join(bytes.fromhex(colour[1:]) for colour in _palette(theme.tokens["colour"]["light"]))
        self._design = hashlib.sha256(font + self._palette + f"{_DESIGN} {PIL.__version__}".encode()).hexdigest()

    def path(self, folder: str, card: Card) -> str:
        """Where a card lies: in the folder of the page that it belongs to."""
        digest = hashlib.sha256(json.dumps([self._design, *astuple(card)]).encode()).hexdigest()[:10]
        return f"{folder}card-{digest}.png"

    def artifact(self, path: str, card: Card) -> Artifact:
        """The card as a file; ``path`` is where it lies."""
        return Artifact(Tree.SITE, path, self._drawn.get(path) or self.draw(card), "image/png")

    def draw(self, card: Card) -> bytes:
        """The card as a PNG of 16 colours."""
        rows = joined((self._head(card.masthead), *self._title_rows(card.title), self._rule, *self._foot_rows(card.foot)))
        return written_png(WIDTH, HEIGHT, 4, self._palette, rows)

    def _head(self, masthead: str) -> Rows:
        """The band of the house colour, the masthead and the rules below it: the same on all cards of a publication."""
        if masthead not in self._heads:
            image = paper(HEAD)
            image.paste(_ACCENT, (FILTER, 0, FILTER + WIDTH, _BAND))
            _ruled(image, _BAND + 122, 3)
            _ruled(image, _BAND + 129, _FINE)
            self._masthead.draw(image, (_LEFT, _BAND + 92), self._masthead.cut(masthead, _WIDTH))
            self._heads[masthead] = packed(image)
        return self._heads[masthead]

    def _title_rows(self, title: str) -> Iterator[Rows]:
        lettering, lines = self._title(title)
        baselines = [_BAND + 170 - HEAD + round(lettering.size * (0.82 + number * _LEADING)) for number in range(len(lines))]
        return self._lettered(FOOT - HEAD, lettering, dict(zip(baselines, lines, strict=True)))

    def _foot_rows(self, words: str) -> Iterator[Rows]:
        return self._lettered(HEIGHT - FOOT - _FINE, self._foot, {HEIGHT - 52 - FOOT - _FINE: words})

    def _lettered(self, height: int, lettering: Lettering, lines: Mapping[int, str]) -> Iterator[Rows]:
        """Lines by their baselines on paper: only the rows that letters touch are drawn, the others are the same on all cards."""
        lines = {baseline: lettering.cut(line, _WIDTH) for baseline, line in lines.items()}
        extents = [(baseline, *lettering.extent(line)) for baseline, line in lines.items()]
        top = max(min([baseline + first for baseline, first, _ in extents], default=0), 0)
        bottom = min(max([baseline + last for baseline, _, last in extents], default=0), height)
        image = paper(bottom - top)
        for baseline, line in lines.items():
            lettering.draw(image, (_LEFT, baseline - top), line)
        yield from (self._blank(top), packed(image), self._blank(height - bottom))

    def _blank(self, height: int) -> Rows:
        if height not in self._blanks:
            self._blanks[height] = packed(paper(height))
        return self._blanks[height]

    def _title(self, title: str) -> tuple[Lettering, list[str]]:
        """The largest size in which the title has room; if none, as much of it as there is room for."""
        for lettering, room in self._titles:
            lines = lettering.lines(title, _WIDTH)
            if len(lines) <= room:
                return lettering, lines
        return lettering, [*lines[: room - 1], f"{lines[room - 1]} …"]


def _ruled(image: Image.Image, top: int, thickness: int) -> Image.Image:
    image.paste(_RULE, (_LEFT, top, _LEFT + _WIDTH, top + thickness))
    return image


def _palette(colours: Mapping[str, str]) -> list[str]:
    blended = [_blend(colours["ink"], colours["paper"], step / PAPER) for step in range(PAPER + 1)]
    return [*blended, colours["accent"], colours["edge"], colours["paper"]]


def _blend(one: str, other: str, share: float) -> str:
    channels = (tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in (one, other))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(*channels, strict=True))
