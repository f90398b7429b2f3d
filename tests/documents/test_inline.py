"""The inside of Markdown blocks: what is visible, and where it stands."""

from __future__ import annotations

import pytest

from factcheck.documents import markdown
from tests.documents.reading import assert_true_to_file, texts

# Markdown of a paragraph, and what is visible of it.
VISIBLE = [
    ("plain words", "plain words"),
    # emphasis
    ("**58**% on the exam", "58% on the exam"),
    ("5**8**", "58"),
    ("**58%**of them", "58%of them"),
    ("***both*** _one_ __two__", "both one two"),
    ("**two *and* one**", "two and one"),
    ("*a **b***", "a b"),
    ("snake_case_name and __init__", "snake_case_name and init"),
    ("5*3 is 15 and 2*4 is 8", "5*3 is 15 and 2*4 is 8"),
    ("5 * 3 and a * b", "5 * 3 and a * b"),
    ("58%* and 42%*", "58%* and 42%*"),
    ("**not closed", "**not closed"),
    ("cost ~$15, later ~$10", "cost ~$15, later ~$10"),
    ("now ~~$15~~ $10", "now $10"),
    ("**Price**:**$5**", "Price:$5"),
    # code
    ("set `max_tokens` to `58`", "set max_tokens to 58"),
    ("``a `tick` b``", "a `tick` b"),
    ("`*no emphasis*` and `&amp;`", "*no emphasis* and &amp;"),
    ("a lone ` backtick", "a lone ` backtick"),
    # links
    ('the [Orbit 2](https://x.org/a_(b)/58 "58 tests") model', "the Orbit 2 model"),
    ("[a [nested] one](u)", "a [nested] one"),
    ("[**58**%](u)", "58%"),
    ("[gone](my file.png) here", "gone here"),
    ("not a [link] at all", "not a [link] at all"),
    ("see https://x.org/58?a=3.1. Then", "see . Then"),
    ("see <https://x.org/58> or <a@b.org>", "see or"),
    ("(https://x.org/58_(1))", "()"),
    ("at www.x58.org, 3", "at , 3"),
    ("at x.org/58, y.github.io/A/b-3.1 and x.org", "at , and x.org"),
    ("Words.ai/Others and the ratio a/b", "Words.ai/Others and the ratio a/b"),
    ("58[^1] and 42[^note2]", "58 and 42"),
    ("58 [[1]](https://x.org) [2](#fn2)", "58"),
    # images
    ("a ![chart of 58%](58.png) b", "a b"),
    # entities and escapes
    ("58&nbsp;% &amp; 42&#37; &lt;5", "58\u00a0% & 42% <5"),
    ("AT&T &bogus; R&D;", "AT&T &bogus; R&D;"),
    (r"\$5 \* 3 \_a\_ \| \~400B \q", r"$5 * 3 _a_ | ~400B \q"),
    # HTML, comments, templates
    ("a <b>58</b>% <span class='x'>of</span> it", "a 58% of it"),
    ("3 < 5 and 7 > 2, <5%", "3 < 5 and 7 > 2, <5%"),
    ("52<sup>1</sup> and 10<sup>25</sup> on the 1<sup>st</sup>", "52 and 10^25 on the 1st"),
    ("52<sup>[a](#n)</sup> x", "52a x"),
    ("a<!-- 58 -->b {/* 42 */}c", "ab c"),
    ("<Chart data={[{ x: 58 }]} onClick={() => 3} /> shown", "shown"),
    ("a {{< figure src='58.png' >}} b {% include 58 %}", "a b"),
    ("<del>$15</del> $10", "$10"),
    # mathematics and money
    ("$x^2 = 4$ and $5 to $10", "$x^2 = 4$ and $5 to $10"),
    # white space
    ("two\nlines", "two lines"),
    ("two  \nbroken\\\nlines<br>here", "two\nbroken\nlines\nhere"),
    ("many   blanks\tand tabs", "many blanks and tabs"),
    ("non\u00a0breaking", "non\u00a0breaking"),
    ("\U0001f680 **58** \U0001f469\u200d\U0001f680", "\U0001f680 58 \U0001f469\u200d\U0001f680"),
]


@pytest.mark.parametrize(("source", "expected"), VISIBLE, ids=[source for source, _ in VISIBLE])
def test_what_is_visible(source: str, expected: str) -> None:
    document = markdown.read(source, "a.md")
    assert_true_to_file(document)
    assert [block.text.text for block in document.blocks if block.kind in ("paragraph", "heading")] == [expected]


@pytest.mark.parametrize(
    ("source", "part", "in_file"),
    [
        ("**58**% on", "58%", "58**%"),
        ("5**8**", "58", "5**8"),
        ("a 58&nbsp;% b", "58\u00a0%", "58&nbsp;%"),
        ("a 58&nbsp;% b", "\u00a0", "&nbsp;"),
        ("[58](u)%", "58%", "58](u)%"),
        (r"costs \$5 now", "$5", "$5"),
        ("- a list\n  item goes on", "list item", "list\n  item"),
        ("> a long\n> quotation", "long quotation", "long\n> quotation"),
        ("10<sup>25</sup> operations", "10^25", "10<sup>25"),
        ("| `a\\|b` | c |\n|---|---|\n| 1 | 2 |", "a|b", "a\\|b"),
    ],
)
def test_where_it_stands_in_the_file(source: str, part: str, in_file: str) -> None:
    document = markdown.read(source, "a.md")
    text = next(
        text for block in document.blocks for text in [block.text, *(cell for row in block.rows for cell in row)] if part in text.text
    )
    start = text.text.index(part)
    span = text.span(start, start + len(part))
    assert source[span.start : span.end] == in_file


@pytest.mark.parametrize(
    ("source", "words", "url"),
    [
        ("the [Orbit 2](https://x.org) model", "Orbit 2", "https://x.org"),
        ("the [Orbit 2][o] model\n\n[O]: <https://x.org> 'title'", "Orbit 2", "https://x.org"),
        ("the [Orbit 2][] model\n\n[orbit  2]: https://x.org", "Orbit 2", "https://x.org"),
        ("the [Orbit 2] model\n\n[orbit 2]: https://x.org", "Orbit 2", "https://x.org"),
        ('the <a class="x" href="https://x.org">Orbit 2</a> model', "Orbit 2", "https://x.org"),
        ("the **[Orbit 2](https://x.org)** model", "Orbit 2", "https://x.org"),
        ("[![badge](b.svg) Orbit 2](https://x.org)", "Orbit 2", "https://x.org"),
    ],
)
def test_links(source: str, words: str, url: str) -> None:
    (text,) = [block.text for block in markdown.read(source, "a.md").blocks if block.kind == "paragraph"]
    assert [(text.text[link.start : link.end], link.url) for link in text.links] == [(words, url)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![58% on the exam](a/58.png)", ["58% on the exam"]),
        ("![*One*](1.png) words ![two](2.png)", ["words", "One", "two"]),
        ("![](58.png)", []),
        ("![chart_58.png](58.png)", []),
        ("| ![58](u) 3 |\n|---|\n| 4 |", ["3", "4"]),
    ],
)
def test_images_leave_their_alternative_text(source: str, expected: list[str]) -> None:
    assert texts(markdown.read(source, "a.md")) == expected
