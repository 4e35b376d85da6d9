"""E201 to E212: what mail programs and transports do with an email of this size, these characters and these headers.

E2nn is check nn of the email preflight. The examples are of finished emails; where a finding is about words of the copy, it points there.
"""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

E201 = Code(
    id="E201",
    severity=Severity.ERROR,
    title="the email is too long",
    what="Weighs the HTML: more than 60,000 bytes is a warning, more than 90,000 an error.",
    why="Gmail cuts a message off at about 102,400 bytes, what a provider adds included (hteumeuleu/email-bugs 41), with the sources and the way to leave.",
    example="An issue of 12,000 words.",
    instead="Two issues, or a shorter one that links to the long documents.",
)
E202 = Code(
    id="E202",
    severity=Severity.ERROR,
    title="the email is too long as it travels",
    what="Weighs the HTML part as encoded: at most 95,000 bytes, and 102,400 with 300 for every link that the provider rewrites.",
    why="Gmail is thought to measure what it receives (hteumeuleu/email-bugs 41).",
    example="Sixty links through a provider that counts clicks.",
    instead="Fewer words or links.",
)
E203 = Code(
    id="E203",
    severity=Severity.ERROR,
    title="the style element is too long, or there is more than one",
    what="Counts style elements and their bytes: one, of at most 8,000.",
    why="Gmail drops every style element beyond 16 KB (hteumeuleu/email-bugs 90).",
    example="<style>…</style><style>…</style>",
    instead="One style element that the email can do without.",
)
E204 = Code(
    id="E204",
    severity=Severity.ERROR,
    title="a line of the message is too long",
    what="Measures every line of the encoded message: at most 998 octets (RFC 5322, 2.1.1).",
    why="Servers refuse the message or break the line, and the signature is void.",
    example="An address of 1,200 characters in a header.",
    instead="A shorter slug or address.",
)
E205 = Code(
    id="E205",
    severity=Severity.ERROR,
    title="a character in this email is not safe",
    what="Allows ASCII only, and no reference to a control character, U+FFFD, a byte order mark or a bidi override.",
    why="Gmail clips short messages with U+0092 (hteumeuleu/email-bugs 41); overrides make words read otherwise than they stand.",
    example="&#146;",
    instead="&#8217;",
)
E206 = Code(
    id="E206",
    severity=Severity.ERROR,
    title="the email does not say its character set early enough",
    what="Looks for the meta element in the first 1,024 bytes (HTML Standard, 4.2.5.4).",
    why="A browser that shows the email has to guess.",
    example="A style element before <meta charset>.",
    instead="<meta charset> first in the head.",
)
E207 = Code(
    id="E207",
    severity=Severity.ERROR,
    title="the message would not come out the same again",
    what="Makes the Message-ID and the boundary anew from the content, and compares the date with the issue’s.",
    why="A build that gives other bytes each time cannot be compared with what was sent.",
    example="Message-ID: <20310516070000.4711@desk.example>",
    instead="An id made from the words.",
)
E209 = Code(
    id="E209",
    severity=Severity.ERROR,
    title="the email holds something that is not for readers",
    what="Allows Outlook’s conditional comments with tables and no other, a closed list of headers, and no path of a computer.",
    why="Whatever is in the file is with every reader, whether shown or not.",
    example="<!-- ask T. again -->",
    instead="Nothing.",
    secret=True,
)
E211 = Code(
    id="E211",
    severity=Severity.ERROR,
    title="a number in brackets and the source list do not fit together",
    what="Follows every marker to its source, and looks for a marker of every source.",
    why="A reader could not tell where the words come from.",
    example="[7], in an email with six sources",
    instead="[6]",
)
E212 = Code(
    id="E212",
    severity=Severity.ERROR,
    title="a source without a public address has a link",
    what="Looks at the link around every entry of the source list.",
    why="It leads somewhere that nobody cleared.",
    example='<a href="https://…">An official who asked not to be named</a>',
    instead="An official who asked not to be named",
)
