"""How pale words become: contrast, and what programs make of colours in dark mode."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

Colour = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""

LEAST = 4.5
"""WCAG 2.2, 1.4.3."""

_WHITE = (0.95047, 1.0, 1.08883)
_KINK = 0.04045
_NEARLY_BLACK = 0.008856
"""Where the curves of sRGB (IEC 61966-2-1) and of L*a*b* become straight."""
_OUTLOOK_GROUND = 21.247
"""Lightness of #333333, on which Outlook shows its dark mode."""


def rgb(colour: str) -> Colour:
    """``#rrggbb``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def unchanged(colour: Colour) -> Colour:
    """As designed."""
    return colour


def outlook_dark(colour: Colour) -> Colour:
    """What Outlook on the web makes of a colour (microsoft/roosterjs, getDarkColor): its lightness turned round on #333333."""
    lightness, a, b = _lab(colour)
    return _from_lab((100 - lightness) * (100 - _OUTLOOK_GROUND) / 100 + _OUTLOOK_GROUND, a, b)


def inverted(colour: Colour) -> Colour:
    """What a program makes of a colour that inverts its lightness (HSL), as Gmail on iOS does."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, 1 - lightness, saturation)


CHANGES: Mapping[str, Callable[[Colour], Colour]] = MappingProxyType(
    {"as designed": unchanged, "in Outlook’s dark mode": outlook_dark, "with its lightness inverted": inverted}
)
"""What becomes of the light design."""


@cache
def paleness(words: str, ground: str) -> Mapping[str, float]:
    """The contrast of two colours under each change."""
    return {name: contrast(change(rgb(words)), change(rgb(ground))) for name, change in CHANGES.items()}


def _luminance(colour: Colour) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: Colour) -> Colour:
    red, green, blue = (part / 12.92 if part <= _KINK else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return red, green, blue


def _lab(colour: Colour) -> Colour:
    """CIE 1976 L*a*b*, D65."""
    red, green, blue = _linear(colour)
    xyz = (
        0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        0.0193339 * red + 0.1191920 * green + 0.9503041 * blue,
    )
    x, y, z = (_root(part / white) for part, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > _NEARLY_BLACK else 7.787 * part + 16 / 116


def _from_lab(lightness: float, a: float, b: float) -> Colour:
    y = (lightness + 16) / 116
    x, y, z = (_cube(part) * white for part, white in zip((y + a / 500, y, y - b / 200), _WHITE, strict=True))
    mixed = (
        3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
    )
    red, green, blue = (_screen(min(max(part, 0.0), 1.0)) for part in mixed)
    return red, green, blue


def _cube(part: float) -> float:
    return part**3 if part**3 > _NEARLY_BLACK else (part - 16 / 116) / 7.787


def _screen(part: float) -> float:
    return 12.92 * part if part <= _KINK / 12.92 else 1.055 * part ** (1 / 2.4) - 0.055
