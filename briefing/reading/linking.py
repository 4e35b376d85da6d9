"""Links and images of a run: their addresses resolved, their words left where they are."""

from __future__ import annotations

import re
from typing import TypeGuard

from briefing.diagnostics.codes.links import L101, L102, L103, L104, L105, L106
from briefing.diagnostics.codes.markdown import M105, M106
from briefing.model import Address, Internal
from briefing.reading.addresses import Unresolved
from briefing.reading.found import FoundLink
from briefing.reading.layout import RunKind
from briefing.reading.literals import Zone
from briefing.reading.marks import curled
from briefing.reading.run_state import RunState, literal


def autolink(state: RunState, zone: Zone) -> None:
    """``<https://…>`` or ``<desk@…>``."""
    href = zone.text if re.match(r"[a-z]+:", zone.text) else f"mailto:{zone.text}"
    state.pieces.append(f"[{literal(zone.text)}](L{len(state.found.links)})")
    state.found.links.append(FoundLink(_resolved(state, zone, href)))


def link_closes(state: RunState, zone: Zone) -> None:
    """The ``](address)`` of a link."""
    if zone.title:
        state.find(M105, zone.address[1], zone.end, help="put the words into the text of the link")
    state.pieces.append(f"](L{len(state.found.links)})")
    state.found.links.append(FoundLink(_resolved(state, zone, zone.text)))


def image(state: RunState, zone: Zone) -> None:
    """``![what it shows](file "caption")``."""
    text = state.run.text
    if text[: zone.start].strip() or text[zone.end :].strip() or state.run.kind is not RunKind.TEXT:
        state.find(M106, zone.start, zone.end, help="give it a paragraph of its own")
        return
    start, end = zone.address
    target = state.context.addresses.resolve(state.context.path, text[start:end])
    if not _is_asset(target, state) or target.path.lower().endswith((".pdf", ".csv")):
        state.find(L105, start, max(end, start + 1), help="put the file under content/ and link to it from there")
        return
    if not zone.text.strip():
        state.find(L106, zone.start, zone.end, help="say in a sentence what the image shows")
    for words in (zone.text, zone.title):
        state.headed(words, text.index(words, zone.start))
    size = state.context.addresses.sizes.get(target.path, (0, 0))
    state.pieces.append(f"![image](L{len(state.found.links)})")
    state.found.links.append(FoundLink(target, _tidy(zone.text), _tidy(zone.title), size))
    state.found.assets.append(target.path)


def _tidy(words: str) -> str:
    return " ".join(curled(words).split())


def _is_asset(target: Address | Unresolved, state: RunState) -> TypeGuard[Internal]:
    return isinstance(target, Internal) and target.path in state.context.addresses.asset_paths


def _missing_help(href: str) -> str:
    if href.startswith(("www.", "//")):
        return f"an address on the web begins with https://: https://{href.lstrip('/')}"
    return "link to a file of content/ by its relative path"


def _resolved(state: RunState, zone: Zone, href: str) -> Address | None:
    start, end = zone.address
    match state.context.addresses.resolve(state.context.path, href):
        case Unresolved.EMPTY:
            state.find(L102, start - 1, end + 1, help="put the address in, or take the link out")
        case Unresolved.SCHEME:
            help_ = "use an https: address, a mailto: or tel: one, or a path inside the publication"
            state.find(L103, start, max(end, start + 1), help=help_)
        case Unresolved.WITHHELD:
            state.find(L104, start, end, help="link to it once it is published")
        case Unresolved.MISSING:
            near = state.context.addresses.nearest(state.context.path, href)
            label = f"did you mean {near}?" if near else ""
            state.find(L101, start, end, label=label, help=_missing_help(href))
        case address:
            if _is_asset(address, state):
                state.found.assets.append(address.path)
            return address
    return None
