"""``briefing explain``: one code of a finding, in its four parts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import click

from briefing import press
from briefing.diagnostics import Code
from briefing.diagnostics.codes import CODES

_WRAPPER = textwrap.TextWrapper(100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
"""Names of headers and projects have hyphens: they stay whole."""


def run(name: str) -> None:
    """Print what there is to say about a code; one that does not exist is wrong usage."""
    codes = CODES if name.upper() in CODES else {**_of_plugins(), **CODES}
    code = codes.get(name.upper())
    if code is None:
        raise click.BadParameter(_unknown(name, codes), param_hint="CODE")
    click.echo("\n".join(explained(code)))


def explained(code: Code) -> Iterator[str]:
    """The code as lines for a terminal."""
    yield f"{code.id} ({code.severity.word}): {code.title}"
    for heading, part, is_text in (
        ("What the check does", code.what, True),
        ("Why it matters", code.why, True),
        ("For example", code.example, False),
        ("Instead", code.instead, False),
    ):
        yield f"\n{heading}"
        for line in part.splitlines():
            yield from _WRAPPER.wrap(line) if is_text else [f"  {line}"]
    if code.secret:
        yield "\nThe line is never shown in a finding of this code: it may say more than a log should hold."


def _of_plugins() -> Mapping[str, Code]:
    """The codes that installed checks bring along; only asked for where a code is not one of ours."""
    return {code.id: code for plugin in press.find_checks() for code in getattr(plugin.part, "codes", ())}


def _unknown(name: str, codes: Mapping[str, Code]) -> str:
    near = get_close_matches(name.upper()[:12], codes, n=3, cutoff=0.5)
    if not near:
        return f"there is no code {name}; a code looks like {next(iter(CODES))}"
    *others, last = (f"{code} ({codes[code].title})" for code in near)
    return f"there is no code {name}; did you mean {', '.join(others)}{' or ' if others else ''}{last}?"
