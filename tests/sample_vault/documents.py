"""The texts behind the sample publication, all invented: what a vault holds, from which tests generate one.

``DOCUMENTS`` has the full text of every open or named source under its key; a form feed begins a new page.
``IDENTITIES`` are the private facts of sources that are described, or that appear nowhere: none of them may ever
occur in the project, so they serve as canaries.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Identity:
    """What the vault knows of a confidential source."""

    name: str
    alias: str
    email: str
    phone: str
    employer: str
    role: str
    never_say: tuple[str, ...]
    notes: str

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every string that must occur nowhere outside the vault."""
        return (self.name, self.alias, self.email, self.phone, self.employer, self.role, *self.never_say, self.notes)


def _paged(heading: str, pages: Mapping[int, str]) -> str:
    """A document with the given pages in full and a line in place of each page between them."""
    texts = (pages.get(number, "(tables and figures)") for number in range(1, max(pages) + 1))
    return "\f".join(f"{heading}\n{number}\n\n{text.strip()}\n" for number, text in enumerate(texts, start=1))


def _email(sender: str, to: str, date: str, subject: str, body: str) -> str:
    """A message as it lies in a mailbox."""
    headers = (
        f"From: {sender}",
        f"To: {to}",
        f"Date: {date}",
        f"Subject: {subject}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return "\n".join(headers) + "\n\n" + body.strip() + "\n"


_FERROW: Final = {
    "ferrow-preliminary-note": _paged(
        "Inspectorate of Navigation. Ferrow Lock, 14 May 2026: preliminary note. 29 May 2026.",
        {
            1: "This note states facts that are not in dispute. It is issued so that those who work and use remote locks have them.",
            2: """
The vessel is a dry cargo barge of 38 metres, built in 1986, carrying 210 tonnes of barley from Ostling to Skarne with a
crew of two. The lock was worked from the control room at Pellam, 41 kilometres distant. The vessel entered at 21.49, the
upper gates were closed at 21.51 and the lower paddles were raised by command at 21.52.
""",
            3: """
The first call of 'stop' was made on the lock's working channel at 21.54 and 10 seconds. Two further calls followed. The
paddles were closed by command from Pellam at 21.58 and 5 seconds. At no time in that interval was the stern of the
vessel in the view of a working camera. The level in the chamber fell by 1.1 metres between the first call and the
closing of the paddles. The vessel came to rest at an angle of 17 degrees by the bow.
""",
            4: """
The Inspectorate makes no finding at this stage as to the cause of the hanging. Nothing in this note should be read as
criticism of any person. The Inspectorate has required Orlish Waterways to preserve its recordings and records, and
expects to report in the autumn.
""",
        },
    ),
    "keld-interview": """
Interview notes. Jonas Keld, by the lockside at Ferrow, 1 June 2026. Recorded with his agreement.

Twenty-two years on the Vere & Ostling, fourteen of them with this boat. Nearly all with a keeper standing there.

You feel it in your feet before you see anything. There's a kind of a grumble. Then the rudder goes light. She was
hanging by the stern and the lock was still going down under her. I called stop three times. A voice told me to stand by.
Stand by for what, I said, but I don't think I pressed the button.

Asked about the keeper. Old Dav was here till November. He would have had the paddles down before I had the handset off
its hook. He used to stand on that stone there with his hand up.

Then we were on the ladder, the both of us, and the wheelhouse door was swinging.
""",
    "crail-statement-2026-06": """
To Locks & Levels, 2 June 2026, from Bettany Crail.

You may use the following.

A keeper hears a hull touch stone. Nobody has told us which camera does that. Our members did not oppose remote working
where a lock is quiet and a fall is small. We asked in 2024 for a list of the locks for which it was not suitable, and we
are still asking.
""",
    "waterways-on-ferrow-2026-06": """
Orlish Waterways press office, 3 June 2026.

1. Every remote locking is watched by a trained operator from beginning to end. The operator at Pellam followed the
procedure in force on the night, and closed the paddles as soon as the position of the vessel was understood.

2. The number of locks watched by one operator varies with traffic. The usual number is two, and never more than three.

3. The letter from the barge owners has been received. The request in it is being considered alongside the inquiry.

4. The cost to Waterways so far is 190,000 crowns, without claims.

5. The date for the three locks at Cowle stands.
""",
    "barge-owners-letter-2026-05": """
Ostling Barge Owners' Association
26 May 2026

To the chief executive, Orlish Waterways

Ferrow Lock

You will have the note of our meeting on the 20th. Until the cause is known, our members ask for a keeper at the
lockside for every loaded descent after dark, at Ferrow and at every other remote lock with a fall of more than three
metres.

We make no claim about blame. We note that the vessel is 40 years old, has been down Ferrow some 3,000 times, and had not
touched that cill before.

Thirty-four vessels were held above and below the lock for up to nine days. Our first estimate of what that cost the
members is 310,000 crowns. A schedule will follow.

Tobin Askrey
Chair
""",
}

_SUMMIT: Final = {
    "summit-water-paper": _paged(
        "Orlish Waterways. Board paper OW/26/31. Water resources and the Summit pound. 11 June 2026.",
        {
            1: "For the board's meeting of 11 June 2026. Public.",
            13: """
Demand in a normal summer week is 105 million litres a day: 61 for lockings, 22 for leakage at gates and paddles, 14 for
seepage and evaporation, and 8 for sales to farms and mills.
""",
            14: """
Measured leakage through gates and paddles at the 49 Summit locks is now 22 million litres a day, against 13 million in
2019. Each year in which gates are not renewed adds about 1.3 million litres a day. The measurement was made by closing
each pound in turn for six hours in March, and is thought good to within a tenth.
""",
            15: """
Of the 98 pairs of gates on the canal, 36 are beyond the 25 years for which they were built. The oldest pairs, at Sandal
Top, were hung in 1983 and have been caulked every winter since 2011. Caulking lasts about seven months.
""",
            17: """
Three pumps at Sandal would cost 3.2 million crowns to install. They would cost 2.1 million crowns a year to run at
present prices, and would return less water than is lost through the gates of the same flight. They have the merit that
they can be installed without a stoppage.
""",
        },
    ),
    "reservoir-bulletin-2026-06-29": """
Orlish Waterways. Weekly reservoir bulletin, Monday 29 June 2026. Holdings on Sunday 28 June, in million litres.

Thorl          capacity 4,200   held 1,890   45 per cent   (a year ago 71)
Upper Thorl    capacity 2,600   held 1,300   50 per cent   (a year ago 78)
Penny Moss     capacity 1,090   held   438   40 per cent   (a year ago 69)
Together       capacity 7,890   held 3,628   46 per cent   (a year ago 73)
""",
    "lunn-interview-2026-06": """
Notes of a conversation with Petra Lunn at Penny Moss dam, 30 June 2026.

Rain in June wets the ground and goes no further. People see a wet week and ring me up to say, well, that's that then. By
the time a boater sees the level drop, the winter that caused it is over. I can't mend a gate with a forecast. What I can
do is make each lockful carry more boats, and that's what the padlocks are for.

She said she had seen the paper, and had written pages 13 and 14 of it.
""",
    "askrey-statement-2026-07": """
From Tobin Askrey, for publication, 1 July 2026.

Our members are told at every lock that water is short. They can hear where it goes. We do not complain about the order
to share locks, from which freight is exempt. We ask only that the people who pay tolls should be told when the gates
will be done.
""",
    "waterways-on-leakage-2026-07": """
Orlish Waterways press office, 1 July 2026.

We do not accept that leakage is the cause of the present restrictions. The catchment had 58 per cent of its usual rain
between December and April, and no gate would have held water that did not fall.

Of the 14 pairs of gates in last winter's programme for the Summit Canal, eight were hung. The other six have been
re-phased.
""",
}

_EMAILS: Final = {
    "control-room-email-2025-06": _email(
        "[redacted] <[redacted]@waterways.example>",
        "Osric Venning <o.venning@waterways.example>",
        "Tue, 17 Jun 2025 16:12:09 +0100",
        "Cameras, before the board",
        """
Osric,

You asked for a plain answer on cameras before the July board, so here it is.

At nine of the 24 locks on the desk the chamber camera cannot see the cill once the light goes. Ferrow and Breckon have
the same trouble in a low sun. My operators know this and work round it by listening to the radio and counting the
seconds. That is a habit, not a procedure. It is not written down anywhere, because if it were written down somebody
would have to sign it.

We are working blind at those nine after dark. I would not say so in a paper but I will say it to you. The lamps that
Brackmoor fitted in April have made matters worse at four of them, because the glare off the wet stone floods the picture.

What I am asking for is a keeper at the lockside at the nine, for every loaded boat going down at night, until the
cameras can be moved. On my sums that is 11 posts and about 640,000 crowns a year. I know what that does to the business
case. I am content for this to go to the board as it stands.

[redacted]
Control room manager, Pellam

> On 16 Jun 2025, at 09:30, Osric Venning wrote:
> Can you let me have a line on camera coverage for the risk table?
> Something we can all live with.
""",
    ),
    "venning-email-2025-06": _email(
        "Osric Venning <o.venning@waterways.example>",
        "[redacted] <[redacted]@waterways.example>",
        "Thu, 19 Jun 2025 08:02:41 +0100",
        "Re: Cameras, before the board",
        """
Thanks for this, and for the frankness.

I don't want to put a list of locks in front of the board. Coverage is a matter of degree and we have a supplier under
contract to improve it. Please take 'blind' out of anything that goes further than the two of us.

The posts are not possible this year. Happy to talk.

O.

> On 17 Jun 2025, at 16:12, [redacted] wrote:
> We are working blind at those nine after dark.
""",
    ),
    "camera-paper-2025-07": _paged(
        "Orlish Waterways. Board paper OW/25/38. Remote working, second progress report. 10 July 2025.",
        {
            1: "For the board's meeting of 10 July 2025. Public.",
            6: """
Risk 4: visibility. Camera coverage is complete at all 24 sites and is kept under review. Owner: director of operations.
Rating: green.

Risk 5: recruitment at Pellam. Six of 29 posts are vacant. Rating: amber.
""",
        },
    ),
    "brackmoor-email-2025-09": _email(
        "Project office <projects@brackmoor.example>",
        "Remote working <remote@waterways.example>",
        "Thu, 4 Sep 2025 11:47:00 +0100",
        "Chamber cameras, indicative",
        """
Dear all,

Further to the site visits. To re-site the nine chamber cameras on the offside wall we would be looking at about 11
weeks' work and 212,000 crowns, most of it scaffolding. The price holds for 90 days.

We would need each chamber empty for two days.

Regards
Project office
""",
    ),
    "venning-statement-2026-07": """
Osric Venning, 29 July 2026. For attribution.

I regret the wording of a short email written between two meetings. I was asking for care with language, and I can see
that it reads as something else.

The board was told that coverage was under review because it was under review. Nobody who raised a concern with me was
asked to withdraw it.

I have offered to discuss all this with the Inspectorate.
""",
    "inspectorate-statement-2026-07": """
Inspectorate of Navigation, 28 July 2026. A spokesperson said:

In May we asked Orlish Waterways for all its correspondence on camera coverage at remote locks. We did not receive these
emails, and we have asked why. We will not comment further while the inquiry is open.
""",
    "brackmoor-statement-2026-07": """
Brackmoor Controls, 28 July 2026.

All lamps supplied in 2025 were positioned as the customer directed. We do not discuss prices. We are co-operating with
the Inspectorate.
""",
    "crail-interview-2026-07": """
Telephone interview, Bettany Crail, 27 July 2026. Read the emails to her first.

(Long pause.) I didn't know that. It was 11 people. They had the sum in front of them, in writing, from the person who
ran the room. I have sat across a table from them for a year being told nobody had ever asked for a keeper back.
""",
    "waterways-on-emails-2026-07": """
Orlish Waterways press office, 29 July 2026.

The emails were released on 17 July. The order for moving the nine cameras was placed on 21 July, and the work will be
done lock by lock. The three locks at Cowle will join the desk when the executive is satisfied that they should.

On attendance at the nine locks after dark: the position is being kept under review.
""",
}

_GATES: Final = {
    "harl-letter-2026-08": """
Dunnick Gateworks
10 August 2026

To the director of operations, Orlish Waterways

Six pairs of gates, order OW/G/24/14

I write about the six pairs which were ready for you between November and February and are still in my yard. Green oak
that is built tight and left standing through a summer is no longer a tight gate. We have kept sacking on the six pairs
and a hose on the sacking since April, at our own expense, because nobody at Waterways could tell us whose budget a hose
would come from. It is seen to morning and evening.

We were asked for gates in a hurry and we delivered them in a hurry. I should be glad to know which locks they are to go
on, and in which year.

From 24 August the contract allows us to charge for storage, at 1,150 crowns a week for each pair. We have not yet sent a
bill, since we do not know whom to send it to.

Wenna Harl
Managing director
""",
    "stoppage-register-2025-26": """
Orlish Waterways. Register of stoppages, Summit Canal, November 2025 to March 2026. Published 20 April 2026.

Lock-weeks closed, by work entered:
Cables, cameras and control cabinets (remote working)   19
Gates                                                   10
Other                                                    4
Total                                                   33

Sandal Top           booked 12 January    gates       entered: cameras
Sandal 2             booked 19 January    gates       entered: cameras
Sandal 5             booked 26 January    gates       entered: control cabinet
Penny Moss Bottom    booked 9 February    gates       entered: cables
Cowle 3              booked 2 March       gates       not closed
Cowle 4              booked 9 March       gates       not closed
""",
    "ministry-grant-release": """
Ministry of Works, 6 May 2025: Six million crowns for safer, smarter locks

The Ministry of Works has today announced a grant of 6.2 million crowns to Orlish Waterways for the remote working of
locks. The grant must be spent in full by 31 March 2026 and may not be carried over.

The minister said that nobody should have to stand in the rain in order that a boat may go downhill.
""",
    "waterways-on-gates-2026-08": """
Orlish Waterways press office, 26 August 2026.

The winter programme was re-phased so that the works of greatest benefit were done first. All six pairs have been
inspected, are sound, and will be hung in the coming winter.

In answer to your second question, the inspection was made in July, by photograph.

In answer to your third, the order of the works was agreed by the executive as a whole.

The future of day opening at Sandal will be decided in September in the light of the levels.
""",
    "askrey-interview-2026-08": """
Notes, Tobin Askrey, by telephone from Ostling basin, 25 August 2026.

Eleven of the members go over the top every week. Three have been stopped at Sandal this month, freight or no freight,
because there wasn't the depth.

I have nothing against the cameras. If they are as good as we are told, I should like one pointed at the leak.
""",
    "reservoir-bulletin-2026-08-24": """
Orlish Waterways. Weekly reservoir bulletin, Monday 24 August 2026. Holdings on Sunday 23 August, in million litres.

Thorl          capacity 4,200   held 1,302   31 per cent   (a year ago 60)
Upper Thorl    capacity 2,600   held   858   33 per cent   (a year ago 66)
Penny Moss     capacity 1,090   held   283   26 per cent   (a year ago 57)
Together       capacity 7,890   held 2,443   31 per cent   (a year ago 62)
""",
}

_COMMITTEE: Final = {
    "works-committee-2026-09": """
Assembly of Orlay. Public Works Committee. PW 112. Remote working of locks: oral evidence, 16 September 2026.

Q8  Alys Odgate: You have both emails in front of you. I do not propose to read them out.

Q9  Alys Odgate: I will ask one thing about them. Who took the word out?

Osric Venning: I did. I thought it was a manager's word and not a board's word. I would write that reply differently now.

Q14  Alys Odgate: Ms Tollish, when did you learn that nine locks could not be seen at night?

Ragna Tollish: In July of this year, when everybody did. I read the paper I was given. It told me coverage was complete. I
had no reason to suppose that there was a second account, and nobody came up the stairs to give me one.

Q15  Alys Odgate: How many flights of stairs would that have been?

Ragna Tollish: One.

Q27  Alys Odgate: Where are the cameras now?

Osric Venning: Seven of the nine have been moved. The other two want scaffolding in the chamber, so they want a stoppage.
Those are Ferrow and Breckon.

Q29  Alys Odgate: And the 11 posts?

Osric Venning: I would rather see the Inspectorate's report. I do not want to put people back at nine locks in September
and be told in October that it should have been twelve.

Q31  Alys Odgate: Ms Solley, when did you first see these emails?

Ingrith Solley: On 18 May we asked for every record on camera coverage, in those terms. I learned of these two from a
newsletter. I have looked up whether that has happened before. I do not say that anybody hid them. I
say that a regulator should not have to subscribe.

Q38  Alys Odgate: Mr Venning, why were they not produced?

Osric Venning: We searched the project's folders, which is where records of the project ought to be. The emails were in
mailboxes. That will change.
""",
    "tollish-departure-notice": """
Orlish Waterways, 22 September 2026: Changes at the executive

Ragna Tollish will leave Orlish Waterways on 30 September. The board thanks her for five and a half years of steady
progress. Osric Venning, director of operations, will act as chief executive from 1 October. The post will be advertised
in the new year.
""",
    "tollish-staff-message": _email(
        "Ragna Tollish <chief.executive@waterways.example>",
        "All staff <everyone@waterways.example>",
        "Tue, 22 Sep 2026 10:00:00 +0100",
        "Leaving",
        """
Dear all,

You will read that I am going because of Ferrow. I am going because I was asked a question about my own organisation and
did not know the answer, and I found that I minded.

Please look after the keepers. We are going to need more of them than I thought.

Ragna
""",
    ),
    "crail-statement-2026-09": """
From Bettany Crail, 23 September 2026, on the evidence of Mr Venning.

Twelve would have been a perfectly good answer. We were never precious about the number.
""",
    "waterways-on-hearing-2026-09": """
Orlish Waterways press office, 23 September 2026.

The chief executive's departure was her own decision and had been under discussion since the spring. The board has
confidence in the executive. We have nothing to add to the evidence given to the committee.
""",
}

_REPORT: Final = {
    "ferrow-report": _paged(
        "Inspectorate of Navigation. Report on the hanging of the barge Constance at Ferrow Lock on 14 May 2026. 15 October 2026.",
        {
            1: "Laid before the Assembly by the chief inspector of navigation.",
            4: """
Summary. The vessel hung because she was late in moving up the chamber and nobody could see that she was late. The
operator on duty did what he had been taught, and what everyone around him did. We make no criticism of him.
""",
            21: """
In the absence of a view, operators judged the position of a vessel by the time that had passed since the paddles were
raised. A loaded barge and a light one behave alike for the first minute and a half. The difference shows later, when the
ledge is already bare.
""",
            22: """
Counting is not observation. It was taught at the desk by each operator to the next, it appears in no procedure, and it
had not failed before because it had not before met a vessel that was late in moving up.
""",
            24: """
The line fouled on a ladder rung and took 40 seconds to clear. The master said so on the working channel at 21.52 and 30
seconds. The call is on the recording. It was heard, and taken for conversation.
""",
            27: """
On 22 nights in June and July inspectors sat at the desk at Pellam and watched 240 descents at nine locks. The cill could
be seen in 40: Ferrow 0 of 30, Breckon 2 of 30, Lower Dunnick 3 of 28, Askwater 3 of 24, Marl Junction 4 of 30, Cross
Hythe 5 of 26, Skarne Upper 6 of 24, Tollbar 8 of 24, Pell Mill 9 of 24.
""",
            31: """
The cameras were supplied to a specification of 41 pages dated October 2023. It requires a clear picture of the gates,
the paddles, the landing stages and the car park. The word 'cill' does not occur in it.
""",
            44: """
Recommendation 11: a stop control at each lockside, within reach of a crew. We put the cost at about 4,000 crowns a lock.
Recommendation 12: that no operator watch more than two locks at a time.
""",
        },
    ),
    "solley-interview-2026-10": """
Interview, Ingrith Solley, at the Inspectorate, 16 October 2026. On the record throughout.

Asked which of the 12 mattered. All of them. But people like a cheap one. The cheapest thing in the report is a red button
on a post. I have asked why it is the hard one, and I am told that somebody might press it. Yes. That is the point of it.
""",
    "venning-statement-2026-10": """
Osric Venning, acting chief executive, 20 October 2026.

We have read the report with care and we accept what it says about us. An organisation that could not see something had
got used to not seeing it, and that is a failure of management and nobody else's.

I took part in that. I intend to be judged by what is different in a year.

Ten of the 12 recommendations are accepted. We are considering the eleventh and the twelfth. Keepers will attend the nine
locks after dark from 2 November, in 14 posts, at a cost of 830,000 crowns a year.
""",
    "marrable-statement-2026-10": """
Lucan Marrable, managing director, Brackmoor Controls, 20 October 2026.

Our cameras met the specification we were given, and still do. We would have been glad to be asked about the cill. We are
happy to quote.
""",
    "crail-interview-2026-10": """
Telephone interview, Bettany Crail, 19 October 2026.

We'll fill all 14 from within, no trouble. There is no shortage of people who want to stand beside a lock and look at it.
There was a shortage of people willing to pay for it.
""",
    "keld-interview-2026-10": """
Notes of a call with Jonas Keld, 19 October 2026.

Went down Ferrow on Thursday night, first time since. There was a keeper, on overtime, with a lamp. He told me I was clear
of the cill. I knew I was. I liked hearing it.
""",
}

_WINTER: Final = {
    "winter-list-paper": _paged(
        "Orlish Waterways. Board paper OW/26/58. Stoppages for the winter of 2026-27. 5 November 2026.",
        {
            1: "For the board's meeting of 5 November 2026. Public.",
            2: "The board is asked to approve 24 stoppages in place of the 38 proposed in July.",
            8: """
The shortfall in the year is 1.70 million crowns: lockside attendance 830,000, tolls forgone in the summer restrictions
510,000, and Ferrow, including claims settled, 360,000.
""",
            9: """
Fourteen stoppages are put off: five on the Vere & Ostling, five on the Summit and four on the Marl Cut. None of the 14
carries a risk that the chief engineer regards as intolerable before the winter of 2028. The lower gates at Skarne sea
lock are among them.
""",
            10: """
The six pairs at Dunnick will save about 300,000 litres a day each, or 1.8 million litres in all.
""",
            11: """
Members will want to weigh the saving against what follows it. Deferral is cheap in the year in which it happens. The 14
stoppages will cost an estimated 12 per cent more in 2028.
""",
        },
    ),
    "ministry-letter-2026-11": """
Ministry of Works
2 November 2026

To the acting chief executive, Orlish Waterways

Thank you for your letter of 12 October. The ministry expects the cost of lockside attendance to be met from within the
existing settlement. It notes that attendance was a cost which remote working was intended to remove. It will be glad to
see your estimates for the coming year in the usual form.
""",
    "venning-statement-2026-11": """
Osric Venning, acting chief executive, 18 November 2026.

I have no quarrel with the arithmetic in the ministry's letter, and I shall ask again in the spring.

We chose to keep people at the locks and to do fewer repairs, in that order. I would rather explain a late gate to the
Assembly than explain another Ferrow.
""",
    "waterways-on-closures-2026-11": """
Orlish Waterways press office, 18 November 2026.

The lower gates at Skarne sea lock are safe, and slow. They were examined by a diver in October. The padlocks were taken
off the Sandal flight on 30 October.
""",
    "harl-interview-2026-11": """
Notes, Wenna Harl, in the yard at Dunnick, 16 November 2026.

They rang on a Tuesday to ask whether the gates would still fit. I said the gates had not gone anywhere. It was the lock I
would measure.

Two pairs opened at the joints, so we took them down and drew them up again. Eighty-three thousand crowns, and they'll
pay. That is about what they would have owed us for storage. We have decided to find it funny.
""",
    "lunn-interview-2026-11": """
Petra Lunn, by telephone, 17 November 2026.

Sixty-two per cent. It is enough to be calm about. Ask me again in February. February is when I earn my money.
""",
    "reservoir-bulletin-2026-11-16": """
Orlish Waterways. Weekly reservoir bulletin, Monday 16 November 2026. Holdings on Sunday 15 November, in million litres.

Thorl          capacity 4,200   held 2,604   62 per cent   (a year ago 70)
Upper Thorl    capacity 2,600   held 1,664   64 per cent   (a year ago 74)
Penny Moss     capacity 1,090   held   623   57 per cent   (a year ago 66)
Together       capacity 7,890   held 4,891   62 per cent   (a year ago 71)
""",
    "phase-two-notice": _paged(
        "Orlish Waterways. Remote working of locks, second phase. Notice and specification OW/T/26/07. 26 October 2026.",
        {
            1: "Thirty-three locks, by 31 December 2029. Estimated value 21 million crowns. Replies by 20 November 2026.",
            12: """
Each site shall give the operator a continuous view of the cill, by day and by night, in every state of the chamber. A
stop control shall be provided at each lockside within reach of a crew.
""",
        },
    ),
}

DOCUMENTS: Final[Mapping[str, str]] = {**_FERROW, **_SUMMIT, **_EMAILS, **_GATES, **_COMMITTEE, **_REPORT, **_WINTER}
"""The text of every open or named source, by its key."""

IDENTITIES: Final[Mapping[str, Identity]] = {
    "anon-4h7p": Identity(
        name="Thessaly Quorndike-Vane",
        alias="Tessie Q",
        email="t.quorndike@lanternmail.example",
        phone="+44 7700 900417",
        employer="Orrery Staffing (Pellam) Partnership",
        role="relief desk supervisor, green watch",
        never_say=("Quorndike", "the wedding at Hallowby", "shift 27C"),
        notes="Met twice in the tea room of the Pellam bowls club; showed rosters on her own telephone.",
    ),
    "anon-w2k9": Identity(
        name="Barnaby Eisenthwaite",
        alias="Old Eiso",
        email="eisenthwaite.b@lanternmail.example",
        phone="+44 7700 900562",
        employer="Wharfedge Scheduling Bureau",
        role="deputy planner of stoppages",
        never_say=("Eisenthwaite", "the green ledger", "retires at Candlemas"),
        notes="Keeps a copy of the January schedule with the initials of whoever altered it.",
    ),
    "anon-q8d3": Identity(
        name="Ottoline Praxmarer",
        alias="Lina P",
        email="o.praxmarer@lanternmail.example",
        phone="+44 7700 900839",
        employer="Assembly Procurement Chancery",
        role="second clerk of returns",
        never_say=("Praxmarer", "the blue folder on the fourth floor"),
        notes="Read the returns aloud from the register; one page, one signature.",
    ),
    "sealed/hollin": Identity(
        name="Fenwick Abelhauser-Stroud",
        alias="Hollin",
        email="abelhauser@lanternmail.example",
        phone="+44 7700 900276",
        employer="Vere Valley Divers’ Cooperative",
        role="inspection diver, third class",
        never_say=("Abelhauser", "the second dive log"),
        notes="Lent us the log for an afternoon. Nothing from it has been used.",
    ),
}
"""Confidential sources by their folder in the vault; the last is sealed and so has no file in the register."""
