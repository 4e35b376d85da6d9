"""Vaults drawn at random, in pairs that give the same verdicts and share nothing else; all of it is invented."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from hypothesis import strategies as st

from briefing.testing import EVERY_FORM

_DESCRIBED = "sources/anon-9x2w.yml"
_ISSUE = "content/issues/2031-05-16-pilot-hours.md"
PROJECT: Mapping[str, str] = {
    **EVERY_FORM,
    _ISSUE: EVERY_FORM[_ISSUE].replace(
        "Rosters are altered after the fact. [@anon-7k2q]",
        "Rosters are altered after the fact. [@anon-7k2q] “We burnt the old ones in the yard.” [@anon-9x2w]",
    ),
    _DESCRIBED: "kind: testimony\nlevel: described\ndescribe: a person who keeps the keys\ndirect-quote: agreed\n",
}
"""A project that quotes a letter with a cut, a report on a page, a statement, and a described source in its own words."""

_WORDS = "harbour pilots rota winter tide clerk ledger quay boats lantern rope crane harbourmaster signal mist buoy".split()  # noqa: SIM905  # read as text
_prose = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=30).map(lambda words: " ".join(words).capitalize() + ".")
_name = st.text(st.characters(exclude_categories=("C", "Z")), min_size=3, max_size=30)
_file = st.from_regex(r"[a-z]{1,12}(-[0-9]{1,4})?\.(txt|md)", fullmatch=True)


@dataclass(frozen=True)
class Vault:
    """What one vault holds, and when its files were touched."""

    files: Mapping[str, str] = field(repr=False)
    times: int
    folder: str

    def write(self, above: Path) -> Path:
        """Put it on the disk; returns its folder."""
        place = above / self.folder
        for number, (path, text) in enumerate(self.files.items()):
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_text(text, encoding="utf-8", newline="")
            os.utime(place / path, (self.times + number, self.times + number))
        return place


@st.composite
def _private(draw: st.DrawFn) -> str:
    """The file of one source that nobody may print."""
    names = st.lists(_name, max_size=3)
    identity = {key: draw(names) for key in ("names", "aliases", "emails", "phones", "handles")}
    waived = {"quotation": "q-00000000", "why": draw(_prose)}
    return yaml.safe_dump(
        {
            "identity": {key: value for key, value in identity.items() if value}
            | {"employer": draw(_name), "role": draw(_prose)},
            "never-say": draw(names),
            "agreed": {"terms": draw(_prose), "on": draw(st.dates()).isoformat()},
            "approaches": draw(st.lists(_prose, max_size=3)),
            "waivers": [waived] * draw(st.integers(0, 2)),
        },
        allow_unicode=True,
    )


@st.composite
def vaults(draw: st.DrawFn, *, held: bool) -> Vault:
    """A vault in which everything quoted is found; of the described source only where it is ``held``."""
    said = "We burnt the old ones in the yard." if held else draw(_prose)
    files = {
        "guild-letter/letter.txt": f"{draw(_prose)}\n\nSince January no pilot on the night turn has had the eleven hours {draw(_prose)} "
        f"We call it a paper rule, and we ask you to say so.\n\n{draw(_prose)}\n",
        "rest-report/report.txt": "\f" * 6 + f"{draw(_prose)}\n\nRosters are rarely altered.\n\n{draw(_prose)}\n",
        "venn-reply/statement.txt": f"{draw(_prose)}\n\nWe read every letter.\n\nWe act on those we can.\n\n{draw(_prose)}\n",
        f"anon-9x2w/{draw(_file)}": f"{draw(_prose)}\n\n{said}\n\n{draw(_prose)}\n",
        "anon-9x2w/source.yml": draw(_private()),
        "anon-7k2q/source.yml": draw(_private()),
        f"anon-7k2q/{draw(_file)}": draw(_prose),
    }
    for _ in range(draw(st.integers(0, 2))):
        files[f"sealed/{draw(st.from_regex(r'[a-z]{3,9}', fullmatch=True))}/source.yml"] = draw(_private())
    return Vault(files, draw(st.integers(10**8, 2 * 10**9)), draw(st.from_regex(r"v[a-z]{1,20}", fullmatch=True)))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Vault, Vault]:
    """Two vaults with the same verdicts."""
    held = draw(st.sampled_from((True, True, True, False)))
    return draw(vaults(held=held)), draw(vaults(held=held))
