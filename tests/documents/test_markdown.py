"""The blocks of Markdown pages."""

from __future__ import annotations

import pytest

from factcheck.documents import markdown
from tests.documents.reading import assert_true_to_file, outline

BLOCKS = {
    "paragraphs": ("One\ntwo.\n\n\nThree.", ["paragraph One two.", "paragraph Three."]),
    "headings": ("# A #\n## B {#id}\n###### C\n####### D\n#E", ["heading1 A", "heading2 B", "heading6 C", "paragraph ####### D #E"]),
    "underlined headings": ("A\nand B\n=====\nC\n---\nd", ["heading1 A and B", "heading2 C", "paragraph d"]),
    "paragraphs on top of a rule": (
        "word " * 50 + "\n---\nIt is cheap.\n---",
        ["paragraph " + "word " * 49 + "word", "paragraph It is cheap."],
    ),
    "a bold line is a heading": (
        "**Architecture**\n\nwords\n\n__2. Prices__\nMore\n\n**2026-05-03: Orbit 2**",
        ["heading6 Architecture", "paragraph words", "heading6 2. Prices", "paragraph More", "heading6 2026-05-03: Orbit 2"],
    ),
    "bold is no heading within a text, as a sentence, or with a value": (
        "**Orbit 2** is out\n\n**It is out.**\n\n**Price: $5**\n\n**it goes**\non",
        ["paragraph Orbit 2 is out", "paragraph It is out.", "paragraph Price: $5", "paragraph it goes on"],
    ),
    "rules": ("a\n\n---\n* * *\n___\nb", ["paragraph a", "paragraph b"]),
    "lists": (
        "- a\n  goes on\n- b\n    - c\n\n      more c\n        1. d\n- e",
        ["item1 a goes on", "item1 b", "item2 c", "item2 more c", "item3 d", "item1 e"],
    ),
    "numbered lists": ("1. a\n   - b\n2. c\n  - d\n10) e", ["item1 a", "item2 b", "item1 c", "item2 d", "item1 e"]),
    "lists with tabs": ("-\ta\n\t-\tb\n\t\t-\tc\n-\td", ["item1 a", "item2 b", "item3 c", "item1 d"]),
    "lists with lazy lines": ("- a\nb\n\nc", ["item1 a b", "paragraph c"]),
    "lists with two bullets": ("- •a\n• b\n- [x] c\n- [ ] d", ["item1 a", "item1 b", "item1 c", "item1 d"]),
    "a year is no list number": ("It came out in\n2024. Then more.", ["paragraph It came out in 2024. Then more."]),
    "a number in a paragraph is no list number": (
        "It scored\n58. Then more.\n\n- It came in\n2024. Then more.",
        ["paragraph It scored 58. Then more.", "item1 It came in 2024. Then more."],
    ),
    "a list right below a paragraph": ("Words:\n- a\n1. b", ["paragraph Words:", "item1 a", "item1 b"]),
    "headings and quotations in lists": ("- ## a\n  b\n  > c", ["heading2 a", "item1 b", "quote c"]),
    "quotations": ("> a\n> b\nc\n>\n> - d\n\ne", ["quote a b c", "item1 d", "paragraph e"]),
    "notices": ("> [!NOTE]\n> a\n\n:::tip\nb\n:::", ["quote a", "paragraph b"]),
    "code": ("a\n\n```python\n58\n\n```\n    58\n\n~~~\n58\n~~~~\nb", ["paragraph a", "paragraph b"]),
    "code in lists": ("- a\n  ```\n  58\n  ```\n- b", ["item1 a", "item1 b"]),
    "code that never ends": ("a\n```\n58\n", ["paragraph a"]),
    "footnotes": (
        "58[^1]\n\n[^1]: Run by **us**\n    twice.\n\n    Again.",
        ["paragraph 58", "paragraph Run by us twice.", "paragraph Again."],
    ),
    "addresses for links": ("[a]\n\n[a]: https://x.org/58 '58'\n[b 2]: <u 58>", ["paragraph a"]),
    "modules": ("import X from './x58'\nexport const y = 58\n\nimport duties rose", ["paragraph import duties rose"]),
    "components": ("<Tabs>\n<Tab value='58'>\n\nWords\n\n</Tab>\n</Tabs>", ["paragraph Words"]),
    "tables": ("| A | B |\n|---|:-:|\n| 1 | **2** |\n", ["table/1 A | B // 1 | 2"]),
    "tables without outer pipes": ("A | B\n:--|--:\n1 | 2\nwords", ["table/1 A | B // 1 | 2", "paragraph words"]),
    "tables whose rule has no outer pipes": ("| A | B |\n---|---\n| 1 | 2 |", ["table/1 A | B // 1 | 2"]),
    "tables with tabs": (
        "Scores\n\nA\tB\nx\t1\ny\t**2**\n\nwords",
        ["paragraph Scores", "table/1 A | B // x | 1 // y | 2", "paragraph words"],
    ),
    "two lines with tabs are no table": ("A\tB\nx\t1", ["paragraph A B x 1"]),
    "tables of one column": ("| A |\n|---|\n| 1 |\n\n| A |\n:---:\n| 1 |", ["table/1 A // 1", "table/1 A // 1"]),
    "tables with empty and missing cells": ("| A | B | C |\n|---|---|---|\n| 1 || 3\n| 4 |", ["table/1 A | B | C // 1 |  | 3 // 4 |  | "]),
    "tables with more cells than headers": ("| A |\n|---|\n| 1 | 2 | 3 |", ["table/1 A |  |  // 1 | 2 | 3"]),
    "tables with pipes in cells": ("| A | B |\n|--|--|\n| a\\|b | `c|d` |", ["table/1 A | B // a|b | c|d"]),
    "tables with a lone backtick": ("| A | B |\n|--|--|\n| a` | b |", ["table/1 A | B // a` | b"]),
    "tables below a paragraph": ("Scores:\n| A | B |\n|--|--|\n| 1 | 2 |", ["paragraph Scores:", "table/1 A | B // 1 | 2"]),
    "tables in lists": ("- a\n  | A | B |\n  |--|--|\n  | 1 | 2 |\n- b", ["item1 a", "table/1 A | B // 1 | 2", "item1 b"]),
    "tables below lists": ("- a\n| A | B |\n|--|--|\n| 1 | 2 |", ["item1 a", "table/1 A | B // 1 | 2"]),
    "tables in quotations": ("> | A | B |\n> |--|--|\n> | 1 | 2 |", ["table/1 A | B // 1 | 2"]),
    "tables without a header": ("|---|---|\n| 1 | 2 |", ["table/0 1 | 2"]),
    "tables without a rule": ("| A | B |\n| 1 | 2 |\n\n| 1 | 2 |\n| 3 | 4 |", ["table/1 A | B // 1 | 2", "table/0 1 | 2 // 3 | 4"]),
    "tables with a second header": (
        "| A | B |\n|--|--|\n| 1 | 2 |\n| C | D |\n|--|--|\n| 3 | 4 |",
        ["table/1 A | B // 1 | 2 // C | D // 3 | 4"],
    ),
    "tables with breaks, links, marks": (
        "| [A](u)<br>x[^1] | B&nbsp;<sup>2</sup> |\n|--|--|\n| ~~1~~ **2** | <b>3</b> |",
        ["table/1 A x | B // 2 | 3"],
    ),
    "a line with a pipe is no table": ("a | b\nc", ["paragraph a | b c"]),
    "HTML headings and paragraphs": (
        "<h3>A</h3>\n<p align='center'>\n  b <b>58</b>\n</p>\nc",
        ["heading3 A", "paragraph b 58", "paragraph c"],
    ),
    "HTML around Markdown": (
        "<details>\n<summary>More</summary>\n\n## A\n**b**\n\n</details>\n<div>\n*c*\n</div>",
        ["paragraph More", "heading2 A", "paragraph b", "paragraph c"],
    ),
    "HTML tables": (
        "Words\n<table>\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1</td><td>2 &amp; 3</td></tr>\n</table> after\n- x",
        ["paragraph Words", "table/1 A | B // 1 | 2 & 3", "paragraph after", "item1 x"],
    ),
    "HTML tables in lists": (
        "- a\n\n  <table><tr><th>A</th></tr>\n  <tr><td>1</td></tr></table>\n- b",
        ["item1 a", "table/1 A // 1", "item1 b"],
    ),
    "HTML that is not text": ("<script>\n58\n\n58\n</script>\n<pre>\n58\n</pre>\n<img src='58' alt='58'>\na", ["paragraph a"]),
    "HTML that never ends": ("<table>\n<tr><td>1\n\n<p>b\n\nc", ["paragraph 1", "paragraph b", "paragraph c"]),
    "Markdown in HTML tables": (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>\n\n**58**%\n\n</td><td>a * b *</td></tr></table>",
        ["table/1 A | B // 58% | a * b *"],
    ),
    "inline HTML at the start of a line": ("<strong>58</strong> is\n<br>\nit", ["paragraph 58 is\nit"]),
    "nothing": ("", []),
    "blanks": (" \n\t\n\u00a0\n", []),
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(source: str, expected: list[str]) -> None:
    document = markdown.read(source, "a.md")
    assert_true_to_file(document)
    assert outline(document) == expected


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_in_files_with_other_newlines(source: str, expected: list[str]) -> None:
    document = markdown.read("\ufeff" + source.replace("\n", "\r\n"), "a.md")
    assert_true_to_file(document)
    assert outline(document) == expected


def test_mdx_has_no_indented_code() -> None:
    assert outline(markdown.read("<Note>\n\n    Words\n\n</Note>", "a.mdx")) == ["paragraph Words"]
    assert outline(markdown.read("<Note>\n\n    Words\n\n</Note>", "a.md")) == []


COMMENTS = {
    "in a list": ("- a\n<!-- 1 -->\n- b\n  <!-- 2 -->\n  c", ["item1 a", "item1 b c"]),
    "in a table": ("| A | B |\n|--|--|\n<!-- 1 -->\n| 1 | 2 <!-- 2 --> |", ["table/1 A | B // 1 | 2"]),
    "in a heading": ("## A <!-- 1 -->\n<!-- 2 -->\nb", ["heading2 A", "paragraph b"]),
    "in a quotation": ("> a\n> <!-- 1\n> more -->\n> b <!-- 2 -->", ["quote a b"]),
    "over several lines": ("a\n<!-- 1\n\n# 58\n\n--> b\n\nc {/* 2\n58 */}", ["paragraph a b", "paragraph c"]),
    "of MDX": ("{/* 1 */}\n\na {/* 2 */} b", ["paragraph a b"]),
}


@pytest.mark.parametrize(("source", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_comments_are_collected_and_end_nothing(source: str, expected: list[str]) -> None:
    document = markdown.read(source, "a.md")
    assert_true_to_file(document)
    assert outline(document) == expected
    assert [inner.split()[0] for _, inner in document.comments] == ["1", "2"]


def test_comments_in_code_are_code() -> None:
    document = markdown.read("```\n<!-- a -->\n```\n\n`<!-- b -->`\n\n    <!-- c -->\n", "a.md")
    assert document.comments == ()
    assert outline(document) == ["paragraph <!-- b -->"]


def test_a_comment_keeps_its_place() -> None:
    source = "a <!-- factcheck: off --> b"
    ((span, inner),) = markdown.read(source, "a.md").comments
    assert (source[span.start : span.end], inner) == ("<!-- factcheck: off -->", " factcheck: off ")


def test_a_comment_that_never_ends_hides_the_rest_as_in_a_browser() -> None:
    assert outline(markdown.read("a\n\n<!-- b\n\nc", "a.md")) == ["paragraph a"]


def test_deep_nesting_is_read_to_a_depth() -> None:
    assert outline(markdown.read(">" * 50 + " deep", "a.md"))[-1].endswith("deep")
    assert outline(markdown.read("- " * 50 + "deep", "a.md"))[-1].endswith("deep")


def test_a_component_is_read_by_its_elements() -> None:
    page = (
        "import React from 'react';\n\n"
        "export default function Article() {\n"
        "  return (\n"
        "    <article>\n"
        "      <h1>Aurora</h1>\n"
        '      <p className="lead">\n'
        "        Aurora 2 scores {' '}<strong>57%</strong>.\n"
        "      </p>\n\n"
        "      <p>It is new.</p>\n"
        "    </article>\n"
        "  );\n"
        "}\n"
    )
    blocks = [(block.kind, " ".join(block.text.text.split())) for block in markdown.read(page, "page.md").blocks]
    assert blocks[0] == ("heading", "Aurora")
    assert any("Aurora 2 scores" in text and "57%" in text for _, text in blocks)
    assert any(text.startswith("It is new.") for _, text in blocks)
    assert not any("import" in text for _, text in blocks)


def test_a_page_that_is_set_in_as_a_whole_is_no_code() -> None:
    set_in = "    Aurora 2 scores 57%.\n\n    It is new.\n"
    assert [block.text.text for block in markdown.read(set_in, "page.md").blocks] == ["Aurora 2 scores 57%.", "It is new."]
    mostly_text = "Aurora 2 is new.\n\nIt is fast.\n\nIt is here.\n\n    x = 57\n"
    assert not any("57" in block.text.text for block in markdown.read(mostly_text, "page.md").blocks)


def test_elements_that_are_set_in_are_no_code() -> None:
    page = "Some text.\n\nMore of it.\n\n    <p>Aurora 2 scores 57%.</p>\n\n    x = 57\n"
    assert [block.text.text for block in markdown.read(page, "page.md").blocks] == ["Some text.", "More of it.", "Aurora 2 scores 57%."]


def test_a_page_in_a_fence_of_markdown_is_read() -> None:
    page = "```markdown\n# News\n\nAurora 2 scores 57%.\n```\n"
    assert [(block.kind, block.text.text) for block in markdown.read(page, "page.md").blocks] == [
        ("heading", "News"),
        ("paragraph", "Aurora 2 scores 57%."),
    ]
    sample = "Write it so.\n\nOr so.\n\nOr so.\n\n```markdown\nAurora 2 scores 57%.\n```\n\nThe end.\n"
    assert not any("57" in block.text.text for block in markdown.read(sample, "page.md").blocks)


def test_sentences_in_the_strings_of_a_module_are_read() -> None:
    page = "export const post = {\n  slug: 'aurora-2',\n  paragraphs: [\n    \"Aurora 2 scores 57% on MMLU, more than any.\",\n  ],\n};\n"
    assert [block.text.text for block in markdown.read(page, "page.md").blocks] == ["Aurora 2 scores 57% on MMLU, more than any."]
    assert not markdown.read("import a from 'one two three four five six seven.js'\nexport const x = 57;\n", "page.md").blocks


def test_fences_within_and_behind_a_fence_of_markdown_keep_their_ends() -> None:
    wrapped = "```markdown\nAurora 2 scores 57%.\n\n```python\nx = 61\n```\n\nIt is new.\n```\n"
    assert [block.text.text for block in markdown.read(wrapped, "page.md").blocks] == ["Aurora 2 scores 57%.", "It is new."]
    behind = "```markdown\nx = 57\n```\n\nA.\n\nB.\n\n```python\nx = 61\n```\n"
    assert [block.text.text for block in markdown.read(behind, "page.md").blocks] == ["A.", "B."]
