"""Documents of open sources that are published: their text lies beside the register as ``sources/<key>.txt``."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

F407 = Code(
    id="F407",
    severity=Severity.WARNING,
    title="there is no text of this document to publish",
    what="Looks for the text of a source with publish: true beside its register file.",
    why="A build never opens the vault: what readers are to see, somebody puts into the project on purpose.",
    example="publish: true in sources/port-hearing.yml, and no sources/port-hearing.txt",
    instead="the text as it was published in sources/port-hearing.txt, a form feed between two pages; or no publish:",
)
P418 = Code(
    id="P418",
    severity=Severity.ERROR,
    title="this text is no document that we publish",
    what="Beside the register lie only texts of open sources that say publish: true.",
    why="The folder is committed, copied and backed up with the project; notes and letters belong in the vault.",
    example="sources/anon-7k2q.txt",
    instead="The file in the vault; or, where anybody can get the document, level: open and publish: true in its register file.",
    secret=True,
)
V320 = Code(
    id="V320",
    severity=Severity.WARNING,
    title="the published document does not have these words",
    what="Looks for every quotation of four words or more in the text that is published with its source.",
    why="Readers are told that they can look for themselves, and would look in vain.",
    example="“We shut the gate” [@port-hearing], and sources/port-hearing.txt is an older version",
    instead="the text that was quoted, in sources/port-hearing.txt",
)
V321 = Code(
    id="V321",
    severity=Severity.WARNING,
    title="the published text is not the one that was verified",
    what="Compares the text beside the register with the evidence, word by word; quotation marks, spaces and line ends are free.",
    why="Readers look a quotation up in the text they are shown, and it was checked in another.",
    example="sources/port-hearing.txt, typed off with a line left out",
    instead="the text as it is in the evidence; or the evidence replaced, where the document was published anew",
)
