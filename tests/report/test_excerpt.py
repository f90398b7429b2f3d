from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.places import Lines, Span
from factcheck.report.excerpt import excerpt
from factcheck.report.layout import cells, plain, visible


def shown(source: str, words: str, width: int = 80) -> list[str]:
    start = source.index(words)
    return [plain(line) for line in excerpt(Lines(source), Span(start, start + len(words)), width, "error")]


def test_the_words_are_marked_in_their_line() -> None:
    assert shown("One.\r\nIt scores 58% now.\r\nThree.", "58%") == [
        "    2 | It scores 58% now.",
        "      |           ^^^",
    ]


def test_a_long_line_is_cut_to_whole_words_around_the_marked_ones() -> None:
    source = "word " * 50 + "58%" + " more" * 50
    assert shown(source, "58%", 60) == [
        "    1 | ... word word word word word 58% more more more ...",
        "      |                              ^^^",
    ]


def test_the_room_one_side_does_not_need_goes_to_the_other() -> None:
    assert shown("It is 58%" + " more" * 50, "58%", 60)[0] == "    1 | It is 58% more more more more more more more ..."
    assert shown("word " * 50 + "58%.", "58%", 40)[0] == "    1 | ... word word word word 58%."


def test_tabs_and_wide_characters_keep_the_marks_below_the_words() -> None:
    assert shown("|\t模型 | 58% |", "58%") == ["    1 | |    模型 | 58% |", "      |             ^^^"]


def test_what_could_steer_a_terminal_is_shown_as_its_escape() -> None:
    assert shown("a\x1b[2J 58%\u202e!", "58%")[0] == "    1 | a\\x1b[2J 58%\\u202e!"


def test_words_over_several_lines_are_marked_to_the_end_of_the_first() -> None:
    assert shown("It has 58\npercent of it", "58\npercent") == ["    1 | It has 58", "      |        ^^"]


def test_a_line_without_blanks_is_cut_between_characters() -> None:
    assert shown("字" * 200 + "58%" + "字" * 200, "58%", 40)[0] == "    1 | ... 字字字字字字58%字字字字 ..."


def test_an_empty_file_has_an_empty_line() -> None:
    assert [plain(line) for line in excerpt(Lines(""), Span(0, 0), 80, "error")] == ["    1 |", "      | ^"]


TEXTS = st.text(st.sampled_from("ab 5%\t模é\u0301👍\x1b\n"), min_size=1, max_size=300)


@settings(max_examples=200)
@given(TEXTS, st.data())
def test_marks_stand_below_the_words_within_the_width(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(start + 12, len(source))))
    line, marks = (plain(line) for line in excerpt(Lines(source), Span(start, end), 80, "error"))
    assert cells(line) <= 80
    words = "".join(visible(char) for char in source[start:end].split("\n", maxsplit=1)[0])
    if words and words == words.rstrip():
        before = next(i for i in range(len(line) + 1) if cells(line[:i]) == marks.index("^"))
        assert line[before:].lstrip("\u0301").startswith(words.lstrip("\u0301"))
        assert marks.count("^") == max(cells(words), 1)
