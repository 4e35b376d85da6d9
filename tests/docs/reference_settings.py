"""The reference of settings: each key of mkdocs.yml that counts, in the words of the field it is read into."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from briefing.desk import Settings
from briefing.desk.house_style import HouseStyle
from briefing.model import Author, Cadence, Contact, Imprint, Publication, Sender
from briefing.testing import SURROUNDINGS
from tests.docs.markup import page, prose, table


@dataclass(frozen=True)
class Key:
    """A key, and the field whose description is its own; where the field's name says all, words for those who see only the key."""

    name: str
    owner: type
    field: str
    words: str = ""

    @property
    def described(self) -> str:
        """What it is for."""
        return self.words or described(self.owner).get(self.field, "")


MKDOCS = (
    Key("site_name", Publication, "title", "The publication’s name; it must be set."),
    Key("site_url", Publication, "url", "Where the website will be, `https://host/` or with a path; it must be set."),
    Key("site_description", Publication, "description", "One sentence on the publication; none by default."),
    Key(
        "docs_dir",
        Settings,
        "docs_dir",
        "The folder of what is published: issues in `issues/`, pages, images; `docs` by default.",
    ),
    Key("site_dir", Settings, "site_dir", "Where the website is built; `site` by default."),
    Key("use_directory_urls", Settings, "", "Must not be `false`: addresses end in a slash."),
    Key(
        "repo_url",
        Settings,
        "repo_linked",
        "Read, but nothing depends on it yet.",
    ),
    Key("edit_uri", Settings, "repo_linked", "Read, but nothing depends on it yet."),
)
OWN = (
    Key("language", Publication, "language"),
    Key("timezone", Publication, "timezone"),
    Key("strapline", Publication, "strapline"),
    Key("cadence.every", Cadence, "every", "How often an issue is due: `2 weeks`, `month`. Not set by default."),
    Key("cadence.on", Cadence, "on", "On which weekday: `friday`."),
    Key("cadence.at", Cadence, "at"),
    Key("topics", Publication, "topics", "The closed list of subjects, ids with names: `{safety: Safety}`."),
    Key("authors", Publication, "authors", "Who may sign an issue, by id: `{harbour-editor: {name: Ines Calloway}}`."),
    Key("authors.ID.name", Author, "name", "The byline; it must be set."),
    Key("authors.ID.email", Author, "email", "An address for readers; none by default."),
    Key("contact.email", Contact, "email", "An address for those who write in confidence."),
    Key("contact.signal", Contact, "signal"),
    Key("contact.key", Contact, "key"),
    Key("contact.onion", Contact, "onion"),
    Key("imprint.publisher", Imprint, "publisher", "Who is legally responsible."),
    Key("imprint.address", Imprint, "address", "Where; its lines may be a list."),
    Key("imprint.editor", Imprint, "editor", "Who edits the publication."),
    Key(
        "sources_dir",
        Settings,
        "sources_dir",
        "The register; never inside `docs_dir`. Several bulletins may share one. `sources` by default.",
    ),
    Key("drafts_dir", Settings, "drafts_dir", "Issues that are not published yet; never inside `docs_dir`. `drafts` by default."),
    Key("dist_dir", Settings, "dist_dir", "Where emails are built; not part of the website. `dist` by default."),
    Key("publish", Settings, "publish"),
    Key("pulls", Publication, "pulls", "The editions that show pull-quotes: `web`, `email`, `feeds`; the first two by default."),
    *(Key(f"house_style.{rule.name}", HouseStyle, rule.name) for rule in fields(HouseStyle)),
    Key("feeds.items", Publication, "feed_items", "How many of the newest issues a feed has, at most 100; 20 by default."),
    Key("feeds.hub", Publication, "feed_hub"),
    Key("email.from.name", Sender, "name", "Whom an email comes from; the publication’s name by default."),
    Key("email.from.address", Sender, "address", "The address it comes from; it must be set where `email` is."),
    Key("email.reply_to", Sender, "reply_to", "Where answers go; the From address by default."),
    Key(
        "email.postal_address",
        Sender,
        "postal_address",
        "Printed in every message, as the law asks; it must be set where `email` is.",
    ),
    Key("email.reason", Sender, "reason", "Why the reader gets it, printed at the foot; unless set, that they subscribed."),
    Key(
        "email.list_id",
        Sender,
        "list_id",
        "The id of RFC 2919 without its angle brackets; by default the From address with a dot for its @.",
    ),
    Key(
        "email.provider",
        Sender,
        "provider",
        "Whose placeholders the files hold: `generic` by default, `smtp`, `listmonk`, `mailchimp`, `buttondown`, `ses`, or that of a plug-in.",
    ),
    Key("email.subscribe_url", Sender, "subscribe_url", "Where readers subscribe by email; none by default."),
    Key(
        "repo_is_private",
        Settings,
        "repo_is_private",
        "That nobody else can read the repository; read, but nothing depends on it yet.",
    ),
)


def settings_page() -> str:
    """Every key, MkDocs' and ours."""
    return page(
        "# Settings",
        "All settings are in `mkdocs.yml`. Every key is known and typed; a misspelt one is told, not ignored.",
        f"```yaml\n{SURROUNDINGS['mkdocs.yml']}```",
        "## Keys of MkDocs that count",
        table(("key", "means"), _rows(MKDOCS)),
        "## Keys under `plugins: - briefing:`",
        "Where `email` is not set, no emails are made. A dot stands for a level of indentation.",
        table(("key", "means"), _rows(OWN)),
    )


def _rows(keys: tuple[Key, ...]) -> Iterator[tuple[str, str]]:
    return ((f"`{key.name}`", prose(key.described)) for key in keys)


@cache
def described(owner: type) -> dict[str, str]:
    """The sentences that stand below the fields of a class, by field."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for one, next_one in zip(definition.body, definition.body[1:], strict=False):
        match one, next_one:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = " ".join(words.split())
            case _:
                continue

    return found
