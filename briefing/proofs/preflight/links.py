"""Checks 11, 12 and 30 to 35: where links lead, what they say of their readers, and how many there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

from briefing.diagnostics import Diagnostic, Severity
from briefing.diagnostics.codes.email_sending import E230, E231, E232, E233, E234, E235
from briefing.diagnostics.codes.email_transport import E211, E212
from briefing.proofs.preflight.letter import Letter

LONGEST = 2000
MOST, MOST_OF_ONE = 60, 20

_ALLOWED = frozenset({"https", "http", "mailto", "tel"})
_PRIVATE = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home.arpa")
_HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}"
_PLAIN = re.compile(r"https://([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?:/[A-Za-z0-9._~/-]*)?")
_LOOKS_LIKE_ONE = re.compile(
    rf"https?://\S+|www\.\S+|{_HOST}/\S*|{_HOST}(?<=\.com|\.org|\.net|\.int|\.gov|\.edu)|{_HOST}(?<=\.uk|\.eu|\.ie)|{_HOST}(?<=\.example)",
    re.IGNORECASE,
)
"""Not every word with a dot in it: Node.js is a name."""


def sources(letter: Letter) -> Iterator[Diagnostic]:
    """Markers and the source list, each against the other."""
    listed = {note.number for note in letter.issue.notes}
    cited = {reference.number for citation in letter.issue.citations for reference in citation.references}
    led = {int(number) for address, _, _ in letter.links if (number := _note(letter, address))}
    for absent in sorted((cited | led) - listed):
        yield letter.at(E211, f"there is no source {absent}")
    for unused in sorted(listed - cited):
        yield letter.at(E211, f"nothing refers to source {unused}")
    linked = {words for _, words, _ in letter.links}
    for note in letter.issue.notes:
        if not note.url and " ".join(note.text.split()) in linked:
            yield letter.at(E212, f"source {note.number} has no public address")


def addresses(letter: Letter) -> Iterator[Diagnostic]:
    """Every address once."""
    page = letter.page
    images = {page.elements[index].tag.attributes.get("src", "") for index in page.named("img")}
    for address in dict.fromkeys((*(address for address, _, _ in letter.links), *sorted(images))):
        if address == letter.provider.unsubscribe_url or _is_sound(letter, address):
            continue
        if address.startswith("#"):
            yield letter.at(E231, about=address)
        else:
            yield from address_faults(letter, address)


def shown_addresses(letter: Letter) -> Iterator[Diagnostic]:
    """Links whose words are an address."""
    for address, words, _ in letter.links:
        said = _LOOKS_LIKE_ONE.fullmatch(words)
        if said and address.startswith(("https:", "http:")) and not _same(words, address):
            yield letter.at(E232, about=words, notes=(f"the words: {words}", f"it leads to: {address}"))


def tracking(letter: Letter) -> Iterator[Diagnostic]:
    """What could tell who follows a link, or who writes to the desk."""
    contact = letter.publication.contact
    ways = {way for way in (contact.email, contact.signal, contact.onion, contact.key) if way}
    evidence = {one for note in letter.issue.notes for one in (note.url, note.archive_url) if one}
    for address, words, marked in letter.links:
        if (address in ways or address.removeprefix("mailto:") in ways) and letter.provider.rewrites_links and not marked:
            yield letter.at(E234, "a way to write in confidence is linked", notes=(f"the words: {words}",))
        if address in evidence and letter.provider.rewrites_links and not marked and not _in_copy(letter, address):
            yield letter.at(E234, notes=(f"the link: {words}",))


def crowding(letter: Letter) -> Iterator[Diagnostic]:
    """Too many of them; markers are none that a reader follows one by one."""
    counted = Counter(address for address, _, _ in letter.links if not _note(letter, address))
    if len(counted) > MOST:
        yield letter.at(E235, f"links lead to {len(counted)} places; {MOST} are many")
    for address, times in counted.items():
        if times > MOST_OF_ONE:
            yield letter.at(E235, f"{times} links lead to one place", about=address, notes=(address,))


def _note(letter: Letter, address: str) -> str:
    """The number of the note on the website that an address leads to; "" for any other address."""
    page, _, fragment = address.partition("#note-")
    return fragment if page == letter.permalink and fragment.isdecimal() else ""


def _is_sound(letter: Letter, address: str) -> bool:
    """Whether nothing is to be said against an address; a place within what it leads to makes no difference."""
    place, sound = address.partition("#")[0], letter.tags.sound["address"]
    if place and place not in sound and (is_plain(place) or not any(address_faults(letter, place))):
        sound.add(place)
    return place in sound and len(address) <= LONGEST


def is_plain(address: str) -> bool:
    """Whether an address is so plainly written that there is nothing about it that could be wrong; most are."""
    plain = _PLAIN.fullmatch(address)
    return plain is not None and not plain[1].endswith(_PRIVATE) and len(address) <= LONGEST


def address_faults(letter: Letter, address: str) -> Iterator[Diagnostic]:
    """What is wrong with any address."""
    try:
        parts, port = urlsplit(address), urlsplit(address).port
    except ValueError:
        parts, port = SplitResult("", "", "", "", ""), None
    onion = (parts.hostname or "").endswith(".onion")
    if fault := _unreachable(parts, port):
        yield letter.at(E230, f"{fault}: {address[:120]}", about=address)
    elif parts.scheme == "http" and not onion:
        message = f"this address is not https: {address[:120]}"
        yield letter.at(E230, message, about=address, severity=Severity.WARNING, help=("see whether the site has https",))
    if len(address) > LONGEST:
        yield letter.at(E232, f"an address has {len(address):,} characters", about=address)
    tracked = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if name.lower().startswith("utm_")]
    if tracked and (not address.startswith(letter.publication.url) or len(tracked) != len(set(tracked))):
        yield letter.at(E233, f"the address has {', '.join(tracked)}", about=address, help=("take it out of the address",))


def _unreachable(parts: SplitResult, port: int | None) -> str:
    if parts.scheme not in _ALLOWED:
        return "this kind of address is for no email"
    if parts.scheme in {"mailto", "tel"}:
        return "" if parts.path else "there is nobody at this address"
    host = parts.hostname or ""
    if "@" in parts.netloc:
        return "this address has a name or a password in it"
    if not host.isascii() or port == 0:
        return "this host is not written as the network needs it"
    return "readers cannot reach this host" if _is_private(host) else ""


def _is_private(host: str) -> bool:
    if ":" in host or host[-1:].isdigit():
        with suppress(ValueError):
            return not ip_address(host).is_global
    return "." not in host or host.endswith(_PRIVATE)


def _same(words: str, address: str) -> bool:
    """But for the scheme, ``www.`` and a slash at the end."""
    return _bare(words) == _bare(address)


def _bare(address: str) -> str:
    return address.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _in_copy(letter: Letter, address: str) -> bool:
    """Whether the editor linked the same address in running text, where it is a link like any other."""
    return sum(one == address for one, _, _ in letter.links) > 1
