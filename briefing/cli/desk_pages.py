"""The pages of the desk: values in, HTML out. Everything is escaped, for copy may hold anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from briefing.desk import Checked, DescribedRecord, Desk, Draft, FrontMatter, PublicRecord, Unchecked
from briefing.diagnostics.places import Lines, Texts, in_order
from briefing.diagnostics.screen import visible
from briefing.model import Tree
from briefing.model.dates import day_in_words
from briefing.model.words import words
from briefing.press.desk_preview import Preview, counts, is_about_words

_TABS = ("Web", "Email", "Text", "Feed", "Findings", "Quotations", "Words")
VIEWS = (
    {"id": "desktop", "name": "Desktop", "width": "44rem"},
    {"id": "desktop", "name": "Phone", "width": "360px"},
    {"id": "dark", "name": "Dark", "width": "44rem"},
    {"id": "no-images", "name": "Images off", "width": "44rem"},
    {"id": "no-style", "name": "Without style sheet", "width": "44rem"},
)
_TEMPLATE = Environment(autoescape=True).from_string((files("briefing.cli") / "desk.html").read_text(encoding="utf-8"))
_SOURCE = Environment(autoescape=True).from_string(
    "<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content='width=device-width, initial-scale=1'><title>{{ path }}</title>"
    "<link rel=stylesheet href=/desk.css></head><body><header><p><a href=/>The desk</a> of {{ publication }}</p><h1>{{ path }}</h1></header>"
    "<main><ol class=source>{% for line in lines %}<li id=L{{ loop.index }}>{{ line }}</li>\n{% endfor %}</ol></main></body></html>"
)
_FEED = Environment(autoescape=True).from_string(
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ title }}</title><link rel=stylesheet href=/desk.css></head>"
    "<body><main><h1>{{ title }}</h1><p>{{ summary }}</p>{{ content }}</main></body></html>"
)
_STYLE = re.compile(r"<style\b.*?</style>", re.IGNORECASE | re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*?(?:\balt=\"(?P<alt>[^\"]*)\")?[^>]*>", re.IGNORECASE)


def front(name: str, fronts: Mapping[str, FrontMatter | None], now: datetime, state: str, broken: str = "") -> str:
    """All issues, those that are not out first, the newest first."""
    known = sorted(((one.dated, path, one) for path, one in fronts.items() if one), reverse=True)
    known.sort(key=lambda found: found[2].withholding(now) is None)
    issues = [{"path": path, "title": one.title, "words": _standing(one, now)} for _, path, one in known]
    issues += [{"path": path, "title": "", "words": "cannot be read yet"} for path, one in sorted(fronts.items()) if one is None]
    return _TEMPLATE.render(
        title="All issues", publication=name, issues=issues, state=state, preview=None, broken=visible(broken)
    )


def issue_page(preview: Preview, texts: dict[str, str], state: str, broken: str = "") -> str:
    """The desk of one issue; ``broken``: why the publication's own theme cannot be used."""
    draft, desk = preview.draft, preview.desk
    broken = visible(preview.broken or broken)
    if draft is None or desk is None:
        return _TEMPLATE.render(
            **_nothing(preview, state),
            broken=broken,
            findings=list(_findings(preview, texts)),
            tabs=[_tab("Findings", len(preview.findings))],
            quotations=(),
        )
    findings, quotations = list(_findings(preview, texts)), list(_quotations(draft, desk))
    open_ = sum(map(counts, preview.findings))
    counted = {"Findings": open_, "Quotations": len(quotations)}
    names = _TABS if preview.issue else ("Findings", "Quotations")
    return _TEMPLATE.render(
        title=draft.front_matter.title or "Untitled",
        publication=desk.settings.publication.title,
        standing=f"{_standing(draft.front_matter, desk.now)}{f'; {open_} to mend' if open_ else ''}",
        state=state,
        broken=broken,
        preview=preview,
        tabs=[_tab(name, counted.get(name)) for name in names],
        views=VIEWS,
        web=f"issues/{draft.front_matter.slug}/",
        email=email(preview, "desktop"),
        text=plain_text(preview),
        findings=findings,
        quotations=quotations,
        differences=[one for one in preview.findings if is_about_words(one)],
        count=len(words(preview.issue)) if preview.issue else 0,
    )


def _nothing(preview: Preview, state: str) -> dict[str, Any]:
    return {
        "title": preview.path,
        "publication": "the publication",
        "standing": "cannot be read",
        "state": state,
        "preview": preview,
    }


def _tab(name: str, count: int | None) -> dict[str, Any]:
    return {"id": name.lower(), "name": name, "count": count}


def _standing(front: FrontMatter, now: datetime) -> str:
    why = front.withholding(now)
    return f"Issue {front.issue}, {day_in_words(front.dated.date())}: {f'{why.value}, not published' if why else 'published'}"


def _findings(preview: Preview, texts: dict[str, str]) -> Iterator[dict[str, Any]]:
    places = Texts(texts)
    for one in in_order(preview.findings):
        place = places.place(one.span)
        grade = one.severity.word if not counts(one) or one.severity.word != "note" else "error"
        shown = () if one.secret else (one.label,)
        notes = [visible(line) for line in (*shown, *one.notes, *one.help) if line]
        yield {
            "path": one.span.path,
            "linked": one.span.path in texts,
            "line": place.line,
            "column": place.column,
            "code": one.code,
            "grade": grade,
            "message": visible(one.message),
            "notes": notes,
        }


def _quotations(draft: Draft, desk: Desk) -> Iterator[dict[str, Any]]:
    lines = Lines(draft.text)
    for quotation, checked in zip(draft.quotations, desk.checked_of(draft), strict=True):
        citation = draft.citation_of(quotation)
        yield {
            "id": quotation.id,
            "line": lines.position(quotation.span.start)[0],
            "words": quotation.words,
            "verdict": _verdict(checked),
            "source": "; ".join(_source(item.key, desk) for item in citation.items) if citation else "no source yet",
        }


def _verdict(checked: Checked | Unchecked) -> str:
    return checked.verdict if isinstance(checked, Checked) else "not checked"


def _source(key: str, desk: Desk) -> str:
    """A described source by its agreed words alone."""
    match desk.register.sources.get(key):
        case DescribedRecord(describe=describe):
            return describe
        case PublicRecord(describe=describe, title=title):
            return f"@{key}: {describe or title}" if describe or title else f"@{key}"
        case None:
            return f"@{key}, which is not in the register"


def _email_part(preview: Preview, suffix: str) -> str:
    slug = preview.draft.front_matter.slug if preview.draft else ""
    return preview.files.get((Tree.DIST, f"email/{slug}/email.{suffix}"), b"").decode("utf-8", errors="replace")


def email(preview: Preview, view: str) -> str:
    """The email's HTML as a mail program of that kind would show it."""
    html = _with_pictures(_email_part(preview, "html"), preview)
    match view:
        case "no-style":
            return _STYLE.sub("", html)
        case "no-images":
            return _IMAGE.sub(lambda match: f"<span>{match['alt'] or ''}</span>", html)
        case "dark":
            return html.replace("prefers-color-scheme: dark", "min-width: 0").replace("prefers-color-scheme:dark", "min-width:0")
        case _:
            return html


def _with_pictures(html: str, preview: Preview) -> str:
    """HTML that asks this desk for the pictures of the site, on which those of an issue that is not out yet are not."""
    site = preview.desk.settings.publication.url if preview.desk else ""
    return html.replace(f'src="{escape(site)}', 'src="/site/')


def plain_text(preview: Preview) -> str:
    """The email's plain text."""
    return _email_part(preview, "txt")


def feed_entry(preview: Preview) -> str:
    """The entry's own HTML, as a feed reader shows it in looks of its own."""
    feed = json.loads(preview.files.get((Tree.SITE, "feed.json"), b"{}"))
    identity = preview.issue.id if preview.issue else ""
    entry: dict[str, str] = next((one for one in feed.get("items", ()) if one.get("id") == identity), {})
    content = Markup(_with_pictures(entry.get("content_html", ""), preview))  # noqa: S704 - our own edition's, and shown where nothing can run
    return _FEED.render(title=entry.get("title", ""), summary=entry.get("summary", ""), content=content)


def source_page(path: str, text: str, publication: str) -> str:
    """A file with its lines numbered, so that a finding can lead to one."""
    return _SOURCE.render(path=path, publication=publication, lines=[visible(line) for line in text.split("\n")])
