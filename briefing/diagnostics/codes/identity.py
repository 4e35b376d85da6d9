"""D2 and W2: the lasting identity of what is published, and its addresses."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

D201 = Code(
    id="D201",
    severity=Severity.ERROR,
    title="a published issue would disappear",
    what="Compares the issues that would be published with those that sources/ids.lock says are out.",
    why="Its address is in other people’s articles and its id in readers’ programs; what was said would be as if it had not been said.",
    example="An issue that is out, with draft: true, another number, or its file deleted",
    instead="recalled: {on: 2031-05-20, why: its figures were another harbour’s}",
)
D202 = Code(
    id="D202",
    severity=Severity.ERROR,
    title="this line is no record of a published issue",
    what="Reads sources/ids.lock, a line an issue.",
    why="The issue would be given a new id, and every reader’s program would show it as new.",
    example="<<<<<<< HEAD",
    instead="The line as the last release wrote it; of two branches, the lines of both.",
)
D203 = Code(
    id="D203",
    severity=Severity.ERROR,
    title="two records claim one issue",
    what="Compares the numbers and ids of sources/ids.lock.",
    why="Nobody can say under which id, and since when, it is out.",
    example="Two lines with issue 7, after two branches released it",
    instead="The line of the release that readers have.",
)
D204 = Code(
    id="D204",
    severity=Severity.ERROR,
    title="this issue was never released",
    what="In continuous integration, where nothing can be committed, looks for a record of every issue that would be published.",
    why="Its id would be minted and forgotten, and the next run might mint another.",
    example="CI=true briefing build --release, before sources/ids.lock has the issue",
    instead="briefing build --release on the desk, and sources/ids.lock committed",
)
W201 = Code(
    id="W201",
    severity=Severity.ERROR,
    title="the address of a published issue would be lost",
    what="Looks for a redirect from every slug that an issue has had.",
    why="Links in other people’s articles, in feeds and in emails would lead nowhere.",
    example="slug: new-words, where the issue came out as old-words",
    instead="slug: new-words and aliases: [/issues/old-words/]",
)
