"""What is confidential stays where it is (P4); none of these findings shows the line it is about."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

P402 = Code(
    id="P402",
    severity=Severity.ERROR,
    title="this field may not be stored for a described source",
    what="The file of a described source holds kind, level, describe, linkable and direct-quote, and nothing else.",
    why="What is not there cannot leak: the register is committed, copied and backed up with the project.",
    example="level: described, and a field for the author",
    instead="Keep it in the vault; allowed here: kind, level, describe, linkable, direct-quote.",
    secret=True,
)
P409 = Code(
    id="P409",
    severity=Severity.ERROR,
    title="no date, number or file name may be stored for a described source",
    what="Looks for fields that hold a date, a number, a digest or a file name.",
    why="Two mentions with one date or number are one person, and a date can be looked up in a diary.",
    example="level: described, and a field for the day",
    instead="Keep it in the vault; allowed here: kind, level, describe, linkable, direct-quote.",
    secret=True,
)
P404 = Code(
    id="P404",
    severity=Severity.ERROR,
    title="Markdown publishes comments in the page source",
    what="Finds HTML comments in copy.",
    why="A comment is invisible on the page and readable by everybody who looks at its source.",
    example="<!-- a note on who told us -->",
    instead="Nothing here; notes on a source belong in the vault.",
    secret=True,
)
