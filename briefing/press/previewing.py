"""What a preview changes in pages that have been proven: nothing but what would keep a browser from reloading them."""

from __future__ import annotations

import re
from pathlib import Path

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')


def let_browsers_reload(site: Path) -> None:
    """Take the Content-Security-Policy out: it rightly forbids the inline script with which MkDocs' server reloads a page."""
    for page in site.rglob("*.html"):
        page.write_bytes(_POLICY.sub(b"", page.read_bytes(), count=1))
