"""House style: what is longer than the house wants, where the settings ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.desk import Desk, Draft
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.house_style import S207, S208, S209
from briefing.reading.front_matter import body_start

WORDS_A_MINUTE = 230
_ALT = re.compile(r"!\[(?P<alt>[^\]]*)\]\(")


class HouseLengths:
    """Measures alternative texts, the whole issue, and the subject of its email."""

    name = "house-lengths"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """S207, S208 and S209; imported issues stay as they came."""
        style = desk.settings.house_style
        for draft in (one for one in desk.drafts if not one.front_matter.imported):
            if style.alt_text:
                yield from _alternatives(draft, style.alt_text)
            if style.reading_minutes:
                yield from _reading(draft, style.reading_minutes)
            if style.subject_length:
                yield from _subject(draft, style.subject_length)


def _alternatives(draft: Draft, most: int) -> Iterator[Diagnostic]:
    for match in _ALT.finditer(draft.text, body_start(draft.text)):
        if len(match["alt"]) > most:
            yield S207.at(Span(draft.path, match.start("alt"), match.end("alt")), label=_count(len(match["alt"]), most))


def _reading(draft: Draft, most: int) -> Iterator[Diagnostic]:
    words = len(draft.text[body_start(draft.text) :].split())
    minutes = max(1, round(words / WORDS_A_MINUTE))
    if minutes > most:
        message = f"this issue takes {minutes} minutes to read, and the house wants at most {most}"
        yield S208.at(Span(draft.path), message, notes=(f"{words:,} words at {WORDS_A_MINUTE} a minute",))


def _subject(draft: Draft, most: int) -> Iterator[Diagnostic]:
    front = draft.front_matter
    subject = front.email_subject or front.title
    if front.email_send and len(subject) > most:
        place = front.spans.get("email" if front.email_subject else "title", Span(draft.path))
        yield S209.at(place, label=_count(len(subject), most))


def _count(length: int, most: int) -> str:
    return f"{length} characters: {length - most} more than the house wants"
