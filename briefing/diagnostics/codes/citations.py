"""C: citations, the pointers to where a quotation can be checked."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

C201 = Code(
    id="C201",
    severity=Severity.ERROR,
    title="unknown source",
    what="Looks every cited key up in the register (`sources/<key>.yml`).",
    why="A citation that leads nowhere is as good as none.",
    example="“We read every letter.” [@ven-reply]",
    instead="“We read every letter.” [@venn-reply], with a file sources/venn-reply.yml",
)
C202 = Code(
    id="C202",
    severity=Severity.ERROR,
    title="no source for this quotation",
    what="Every span in double marks needs a citation after it in the paragraph where it closes: an error from four words on, a warning below.",
    why="A quotation that cannot be traced cannot be checked, nor defended.",
    example="She called it “a rule that exists on paper only”.",
    instead="She called it “a rule that exists on paper only”. [@venn-reply]",
)
C203 = Code(
    id="C203",
    severity=Severity.ERROR,
    title="this citation cannot be read",
    what="Reads citations by their grammar: [@key], [@key, p. 3], [@key by person], several joined by semicolons.",
    why="What is not read as a citation would be printed, key and all.",
    example="“We read every letter.” [@venn-reply page four]",
    instead="“We read every letter.” [@venn-reply, p. 4]",
)
C204 = Code(
    id="C204",
    severity=Severity.ERROR,
    title="this citation has nothing before it to cover",
    what="A citation covers what stands before it in its paragraph, back to the previous citation.",
    why="Readers would see a number that belongs to nothing.",
    example="[@venn-reply] The chair said nothing.",
    instead="The chair said nothing. [@venn-reply]",
)
C205 = Code(
    id="C205",
    severity=Severity.ERROR,
    title="a citation cannot stand here",
    what="Refuses citations in headings, link texts, image texts and table headers.",
    why="Lists, feeds and subjects show these words alone, where a note number means nothing.",
    example="## The ‘paper rule’ [@venn-reply]",
    instead="## The ‘paper rule’\n\nShe called it a “paper rule”. [@venn-reply]",
)
C206 = Code(
    id="C206",
    severity=Severity.ERROR,
    title="this source has no such speaker",
    what="Looks the person after `by` up among the source's speakers and authors.",
    why="Words would be attributed to somebody who did not speak there.",
    example="“We were told in May.” [@port-hearing by orla-ven]",
    instead="“We were told in May.” [@port-hearing by orla-venn], with orla-venn among its speakers:",
)
C207 = Code(
    id="C207",
    severity=Severity.ERROR,
    title="the key of a described source must say nothing",
    what="Keys of described sources are `anon-` and four random characters.",
    why="A readable key ends in file names, searches and version control, and tells who it is.",
    example="sources/night-porter.yml with level: described",
    instead="Rename the file to anon- and four random characters, as in sources/anon-7k2q.yml, and cite it so.",
    secret=True,
)
C208 = Code(
    id="C208",
    severity=Severity.ERROR,
    title="this line defines a link instead of citing a source",
    what="Finds `[@key]:` at the beginning of a line, which Markdown takes for a link definition and does not print.",
    why="The citation would vanish without a word.",
    example="[@venn-reply]: see the letter",
    instead="See the letter. [@venn-reply]",
)
