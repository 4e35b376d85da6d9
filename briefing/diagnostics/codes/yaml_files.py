"""The YAML an editor writes, before anybody asks what it means (F1), and the fields in it (F2)."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

F101 = Code(
    id="F101",
    severity=Severity.ERROR,
    title="this is not YAML",
    what="Reads front matter, the register and the settings as YAML.",
    why="What cannot be read cannot be published: MkDocs would print the whole block as text and say nothing.",
    example="title Night berthing resumes",
    instead="Write one `key: value` a line, with a space after the colon: title: Night berthing resumes",
)
F102 = Code(
    id="F102",
    severity=Severity.ERROR,
    title="quote the value: its punctuation means something to YAML",
    what="Looks for values that YAML takes apart: a colon with a space after it, a first letter such as @ % ` * & ! [ or a quotation mark.",
    why="MkDocs prints front matter it cannot read as part of the page, and says nothing.",
    example="title: Rosters: the paper rule",
    instead='title: "Rosters: the paper rule"',
)
F103 = Code(
    id="F103",
    severity=Severity.ERROR,
    title="this key is given twice",
    what="Looks for a key that occurs more than once in the same mapping.",
    why="Readers of YAML keep one of the two and drop the other in silence.",
    example="issue: 4, and further down issue: 5",
    instead="Keep one of the two.",
)
F104 = Code(
    id="F104",
    severity=Severity.ERROR,
    title="a tab is used for indentation",
    what="Looks for tabs before the first letter of a line.",
    why="YAML forbids them, because no two programs agree how wide one is.",
    example="a line that begins with a tab",
    instead="Use two spaces for each step of indentation.",
)
F105 = Code(
    id="F105",
    severity=Severity.ERROR,
    title="this is never closed",
    what="Looks for quotation marks and brackets without their partner.",
    why="Everything up to the end of the file would belong to this one value.",
    example='title: "Night berthing resumes',
    instead='Close it on the same line: title: "Night berthing resumes"',
)
F106 = Code(
    id="F106",
    severity=Severity.ERROR,
    title="this key is not plain text",
    what="Keys are words; a list, a mapping or nothing at all is no key.",
    why="Nothing here could be found under such a key.",
    example="? [safety, money]",
    instead="Write a plain word before the colon, as in topics: [safety, money]",
)
F107 = Code(
    id="F107",
    severity=Severity.ERROR,
    title="this is nested too deeply",
    what="Counts how many lists and mappings lie inside one another, and stops at 24.",
    why="No setting is that deep; a file that is was not written by hand.",
    example="[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    instead="Take the brackets away that are not needed.",
)
F108 = Code(
    id="F108",
    severity=Severity.ERROR,
    title="YAML tags are not read here",
    what="Looks for tags: a word that begins with !.",
    why="A tag can run code in other readers of the same file; here values are typed by their key.",
    example="issue: !!int 4",
    instead="Write the value alone; where the text itself begins with !, put it in quotation marks.",
)
F109 = Code(
    id="F109",
    severity=Severity.ERROR,
    title="anchors, aliases and merges are not read here",
    what="Looks for &name, *name and <<.",
    why="A value that stands in another place cannot be checked where it is read; nested aliases can also grow without limit.",
    example="author: *usual",
    instead="Write the value out; where the text itself begins with & or *, put it in quotation marks.",
)
F110 = Code(
    id="F110",
    severity=Severity.ERROR,
    title="a second document begins here",
    what="Looks for a line --- inside a file that holds one document.",
    why="Everything after it would be dropped in silence.",
    example="kind: letter\n---\nlevel: open",
    instead="Delete the line, or put what follows into a file of its own.",
)
F111 = Code(
    id="F111",
    severity=Severity.ERROR,
    title="there are no keys and values here",
    what="The file or the front matter must be a mapping.",
    why="Nothing in it could be found.",
    example="- title\n- issue",
    instead="Write one `key: value` a line.",
)
F112 = Code(
    id="F112",
    severity=Severity.ERROR,
    title="a character that cannot be seen",
    what="Looks for control, zero-width, private-use and direction-changing characters.",
    why="They break feeds, defeat searches, can turn text round for readers, and are used to mark copies of a confidential text.",
    example="a zero-width space inside a name",
    instead="Delete it and type the words on both sides again; copied text often brings such characters along.",
)
F113 = Code(
    id="F113",
    severity=Severity.WARNING,
    title="the words after # are a comment",
    what="Looks for a # directly before a word, after a value without quotation marks.",
    why="YAML drops everything from there on, so the words would be missing in every edition.",
    example="title: Berth #4 reopens",
    instead="Put the value in quotation marks if the words belong to it, or a space after # if they are a comment.",
)
F201 = Code(
    id="F201",
    severity=Severity.ERROR,
    title="unknown key",
    what="Compares every key with the closed list for its place.",
    why="A misspelt key would be ignored and its value lost.",
    example="descripton: …",
    instead="A key of the list; the house's own keys in front matter begin with x-.",
)
F202 = Code(
    id="F202",
    severity=Severity.ERROR,
    title="this key is missing",
    what="Looks for keys that must be there.",
    why="An edition, a proof or the law needs them.",
    example="front matter without issue:",
    instead="The key with its value.",
)
F203 = Code(
    id="F203",
    severity=Severity.ERROR,
    title="this value is of the wrong type",
    what="Reads each value by its key: text, whole number, yes or no, date, list, mapping.",
    why="Guessing would publish something you did not write.",
    example="issue: two",
    instead="issue: 2",
)
F204 = Code(
    id="F204",
    severity=Severity.ERROR,
    title="there is no such date",
    what="Reads dates and times against the calendar.",
    why="It cannot be sorted, shown or waited for.",
    example="date: 2031-02-30",
    instead="date: 2031-02-28",
)
F205 = Code(
    id="F205",
    severity=Severity.ERROR,
    title="this is none of the words allowed here",
    what="Compares the value with a closed list.",
    why="An unknown word would be ignored, and the rule it stands for with it.",
    example="kind: corection",
    instead="kind: correction",
)
F206 = Code(
    id="F206",
    severity=Severity.ERROR,
    title="nothing is written here",
    what="Looks for keys without a value.",
    why="It cannot be told from something forgotten.",
    example="kicker:",
    instead="A value, or no line at all.",
)
