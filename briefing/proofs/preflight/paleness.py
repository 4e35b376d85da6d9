"""Check 25: every pair of colours in an email, as designed and as programs turn it, and in our own dark design.

The dark design is read out of the style element as a program would apply it: descendant selectors of elements and classes, by
specificity and order (CSS 2.2, 6.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.email_markup import E225
from briefing.proofs.preflight.colours import LEAST, contrast, paleness, rgb
from briefing.proofs.preflight.letter import Letter
from briefing.proofs.preflight.tags import Setting

_DARK = re.compile(r"@media \(prefers-color-scheme:dark\) ?\{(.*?)\n\}", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{\s*(color|background-color):(#[0-9a-f]{6}) !important\s*\}")
_COLOUR = re.compile(r"#[0-9a-f]{6}")

_Step = tuple[str, str]
"""An element's name and class."""


class _Dark(NamedTuple):
    """One selector of the dark design with what it sets."""

    steps: tuple[str, ...]
    weight: tuple[int, int, int]
    name: str
    colour: str


def pale_words(letter: Letter) -> Iterator[Diagnostic]:
    """Every pair that is too pale, once; what could be read in an earlier email is not asked about again."""
    page = letter.page
    holding = {element.setting for element, _ in page.body}
    settings = {setting for setting in holding if (page.style, setting) not in letter.tags.readable}
    found = tuple(_pale(letter, settings))
    if not found:
        letter.tags.readable.update((page.style, setting) for setting in settings)
    yield from found


def _pale(letter: Letter, settings: set[Setting]) -> Iterator[Diagnostic]:
    for words, ground in sorted({(setting.colour, setting.ground) for setting in settings}):
        if not (_COLOUR.fullmatch(words) and _COLOUR.fullmatch(ground)):
            yield letter.at(E225, f"{words or 'no colour'} on {ground or 'no ground'} cannot be judged")
            continue
        for how, ratio in paleness(words, ground).items():
            if ratio < LEAST:
                yield letter.at(E225, f"{words} on {ground} is {ratio:.2f} to 1 {how}", notes=(f"at least {LEAST}",))
    rules = _rules(letter.page.style)
    for words, ground in sorted({_in_the_dark(rules, setting) for setting in settings}):
        ratio = contrast(rgb(words), rgb(ground)) if words and ground else LEAST
        if ratio < LEAST:
            yield letter.at(E225, f"{words} on {ground} is {ratio:.2f} to 1 in our dark design", notes=(f"at least {LEAST}",))


def _in_the_dark(rules: tuple[_Dark, ...], setting: Setting) -> tuple[str, str]:
    """Colour and ground of an element in our own dark design."""
    chain = tuple(_chain(setting))
    return _dark(chain, "color", rules), _dark(chain, "background-color", rules)


def _chain(setting: Setting) -> Iterator[_Step]:
    """The element and those around it, from the inside."""
    while setting.around is not None:
        yield setting.name, setting.named
        setting = setting.around


@cache
def _rules(style: str) -> tuple[_Dark, ...]:
    return tuple(_read_rules(style))


def _read_rules(style: str) -> Iterator[_Dark]:
    dark = _DARK.search(style)
    for order, (selectors, name, colour) in enumerate(_RULE.findall(dark[1] if dark else "")):
        for selector in selectors.strip().split(","):
            steps = tuple(selector.split())
            classes = sum(step.startswith(".") for step in steps)
            yield _Dark(steps, (classes, len(steps) - classes, order), name, colour)


def _dark(chain: tuple[_Step, ...], name: str, rules: tuple[_Dark, ...]) -> str:
    """What the innermost element that a rule reaches is given; colours are inherited, grounds shine through."""
    for depth in range(len(chain)):
        reached = [rule for rule in rules if rule.name == name and _matches(chain[depth:], rule.steps)]
        if reached:
            return max(reached, key=lambda rule: rule.weight).colour
    return ""


def _matches(chain: tuple[_Step, ...], steps: tuple[str, ...]) -> bool:
    """Whether the first of the chain is what the selector means; the others may lie anywhere around it."""
    *outer, own = steps
    if not chain or not _is(chain[0], own):
        return False
    rest = iter(chain[1:])
    return all(any(_is(step, one) for step in rest) for one in reversed(outer))


def _is(step: _Step, selector: str) -> bool:
    return step[1] == selector[1:] if selector.startswith(".") else step[0] == selector
