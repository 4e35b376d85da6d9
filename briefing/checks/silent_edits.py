"""No silent edits: what an issue said when it came out changes only together with an entry that says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefing.desk import Desk, Draft, Issued
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.rights import R502
from briefing.model.dates import day_in_words
from briefing.reading.filed_words import digest, entry_digests, passages

_ENOUGH = 6
"""How many words of a passage tell where in the file it is."""


class SilentEdits:
    """Compares the words of every issue that is out, and its entries, with those of its last release."""

    name = "silent-edits"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """R502 at the first passage that is not as it was."""
        for draft in desk.published:
            issued = desk.issued.get(draft.front_matter.issue)
            if issued is not None:
                yield from _silent(draft, issued)


def _silent(draft: Draft, issued: Issued) -> Iterator[Diagnostic]:
    before, now = Counter(issued.entries), Counter(entry_digests(draft))
    written = tuple((passage, digest(passage)) for passage in passages(draft))
    marks = tuple(mark for _, mark in written)
    just_recalled = draft.front_matter.recalled_on is not None and marks != issued.words
    if before - now and not just_recalled:
        yield _finding(draft, issued, (), "a correction or recall that was published is gone, or says something else")
    elif not now - before and marks != issued.words:  # the next release notes what is new, with the words it is said of
        yield _finding(draft, issued, tuple(_changed(written, issued.words)), _counted(marks, issued.words))


def _changed(written: tuple[tuple[str, str], ...], before: tuple[str, ...]) -> Iterator[str]:
    """Passages that were not there, in order."""
    known = Counter(before)
    for passage, mark in written:
        if known[mark]:
            known[mark] -= 1
        else:
            yield passage


def _counted(now: tuple[str, ...], before: tuple[str, ...]) -> str:
    new, lost = (Counter(now) - Counter(before)).total(), (Counter(before) - Counter(now)).total()
    if not new and not lost:
        return "the same passages stand in another order"
    number = max(new, lost)
    return f"{number} {'passage differs' if number == 1 else 'passages differ'}"


def _finding(draft: Draft, issued: Issued, changed: tuple[str, ...], what: str) -> Diagnostic:
    spans = tuple(span for passage in changed if (span := _place(draft, passage)))
    lines = sorted({draft.text.count("\n", 0, span.start) + 1 for span in spans})
    where = f" (line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))})" if lines else ""
    return R502.at(
        spans[0] if spans else Span(draft.path),
        notes=(f"{what}{where}; it came out on {day_in_words(issued.first)}",),
        help=(
            f"say what was wrong: briefing correct {issued.issue}",
            f"a slip that changes nothing for readers: briefing correct {issued.issue} --kind typo",
        ),
    )


def _place(draft: Draft, passage: str) -> Span | None:
    """Where in the file a passage begins, as far as its first words tell."""
    words = re.findall(r"\w+", passage)[:_ENOUGH]
    found = re.search(r"\W+".join(map(re.escape, words)), draft.text) if words else None
    return Span(draft.path, found.start(), found.end()) if found else None
