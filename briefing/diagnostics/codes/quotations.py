"""Q: quotation marks and what they enclose."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

Q101 = Code(
    id="Q101",
    severity=Severity.ERROR,
    title="this quotation is never closed",
    what="Looks for the closing mark of every opening double mark, over paragraphs that each begin with another opening mark.",
    why="Readers cannot tell where somebody's words end and yours begin.",
    example="The board said: “Nobody told us about the leak. It met again in May. [@board-letter]",
    instead="The board said: “Nobody told us about the leak.” It met again in May. [@board-letter]",
)
Q102 = Code(
    id="Q102",
    severity=Severity.ERROR,
    title="double marks inside double marks",
    what="Finds an opening double mark inside a quotation that is still open.",
    why="Where the inner words end is a guess; a reader may take your words for the speaker's.",
    example="She said: “They call it a “paper rule” here.” [@venn-reply]",
    instead="She said: “They call it a ‘paper rule’ here.” [@venn-reply]",
)
Q103 = Code(
    id="Q103",
    severity=Severity.ERROR,
    title="a closing mark with no quotation open",
    what="Finds a closing double mark where no quotation is open.",
    why="Words are marked as somebody's and nothing says from where on.",
    example="The rule was never kept,” he said. [@venn-reply]",
    instead="“The rule was never kept,” he said. [@venn-reply]",
)
Q104 = Code(
    id="Q104",
    severity=Severity.ERROR,
    title="this straight mark may open or close",
    what="Curls straight double marks by one rule: after a blank they open, after a letter or a stop they close. The rest is ambiguous.",
    why="A guess could turn somebody's words into yours, or an inch into a quotation.",
    example="The sluice is 6'2\" tall.",
    instead="The sluice is 6′2″ tall.",
)
Q105 = Code(
    id="Q105",
    severity=Severity.ERROR,
    title="a quotation runs across this",
    what="Finds a heading, list, table, image, block quote, code or divider between the paragraphs of one quotation.",
    why="Only paragraphs can carry on a quotation; anything else may be read as the speaker's.",
    example="“We knew of the leak…\n\n## What the board knew\n\n“We told no one.” [@venn-reply]",
    instead="“We knew of the leak…\n\n“We told no one.” [@venn-reply]\n\n## What the board knew",
)
Q106 = Code(
    id="Q106",
    severity=Severity.ERROR,
    title="a displayed quotation keeps its marks",
    what="Looks for a quotation in every block quote that ends with an attribution line.",
    why="In feeds, email and plain text the marks are what tells somebody's words from yours.",
    example="> We read every letter.\n>\n> — Orla Venn [@venn-reply]",
    instead="> “We read every letter.”\n>\n> — Orla Venn [@venn-reply]",
)
Q107 = Code(
    id="Q107",
    severity=Severity.ERROR,
    title="these ==marks== do not make a pull-quote",
    what="Checks that ==…== encloses whole words of one paragraph, inside one quotation or outside any.",
    why="A pull-quote shows the words once more; it must be plain which words, and whose.",
    example="He said: “We ==knew” of it==. [@venn-reply]",
    instead="He said: “==We knew of it==.” [@venn-reply]",
)
Q108 = Code(
    id="Q108",
    severity=Severity.ERROR,
    title="this character cannot be published",
    what="Refuses control characters, private-use characters, lone surrogates, bidirectional overrides and U+FFFD in copy.",
    why="They are invisible or break feeds and email, and can mark a copy so that its source is found.",
    example="A line with a stray U+0092 from an old word processor.",
    instead="The same line with the character typed again (here: ’).",
)
Q109 = Code(
    id="Q109",
    severity=Severity.ERROR,
    title="there is nothing between these marks",
    what="Finds quotations without a letter or digit.",
    why="Nobody's words are marked as somebody's.",
    example="He said: “…”. [@venn-reply]",
    instead="He said nothing.",
)
Q110 = Code(
    id="Q110",
    severity=Severity.ERROR,
    title="emphasis, links and quotation marks overlap",
    what="Finds a quotation or pull-quote that begins inside emphasis or a link and ends outside it, or the other way round.",
    why="No edition could say where the quotation ends without taking the words apart.",
    example="He said: *“We knew* of it.” [@venn-reply]",
    instead="He said: “*We knew* of it.” [@venn-reply]",
)
