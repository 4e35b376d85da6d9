"""What a page does in a reader's browser besides being read: W111 to W113."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

W111 = Code(
    id="W111",
    severity=Severity.ERROR,
    title="this page asks another host for something",
    what="Looks in finished pages and style sheets for pictures, fonts, styles, scripts, frames and pings at other hosts.",
    why="Another host would learn who reads the publication, and when; a source who looks at it may be looked for.",
    example='<img src="https://cdn.example/lock.png">',
    instead="The file in content/assets/, from where it is published with the site.",
)
W112 = Code(
    id="W112",
    severity=Severity.ERROR,
    title="this page runs code that is no file of the site",
    what="Looks in finished pages for scripts in the page, attributes that run, and addresses that are scripts.",
    why="The page’s policy forbids it, so that nothing hidden in copy can run; a browser would refuse and complain.",
    example="<script>count()</script>, in a template of your own",
    instead="A script file in the theme’s assets, and only where a page cannot do without.",
)
W113 = Code(
    id="W113",
    severity=Severity.WARNING,
    title="this page does not forbid its readers’ browsers to ask others",
    what="Looks in finished pages for a Content-Security-Policy that allows this site and nobody else.",
    why="The policy holds where everything else has failed: a browser then asks nobody and runs nothing.",
    example='a page of your own template without <meta http-equiv="Content-Security-Policy" …>',
    instead="A template that extends web/base.html, which has it.",
)
