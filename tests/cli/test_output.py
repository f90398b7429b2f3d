from __future__ import annotations

import io

import pytest

from factcheck.cli.options import Options
from factcheck.cli.output import status, view, wants_color, width
from factcheck.cli.streams import write_to


class Stream(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


COLORS: list[tuple[str, bool, dict[str, str], bool]] = [
    # option, terminal, environment, colour
    ("auto", True, {}, True),
    ("auto", True, {"TERM": "xterm-256color"}, True),
    ("auto", False, {}, False),
    ("auto", True, {"TERM": "dumb"}, False),
    ("auto", True, {"NO_COLOR": "1"}, False),
    ("auto", True, {"NO_COLOR": ""}, True),
    ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ("auto", False, {"FORCE_COLOR": "1"}, True),
    ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
    ("auto", False, {"FORCE_COLOR": "0"}, False),
    ("auto", False, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ("always", False, {"NO_COLOR": "1"}, True),
    ("never", True, {"FORCE_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("option", "terminal", "environ", "color"), COLORS)
def test_who_decides_on_colour(option: str, terminal: bool, environ: dict[str, str], color: bool) -> None:
    assert wants_color(option, Stream(terminal), environ) is color


@pytest.mark.parametrize(("columns", "expected"), [("", 80), ("72", 72), ("30", 60), ("240", 100), ("0", 80), ("wide", 80)])
def test_the_width_is_what_reads_well(columns: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width(Stream(False)) == expected


def test_what_is_being_done_is_told_in_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    for terminal, told in ((True, f"\r\x1b[Kreading\r\x1b[K{'x' * 59}\r\x1b[K"), (False, "")):
        stream = Stream(terminal)
        with status(stream) as tell:
            tell("reading")
            tell("x" * 80)
        assert stream.getvalue() == told


def test_a_report_in_a_file_has_no_colour_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert not view(Options("check", (), output="report.txt"), Stream(True)).color
    assert view(Options("check", (), output="report.txt", color="always"), Stream(False)).color


def test_people_get_escapes_for_what_their_terminal_cannot_show() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    write_to(stream, "5 € 模\n")
    stream.flush()
    assert raw.getvalue() == b"5 \\u20ac \\u6a21\n"


def test_programs_get_utf_8_whatever_the_locale() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    write_to(stream, "5 €\n", as_utf8=True)
    stream.flush()
    assert raw.getvalue().decode("utf-8") == "5 €\n"
