"""S: style, as far as it touches what is quoted."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

S101 = Code(
    id="S101",
    severity=Severity.NOTE,
    title="a space before the closing mark",
    what="Looks at the last character before a closing quotation mark.",
    why="It is printed as filed, and a mark may begin a line by itself.",
    example="“We read every letter. ” [@venn-reply]",
    instead="“We read every letter.” [@venn-reply]",
)
S102 = Code(
    id="S102",
    severity=Severity.NOTE,
    title="more than one space between two words of a quotation",
    what="Looks for runs of spaces inside quotation marks.",
    why="Email and plain text may show them, and odd spaces can mark a copy so that its source is found.",
    example="“We read  every letter.” [@venn-reply]",
    instead="“We read every letter.” [@venn-reply]",
)
