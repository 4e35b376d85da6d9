"""Text can be read in the light design, in our dark one, and in those that mail programs make of it."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping

import pytest
from lxml.html import HtmlElement

from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import html_of, sample_issue, shipped_theme, style_of, tree_of

Colour = tuple[float, float, float]
Pair = tuple[str, str]
WHITE = (0.95047, 1.0, 1.08883)


def rgb(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def linear(colour: Colour) -> Colour:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def outlook_dark(colour: Colour) -> Colour:
    """What Outlook on the web makes of a colour (roosterjs, getDarkColor): lightness turned round on a ground of #333333."""
    lightness, a, b = lab(colour)
    return from_lab((100 - lightness) * (100 - 21.247) / 100 + 21.247, a, b)


def inverted(colour: Colour) -> Colour:
    """What a client makes of a colour that turns its lightness round (HSL)."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, 1 - lightness, saturation)


def lab(colour: Colour) -> Colour:
    """CIE 1976 L*a*b*, D65."""
    red, green, blue = linear(colour)
    xyz = (
        0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        0.0193339 * red + 0.1191920 * green + 0.9503041 * blue,
    )
    x, y, z = (_root(part / white) for part, white in zip(xyz, WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


def from_lab(lightness: float, a: float, b: float) -> Colour:
    y = (lightness + 16) / 116
    x, y, z = (_cube(part) * white for part, white in zip((y + a / 500, y, y - b / 200), WHITE, strict=True))
    mixed = (
        3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
    )
    red, green, blue = (_screen(min(max(part, 0.0), 1.0)) for part in mixed)
    return red, green, blue


def _cube(part: float) -> float:
    return part**3 if part**3 > 0.008856 else (part - 16 / 116) / 7.787


def _screen(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def pairs(document: str) -> set[Pair]:
    """Each colour of text in an email with the ground that it stands on."""
    body = tree_of(document).body
    return {
        (_nearest(element, "color"), _nearest(element, "background-color"))
        for element in body.iter()
        if isinstance(element.tag, str) and ((element.text or "").strip() or element.tag == "img")
    }


def _nearest(element: HtmlElement, name: str) -> str:
    for one in (element, *element.iterancestors()):
        if name in style_of(one):
            return style_of(one)[name]
    raise AssertionError(f"{element.tag} has no {name}")


SHOWN = pairs(html_of(sample_issue())) | pairs(html_of(long_issue()))
CHANGES: Mapping[str, Callable[[Colour], Colour]] = {
    "light": lambda colour: colour,
    "Outlook": outlook_dark,
    "inverted": inverted,
}


def test_the_emails_have_the_pairs_we_think_of() -> None:
    assert len(SHOWN) == 5


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("pair", sorted(SHOWN), ids=" on ".join)
def test_text_can_be_read_as_it_is_and_as_clients_turn_it(pair: Pair, change: Callable[[Colour], Colour]) -> None:
    text, ground = (change(rgb(colour)) for colour in pair)
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "link"])
def test_text_can_be_read_in_our_own_dark_design(ink: str) -> None:
    dark = shipped_theme().tokens["colour"]["dark"]
    assert contrast(rgb(dark[ink]), rgb(dark["paper"])) >= 4.5
    assert contrast(rgb(dark["notice-ink"]), rgb(dark["notice"])) >= 4.5


def test_every_dark_colour_is_in_the_style_block() -> None:
    style = html_of(sample_issue()).partition("<style>")[2].partition("</style>")[0]
    dark = shipped_theme().tokens["colour"]["dark"]
    for name in ("paper", "ink", "muted", "accent", "link", "notice", "notice-ink"):
        assert dark[name] in style


def test_the_formulas_are_those_of_the_design() -> None:
    assert contrast(rgb("#767676"), rgb("#ffffff")) == pytest.approx(4.54, abs=0.01)
    assert contrast(outlook_dark(rgb("#767676")), outlook_dark(rgb("#ffffff"))) == pytest.approx(4.11, abs=0.05)
    assert outlook_dark(rgb("#ffffff")) == pytest.approx(rgb("#333333"), abs=0.01)
