"""Files and folders as such: those that are read (F9), those that may not be published (P4), those that are written (W9)."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

F901 = Code(
    id="F901",
    severity=Severity.ERROR,
    title="this file is not UTF-8 text",
    what="Reads every Markdown and YAML file as UTF-8.",
    why="Guessing another encoding would print wrong letters in every edition.",
    example="A file saved as Windows-1252, where “ is the single byte 0x93.",
    instead="Save it again with the encoding UTF-8.",
)
F902 = Code(
    id="F902",
    severity=Severity.ERROR,
    title="this output folder would destroy what is not its own",
    what="A build replaces `site_dir` and `dist_dir` as a whole, so neither may be, contain or lie in a folder of yours.",
    why="A build would delete copy, sources or other files.",
    example="site_dir: content",
    instead="site_dir: site",
)
F903 = Code(
    id="F903",
    severity=Severity.ERROR,
    title="this folder or file is missing",
    what="Looks for mkdocs.yml and the folder that `docs_dir` names.",
    why="There is nothing to publish.",
    example="docs_dir: contents",
    instead="docs_dir: content",
)
F904 = Code(
    id="F904",
    severity=Severity.ERROR,
    title="this file cannot be read",
    what="Reads every Markdown and YAML file of the project.",
    why="A build without it would publish something else than you wrote.",
    example="A file that only another user of the machine may open.",
    instead="Give yourself the right to read it.",
)
F905 = Code(
    id="F905",
    severity=Severity.ERROR,
    title="the front matter of this page cannot be read",
    what="Reads what stands between two `---` lines at the top of an ordinary page.",
    why="MkDocs prints front matter it cannot read as part of the page, and says nothing.",
    example="title: The bulletin: a guide",
    instead='title: "The bulletin: a guide"',
)
F906 = Code(
    id="F906",
    severity=Severity.ERROR,
    title="an issue lies directly in content/issues/",
    what="Every Markdown file directly in `content/issues/` is an issue; there are no folders below.",
    why="A page in a folder below would be published as an ordinary page, its citations unread.",
    example="content/issues/2031/05-02-night-berthing.md",
    instead="content/issues/2031-05-02-night-berthing.md",
)
W901 = Code(
    id="W901",
    severity=Severity.ERROR,
    title="two files would be written to one path",
    what="Compares the paths of everything that is published, without regard to upper and lower case.",
    why="One of them would be lost in silence.",
    example="content/archive/index.html beside the archive this tool generates",
    instead="Another name for your own file.",
)
W902 = Code(
    id="W902",
    severity=Severity.ERROR,
    title="this output path leaves its folder",
    what="Output paths are relative, use forward slashes, and have no empty, `.` or `..` parts and no control characters.",
    why="A build must never write anywhere but into its own output.",
    example="../other/index.html",
    instead="other/index.html",
)
F907 = Code(
    id="F907",
    severity=Severity.ERROR,
    title="this is not the image its name says",
    what="Compares the first bytes of every image in the content folder with its suffix, and looks for scripts in drawings.",
    why="Browsers show a broken frame, many mail programs nothing at all; a script in a drawing runs on your website.",
    example="a photograph of a phone (HEIC), renamed to lock.png",
    instead="The image exported anew as PNG, JPEG, GIF, WebP or SVG.",
)
P406 = Code(
    id="P406",
    severity=Severity.ERROR,
    title="this file may not lie in the content folder",
    what="Everything in the content folder is public by definition, so only known types may lie there, and what `publish` names.",
    why="Plain MkDocs copies every `.eml`, `.yml` or `.bak` it finds to the website, and says nothing.",
    example="content/issues/reply.eml",
    instead="The file in the vault, or its name under `publish` in mkdocs.yml.",
    secret=True,
)
P412 = Code(
    id="P412",
    severity=Severity.ERROR,
    title="symbolic links are refused",
    what="Looks for symbolic links among copy, register and drafts.",
    why="A link can lead out of the project, into the vault for one, and what it leads to would be published.",
    example="content/assets/letter.pdf, which is a link to ../../vault/letter.pdf",
    instead="A copy of the file, if it may be published.",
    secret=True,
)
