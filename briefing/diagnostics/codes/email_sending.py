"""E230 to E244: links, what the provider puts in, and the message as it leaves (E2nn is preflight check nn)."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

E230 = Code(
    id="E230",
    severity=Severity.ERROR,
    title="an address in this email cannot be followed by readers",
    what="https, mailto and tel only, with a public host and no password in it; http is a warning, for a citation may have nothing better.",
    why="An email has no page that an address could be relative to, and no reader is inside your network.",
    example="https://intranet/report",
    instead="https://port.example/report",
)
E231 = Code(
    id="E231",
    severity=Severity.ERROR,
    title="a link leads to a place in this email",
    what="Looks for addresses that begin with #.",
    why="Half of the mail programs do nothing then, or open a browser (caniemail html-anchor-links).",
    example='<a href="#note-3">',
    instead="The note on the website.",
)
E232 = Code(
    id="E232",
    severity=Severity.ERROR,
    title="a link shows another address than it leads to",
    what="Compares the words of a link that are an address with where it leads; addresses of at most 2,000 characters.",
    why="That is how phishing looks, to filters and to readers.",
    example="[port.example/report](https://elsewhere.example/)",
    instead="[port.example/report](https://port.example/report)",
)
E233 = Code(
    id="E233",
    severity=Severity.ERROR,
    title="an address in this email tells on its reader",
    what="Looks for utm_ parameters on addresses that are not the publication’s own.",
    why="They say where a reader came from, to a site that you only cite.",
    example="https://port.example/report?utm_source=newsletter",
    instead="https://port.example/report",
)
E234 = Code(
    id="E234",
    severity=Severity.ERROR,
    title="a link to evidence or to the desk could be tracked",
    what="Looks for the provider’s mark against tracking on links to evidence; ways to write in confidence are never linked.",
    why="Who looks at the evidence, or writes in confidence, is nobody’s business.",
    example='<a href="https://archive.example/letter">, through a provider that counts clicks',
    instead='<a href="https://archive.example/letter" ses:no-track>',
)
E235 = Code(
    id="E235",
    severity=Severity.WARNING,
    title="this email has very many links",
    what="Counts places that links lead to: more than 60, or one of them more than 20 times; markers are not counted.",
    why="Filters take it for advertising, and readers follow none.",
    example="A list of 80 reports.",
    instead="One link to the list on the website.",
)
E236 = Code(
    id="E236",
    severity=Severity.ERROR,
    title="the place for the unsubscribe address is not right",
    what="Looks for the provider’s placeholder: once as a link in the HTML, once as a line of the text, and no more than the provider allows.",
    why="Readers could not leave, or would get somebody else’s address.",
    example='<a href="">Unsubscribe</a>',
    instead='<a href="{{unsubscribe_url}}">Unsubscribe</a>',
)
E237 = Code(
    id="E237",
    severity=Severity.ERROR,
    title="these words mean something to the mail provider",
    what="Looks for the syntax of the provider’s templates in subject and text, after escaping, and for any template syntax in the HTML.",
    why="Readers would get something else than you wrote, or each of them something different.",
    example="“Dear *|FNAME|*,” the letter began, sent through Mailchimp",
    instead="“Dear [first name],” or another provider",
)
E238 = Code(
    id="E238",
    severity=Severity.ERROR,
    title="the email does not say who sends it and how to leave",
    what="Looks for the way to unsubscribe, the postal address and the reason in both parts (CAN-SPAM, 16 CFR 316; PECR, regulation 23).",
    why="The law asks for it, and readers who find no way out report spam.",
    example="A foot without an address.",
    instead="email: {postal_address: 2 Quay Row, Port Sallow}",
)
E239 = Code(
    id="E239",
    severity=Severity.ERROR,
    title="the subject is not fit to be sent",
    what="1 to 78 characters on one line that read back as written (RFC 2047); more than 60, capitals only or !! are warnings.",
    why="Telephones show some 40 characters; filters count capitals and exclamation marks.",
    example="subject: READ THIS NOW!!",
    instead="subject: The port’s paper rest rule",
)
E240 = Code(
    id="E240",
    severity=Severity.ERROR,
    title="the first words of this email do not say what it is about",
    what="The standfirst’s first words come first, are not the subject again, and have 40 to 130 characters; fewer are a warning.",
    why="An inbox shows them beside the subject.",
    example="View online",
    instead="description: The harbour’s rest rule exists on paper only, say its pilots",
)
E241 = Code(
    id="E241",
    severity=Severity.ERROR,
    title="the parts of the message are not in order",
    what="Text first, then HTML (RFC 2046, 5.1.4); text with format=flowed in lines of at most 78 columns (RFC 3676), as the file beside it has it.",
    why="Programs show the last part they can; those for text show lines as they are.",
    example="A text part of one line a paragraph.",
    instead="Lines of 72 columns that end in a blank where they go on.",
)
E242 = Code(
    id="E242",
    severity=Severity.ERROR,
    title="a header that mailboxes ask for is missing or wrong",
    what="List-Id (RFC 2919), List-Unsubscribe with https, List-Unsubscribe-Post (RFC 8058) and Feedback-ID (Gmail’s reports on complaints) unless the provider writes them, Archived-At (RFC 5064), Message-ID, From, Content-Language.",
    why="Google and Yahoo ask bulk senders for one-click unsubscribing, and put the others into spam.",
    example="List-Unsubscribe: <mailto:leave@lantern.example>",
    instead="List-Unsubscribe: <https://…>",
)
E244 = Code(
    id="E244",
    severity=Severity.WARNING,
    title="an earlier issue has the same subject",
    what="Compares the subject with those of the issues before.",
    why="Gmail shows both as one conversation and may hide what repeats (mjmlio/mjml 2631).",
    example="subject: Our monthly briefing",
    instead="subject: What this issue found",
)
