"""HTML pages: what a reader sees of the article."""

from __future__ import annotations

import pytest

from factcheck.documents import html
from tests.documents.reading import assert_true_to_file, outline, texts

BLOCKS = {
    "paragraphs": (
        "<p>One <b>58</b>%\n  of it.</p><p>Two<div>Three<section>Four",
        ["paragraph One 58% of it.", "paragraph Two", "paragraph Three", "paragraph Four"],
    ),
    "text without tags": ("One & two < three\n\n> 4", ["paragraph One & two < three > 4"]),
    "headings": (
        "<h1>A<br>B</h1><h3>C</h2>D</h3>e<h2>F<h2>G",
        ["heading1 A\nB", "heading3 C", "paragraph D", "paragraph e", "paragraph F", "paragraph G"],
    ),
    "lists": (
        "<ul><li>a<ol><li><p>b</p><p>c</p></ol><li>d</ul>e<dl><dt>f<dd>g</dl>",
        ["item1 a", "item2 b", "item2 c", "item1 d", "paragraph e", "item1 f", "item1 g"],
    ),
    "quotations and captions": (
        "<blockquote><p>a</p></blockquote><figure><img src=58.png alt=58><figcaption>b</figcaption></figure>c",
        ["quote a", "caption b", "paragraph c"],
    ),
    "what is not text": (
        "<script>if (a<b) '58'</script><style>p{x:58}</style><pre>58</pre><svg><text>58</text></svg><noscript>58</noscript>a<!-- 58 -->",
        ["paragraph a"],
    ),
    "what is around the article": (
        "<header><a>Site 58</a><nav>1</nav></header><nav>2</nav><h1>A</h1><p>b</p><aside>3</aside><form>4</form><footer>5</footer>",
        ["heading1 A", "paragraph b"],
    ),
    "a header of the article": ("<header><h1>A</h1></header>b", ["heading1 A", "paragraph b"]),
    "a form around the page": ("<form><h1>A</h1><p>b</form>", ["heading1 A", "paragraph b"]),
    "an article": ("<div>1</div><main>2<article><h1>A</h1><header>b</header></article>3</main>", ["heading1 A", "paragraph b"]),
    "a main part with teasers": ("0<main>a<article>b</article><article>c</article></main>1", ["paragraph a", "paragraph b", "paragraph c"]),
    "several articles": ("0<article>a</article>1<article>b</article>", ["paragraph a", "paragraph b"]),
    "hidden elements": (
        "<p hidden>1</p><p style='display: none'>2</p><span aria-hidden=\"true\">3<span>4</span>5</span><p class='hidden sm:block'>a</p>",
        ["paragraph a"],
    ),
    "elements that never end": ("<nav>a<p>b<form>c", ["paragraph a", "paragraph b", "paragraph c"]),
    "stray ends": ("</p></div>a</table></li></td>b", ["paragraph a", "paragraph b"]),
    "struck out": ("<p><s>$15</s> <del>$14</del> $10</p>", ["paragraph $10"]),
    "notes": ("<p>52<sup><a href='#n'>[1]</a></sup>, 10<sup>25</sup>, 1<sup>st</sup></p>", ["paragraph 52, 10^25, 1st"]),
    "addresses": ("<p>see <a href='u'>https://x.org/58</a></p>", ["paragraph see"]),
    "a paragraph in bold alone": (
        "<p><strong>Orbit 2</strong></p><p>words</p><p><b>It is out.</b></p><p><b>Orbit 2</b> is out</p>",
        ["heading6 Orbit 2", "paragraph words", "paragraph It is out.", "paragraph Orbit 2 is out"],
    ),
    "entities": ("<p>58&nbsp;% &amp; 42&#37; &lt 5 &#x1F680; &bogus; AT&T</p>", ["paragraph 58\u00a0% & 42% < 5 \U0001f680 &bogus; AT&T"]),
    "tags in capitals": ("<P>a<BR>b</P><TABLE><TR><TH>A<TH>B<TR><TD>1<TD>2</TABLE>", ["paragraph a\nb", "table/1 A | B // 1 | 2"]),
    "broken tags": ('<p class="a>b</p><p title="c">d</p><e f<p>g', ["paragraph b", "paragraph d", "paragraph <e f", "paragraph g"]),
    "front matter": ("---\ntitle: A\n---\n<p>b</p>", ["title A", "paragraph b"]),
    "nothing": ("", []),
}

TABLES = {
    "a head": ("<table><thead><tr><th>A<th>B<tbody><tr><td>1<td>2</table>", ["table/1 A | B // 1 | 2"]),
    "two rows of headers": (
        "<table><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D<tr><td>1<td>2<td>3</table>",
        ["table/2 A | B | B // A | C | D // 1 | 2 | 3"],
    ),
    "row headers": ("<table><tr><td><th>A<tr><th>B<td>1</table>", ["table/1  | A // B | 1"]),
    "row headers below a row of names": ("<table><tr><td>A<td>B<tr><th>x<td>1</table>", ["table/1 A | B // x | 1"]),
    "no headers named": ("<table><tr><td>A<td>B<tr><td>x<td>1</table>", ["table/1 A | B // x | 1"]),
    "no headers at all": ("<table><tr><td>x<td>1<tr><td>y<td>2</table>", ["table/0 x | 1 // y | 2"]),
    "spans": (
        "<table><tr><th>A<th>B<th>C<tr><td colspan=3>all<tr><td rowspan=2>x<td>1<td>2<tr><td>3<td rowspan=9>4</table>",
        ["table/1 A | B | C // all | all | all // x | 1 | 2 // x | 3 | 4"],
    ),
    "short rows": ("<table><tr><th>A<th>B<tr><td>1<tr><td>2<td>3<td>4</table>", ["table/1 A | B |  // 1 |  |  // 2 | 3 | 4"]),
    "empty cells": ("<table><tr><th>A<th>B<tr><td>&nbsp;<td>1</table>", ["table/1 A | B //  | 1"]),
    "blocks in cells": (
        "<table><tr><th>A<br>b<th><p>B</p><p>c</p><tr><td><ul><li>1<li>2</ul><td>3</table>",
        ["table/1 A b | B c // 1 2 | 3"],
    ),
    "a caption": (
        "a<table><caption>Scores</caption><tr><th>A<th>B<tr><td>1<td>2</table>b",
        ["paragraph a", "caption Scores", "table/1 A | B // 1 | 2", "paragraph b"],
    ),
    "layout": ("<table><tr><td><h1>A</h1><p>b<td>c</table>", ["heading1 A", "paragraph b", "paragraph c"]),
    "a table in one for layout": (
        "<table><tr><td>a<table><tr><th>A<th>B<tr><td>1<td>2</table>b</table>",
        ["paragraph a", "table/1 A | B // 1 | 2", "paragraph b"],
    ),
    "a table for layout by its role": ("<table role=presentation><tr><td>a<td>b</table>", ["paragraph a", "paragraph b"]),
    "one column without a header": ("<table><tr><td>a<tr><td>b</table>", ["paragraph a", "paragraph b"]),
    "one that never ends": ("<table><tr><th>A<th>B<tr><td>1<td>2", ["table/1 A | B // 1 | 2"]),
    "hidden columns": ("<table><tr><th>A<th hidden>B</th><tr><td>1<td>2</table>", ["table/1 A |  // 1 | 2"]),
}


@pytest.mark.parametrize(("source", "expected"), [*BLOCKS.values(), *TABLES.values()], ids=[*BLOCKS, *TABLES])
def test_blocks(source: str, expected: list[str]) -> None:
    for page in (source, source.replace("\n", "\r\n"), "\ufeff" + source):
        document = html.read(page, "a.html")
        assert_true_to_file(document)
        assert outline(document) == expected


def test_head() -> None:
    source = (
        '<!DOCTYPE html><html><head><title>Orbit &amp; 58</title><meta charset="utf-8"><meta name="Description" content="It&#39;s 3">'
        '<meta property="article:published_time" content="2026-05-01T08:00Z"><meta name=author content=A></head><body>b</body></html>'
    )
    document = html.read(source, "a.html")
    assert_true_to_file(document)
    assert outline(document) == ["title Orbit & 58", "title It's 3", "paragraph b"]
    assert document.meta == {
        "title": "Orbit & 58",
        "description": "It's 3",
        "article:published_time": "2026-05-01T08:00Z",
        "author": "A",
        "date": "2026-05-01T08:00Z",
    }


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ('<article><time datetime="2026-05-02">2 May</time></article><time datetime="2026-05-03">', "2026-05-02"),
        ('<time datetime="2026-05-02"></time><script>{"datePublished": "2026-05-01"}</script>', "2026-05-01"),
        ('<time datetime="2026-05-02"></time><meta itemprop="datePublished" content="2026-05-01">', "2026-05-01"),
        ("---\ndate: 2026-05-01\n---\n<time datetime='2026-05-02'></time>", "2026-05-01"),
    ],
)
def test_date(source: str, date: str) -> None:
    assert html.read(source, "a.html").meta["date"] == date


def test_links_and_places() -> None:
    source = '<p>the <a href="https://x.org?a=1&amp;b=2">Orbit\n 2</a> has <i>5</i>8&nbsp;%</p>'
    (block,) = html.read(source, "a.html").blocks
    (link,) = block.text.links
    assert (block.text.text[link.start : link.end], link.url) == ("Orbit 2", "https://x.org?a=1&b=2")
    start = block.text.text.index("58")
    span = block.text.span(start, start + 4)
    assert source[span.start : span.end] == "5</i>8&nbsp;%"


def test_a_link_around_blocks_links_them_all() -> None:
    document = html.read("<a href=u><h2>A</h2><p>b</p></a>c", "a.html")
    assert [[link.url for link in block.text.links] for block in document.blocks] == [["u"], ["u"], []]


def test_comments() -> None:
    source = "<p>a<!-- factcheck: off -->b</p><nav><!-- c --></nav><!-- d"
    comments = html.read(source, "a.html").comments
    assert [(source[span.start : span.end], inner) for span, inner in comments] == [
        ("<!-- factcheck: off -->", " factcheck: off "),
        ("<!-- c -->", " c "),
        ("<!-- d", " d"),
    ]


def test_deep_nesting() -> None:
    assert texts(html.read("<div>" * 2000 + "a" + "</div>" * 2000 + "b", "a.html")) == ["a", "b"]
    assert texts(html.read("<blockquote>" * 2000 + "a", "a.html")) == ["a"]
