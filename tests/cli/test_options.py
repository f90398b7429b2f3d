"""The small parser and Typer read the same: on every option Typer declares, and on whatever else is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.main import get_command

from factcheck.cli import app as application
from factcheck.cli import check, extract, inputs
from factcheck.cli.options import CHOICES, COMMANDS, FLAGS, VALUED, Options, parse
from factcheck.report import CHECK_FORMATS, EXTRACT_FORMATS

GROUP: Any = get_command(application.app)


def typer_reads(argv: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> Options | None:
    """What Typer makes of a command line; None if it is no check or extract that would run."""
    runs: list[Options] = []

    def record(options: Options) -> int:
        runs.append(options)
        return 0

    monkeypatch.setattr(inputs, "inputs", lambda _: ())
    monkeypatch.setattr(check, "run", record)
    monkeypatch.setattr(extract, "run", record)
    application.run(argv)
    return runs[0] if runs else None


def declared(command: str) -> list[tuple[str, list[str]]]:
    """Every option of a command as Typer has it: (spelling, the words that may follow it)."""
    options = []
    for param in GROUP.commands[command].params:
        if param.param_type_name == "option" and param.name != "help":
            choices = getattr(param.type, "choices", None)
            values = [] if param.is_flag else [str(getattr(choice, "value", choice)) for choice in choices or ["some thing"]]
            options += [(spelling, values) for spelling in param.opts]
    return options


@pytest.mark.parametrize("command", ["check", "extract"])
def test_both_know_the_same_options(command: str) -> None:
    assert {spelling for spelling, _ in declared(command)} == {*VALUED[command], *FLAGS[command]}
    for spelling, values in declared(command):
        if (choices := CHOICES[command].get(VALUED[command].get(spelling, ""))) is not None:
            assert values == list(choices)


@pytest.mark.parametrize(
    ("command", "spelling", "value"),
    [
        (command, spelling, value)
        for command in ("check", "extract")
        for spelling, values in declared(command)
        for value in (values if values else (None,))
    ],
)
def test_both_read_every_option_alike(command: str, spelling: str, value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [spelling] if value is None else [spelling, value]
    forms = [[command, *words, "a.md"], [command, "a.md", *words], [command, *words, *words, "--", "-x.md"]]
    if value is not None and spelling.startswith("--"):
        forms.append([command, f"{spelling}={value}", "a.md"])
    if command == "check":
        forms.append([*words, "a.md"])
    for argv in forms:
        read = parse(argv)
        assert read is not None, "the everyday form would start slowly"
        assert read == typer_reads(argv, monkeypatch)


def test_the_formats_and_commands_are_those_there_are() -> None:
    assert set(CHOICES["check"]["format"]) == set(CHECK_FORMATS)
    assert set(CHOICES["extract"]["format"]) == set(EXTRACT_FORMATS)
    assert set(GROUP.commands) == set(COMMANDS)


TYPED = """
a.md - -- check extract init --format json text --format=json --format= -v -vv -ofile -o --why --why=yes --ledger builtin --fail-on
never error --exit-zero --color always --verb -ov --as-of
"""
WORDS = st.sampled_from(["", *TYPED.split()])


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=6))
def test_whatever_the_small_parser_reads_typer_reads_alike(argv: list[str]) -> None:
    if (read := parse(argv)) is not None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            assert typer_reads(argv, monkeypatch) == read


@pytest.mark.parametrize(
    "argv",
    [[], ["--help"], ["a.md", "--help"], ["--version"], ["validate"], ["conflicts", "--format", "json"], ["a.md", "--formt", "json"],
     ["a.md", "--format", "yaml"], ["a.md", "--format"], ["check"], ["extract", "--fail-on", "never", "a.md"], ["extract", "-v", "a.md"]],
)  # fmt: skip
def test_help_mistakes_and_other_commands_are_left_to_typer(argv: list[str]) -> None:
    assert parse(argv) is None


@pytest.mark.parametrize(
    ("argv", "command", "paths"),
    [
        (["a.md"], "check", ("a.md",)),
        (["check", "a.md", "b"], "check", ("a.md", "b")),
        (["extract", "a.md"], "extract", ("a.md",)),
        (["--", "validate"], "check", ("validate",)),
        (["./validate"], "check", ("./validate",)),
        (["check", "validate"], "check", ("validate",)),
        (["check", "--", "--format"], "check", ("--format",)),
        (["-"], "check", ("-",)),
    ],
)
def test_a_path_is_reached_whatever_its_name(
    argv: list[str], command: str, paths: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = parse(argv)
    assert read is not None
    assert (read.command, read.paths) == (command, paths)
    assert typer_reads(argv, monkeypatch) == read
