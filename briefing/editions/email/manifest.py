"""What whoever sends the email needs to know, as data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from briefing.editions.email.escaping import header_text, running
from briefing.editions.email.mailing import Mailing, preheader
from briefing.model import Artifact


def manifest(mailing: Mailing, words: int, parts: Iterable[Artifact]) -> str:
    """JSON with sorted keys; ``words`` are the issue's, counted."""
    issue = mailing.issue
    content = {
        "version": 1,
        "issue": issue.number,
        "id": issue.id,
        "slug": issue.slug,
        "subject": header_text(issue.email.subject),
        "preheader": running(preheader(issue)),
        "permalink": mailing.permalink,
        "language": issue.language,
        "words": words,
        "quotations": len(issue.quotations),
        "provider": mailing.provider.name,
        "subject_for_provider": mailing.provider.literal(header_text(issue.email.subject)),
        "by_hand": mailing.provider.by_hand,
        "placeholders": {"unsubscribe_url": mailing.provider.unsubscribe_url},
        "parts": {part.path.rpartition("/")[2]: _part(part) for part in parts},
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _part(part: Artifact) -> dict[str, str | int]:
    return {"bytes": len(part.content), "media_type": part.media_type, "sha256": sha256(part.content).hexdigest()}
