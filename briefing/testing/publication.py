"""An invented publication as files: settings, people, sources of every level, and one issue with every form of copy.

Whatever a test does not bring itself is taken from here, so that it need only write the copy it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SURROUNDINGS: Mapping[str, str] = MappingProxyType(
    {
        "mkdocs.yml": """\
site_name: The Pilotage Lantern
site_url: https://lantern.example/bulletin/
site_description: An invented bulletin on harbour pilotage
docs_dir: content
plugins:
  - briefing:
      timezone: Europe/London
      cadence: {every: 2 weeks, on: friday, at: "07:00"}
      topics: {safety: Safety, money: Money}
      authors: {harbour-editor: {name: Ines Calloway}}
      email:
        from: {name: The Pilotage Lantern, address: bulletin@lantern.example}
        postal_address: 2 Quay Row, Port Sallow
""",
        "sources/people.yml": """\
# Everyone here is invented.
guild: {name: Sallow Pilots’ Guild, later: the guild}
board: {name: Harbour Board, later: the board}
orla-venn:
  name: Orla Venn
  later: Ms Venn
  roles: [{role: chair of the Harbour Board, from: 2031}]
""",
        "sources/guild-letter.yml": """\
kind: letter
level: named
author: guild
to: board
issued: 2031-03
obtained: {by: leaked}
describe: Sallow Pilots’ Guild, letter to the Harbour Board, March 2031
evidence: [letter.txt]
""",
        "sources/rest-report.yml": """\
kind: report
level: open
title: Rest and rosters
publisher: Harbour Board
issued: 2031-04-11
url: https://board.example/rest-report
evidence: [report.txt]
""",
        "sources/venn-reply.yml": """\
kind: statement
level: named
author: orla-venn
to: us
issued: 2031-05-14
evidence: [statement.txt]
""",
        "sources/anon-7k2q.yml": """\
kind: testimony
level: described
describe: a person who has seen the rosters
""",
    }
)
"""What a desk has when a test brings nothing: two public sources and a statement, one described source, no issues."""

EVERY_FORM: Mapping[str, str] = MappingProxyType(
    {
        "content/assets/rests.png": "",
        "content/issues/2031-05-02-night-berthing.md": """\
---
title: Night berthing resumes at Port Sallow
issue: 1
description: The board has let large ships berth after dark again, four months after it stopped them.
topics: [safety]
---

Ships of more than 200 metres may berth at night again, the board decided on Monday.
""",
        "content/issues/2031-05-16-pilot-hours.md": """\
---
title: Pilots’ rosters & the ‘paper’ rule
issue: 2
description: Letters seen by the Lantern show that the board knew its rest rule was not kept at night.
author: harbour-editor
kicker: Rosters
topics: [safety, money]
series: Rest
follows: 1
replies: {board: "@venn-reply"}
corrections:
  - {on: 2031-05-20, kind: correction, significance: major, text: The letter is of March., was: April, now: March}
---

A fortnight ago we [reported](2031-05-02-night-berthing.md) on night berthing. The guild wrote:

“Since January no pilot on the night turn has had the eleven hours…

“==We call it a paper rule==, and we ask you to say so.” [@guild-letter, p. 4]

## ‘Rarely altered’

The board’s own report says that rosters are “*rarely* altered”. [@rest-report, p. 7; @guild-letter] At sea, **nobody** counts.[^turn]

> “We read every letter.
>
> “We act on those we can.”
>
> — Orla Venn, chair of the Harbour Board [@venn-reply]

Rosters are altered after the fact. [@anon-7k2q]

### The figures

| Month | Short rests |
|:--|--:|
| March | 41 |
| April | **63** |

![Short rests by month, rising from 41 to 63](../assets/rests.png "Short rests, by month")

- the guild
- the board, which

    3. pays
    4. plans

---

> Rule 9: eleven hours of rest in every twenty-four.

```text
rest >= 11
```

The rule’s name is `rule_9 <rest>`.\\
Write to [the guild](https://guild.example/?q=1&r=2).

[^turn]: A turn is twelve hours, *dock to dock*.
""",
        "drafts/2031-06-13-tugs.md": """\
---
title: Tugs are next
issue: 3
date: 2031-06-13
draft: true
description: The board has asked two firms what a third tug would cost, and has not said why it asks.
---

Two firms were asked.
""",
    }
)
"""Issues and a withheld draft in which every form of copy occurs at least once; they have no faults."""
