"""A small archive, built by hand from public values, in which every block, inline and note form occurs at least once.

Everything in it is invented.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from briefing.model import (
    Alignment,
    Archive,
    Author,
    BulletList,
    Cadence,
    Checking,
    Citation,
    CitationMark,
    CodeBlock,
    CodeSpan,
    Contact,
    Correction,
    CorrectionKind,
    DisplayedQuotation,
    Divider,
    Document,
    EmailOptions,
    Emphasis,
    External,
    Extract,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Html,
    Imprint,
    Internal,
    Issue,
    LineBreak,
    Link,
    Note,
    NoteGroup,
    NoteReference,
    OrderedList,
    Page,
    Paragraph,
    Passage,
    Publication,
    PublicPerson,
    PublicRole,
    PublicSource,
    Pulled,
    PullQuote,
    Quotation,
    Quoted,
    Sender,
    Strong,
    Table,
    Text,
    Topic,
)

_ZONE = ZoneInfo("Europe/London")
_AUTHOR = Author("harbour-editor", "Ines Calloway", "ines@lantern.example")
_SAFETY = Topic("safety", "Safety")


def sample_archive() -> Archive:
    """Two invented issues of an invented bulletin on harbour pilotage; the second holds every form of copy."""
    return _sample()


@cache
def _sample() -> Archive:
    """The same each time, and nobody can change it: made once."""
    publication = Publication(
        title="The Pilotage Lantern",
        url="https://lantern.example/bulletin/",
        description="A fortnightly briefing on harbour pilotage & its oversight",
        language="en-GB",
        timezone=_ZONE,
        strapline="Our fortnightly briefing on pilotage, pilots and the boards that pay them — write to us in confidence.",
        authors=(_AUTHOR,),
        topics=(_SAFETY, Topic("money", "Money")),
        contact=Contact(email="confidential@lantern.example", signal="lantern.01"),
        imprint=Imprint("Lantern Press (fictional)", "2 Quay Row, Port Sallow", "Ines Calloway"),
        cadence=Cadence("2 weeks", "friday", "07:00"),
        sender=Sender(
            name="The Pilotage Lantern",
            address="bulletin@lantern.example",
            postal_address="2 Quay Row, Port Sallow",
            reason="You get this because you subscribed to The Pilotage Lantern.",
            list_id="bulletin.lantern.example",
        ),
    )
    pages = (
        Page("about/", "About", "What the Lantern is", Html("<p>An invented bulletin, for tests.</p>")),
        Page("", "The Pilotage Lantern", "", Html("<p>News of pilots &amp; boards.</p>")),
    )
    return Archive(publication, (_first(), _second()), pages, _sources(), _people())


def _sources() -> tuple[PublicSource, ...]:
    document = Document(
        "The Harbour Board states:\n\nRosters are not a matter for the board. We read every letter.\n\fWe act on those we can.\n",
        (Passage(2, "q-10000002", ((39, 65),)), Passage(2, "q-10000003", ((67, 88), (90, 113)))),
    )
    return (
        PublicSource(
            "guild-letter", "letter", "Sallow Pilots’ Guild, letter to the Harbour Board, March 2031", people=("guild",)
        ),
        PublicSource(
            "venn-reply",
            "statement",
            "Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031",
            title="Answers & figures",
            url="https://board.example/statement?a=1&b=2",
            archive_url="https://archive.example/board",
            accessed="15 May 2031",
            licence="Open <Board> Licence",
            people=("orla-venn",),
            document=document,
        ),
    )


def _people() -> tuple[PublicPerson, ...]:
    roles = (PublicRole("deputy harbour master", "2028", "December 2030"), PublicRole("chair of the Harbour Board", "2031"))
    return (
        PublicPerson("guild", "Sallow Pilots’ Guild", "The Guild of Pilots of Port Sallow"),
        PublicPerson("orla-venn", "Orla Venn", roles=roles),
    )


def _first() -> Issue:
    day = datetime(2031, 5, 2, 7, 0, tzinfo=_ZONE)
    return Issue(
        number=1,
        id="tag:lantern.example,2031-05-02:1",
        slug="night-berthing",
        title="Night berthing resumes at Port Sallow",
        description="The board has let large ships berth after dark again, four months after it stopped them.",
        published=day,
        updated=day,
        authors=(_AUTHOR,),
        topics=(_SAFETY,),
        language="en-GB",
        body=(
            Paragraph(
                "p-00000001", (Text("Ships of more than 200 metres may berth at night again, the board decided on Monday."),)
            ),
        ),
        quotations=(),
        citations=(),
        notes=(),
        footnotes=(),
        pulls=(),
        corrections=(),
        email=EmailOptions("Night berthing resumes at Port Sallow"),
    )


def _second() -> Issue:
    return Issue(
        number=2,
        id="tag:lantern.example,2031-05-16:2",
        slug="pilot-hours",
        title="Pilots’ rosters & the ‘paper’ rest rule",
        description="Letters seen by the Lantern show that the board knew its rest rule was not kept <at night>.",
        kicker="Rosters",
        published=datetime(2031, 5, 16, 7, 0, tzinfo=_ZONE),
        updated=datetime(2031, 5, 20, 0, 0, tzinfo=_ZONE),
        authors=(_AUTHOR,),
        topics=(_SAFETY,),
        language="en-GB",
        follows=1,
        aliases=("old/pilot-hours/",),
        email=EmailOptions("Pilots’ rosters & the ‘paper’ rest rule"),
        citations=(
            Citation((NoteReference(1),)),
            Citation((NoteReference(1, "p. 4"), NoteReference(2))),
            Citation((NoteReference(3),)),
            Citation((NoteReference(4),)),
            Citation((NoteReference(2),)),
        ),
        notes=(
            Note(
                1,
                NoteGroup.DOCUMENTS,
                "Sallow Pilots’ Guild, letter to the Harbour Board, March 2031",
                "guild-letter",
                checked="Checked word for word against the letter, with cuts marked.",
            ),
            Note(
                2,
                NoteGroup.STATEMENTS,
                "Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031",
                "venn-reply",
                url="https://board.example/statement?a=1&b=2",
                archive_url="https://archive.example/board",
                accessed="15 May 2031",
            ),
            Note(3, NoteGroup.OTHER, "a person who has seen the rosters", None),
            Note(4, NoteGroup.OTHER, "a person who has seen the rosters", None),
        ),
        quotations=(
            Quotation(
                "q-10000001",
                (
                    "“Since January no pilot on the night turn has had the eleven hours…",
                    "“We call it a paper rule, and we ask you to say so.”",
                ),
                displayed=False,
                citation=0,
                speaker="Sallow Pilots’ Guild",
                speaker_id="guild",
                verdict=Checking.CUT,
            ),
            Quotation(
                "q-10000002",
                ("“not a matter for the board”",),
                displayed=False,
                citation=1,
                speaker="Orla Venn",
                speaker_id="orla-venn",
            ),
            Quotation(
                "q-10000003",
                ("“We read every letter.", "“We act on those we can.”"),
                displayed=True,
                citation=4,
                speaker="Orla Venn",
                speaker_id="orla-venn",
                attribution="Orla Venn, chair of the Harbour Board",
            ),
        ),
        pulls=(
            PullQuote("We call it a paper rule", 0, "Sallow Pilots’ Guild", "", "letter to the Harbour Board", "March 2031"),
            PullQuote("nobody counts the hours", None),
        ),
        footnotes=(
            Footnote("a", (Paragraph("", (Text("A turn is twelve hours, "), Emphasis((Text("dock to dock"),)), Text("."))),)),
        ),
        corrections=(
            Correction(
                date(2031, 5, 20), CorrectionKind.CORRECTION, major=True, text="The letter is of March.", was="April", now="March"
            ),
            Correction(date(2031, 5, 18), CorrectionKind.CLARIFICATION, major=False, text="A turn can also begin at sea."),
        ),
        body=(
            Paragraph(
                "p-00000002",
                (
                    Text("A fortnight ago we "),
                    Link(Internal("issues/night-berthing/"), (Text("reported"),)),
                    Text(" on night\u00a0berthing. The guild wrote: "),
                    Quoted(0, 0, (Text("“Since January no pilot on the night turn has had the eleven hours…"),)),
                ),
            ),
            Paragraph(
                "p-00000003",
                (
                    Quoted(
                        0, 1, (Text("“"), Pulled(0, (Text("We call it a paper rule"),)), Text(", and we ask you to say so.”"))
                    ),
                    CitationMark(0),
                ),
            ),
            Heading("a-paper-rule", 2, (Text("A ‘paper’ rule"),)),
            Paragraph(
                "p-00000004",
                (
                    Text("The chair said rosters were "),
                    Quoted(1, 0, (Text("“"), Emphasis((Text("not"),)), Text(" a matter for the board”"))),
                    CitationMark(1),
                    Text(". At sea, it seems, "),
                    Pulled(1, (Text("nobody counts the hours"),)),
                    FootnoteMark(0),
                    Text(" — "),
                    Strong((Text("nobody"),)),
                    Text(" at all."),
                ),
            ),
            DisplayedQuotation(
                2,
                (
                    Paragraph("", (Quoted(2, 0, (Text("“We read every letter."),)),)),
                    Paragraph("", (Quoted(2, 1, (Text("“We act on those we can.”"),)),)),
                ),
                citation=4,
            ),
            Paragraph(
                "p-00000005",
                (Text("Rosters are altered after the fact."), CitationMark(2), Text(" Some twice."), CitationMark(3)),
            ),
            Heading("figures", 3, (Text("The figures"),)),
            Table(
                (Alignment.LEFT, Alignment.RIGHT),
                ((Text("Month"),), (Text("Short rests"),)),
                (((Text("March"),), (Text("41"),)), ((Text("April"), Text(" & May")), (Strong((Text("63"),)),))),
            ),
            Figure("assets/rests.png", "Short rests by month, rising from 41 to 63", (Text("Short rests, by month"),)),
            BulletList(
                (
                    (Paragraph("", (Text("the guild"),)),),
                    (
                        Paragraph("", (Text("the board, which"),)),
                        OrderedList(3, ((Paragraph("", (Text("pays"),)),), (Paragraph("", (Text("plans"),)),))),
                    ),
                )
            ),
            Divider(),
            Extract((Paragraph("p-00000006", (Text("Rule 9: eleven hours of rest in every twenty-four."),)),)),
            CodeBlock("rest >= 11\nif night: rest += 1", "text"),
            Paragraph(
                "p-00000007",
                (
                    Text("The rule’s name is "),
                    CodeSpan("rule_9 <rest>"),
                    Text("."),
                    LineBreak(),
                    Text("Write to "),
                    Link(External("https://guild.example/?q=1&r=2"), (Text("the guild"),)),
                    Text(" {{ nothing }} *|X|* %y%."),
                ),
            ),
        ),
    )
