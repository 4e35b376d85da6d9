"""E213 to E228: the HTML of an email, as sixteen mail programs and everyone who reads with them need it (E2nn is preflight check nn)."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

E213 = Code(
    id="E213",
    severity=Severity.ERROR,
    title="this email is not written in the closed alphabet",
    what="Holds every element, attribute and CSS property to the list that was looked up for sixteen mail programs (caniemail).",
    why="What was never looked up may be shown to nobody.",
    example='<p style="position:sticky">',
    instead='<p style="margin:0 0 18px">',
)
E214 = Code(
    id="E214",
    severity=Severity.ERROR,
    title="a mail program does not support what the email needs",
    what="Holds the alphabet to caniemail’s data for sixteen mail programs: supported, or the limit is reviewed. How old the data are, briefing email support says.",
    why="Readers of that program would see something broken.",
    example="display:flex",
    instead="A table.",
)
E215 = Code(
    id="E215",
    severity=Severity.ERROR,
    title="the loss of an enhancement is not reviewed",
    what="Allows what some mail programs drop only with a reason why nothing is lost.",
    why="An enhancement that words depend on is none.",
    example="A border on a paragraph, without a line in the list of enhancements.",
    instead="A border on a cell.",
)
E218 = Code(
    id="E218",
    severity=Severity.ERROR,
    title="text in this email does not say how it looks",
    what="Looks for colour, family and size in pixels on every element that holds text, and for the colour of every link.",
    why="Mail programs put their own style in between, and Gmail’s mobile web view drops the style element (caniemail html-style).",
    example="<p>Words</p>",
    instead='<p style="margin:0 0 18px;font:18px/1.6 Georgia,serif;color:#1a1c20">Words</p>',
)
E219 = Code(
    id="E219",
    severity=Severity.ERROR,
    title="a style of this email does not work in Outlook for Windows",
    what="Padding on cells only, no automatic or negative margin, borders of at most 8 px, lengths in px and % (caniemail css-padding, css-margin, css-border).",
    why="Word draws the email there, and ignores or spoils the rest.",
    example="padding:1rem",
    instead="A cell with padding:16px",
)
E220 = Code(
    id="E220",
    severity=Severity.ERROR,
    title="the style element is not written as mail programs need it",
    what="No !important in attributes and a blank before it elsewhere, no at-rule inside an at-rule, no comment (caniemail css-important; email-bugs 25; caniemail 144).",
    why="Gmail, Yahoo and Outlook drop the declaration, or the whole element.",
    example="color:#fff!important",
    instead="color:#ffffff !important",
)
E221 = Code(
    id="E221",
    severity=Severity.ERROR,
    title="the tables of this email are not what mail programs can take",
    what="At most four tables inside each other; those for layout have role=presentation, width, cellpadding, cellspacing, border, and no th.",
    why="Deep nesting has crashed Outlook; a layout table without its role is read out as data.",
    example='<table><tr><th scope="col">',
    instead='<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">',
)
E222 = Code(
    id="E222",
    severity=Severity.ERROR,
    title="this email holds something that mail programs remove or distrust",
    what="Looks for script, form, frame, object, video, SVG, linked styles, base, refresh and event attributes.",
    why="They are removed, and messages with them end as spam.",
    example="<script>",
    instead="A link to the website.",
)
E223 = Code(
    id="E223",
    severity=Severity.ERROR,
    title="the email does not say its language",
    what="Looks for lang and dir on html and on the body’s first element, in the issue’s language (WCAG 2.2, 3.1.1).",
    why="Mail programs drop html and body, and a screen reader would read with the wrong voice.",
    example="<html>",
    instead='<html lang="en-GB" dir="ltr">',
)
E224 = Code(
    id="E224",
    severity=Severity.ERROR,
    title="the headings of this email are not in order",
    what="One title, equal to the subject; one first-level heading; no level left out (WCAG 2.2, 1.3.1).",
    why="Whoever reads by headings gets lost.",
    example="#### Tides, right below ## Locks",
    instead="### Tides",
)
E225 = Code(
    id="E225",
    severity=Severity.ERROR,
    title="words in this email are too pale against their ground",
    what="Every pair of colours: 4.5 to 1 as designed, in our dark design, as Outlook makes it dark (roosterjs, getDarkColor), and with its lightness inverted (WCAG 2.2, 1.4.3).",
    why="Some readers could not read it, or not at night.",
    example="#767676 on white: 4.54 to 1, but 4.11 in Outlook’s dark mode",
    instead="#616161",
)
E226 = Code(
    id="E226",
    severity=Severity.ERROR,
    title="words in this email are too small or too close",
    what="Running text of at least 16 px, anything of 14; lines 1.4 apart, headlines 1.2; nothing justified; links underlined (WCAG 2.2, 1.4.1).",
    why="Most readers hold a telephone.",
    example="font:13px/1.2 Arial",
    instead="font:15px/1.4 Arial",
)
E227 = Code(
    id="E227",
    severity=Severity.ERROR,
    title="the words of a link do not say where it leads",
    what="Looks for links without words, for “here”, “click here”, “read more”, and for the same words with two destinations (WCAG 2.2, 2.4.4).",
    why="Screen readers list links by their words alone.",
    example="[here](https://port.example/report)",
    instead="[the port’s report](https://port.example/report)",
)
E228 = Code(
    id="E228",
    severity=Severity.ERROR,
    title="an image of this email lacks its words or its width",
    what="Looks for alt and width on every image.",
    why="Most programs show no images until they are asked to.",
    example='<img src="…">',
    instead='<img src="…" alt="Short rests by month" width="560">',
)
