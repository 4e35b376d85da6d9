"""R: rights, replies and corrections."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

R501 = Code(
    id="R501",
    severity=Severity.ERROR,
    title="who is criticised here has no reply, and nothing says why",
    what="Looks at each party under `replies`.",
    why="Readers are told who was asked and what came back; a party without an answer looks as if nobody had asked.",
    example="replies: {harbour-board: }",
    instead="replies: {harbour-board: no-reply}",
)
R502 = Code(
    id="R502",
    severity=Severity.ERROR,
    title="the words of a published issue changed and no correction says so",
    what="Compares the words of an issue, and its corrections, with those that were released last.",
    why="Readers who quote us, and those we write about, must be able to rely on what we said, or learn that we changed it.",
    example="“said on Monday” made into “said on Tuesday”, and no new entry under corrections",
    instead="corrections: [{on: 2031-05-20, kind: correction, text: The board met on Tuesday.}], or kind: typo for a slip",
)
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
