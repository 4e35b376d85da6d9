"""Values that lead somewhere: web addresses, email addresses, paths inside the site, files in a source's folder, folders."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from briefing.diagnostics.codes.front_matter import F307
from briefing.diagnostics.codes.register import F403, F404
from briefing.diagnostics.codes.settings import F502, F507
from briefing.reading.field_types import text
from briefing.reading.fields import Field

_EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@[^\s@<>()\[\]\\,;:\".]+(?:\.[^\s@<>()\[\]\\,;:\".]+)+")
_SEGMENT = re.compile(r"[\w.~@+-]+")
_UNSAFE_IN_URL = re.compile(r"[\s<>\"\\^`{|}]")


def web_address(field: Field) -> str | None:
    """An ``https:`` or ``http:`` address with a host."""
    value = text(field)
    if value is None or _is_web_address(value):
        return value
    field.fault(F404, f"{field.name} must be a web address")
    return None


def key_address(field: Field) -> str | None:
    """Where a public key can be had: a web address, or a file of the site."""
    value = text(field)
    if value is None or _is_web_address(value) or (_stays_inside(value) and not _UNSAFE_IN_URL.search(value)):
        return value
    field.fault(F404, f"{field.name} must be a web address, or the path of a file of the site")
    return None


def site_address(field: Field) -> str | None:
    """The publication's own address: ends with ``/``, may have a path, has no query, fragment or password."""
    value = text(field)
    if value is None:
        return None
    if not _is_web_address(value) or re.search(r"[?#@]", value):
        field.fault(F502)
        return None
    if not value.isascii():
        help_ = "open the address in a browser and copy it from there: https://xn--hfen-loa.example/"
        field.fault(F502, "site_url is written in ASCII", help=(help_,))
        return None
    return value.rstrip("/") + "/"


def email_address(field: Field) -> str | None:
    """An address of the form name@host (RFC 5322 without its quoted forms, which no newsletter host takes)."""
    value = text(field)
    if value is None or _EMAIL.fullmatch(value):
        return value
    field.fault(F507, f"{field.name} must be an email address")
    return None


def site_path(field: Field) -> str | None:
    """A path inside the site, as it is kept: relative to the publication's address, a page ending in ``/``."""
    value = text(field)
    if value is None:
        return None
    path = value.removeprefix("/")
    segments = path.removesuffix("/").split("/")
    if not all(_SEGMENT.fullmatch(segment) and segment.strip(".") for segment in segments):
        field.fault(F307)
        return None
    return path if path.endswith("/") or "." in segments[-1] else f"{path}/"


def evidence_file(field: Field) -> str | None:
    """The name of a file in the source's folder of the vault."""
    value = text(field)
    if value is None:
        return None
    if not _stays_inside(value):
        field.fault(F403)
        return None
    return value


def static_glob(field: Field) -> str | None:
    """A pattern for further files under ``docs_dir``."""
    value = text(field)
    if value is None:
        return None
    if not _stays_inside(value.removesuffix("/")):
        field.fault(F307, "this pattern does not stay inside docs_dir", help=("for example: CNAME, keys/*.asc, .well-known/",))
        return None
    return value


def _stays_inside(path: str) -> bool:
    return "\\" not in path and ":" not in path and all(segment.strip(".") for segment in path.split("/"))


def _is_web_address(value: str) -> bool:
    if _UNSAFE_IN_URL.search(value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in {"https", "http"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a host in brackets that is none, a port that is no number
        return False
