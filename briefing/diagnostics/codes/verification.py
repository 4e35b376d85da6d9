"""V: the words in the marks are the words in the evidence."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

V301 = Code(
    id="V301",
    severity=Severity.ERROR,
    title="these are not the source’s words",
    what="Looks the words in the marks up in the evidence of the source they cite; letters, digits, case and order count.",
    why="Readers take what stands in quotation marks for what was said, to the letter.",
    example="“The sluice was always open.” [@venn-reply], where the reply has: The sluice was often open.",
    instead="“The sluice was often open.” [@venn-reply]",
)
V302 = Code(
    id="V302",
    severity=Severity.ERROR,
    title="these words are not in the source",
    what="Looks for the passage that comes nearest; here there is none.",
    why="A paraphrase in quotation marks puts words into somebody’s mouth.",
    example="She said the board “did not care”. [@venn-reply], where the reply has no such words",
    instead="She said the board did not care. [@venn-reply]",
)
V303 = Code(
    id="V303",
    severity=Severity.ERROR,
    title="words are missing and nothing marks the gap",
    what="Finds quotations whose words are all in the source, in order, with others between them.",
    why="Nobody can see that something was left out, or judge what it was.",
    example="“The gate was shut in May.” [@log], where the log has: The gate, which leaks, was shut in May.",
    instead="“The gate … was shut in May.” [@log]",
)
V304 = Code(
    id="V304",
    severity=Severity.WARNING,
    title="the cut hides a word that turns the meaning",
    what="Looks for not, no, never, but, unless, except, however and for numbers in what an ellipsis or a bracket stands for.",
    why="A marked cut is still a misquotation if it turns what was said.",
    example="“It was … in our view, safe.” [@letter], where the letter has: It was not, in our view, safe.",
    instead="“It was not, in our view, safe.” [@letter]",
)
V305 = Code(
    id="V305",
    severity=Severity.WARNING,
    title="the quotation stops where the source goes on to qualify it",
    what="Looks at what follows the last word: but, unless, except, although, however, only; or no stop where the quotation ends with one.",
    why="Half a sentence with a stop behind it reads as if that were all that was said.",
    example="“The locks are safe.” [@letter], where the letter has: The locks are safe, but only by day.",
    instead="“The locks are safe, but only by day.” [@letter]",
)
V306 = Code(
    id="V306",
    severity=Severity.ERROR,
    title="these are somebody else’s words",
    what="Compares who speaks in the file, by labels of a transcript, reply lines of an email and block quotations, with by or the source’s author.",
    why="One person’s words in another’s mouth are a false quotation, however exact.",
    example="“Send me the list.” [@venn-email], where that line is quoted from an earlier email of somebody else",
    instead="“Send me the list.” [@earlier-email]",
)
V307 = Code(
    id="V307",
    severity=Severity.ERROR,
    title="these words are put together from different places",
    what="Finds quotations whose pieces are all in the source, but in another order, or in two files, or said by two people.",
    why="Put together anew, true words can say what nobody said.",
    example="“It was late … the gate was shut.” [@log], where the log has the gate first",
    instead="The log says “the gate was shut” and, later, “it was late”. [@log]",
)
V308 = Code(
    id="V308",
    severity=Severity.ERROR,
    title="the evidence has changed since this was checked",
    what="Compares the evidence file and its reader with what the vault noted when the quotation was checked.",
    why="What was checked is no longer what is kept; one of the two is not the document.",
    example="a file of the vault that was saved again",
    instead="briefing verify, and a look at why the file changed",
)
V309 = Code(
    id="V309",
    severity=Severity.WARNING,
    title="the evidence could not be read",
    what="Reads every evidence file of the source in a process of its own, with limits of time and memory.",
    why="Words that nobody could compare are not checked, and are never said to be.",
    example="a scan without text, an encrypted PDF, a folder of the vault that is missing",
    instead="A transcript beside it, as .txt, that names who made it.",
)
V310 = Code(
    id="V310",
    severity=Severity.ERROR,
    title="the quotation has changed since it was checked",
    what="Compares the words with those of the record in sources/quotes.lock.",
    why="The record is about other words; a page must never say of these that they were checked.",
    example="a word corrected after briefing verify",
    instead="briefing verify, on a machine with the vault",
)
V311 = Code(
    id="V311",
    severity=Severity.WARNING,
    title="the source has these words, set down otherwise",
    what="Finds commas, semicolons, colons, stops, dashes and hyphens that differ inside a quotation, fillers of speech that were dropped, "
    "and words in the spelling that house_style.spellings gives for the source’s.",
    why="A comma can move a meaning; and who tidies speech or spelling should know that it was tidied.",
    example="“We shut it in May and June.” [@log], where the log has: We shut it in May, and June.",
    instead="“We shut it in May, and June.” [@log]",
)
V312 = Code(
    id="V312",
    severity=Severity.ERROR,
    title="a quotation in a heading must appear in the text it heads",
    what="Looks words in quotation marks (single ones too) in headings, title, description, subject and image texts up in the "
    "quotations below them; the case of the first letter is free.",
    why="A headline that quotes what nobody is shown to have said is not supported by its text.",
    example="## A ‘shameful’ rule\n\nShe called it a “paper rule”. [@venn-reply]",
    instead="## A ‘paper’ rule\n\nShe called it a “paper rule”. [@venn-reply]",
)
V313 = Code(
    id="V313",
    severity=Severity.ERROR,
    title="these words are struck, hidden or invisible in the file",
    what="Compares with text that was deleted with changes tracked, struck through, hidden or set invisibly.",
    why="The author took the words back, or never meant them to be read; quoting them says otherwise.",
    example="“We never tested it.” [@draft-report], where a reviewer deleted that sentence",
    instead="The deletion told as one: a draft had said it was never tested. [@draft-report]",
)
V314 = Code(
    id="V314",
    severity=Severity.WARNING,
    title="these words stand in several places of the source",
    what="Counts the places where the words stand with different neighbours, where the citation gives no page, paragraph or time.",
    why="Nobody can tell which of them is meant, and they may mean different things.",
    example="“Yes.” [@port-hearing], said fourteen times",
    instead="“Yes.” [@port-hearing, 00:12:31]",
)
V315 = Code(
    id="V315",
    severity=Severity.WARNING,
    title="this cut leaves out more than sixty words",
    what="Counts the words that an ellipsis stands for; beyond two hundred it is an error.",
    why="Two remarks so far apart are two remarks.",
    example="“We shut the gate … it was late.” [@log], from two pages",
    instead="“We shut the gate,” the log says, and a page later: “It was late.” [@log]",
)
V316 = Code(
    id="V316",
    severity=Severity.WARNING,
    title="this quotation is not checked against its evidence",
    what="Looks every quotation up in sources/quotes.lock; a preview counts those that are not in it in one note, a release stops at each.",
    why="What nobody compared with the document may be misquoted, and a page must not say otherwise.",
    example="a quotation added after briefing verify was run",
    instead="briefing verify, on a machine with the vault, and the lock committed with the issue",
)
V317 = Code(
    id="V317",
    severity=Severity.WARNING,
    title="a waiver in the vault does not count",
    what="Reads waivers in source.yml of the vault: each names a quotation by its id and gives a reason.",
    why="Somebody believes that a quotation may pass unchecked, and a release will stop at it.",
    example="waivers: [{quotation: q-3f9a1c07}], or the id of words that have changed since",
    instead="waivers: [{quotation: q-3f9a1c07, why: The original is with our solicitor until May.}]",
)
V318 = Code(
    id="V318",
    severity=Severity.NOTE,
    title="the evidence is not quite what it claims to be",
    what="Tells how a file was read whose character set is wrong, or an email with attachments, which are evidence of their own.",
    why="A letter may be misread, and words in an attachment are not found.",
    example="a text file in Windows-1252, an email with a letter attached",
    instead="The file saved as UTF-8; the attachment as a file of its own, named under evidence.",
)
V319 = Code(
    id="V319",
    severity=Severity.NOTE,
    title="nobody can tell whose emphasis this is",
    what="Finds emphasis inside a quotation, where nothing behind it says whose it is: evidence is compared without it.",
    why="Readers take it for the speaker’s own.",
    example="She wrote: “I do *not* want a new gauge.” [@venn-reply]",
    instead="She wrote: “I do *not* want a new gauge.” (our emphasis) [@venn-reply]",
)
V322 = Code(
    id="V322",
    severity=Severity.WARNING,
    title="this is a translation, and nothing says of what",
    what="Looks for original: in the register where the copy says in brackets behind a quotation that it is a translation.",
    why="The words are compared with the translation that the vault keeps; who doubts them must be able to find what was really said.",
    example="“Nobody sails after dark.” (our translation) [@circular-14], without original: in sources/circular-14.yml",
    instead="original: Rundskriv 14/2031, in Norwegian",
)
