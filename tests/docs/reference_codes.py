"""The reference of codes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefing.diagnostics import Code
from briefing.diagnostics.codes import CODES
from tests.docs.markup import fenced, page, prose

FIELDS = {
    "C": "Citations",
    "D": "Feeds",
    "E": "Email",
    "F": "Front matter, settings, register and files",
    "L": "Links",
    "M": "Markdown",
    "P": "Protection",
    "Q": "Quotation marks",
    "R": "Rights and corrections",
    "S": "Style",
    "V": "Verification",
    "W": "Website",
}


def codes_page() -> str:
    """Every code, by field."""
    return page(
        "# Codes",
        "Every finding has a code: a letter for its field and three digits. `briefing explain CODE` prints what is said here. A note never counts, a warning "
        "counts under `--strict`, an error always. Codes of plug-ins have two letters or more.",
        *_fields(),
    )


def _fields() -> Iterator[str]:
    for letter, codes in groupby(CODES.values(), key=lambda code: code.id[0]):
        yield f"## {letter}: {FIELDS[letter]}"
        for code in codes:
            yield from _code(code)


def _code(code: Code) -> Iterator[str]:
    yield f"### {code.id}: {prose(code.title)}"
    secret = " The line is never shown." if code.secret else ""
    yield f"*{code.severity.word.capitalize()}.* {prose(code.what)} {prose(code.why)}{secret}"
    yield f"For example:\n\n{fenced(code.example)}"
    yield f"Instead:\n\n{fenced(code.instead)}"
