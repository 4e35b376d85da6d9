"""The front matter of an issue (F3)."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

F301 = Code(
    id="F301",
    severity=Severity.ERROR,
    title="this issue has no front matter",
    what="Looks for a line --- at the very beginning of an issue.",
    why="Without a number and a date it is no issue.",
    example="# Night berthing resumes",
    instead="Begin the file with a line ---, then title:, issue: and description:, then a line --- again.",
)
F302 = Code(
    id="F302",
    severity=Severity.ERROR,
    title="something stands before the front matter",
    what="The first line of an issue is ---.",
    why="MkDocs then prints the whole block as page text, and says nothing.",
    example="a blank line, then ---",
    instead="Delete everything above the first ---.",
)
F303 = Code(
    id="F303",
    severity=Severity.ERROR,
    title="the front matter is never closed",
    what="Looks for the line --- that ends it.",
    why="All copy would count as front matter, or all front matter as copy.",
    example="---\ntitle: Night berthing resumes\n\nShips may…",
    instead="A line --- after the last key.",
)
F304 = Code(
    id="F304",
    severity=Severity.ERROR,
    title="this issue has no date",
    what="Takes the date from the file name, or from date:, which wins.",
    why="An issue is published, sorted and named by its date.",
    example="content/issues/night-berthing.md",
    instead="content/issues/2031-05-02-night-berthing.md",
)
F305 = Code(
    id="F305",
    severity=Severity.ERROR,
    title="this cannot be a slug",
    what="A slug has 1 to 80 letters a to z, digits and hyphens.",
    why="It becomes a folder of the website; anything else breaks links, or leaves the site.",
    example="slug: ../about",
    instead="slug: night-berthing",
)
F306 = Code(
    id="F306",
    severity=Severity.ERROR,
    title="this slug is taken",
    what="Compares the slug with the pages the website itself has, and refuses those of digits only.",
    why="Two pages would have one address.",
    example="slug: latest",
    instead="slug: latest-rosters",
)
F307 = Code(
    id="F307",
    severity=Severity.ERROR,
    title="this address does not stay inside the site",
    what="Aliases are paths of this site: letters, digits and . _ ~ @ + - between slashes.",
    why="A redirect page is written there, and must not be written anywhere else.",
    example="aliases: [../old/]",
    instead="aliases: [/old/night-berthing/]",
)
F308 = Code(
    id="F308",
    severity=Severity.ERROR,
    title="this topic is not in the settings",
    what="Compares each topic with `topics` in mkdocs.yml.",
    why="Its page, feed and name would be missing.",
    example="topics: [saftey]",
    instead="topics: [safety]",
)
F309 = Code(
    id="F309",
    severity=Severity.ERROR,
    title="this author is not in the settings",
    what="Compares each author with `authors` in mkdocs.yml.",
    why="The byline would have no name.",
    example="author: ines",
    instead="author: harbour-editor",
)
F310 = Code(
    id="F310",
    severity=Severity.WARNING,
    title="this description is short",
    what="Counts its characters: 40 to 160.",
    why="It stands in lists, feeds and search results by itself, and is the first thing an inbox shows.",
    example="description: News from the harbour.",
    instead="description: The board has let large ships berth after dark again, four months after it stopped them.",
)
F311 = Code(
    id="F311",
    severity=Severity.ERROR,
    title="this description is too long",
    what="Counts its characters: 40 to 160.",
    why="Search results, inboxes and cards cut it off in the middle of a sentence.",
    example="a description of three sentences",
    instead="One sentence, or two short ones.",
)
F312 = Code(
    id="F312",
    severity=Severity.ERROR,
    title="this language is not implemented",
    what="Quotation marks, dates and proofs go by the language; English (en, en-GB, …) is the one there is.",
    why="Marks of another language would be read wrongly.",
    example="lang: de",
    instead="lang: en-GB, or no line at all",
)
F313 = Code(
    id="F313",
    severity=Severity.ERROR,
    title="this is no answer to a criticism",
    what="A reply is a citation in quotation marks, declined, no-reply, or {not-needed: reason}.",
    why="Readers are told who was asked and what came back.",
    example="replies: {harbour-board: none}",
    instead='replies: {harbour-board: "@board-reply"}',
)
F314 = Code(
    id="F314",
    severity=Severity.ERROR,
    title="this correction says what it said and not what it says now",
    what="A correction with `was` needs `now`; `was` may always be left out.",
    why="Readers would learn the error and not the fact.",
    example="was: April",
    instead="was: April, and now: March",
)
F315 = Code(
    id="F315",
    severity=Severity.NOTE,
    title="the clocks change at this time",
    what="A time that is skipped in spring means as much later; a time that comes twice in autumn means the first.",
    why="You may have meant another moment.",
    example="date: 2031-03-30T01:30 in Europe/London",
    instead="date: 2031-03-30T02:30",
)
F316 = Code(
    id="F316",
    severity=Severity.ERROR,
    title="this issue takes itself up",
    what="`follows` names an earlier issue.",
    why="The page would say that it was followed up by itself.",
    example="issue: 4 and follows: 4",
    instead="follows: 3",
)
