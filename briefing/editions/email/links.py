"""Addresses as an email may carry them: absolute, ASCII, of four schemes only."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from briefing.editions.email.escaping import escaped, running
from briefing.editions.email.looks import Looks
from briefing.model import Address, Internal, Publication

_PLAIN = re.compile(
    r"https?://[a-z0-9.-]+(?::[0-9]+)?(?:/[!$%&'()*+,./0-9:;=@A-Z\[\]_a-z~-]*(?:\?[!$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]+)?)?"
)
"""An address that nothing is to be done to; without a fragment."""
_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_RESERVED = "%/:?#[]@!$&'()*+,;=-._~"
_IMAGES = (".png", ".jpg", ".jpeg")
"""What every client shows: WebP and SVG are missing in Outlook for Windows and Gmail (caniemail ``image-webp``, ``image-svg``)."""


def target(publication: Publication, address: Address) -> str:
    """The address as a full URL; "" if it is none that a reader of mail should be led to."""
    return safe_url(publication.absolute(address))


def safe_url(url: str) -> str:
    """``url`` in ASCII (RFC 3986; a host by IDNA), or "" if its scheme is not one of mail's."""
    if not url or _PLAIN.fullmatch(url):
        return url
    url = running(url).strip()
    try:
        parts = urlsplit(url)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one: a host that no resolver would take
        return ""
    return quote(parts._replace(netloc=host).geturl(), safe=_RESERVED) if parts.scheme in _SCHEMES else ""


def anchor(looks: Looks, url: str, html: str) -> str:
    """A link to ``url``; the bare words where there is no address that may be linked."""
    return f'<a href="{escaped(url)}" {looks.link}>{html}</a>' if url else html


def image_source(publication: Publication, path: str) -> str:
    """The absolute address of an image that every client shows; "" where its alternative text must do."""
    url = publication.absolute(Internal(path))
    return url if url.startswith("https://") and path.lower().endswith(_IMAGES) else ""


def readable(url: str) -> str:
    """The address as a reader of plain text wants it: an email address or a telephone number without its scheme."""
    scheme, _, rest = url.partition(":")
    return rest if scheme in {"mailto", "tel"} else url
