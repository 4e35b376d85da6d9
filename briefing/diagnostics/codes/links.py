"""L: links and images."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

L101 = Code(
    id="L101",
    severity=Severity.ERROR,
    title="this link leads to nothing in the publication",
    what="Resolves relative links to issues, pages and files of content/.",
    why="Readers, subscribers and recipients would meet a missing page.",
    example="[last month](2031-05-02-night-berth.md)",
    instead="[last month](2031-05-02-night-berthing.md)",
)
L102 = Code(
    id="L102",
    severity=Severity.ERROR,
    title="this link has no address yet",
    what="Finds empty and placeholder addresses.",
    why="It goes out as a link that does nothing.",
    example="[the report](INSERT_LINK_HERE), [the report]()",
    instead="[the report](https://port.example/report)",
)
L103 = Code(
    id="L103",
    severity=Severity.ERROR,
    title="this kind of address is not allowed",
    what="Allows https, http, mailto, tel and relative addresses.",
    why="javascript:, data: and file: addresses run code or point into somebody's machine.",
    example="[open](javascript:alert(1))",
    instead="[open](https://port.example/)",
)
L104 = Code(
    id="L104",
    severity=Severity.ERROR,
    title="this link leads to an issue that is withheld",
    what="Checks that a linked issue is published when this one is.",
    why="The link would be dead, and its address would give the withheld title away.",
    example="[next time](../../drafts/2031-06-01-tugs.md)",
    instead="The sentence without the link until the other issue is out.",
)
L105 = Code(
    id="L105",
    severity=Severity.ERROR,
    title="this image is not in content/",
    what="Resolves image addresses to files of content/; images are never fetched from elsewhere.",
    why="A remote image is a tracker to its host and a hole in the page when it goes.",
    example="![Rests](https://elsewhere.example/rests.png)",
    instead="![Rests by month](../assets/rests.png)",
)
L106 = Code(
    id="L106",
    severity=Severity.WARNING,
    title="this image has no alternative text",
    what="Looks for the words in ![…].",
    why="Whoever does not see the image, and every plain-text reader, gets nothing.",
    example="![](../assets/rests.png)",
    instead="![Short rests by month, rising from 41 to 63](../assets/rests.png)",
)
