"""A cited key is in the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from briefing.checks.cited import cited_sources, public_keys
from briefing.desk import DescribedRecord, Desk, Register
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.citations import C201


class UnknownSources:
    """Looks up every key of a citation and of a reply."""

    name = "unknown-sources"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """C201 at each unknown key; the nearest open or named key is suggested, a described one never."""
        cited = ((item.key, item.span) for _, item in cited_sources(desk))
        replied = ((reply.source, reply.span) for draft in desk.drafts for reply in draft.front_matter.replies if reply.source)
        for key, span in (*cited, *replied):
            if key not in desk.register.sources and key not in desk.register.unread:
                yield _finding(key, span, desk)


def _finding(key: str, span: Span, desk: Desk) -> Diagnostic:
    if _may_be_confidential(key, desk.register):
        return replace(C201.at(span, help=("look the key up in the register",)), secret=True)
    nearest = get_close_matches(key, public_keys(desk.register), n=1)
    if nearest:
        return C201.at(span, label=f"did you mean @{nearest[0]}?", help=("correct the key, or write its register file",))
    return C201.at(span, help=(f"write {desk.settings.sources_dir}/{key}.yml, or correct the key",))


def _may_be_confidential(key: str, register: Register) -> bool:
    """Whether it may be meant for a described or sealed source: then not even the misspelt key is shown."""
    described = [other for other, record in register.sources.items() if isinstance(record, DescribedRecord)]
    return key.startswith("anon-") or bool(get_close_matches(key, described, n=1, cutoff=0.75))
