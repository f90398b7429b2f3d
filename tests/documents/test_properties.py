"""What holds for any input, however broken, of every reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Document, html, markdown, text
from tests.documents.reading import assert_true_to_file, texts

Reader = Callable[[str, str], Document]

# Markup in pieces, so that they meet in every order and nesting.
WORDS = ["Orbit 2", "58%", "$2.50", "3.1", "and", "a", "5*3", "snake_case", "naïve", "\U0001f680", "\u00a0", "x\u2011y", "Ω", "."]
MARKDOWN = [
    *["# ", "## ", "- ", "* ", "1. ", "> ", "    ", "\t", "---", "===", "***", "```", "~~~", "`", "``", "|", "|---|", ":-:", "\\|", "\\"],
    *[
        "**",
        "*",
        "_",
        "__",
        "~~",
        "[",
        "](",
        ")",
        "![",
        "]",
        "[^1]",
        "[^1]: ",
        "[a]: u",
        "<br>",
        "<!--",
        "-->",
        "{/*",
        "*/}",
        "&amp;",
        "&nbsp;",
    ],
    *[
        "https://x.org/58",
        "<https://x.org>",
        "<table>",
        "</table>",
        "<td>",
        "<div>",
        "</div>",
        "<p>",
        "<sup>1</sup>",
        "{{ x }}",
        "+++",
        "title: ",
    ],
]
HTML = [
    *["<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "<td colspan=2>", "<th rowspan='2'>"],
    *["</table>", "<thead>", "<h2>", "</h2>", "<a href='u'>", "</a>", "<br/>", "<!--", "-->", "<script>", "</script>", "<nav>", "</nav>"],
    *[
        "<article>",
        "</article>",
        "<main>",
        "</main>",
        "&nbsp;",
        "&#39;",
        "&bogus;",
        "<",
        ">",
        "<sup>",
        "</sup>",
        "<title>",
        "</title>",
        "<caption>",
    ],
    *[
        '<meta name="description" content="a">',
        "<blockquote>",
        "</blockquote>",
        "<form>",
        "</form>",
        "<header>",
        "</header>",
        "<span hidden>",
    ],
]


def pages(pieces: list[str]) -> st.SearchStrategy[str]:
    parts = st.one_of(st.sampled_from(pieces), st.sampled_from(WORDS), st.sampled_from([" ", " ", "\n", "\n", "\n\n", "\n  "]))
    return st.lists(parts, max_size=40).map("".join)


@pytest.mark.parametrize(
    ("reader", "path"), [(text.read, "a.txt"), (markdown.read, "a.md"), (markdown.read, "a.mdx"), (html.read, "a.html")]
)
@settings(max_examples=60)
@given(source=st.text(max_size=200))
def test_any_text_is_read(reader: Reader, path: str, source: str) -> None:
    assert_true_to_file(reader(source, path))


@settings(max_examples=200)
@given(source=pages(MARKDOWN))
def test_any_markdown_is_read_true_to_the_file(source: str) -> None:
    assert_true_to_file(markdown.read(source, "a.md"))


@settings(max_examples=200)
@given(source=pages(HTML))
def test_any_html_is_read_true_to_the_file(source: str) -> None:
    assert_true_to_file(html.read(source, "a.html"))


@settings(max_examples=100)
@given(source=pages(["- ", "• ", "1. ", "|", "\t", "----", "A longer line that an editor broke at some column or other, and"]))
def test_any_plain_text_is_read_true_to_the_file(source: str) -> None:
    assert_true_to_file(text.read(source, "a.txt"))


@settings(max_examples=150)
@given(source=pages(MARKDOWN + HTML))
def test_newlines_of_any_kind_and_a_byte_order_mark_change_nothing_visible(source: str) -> None:
    for read in (text.read, markdown.read, html.read):
        plain = texts(read(source, "a"))
        assert texts(read(source.replace("\n", "\r\n"), "a")) == plain
        assert texts(read("\ufeff" + source, "a")) == plain


@settings(max_examples=100)
@given(pieces=st.lists(st.sampled_from(["58%", "about", "3.1", "Orbit", "\u00a0", "é"]), min_size=1, max_size=8), data=st.data())
def test_any_part_of_marked_up_words_is_found_in_the_file(pieces: list[str], data: st.DataObject) -> None:
    source = " ".join(data.draw(st.sampled_from(["{}", "**{}**", "[{}](u)", "<b>{}</b>"])).format(piece) for piece in pieces)
    for block in markdown.read(source, "a.md").blocks:
        for i, run in enumerate(block.text.runs):
            end = block.text.runs[i + 1].at if i + 1 < len(block.text.runs) else len(block.text.text)
            a = data.draw(st.integers(run.at, end - 1))
            b = data.draw(st.integers(a + 1, end))
            span = block.text.span(a, b)
            assert source[span.start : span.end] == block.text.text[a:b]
