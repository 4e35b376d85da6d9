"""The languages there are rules for: quotation marks, dates and proofs go by it, so another one is refused, not ignored."""

from __future__ import annotations

import re

from briefing.diagnostics.codes.front_matter import F312
from briefing.reading.field_types import text
from briefing.reading.fields import Field

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47, without its private and grandfathered tags
_IMPLEMENTED = frozenset({"en"})


def language(field: Field) -> str | None:
    """A language tag whose language is implemented: ``en``, ``en-GB``."""
    tag = text(field)
    if tag is None:
        return None
    if _TAG.fullmatch(tag) is None:
        field.refuse("a language tag", "en-GB")
        return None
    if tag.partition("-")[0].lower() not in _IMPLEMENTED:
        field.fault(F312, f"the language {tag} is not implemented, only English (en, en-GB, …)")
        return None
    return tag
