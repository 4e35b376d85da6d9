"""An invented archive in the formats of four systems, made here as they make it: raw HTML, comments, embeds and drafts in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

HTML = """\
<!-- wp:paragraph --><p>The guild wrote: “Since January nobody rests…</p><p>“We call it <em>a paper rule</em>.</p><!-- /wp:paragraph -->
<!--kg-card-begin: html--><div class="x" onclick="steal()"><script>alert(1)</script>5 * 3 _is_ [@fifteen] &amp; <b>more</b></div><!--kg-card-end: html-->
<h1>The “rule”</h1><p>See <a href="/2020/rests/">our <i>report</i></a>, or <a href="javascript:alert(1)">not</a>.<br>#2 &lt;b&gt; {: .x}</p>
<ul><li>one<ol><li>two</li></ol></li><li><p>three</p><p>four</p></li></ul>
<figure><img src="/images/rests.png" alt="Rests [by] month"><figcaption>By month</figcaption></figure>
<blockquote><p>Rule 9</p><p>— the board</p></blockquote><iframe src="https://video.example/1"></iframe>
<table><tr><th>Month</th><th>Rests</th></tr><tr><td>March</td><td>41 | 42</td></tr></table><pre><code>a &lt; b
```</code></pre><hr><style>p {}</style>text at the end \u200b<del>gone</del>"""
MARKDOWN = "The guild *wrote*:\n\n- one\n\n    - two\n\n{% if x %}<div markdown>raw</div>{% endif %}\n\n<!-- a comment -->\n\n[report](/2020/rests/)\n"


def ghost(folder: Path) -> Path:
    posts: list[dict[str, Any]] = [
        {"id": "5f0000000000000000000001", "title": "Night & “berthing”", "slug": "night-berthing", "html": HTML, "status": "published",
         "type": "post", "published_at": "2020-03-02T07:00:00.000Z", "custom_excerpt": None},
        {"id": "5f0000000000000000000002", "title": "Tugs: the row", "slug": "tugs", "html": "<p>Tugs.</p>", "status": "draft", "type": "post",
         "published_at": None, "created_at": "2020-04-02T07:00:00.000Z"},
        {"id": "5f0000000000000000000003", "title": "About", "slug": "about", "html": "<p>About.</p>", "status": "published", "type": "page",
         "published_at": "2020-01-01T00:00:00.000Z"},
        {"id": "5f0000000000000000000004", "title": "2020", "slug": "2020", "html": None, "plaintext": "A & <b>\n\nc", "status": "published",
         "type": "post", "published_at": "2020-05-02T07:00:00.000Z"},
    ]  # fmt: skip
    data = {
        "posts": posts,
        "tags": [{"id": "t1", "name": "Safety"}],
        "posts_tags": [{"post_id": posts[0]["id"], "tag_id": "t1", "sort_order": 0}],
        "users": [{"id": "u1", "name": "Ines Calloway"}],
        "posts_authors": [{"post_id": posts[0]["id"], "author_id": "u1", "sort_order": 0}],
        "settings": [{"key": "url", "value": "https://old.example"}],
    }
    place = folder / "lantern.ghost.json"
    place.write_text(json.dumps({"db": [{"meta": {"version": "5.80.0"}, "data": data}]}), encoding="utf-8")
    return place


_WXR = """\
<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Lantern</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[ines]]></wp:author_login><wp:author_display_name><![CDATA[Ines Calloway]]></wp:author_display_name></wp:author>
{items}
</channel></rss>
"""
_ITEM = """\
<item><title>{title}</title><link>{link}</link><dc:creator><![CDATA[ines]]></dc:creator><guid isPermaLink="false">{guid}</guid>
<content:encoded><![CDATA[{html}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date><![CDATA[{date}]]></wp:post_date><wp:post_date_gmt><![CDATA[{gmt}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[{name}]]></wp:post_name><wp:status><![CDATA[{status}]]></wp:status><wp:post_type><![CDATA[{kind}]]></wp:post_type>
<category domain="category" nicename="safety"><![CDATA[Safety]]></category></item>
"""
CLASSIC = 'First part\nof it.\n\n[caption id="a" width="3"]<img src="x.png" alt="" /> Words[/caption]\n\n<h2>Then</h2>\n\n“Never closed.'


def wordpress(folder: Path) -> Path:
    rows = [
        ("1", "Night &amp; berthing", "night-berthing", HTML, "publish", "post", "2020-03-02 07:00:00", "2020-03-02 07:00:00"),
        ("2", "Classic", "classic", CLASSIC, "publish", "post", "2020-03-03 07:00:00", "2020-03-03 07:00:00"),
        ("3", "Tugs", "", "Tugs.", "draft", "post", "2020-04-02 07:00:00", "0000-00-00 00:00:00"),
        ("4", "About", "about", "About.", "publish", "page", "2020-01-02 07:00:00", "2020-01-02 07:00:00"),
    ]
    items = "".join(
        _ITEM.format(number=number, title=title, link=f"https://old.example/2020/03/{name}/", guid=escape(f"https://old.example/?p={number}"),
                     html=html, name=name, status=status, kind=kind, date=date, gmt=gmt)
        for number, title, name, html, status, kind, date, gmt in rows
    )  # fmt: skip
    place = folder / "lantern.WordPress.xml"
    place.write_text(_WXR.replace("{items}", items), encoding="utf-8")
    return place


def _written(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def jekyll(folder: Path) -> Path:
    return _written(
        folder / "jekyll",
        {
            "_config.yml": "url: https://old.example\npermalink: pretty\n",
            "_posts/2020-03-02-night-berthing.md": f"---\nlayout: post\ntitle: 'Night: berthing'\ncategories: [safety]\n---\n{MARKDOWN}",
            "_posts/2020-03-05-own.html": f"---\ntitle: Own\npermalink: /own/place.html\ndate: 2020-03-05 08:00:00 +0100\n---\n{HTML}",
            "_posts/undated.md": "No date.\n",
            "_drafts/tugs.md": "---\ntitle: Tugs\ndate: 2020-04-02\n---\nTugs.\n",
            "about.md": "---\ntitle: About\n---\nAbout.\n",
        },
    )


def pelican(folder: Path) -> Path:
    return _written(
        folder / "pelican",
        {
            "pelicanconf.py": "SITEURL = 'https://old.example'\nARTICLE_URL = 'posts/{date:%Y}/{slug}.html'\n",
            "content/safety/night.md": f"Title: Night: berthing\nDate: 2020-03-02 07:00\nSlug: night-berthing\nAuthors: Ines Calloway\nTags: pilots, nights\n\n{MARKDOWN}",
            "content/own.md": f"---\ntitle: Own\ndate: 2020-03-05\n---\n{HTML}",
            "content/tugs.md": "Title: Tugs\nDate: 2020-04-02\nStatus: draft\n\nTugs.\n",
            "content/pages/about.md": "Title: About\nDate: 2020-01-01\n\nAbout.\n",
            "content/old.rst": "Old\n###\n:date: 2020-01-01\n",
        },
    )
