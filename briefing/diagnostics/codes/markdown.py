"""M: Markdown that has no form in every edition."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

M101 = Code(
    id="M101",
    severity=Severity.ERROR,
    title="raw HTML has no form in every edition",
    what="Finds tags outside code.",
    why="A feed reader, an email client or the plain text would drop it, or worse, run it.",
    example="<iframe src=…></iframe>, or a stray <T> in running text",
    instead="A Markdown link or image; for a literal angle bracket write `<T>` in backticks or \\<T>.",
)
M102 = Code(
    id="M102",
    severity=Severity.ERROR,
    title="attribute lists have no form in every edition",
    what="Finds {: …} and {.class} after a block or a span.",
    why="They put unchecked attributes into the website and stray braces into email.",
    example="A paragraph. {: .lead }",
    instead="The paragraph alone; how it looks is the theme's business.",
)
M103 = Code(
    id="M103",
    severity=Severity.ERROR,
    title="an issue cannot include other files",
    what="Finds snippet marks (--8<--).",
    why="A snippet can pull any file of the machine into the issue.",
    example='--8<-- "notes.txt"',
    instead="The words themselves.",
)
M104 = Code(
    id="M104",
    severity=Severity.ERROR,
    title="the title is the only first-level heading",
    what="Finds # headings in the copy.",
    why="Every edition prints the title from the front matter as its one first-level heading.",
    example="# What happens next",
    instead="## What happens next",
)
M105 = Code(
    id="M105",
    severity=Severity.ERROR,
    title="a link's pop-up title has no form in every edition",
    what='Finds [words](address "title").',
    why="Only a mouse on the website would ever show it.",
    example='[the rule](https://port.example/rule "Rule 9")',
    instead="[Rule 9](https://port.example/rule)",
)
M106 = Code(
    id="M106",
    severity=Severity.ERROR,
    title="an image stands in a paragraph of its own",
    what="Finds images inside running text, headings, links or tables.",
    why="Feeds, email and plain text cannot set an image inside a line.",
    example="The chart ![Rests by month](../assets/rests.png) shows it.",
    instead="The chart shows it.\n\n![Rests by month](../assets/rests.png)",
)
M107 = Code(
    id="M107",
    severity=Severity.ERROR,
    title="this footnote does not fit together",
    what="Pairs footnote references [^1] with their definitions.",
    why="A reference without a text prints brackets; a text without a reference is printed for nobody.",
    example="At sea.[^2]\n\n[^1]: A turn is twelve hours.",
    instead="At sea.[^1]\n\n[^1]: A turn is twelve hours.",
)
M108 = Code(
    id="M108",
    severity=Severity.ERROR,
    title="directives have no form in every edition",
    what="Finds what Markdown extensions make: admonitions, tabs, blocks (!!!, ???, ===, ///, :::), [TOC], abbreviations, definitions.",
    why="The vocabulary of an issue is closed: what an extension makes has no form in feeds, email and text.",
    example="!!! note\n    The rule changed.",
    instead="**Note:** the rule changed.",
)
M109 = Code(
    id="M109",
    severity=Severity.ERROR,
    title="this has no form in every edition",
    what="Turns Markdown's result into the closed list of blocks and inlines.",
    why="What is not in the list would be shown in one edition and lost in another.",
    example="A construct this tool does not know.",
    instead="Headings, paragraphs, lists, links, emphasis, tables, images, block quotes, code and footnotes.",
)
M110 = Code(
    id="M110",
    severity=Severity.ERROR,
    title="link definitions are not printed, and so not allowed",
    what="Finds [name]: address lines.",
    why="A definition nobody uses is an invisible note in the source, and readers of the source see it.",
    example="[rule]: https://port.example/rule",
    instead="[Rule 9](https://port.example/rule) in the text",
)
M111 = Code(
    id="M111",
    severity=Severity.ERROR,
    title="this would be printed as it stands",
    what="Finds mark-up that is not complete, or that only other kinds of Markdown know: ~~, ^[, ](, **, tables without a rule.",
    why="Readers would get the signs instead of what they were meant to do; newsletters go out with such remains every week.",
    example="See [the rule](https://port.example/rule 9).",
    instead="See [the rule](https://port.example/rule-9). A sign that is meant has a backslash before it.",
)
M112 = Code(
    id="M112",
    severity=Severity.ERROR,
    title="this issue has no copy",
    what="Looks for anything to print below the front matter.",
    why="An empty page, feed item and email would go out under its headline.",
    example="front matter, and nothing below it",
    instead="The copy; until there is some, draft: true.",
)
