"""Questions in a terminal: with completion by tab, asked again until the answer will do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from factcheck.errors import UsageError


def in_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, accept: Callable[[str], object] = str, choices: Sequence[str] = (), default: str = "") -> str:
    """The answer to a question, once `accept` takes it without a UsageError. An empty answer is the default.

    Raises KeyboardInterrupt where the input ends.
    """
    while True:
        try:
            with _completing(choices):
                answer = input(f"{question} [{default}]: " if default else f"{question}: ").strip() or default
        except EOFError:
            print()
            raise KeyboardInterrupt from None
        try:
            accept(answer)
        except UsageError as error:
            print(f"  {error}")
        else:
            return answer


def agreed(question: str, default: bool) -> bool:
    """The answer to a yes-or-no question."""

    def accept(answer: str) -> None:
        if answer.lower() not in ("", "y", "yes", "n", "no"):
            raise UsageError("answer y or n")

    answer = ask(f"{question} [{'Y/n' if default else 'y/N'}]", accept).lower()
    return answer.startswith("y") or (default and not answer)


def completions(start: str, choices: Sequence[str]) -> list[str]:
    """The choices that begin as what is typed, whatever its case, then those with a word that does.

    >>> completions("op", ["Opus 4.6", "Claude Opus 4.6", "Sonnet"])
    ['Opus 4.6', 'Claude Opus 4.6']
    """
    wanted = start.casefold()
    first = [choice for choice in choices if choice.casefold().startswith(wanted)]
    return first + [choice for choice in choices if choice not in first and f" {wanted}" in choice.casefold()]


@contextmanager
def _completing(choices: Sequence[str]) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # not everywhere
        yield
        return
    before, delimiters = readline.get_completer(), readline.get_completer_delims()

    def complete(text: str, state: int) -> str | None:
        found = completions(text, choices)
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims("")  # names have blanks
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)
