"""The closed list of codes, a file a field; every code says what it does, why, an example and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from briefing.diagnostics.finding import Code


def _all() -> Iterator[Code]:
    for module in iter_modules(__path__, f"{__name__}."):
        yield from (value for value in vars(import_module(module.name)).values() if isinstance(value, Code))


CODES: Mapping[str, Code] = MappingProxyType({code.id: code for code in sorted(_all(), key=lambda code: code.id)})
"""Every code by its id."""
