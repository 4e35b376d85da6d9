"""Addresses as written in finished files, resolved to the places of the publication that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias
from urllib.parse import urldefrag, urljoin, urlsplit

from briefing.diagnostics import Code
from briefing.diagnostics.codes.proofs import L201, L203

_RUNS_CODE = re.compile(r"(?:javascript|vbscript|data(?!:image/)):", re.IGNORECASE)
_RELATIVE = ("#", "/", ".")
"""How an address begins that means nothing outside a page; a provider's placeholder in an email begins otherwise."""
_WEB = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:[/?#]|\Z)")
"""An address that means the same wherever it is written."""
_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-]+(?:\.[\w-]+)*/)*(?:[\w-]+(?:\.[\w-]+)*)?(?:#.*)?)")
"""An address that goes up and then down by plain names: it means the same, written as many folders further up without its dots."""
_DOWN = re.compile(r"(?:[\w-]+/)*(?:[\w-]+(?:\.[\w-]+)*)?(?:#[\w.-]*)?")
"""The commonest addresses behind their dots: plain ones."""
_INSIDE = re.compile(r"(?:[\w-]+(?:\.[\w-]+)*/)*")
"""Plain names of folders, from the publication's own on."""


class Fault(NamedTuple):
    """What is wrong with an address, wherever it leads."""

    code: Code
    address: str
    target: str


End: TypeAlias = Fault | str | None
"""The full address of a place in the publication; a fault; or nothing of ours."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Resolves the addresses of many files, each only once: every page has the same masthead, and lies in the same folders."""

    url: str
    """The publication's."""
    _ends: dict[tuple[str, str], End] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By the address of a folder, and what is written there."""
    _plain: dict[str, tuple[int, str] | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """How many folders an address goes up, and its rest; None where it is not plain."""

    _anywhere: dict[int, dict[str, End]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By how many folders a page lies in: addresses that lead to the same place from any such page."""

    def ends(self, folders: tuple[str, ...], addresses: Iterable[str]) -> list[End]:
        """Where each of them leads, as ``end`` says; most are in every masthead and go up all the way."""
        depth = len(folders) if folders and folders[0].endswith("/") else 0
        known, up = self._anywhere.setdefault(depth, {}), "../" * (depth - 1)
        found: list[End] = []
        for address in addresses:
            end: End
            if address in known:
                end = known[address]
            elif depth and address.startswith(up) and _DOWN.fullmatch(address, len(up)):
                known[address] = end = self.url + address[len(up) :]
            elif _WEB.match(address):
                known[address] = end = address if address.startswith(self.url) else None
            else:
                end = self.end(folders, address)
            found.append(end)
        return found

    def end(self, folders: tuple[str, ...], address: str) -> End:
        """Where ``address`` leads; ``folders`` are the addresses of the file and of all folders above it, from the inside; of no page, none."""
        base = folders[0] if folders else ""
        if address not in self._plain:
            self._plain[address] = _plain(address)
        plain = self._plain[address]
        if plain and plain[0] < len(folders) and base.endswith("/"):
            key = (folders[plain[0]], plain[1])
            return self._ends.setdefault(key, "".join(key))
        if (base, address) not in self._ends:
            self._ends[base, address] = self._resolved(base, address)
        return self._ends[base, address]

    def folders(self, path: str) -> tuple[str, ...]:
        """The address of a page, and of the folders that it can go up to."""
        inside = path.removesuffix("index.html")
        plain = self.url.endswith("/") and _INSIDE.fullmatch(inside)
        base = self.url + inside if plain else urljoin(self.url, inside)
        if not base.endswith("/"):
            return (base,)
        names = base.removeprefix(self.url).split("/")[:-1]
        return tuple(self.url + "".join(f"{name}/" for name in names[:length]) for length in range(len(names), -1, -1))

    def _resolved(self, base: str, address: str) -> End:
        if _WEB.match(address):
            return address if address.startswith(self.url) else None
        written = address.strip()
        if _RUNS_CODE.match("".join(written.split())):
            return Fault(L203, written[:60], written[:60])
        if not base and not written.startswith(self.url):
            return Fault(L201, written, written) if written.startswith(_RELATIVE) else None
        try:
            return self._inside(written, urljoin(base, written))
        except ValueError:  # no address at all: http://[
            return Fault(L201, written, written)

    def _inside(self, address: str, url: str) -> End:
        """Relative addresses stay inside the publication; absolute ones are looked at if they lead into it."""
        if urldefrag(url).url.startswith(self.url):
            return url
        leaves = not urlsplit(address).scheme and not address.startswith("//")
        return Fault(L201, address, url) if leaves else None


def _plain(address: str) -> tuple[int, str] | None:
    plain = _PLAIN.fullmatch(address)
    return (len(plain[1]) // 3, plain[2]) if plain else None
