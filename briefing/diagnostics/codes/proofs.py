"""W, D and E from 101, and L from 201: what the proofs find in the finished editions.

The first digit and what follows mean the same for the website (W), the feeds (D) and the email (E). The examples are of finished
files, not of copy: an editor meets these findings only where an edition, a theme or a plug-in is at fault.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.diagnostics.finding import Code, Severity

W101 = Code(
    id="W101",
    severity=Severity.ERROR,
    title="this page does not show the words of the issue",
    what="Reads the finished page back with a parser of its own and compares its words with the issue’s, in reading order.",
    why="Readers of one edition would be told something else than readers of another.",
    example="<p>The board has not replied.</p>, where the issue says “The board has not yet replied.”",
    instead="The template shows every word once, and declares its standing lines and repetitions in the showing.",
)
D101 = replace(W101, id="D101", title="this feed does not show the words of the issue")
E101 = replace(W101, id="E101", title="this email does not show the words of the issue")

W102 = Code(
    id="W102",
    severity=Severity.ERROR,
    title="a quotation of the issue is missing from this page, or altered",
    what="Looks for every quotation in the finished page, marks included, as often as the issue has it.",
    why="A changed mark or word in a quotation puts words into somebody’s mouth.",
    example='<p>She called it "a paper rule".</p>',
    instead="<p>She called it “a paper rule”.</p>",
)
D102 = replace(W102, id="D102", title="a quotation of the issue is missing from this feed, or altered")
E102 = replace(W102, id="E102", title="a quotation of the issue is missing from this email, or altered")

W103 = Code(
    id="W103",
    severity=Severity.ERROR,
    title="this page does not show every citation of the issue once",
    what="Counts the citation markers of the finished page and compares them with the issue’s.",
    why="A quotation without its marker looks as if nobody could check it.",
    example="<p>“We read every letter.”</p>",
    instead='<p>“We read every letter.”<sup><a href="#note-2">2</a></sup></p>',
)
D103 = replace(W103, id="D103", title="this feed does not show every citation of the issue once")
E103 = replace(W103, id="E103", title="this email does not show every citation of the issue once")

W104 = Code(
    id="W104",
    severity=Severity.ERROR,
    title="the website does not show exactly the published issues",
    what="Looks for a showing of every published issue, and for showings of issues that are not published.",
    why="A missing issue goes unnoticed for months; one that is not out yet is seen at once.",
    example="An edition that leaves out issues without topics.",
    instead="One showing for every issue of the archive.",
)
D104 = replace(W104, id="D104", title="the feed does not show exactly the newest issues")
E104 = replace(W104, id="E104", title="the email edition does not show exactly the issues that are sent")

W105 = Code(
    id="W105",
    severity=Severity.ERROR,
    title="this page cannot be read back",
    what="Opens every finished file that carries an issue with a parser for its media type.",
    why="What cannot be read back cannot be proven, and some reader’s program will not read it either.",
    example="A showing of a file that the edition did not write.",
    instead="A well-formed file at the path the showing names, of a media type that a reader is installed for.",
)
D105 = replace(W105, id="D105", title="this feed cannot be read back")
E105 = replace(W105, id="E105", title="this email cannot be read back")

W106 = Code(
    id="W106",
    severity=Severity.ERROR,
    title="a correction is missing from the list of corrections",
    what="Looks for every correction on the page of its year under corrections/.",
    why="Who wants to know how often we are wrong, and where, looks there.",
    example="A template that lists corrections of the newest issue only.",
    instead="Every correction, in the words of the issue’s page.",
)
D106 = replace(
    W106,
    id="D106",
    title="a correction is no entry of this feed",
    what="Looks for each of the newest corrections as an entry of its own.",
    why="Readers’ programs do not show an issue a second time because it was changed.",
    example="A feed that shows the corrected issue and no entry “Correction: …”.",
    instead="An entry with the correction’s own id beside the issue, whose id stays.",
)

E106 = replace(
    W106,
    id="E106",
    title="a correction of an earlier issue is missing from this email",
    what="Looks in each email for the corrections made since the one before, until briefing mark-sent says that they went out.",
    why="A mail cannot be called back: who reads us by email learns in the next one what was wrong in the last, or never.",
    example="An email edition of one’s own that shows only its own issue.",
    instead="The lines of the issue’s carries, below its own words.",
)

L201 = Code(
    id="L201",
    severity=Severity.ERROR,
    title="a finished page, feed or email links to a page that is not there",
    what="Follows every link inside the publication to the file it leads to, through redirects.",
    why="Readers would meet a missing page, in an email for ever.",
    example='<a href="../../issues/night-berth/">',
    instead='<a href="../../issues/night-berthing/">',
)
L202 = Code(
    id="L202",
    severity=Severity.ERROR,
    title="a finished page, feed or email links to a place that is not on its page",
    what="Looks for the fragment of every link inside the publication among the ids of the page it leads to.",
    why="The link opens the page at its top, and the reader is left to search.",
    example='<a href="#note-9">9</a>, on a page of eight notes',
    instead='<a href="#note-8">8</a>',
)
L203 = Code(
    id="L203",
    severity=Severity.ERROR,
    title="a finished page, feed or email has a link that runs code",
    what="Looks for javascript:, vbscript: and data: addresses behind links.",
    why="It runs in the reader’s browser with the publication’s authority.",
    example='<a href="javascript:alert(1)">',
    instead="An https address.",
)
