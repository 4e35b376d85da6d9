"""The settings of the publication in mkdocs.yml (F5)."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

F501 = Code(
    id="F501",
    severity=Severity.ERROR,
    title="the plug-in is not in mkdocs.yml",
    what="Looks for `briefing` under `plugins`.",
    why="Its settings stand there; without it MkDocs would build something else.",
    example="plugins: [search]",
    instead="plugins: [briefing]",
)
F502 = Code(
    id="F502",
    severity=Severity.ERROR,
    title="site_url must be the full address of the publication",
    what="It begins with https:// or http://, names a host, and has no query or fragment; a path is allowed.",
    why="Feeds, emails and citations need full addresses.",
    example="site_url: harbour.example",
    instead="site_url: https://harbour.example/",
)
F503 = Code(
    id="F503",
    severity=Severity.ERROR,
    title="use_directory_urls cannot be false",
    what="Refuses `use_directory_urls: false`.",
    why="Every address of the publication ends in /, in feeds and emails that are already with readers too.",
    example="use_directory_urls: false",
    instead="No line at all; true is MkDocs' own default.",
)
F504 = Code(
    id="F504",
    severity=Severity.ERROR,
    title="this time zone is unknown",
    what="Looks the name up in the time zone database.",
    why="Dates and embargoes go by it.",
    example="timezone: GMT+1",
    instead="timezone: Europe/London",
)
F505 = Code(
    id="F505",
    severity=Severity.ERROR,
    title="this folder would be published",
    what="`sources_dir` and `drafts_dir` may not be, lie in or contain `docs_dir`.",
    why="Everything in `docs_dir` is public by definition, and MkDocs copies YAML files from it to the website.",
    example="sources_dir: content/sources",
    instead="sources_dir: sources",
)
F506 = Code(
    id="F506",
    severity=Severity.NOTE,
    title="the parent file is not read",
    what="Looks for INHERIT.",
    why="What stands only in the parent file is unknown here: write what this tool needs into this file.",
    example="INHERIT: ../base.yml",
    instead="site_name, site_url and the plug-in's settings in this file",
)
F507 = Code(
    id="F507",
    severity=Severity.ERROR,
    title="this is no email address",
    what="Reads name@host.",
    why="Messages with it would be refused, or go to somebody else.",
    example="address: bulletin at lantern.example",
    instead="address: bulletin@lantern.example",
)
F508 = Code(
    id="F508",
    severity=Severity.ERROR,
    title="this setting cannot be computed",
    what="Settings that this tool goes by are written out: no !ENV, no anchors.",
    why="It builds without MkDocs too, and twice the same.",
    example="site_url: !ENV SITE_URL",
    instead="site_url: https://harbour.example/",
)
