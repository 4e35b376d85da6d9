"""S2: the rules of a house; each is off until the settings turn it on."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

S201 = Code(
    id="S201",
    severity=Severity.WARNING,
    title="a straight quotation mark or apostrophe",
    what="With house_style.straight_marks, looks for straight marks in copy whose curly form is plain.",
    why="They are printed curly, but the file reads otherwise than the page, and a search for one misses the other.",
    example='The guild calls it "a paper rule".',
    instead="The guild calls it “a paper rule”.",
)
S202 = Code(
    id="S202",
    severity=Severity.WARNING,
    title="more than one space between two words",
    what="With house_style.spaces, looks for runs of spaces between words of copy.",
    why="Email and plain text may show them.",
    example="Nobody  counts.",
    instead="Nobody counts.",
)
S203 = Code(
    id="S203",
    severity=Severity.WARNING,
    title="a space before a closing quotation mark",
    what="With house_style.spaces, looks at what stands before closing marks.",
    why="The mark may begin a line by itself.",
    example="“We read every letter. ”",
    instead="“We read every letter.”",
)
S204 = Code(
    id="S204",
    severity=Severity.WARNING,
    title="a word that stands for what is still to come",
    what="With house_style.placeholders, looks for the words that are listed there, in copy and front matter.",
    why="It would be printed.",
    example="The board has spent £TK on tugs.",
    instead="The board has spent £1.2m on tugs.",
)
S205 = Code(
    id="S205",
    severity=Severity.WARNING,
    title="an acronym is not spelt out at its first mention",
    what="With house_style.acronyms, looks for capitals that are not listed there and were not introduced in brackets; not inside quotations.",
    why="Who is new to the sector does not know what is meant.",
    example="The HPG wrote to the board.",
    instead="The Harbour Pilots’ Guild (HPG) wrote to the board.",
)
S206 = Code(
    id="S206",
    severity=Severity.WARNING,
    title="a link text that says nothing by itself",
    what="With house_style.link_texts, compares link texts with those that are listed there.",
    why="Screen readers list links by their texts, and nobody can tell one “here” from another.",
    example="The report is [here](https://board.example/report).",
    instead="The [board’s report](https://board.example/report) is out.",
)
S207 = Code(
    id="S207",
    severity=Severity.WARNING,
    title="an alternative text is longer than the house wants",
    what="With house_style.alt_text, counts the characters of pictures’ alternative texts.",
    why="A screen reader reads it in one breath; what needs more belongs in the copy.",
    example="![A chart with the months from January to June along the bottom and …](rests.png)",
    instead="![Short rests by month, rising from 41 to 63](rests.png)",
)
S208 = Code(
    id="S208",
    severity=Severity.WARNING,
    title="an issue takes longer to read than the house wants",
    what="With house_style.reading_minutes, counts the words of an issue, at 230 a minute.",
    why="Readers were promised a briefing.",
    example="An issue of 4,000 words.",
    instead="Make two issues of it, and let the second follow the first (follows: 1).",
)
S209 = Code(
    id="S209",
    severity=Severity.WARNING,
    title="the subject of the email is longer than the house wants",
    what="With house_style.subject_length, counts the characters of email.subject, or of the title where there is none.",
    why="Inboxes cut it off.",
    example="title: The board has let large ships berth after dark again, four months after it stopped them",
    instead="email: {subject: Night berthing is back}",
)
