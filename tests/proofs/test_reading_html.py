from __future__ import annotations

import pytest

from briefing.proofs.readers import HtmlReader


def words(html: str) -> str:
    (shown,) = HtmlReader().read(html.encode())[""]
    return " ".join(shown.text.split())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one two"),
        ("<div>one<div>two</div>three</div>", "one two three"),
        ("one<b>tw</b>o <em>th</em>ree", "onetwo three"),
        ("one<br>two<hr>three", "one two * * * three"),
        ("so.”<sup><a href='#note-3'>3</a></sup>, he said", "so.” [3], he said"),
        ("so<sup>[3, p. 4; 5]</sup>", "so [3, p. 4; 5]"),
        ("<ul><li>one</li><li>two<ul><li>three</ul></ul>", "• one • two • three"),
        ("<ol start='3'><li>one<li>two<li value='9'>nine<li>ten</ol>", "3. one 4. two 9. nine 10. ten"),
        ("<ol start='x'><li>one</ol>", "1. one"),
        ("<ol role='list'><li>[1] one</ol>", "[1] one"),
        ("<figure><img src='a.png' alt='Short rests'><figcaption>Rests</figcaption></figure>", "[Short rests] Rests"),
        ("<p>x<img src='a.png' alt=''>y<img src='b.png'></p>", "xy"),
        ("<table><tr><td>one<td>two</table>", "one two"),
        ("<p>a<script>b</script>c<style>d</style></p><template><p>e</p></template>", "ac"),
        ("<title>no</title><p>yes", "yes"),
        ("<p>one<!-- two -->three</p>", "onethree"),
        ("<p>one</p><!--[if mso]><table><tr><td>two<![endif]--><p>three</p>", "one three"),
        ("<p>one</p><!--[if !mso]><!--><p>two</p><!--<![endif]-->", "one two"),
        ("one&nbsp;two\u2009three\u202ffour", "one two three four"),
        ("<nav>no</nav><article>yes</article>", "yes"),
        ("<article>one</article><article>two</article>", "one two"),
        ("", ""),
        ("<!-- nothing -->", ""),
    ],
)
def test_a_page_is_read_as_a_person_reads_it(html: str, text: str) -> None:
    assert words(html) == text
