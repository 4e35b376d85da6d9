"""Style sheets, with the design tokens as custom properties, and scripts, each named by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.model import Artifact, Theme, Tree

STYLE = "assets/briefing.css"
PAGE_STYLE = "assets/pages.css"
ISSUE_SCRIPT = "assets/issue.js"
SEARCH_SCRIPT = "assets/search.js"

_FOR_EMAIL_ONLY = "email"


def style_artifacts(theme: Theme) -> Mapping[str, Artifact]:
    """Style sheets and scripts by the name they have in the theme; the name they are published under changes with their content."""
    variables = custom_properties(theme.tokens).encode()
    return {
        STYLE: _hashed(STYLE, variables + theme.assets[STYLE]),
        PAGE_STYLE: _hashed(PAGE_STYLE, theme.assets[PAGE_STYLE]),
        ISSUE_SCRIPT: _hashed(ISSUE_SCRIPT, theme.assets[ISSUE_SCRIPT]),
        SEARCH_SCRIPT: _hashed(SEARCH_SCRIPT, theme.assets[SEARCH_SCRIPT]),
    }


def custom_properties(tokens: Mapping[str, Any]) -> str:
    """``[size] h1`` becomes ``--size-h1``; the two sets of colours become one, ``--colour-…``, by the reader's preference."""
    colours = tokens["colour"]
    shared = [line for table, values in tokens.items() if table != "colour" for line in _properties(table, values)]
    light = [*_properties("colour", colours["light"]), *shared]
    dark = _properties("colour", colours["dark"])
    return (
        f":root {{ color-scheme: light dark; {' '.join(light)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {' '.join(dark)} }} }}\n"
    )


def _properties(table: str, values: Mapping[str, Any]) -> Iterator[str]:
    return (f"--{table}-{name}: {value};" for name, value in values.items() if _FOR_EMAIL_ONLY not in f"{table}-{name}")


def _hashed(path: str, content: bytes) -> Artifact:
    stem, _, suffix = path.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Artifact(Tree.SITE, f"{stem}.{digest}.{suffix}", content, "text/css" if suffix == "css" else "text/javascript")
