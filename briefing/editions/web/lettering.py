"""Words drawn as pixels, fast enough for a thousand pictures: each letter is drawn once for each size."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_MISSING = "\U0010ffff"
_INK = 0


class Lettering:
    """One font in one size; letters that the font does not have are shown without their accents, or left out.

    The font is unpacked for the first letter: where every card is there from the last build, none is drawn.
    """

    def __init__(self, font: bytes, size: int) -> None:
        self.size = size
        self._packed = font
        self._letters = _Letters(self._drawn)

    @cached_property
    def _font(self) -> ImageFont.FreeTypeFont:
        # not the layout engine that may be installed beside Pillow: the same bytes everywhere
        return ImageFont.truetype(BytesIO(self._packed), self.size, layout_engine=ImageFont.Layout.BASIC)

    @cached_property
    def _missing(self) -> _Letter:
        return _Letter(self._font, _MISSING)

    def width(self, words: str) -> float:
        """How wide the words are, in pixels."""
        letters = self._letters
        return sum([letter.advance for character in words for letter in letters[character]])

    def lines(self, words: str, width: int) -> list[str]:
        """The words in as few lines as have room, each about as long as the others."""
        measured, space = [(word, self.width(word)) for word in words.split()], self.width(" ")
        fewest = len(_broken(measured, space, width))
        narrowest = bisect_left(range(width), True, key=lambda tried: len(_broken(measured, space, tried)) <= fewest)
        return [" ".join(line) for line in _broken(measured, space, narrowest)]

    def cut(self, words: str, width: int) -> str:
        """The words, cut where they would be wider."""
        if self.width(words) <= width:
            return words
        kept = len(words)
        while kept and self.width(f"{words[:kept]}…") > width:
            kept -= 1
        return f"{words[:kept].rstrip()}…"

    def extent(self, words: str) -> tuple[int, int]:
        """The rows that the words touch, from the baseline: the first, and the first that they do not touch any more."""
        letters = [letter for character in set(words) for letter in self._letters[character] if letter.mask is not None]
        return min([letter.top for letter in letters], default=0), max([letter.bottom for letter in letters], default=0)

    def draw(self, image: Image.Image, place: tuple[int, int], words: str) -> None:
        """Put the words on a picture of colours by number, their baseline beginning at ``place``."""
        at, baseline = float(place[0]), place[1]
        for letter in [letter for character in words for letter in self._letters[character]]:
            if letter.mask is not None:
                image.paste(_INK, (round(at) + letter.left, baseline + letter.top), letter.mask)
            at += letter.advance

    def _drawn(self, character: str) -> tuple[_Letter, ...]:
        candidates = (character, *unicodedata.normalize("NFKD", character))
        found = [letter for candidate in candidates if self._has(letter := _Letter(self._font, candidate))]
        return tuple(found[:1] if found and found[0].character == character else found)

    def _has(self, letter: _Letter) -> bool:
        return letter.character.isspace() or (letter.mask is not None and letter.pixels != self._missing.pixels)


class _Letters(dict[str, tuple["_Letter", ...]]):
    """What stands for each character, drawn when it is first asked for."""

    def __init__(self, draw: Callable[[str], tuple[_Letter, ...]]) -> None:
        self._draw = draw

    def __missing__(self, character: str) -> tuple[_Letter, ...]:
        self[character] = drawn = self._draw(character)
        return drawn


class _Letter:
    """A letter drawn in one size: its picture, and where that stands relative to the baseline."""

    def __init__(self, font: ImageFont.FreeTypeFont, character: str) -> None:
        self.character = character
        self.advance = font.getlength(character)
        self.left, self.top, right, self.bottom = (round(edge) for edge in font.getbbox(character, anchor="ls"))
        width, height = right - self.left, self.bottom - self.top
        self.mask = self._drawn(font, width, height) if width > 0 and height > 0 else None
        self.pixels = self.mask.tobytes() if self.mask is not None else b""

    def _drawn(self, font: ImageFont.FreeTypeFont, width: int, height: int) -> Image.Image:
        mask = Image.new("L", (width, height))
        ImageDraw.Draw(mask).text((-self.left, -self.top), self.character, fill=255, font=font, anchor="ls")
        return mask


def _broken(measured: list[tuple[str, float]], space: float, width: int) -> list[list[str]]:
    """The words of each line; a word that is wider than a line has one of its own."""
    lines, at = list[list[str]](), 0.0
    for word, wide in measured:
        if lines and at + space + wide <= width:
            lines[-1].append(word)
            at += space + wide
        else:
            lines.append([word])
            at = wide
    return lines
