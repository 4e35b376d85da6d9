"""The look: tokens as custom properties, contrast, and the weight of a page."""

from __future__ import annotations

import gzip
import re
from itertools import product

import pytest

from briefing.editions.web.stylesheets import PAGE_STYLE, STYLE, custom_properties, style_artifacts
from tests.editions.web.rendered import sample_site, shipped_theme

TEXT_PAIRS = [
    *product(("ink", "muted", "accent", "link", "link-hover"), ("paper", "panel")),
    ("notice-ink", "notice"),
    ("paper", "ink"),
    ("paper", "link-hover"),
]
EDGE_PAIRS = [("edge", "paper"), ("focus", "paper"), ("focus", "panel"), ("notice-edge", "notice")]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_edges_can_be_seen(scheme: str) -> None:
    colours = shipped_theme().tokens["colour"][scheme]
    assert {
        pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT_PAIRS if contrast(*(colours[c] for c in pair)) < 4.5
    } == {}
    assert {
        pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in EDGE_PAIRS if contrast(*(colours[c] for c in pair)) < 3
    } == {}


def test_both_sets_of_colours_have_the_same_names() -> None:
    colours = shipped_theme().tokens["colour"]
    assert set(colours["light"]) == set(colours["dark"])


def test_style_sheets_use_no_token_that_does_not_exist() -> None:
    theme = shipped_theme()
    made = set(re.findall(r"(--[\w-]+):", custom_properties(theme.tokens)))
    used = {name for path in (STYLE, PAGE_STYLE) for name in re.findall(r"var\((--[\w-]+)", theme.assets[path].decode())}
    assert used - made == set()


def test_style_sheets_hold_no_colour_of_their_own() -> None:
    theme = shipped_theme()
    for path in (STYLE, PAGE_STYLE):
        screen = theme.assets[path].decode().partition("@media print")[0]
        assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", screen) == []


def test_tokens_for_email_stay_out_of_the_website() -> None:
    assert "email" not in custom_properties(shipped_theme().tokens)


def test_another_token_is_another_file_name() -> None:
    theme = shipped_theme()
    ours = style_artifacts(theme)[STYLE].path
    colours = theme.tokens["colour"]
    tokens = {**theme.tokens, "colour": {**colours, "light": {**colours["light"], "accent": "#004400"}}}
    assert style_artifacts(type(theme)(theme.templates, theme.assets, tokens))[STYLE].path != ours


def test_every_file_a_style_sheet_asks_for_is_published() -> None:
    files = sample_site().files
    (style,) = (content for path, content in files.items() if path.startswith("assets/briefing."))
    asked = re.findall(r'url\("([^"]+)"\)', style.decode())
    assert asked
    assert {f"assets/{path}" for path in asked} <= set(files)


def test_the_script_of_an_issue_is_small() -> None:
    (script,) = (content for path, content in sample_site().files.items() if path.startswith("assets/issue."))
    assert len(gzip.compress(script)) < 2_000


def test_an_issue_page_with_all_it_loads_weighs_less_than_60_kilobytes() -> None:
    files = sample_site().files
    text = [
        files["issues/pilot-hours/index.html"],
        *(files[path] for path in files if path.startswith(("assets/briefing.", "assets/issue."))),
    ]
    loaded = [files["assets/icon.svg"], *(files[path] for path in files if path.endswith(".woff2"))]
    assert sum(len(gzip.compress(content)) for content in text) + sum(map(len, loaded)) < 60_000
