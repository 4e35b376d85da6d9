"""What is confidential stays where it is (P4); none of these findings shows the line it is about."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

P401 = Code(
    id="P401",
    severity=Severity.ERROR,
    title="the vault lies inside the project",
    what="Compares the folder of the vault with that of mkdocs.yml, links resolved; neither may hold the other.",
    why="A project is committed, copied, backed up and published; one careless command would take the vault with it.",
    example="BRIEFING_VAULT=./vault",
    instead="A folder outside the project, on an encrypted disk.",
    secret=True,
)
P402 = Code(
    id="P402",
    severity=Severity.ERROR,
    title="this field may not be stored for a described source",
    what="The file of a described source holds kind, level, describe, linkable and direct-quote, and nothing else.",
    why="What is not there cannot leak: the register is committed, copied and backed up with the project.",
    example="level: described, and a field for the author",
    instead="Keep it in the vault; allowed here: kind, level, describe, linkable, direct-quote.",
    secret=True,
)
P403 = Code(
    id="P403",
    severity=Severity.ERROR,
    title="this may name a confidential source",
    what="Looks for names, addresses, numbers and never-say strings of the vault in copy and outputs.",
    why="One mention is enough, wherever it stands.",
    example="the name of a source who is described, in another paragraph",
    instead="Other words; where the same person is quoted openly, also-public: true in the vault.",
    secret=True,
)
P409 = Code(
    id="P409",
    severity=Severity.ERROR,
    title="no date, number or file name may be stored for a described source",
    what="Looks for fields that hold a date, a number, a digest or a file name.",
    why="Two mentions with one date or number are one person, and a date can be looked up in a diary.",
    example="level: described, and a field for the day",
    instead="Keep it in the vault; allowed here: kind, level, describe, linkable, direct-quote.",
    secret=True,
)
P404 = Code(
    id="P404",
    severity=Severity.ERROR,
    title="Markdown publishes comments in the page source",
    what="Finds HTML comments in copy.",
    why="A comment is invisible on the page and readable by everybody who looks at its source.",
    example="<!-- a note on who told us -->",
    instead="Nothing here; notes on a source belong in the vault.",
    secret=True,
)
P405 = Code(
    id="P405",
    severity=Severity.ERROR,
    title="this file carries metadata that cannot be taken out",
    what="Takes the metadata out of every picture and document on its way to the website, and looks for it in the finished files.",
    why="A photograph says where and when it was taken and with which camera; a document names its author.",
    example="a photograph with its place, put out by an edition; a PDF with a password; publish: [minutes.docx]",
    instead="A PNG, JPEG, GIF, WebP or SVG picture, or a PDF without a password.",
    secret=True,
)
P407 = Code(
    id="P407",
    severity=Severity.ERROR,
    title="a described source is quoted and has not agreed to it",
    what="Finds quotations that cite a described source without direct-quote: agreed.",
    why="People are known by their words: a turn of phrase can name somebody as surely as a name.",
    example="“We burnt the old rosters.” [@anon-7k2q]",
    instead="The old rosters were burnt, one source said. [@anon-7k2q]",
    secret=True,
)
P408 = Code(
    id="P408",
    severity=Severity.WARNING,
    title="this can mark a copy so that its source is found",
    what="Finds invisible characters, and Cyrillic or Greek letters in Latin words.",
    why="Whoever hands out a document may plant them, one pattern a recipient; quoting the words then names the recipient.",
    example="a word with a zero-width space in it, pasted from a document",
    instead="The word typed again; better still, the passage in your own words.",
    secret=True,
)
P410 = Code(
    id="P410",
    severity=Severity.ERROR,
    title="this attribution is not the register's",
    what="Compares the line under a displayed quotation with name, full and later form and role of the speaker, or with describe.",
    why="What is typed there could say more than was agreed, or give somebody a name or a role that is not theirs.",
    example="> — Orla Venn, harbour mistress [@venn-reply]",
    instead="> — Orla Venn, chair of the Harbour Board [@venn-reply]",
    secret=True,
)
P411 = Code(
    id="P411",
    severity=Severity.ERROR,
    title="a citation says more of a described source than was agreed",
    what="Finds a page, paragraph, time or speaker after the key of a described source.",
    why="A place in a document proves that there is one, and a speaker is a name.",
    example="The rosters were burnt. [@anon-7k2q, p. 4]",
    instead="The rosters were burnt. [@anon-7k2q]",
    secret=True,
)
P413 = Code(
    id="P413",
    severity=Severity.ERROR,
    title="a reply ties a described source to a name",
    what="Finds replies: that name a party and give a described source as its answer.",
    why="The front matter would say who the source is.",
    example='replies: {harbour-board: "@anon-7k2q"}',
    instead='replies: {harbour-board: "@board-reply"}',
    secret=True,
)
P414 = Code(
    id="P414",
    severity=Severity.ERROR,
    title="a described source is never pulled",
    what="Finds pull-quotes inside quotations that cite a described source.",
    why="Set large beside the text, a turn of phrase is what colleagues recognise first.",
    example="“We ==burnt the old rosters==.” [@anon-7k2q]",
    instead="“We burnt the old rosters.” [@anon-7k2q], where that is agreed",
    secret=True,
)
P415 = Code(
    id="P415",
    severity=Severity.ERROR,
    title="something in this build reached for the vault",
    what="Watches what a build opens, lists and starts, and refuses whatever would lead into the vault.",
    why="What a build can read, a page can show.",
    example="a plug-in or a hook that opens a file of the vault, or starts a process while a vault is at hand",
    instead="A plug-in that goes by what it is given.",
    secret=True,
)
P416 = Code(
    id="P416",
    severity=Severity.ERROR,
    title="the key of a described source stands in a finished file",
    what="Looks for the keys of described sources in every finished file and its name.",
    why="Two places with one key are one person; the key also names the source’s file in the register and its folder in the vault.",
    example='<a href="../../sources/anon-7k2q/">, made by a plug-in or a theme',
    instead="Nothing: a described source is its agreed words, at each mention anew.",
    secret=True,
)
P417 = Code(
    id="P417",
    severity=Severity.ERROR,
    title="a file of the vault cannot be understood",
    what="Reads source.yml of every folder of the vault, strictly.",
    why="A name under a key that is misspelt would be looked for nowhere, and nobody would notice.",
    example="nevr-say: [a name]",
    instead="never-say: [a name]",
    secret=True,
)
P425 = Code(
    id="P425",
    severity=Severity.ERROR,
    title="the site links to its repository, and the register holds a described source",
    what="Looks for `repo_url` and `edit_uri` in mkdocs.yml where a described source is registered and `repo_is_private` is not set.",
    why="A repository says on which day a source’s file was made, by whom, and what stood in it before.",
    example="repo_url: https://code.example/lantern",
    instead="No link, or repo_is_private: true where nobody else can read the repository.",
    secret=True,
)
