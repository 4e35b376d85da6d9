"""R: rights, replies and corrections."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

R503 = Code(
    id="R503",
    severity=Severity.WARNING,
    title="this source has been withdrawn",
    what="Finds citations of withdrawn sources; an issue that has had a correction since is left alone, a newer one gets a note.",
    why="The note now says that the source no longer stands, and readers will ask what that means for the story.",
    example="A source with withdrawn: {on: 2031-05-20, why: its figures were mixed up}, cited on 2 May, and no correction",
    instead="corrections: [{on: 2031-05-21, kind: correction, text: …}]",
)
R504 = Code(
    id="R504",
    severity=Severity.ERROR,
    title="this correction is dated where it cannot have been made",
    what="Compares the day of a correction with the issue's day and with today.",
    why="Readers and feeds are told when the issue last changed.",
    example="date: 2031-05-16 and corrections: [{on: 2030-05-20, …}]",
    instead="corrections: [{on: 2031-05-20, …}]",
)
