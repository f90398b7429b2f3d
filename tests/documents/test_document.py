"""Visible text and the way back to the file."""

from __future__ import annotations

from factcheck.documents.document import EMPTY, Link, Run, Text, TextBuilder, cut


def built() -> tuple[str, Text]:
    source = "  **58**&nbsp;% \r\n  of 10<b>0</b>  "
    builder = TextBuilder()
    builder.add("  ", 0)
    builder.add("58", 4)
    start = builder.mark()
    builder.add("\u00a0", 8, 14)
    builder.add("% ", 14)
    builder.link(start, "u")
    builder.add("\r\n  ", 16)
    builder.add("of 10", 20)
    builder.add("0", 28)
    builder.add("  ", 33)
    return source, builder.build()


def test_white_space_collapses_and_goes_at_the_ends() -> None:
    assert built()[1].text == "58\u00a0% of 100"


def test_spans_lead_back_to_the_file() -> None:
    source, text = built()
    for words, in_file in [
        ("58", "58"),
        ("\u00a0%", "&nbsp;%"),
        ("8\u00a0", "8**&nbsp;"),
        ("of", "of"),
        ("100", "10<b>0"),
        ("% of", "% \r\n  of"),
    ]:
        start = text.text.index(words)
        span = text.span(start, start + len(words))
        assert source[span.start : span.end] == in_file


def test_a_part_keeps_the_marks_behind_its_characters() -> None:
    text = TextBuilder()
    text.add("58% and 61%", 0)
    text.cite("#1")
    text.add(" of all", 11)
    whole = text.build()
    assert whole.links == (Link(11, 11, "#1"),)
    assert [cut(whole, *part).links for part in ((0, 11), (8, 12), (0, 10), (11, 15))] == [
        (Link(11, 11, "#1"),),
        (Link(3, 3, "#1"),),
        (),
        (),
    ]


def test_a_part_keeps_its_place_and_its_links() -> None:
    source, text = built()
    part = cut(text, 1, 6)
    assert part.text == "8\u00a0% o"
    span = part.span(1, 3)
    assert source[span.start : span.end] == "&nbsp;%"
    assert [(part.text[link.start : link.end], link.url) for link in part.links] == [("\u00a0%", "u")]


def test_neighbours_in_the_file_are_one_run() -> None:
    builder = TextBuilder()
    builder.add("a ", 0)
    builder.add("b", 2)
    builder.add("c", 9)
    assert builder.build().runs == (Run(0, 0, 3), Run(3, 9, 10))


def test_lines_break_only_where_asked() -> None:
    builder = TextBuilder()
    builder.add("a \n", 0)
    builder.newline(3, 7)
    builder.add("\nb\nc", 7)
    builder.newline(11, 12)
    assert builder.build().text == "a\nb c"


def test_blanks_alone_are_nothing() -> None:
    builder = TextBuilder()
    builder.add(" \u00a0\t", 0)
    builder.add("\u2003", 3, 9)
    builder.link(0, "u")
    assert builder.build() == EMPTY
