"""The register of sources and people (F4)."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

F401 = Code(
    id="F401",
    severity=Severity.ERROR,
    title="this cannot be a key",
    what="Keys of sources, people, topics and authors: letters a to z, digits and hyphens, beginning with a letter or digit; a source's has 2 to 48.",
    why="Copy cites sources by their key, and pages are named by it.",
    example="sources/Guild letter.yml",
    instead="sources/guild-letter-2031-03.yml",
)
F402 = Code(
    id="F402",
    severity=Severity.ERROR,
    title="a sealed source has no file here",
    what="Refuses level: sealed.",
    why="Whatever lies here is committed, copied and backed up with the project; a sealed source exists only in the vault.",
    example="level: sealed",
    instead="Delete this file and put the source into the vault's folder sealed/.",
    secret=True,
)
F403 = Code(
    id="F403",
    severity=Severity.ERROR,
    title="this path leaves the source's folder",
    what="Evidence is named by its file name in the source's folder of the vault.",
    why="Verification must never read anything else.",
    example="evidence: [../other/letter.pdf]",
    instead="evidence: [letter.pdf]",
)
F404 = Code(
    id="F404",
    severity=Severity.ERROR,
    title="this is no web address",
    what="Addresses begin with https:// or http:// and name a host.",
    why="A link to anything else leads nowhere, or runs a script.",
    example="url: javascript:alert(1)",
    instead="url: https://board.example/minutes",
)
F405 = Code(
    id="F405",
    severity=Severity.ERROR,
    title="only the document of an open source can be published",
    what="Refuses publish: true on a named source.",
    why="Named means that the document itself is not public.",
    example="level: named with publish: true",
    instead="level: open, if anybody can get the document, or no publish:",
)
F406 = Code(
    id="F406",
    severity=Severity.ERROR,
    title="this role ends before it begins",
    what="Compares from and to.",
    why="An issue of its day could not tell which role to print.",
    example="{role: chair, from: 2031, to: 2029}",
    instead="{role: chair, from: 2029, to: 2031}",
)
