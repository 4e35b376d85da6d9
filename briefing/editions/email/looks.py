"""How the email looks: complete attribute strings made from the design tokens, every one of them able to stand alone.

No style here leans on the ``<style>`` block (Gmail's mobile web view, Roundcube and others drop it) or on inheritance: each element
that holds text says its colour, family, size and line height itself. Padding is on table cells only, since Word ignores it elsewhere
(caniemail ``css-padding``); ``padding:0`` on lists takes off what browsers add and Word never had. Colours have six digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GUTTER = 20
WIDTH = 600
TELEPHONE = 375
"""What most telephones have at least, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Looks:
    """An attribute string for each kind of element (an image’s: its declarations); ``rules`` is the whole ``<style>`` block."""

    paper: str
    rules: str
    text: str
    standfirst: str
    kicker: str
    masthead: str
    small: str
    headline: str
    headings: Mapping[int, str]
    item: str
    link: str
    quoted: str
    attribution: str
    pulled: str
    byline: str
    caption: str
    group: str
    pull_attribution: str
    notice: str
    note: str
    code: str
    code_lines: str
    image: str
    head_cell: str
    cell: str
    quotation_cell: str
    pull_cell: str
    notice_cell: str
    masthead_cell: str
    foot_cell: str
    divider: str


def looks(tokens: Mapping[str, Any]) -> Looks:
    """The email's looks by the publication's tokens."""
    return _Maker(tokens).looks()


class _Maker:
    """Turns tokens into styles; lives for one call."""

    def __init__(self, tokens: Mapping[str, Any]) -> None:
        self.light: Mapping[str, str] = tokens["colour"]["light"]
        self.night: Mapping[str, str] = tokens["colour"]["dark"]
        self.size: Mapping[str, str] = tokens["size-email"]
        self.leading: Mapping[str, str] = tokens["leading"]
        self.family = {name: _family(tokens["font"][f"email-{name}"]) for name in ("text", "label", "code")}

    def looks(self) -> Looks:
        """All of them."""
        light = self.light
        return Looks(
            paper=f"background-color:{light['paper']}",
            rules=self.rules(),
            text=self.words("text", "0 0 18px"),
            standfirst=self.words("lead", "0 0 14px", "muted", leading="lead"),
            kicker=self.words("small", "0 0 6px", "accent", family="label", weight="bold"),
            masthead=self.words("masthead", "0 0 6px", weight="bold", leading="email-tight"),
            small=self.words("small", "0 0 10px", "muted", family="label", leading="label"),
            byline=self.words("small", "0 0 20px", "muted", family="label", leading="label"),
            caption=self.words("small", "0 0 22px", "muted", family="label", leading="label"),
            group=self.words("small", "22px 0 10px", "muted", family="label", weight="bold", leading="label"),
            headline=self.words("h1", "0 0 14px", weight="bold", leading="email-tight"),
            headings={level: self.heading(f"h{min(level, 4)}") for level in range(2, 7)},
            item=self.words("text", "0 0 8px"),
            link=f'style="color:{light["link"]};text-decoration:underline"',
            quoted=self.words("text", "0 0 12px"),
            attribution=self.words("small", "0", "muted", family="label", leading="label"),
            pulled=self.words("h2", "0", "accent", leading="lead"),
            pull_attribution=self.words("small", "8px 0 0", "muted", family="label", leading="label"),
            notice=self.words("small", "0", "notice-ink", family="label", leading="text"),
            note=self.words("small", "0 0 12px", family="label", leading="label"),
            code=f'style="font-family:{self.family["code"]};font-size:16px"',
            code_lines=f'style="margin:0 0 18px;font:15px/1.5 {self.family["code"]};color:{light["ink"]};white-space:pre-wrap"',
            image=f"display:block;width:100%;height:auto;font:{self.font('small', 'label', 'label')};color:{light['muted']}",
            head_cell=self.cell("bold ", "edge"),
            cell=self.cell("", "rule"),
            quotation_cell=self.barred("edge"),
            pull_cell=self.barred("accent"),
            notice_cell=f'class="n" style="padding:12px 16px;border-left:4px solid {light["notice-edge"]};'
            f'background-color:{light["notice"]}"',
            masthead_cell=f'class="k" style="padding:16px {GUTTER}px 12px;border-bottom:3px solid {light["accent"]}"',
            foot_cell=f'class="r" style="padding:20px {GUTTER}px 32px;border-top:1px solid {light["edge"]}"',
            divider=f'style="margin:28px 0;border:0;border-top:1px solid {light["edge"]}"',
        )

    def words(
        self, size: str, margin: str, colour: str = "ink", *, family: str = "text", weight: str = "", leading: str = "text"
    ) -> str:
        """Attributes of an element that holds text."""
        named = f'class="{_CLASSES[colour]}" ' if colour in _CLASSES else ""
        font = f"{weight} {self.font(size, leading, family)}".lstrip()
        return f'{named}style="margin:{margin};font:{font};color:{self.light[colour]}"'

    def heading(self, size: str) -> str:
        """Attributes of a subhead."""
        return self.words(size, "30px 0 10px", weight="bold", leading="label")

    def font(self, size: str, leading: str, family: str) -> str:
        """Size, line height and family for the ``font`` shorthand, which every client knows (caniemail ``css-font``)."""
        return f"{self.size[size]}/{self.leading[leading]} {self.family[family]}"

    def cell(self, weight: str, edge: str) -> str:
        """Declarations of a cell in a table of data."""
        return (
            f"border-bottom:1px solid {self.light[edge]};"
            f"font:{weight}{self.font('small', 'label', 'label')};color:{self.light['ink']}"
        )

    def barred(self, colour: str) -> str:
        """Attributes of a cell with a rule at its left: borders are sound on cells only (caniemail ``css-border``)."""
        return f'class="{_BARS[colour]}" style="padding:4px 0 4px 16px;border-left:4px solid {self.light[colour]}"'

    def rules(self) -> str:
        """The rules for a dark screen and a wide one, where a client heeds them; without them the light design holds.

        Scoped by a class of the body's child, so that they reach nothing else when the mail is quoted in another. Each rule is on a
        line of its own: two closing braces in a row would be the end of a placeholder to some providers.
        """
        night = self.night
        colours = (
            (".b,.b .w", "background-color", "paper"),
            (".b p,.b h1,.b h2,.b h3,.b h4,.b h5,.b h6,.b li,.b td,.b th,.b pre,.b img", "color", "ink"),
            (".b .m", "color", "muted"),
            (".b .a", "color", "accent"),
            (".b a", "color", "link"),
            (".b td,.b th,.b hr", "border-color", "edge"),
            (".b .k", "border-color", "accent"),
            (".b .n", "background-color", "notice"),
            (".b .n p", "color", "notice-ink"),
            (".b .n", "border-color", "notice-edge"),
        )
        body = "\n".join(f"{selector}{{{name}:{night[colour]} !important}}" for selector, name, colour in colours)
        roomy = "\n".join(
            f"@media (min-width:{width}px){{\n.b .{named}{{word-break:normal !important}}\n}}"
            for named, width in (("s", TELEPHONE), ("t", WIDTH))
        )
        return f"@media (prefers-color-scheme:dark){{\n{body}\n}}\n{roomy}"


_CLASSES = {"muted": "m", "accent": "a"}
"""Only text whose dark colour is not that of its element has a class."""
_BARS = {"edge": "r", "accent": "k"}


def _family(stack: str) -> str:
    """A font stack for a style in double quotes, without what costs bytes."""
    return stack.replace('"', "'").replace(", ", ",")
