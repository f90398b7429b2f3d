"""`factcheck add`: one claim into a ledger, by options or at the prompt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.ledger import LedgerOption
from factcheck.cli.streams import complain, write_to

if TYPE_CHECKING:
    from factcheck.growing.adding import Entered
    from factcheck.growing.typed import Typed


def _text(metavar: str, help_: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=help_, show_default=False)
    return option


def add(
    *,
    subject: Annotated[str, _text("NAME", "What it is about: id, name or alias.")] = "",
    metric: Annotated[str, _text("NAME", "What is measured or stated: id, name or alias.")] = "",
    value: Annotated[str, _text("VALUE", "58, 58%, $2.50, 1M, 80..82, 2026-04-08, planned.")] = "",
    unit: Annotated[str, _text("UNIT", "The value's unit, if it is not the metric's.")] = "",
    op: Annotated[str, _text("OP", "How it is meant: = ~ > >= < <=.")] = "",
    condition: Annotated[list[str] | None, _text("KEY=VALUE", "What it holds under, such as mode=thinking. Repeatable.")] = None,
    headline: Annotated[bool, typer.Option("--headline", help="The figure meant where no condition is named.")] = False,
    by: Annotated[str, _text("NAME", "Who measured or says so. [default: the source's publisher]")] = "",
    source: Annotated[list[str] | None, _text("SOURCE", "Where it can be read: id or address. Repeatable.")] = None,
    as_of: Annotated[str, _text("DATE", "When it was true, if not always.")] = "",
    until: Annotated[str, _text("DATE", "When it stopped being true.")] = "",
    status: Annotated[str, _text("STATUS", "current, superseded, retracted or refuted.")] = "",
    note: Annotated[str, _text("TEXT", "A sentence for readers of reports.")] = "",
    id_: Annotated[str, typer.Option("--id", metavar="ID", help="What reports call it.", show_default=False)] = "",
    replaces: Annotated[str, _text("ID", "End this claim: the new one takes its place.")] = "",
    publisher: Annotated[str, _text("NAME", "Of a new source: who published it.")] = "",
    title: Annotated[str, _text("TEXT", "Of a new source: what it is called.")] = "",
    source_kind: Annotated[str, _text("KIND", "Of a new source: vendor, evaluator, paper, press, aggregator, social.")] = "",
    url: Annotated[str, _text("URL", "Of a new source: its address.")] = "",
    published: Annotated[str, _text("DATE", "Of a new source: when it was published.")] = "",
    subject_kind: Annotated[str, _text("KIND", "Of a new subject: model, organisation, product, person, benchmark.")] = "",
    maker: Annotated[str, _text("NAME", "Of a new subject: who makes it.")] = "",
    metric_kind: Annotated[str, _text("KIND", "Of a new metric: score, tokens, price, date, rank ...")] = "",
    metric_unit: Annotated[str, _text("UNIT", "Of a new metric: percent, points, tokens, usd ...")] = "",
    into: Annotated[Path | None, typer.Option(metavar="LEDGER", help="The ledger to write to. [default: the last in use]")] = None,
    ledger: LedgerOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Add one claim to a ledger, in the file where its like stand.

    In a terminal, what is not given is asked for. Nothing is written that would not be sound.
    """
    from datetime import date

    from factcheck.cli.asking import agreed, in_terminal
    from factcheck.errors import UsageError
    from factcheck.growing.adding import enter, opened
    from factcheck.growing.typed import Typed, entry_of

    given = {name: part for name, part in locals().items() if name in Typed.__slots__}
    typed = Typed(**given, id=id_, conditions=tuple(condition or ()), sources=tuple(source or ()))
    folders = _folders(ledger, into)
    missing = _missing(typed)
    if missing and not in_terminal():
        raise UsageError(f"give {' and '.join(missing)} as well, or run this in a terminal to be asked")
    book = opened(folders)
    today = date.today().isoformat()
    if missing:
        from factcheck.cli.interview import interviewed

        typed = interviewed(typed, book)
        new = entry_of(typed, book)
        shown = enter(new, folders, today, dry_run=True)
        write_to(sys.stdout, f"\n{shown.claim.place.path}:{shown.claim.place.line}\n{shown.text}")
        _warn(shown)
        if dry_run or not agreed("Write it?", default=True):
            complain("nothing is written")
            return
    done = enter(entry_of(typed, book), folders, today, dry_run)
    place = f"{done.claim.place.path}:{done.claim.place.line}"
    write_to(sys.stdout, f"{place}: {done.claim.id} {'would be added' if dry_run else 'added'}\n" + (done.text if dry_run else ""))
    if not missing:
        _warn(done)


def _missing(typed: Typed) -> list[str]:
    """The options that nothing can be added without."""
    named = {"--subject": typed.subject, "--metric": typed.metric, "--value": typed.value, "--source": typed.sources or typed.publisher}
    return [name for name, given in named.items() if not given]


def _warn(done: Entered) -> None:
    for other in done.differs:
        complain(
            f"{other.id} ({other.place.path}:{other.place.line}) says otherwise of the same: "
            f"end it with --replaces {other.id}, or say under what conditions either holds"
        )


def _folders(ledger: Sequence[str] | None, into: Path | None) -> tuple[Path, ...]:
    """The ledger to write to, last, and those before it. Raises UsageError if there is none of the user's own."""
    from factcheck.config import nearest
    from factcheck.errors import UsageError
    from factcheck.ledger.locate import builtin, locate

    if into is not None:
        before = locate(ledger) if ledger else ()
        return (*(folder for folder in before if folder.resolve() != into.resolve()), into)
    folders = locate(ledger or (), nearest(["."]).ledger)
    last = folders[-1].resolve()
    if last == builtin().resolve() and not Path.cwd().is_relative_to(last):
        raise UsageError("there is no ledger of your own here to write to: name one with --into DIR, on top of --ledger builtin")
    return folders
