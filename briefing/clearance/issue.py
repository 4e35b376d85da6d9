"""One draft, cleared."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefing.clearance.corrections import corrections, updated
from briefing.clearance.feed_id import issue_id
from briefing.clearance.numbering import numbered
from briefing.clearance.pulls import pull_quote
from briefing.clearance.quotations import quotation
from briefing.clearance.replies import replies
from briefing.desk import Desk, Draft, DraftCorrection, FrontMatter, Unchecked
from briefing.model import Author, Carried, EmailOptions, Issue, Publication, Topic


def issue(draft: Draft, desk: Desk, published: AbstractSet[int], carries: Sequence[tuple[Draft, DraftCorrection]] = ()) -> Issue:
    """The issue a draft makes; ``published`` are the numbers it may refer to, for a withheld issue does not exist.

    ``carries`` are the entries of earlier issues that its email brings.
    """
    front, publication, register = draft.front_matter, desk.settings.publication, desk.register
    checked = tuple(Unchecked() for _ in draft.quotations) if front.imported else desk.checked_of(draft)
    sources = numbered(draft, register, checked)
    shown = corrections(front.corrections)
    return Issue(
        number=front.issue,
        id=issue_id(draft, desk),
        slug=front.slug,
        title=front.title,
        description=front.description,
        published=front.dated,
        updated=updated(front.dated, shown),
        authors=_authors(front, publication),
        topics=_topics(front, publication),
        language=front.language or publication.language,
        body=draft.body,
        quotations=tuple(
            quotation(quoted, draft, register, said) for quoted, said in zip(draft.quotations, checked, strict=True)
        ),
        citations=sources.citations,
        notes=sources.notes,
        footnotes=draft.footnotes,
        pulls=tuple(pull_quote(pull, draft, register) for pull in draft.pulls),
        corrections=shown,
        email=EmailOptions(front.email_subject or front.title, front.email_send and not front.imported),
        kicker=front.kicker,
        series=front.series,
        follows=front.follows if front.follows in published and front.follows != front.issue else None,
        aliases=tuple(alias.lstrip("/") for alias in front.aliases),
        replies=replies(draft, register),
        carries=tuple(_carried(earlier, entry) for earlier, entry in carries),
        imported=front.imported,
    )


def _carried(earlier: Draft, entry: DraftCorrection) -> Carried:
    front = earlier.front_matter
    return Carried(front.issue, front.title, f"issues/{front.slug}/", *corrections((entry,)))


def _authors(front: FrontMatter, publication: Publication) -> tuple[Author, ...]:
    known = {author.id: author for author in publication.authors}
    return tuple(known[identifier] for identifier in front.authors if identifier in known)


def _topics(front: FrontMatter, publication: Publication) -> tuple[Topic, ...]:
    known = {topic.id: topic for topic in publication.topics}
    return tuple(known[identifier] for identifier in front.topics if identifier in known)
