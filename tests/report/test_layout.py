from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.report.layout import aligned, cells, fill, harmless, plain, wrap

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(WORDS)
def test_nothing_an_article_holds_can_steer_a_terminal(text: str) -> None:
    shown = harmless(text)
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert not set(shown) & set("\u202e\u2066\u2028\u200f")


def test_escapes_are_shown_as_what_they_are() -> None:
    assert harmless("a\x1b[31mb\tc\r\u202ed\u2028e") == "a\\x1b[31mb    c\\r\\u202ed\\u2028e"


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert (cells("ab"), cells("模型"), cells("e\u0301"), cells("👍"), cells("a\u00adb")) == (2, 4, 1, 2, 2)


@settings(max_examples=100)
@given(WORDS, st.integers(10, 100))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(cells(line) <= width for line in lines if " " in line)


CELL = st.sampled_from(["", "58%", "without tools", "Artificial Analysis and others", "小さな模型"])
CELLS = st.lists(st.tuples(CELL, CELL, CELL), max_size=5)


@settings(max_examples=100)
@given(CELLS, st.integers(60, 100), st.integers(0, 4))
def test_columns_stand_below_each_other_within_the_width(rows: list[tuple[str, str, str]], width: int, indent: int) -> None:
    lines = [plain(line) for line in aligned(rows, width, indent)]
    assert all(cells(line) <= width for line in lines)
    assert sorted(" ".join(lines).split()) == sorted(" ".join(" ".join(row) for row in rows).split())


def test_columns_that_are_empty_throughout_are_left_out() -> None:
    assert [plain(line) for line in aligned([("a", "", "b"), ("cc", "", "d")], 80)] == ["a   b", "cc  d"]


def test_the_widest_column_is_wrapped() -> None:
    rows = [("50.4%", "with tools, extended thinking", "Gauge Lab")]
    assert [plain(line) for line in aligned(rows, 34, 2)] == [
        "  50.4%  with tools,     Gauge Lab",
        "         extended",
        "         thinking",
    ]


def test_filling_counts_columns_not_characters() -> None:
    assert fill("模型", 6) == "模型  "
