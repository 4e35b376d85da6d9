"""From a finished email back to the Markdown: where the words were written that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.checks import discreet
from briefing.desk import Desk
from briefing.diagnostics import Diagnostic, Span

_EMAIL = re.compile(r"dist/email/([^/]+)/")
_WORD = re.compile(r"[\w.:/@%#?&=+~-]+")
_MARKUP = r"[^\w]{1,12}"
"""What may stand between two words in the copy and not in the email: marks of emphasis, curled marks, line ends."""


def placed(findings: Iterable[Diagnostic], desk: Desk, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The same findings; those about words of an issue point into its copy, and say in which file they were found."""
    copies = {draft.front_matter.slug: draft.path for draft in desk.published}
    return discreet((_placed(finding, copies, texts) for finding in findings), texts, desk.register)


def _placed(finding: Diagnostic, copies: Mapping[str, str], texts: Mapping[str, str]) -> Diagnostic:
    found = _EMAIL.match(finding.span.path)
    path = copies.get(found[1], "") if found and finding.about else ""
    span = _written(finding.about, texts.get(path, ""), path) if path else None
    return replace(finding, span=span, notes=(*finding.notes, f"found in {finding.span.path}")) if span else finding


def _written(words: str, text: str, path: str) -> Span | None:
    """Where ``text`` has the words, however it marks them up; an address as it is written."""
    at = text.find(words)
    if at >= 0:
        return Span(path, at, at + len(words))
    pattern = _MARKUP.join(map(re.escape, _WORD.findall(words)[:12]))
    match = re.search(pattern, text, re.IGNORECASE) if pattern else None
    return Span(path, *match.span()) if match else None
