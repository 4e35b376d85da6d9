"""A publication's own design tokens: taken over where they fit and can be read everywhere, else refused with every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.press.templates import TemplateFailedError
from briefing.press.theme import load_theme, shipped_theme
from briefing.press.tokens import load_tokens, pale_pairs


def loaded(folder: Path, toml: str) -> dict[str, dict[str, dict[str, str]]]:
    (folder / "tokens").mkdir()
    (folder / "tokens" / "house.toml").write_text(toml, encoding="utf-8")
    return dict(load_theme(folder).tokens)


def refused(folder: Path, toml: str) -> str:
    with pytest.raises(TemplateFailedError) as raised:
        loaded(folder, toml)
    return str(raised.value)


def test_the_shipped_tokens_can_be_read_everywhere() -> None:
    assert list(pale_pairs(load_tokens(shipped_theme() / "tokens"))) == []


def test_a_house_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    tokens = loaded(tmp_path, '[colour.light]\naccent = "#0b5345"\n')
    assert tokens["colour"]["light"]["accent"] == "#0b5345"
    assert tokens["colour"]["light"]["ink"] == "#1a1c20"
    assert tokens["colour"]["dark"]["accent"] == "#e88d92"


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ('[colour.light]\nmuted = "#999999"', "colour.light: muted on paper is 2.78 to 1 as designed"),
        ('[colour.light]\nmuted = "#707070"', "in Outlook’s dark mode"),
        ('[colour.light]\nink = "#222222"\npaper = "#555555"', "ink on paper"),
        ('[colour.dark]\nlink = "#334455"', "colour.dark: link on paper"),
        ('[colour.dark]\nnotice-ink = "#555500"', "colour.dark: notice-ink on notice"),
        ('[colour.light]\npanel = "#777777"', "colour.light: ink on panel"),
    ],
)
def test_a_pair_that_somebody_could_not_read_is_refused(tmp_path: Path, toml: str, expected: str) -> None:
    assert expected in refused(tmp_path, toml)


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ('[colour.light]\nink = "black"', "colour.light.ink: a colour is # and six digits"),
        ('[colour.light]\nink = "#FFF"', "colour.light.ink: a colour is # and six digits"),
        ('[colour.light]\ninc = "#000000"', "colour.light.inc: there is no such token"),
        ('colour = "#000000"', "colour: a table is written as a table"),
        ('[size-email]\ntext = "1.2rem"', "size-email.text: a size for emails is in pixels"),
        ('[font]\nemail-text = "x;} </style><script>"', "font.email-text: it holds a character that ends a style"),
        ("[colour.light", "cannot be read"),
    ],
)
def test_a_token_that_does_not_fit_is_refused(tmp_path: Path, toml: str, expected: str) -> None:
    assert expected in refused(tmp_path, toml)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, '[colour.light]\nmuted = "#999999"\n[colour.dark]\nlink = "#334455"')
    assert "colour.light: muted" in told
    assert "colour.dark: link" in told
