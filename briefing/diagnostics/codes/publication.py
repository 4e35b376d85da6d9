"""F6: what issues, sources and people say of each other."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

F601 = Code(
    id="F601",
    severity=Severity.ERROR,
    title="this issue number is taken",
    what="Compares the numbers of all issues, withheld ones included.",
    why="Readers, feeds and `follows` tell issues apart by their numbers.",
    example="issue: 7 in two files",
    instead="issue: 8 in the later one",
)
F602 = Code(
    id="F602",
    severity=Severity.WARNING,
    title="a number is missing before this issue",
    what="Looks for gaps in the numbers of all issues, withheld ones included.",
    why="Subscribers who miss a number ask where it is.",
    example="issue: 9 after issue: 7",
    instead="issue: 8",
)
F603 = Code(
    id="F603",
    severity=Severity.ERROR,
    title="two issues claim this address",
    what="Compares slugs and aliases of all issues.",
    why="One page would be written over the other, or a redirect over a page.",
    example="slug: night-berthing in two issues",
    instead="slug: night-berthing-again in the later one",
)
F604 = Code(
    id="F604",
    severity=Severity.ERROR,
    title="unknown person",
    what="Looks authors, recipients and speakers of sources, and parties of replies, up in people.yml.",
    why="Without a name there, the credit and the attribution would be short of one.",
    example="author: orla-ven",
    instead="author: orla-venn, with orla-venn: {name: Orla Venn} in people.yml",
)
F605 = Code(
    id="F605",
    severity=Severity.ERROR,
    title="there is no such issue to follow",
    what="Looks the number after `follows` up among all issues.",
    why="The link “Previously” would lead nowhere.",
    example="follows: 12, of 9 issues",
    instead="follows: 8",
)
F606 = Code(
    id="F606",
    severity=Severity.ERROR,
    title="the issue this one follows is a later one",
    what="Compares the dates of the two.",
    why="“Previously” would lead forward in time.",
    example="issue: 3 with follows: 4",
    instead="issue: 4 with follows: 3",
)
F607 = Code(
    id="F607",
    severity=Severity.WARNING,
    title="the issue this one follows is withheld",
    what="Checks that a followed issue is published when this one is.",
    why="A withheld issue does not exist for readers, so the link is left out.",
    example="follows: 3, while issue 3 has draft: true",
    instead="The line once issue 3 is out.",
)
