"""People that sources and replies refer to are in people.yml."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from briefing.desk import Desk, PublicRecord
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.publication import F604

_US = "us"


class UnknownPeople:
    """Looks up authors, recipients and speakers of open and named sources, and the parties of replies."""

    name = "unknown-people"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """F604 at the register file or the reply."""
        people = desk.register.people
        if "people" in desk.register.unread:
            return
        unknown = [(identifier, span) for identifier, span in _mentioned(desk) if identifier not in people]
        if unknown and not people:
            others = f"{len(unknown)} people and bodies are mentioned, first {unknown[0][0]}"
            yield F604.at(
                unknown[0][1],
                "there are no people to look anybody up in",
                notes=(others,),
                help=(f"write them into {desk.settings.sources_dir}/people.yml: {unknown[0][0]}: {{name: …}}",),
            )
            return
        for identifier, span in unknown:
            nearest = get_close_matches(identifier, people, n=1)
            help_ = f"did you mean {nearest[0]}?" if nearest else f"add it: {identifier}: {{name: …}}"
            yield F604.at(span, f"unknown person “{identifier}”", help=(help_,))


def _mentioned(desk: Desk) -> Iterator[tuple[str, Span]]:
    """Every id with its place, each id of a source once."""
    for record in desk.register.sources.values():
        if isinstance(record, PublicRecord):
            recipient = (record.to,) if record.to and record.to != _US else ()
            ids = dict.fromkeys((*record.authors, *recipient, *record.speakers))
            yield from ((identifier, record.span) for identifier in ids)
    for draft in desk.drafts:
        yield from ((reply.party, reply.named or reply.span) for reply in draft.front_matter.replies)
