"""Design tokens: the shipped ones, and over them those of the publication's own, which must fit and be readable everywhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.press.templates import TemplateFailedError
from briefing.proofs.preflight.colours import LEAST, contrast, paleness, rgb

FOLDER = "tokens"
"""In the publication's theme folder, as in the shipped theme."""

Tokens = Mapping[str, Any]

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_PIXELS = re.compile(r"[1-9][0-9]?px")
_UNSAFE = re.compile(r"[<>{};\\\n]")
_EMAIL_PAIRS = (("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("link", "paper"), ("notice-ink", "notice"))
_WEB_PAIRS = (*_EMAIL_PAIRS, ("link-hover", "paper"), ("ink", "panel"), ("muted", "panel"), ("link", "panel"))


def load_tokens(shipped: Path, own: Path | None = None) -> Tokens:
    """The tables of all files as one; what is wrong with the publication's own is told all at once."""
    tokens = _read(shipped)
    over = _read(own) if own and own.is_dir() else {}
    faults = tuple(_misfits(over, tokens, ""))
    whole = tokens if faults else _merged(tokens, over)
    faults = faults or tuple(pale_pairs(whole))
    if faults:
        raise TemplateFailedError("\n  ".join((f"the design tokens in {own} cannot be used:", *faults)))
    return whole


def pale_pairs(tokens: Tokens) -> Iterator[str]:
    """Pairs of colours that somebody could not read: on screens light and dark, and as mail programs turn the light ones."""
    light, dark = tokens["colour"]["light"], tokens["colour"]["dark"]
    for words, ground in _EMAIL_PAIRS:
        for how, ratio in paleness(light[words], light[ground]).items():
            if ratio < LEAST:
                yield _pale("light", words, ground, f"{ratio:.2f} to 1 {how}")
    for name, colours, pairs in (("light", light, _WEB_PAIRS[len(_EMAIL_PAIRS) :]), ("dark", dark, _WEB_PAIRS)):
        for words, ground in pairs:
            ratio = contrast(rgb(colours[words]), rgb(colours[ground]))
            if ratio < LEAST:
                yield _pale(name, words, ground, f"{ratio:.2f} to 1")


def _pale(table: str, words: str, ground: str, ratio: str) -> str:
    return f"colour.{table}: {words} on {ground} is {ratio}; at least {LEAST} can be read (WCAG 2.2, 1.4.3)"


def _read(folder: Path) -> dict[str, Any]:
    tokens: dict[str, Any] = {}
    for place in sorted(folder.glob("*.toml")):
        try:
            tokens = _merged(tokens, tomllib.loads(place.read_text(encoding="utf-8")))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise TemplateFailedError(f"the design tokens in {place} cannot be read: {error}") from error
    return tokens


def _merged(tokens: Tokens, over: Tokens) -> dict[str, Any]:
    """``tokens`` with what ``over`` says, table by table."""
    both = {
        name: _merged(tokens[name], value) for name, value in over.items() if _is_table(tokens.get(name)) and _is_table(value)
    }
    return {**tokens, **over, **both}


def _misfits(over: Tokens, tokens: Tokens, table: str) -> Iterator[str]:
    """Tokens that nobody asks for, and values that are not of the kind of the shipped one."""
    for name, value in over.items():
        known = tokens.get(name)
        if known is None:
            yield f"{table}{name}: there is no such token"
        elif _is_table(known) and _is_table(value):
            yield from _misfits(value, known, f"{table}{name}.")
        elif fault := _misfit(value, known):
            yield f"{table}{name}: {fault}"


def _misfit(value: object, known: object) -> str:
    if not isinstance(value, str) or not isinstance(known, str):
        return "a table is written as a table, anything else in quotation marks"
    if _COLOUR.fullmatch(known) and not _COLOUR.fullmatch(value):
        return f"a colour is # and six digits in lower case, as {known}"
    if _PIXELS.fullmatch(known) and not _PIXELS.fullmatch(value):
        return f"a size for emails is in pixels, as {known}"
    return "it holds a character that ends a style" if _UNSAFE.search(value) else ""


def _is_table(value: object) -> bool:
    return isinstance(value, dict)
